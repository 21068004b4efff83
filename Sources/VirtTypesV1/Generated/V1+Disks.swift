// Made from openapi/v1/disks.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Sizes of the blocks that the guest sees; one member at most is set.
  public struct BlockSize: Sendable {
    /// Sizes given in bytes.
    public var custom: CustomBlockSize?
    /// Takes the sizes of the volume.
    public var matchVolume: FeatureState?

    public init() {}
  }
}

extension V1.BlockSize: JSONStructure {
  public static let memberNames: [StaticString] = ["custom", "matchVolume"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("custom", &custom)
      case 1: reader.member("matchVolume", &matchVolume)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d6f74737563:
      if key.count == 6 { return 0 }  // custom
    case 0x6c6f56686374616d:
      if key.equals("matchVolume") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("custom", custom)
    writer.memberUnlessEmpty("matchVolume", matchVolume)
    writer.endObject()
  }
}

extension V1 {
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

extension V1.CDRomTarget: JSONStructure {
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

extension V1 {
  /// Sizes of blocks in bytes.
  public struct CustomBlockSize: Sendable {
    /// Smallest piece that can be discarded.
    public var discardGranularity: UInt?
    /// Smallest piece that can be addressed, a power of two.
    public var logical: UInt = 0
    /// Smallest piece that can be written at once, a power of two.
    public var physical: UInt = 0

    public init() {}
  }
}

extension V1.CustomBlockSize: JSONStructure {
  public static let memberNames: [StaticString] = ["discardGranularity", "logical", "physical"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("discardGranularity", &discardGranularity)
      case 1: reader.member("logical", &logical)
      case 2: reader.member("physical", &physical)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4764726163736964:
      if key.equals("discardGranularity") { return 0 }
    case 0x6c616369676f6c:
      if key.count == 7 { return 1 }  // logical
    case 0x6c61636973796870:
      if key.count == 8 { return 2 }  // physical
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("discardGranularity", discardGranularity)
    writer.memberUnlessEmpty("logical", logical)
    writer.memberUnlessEmpty("physical", physical)
    writer.endObject()
  }
}

extension V1 {
  /// A disk of the guest; one of disk, lun and cdrom is set, and a plain disk is meant when none is.
  public struct Disk: Sendable {
    /// Sizes of the blocks that the guest sees.
    @Boxed public var blockSize: BlockSize?
    /// Place in the order of devices to boot from, 1 being the first.
    public var bootOrder: UInt?
    /// How the host caches the disk: none, writethrough or writeback.
    public var cache: String = ""
    /// Shows the volume as a CD-ROM.
    @Boxed public var cdrom: CDRomTarget?
    /// Whether changed blocks are tracked for incremental backups.
    public var changedBlockTracking: Bool?
    /// True serves the disk by a thread of its own.
    public var dedicatedIOThread: Bool?
    /// Shows the volume as a plain disk.
    @Boxed public var disk: DiskTarget?
    /// What happens on errors: stop, ignore, report or enospace.
    public var errorPolicy: String?
    /// How the host does input and output: native or threads.
    public var io: String = ""
    /// Shows the volume as a SCSI device that takes all commands.
    public var lun: LunTarget?
    /// Name of the volume.
    public var name: String = ""
    /// Serial number that the guest reads.
    public var serial: String = ""
    /// True when several guests may write at once.
    public var shareable: Bool?
    /// Tag that the guest finds in its metadata.
    public var tag: String = ""

