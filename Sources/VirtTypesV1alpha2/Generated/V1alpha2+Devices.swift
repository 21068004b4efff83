// Made from openapi/v1alpha2/devices.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// Shows the volume as a CD-ROM.
  public struct CDRomTarget: Sendable {
    /// Bus of the drive: sata, scsi or usb; sata when empty.
    public var bus: String = ""
    /// Must be true, which is the default.
    public var readonly: Bool?
    /// Whether the tray is open or closed.
    public var tray: String = ""

    public init() {}
  }
}

extension V1alpha2.CDRomTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "readonly", "tray"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("readonly", &readonly)
      case 2: reader.member("tray", &tray)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737562:
      if key.count == 3 { return 0 }  // bus
    case 0x796c6e6f64616572:
      if key.count == 8 { return 1 }  // readonly
    case 0x79617274:
      if key.count == 4 { return 2 }  // tray
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.memberUnlessEmpty("readonly", readonly)
    writer.memberUnlessEmpty("tray", tray)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Devices of the guest.
  public struct Devices: Sendable {
    /// False leaves out the graphics card and VNC.
    public var autoattachGraphicsDevice: Bool?
    /// False leaves out the interface to the pod network that is added when no interface is given.
    public var autoattachPodInterface: Bool?
    /// Disks, each with the names of its own and of its volume.
    public var disks: [Disk] = []
    /// Network interfaces, each with the name of its network.
    public var interfaces: [Interface] = []
    /// Gives the guest random numbers of the host.
    public var rng: Rng?
    /// A watchdog, which acts when the guest stops feeding it.
    public var watchdog: Watchdog?

    public init() {}
  }
}

extension V1alpha2.Devices: JSONStructure {
  public static let memberNames: [StaticString] = [
    "autoattachGraphicsDevice", "autoattachPodInterface", "disks", "interfaces", "rng", "watchdog",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("autoattachGraphicsDevice", &autoattachGraphicsDevice)
      case 1: reader.member("autoattachPodInterface", &autoattachPodInterface)
      case 2: reader.member("disks", &disks)
      case 3: reader.member("interfaces", &interfaces)
      case 4: reader.member("rng", &rng)
      case 5: reader.member("watchdog", &watchdog)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x617474616f747561:
      if key.equals("autoattachGraphicsDevice") { return 0 }
      if key.equals("autoattachPodInterface") { return 1 }
    case 0x736b736964:
      if key.count == 5 { return 2 }  // disks
    case 0x6361667265746e69:
      if key.equals("interfaces") { return 3 }
    case 0x676e72:
      if key.count == 3 { return 4 }  // rng
    case 0x676f646863746177:
      if key.count == 8 { return 5 }  // watchdog
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("autoattachGraphicsDevice", autoattachGraphicsDevice)
    writer.memberUnlessEmpty("autoattachPodInterface", autoattachPodInterface)
    writer.memberUnlessEmpty("disks", disks)
    writer.memberUnlessEmpty("interfaces", interfaces)
    writer.memberUnlessEmpty("rng", rng)
    writer.memberUnlessEmpty("watchdog", watchdog)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A disk of the guest; one of disk, lun, floppy and cdrom is set, and a plain disk is meant when none is.
  public struct Disk: Sendable {
    /// Place in the order of devices to boot from, 1 being the first.
    public var bootOrder: UInt?
    /// Shows the volume as a CD-ROM.
    @Boxed public var cdrom: CDRomTarget?
    /// Shows the volume as a plain disk.
    public var disk: DiskTarget?
    /// Shows the volume as a floppy disk.
    public var floppy: FloppyTarget?
    /// Shows the volume as a SCSI device that takes all commands.
    public var lun: LunTarget?
    /// Name of the disk.
    public var name: String = ""
    /// Serial number that the guest reads.
    public var serial: String = ""
    /// Name of the volume that the disk shows.
    public var volumeName: String = ""

    public init() {}
  }
}

extension V1alpha2.Disk: JSONStructure {
  public static let memberNames: [StaticString] = [
    "bootOrder", "cdrom", "disk", "floppy", "lun", "name", "serial", "volumeName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bootOrder", &bootOrder)
      case 1: reader.member("cdrom", &cdrom)
      case 2: reader.member("disk", &disk)
      case 3: reader.member("floppy", &floppy)
      case 4: reader.member("lun", &lun)
      case 5: reader.member("name", &name)
      case 6: reader.member("serial", &serial)
      case 7: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6564724f746f6f62:
      if key.equals("bootOrder") { return 0 }
    case 0x6d6f726463:
      if key.count == 5 { return 1 }  // cdrom
    case 0x6b736964:
      if key.count == 4 { return 2 }  // disk
    case 0x7970706f6c66:
      if key.count == 6 { return 3 }  // floppy
    case 0x6e756c:
      if key.count == 3 { return 4 }  // lun
    case 0x656d616e:
      if key.count == 4 { return 5 }  // name
    case 0x6c6169726573:
      if key.count == 6 { return 6 }  // serial
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bootOrder", bootOrder)
    writer.memberUnlessEmpty("cdrom", cdrom)
    writer.memberUnlessEmpty("disk", disk)
    writer.memberUnlessEmpty("floppy", floppy)
    writer.memberUnlessEmpty("lun", lun)
    writer.member("name", name)
    writer.memberUnlessEmpty("serial", serial)
    writer.member("volumeName", volumeName)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Shows the volume as a plain disk.
  public struct DiskTarget: Sendable {
    /// Bus of the disk: virtio, sata, scsi or usb.
    public var bus: String = ""
    /// True forbids writing.
    public var readonly: Bool = false

