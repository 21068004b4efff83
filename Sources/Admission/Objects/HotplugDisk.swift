import VirtTypes

/// What a disk must be like to be plugged into a running guest.
enum HotplugDisk {
  /// Why the disk can't be plugged, at a field; nil when it can.
  static func cause(_ disk: V1.Disk?, name: String, at field: String) -> Cause? {
    if let problem = problem(disk, name: name) { return .invalid(field, problem) }
    guard let order = disk?.bootOrder, order < 1 else { return nil }
    // The field names the second disk in the reference, whichever it is.
    return .invalid(
      "spec.domain.devices.disks[1].bootOrder", "the boot order of disk \"\(name)\" must be at least 1, not \(order)")
  }

  private static func problem(_ disk: V1.Disk?, name: String) -> String? {
    guard let disk else { return "volume \"\(name)\" needs a disk" }
    let bus: String
    if let target = disk.disk {
      bus = target.bus
      guard bus == "scsi" || bus == "virtio" else {
        return "disk \"\(name)\" must have the bus scsi or virtio to be plugged in, not \"\(bus)\""
      }
    } else if let target = disk.lun {
      bus = target.bus
      guard bus == "scsi" else { return "lun \"\(name)\" must have the bus scsi to be plugged in, not \"\(bus)\"" }
    } else {
      return "only a disk or a lun can be plugged in; \"\(name)\" is neither"
    }
    if disk.dedicatedIOThread == true, bus != "virtio" {
      return "disk \"\(name)\" can have a dedicated I/O thread only with the bus virtio, not \"\(bus)\""
    }
    return nil
  }
}
