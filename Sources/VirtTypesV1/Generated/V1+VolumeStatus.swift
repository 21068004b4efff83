// Made from openapi/v1/volume-status.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// What is known of the image of a container disk.
  public struct ContainerDiskInfo: Sendable {
    /// CRC-32 of the disk image.
    public var checksum: UInt32 = 0

    public init() {}
  }
}

extension V1.ContainerDiskInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["checksum"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("checksum", &checksum)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d75736b63656863:
      if key.count == 8 { return 0 }  // checksum
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("checksum", checksum)
    writer.endObject()
  }
}

extension V1 {
  /// A memory dump and where it is.
  public struct DomainMemoryDumpInfo: Sendable {
    /// Name of the claim that takes the dump.
    public var claimName: String = ""
    /// When the dump was complete.
    public var endTimestamp: Timestamp?
    /// When the dump began.
    public var startTimestamp: Timestamp?
    /// Name of the dump's file in the claim.
    public var targetFileName: String = ""

    public init() {}
  }
}

extension V1.DomainMemoryDumpInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "endTimestamp", "startTimestamp", "targetFileName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("endTimestamp", &endTimestamp)
      case 2: reader.member("startTimestamp", &startTimestamp)
      case 3: reader.member("targetFileName", &targetFileName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x73656d6954646e65:
      if key.equals("endTimestamp") { return 1 }
    case 0x6d69547472617473:
      if key.equals("startTimestamp") { return 2 }
    case 0x6946746567726174:
      if key.equals("targetFileName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("claimName", claimName)
    writer.memberUnlessEmpty("endTimestamp", endTimestamp)
    writer.memberUnlessEmpty("startTimestamp", startTimestamp)
    writer.memberUnlessEmpty("targetFileName", targetFileName)
    writer.endObject()
  }
}

extension V1 {
  /// The helper pod through which a volume was plugged in.
  public struct HotplugVolumeStatus: Sendable {
    /// Name of the helper pod.
    public var attachPodName: String = ""
    /// UID of the helper pod.
    public var attachPodUID: String = ""

    public init() {}
  }
}

extension V1.HotplugVolumeStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["attachPodName", "attachPodUID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("attachPodName", &attachPodName)
      case 1: reader.member("attachPodUID", &attachPodUID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f50686361747461:
      if key.equals("attachPodName") { return 0 }
      if key.equals("attachPodUID") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("attachPodName", attachPodName)
    writer.memberUnlessEmpty("attachPodUID", attachPodUID)
    writer.endObject()
  }
}

extension V1 {
  /// What is known of a volume's claim.
  public struct PersistentVolumeClaimInfo: Sendable {
    /// How many nodes may use the claim, and whether they may write.
    public var accessModes: [String] = []
    /// Size of the volume that is bound to the claim.
    public var capacity: [String: Quantity]?
    /// Name of the claim.
    public var claimName: String = ""
    /// Share of the volume, between 0 and 1, that the file system itself takes.
    public var filesystemOverhead: String?
    /// True when all of the disk's space is allocated beforehand.
    public var preallocated: Bool = false
    /// Size that the claim asks for.
    public var requests: [String: Quantity]?
    /// Whether the volume is a file system or a block device.
    public var volumeMode: String?

    public init() {}
  }
}

extension V1.PersistentVolumeClaimInfo: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "capacity", "claimName", "filesystemOverhead", "preallocated", "requests", "volumeMode",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: 
        reader.listedElements(
          "accessModes", &accessModes, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])
      case 1: reader.member("capacity", &capacity)
      case 2: reader.member("claimName", &claimName)
      case 3: reader.member("filesystemOverhead", &filesystemOverhead)
      case 4: reader.member("preallocated", &preallocated)
      case 5: reader.member("requests", &requests)
      case 6: reader.listedMember("volumeMode", &volumeMode, ["Block", "Filesystem", "FromStorageProfile"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f4d737365636361:
      if key.equals("accessModes") { return 0 }
    case 0x7974696361706163:
      if key.count == 8 { return 1 }  // capacity
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 2 }
    case 0x74737973656c6966:
      if key.equals("filesystemOverhead") { return 3 }
    case 0x636f6c6c61657270:
      if key.equals("preallocated") { return 4 }
    case 0x7374736575716572:
      if key.count == 8 { return 5 }  // requests
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMode") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessModes", accessModes)
    writer.memberUnlessEmpty("capacity", capacity ?? [:])
    writer.memberUnlessEmpty("claimName", claimName)
    writer.memberUnlessEmpty("filesystemOverhead", filesystemOverhead)
    writer.memberUnlessEmpty("preallocated", preallocated)
    writer.memberUnlessEmpty("requests", requests ?? [:])
    writer.memberUnlessEmpty("volumeMode", volumeMode)
    writer.endObject()
  }
}

