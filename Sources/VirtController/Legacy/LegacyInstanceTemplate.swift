import JSON
import Kube
import VirtTypes

/// Makes a legacy machine's instance from its template.
enum LegacyInstanceTemplate {
  /// The namespace of the UUIDs by which guests know themselves again.
  private static let firmwareNamespace = UUID("6a1a24a1-4061-4607-8bf4-a3963d0c5895")

  /// Whether the machine has a template at all. Version v1 demands one and has an empty one where v1alpha2 has none.
  static func isGiven(by machine: V1.VirtualMachine) -> Bool {
    guard let template = machine.spec.template else { return false }
    if !template.isEmptyJSON { return true }
    // An empty one has to be as it is stored, for the conversion to know it again.
    var bare = machine
    bare.spec.template = nil
    var tree = bare.jsonTree
    tree["apiVersion"] = "kubevirt.io/v1"
    tree["kind"] = "VirtualMachine"
    tree["spec"]?["template"] = [:]
    let legacy = try? Conversion.convert(tree, to: LegacyForm.apiVersion)
    return legacy?.value(at: "spec", "template")?.object != nil
  }

  /// The instance to be created, in version v1alpha2.
  static func instance(of machine: V1.VirtualMachine) throws(ConversionError) -> JSONValue {
    let legacy = try LegacyForm.tree(machine, kind: "VirtualMachine")
    let template = legacy.value(at: "spec", "template")
    let name = LegacyMachineObservation.instanceName(of: machine)
    var metadata = template?["metadata"] ?? [:]
    metadata["creationTimestamp"] = nil
    metadata["name"] = .string(name)
    metadata["generateName"] = .string(name)
    metadata["ownerReferences"] = .array([LegacyOwnership(machine: machine).reference.jsonTree])
    // A template without any wish is not written out.
    var spec = template?["spec"] ?? ["domain": ["devices": [:]]]
    spec["domain"] = withStableUUID(spec["domain"] ?? ["devices": [:]], name: name)
    return [
      "apiVersion": .string(LegacyForm.apiVersion), "kind": "VirtualMachineInstance", "metadata": metadata,
      "spec": spec,
    ]
  }

  /// A guest without a UUID gets one of its name, so that it is the same after every restart.
  private static func withStableUUID(_ domain: JSONValue, name: String) -> JSONValue {
    guard domain.value(at: "firmware", "uuid")?.string ?? "" == "", let firmwareNamespace else { return domain }
    var domain = domain
    var firmware = domain["firmware"] ?? [:]
    if firmware.isNull { firmware = [:] }
    firmware["uuid"] = .string(UUID(namespace: firmwareNamespace, name: name).description)
    domain["firmware"] = firmware
    return domain
  }
}
