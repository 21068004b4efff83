import VirtTypes

extension LegacyRuleContext {
  /// Which volumes disks use and in which order they boot; returns the boot orders in use.
  mutating func checkDiskReferences() -> Set<UInt> {
    let volumes = Set(spec.volumes.map(\.name))
    // v0.8.0 sees the last volume under every name.
    let lastIsClaim = spec.volumes.last?.persistentVolumeClaim != nil
    var used: Set<String> = []
    var bootOrders: Set<UInt> = []
    for (index, disk) in spec.domain.devices.disks.enumerated() {
      let field = "\(disksPath)[\(index)]"
      let hasVolume = volumes.contains(disk.volumeName)
      if !hasVolume { invalid(field + ".volumeName", "\"\(disk.volumeName)\" is the name of no volume") }
      if !used.insert(disk.volumeName).inserted {
        invalid(field + ".volumeName", "\"\(disk.volumeName)\" is used by another disk already")
      }
      if disk.lun != nil, hasVolume, !lastIsClaim {
        invalid(field + ".lun", "needs a volume that is a persistentVolumeClaim")
      }
      if let order = disk.bootOrder, !bootOrders.insert(order).inserted {
        invalid(field + ".bootOrder", "\(order) is used by another disk already")
      }
    }
    return bootOrders
  }

  /// What each disk is by itself; for presets, too.
  mutating func checkDisks(_ disks: [V1alpha2.Disk], path: String) {
    var names: Set<String> = []
    for (index, disk) in disks.enumerated() {
      let field = "\(path)[\(index)]"
      if !names.insert(disk.name).inserted {
        invalid(field + ".name", "\"\(disk.name)\" is the name of another disk already")
      }
      let targets = [disk.disk != nil, disk.lun != nil, disk.floppy != nil, disk.cdrom != nil]
      if targets.count(where: \.self) > 1 { invalid(field, "can be only one of disk, lun, floppy and cdrom") }
      if disk.bootOrder == 0 { invalid(field + ".bootOrder", "must be 1 or more") }
      if !disk.serial.isEmpty { checkSerial(disk.serial, field: field + ".serial") }
    }
  }

  private mutating func checkSerial(_ serial: String, field: String) {
    if !SerialNumber.isPlain(serial) { invalid(field, "may have letters, digits, '_', '.', '+' and '-' only") }
    if SerialNumber.isTooLong(serial) {
      invalid(field, "must not be longer than \(SerialNumber.mostCharacters) characters")
    }
  }
}
