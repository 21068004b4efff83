import JSON
import Kube
import VirtTypes

/// The instance type and the preference that a machine refers to, as far as they exist.
public struct InstancetypeReferences: Sendable {
  public var instancetype: Instancetype.VirtualMachineInstancetypeSpec?
  public var preference: Instancetype.VirtualMachinePreferenceSpec?

  public init(
    instancetype: Instancetype.VirtualMachineInstancetypeSpec? = nil,
    preference: Instancetype.VirtualMachinePreferenceSpec? = nil
  ) {
    self.instancetype = instancetype
    self.preference = preference
  }

  /// What a machine names and does not exist, as warnings.
  public func missing(of machine: V1.VirtualMachine) -> [String] {
    var missing: [String] = []
    if let name = machine.spec.instancetype?.name, !name.isEmpty, instancetype == nil {
      missing.append("spec.instancetype \"\(name)\" does not exist; the machine will not start without it")
    }
    if let name = machine.spec.preference?.name, !name.isEmpty, preference == nil {
      missing.append("spec.preference \"\(name)\" does not exist; the machine will not start without it")
    }
    return missing
  }
}

/// Finds instance types and preferences: the revision that a machine was fixed to, or else the object of the name.
struct InstancetypeLookup {
  let reading: ObjectReading

  /// What the machine refers to. An object that does not exist is left out: the machine can be written before it.
  func find(for machine: V1.VirtualMachine) throws(Decided) -> InstancetypeReferences {
    var references = InstancetypeReferences()
    references.instancetype = try findInstancetype(for: machine)?.spec
    references.preference = try findPreference(for: machine)?.spec
    return references
  }

  func findInstancetype(
    for machine: V1.VirtualMachine
  ) throws(Decided) -> Instancetype.VirtualMachineInstancetype? {
    guard let matcher = machine.spec.instancetype, !matcher.name.isEmpty else { return nil }
    return try find(
      matcher, in: machine, recorded: machine.status.instancetypeRef,
      kinds: Kinds(object: .instancetype, names: ["virtualmachineinstancetype", "virtualmachineinstancetypes"]),
      clusterKinds: Kinds(
        object: .clusterInstancetype,
        names: ["virtualmachineclusterinstancetype", "virtualmachineclusterinstancetypes", ""]))
  }

  func findPreference(for machine: V1.VirtualMachine) throws(Decided) -> Instancetype.VirtualMachinePreference? {
    guard let matcher = machine.spec.preference, !matcher.name.isEmpty else { return nil }
    return try find(
      matcher, in: machine, recorded: machine.status.preferenceRef,
      kinds: Kinds(object: .preference, names: ["virtualmachinepreference", "virtualmachinepreferences"]),
      clusterKinds: Kinds(
        object: .clusterPreference, names: ["virtualmachineclusterpreference", "virtualmachineclusterpreferences", ""]))
  }

  /// A kind and the names, in small letters, by which matchers call it; the empty name is the default.
  private struct Kinds {
    var object: ObjectKind
    var names: Set<String>
  }

  private func find<Value: JSONDecodable>(
    _ matcher: some Matcher, in machine: V1.VirtualMachine, recorded: V1.InstancetypeStatusRef?, kinds: Kinds,
    clusterKinds: Kinds
  ) throws(Decided) -> Value? {
    let namespace = reading.namespace(of: machine.metadata)
    if !matcher.revisionName.isEmpty {
      return try revision(matcher.revisionName, namespace, of: Value.self)?.data
    }
    if let name = recorded?.controllerRevisionRef?.name, !name.isEmpty {
      guard let found = try revision(name, namespace, of: Value.self) else { return nil }
      // The recorded revision may be one of an earlier choice.
      if found.objectName == matcher.name { return found.data }
    }
    let kind = matcher.kind.lowercased()
    if kinds.names.contains(kind) {
      return try reading.lookUp(kinds.object, namespace: namespace, name: matcher.name, as: Value.self)
    }
    guard clusterKinds.names.contains(kind) else { return nil }
    return try reading.lookUp(clusterKinds.object, namespace: "", name: matcher.name, as: Value.self)
  }
}

extension InstancetypeLookup {
  /// A revision that does not exist, or that holds something else, says nothing; nor is the object of the name asked.
  private func revision<Value: JSONDecodable>(
    _ name: String, _ namespace: String, of type: Value.Type
  ) throws(Decided) -> Revision<Value>? {
    try reading.lookUp(.controllerRevision, namespace: namespace, name: name, as: JSONValue.self)
      .flatMap { try? Revision<Value>(json: $0.jsonBytes(), options: .lenient) }
  }
}

/// A ControllerRevision that holds a whole object.
private struct Revision<Value: JSONDecodable>: JSONDecodable {
  private var metadata = ObjectMeta()
  private(set) var data = Value()

  /// The name of the object whose state the revision keeps.
  var objectName: String? { metadata.labels?["instancetype.kubevirt.io/object-name"] }

  static var expectedJSON: String { "an object" }

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if key.equals("data") {
        reader.nullableMember("data", &data)
      } else if key.equals("metadata") {
        reader.nullableMember("metadata", &metadata)
      } else {
        reader.skip()
      }
    }
  }
}

/// Metadata of an object whose other parts are of no interest.
struct LabelledObject: JSONDecodable {
  var metadata = ObjectMeta()

  static var expectedJSON: String { "an object" }

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if key.equals("metadata") { reader.nullableMember("metadata", &metadata) } else { reader.skip() }
    }
  }
}
