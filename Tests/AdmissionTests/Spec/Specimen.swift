import Kube
import VirtTypes

@testable import Admission

/// A valid instance to break one thing of.
enum Specimen {
  static let text = """
    {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
     "metadata": {"name": "specimen", "namespace": "default", "labels": {"app": "web"}},
     "spec": {
       "architecture": "amd64",
       "domain": {
         "memory": {"guest": "1Gi"},
         "devices": {
           "disks": [{"name": "root", "disk": {"bus": "virtio"}}, {"name": "data", "disk": {"bus": "scsi"}}],
           "interfaces": [{"name": "default", "masquerade": {}}, {"name": "lan", "bridge": {}}]}},
       "networks": [{"name": "default", "pod": {}}, {"name": "lan", "multus": {"networkName": "team/lan"}}],
       "volumes": [
         {"name": "root", "containerDisk": {"image": "registry/os:1"}},
         {"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}}
    """

  static func instance(_ change: (inout V1.VirtualMachineInstance) throws -> Void) throws -> V1.VirtualMachineInstance {
    var instance = try V1.VirtualMachineInstance(json: text)
    try change(&instance)
    return instance
  }

  static func context(
    gates: Set<FeatureGate> = [], isKubeVirtAccount: Bool = false,
    _ configure: (inout ClusterConfiguration) -> Void = { _ in }
  ) -> RuleContext {
    var configuration = ClusterConfiguration()
    configuration.listedGates = gates
    configure(&configuration)
    return RuleContext(configuration: configuration, isKubeVirtAccount: isKubeVirtAccount)
  }

  /// What the rules of specifications tell, as kind and field, sorted.
  static func told(
    gates: Set<FeatureGate> = [], configure: (inout ClusterConfiguration) -> Void = { _ in },
    _ change: (inout V1.VirtualMachineInstanceSpec) throws -> Void
  ) throws -> [String] {
    let instance = try instance { try change(&$0.spec) }
    return summary(
      validateInstanceSpec(instance.spec, at: .instance, context: context(gates: gates, configure)))
  }

  /// What all rules of a new instance tell, as kind and field, sorted.
  static func toldAtCreation(
    gates: Set<FeatureGate> = [], isKubeVirtAccount: Bool = false,
    _ change: (inout V1.VirtualMachineInstance) throws -> Void
  ) throws -> [String] {
    summary(
      validateNewInstance(
        try instance(change), context: context(gates: gates, isKubeVirtAccount: isKubeVirtAccount)))
  }

  static func summary(_ causes: [Admission.Cause]) -> [String] { causes.map { "\($0.kind) \($0.field)" }.sorted() }
}

extension V1.VirtualMachineInstanceSpec {
  /// Adds a volume with a disk of its name on the bus.
  mutating func addVolume(_ json: String, bus: String = "virtio") throws {
    let volume = try V1.Volume(json: json)
    volumes.append(volume)
    domain.devices.disks.append(try V1.Disk(json: #"{"name":"\#(volume.name)","disk":{"bus":"\#(bus)"}}"#))
  }
}
