import Kube
import VirtTypes

/// The webhooks that check new instances, replica sets and presets of the current versions.
public let specEndpoints: [AdmissionEndpoint] = [
  AdmissionEndpoint(
    path: "/virtualmachineinstances-validate-create", versions: currentVersions,
    object: V1.VirtualMachineInstance.self, admit: SpecValidation.newInstance),
  AdmissionEndpoint(
    path: "/virtualmachinereplicaset-validate", versions: currentVersions,
    object: V1.VirtualMachineInstanceReplicaSet.self, admit: SpecValidation.replicaSet),
  AdmissionEndpoint(
    path: "/vmipreset-validate", versions: currentVersions, object: V1.VirtualMachineInstancePreset.self,
    admit: SpecValidation.preset),
]

/// What the webhooks say.
enum SpecValidation {
  static func newInstance(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      let instance = try reading.object(V1.VirtualMachineInstance.self)
      try reading.expect("kubevirt.io", "virtualmachineinstances")
      let context = reading.context
      return answer(validateNewInstance(instance, context: context), context)
    }
  }

  static func replicaSet(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstancereplicasets")
      let set = try reading.object(V1.VirtualMachineInstanceReplicaSet.self)
      let context = reading.context
      var causes = validateReplicaSet(set, isNew: request.operation == .create, context: context)
      if request.operation == .update, let old = try? reading.oldObject(V1.VirtualMachineInstanceReplicaSet.self) {
        causes += Profile.changes(from: old.metadata.annotations, to: set.metadata.annotations)
      }
      return answer(causes, context)
    }
  }

  static func preset(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstancepresets")
      let preset = try reading.object(V1.VirtualMachineInstancePreset.self)
      guard let domain = preset.spec.domain else {
        throw Decided(.refused([.required("spec.domain", "missing domain.")]))
      }
      return .unless(validatePresetDomain(domain, at: .instance, context: reading.context))
    }
  }

  private static func answer(_ causes: [Cause], _ context: RuleContext) -> Verdict {
    guard causes.isEmpty else { return .refused(causes) }
    if context.configuration.listedGates.isEmpty { return .allowed() }
    return .allowed(warnings: deprecationWarnings(context.configuration))
  }
}

extension RuleContext {
  /// What the rules may use for a request.
  init(_ request: AdmissionRequest, _ environment: AdmissionEnvironment) {
    self.init(
      sharing: environment.snapshot.$configuration,
      isKubeVirtAccount: KubeVirtAccounts.contains(
        request.userInfo.username, installNamespace: environment.snapshot.installNamespace))
  }
}

/// One warning for each deprecated gate that the cluster lists.
func deprecationWarnings(_ configuration: ClusterConfiguration) -> [String] {
  configuration.deprecatedGates.map { gate in
    "feature gate \(gate.rawValue) is deprecated and has no effect; take it off developerConfiguration.featureGates"
  }
}

/// All rules of a new instance.
///
/// Those of networks are applied on creation and as part of the specification's: their causes are told twice.
func validateNewInstance(_ instance: V1.VirtualMachineInstance, context: RuleContext) -> [Cause] {
  let names = SpecNames(instance.spec)
  let networkCauses = networkCauses(of: instance.spec, at: .instance, context: context)
  var rules = SpecRules(context, at: .instance)
  rules.causes += validateDiscontinuedGates(instance.spec, context: context)
  rules.checkDiscontinuedBindings(instance.spec)
  rules.causes += networkCauses
  rules.check(instance.spec, names, networkCauses: networkCauses)
  rules.checkVolumesAreUsed(instance.spec, names)
  rules.checkMemoryIsGiven(instance.spec)
  rules.causes += validateInstanceMetadata(instance.metadata, at: "metadata", context: context)
  rules.checkHyperV(instance.spec)
  rules.checkArchitecture(instance.spec)
  return rules.causes
}

/// Bindings that are no longer there, refused when an instance or a machine is new.
public func validateDiscontinuedBindings(
  _ spec: V1.VirtualMachineInstanceSpec, at path: SpecPath, context: RuleContext
) -> [Cause] {
  var rules = SpecRules(context, at: path)
  rules.checkDiscontinuedBindings(spec)
  return rules.causes
}

/// The rules of a replica set: its template's, and those of the selector that must find what is made from it.
func validateReplicaSet(
  _ set: V1.VirtualMachineInstanceReplicaSet, isNew: Bool, context: RuleContext
) -> [Cause] {
  guard let template = set.spec.template else {
    return [.required("spec.template", "missing virtual machine template.")]
  }
  var causes = validateInstanceSpec(template.spec, at: .template, context: context)
  do throws(SelectorError) {
    // A missing selector selects nothing.
    let selector = try set.spec.selector.map { labels throws(SelectorError) in try Selector(labels) }
    if selector?.matches(template.metadata.labels ?? [:]) != true {
      causes.append(.invalid("spec.selector", "selector does not match labels."))
    }
  } catch {
    causes.append(.invalid("spec.selector", "spec.selector is not usable: \(error)"))
  }
  if isNew { causes += validateDiscontinuedGates(template.spec, context: context) }
  return causes
}
