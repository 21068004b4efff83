import JSON
import Kube
import VirtTypes

/// Fills matchers that name a volume: its claim, data volume or source says by labels which instance type or
/// preference suits what is on it.
struct MatcherInference {
  let reading: ObjectReading

  func infer(_ machine: inout V1.VirtualMachine) throws(Decided) {
    if let matcher = machine.spec.instancetype, !matcher.inferFromVolume.isEmpty {
      let ignores = matcher.inferFromVolumeFailurePolicy == "Ignore"
      if let inferred = try infer(matcher, ignores: ignores, in: machine, labels: .instancetype) {
        machine.spec.instancetype = V1.InstancetypeMatcher()
        machine.spec.instancetype?.name = inferred.name
        machine.spec.instancetype?.kind = inferred.kind
        // Memory was given for the case that nothing could be inferred.
        if ignores { machine.spec.template?.spec.domain.memory = nil }
      } else {
        machine.spec.instancetype = nil
      }
    }
    if let matcher = machine.spec.preference, !matcher.inferFromVolume.isEmpty {
      let ignores = matcher.inferFromVolumeFailurePolicy == "Ignore"
      if let inferred = try infer(matcher, ignores: ignores, in: machine, labels: .preference) {
        machine.spec.preference = V1.PreferenceMatcher()
        machine.spec.preference?.name = inferred.name
        machine.spec.preference?.kind = inferred.kind
      } else {
        machine.spec.preference = nil
      }
    }
  }

  /// The labels that carry the answer.
  private struct Labels {
    var name: String
    var kind: String

    static let instancetype = Labels(
      name: "instancetype.kubevirt.io/default-instancetype", kind: "instancetype.kubevirt.io/default-instancetype-kind")
    static let preference = Labels(
      name: "instancetype.kubevirt.io/default-preference", kind: "instancetype.kubevirt.io/default-preference-kind")

    func read(_ labels: [String: String]?) -> (name: String, kind: String)? {
      labels?[name].map { ($0, labels?[kind] ?? "") }
    }
  }

  private enum Outcome {
    case found(name: String, kind: String)
    /// There is nothing to infer from; a matcher can ask that this be ignored.
    case nothing(String)
    case failure(String)
  }

  private func infer(
    _ matcher: some Matcher, ignores: Bool, in machine: V1.VirtualMachine, labels: Labels
  ) throws(Decided) -> (name: String, kind: String)? {
    switch try fromVolume(matcher.inferFromVolume, machine, labels) {
    case .found(let name, let kind): return (name, kind)
    case .nothing(let reason):
      if ignores { return nil }
      throw .failed(reason)
    case .failure(let reason): throw .failed(reason)
    }
  }

  private func fromVolume(
    _ name: String, _ machine: V1.VirtualMachine, _ labels: Labels
  ) throws(Decided) -> Outcome {
    let namespace = reading.namespace(of: machine.metadata)
    guard let volume = machine.spec.template?.spec.volumes.first(where: { $0.name == name }) else {
      return .failure("there is no volume \"\(name)\" from which to infer; inferFromVolume must name a volume")
    }
    if let claim = volume.persistentVolumeClaim {
      return try fromClaim(claim.claimName, namespace, labels)
    }
    if let dataVolume = volume.dataVolume { return try fromDataVolume(dataVolume.name, machine, namespace, labels) }
    return .nothing("nothing can be inferred from volume \"\(name)\": it is neither a claim nor a data volume")
  }

  private func fromClaim(_ name: String, _ namespace: String, _ labels: Labels) throws(Decided) -> Outcome {
    guard
      let claim = try reading.lookUp(.persistentVolumeClaim, namespace: namespace, name: name, as: LabelledObject.self)
    else { return .failure("claim \"\(namespace)/\(name)\" does not exist") }
    if let found = labels.read(claim.metadata.labels) { return .found(name: found.name, kind: found.kind) }
    return .nothing("claim \"\(namespace)/\(name)\" lacks the label \(labels.name)")
  }

  private func fromDataVolume(
    _ name: String, _ machine: V1.VirtualMachine, _ namespace: String, _ labels: Labels
  ) throws(Decided) -> Outcome {
    if let template = machine.spec.dataVolumeTemplates.first(where: { $0.metadata.name == name }) {
      return try fromSources(template.spec, namespace, labels)
    }
    guard
      let dataVolume = try reading.lookUp(
        .dataVolume, namespace: namespace, name: name, as: V1.DataVolumeTemplateSpec.self)
    else {
      // A finished data volume may be gone; its claim has the same name.
      return try fromClaim(name, namespace, labels)
    }
    if let found = labels.read(dataVolume.metadata.labels) { return .found(name: found.name, kind: found.kind) }
    return try fromSources(dataVolume.spec, namespace, labels)
  }

  private func fromSources(
    _ spec: CDI.DataVolumeSpec, _ namespace: String, _ labels: Labels
  ) throws(Decided) -> Outcome {
    if let claim = spec.source?.pvc { return try fromClaim(claim.name, claim.namespace, labels) }
    guard let reference = spec.sourceRef else {
      return .nothing("nothing can be inferred from the data volume's source")
    }
    guard reference.kind == "DataSource" else {
      return .nothing("nothing can be inferred from a sourceRef of kind \"\(reference.kind)\"; use a DataSource")
    }
    return try fromDataSource(reference.name, reference.namespace ?? namespace, labels)
  }

  private func fromDataSource(_ name: String, _ namespace: String, _ labels: Labels) throws(Decided) -> Outcome {
    guard let source = try reading.lookUp(.dataSource, namespace: namespace, name: name, as: JSONValue.self) else {
      return .failure("data source \"\(namespace)/\(name)\" does not exist")
    }
    if let found = source.value(at: "metadata", "labels", labels.name)?.string {
      return .found(name: found, kind: source.value(at: "metadata", "labels", labels.kind)?.string ?? "")
    }
    guard let claim = source.value(at: "spec", "source", "pvc"), let claimName = claim["name"]?.string else {
      return .nothing("data source \"\(namespace)/\(name)\" has neither the label \(labels.name) nor a claim")
    }
    return try fromClaim(claimName, claim["namespace"]?.string ?? namespace, labels)
  }
}