    public init() {}
  }
}

extension V1.Disk: JSONStructure {
  public static let memberNames: [StaticString] = [
    "blockSize", "bootOrder", "cache", "cdrom", "changedBlockTracking", "dedicatedIOThread", "disk", "errorPolicy",
    "io", "lun", "name", "serial", "shareable", "tag",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("blockSize", &blockSize)
      case 1: reader.member("bootOrder", &bootOrder)
      case 2: reader.member("cache", &cache)
      case 3: reader.member("cdrom", &cdrom)
      case 4: reader.member("changedBlockTracking", &changedBlockTracking)
      case 5: reader.member("dedicatedIOThread", &dedicatedIOThread)
      case 6: reader.member("disk", &disk)
      case 7: reader.member("errorPolicy", &errorPolicy)
      case 8: reader.member("io", &io)
      case 9: reader.member("lun", &lun)
      case 10: reader.member("name", &name)
      case 11: reader.member("serial", &serial)
      case 12: reader.member("shareable", &shareable)
      case 13: reader.member("tag", &tag)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7a69536b636f6c62:
      if key.equals("blockSize") { return 0 }
    case 0x6564724f746f6f62:
      if key.equals("bootOrder") { return 1 }
    case 0x6568636163:
      if key.count == 5 { return 2 }  // cache
    case 0x6d6f726463:
      if key.count == 5 { return 3 }  // cdrom
    case 0x426465676e616863:
      if key.equals("changedBlockTracking") { return 4 }
    case 0x6574616369646564:
      if key.equals("dedicatedIOThread") { return 5 }
    case 0x6b736964:
      if key.count == 4 { return 6 }  // disk
    case 0x6c6f50726f727265:
      if key.equals("errorPolicy") { return 7 }
    case 0x6f69:
      if key.count == 2 { return 8 }  // io
    case 0x6e756c:
      if key.count == 3 { return 9 }  // lun
    case 0x656d616e:
      if key.count == 4 { return 10 }  // name
    case 0x6c6169726573:
      if key.count == 6 { return 11 }  // serial
    case 0x6c62616572616873:
      if key.equals("shareable") { return 12 }
    case 0x676174:
      if key.count == 3 { return 13 }  // tag
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("blockSize", blockSize)
    writer.memberUnlessEmpty("bootOrder", bootOrder)
    writer.memberUnlessEmpty("cache", cache)
    writer.memberUnlessEmpty("cdrom", cdrom)
    writer.memberUnlessEmpty("changedBlockTracking", changedBlockTracking)
    writer.memberUnlessEmpty("dedicatedIOThread", dedicatedIOThread)
    writer.memberUnlessEmpty("disk", disk)
    writer.memberUnlessEmpty("errorPolicy", errorPolicy)
    writer.memberUnlessEmpty("io", io)
    writer.memberUnlessEmpty("lun", lun)
    writer.member("name", name)
    writer.memberUnlessEmpty("serial", serial)
    writer.memberUnlessEmpty("shareable", shareable)
    writer.memberUnlessEmpty("tag", tag)
    writer.endObject()
  }
}

extension V1 {
  /// Shows the volume as a plain disk.
  public struct DiskTarget: Sendable {
    /// Bus of the disk: virtio, sata, scsi or usb.
    public var bus: String = ""
    /// Address on the PCI bus, such as 0000:81:01.1.
    public var pciAddress: String = ""
    /// True forbids writing.
    public var readonly: Bool = false

    public init() {}
  }
}

extension V1.DiskTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "pciAddress", "readonly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("pciAddress", &pciAddress)
      case 2: reader.member("readonly", &readonly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737562:
      if key.count == 3 { return 0 }  // bus
    case 0x6572646441696370:
      if key.equals("pciAddress") { return 1 }
    case 0x796c6e6f64616572:
      if key.count == 8 { return 2 }  // readonly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.memberUnlessEmpty("pciAddress", pciAddress)
    writer.memberUnlessEmpty("readonly", readonly)
    writer.endObject()
  }
}

extension V1 {
  /// A folder that is shared with the guest.
  public struct Filesystem: Sendable {
    /// Name of the volume.
    public var name: String = ""
    /// Shares by virtiofs.
    public var virtiofs: FilesystemVirtiofs?

    public init() {}
  }
}

extension V1.Filesystem: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "virtiofs"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("virtiofs", &virtiofs)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "virtiofs")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x73666f6974726976:
      if key.count == 8 { return 1 }  // virtiofs
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("virtiofs", virtiofs)
    writer.endObject()
  }
}

extension V1 {
  /// Shares a folder by virtiofs.
  public struct FilesystemVirtiofs: Sendable {

    public init() {}
  }
}

extension V1.FilesystemVirtiofs: JSONStructure {
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

extension V1 {
  /// Shows the volume as a SCSI device that takes all commands.
  public struct LunTarget: Sendable {
    /// Bus of the device: scsi, sata or virtio.
    public var bus: String = ""
    /// True forbids writing.
    public var readonly: Bool = false
    /// True lets the guest make persistent reservations.
    public var reservation: Bool = false

    public init() {}
  }
}

extension V1.LunTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "readonly", "reservation"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("readonly", &readonly)
      case 2: reader.member("reservation", &reservation)
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
    case 0x7461767265736572:
      if key.equals("reservation") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.memberUnlessEmpty("readonly", readonly)
    writer.memberUnlessEmpty("reservation", reservation)
    writer.endObject()
  }
}
