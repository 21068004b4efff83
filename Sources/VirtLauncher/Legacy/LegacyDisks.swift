import VirtTypes
import XML

/// The disks of a legacy instance.
struct LegacyDisks {
  let elements: [XMLElement]

  init(
    instance: V1alpha2.VirtualMachineInstance, environment: DomainEnvironment
  ) throws(DomainError) {
    let sources = LegacyDiskSources(instance: instance, environment: environment)
    var names = LegacyDiskNames()
    var elements: [XMLElement] = []
    for disk in instance.spec.domain.devices.disks {
      guard let volume = instance.spec.volumes.first(where: { $0.name == disk.volumeName }) else {
        throw .volumeMissing(disk: disk.name)
      }
      elements.append(
        Self.element(disk, target: LegacyDiskTarget(disk), source: try sources.source(of: volume), names: &names))
    }
    self.elements = elements
  }

  private static func element(
    _ disk: V1alpha2.Disk, target: LegacyDiskTarget, source: LegacyDiskSource, names: inout LegacyDiskNames
  ) -> XMLElement {
    let device = target.bus.flatMap { names.next(onBus: $0) }
    var children = [
      XMLElement("source", ["file": source.file]),
      XMLElement("target", ["bus": target.bus, "dev": device, "tray": target.tray]),
      XMLElement("driver", ["name": "qemu", "type": source.format]),
    ]
    if target.isReadOnly { children.append(XMLElement("readonly")) }
    children.append(LegacyAlias.element(disk.name))
    if let file = source.backingFile {
      children.append(
        XMLElement(
          "backingStore", ["type": "file"],
          children: [XMLElement("format", ["type": "raw"]), XMLElement("source", ["file": file])]))
    }
    if let order = disk.bootOrder { children.append(XMLElement("boot", ["order": String(order)])) }
    return XMLElement("disk", ["device": target.device, "type": "file"], children: children)
  }
}

/// What the guest sees of a disk. One that says nothing, which only instances without defaults have, gets nothing.
private struct LegacyDiskTarget {
  var device: String?
  var bus: String?
  var tray: String?
  var isReadOnly = false

  init(_ disk: V1alpha2.Disk) {
    if let target = disk.disk {
      (device, bus, isReadOnly) = ("disk", target.bus, target.readonly)
    } else if let target = disk.lun {
      (device, bus, isReadOnly) = ("lun", target.bus, target.readonly)
    } else if let target = disk.floppy {
      (device, bus, tray, isReadOnly) = ("floppy", "fdc", target.tray, target.readonly)
    } else if let target = disk.cdrom {
      (device, bus, tray, isReadOnly) = ("cdrom", target.bus, target.tray, target.readonly ?? true)
    }
    if bus == "" { bus = nil }
    if tray == "" { tray = nil }
  }
}

/// Names devices by their bus. SATA and SCSI disks are counted apart although both are called `sd`: so did v0.8.0.
private struct LegacyDiskNames {
  private static let prefixes = ["virtio": "vd", "sata": "sd", "scsi": "sd", "ide": "hd", "fdc": "fd"]
  private var counts: [String: Int] = [:]

  /// Nil for an unknown bus.
  mutating func next(onBus bus: String) -> String? {
    guard let prefix = Self.prefixes[bus] else { return nil }
    let index = counts[bus, default: 0]
    counts[bus] = index + 1
    return prefix + Self.letters(index)
  }

  /// a … z, aa, ab …
  private static func letters(_ index: Int) -> String {
    var text = ""
    var rest = index
    repeat {
      text = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }
}