    public init() {}
  }
}

extension V1alpha2.DiskTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "readonly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("readonly", &readonly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737562:
      if key.count == 3 { return 0 }  // bus
    case 0x796c6e6f64616572:
      if key.count == 8 { return 1 }  // readonly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.memberUnlessEmpty("readonly", readonly)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Shows the volume as a floppy disk.
  public struct FloppyTarget: Sendable {
    /// True forbids writing.
    public var readonly: Bool = false
    /// Whether the tray is open or closed.
    public var tray: String = ""

    public init() {}
  }
}

extension V1alpha2.FloppyTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["readonly", "tray"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("readonly", &readonly)
      case 1: reader.member("tray", &tray)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x796c6e6f64616572:
      if key.count == 8 { return 0 }  // readonly
    case 0x79617274:
      if key.count == 4 { return 1 }  // tray
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("readonly", readonly)
    writer.memberUnlessEmpty("tray", tray)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The watchdog of Intel's 6300ESB.
  public struct I6300ESBWatchdog: Sendable {
    /// What it does: poweroff, reset or shutdown.
    public var action: String = ""

    public init() {}
  }
}

extension V1alpha2.I6300ESBWatchdog: JSONStructure {
  public static let memberNames: [StaticString] = ["action"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("action", &action)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f69746361:
      if key.count == 6 { return 0 }  // action
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("action", action)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A network interface of the guest.
  public struct Interface: Sendable {
    /// Place in the order of devices to boot from, 1 being the first.
    public var bootOrder: UInt?
    /// Binds by a bridge to the pod's interface.
    public var bridge: InterfaceBridge?
    /// MAC address, such as de:ad:00:00:be:af; made up when empty.
    public var macAddress: String = ""
    /// Model of the card, such as virtio or e1000; virtio when empty.
    public var model: String = ""
    /// Name of the network, which is the interface's too.
    public var name: String = ""
    /// Address on the PCI bus, such as 0000:81:01.1.
    public var pciAddress: String = ""
    /// Ports of the guest that are reached from outside, for slirp.
    public var ports: [Port] = []
    /// Binds by slirp, which translates in user space.
    public var slirp: InterfaceSlirp?

    public init() {}
  }
}

extension V1alpha2.Interface: JSONStructure {
  public static let memberNames: [StaticString] = [
    "bootOrder", "bridge", "macAddress", "model", "name", "pciAddress", "ports", "slirp",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bootOrder", &bootOrder)
      case 1: reader.member("bridge", &bridge)
      case 2: reader.member("macAddress", &macAddress)
      case 3: reader.member("model", &model)
      case 4: reader.member("name", &name)
      case 5: reader.member("pciAddress", &pciAddress)
      case 6: reader.member("ports", &ports)
      case 7: reader.member("slirp", &slirp)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6564724f746f6f62:
      if key.equals("bootOrder") { return 0 }
    case 0x656764697262:
      if key.count == 6 { return 1 }  // bridge
    case 0x657264644163616d:
      if key.equals("macAddress") { return 2 }
    case 0x6c65646f6d:
      if key.count == 5 { return 3 }  // model
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    case 0x6572646441696370:
      if key.equals("pciAddress") { return 5 }
    case 0x7374726f70:
      if key.count == 5 { return 6 }  // ports
    case 0x7072696c73:
      if key.count == 5 { return 7 }  // slirp
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bootOrder", bootOrder)
    writer.memberUnlessEmpty("bridge", bridge)
    writer.memberUnlessEmpty("macAddress", macAddress)
    writer.memberUnlessEmpty("model", model)
    writer.member("name", name)
    writer.memberUnlessEmpty("pciAddress", pciAddress)
    writer.memberUnlessEmpty("ports", ports)
    writer.memberUnlessEmpty("slirp", slirp)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Binds by a bridge to the pod's interface.
  public struct InterfaceBridge: Sendable {

    public init() {}
  }
}

extension V1alpha2.InterfaceBridge: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Binds by slirp, which translates in user space.
  public struct InterfaceSlirp: Sendable {

