import VirtTypes

/// Disks and file systems together with the volumes that they show to the guest.
extension SpecRules {
  mutating func checkDevicesOfVolumes(_ spec: V1.VirtualMachineInstanceSpec, _ volumes: NameTable) {
    // Disks and interfaces are tried in one order, so each has its own place in it.
    var taken: Set<UInt> = []
    let disks = spec.domain.devices.disks.span
    let sources = spec.volumes.span
    for index in disks.indices {
      if let position = volumes.position(of: disks[index].name, perhaps: index) {
        if disks[index].lun != nil { checkShowsClaim(index, sources, position) }
        if sources[position].downwardMetrics != nil { checkShowsMetrics(disks[index].disk, index) }
      } else {
        checkHasVolume(disks, index)
      }
      if let order = disks[index].bootOrder, !taken.insert(order).inserted {
        invalid(path.disk(index, "bootOrder"), "is \(order), which another device has already")
      }
    }
    checkBootOrder(spec.domain.devices.interfaces.span, &taken)
  }

  private mutating func checkHasVolume(_ disks: Span<V1.Disk>, _ index: Int) {
    // An empty CD-ROM drive waits for a volume that is plugged in later.
    if disks[index].cdrom != nil, configuration.allows(.declarativeHotplugVolumes) { return }
    let field = path.disk(index, "name")
    causes.append(.invalid(field, "\(path.device("disks[\(index)]")).Name '\(disks[index].name)' not found."))
  }

  private mutating func checkShowsClaim(_ index: Int, _ volumes: Span<V1.Volume>, _ position: Int) {
    if volumes[position].persistentVolumeClaim == nil, volumes[position].dataVolume == nil {
      invalid(
        path.disk(index, "lun"),
        "needs volume \"\(volumes[position].name)\" to be a persistentVolumeClaim or a dataVolume")
    }
  }

  private mutating func checkShowsMetrics(_ target: V1.DiskTarget?, _ index: Int) {
    if let target {
      if !target.bus.isEmpty, target.bus != "virtio" {
        invalid(path.disk(index, "disk.bus"), "is \"\(target.bus)\", must be virtio for downward metrics")
      }
    } else {
      required(path.disk(index, "disk"), "must be there: downward metrics can't be a lun or a cdrom")
    }
  }

  private mutating func checkBootOrder(_ interfaces: Span<V1.Interface>, _ taken: inout Set<UInt>) {
    for index in interfaces.indices {
      guard let order = interfaces[index].bootOrder else { continue }
      if order < 1 {
        add(
          .invalid, "\(path.root)[\(index)].bootOrder", place: path.interface(index, "bootOrder"),
          "is \(order), must be at least 1")
      } else if !taken.insert(order).inserted {
        invalid(path.interface(index, "bootOrder"), "is \(order), which another device has already")
      }
    }
  }

  mutating func checkFilesystems(_ spec: V1.VirtualMachineInstanceSpec, _ volumes: NameTable) {
    let filesystems = spec.domain.devices.filesystems
    guard !filesystems.isEmpty, !configuration.allows(.enableVirtioFsStorageVolumes) else { return }
    for index in filesystems.indices {
      guard let position = volumes.position(of: filesystems[index].name) else { continue }
      let volume = spec.volumes[position]
      if volume.persistentVolumeClaim != nil || volume.dataVolume != nil {
        invalid(
          path.device("filesystems"),
          "with the claim of volume \"\(volume.name)\" \(needs(.enableVirtioFsStorageVolumes))")
      }
    }
  }

  mutating func checkPersistentReservation(_ spec: V1.VirtualMachineInstanceSpec) {
    let disks = spec.domain.devices.disks.span
    for index in disks.indices where disks[index].lun?.reservation == true {
      if configuration.allows(.persistentReservation) { return }
      return invalid(path.device("disks.luns.reservation"), needs(.persistentReservation))
    }
  }
}

/// What a new instance must observe beyond the rules for all specifications.
extension SpecRules {
  /// What the launcher's own folders begin with.
  private static let reservedPrefixes = ["/var/run/kubevirt", "/var/run/libvirt"]

  /// Every volume is used by a disk or a file system. The causes leave out `devices`; programs know them so.
  mutating func checkVolumesAreUsed(_ spec: V1.VirtualMachineInstanceSpec, _ names: SpecNames) {
    guard !spec.volumes.isEmpty else { return }
    let disks = names.disks
    let filesystems = NameTable(spec.domain.devices.filesystems) { $0[$1].name }
    let volumes = spec.volumes.span
    for index in volumes.indices where volumes[index].memoryDump == nil {
      let name = volumes[index].name
      if !disks.contains(name, perhaps: index), !filesystems.contains(name) {
        add(
          .invalid, path.domain("volumes[\(index)].name"), place: path.volume(index, "name"),
          "is \"\(name)\", must be the name of a disk or a file system")
      }
      if let container = volumes[index].containerPath {
        check(container, index, hasDisk: disks.contains(name), hasFilesystem: filesystems.contains(name))
      }
    }
  }

  private mutating func check(
    _ container: V1.ContainerPathVolumeSource, _ index: Int, hasDisk: Bool, hasFilesystem: Bool
  ) {
    let field = path.domain("volumes[\(index)]")
    let place = path.volume(index, "containerPath")
    if hasDisk { add(.invalid, field, place: place, "must be shown by a file system, not by a disk") }
    if !hasFilesystem { add(.invalid, field, place: place, "must be shown by a file system") }
    if let prefix = Self.reservedPrefixes.first(where: container.path.hasPrefix) {
      add(
        .invalid, "\(field).containerPath.path", place: "\(place).path",
        "is \"\(container.path)\", must not begin with \(prefix)")
    }
  }
}
