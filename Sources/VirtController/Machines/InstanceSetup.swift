import Admission
import Kube
import VirtTypes

/// Makes the instance that a machine asks for.
struct InstanceSetup {
  /// Why there can be no instance.
  struct Fault: Error, Hashable {
    var message: String
  }

  private let machine: V1.VirtualMachine
  private let status: V1.VirtualMachineStatus
  private let strategy: RunStrategy
  private let configuration: ClusterConfiguration
  private let instancetypes: InstancetypeReferences
  private let instancetypeAnnotations: [String: String]

  init(
    _ machine: V1.VirtualMachine, _ status: V1.VirtualMachineStatus, _ strategy: RunStrategy,
    _ configuration: ClusterConfiguration, _ instancetypes: InstancetypeReferences = InstancetypeReferences(),
    annotations: [String: String] = [:]
  ) {
    self.machine = machine
    self.status = status
    self.strategy = strategy
    self.configuration = configuration
    self.instancetypes = instancetypes
    instancetypeAnnotations = annotations
  }

  func makeInstance() throws(Fault) -> V1.VirtualMachineInstance {
    let template = machine.spec.template ?? V1.VirtualMachineInstanceTemplateSpec()
    var instance = V1.VirtualMachineInstance()
    instance.apiVersion = "kubevirt.io/v1"
    instance.kind = "VirtualMachineInstance"
    instance.metadata = makeMetadata(template.metadata)
    instance.spec = template.spec
    Self.setFirmwareUUID(&instance.spec.domain, machineName: machine.metadata.name)
    if status.asksToStartPaused { instance.spec.startStrategy = "Paused" }
    dropFinishedMemoryDumps(&instance.spec)
    try applyInstancetypes(&instance.spec, &instance.metadata)
    attachInputDevice(&instance.spec.domain.devices)
    do throws(DefaultingError) {
      try DefaultDevices.connectToNetwork(&instance.spec, configuration)
    } catch { throw Fault(message: error.description) }
    DefaultDevices.addMissingDisks(&instance.spec)
    instance.status.virtualMachineRevisionName = MachineRevision.name(of: machine)
    return instance
  }

  private func makeMetadata(_ template: ObjectMeta) -> ObjectMeta {
    var metadata = ObjectMeta()
    metadata.name = machine.metadata.name
    metadata.namespace = machine.metadata.namespace
    metadata.labels = template.labels
    var annotations = (template.annotations ?? [:]).merging(instancetypeAnnotations) { $1 }
    annotations[KubeVirtNames.machineGeneration] = String(machine.metadata.generation)
    if strategy == .waitAsReceiver { annotations[KubeVirtNames.createMigrationTarget] = "true" }
    metadata.annotations = annotations
    metadata.ownerReferences = [OwnerReference(controller: machine)]
    metadata.finalizers = [KubeVirtNames.machineFinalizer]
    return metadata
  }

  /// Machines keep their firmware's UUID from start to start; it follows from their name.
  static func setFirmwareUUID(_ domain: inout V1.DomainSpec, machineName: String) {
    var firmware = domain.firmware ?? V1.Firmware()
    if firmware.uuid.isEmpty { firmware.uuid = firmwareUUID(machineName: machineName) }
    domain.firmware = firmware
  }

  static func firmwareUUID(machineName: String) -> String {
    guard let namespace = UUID("6a1a24a1-4061-4607-8bf4-a3963d0c5895") else { return "" }
    return UUID(namespace: namespace, name: machineName).description
  }

  private func applyInstancetypes(
    _ spec: inout V1.VirtualMachineInstanceSpec, _ metadata: inout ObjectMeta
  ) throws(Fault) {
    guard let conflict = Self.applyInstancetypes(instancetypes, to: &spec, &metadata) else { return }
    throw Fault(
      message: conflict.message ?? "\(conflict.path) is set both by the machine and by its instance type")
  }

  /// Fills a spec with an instance type and a preference; tells the first conflict.
  static func applyInstancetypes(
    _ instancetypes: InstancetypeReferences, to spec: inout V1.VirtualMachineInstanceSpec,
    _ metadata: inout ObjectMeta
  ) -> InstancetypeConflict? {
    InstancetypeApplication(instancetypes).apply(to: &spec, metadata: &metadata).first
  }

  /// A tablet for guests that want an input device and name none.
  private func attachInputDevice(_ devices: inout V1.Devices) {
    guard devices.autoattachInputDevice == true, devices.inputs.isEmpty else { return }
    var input = V1.Input()
    input.name = "default-0"
    devices.inputs = [input]
  }

  /// A claim is attached for a dump only as long as the dump takes.
  private func dropFinishedMemoryDumps(_ spec: inout V1.VirtualMachineInstanceSpec) {
    spec.volumes.removeAll { $0.memoryDump != nil }
  }
}
