import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

@testable import VirtController

extension Sample {
  static let machineUID = "11111111-1111-4111-8111-111111111111"

  static func machine(
    _ strategy: String = "Always", _ edit: (inout V1.VirtualMachine) -> Void = { _ in }
  ) -> V1.VirtualMachine {
    var machine = machine(strategy, template: { _ in })
    edit(&machine)
    return machine
  }

  static func machine(
    _ strategy: String = "Always", template change: (inout V1.VirtualMachineInstanceSpec) -> Void
  ) -> V1.VirtualMachine {
    var machine = V1.VirtualMachine()
    machine.apiVersion = "kubevirt.io/v1"
    machine.kind = "VirtualMachine"
    machine.metadata.name = "testvm"
    machine.metadata.namespace = "default"
    machine.metadata.uid = machineUID
    machine.metadata.resourceVersion = "5"
    machine.metadata.generation = 1
    machine.metadata.annotations = observed
    machine.metadata.finalizers = [KubeVirtNames.machineFinalizer]
    machine.spec.runStrategy = strategy
    var template = V1.VirtualMachineInstanceTemplateSpec()
    template.metadata.labels = ["app": "web"]
    template.spec.domain.firmware = V1.Firmware()
    template.spec.domain.firmware?.uuid = "5a9fc181-957e-5c32-9e5a-2de5e9673531"
    template.spec.domain.cpu = V1.CPU()
    template.spec.domain.cpu?.sockets = 1
    template.spec.domain.cpu?.maxSockets = 4
    template.spec.domain.memory = V1.Memory()
    template.spec.domain.memory?.guest = Quantity(bytes: 1 << 30)
    template.spec.domain.memory?.maxGuest = Quantity(bytes: 4 << 30)
    var interface = V1.Interface()
    interface.name = "default"
    interface.masquerade = V1.InterfaceMasquerade()
    template.spec.domain.devices.interfaces = [interface]
    var network = V1.Network()
    network.name = "default"
    network.pod = V1.PodNetwork()
    template.spec.networks = [network]
    change(&template.spec)
    machine.spec.template = template
    return machine
  }

  /// The instance that a machine has started.
  static func started(
    _ machine: V1.VirtualMachine, phase: String = "Running",
    _ edit: (inout V1.VirtualMachineInstance) -> Void = { _ in }
  ) -> V1.VirtualMachineInstance {
    var instance = Self.instance("testvm", phase: phase)
    instance.spec = machine.spec.template?.spec ?? V1.VirtualMachineInstanceSpec()
    instance.metadata.ownerReferences = [OwnerReference(controller: machine)]
    instance.metadata.annotations = [KubeVirtNames.machineGeneration: "\(machine.metadata.generation)"]
    instance.metadata.finalizers = [KubeVirtNames.instanceFinalizer, KubeVirtNames.machineFinalizer]
    instance.status.virtualMachineRevisionName = MachineRevision.name(of: machine)
    instance.status.conditions = [condition("Ready", phase == "Running" ? "True" : "False")]
    edit(&instance)
    return instance
  }

  static func request(_ action: String, uid: String? = nil, paused: Bool = false) -> V1.VirtualMachineStateChangeRequest
  {
    var request = V1.VirtualMachineStateChangeRequest()
    request.action = action
    request.uid = uid
    if paused { request.data = ["paused": "true"] }
    return request
  }

  static func claim(_ name: String, phase: String) -> Core.PersistentVolumeClaim {
    var claim = Core.PersistentVolumeClaim()
    claim.metadata.name = name
    claim.status.phase = phase
    return claim
  }

  static func claimVolume(_ name: String, claim: String, hotpluggable: Bool = false) -> V1.Volume {
    var volume = V1.Volume()
    volume.name = name
    var source = V1.PersistentVolumeClaimVolumeSource()
    source.claimName = claim
    source.hotpluggable = hotpluggable
    volume.persistentVolumeClaim = source
    return volume
  }

  static func disk(_ name: String) -> V1.Disk {
    var disk = V1.Disk()
    disk.name = name
    disk.disk = V1.DiskTarget()
    return disk
  }
}

extension Reconciled {
  /// One reconcile of a machine.
  init(
    _ machine: V1.VirtualMachine, _ instance: V1.VirtualMachineInstance? = nil, startedAs: V1.VirtualMachine? = nil,
    configuration: V1.KubeVirtConfiguration = .init(), refusing refusals: [String: Int] = [:],
    objects: [String: JSONValue] = [:], _ edit: (inout MachineObservation) -> Void = { _ in }
  ) {
    var observation = MachineObservation(machine: machine, instance: instance)
    if instance != nil { observation.revisions = [MachineRevision.make(of: startedAs ?? machine)] }
    edit(&observation)
    self.init(
      MachineReconciler(), observation, configuration: configuration, refusing: refusals,
      objects: objects.merging(["virtualmachines/testvm": machine.jsonTree]) { given, _ in given })
  }

  /// The status that was written last; null when none was.
  var status: JSONValue { bodies("update virtualmachines/status").last?["status"] ?? .null }

  var printable: String { status["printableStatus"]?.string ?? "" }

  /// The writes without those of the machine's status.
  var actions: [String] {
    writes.map(Self.heading).filter { $0 != "update virtualmachines/status" && !$0.hasPrefix("get ") }
  }

  func condition(_ type: String) -> JSONValue? {
    status["conditions"]?.array?.first { $0["type"]?.string == type }
  }
}
