import Admission
import Kube
import KubeTypes
import VirtTypes

/// What the rules of the launcher pod look at; each subject is an extension in a file of its own.
struct LauncherPodPlan: Sendable {
  let instance: V1.VirtualMachineInstance
  let lookups: LauncherPodLookups
  let configuration: ClusterConfiguration
  let settings: ControllerSettings
  let seed: UInt64
  let hookSidecars: [HookSidecar]
  /// Images that take the place of those in the spec, by volume: those that a migrating instance runs with.
  var pinnedImages: [String: String] = [:]
  /// The migration that the pod is the target of.
  var migration: V1.VirtualMachineInstanceMigration?
  /// Whether interfaces of further networks are called net1, net2 … in the pod, as older releases called them.
  var namesInterfacesByOrder = false

  init(
    _ instance: V1.VirtualMachineInstance, _ lookups: LauncherPodLookups, _ context: ReconcileContext
  ) throws(LauncherPodError) {
    self.instance = instance
    self.lookups = lookups
    configuration = context.configuration
    settings = context.settings
    seed = context.seed
    hookSidecars = try HookSidecar.all(of: instance, context.configuration)
  }

  var spec: V1.VirtualMachineInstanceSpec { instance.spec }
  var domain: V1.DomainSpec { instance.spec.domain }
  var devices: V1.Devices { instance.spec.domain.devices }
  var given: V1.KubeVirtConfiguration { configuration.given }

  /// Whether the launcher runs as root, as the mutating webhook has noted.
  var runsAsRoot: Bool {
    instance.status.runtimeUser == 0 && instance.metadata.annotations?["kubevirt.io/nonroot"] == nil
  }

  /// The user and group of everything that does not run as root.
  var unprivilegedUser: Int64 { settings.launcherGroup }

  /// Whether guests run without KVM.
  var emulates: Bool { given.developerConfiguration?.useEmulation ?? false }

  /// Whether container disks come as image volumes, without containers that hold them.
  var usesImageVolumes: Bool { configuration.allows(.imageVolume) }

  /// Seconds that the guest has to shut down.
  var gracePeriodSeconds: Int64 { spec.terminationGracePeriodSeconds ?? 30 }

  /// Whether a share of the CPU is all that the support containers may have too.
  var isGuaranteed: Bool { instance.hasDedicatedCPUs || instance.isGuaranteed }

  /// The hypervisor that runs the guests.
  var hypervisor: String {
    (configuration.allows(.configurableHypervisor) ? given.hypervisors.first?.name : nil) ?? "kvm"
  }

  /// Volumes that are attached through pods of their own.
  var pluggedVolumes: Set<String> {
    let pluggable = spec.volumes.filter {
      $0.dataVolume?.hotpluggable == true || $0.persistentVolumeClaim?.hotpluggable == true
    }
    return Set(instance.status.volumeStatus.filter { $0.hotplugVolume != nil }.map(\.name) + pluggable.map(\.name))
  }

  /// The interfaces that are not being taken away.
  var interfaces: [V1.Interface] { devices.interfaces.filter { $0.state != "absent" } }

  func interface(of network: V1.Network) -> V1.Interface? { interfaces.first { $0.name == network.name } }
}

extension V1.VirtualMachineInstance {
  /// Whether each vCPU has a CPU for itself.
  var hasDedicatedCPUs: Bool { spec.domain.cpu?.dedicatedCpuPlacement ?? false }

  /// Whether CPU and memory are asked for and limited to the same.
  var isGuaranteed: Bool {
    let resources = spec.domain.resources
    return ["cpu", "memory"].allSatisfy { name in
      guard let request = resources.requests?[name], let limit = resources.limits?[name] else { return false }
      return !request.isZero && request.isEqual(to: limit)
    }
  }

  /// Sockets × cores × threads; what is not said counts as one.
  var vCPUs: Int64 {
    guard let cpu = spec.domain.cpu else { return 1 }
    return Self.product(cpu.sockets, cpu.cores, cpu.threads)
  }

  /// Saturates: three 32-bit numbers from outside may be any.
  private static func product(_ numbers: UInt32...) -> Int64 {
    numbers.reduce(1) { total, number in
      let (product, overflow) = total.multipliedReportingOverflow(by: max(1, Int64(number)))
      return overflow ? Int64.max : product
    }
  }

  /// Whether host devices, GPUs or SR-IOV functions are handed to the guest.
  var hasPassthroughDevices: Bool {
    let devices = spec.domain.devices
    return !devices.hostDevices.isEmpty || !devices.gpus.isEmpty || devices.interfaces.contains { $0.sriov != nil }
  }

  var hasHugePages: Bool { spec.domain.memory?.hugepages != nil }
}
