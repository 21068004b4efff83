// Made from openapi/v1alpha2/devices.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  public struct CDRomTarget: Sendable {
    public var bus: String = ""
    public var readonly: Bool?
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
  public struct Devices: Sendable {
    public var autoattachGraphicsDevice: Bool?
    public var autoattachPodInterface: Bool?
    public var disks: [Disk] = []
    public var interfaces: [Interface] = []
    public var rng: Rng?
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
  public struct Disk: Sendable {
    public var bootOrder: UInt?
    @Boxed public var cdrom: CDRomTarget?
    public var disk: DiskTarget?
    public var floppy: FloppyTarget?
    public var lun: LunTarget?
    public var name: String = ""
    public var serial: String = ""
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
  public struct DiskTarget: Sendable {
    public var bus: String = ""
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
  public struct FloppyTarget: Sendable {
    public var readonly: Bool = false
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
  public struct I6300ESBWatchdog: Sendable {
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
  public struct Interface: Sendable {
    public var bootOrder: UInt?
    public var bridge: InterfaceBridge?
    public var macAddress: String = ""
    public var model: String = ""
    public var name: String = ""
    public var pciAddress: String = ""
    public var ports: [Port] = []
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
  public struct LunTarget: Sendable {
    public var bus: String = ""
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
  public struct MultusNetwork: Sendable {
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
  public struct Network: Sendable {
    public var multus: MultusNetwork?
    public var name: String = ""
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
  public struct PodNetwork: Sendable {
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
  public struct Port: Sendable {
    public var name: String = ""
    public var port: Int32 = 0
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
  public struct Watchdog: Sendable {
    public var i6300esb: I6300ESBWatchdog?
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