    public init() {}
  }
}

extension V1alpha2.InterfaceSlirp: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Shows the volume as a SCSI device that takes all commands.
  public struct LunTarget: Sendable {
    /// Bus of the device: scsi, sata or virtio.
    public var bus: String = ""
    /// True forbids writing.
    public var readonly: Bool = false

    public init() {}
  }
}

extension V1alpha2.LunTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "readonly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("readonly", &readonly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737562:
      if key.count == 3 { return 0 }  // bus
    case 0x796c6e6f64616572:
      if key.count == 8 { return 1 }  // readonly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.memberUnlessEmpty("readonly", readonly)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A network that Multus attaches.
  public struct MultusNetwork: Sendable {
    /// Name of the NetworkAttachmentDefinition.
    public var networkName: String = ""

    public init() {}
  }
}

extension V1alpha2.MultusNetwork: JSONStructure {
  public static let memberNames: [StaticString] = ["networkName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("networkName", &networkName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4e6b726f7774656e:
      if key.equals("networkName") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("networkName", networkName)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A network; besides the name exactly one member is set.
  public struct Network: Sendable {
    /// A network that Multus attaches.
    public var multus: MultusNetwork?
    /// Name of the network, which interfaces refer to.
    public var name: String = ""
    /// The cluster's pod network.
    public var pod: PodNetwork?

    public init() {}
  }
}

extension V1alpha2.Network: JSONStructure {
  public static let memberNames: [StaticString] = ["multus", "name", "pod"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("multus", &multus)
      case 1: reader.member("name", &name)
      case 2: reader.member("pod", &pod)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7375746c756d:
      if key.count == 6 { return 0 }  // multus
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x646f70:
      if key.count == 3 { return 2 }  // pod
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("multus", multus)
    writer.member("name", name)
    writer.memberUnlessEmpty("pod", pod)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The cluster's pod network.
  public struct PodNetwork: Sendable {
    /// IPv4 network between guest and pod; 10.0.2.0/24 when empty.
    public var vmNetworkCIDR: String = ""

    public init() {}
  }
}

extension V1alpha2.PodNetwork: JSONStructure {
  public static let memberNames: [StaticString] = ["vmNetworkCIDR"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("vmNetworkCIDR", &vmNetworkCIDR)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726f7774654e6d76:
      if key.equals("vmNetworkCIDR") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("vmNetworkCIDR", vmNetworkCIDR)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A port of the guest that is reached from outside.
  public struct Port: Sendable {
    /// Name of the port, for people and for services.
    public var name: String = ""
    /// Number of the port, 1 to 65535.
    public var port: Int32 = 0
    /// TCP, which is the default, or UDP.
    public var `protocol`: String = ""

    public init() {}
  }
}

extension V1alpha2.Port: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "port", "protocol"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("port", &port)
      case 2: reader.member("protocol", &`protocol`)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x74726f70:
      if key.count == 4 { return 1 }  // port
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 2 }  // protocol
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.member("port", port)
    writer.memberUnlessEmpty("protocol", `protocol`)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Gives the guest random numbers of the host.
  public struct Rng: Sendable {

    public init() {}
  }
}

extension V1alpha2.Rng: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A watchdog, which acts when the guest stops feeding it; one model is set.
  public struct Watchdog: Sendable {
    /// The watchdog of Intel's 6300ESB.
    public var i6300esb: I6300ESBWatchdog?
    /// Name of the watchdog.
    public var name: String = ""

    public init() {}
  }
}

extension V1alpha2.Watchdog: JSONStructure {
  public static let memberNames: [StaticString] = ["i6300esb", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("i6300esb", &i6300esb)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6273653030333669:
      if key.count == 8 { return 0 }  // i6300esb
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("i6300esb", i6300esb)
    writer.member("name", name)
    writer.endObject()
  }
}