extension V1 {
  /// Whether a snapshot can include a volume.
  public struct VolumeSnapshotStatus: Sendable {
    /// True when a snapshot can include the volume.
    public var enabled: Bool = false
    /// Name of the volume.
    public var name: String = ""
    /// Why a snapshot can't include the volume.
    public var reason: String = ""

    public init() {}
  }
}

extension V1.VolumeSnapshotStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "name", "reason"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("name", &name)
      case 2: reader.member("reason", &reason)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6e6f73616572:
      if key.count == 6 { return 2 }  // reason
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("enabled", enabled)
    writer.member("name", name)
    writer.memberUnlessEmpty("reason", reason)
    writer.endObject()
  }
}

extension V1 {
  /// State of a volume of the running instance.
  public struct VolumeStatus: Sendable {
    /// What is known of a container disk.
    public var containerDiskVolume: ContainerDiskInfo?
    /// The helper pod, when the volume was plugged in while running.
    public var hotplugVolume: HotplugVolumeStatus?
    /// The memory dump on the volume.
    @Boxed public var memoryDumpVolume: DomainMemoryDumpInfo?
    /// Details for people about the phase.
    public var message: String = ""
    /// Name of the volume.
    public var name: String = ""
    /// The claim behind the volume.
    @Boxed public var persistentVolumeClaimInfo: PersistentVolumeClaimInfo?
    /// How far plugging in or out, or the memory dump, is.
    public var phase: String = ""
    /// Why the volume is in its phase, in one word.
    public var reason: String = ""
    /// Size in bytes.
    public var size: Int64 = 0
    /// Name of the disk's device, such as vda.
    public var target: String = ""

    public init() {}
  }
}

extension V1.VolumeStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "containerDiskVolume", "hotplugVolume", "memoryDumpVolume", "message", "name", "persistentVolumeClaimInfo", "phase",
    "reason", "size", "target",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("containerDiskVolume", &containerDiskVolume)
      case 1: reader.member("hotplugVolume", &hotplugVolume)
      case 2: reader.member("memoryDumpVolume", &memoryDumpVolume)
      case 3: reader.member("message", &message)
      case 4: reader.member("name", &name)
      case 5: reader.member("persistentVolumeClaimInfo", &persistentVolumeClaimInfo)
      case 6: reader.member("phase", &phase)
      case 7: reader.member("reason", &reason)
      case 8: reader.member("size", &size)
      case 9: reader.member("target", &target)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656e6961746e6f63:
      if key.equals("containerDiskVolume") { return 0 }
    case 0x5667756c70746f68:
      if key.equals("hotplugVolume") { return 1 }
    case 0x754479726f6d656d:
      if key.equals("memoryDumpVolume") { return 2 }
    case 0x6567617373656d:
      if key.count == 7 { return 3 }  // message
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    case 0x6574736973726570:
      if key.equals("persistentVolumeClaimInfo") { return 5 }
    case 0x6573616870:
      if key.count == 5 { return 6 }  // phase
    case 0x6e6f73616572:
      if key.count == 6 { return 7 }  // reason
    case 0x657a6973:
      if key.count == 4 { return 8 }  // size
    case 0x746567726174:
      if key.count == 6 { return 9 }  // target
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("containerDiskVolume", containerDiskVolume)
    writer.memberUnlessEmpty("hotplugVolume", hotplugVolume)
    writer.memberUnlessEmpty("memoryDumpVolume", memoryDumpVolume)
    writer.memberUnlessEmpty("message", message)
    writer.member("name", name)
    writer.memberUnlessEmpty("persistentVolumeClaimInfo", persistentVolumeClaimInfo)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("reason", reason)
    writer.memberUnlessEmpty("size", size)
    writer.member("target", target)
    writer.endObject()
  }
}
