import VirtTypes

/// Names that disks have in libvirt (`vda`, `sdb`): by bus a prefix, then letters in the order of the disks; those that
/// were given before are kept.
struct DiskTargets {
  private var taken: [String: Set<String>] = [:]
  private var kept: [String: String] = [:]

  /// - Parameter statuses: what was reported of volumes, their targets among it.
  init(_ statuses: [V1.VolumeStatus]) {
    for status in statuses where status.target.count > 2 {
      kept[status.name] = status.target
      taken[String(status.target.prefix(2)), default: []].insert(status.target)
    }
  }

  /// The name of a disk on a bus.
  mutating func name(disk: String, bus: String) -> String {
    if let name = kept[disk] { return name }
    let prefix = bus == "virtio" ? "vd" : bus == "fdc" ? "fd" : "sd"
    var index = 0
    while taken[prefix]?.contains(prefix + Self.letters(index)) == true { index += 1 }
    let name = prefix + Self.letters(index)
    taken[prefix, default: []].insert(name)
    return name
  }

  /// 0 is a, 25 z, 26 aa.
  static func letters(_ index: Int) -> String {
    var (rest, text) = (index, "")
    repeat {
      text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// The number of which a name has the letters, counted from 0.
  static func index(ofName name: String) -> Int? {
    let letters = name.dropFirst(2).utf8
    guard !letters.isEmpty, letters.count < 6, letters.allSatisfy({ (97...122).contains($0) }) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 96 } - 1
  }
}

extension V1.Disk {
  /// The bus that the disk is on; none given is virtio for disks, and the first that fits for others.
  var targetBus: String {
    if let cdrom { return cdrom.bus }
    if let lun { return lun.bus }
    return disk?.bus ?? "virtio"
  }

  var deviceType: String { cdrom != nil ? "cdrom" : lun != nil ? "lun" : "disk" }

  var isReadOnly: Bool {
    if let cdrom { return cdrom.readonly ?? true }
    if let lun { return lun.readonly }
    return disk?.readonly ?? false
  }
}
