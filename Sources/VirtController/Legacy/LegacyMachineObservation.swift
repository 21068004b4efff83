import JSON
import Kube
import VirtTypes

/// What the decision on a legacy machine is made from.
public struct LegacyMachineObservation: Sendable {
  /// From the cache of machines.
  public var machine: V1.VirtualMachine
  /// From the cache of instances, of the machine's namespace: the one of the name `instanceName(of:)`.
  public var instance: V1.VirtualMachineInstance?
  /// From the cache of data volumes, of the machine's namespace: those of the names of its templates.
  public var dataVolumes: [JSONValue]

  public init(
    machine: V1.VirtualMachine, instance: V1.VirtualMachineInstance? = nil, dataVolumes: [JSONValue] = []
  ) {
    self.machine = machine
    self.instance = instance
    self.dataVolumes = dataVolumes
  }

  /// The name of a legacy machine's instance: the template may give another one than the machine's.
  public static func instanceName(of machine: V1.VirtualMachine) -> String {
    let template = machine.spec.template?.metadata
    return [template?.name, template?.generateName].compactMap { $0 }.first { !$0.isEmpty } ?? machine.metadata.name
  }
}
