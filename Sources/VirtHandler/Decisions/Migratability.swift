import VirtTypes

/// Whether a guest could move to another node, and what stands in its way.
struct Migratability {
  struct Obstacle: Hashable {
    /// One word, as conditions have it.
    var reason: String
    var message: String
  }

  /// The first obstacle that is none of disks.
  let obstacleBesideDisks: Obstacle?
  private let diskObstacle: Obstacle?
  /// Whether disks would have to be copied.
  let isBlockMigration: Bool

  var obstacle: Obstacle? { obstacleBesideDisks ?? diskObstacle }

  init(of instance: V1.VirtualMachineInstance, on node: GuestObservation.NodeFacts) {
    obstacleBesideDisks = Self.checks.lazy.compactMap { $0(instance, node) }.first
    (diskObstacle, isBlockMigration) = Self.disks(of: instance)
  }

  private typealias Check = @Sendable (V1.VirtualMachineInstance, GuestObservation.NodeFacts) -> Obstacle?

  /// In KubeVirt's order.
  private static let checks: [Check] = [
    { instance, _ in interfaces(of: instance) },
    { instance, node in
      let model = instance.spec.domain.cpu?.model ?? ""
      guard model == "host-model", !node.hasHostModel else { return nil }
      return Obstacle(
        reason: "CPUModeLiveMigratable", message: "The node does not support the CPU model of the host")
    },
    { instance, _ in
      let devices = instance.spec.domain.devices
      return devices.hostDevices.isEmpty && devices.gpus.isEmpty
        ? nil : Obstacle(reason: "HostDeviceNotLiveMigratable", message: "VMI uses a PCI host device")
    },
    { instance, _ in
      let security = instance.spec.domain.launchSecurity
      return security?.sev == nil && security?.snp == nil
        ? nil : Obstacle(reason: "SEVNotLiveMigratable", message: "VMI uses SEV")
    },
    { instance, _ in
      instance.spec.domain.launchSecurity?.tdx == nil
        ? nil : Obstacle(reason: "TDXNotLiveMigratable", message: "VMI uses TDX")
    },
    { instance, _ in
      guard let security = instance.spec.domain.launchSecurity, instance.spec.architecture == "s390x",
        security.sev == nil, security.snp == nil, security.tdx == nil
      else { return nil }
      return Obstacle(reason: "SecureExecutionNotLiveMigratable", message: "VMI uses Secure Execution")
    },
    { instance, _ in
      instance.spec.domain.devices.disks.contains { $0.lun?.reservation == true }
        ? Obstacle(
          reason: "PersistentReservationNotLiveMigratable", message: "VMI uses SCSI persistent reservation") : nil
    },
    { instance, _ in
      guard
        instance.spec.domain.cpu?.features.contains(where: { $0.name == "invtsc" && $0.policy == "require" }) == true,
        instance.status.topologyHints?.tscFrequency == nil
      else { return nil }
      return Obstacle(
        reason: "NoTSCFrequencyNotLiveMigratable", message: "VMI needs a TSC frequency that no node has told")
    },
    { instance, _ in
      instance.spec.domain.features?.hypervPassthrough?.enabled == true
        ? Obstacle(reason: "HypervPassthroughNotLiveMigratable", message: "VMI uses hyperv passthrough") : nil
    },
  ]

  private static func interfaces(of instance: V1.VirtualMachineInstance) -> Obstacle? {
    if instance.metadata.annotations?[HandlerNames.bridgeMigration] != nil { return nil }
    let podNetworks = Set(instance.spec.networks.filter { $0.pod != nil }.map(\.name))
    let isFixed = instance.spec.domain.devices.interfaces.contains {
      podNetworks.contains($0.name) && $0.masquerade == nil && $0.binding == nil && $0.passtBinding == nil
    }
    return isFixed
      ? Obstacle(
        reason: "InterfaceNotLiveMigratable",
        message: "cannot migrate VMI which does not use masquerade, bridge with "
          + "\(HandlerNames.bridgeMigration) VM annotation or a migratable plugin to connect to the pod network")
      : nil
  }

  /// What stands in the way of the first disk that has to be on both nodes, and whether some would be copied.
  private static func disks(of instance: V1.VirtualMachineInstance) -> (Obstacle?, Bool) {
    let filesystems = Set(instance.spec.domain.devices.filesystems.map(\.name))
    var copies = false
    for volume in instance.spec.volumes {
      if volume.persistentVolumeClaim != nil || volume.dataVolume != nil {
        let claim = instance.status.volumeStatus.first { $0.name == volume.name }?.persistentVolumeClaimInfo
        if claim?.accessModes.contains("ReadWriteMany") == true { continue }
        let name = volume.persistentVolumeClaim?.claimName ?? volume.dataVolume?.name ?? ""
        return (
          Obstacle(
            reason: "DisksNotLiveMigratable",
            message: "cannot migrate VMI: PVC \(name) is not shared, live migration requires that all PVCs must be "
              + "shared (using ReadWriteMany access mode)"), copies
        )
      }
      if let host = volume.hostDisk {
        if host.shared == true { continue }
        return (
          Obstacle(
            reason: "DisksNotLiveMigratable", message: "cannot migrate VMI with non-shared HostDisk"), copies
        )
      }
      if filesystems.contains(volume.name) { continue }
      let disk = instance.spec.domain.devices.disks.first { $0.name == volume.name }
      if disk?.cdrom != nil || disk?.disk?.readonly == true || disk?.lun?.readonly == true { continue }
      copies = true
    }
    return (nil, copies)
  }
}
