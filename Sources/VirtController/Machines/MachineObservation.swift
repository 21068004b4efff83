import JSON
import KubeTypes
import VirtTypes

/// What a machine's decision is made from.
public struct MachineObservation: Sendable {
  /// From the cache of machines.
  public var machine: V1.VirtualMachine
  /// From the cache of instances: the one with the machine's namespace and name, whoever controls it.
  public var instance: V1.VirtualMachineInstance?
  /// From the cache of ControllerRevisions: those that the machine controls (index by the uid of the controller).
  public var revisions: [JSONValue] = []
  /// From the cache of DataVolumes: those of the machine's namespace that its templates or its volumes name.
  public var dataVolumes: [JSONValue] = []
  /// From the cache of claims: those of the machine's namespace that its volumes name, a DataVolume's claim included.
  public var claims: [Core.PersistentVolumeClaim] = []
  /// Whether the API server has DataVolumes (cdi.kubevirt.io), by discovery.
  public var servesDataVolumes = true

  public init(machine: V1.VirtualMachine, instance: V1.VirtualMachineInstance? = nil) {
    self.machine = machine
    self.instance = instance
  }
}
