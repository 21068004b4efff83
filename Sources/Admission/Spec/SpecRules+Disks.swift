import Kube
import VirtTypes

/// Disks by themselves: names, buses, addresses and options. These rules hold for presets too.
extension SpecRules {
  mutating func checkDisks(_ disks: [V1.Disk], _ names: NameTable) {
    let disks = disks.span
    var repetitions = RepetitionCounter(names)
    for index in disks.indices {
      for _ in 0..<repetitions.countBefore(index, disks[index].name) {
        invalid(path.disk(index, "name"), "is \"\(disks[index].name)\", which another disk has already")
      }
      checkTarget(disks, index)
      checkDiskOptions(disks, index)
      checkDiskName(disks[index].name, index)
      if let blockSize = disks[index].blockSize { check(blockSize, index, bus: disks.bus(index)) }
    }
  }

  private mutating func checkDiskName(_ name: String, _ index: Int) {
    for fault in NameFaults.ofLabel(name) {
      add(.invalid, path.oddDisk("[\(index)].name"), place: path.disk(index, "name"), fault)
    }
  }

  private mutating func checkTarget(_ disks: Span<V1.Disk>, _ index: Int) {
    if count(disks[index].disk != nil, disks[index].lun != nil, disks[index].cdrom != nil) > 1 {
      invalid(path.device("disks[\(index)]"), "must be only one of disk, lun and cdrom")
    }
    if let target = disks[index].disk, !target.pciAddress.isEmpty { checkPCIAddress(target, index) }
  }

  /// Of a disk with several targets the first one's bus counts.
  private mutating func checkBus(_ disks: Span<V1.Disk>, _ index: Int) {
    let bus = disks.bus(index)
    switch bus {
    case "", "scsi", "usb": break
    case "virtio":
      if disks[index].disk == nil, disks[index].lun == nil {
        invalid(path.disk(index, "cdrom.bus"), "is virtio, must be sata, scsi or usb on a CD-ROM")
      }
    case "sata":
      if disks[index].disk?.readonly == true {
        invalid(path.disk(index, "disk.bus"), "is sata, must be virtio, scsi or usb where readonly is true")
      }
    default:
      let target = disks[index].disk != nil ? "disk" : disks[index].lun != nil ? "lun" : "cdrom"
      invalid(path.disk(index, "\(target).bus"), "is \"\(bus)\", must be virtio, sata, scsi or usb")
    }
  }

  private mutating func checkPCIAddress(_ target: V1.DiskTarget, _ index: Int) {
    let field = path.oddDisk(".disk[\(index)].pciAddress")
    if target.bus != "virtio" {
      add(
        .invalid, field, place: path.disk(index, "disk.pciAddress"), "needs bus virtio, not \"\(target.bus)\"")
    }
    if !PCIAddress.isValid(target.pciAddress) {
      add(
        .invalid, field, place: path.disk(index, "disk.pciAddress"),
        "is \"\(target.pciAddress)\", must be of the form 0000:81:01.0")
    }
  }

  private mutating func checkDiskOptions(_ disks: Span<V1.Disk>, _ index: Int) {
    if let order = disks[index].bootOrder, order < 1 {
      invalid(path.disk(index, "bootOrder"), "is \(order), must be at least 1")
    }
    checkBus(disks, index)
    if disks[index].dedicatedIOThread == true, !["", "virtio"].contains(disks.bus(index)) {
      add(
        .notSupported, path.oddDisk("[\(index)]"), place: path.disk(index, "dedicatedIOThread"),
        "needs bus virtio, not \"\(disks.bus(index))\"")
    }
    if !disks[index].serial.isEmpty { checkSerial(disks[index].serial, index) }
    switch disks[index].cache {
    case "", "none", "writethrough", "writeback": break
    default:
      invalid(path.disk(index, "cache"), "is \"\(disks[index].cache)\", must be none, writethrough or writeback")
    }
    switch disks[index].io {
    case "", "native", "threads": break
    default:
      add(
        .notSupported, path.oddDisk("[\(index)].io"), place: path.disk(index, "io"),
        "is \"\(disks[index].io)\", must be native or threads")
    }
    if let policy = disks[index].errorPolicy {
      switch policy {
      case "stop", "ignore", "report", "enospace": break
      default:
        invalid(path.disk(index, "errorPolicy"), "is \"\(policy)\", must be stop, ignore, report or enospace")
      }
    }
  }

  private mutating func checkSerial(_ serial: String, _ index: Int) {
    if !SerialNumber.isPlain(serial) {
      invalid(path.disk(index, "serial"), "must be of letters, digits, '_', '.', '+' and '-' only")
    }
    if SerialNumber.isTooLong(serial) {
      invalid(path.disk(index, "serial"), "must have at most \(SerialNumber.mostCharacters) characters")
    }
  }
}

/// Block sizes of disks.
extension SpecRules {
  private static let leastBlockSize: UInt = 512
  private static let mostBlockSize: UInt = 2 * 1024 * 1024

  private mutating func check(_ blockSize: V1.BlockSize, _ index: Int, bus: String) {
    guard let custom = blockSize.custom else { return }
    if let match = blockSize.matchVolume, match.enabled ?? true {
      invalid(path.disk(index, "blockSize"), "must be only one of custom and matchVolume")
      return
    }
    if custom.logical > custom.physical {
      invalid(
        path.disk(index, "blockSize.custom.logical"),
        "is \(custom.logical), must not exceed the physical size, \(custom.physical)")
    } else if bus == "sata", custom.logical != Self.leastBlockSize {
      invalid(path.disk(index, "blockSize.custom.logical"), "is \(custom.logical), must be 512 on bus sata")
    } else if let granularity = custom.discardGranularity, custom.logical != 0, granularity % custom.logical != 0 {
      invalid(
        path.disk(index, "blockSize.custom.discardGranularity"),
        "is \(granularity), must be a multiple of the logical size, \(custom.logical)")
    } else {
      checkBlockSize(custom.logical, index, "logical")
      checkBlockSize(custom.physical, index, "physical")
    }
  }

  private mutating func checkBlockSize(_ size: UInt, _ index: Int, _ member: String) {
    if size < Self.leastBlockSize {
      invalid(path.disk(index, "blockSize.custom.\(member)"), "is \(size), must be at least \(Self.leastBlockSize)")
    } else if size > Self.mostBlockSize {
      invalid(path.disk(index, "blockSize.custom.\(member)"), "is \(size), must be at most \(Self.mostBlockSize)")
    } else if size & (size - 1) != 0 {
      invalid(path.disk(index, "blockSize.custom.\(member)"), "is \(size), must be a power of two")
    }
  }
}

extension Span<V1.Disk> {
  /// The bus of whatever the disk is.
  fileprivate func bus(_ index: Int) -> String {
    if let target = self[index].disk { return target.bus }
    if let target = self[index].lun { return target.bus }
    return self[index].cdrom?.bus ?? ""
  }
}

extension SpecPath {
  /// Some causes name disks by a path in which the way to them is there twice; programs know it so.
  fileprivate func oddDisk(_ member: String) -> String { device("disks.domain.devices.disks\(member)") }
}

/// What a disk tells the guest as its serial number.
enum SerialNumber {
  static let mostCharacters = 256

  /// Whether all characters are letters, digits, `_`, `.`, `+` and `-`.
  static func isPlain(_ serial: String) -> Bool {
    serial.everyByte { byte in
      isASCIILetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
  }

  static func isTooLong(_ serial: String) -> Bool {
    serial.utf8.count > mostCharacters && serial.unicodeScalars.count > mostCharacters
  }
}

/// The place of a device on a PCI bus, such as `0000:81:01.0`.
enum PCIAddress {
  /// Whether the text is domain, bus and slot in hexadecimal digits (4, 2, 2) and a function of 0 to 7.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 12 else { return false }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 4, 7: guard byte == UInt8(ascii: ":") else { return false }
      case 10: guard byte == UInt8(ascii: ".") else { return false }
      case 11: guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return false }
      default: guard isHexDigit(byte) else { return false }
      }
    }
    return true
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

/// Whether the byte is one of `0-9 A-Z a-z`.
func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: false
  }
}
