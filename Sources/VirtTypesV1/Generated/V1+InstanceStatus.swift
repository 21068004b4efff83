// Made from openapi/v1/instance-status.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// The shape of the CPU as the guest sees it now.
  public struct CPUTopology: Sendable {
    /// Cores of each socket.
    public var cores: UInt32 = 0
    /// Number of sockets.
    public var sockets: UInt32 = 0
    /// Threads of each core.
    public var threads: UInt32 = 0

    public init() {}
  }
}

extension V1.CPUTopology: JSONStructure {
  public static let memberNames: [StaticString] = ["cores", "sockets", "threads"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("cores", &cores)
      case 1: reader.member("sockets", &sockets)
      case 2: reader.member("threads", &threads)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365726f63:
      if key.count == 5 { return 0 }  // cores
    case 0x7374656b636f73:
      if key.count == 7 { return 1 }  // sockets
    case 0x73646165726874:
      if key.count == 7 { return 2 }  // threads
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cores", cores)
    writer.memberUnlessEmpty("sockets", sockets)
    writer.memberUnlessEmpty("threads", threads)
    writer.endObject()
  }
}

extension V1 {
  /// State of the tracking of changed blocks.
  public struct ChangedBlockTrackingStatus: Sendable {
    /// The backup that runs or ran last.
    @Boxed public var backupStatus: VirtualMachineInstanceBackupStatus?
    /// Whether changes are tracked, or what it waits for.
    public var state: String = ""

    public init() {}
  }
}

extension V1.ChangedBlockTrackingStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["backupStatus", "state"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupStatus", &backupStatus)
      case 1: reader.member("state", &state)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x745370756b636162:
      if key.equals("backupStatus") { return 0 }
    case 0x6574617473:
      if key.count == 5 { return 1 }  // state
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupStatus", backupStatus)
    writer.member("state", state)
    writer.endObject()
  }
}

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
  /// What is known of the initial RAM disk.
  public struct InitrdInfo: Sendable {
    /// CRC-32 of the file.
    public var checksum: UInt32 = 0

    public init() {}
  }
}

extension V1.InitrdInfo: JSONStructure {
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
  /// What is known of the files that the guest was booted from.
  public struct KernelBootStatus: Sendable {
    /// The initial RAM disk.
    public var initrdInfo: InitrdInfo?
    /// The kernel.
    public var kernelInfo: KernelInfo?

    public init() {}
  }
}

extension V1.KernelBootStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["initrdInfo", "kernelInfo"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("initrdInfo", &initrdInfo)
      case 1: reader.member("kernelInfo", &kernelInfo)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e49647274696e69:
      if key.equals("initrdInfo") { return 0 }
    case 0x6e496c656e72656b:
      if key.equals("kernelInfo") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("initrdInfo", initrdInfo)
    writer.memberUnlessEmpty("kernelInfo", kernelInfo)
    writer.endObject()
  }
}

extension V1 {
  /// What is known of the kernel.
  public struct KernelInfo: Sendable {
    /// CRC-32 of the file.
    public var checksum: UInt32 = 0

    public init() {}
  }
}

extension V1.KernelInfo: JSONStructure {
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
  /// The machine type, which is the virtual main board.
  public struct Machine: Sendable {
    /// Name of the machine type, such as q35 or virt.
    public var type: String = ""

    public init() {}
  }
}

extension V1.Machine: JSONStructure {
  public static let memberNames: [StaticString] = ["type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65707974:
      if key.count == 4 { return 0 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// Memory of the guest and of the processes around it.
  public struct MemoryStatus: Sendable {
    /// Memory that the guest was started with.
    public var guestAtBoot: Quantity?
    /// Memory that the guest has now.
    public var guestCurrent: Quantity?
    /// Memory that the guest should have after plugging.
    public var guestRequested: Quantity?
    /// Memory that virtualization takes beside the guest's.
    public var memoryOverhead: Quantity?

    public init() {}
  }
}

extension V1.MemoryStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["guestAtBoot", "guestCurrent", "guestRequested", "memoryOverhead"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guestAtBoot", &guestAtBoot)
      case 1: reader.member("guestCurrent", &guestCurrent)
      case 2: reader.member("guestRequested", &guestRequested)
      case 3: reader.member("memoryOverhead", &memoryOverhead)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4274417473657567:
      if key.equals("guestAtBoot") { return 0 }
    case 0x7275437473657567:
      if key.equals("guestCurrent") { return 1 }
    case 0x7165527473657567:
      if key.equals("guestRequested") { return 2 }
    case 0x764f79726f6d656d:
      if key.equals("memoryOverhead") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("guestAtBoot", guestAtBoot)
    writer.memberUnlessEmpty("guestCurrent", guestCurrent)
    writer.memberUnlessEmpty("guestRequested", guestRequested)
    writer.memberUnlessEmpty("memoryOverhead", memoryOverhead)
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
  /// What a node must offer for the guest to move to it.
  public struct TopologyHints: Sendable {
    /// Frequency of the time stamp counter in hertz.
    public var tscFrequency: Int64?

    public init() {}
  }
}

extension V1.TopologyHints: JSONStructure {
  public static let memberNames: [StaticString] = ["tscFrequency"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("tscFrequency", &tscFrequency)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7571657246637374:
      if key.equals("tscFrequency") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("tscFrequency", tscFrequency)
    writer.endObject()
  }
}

extension V1 {
  /// A backup and how far it is.
  public struct VirtualMachineInstanceBackupStatus: Sendable {
    /// What there is to say about the backup, such as a warning.
    public var backupMsg: String?
    /// Name of the backup.
    public var backupName: String = ""
    /// Checkpoint that the next incremental backup starts from.
    public var checkpointName: String?
    /// True when the backup has ended, well or not.
    public var completed: Bool = false
    /// When the backup ended.
    public var endTimestamp: Timestamp?
    /// True when the backup failed.
    public var failed: Bool = false
    /// When the backup began.
    public var startTimestamp: Timestamp?
    /// The volumes that the backup contains.
    public var volumes: [BackupVolumeInfo] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceBackupStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "backupMsg", "backupName", "checkpointName", "completed", "endTimestamp", "failed", "startTimestamp", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupMsg", &backupMsg)
      case 1: reader.member("backupName", &backupName)
      case 2: reader.member("checkpointName", &checkpointName)
      case 3: reader.member("completed", &completed)
      case 4: reader.member("endTimestamp", &endTimestamp)
      case 5: reader.member("failed", &failed)
      case 6: reader.member("startTimestamp", &startTimestamp)
      case 7: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x734d70756b636162:
      if key.equals("backupMsg") { return 0 }
    case 0x614e70756b636162:
      if key.equals("backupName") { return 1 }
    case 0x696f706b63656863:
      if key.equals("checkpointName") { return 2 }
    case 0x6574656c706d6f63:
      if key.equals("completed") { return 3 }
    case 0x73656d6954646e65:
      if key.equals("endTimestamp") { return 4 }
    case 0x64656c696166:
      if key.count == 6 { return 5 }  // failed
    case 0x6d69547472617473:
      if key.equals("startTimestamp") { return 6 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 7 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupMsg", backupMsg)
    writer.memberUnlessEmpty("backupName", backupName)
    writer.memberUnlessEmpty("checkpointName", checkpointName)
    writer.memberUnlessEmpty("completed", completed)
    writer.memberUnlessEmpty("endTimestamp", endTimestamp)
    writer.memberUnlessEmpty("failed", failed)
    writer.memberUnlessEmpty("startTimestamp", startTimestamp)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension V1 {
  /// One aspect of the instance's state.
  public struct VirtualMachineInstanceCondition: Sendable {
    /// When the condition was last checked.
    public var lastProbeTime: Timestamp?
    /// When the condition's status last changed.
    public var lastTransitionTime: Timestamp?
    /// Details for people.
    public var message: String = ""
    /// Why the status is what it is, in one word that programs compare.
    public var reason: String = ""
    /// Whether the condition holds: True, False or Unknown.
    public var status: String = ""
    /// Which condition this is, such as Ready, LiveMigratable or AgentConnected.
    public var type: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceCondition: JSONStructure {
  public static let memberNames: [StaticString] = [
    "lastProbeTime", "lastTransitionTime", "message", "reason", "status", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastProbeTime", &lastProbeTime)
      case 1: reader.nullableMember("lastTransitionTime", &lastTransitionTime)
      case 2: reader.member("message", &message)
      case 3: reader.member("reason", &reason)
      case 4: reader.member("status", &status)
      case 5: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x626f72507473616c:
      if key.equals("lastProbeTime") { return 0 }
    case 0x6e6172547473616c:
      if key.equals("lastTransitionTime") { return 1 }
    case 0x6567617373656d:
      if key.count == 7 { return 2 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 3 }  // reason
    case 0x737574617473:
      if key.count == 6 { return 4 }  // status
    case 0x65707974:
      if key.count == 4 { return 5 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("lastProbeTime", lastProbeTime)
    writer.memberUnlessEmpty("lastTransitionTime", lastTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// A network interface of the running guest.
  public struct VirtualMachineInstanceNetworkInterface: Sendable {
    /// Who told of the interface: domain, guest-agent and multus-status, joined by commas.
    public var infoSource: String = ""
    /// Name of the interface inside the guest.
    public var interfaceName: String = ""
    /// The first address of the interface.
    public var ipAddress: String = ""
    /// All addresses of the interface.
    public var ipAddresses: [String] = []
    /// Whether the link is up or down.
    public var linkState: String = ""
    /// MAC address.
    public var mac: String = ""
    /// Name of the interface in the specification.
    public var name: String = ""
    /// Name of the interface inside the pod.
    public var podInterfaceName: String = ""
    /// Number of queues of the interface.
    public var queueCount: Int32 = 0

    public init() {}
  }
}

extension V1.VirtualMachineInstanceNetworkInterface: JSONStructure {
  public static let memberNames: [StaticString] = [
    "infoSource", "interfaceName", "ipAddress", "ipAddresses", "linkState", "mac", "name", "podInterfaceName",
    "queueCount",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("infoSource", &infoSource)
      case 1: reader.member("interfaceName", &interfaceName)
      case 2: reader.member("ipAddress", &ipAddress)
      case 3: reader.member("ipAddresses", &ipAddresses)
      case 4: reader.member("linkState", &linkState)
      case 5: reader.member("mac", &mac)
      case 6: reader.member("name", &name)
      case 7: reader.member("podInterfaceName", &podInterfaceName)
      case 8: reader.member("queueCount", &queueCount)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x72756f536f666e69:
      if key.equals("infoSource") { return 0 }
    case 0x6361667265746e69:
      if key.equals("interfaceName") { return 1 }
    case 0x7365726464417069:
      if key.equals("ipAddress") { return 2 }
      if key.equals("ipAddresses") { return 3 }
    case 0x746174536b6e696c:
      if key.equals("linkState") { return 4 }
    case 0x63616d:
      if key.count == 3 { return 5 }  // mac
    case 0x656d616e:
      if key.count == 4 { return 6 }  // name
    case 0x7265746e49646f70:
      if key.equals("podInterfaceName") { return 7 }
    case 0x756f436575657571:
      if key.equals("queueCount") { return 8 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("infoSource", infoSource)
    writer.memberUnlessEmpty("interfaceName", interfaceName)
    writer.memberUnlessEmpty("ipAddress", ipAddress)
    writer.memberUnlessEmpty("ipAddresses", ipAddresses)
    writer.memberUnlessEmpty("linkState", linkState)
    writer.memberUnlessEmpty("mac", mac)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("podInterfaceName", podInterfaceName)
    writer.memberUnlessEmpty("queueCount", queueCount)
    writer.endObject()
  }
}

extension V1 {
  /// When a phase was reached.
  public struct VirtualMachineInstancePhaseTransitionTimestamp: Sendable {
    /// The phase.
    public var phase: String = ""
    /// When it was reached.
    public var phaseTransitionTimestamp: Timestamp?

    public init() {}
  }
}

extension V1.VirtualMachineInstancePhaseTransitionTimestamp: JSONStructure {
  public static let memberNames: [StaticString] = ["phase", "phaseTransitionTimestamp"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("phase", &phase)
      case 1: reader.nullableMember("phaseTransitionTimestamp", &phaseTransitionTimestamp)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6573616870:
      if key.count == 5 { return 0 }  // phase
    case 0x6172546573616870:
      if key.equals("phaseTransitionTimestamp") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("phaseTransitionTimestamp", phaseTransitionTimestamp)
    writer.endObject()
  }
}

extension V1 {
  /// What was last observed of an instance.
  public struct VirtualMachineInstanceStatus: Sendable {
    /// Context identifier by which the guest is reached over VSOCK.
    public var VSOCKCID: UInt32?
    /// Nodes of the pods that run this instance, by the pods' UIDs.
    public var activePods: [String: String]?
    /// State of the tracking of changed blocks.
    public var changedBlockTracking: ChangedBlockTrackingStatus?
    /// Aspects of the instance's state.
    public var conditions: [VirtualMachineInstanceCondition] = []
    /// The shape of the CPU as the guest sees it now.
    public var currentCPUTopology: CPUTopology?
    /// Node that the instance has to leave.
    public var evacuationNodeName: String = ""
    /// Whether the guest's file systems are frozen, as the guest agent says.
    public var fsFreezeStatus: String = ""
    /// The guest's operating system, as the guest agent says.
    public var guestOSInfo: VirtualMachineInstanceGuestOSInfo = VirtualMachineInstanceGuestOSInfo()
    /// Network interfaces of the guest with their addresses.
    public var interfaces: [VirtualMachineInstanceNetworkInterface] = []
    /// Files that the guest was booted from, when they come from a container.
    public var kernelBootStatus: KernelBootStatus?
    /// Image of the launcher that the instance runs in.
    public var launcherContainerImageVersion: String = ""
    /// The machine type in use.
    public var machine: Machine?
    /// Memory of the guest.
    @Boxed public var memory: MemoryStatus?
    /// Volumes whose data move to other claims.
    public var migratedVolumes: [StorageMigratedVolumeInfo] = []
    /// Whether a migration copies memory only (LiveMigration) or disks as well (BlockMigration).
    public var migrationMethod: String = ""
    /// The migration that runs or ran last.
    @Boxed public var migrationState: VirtualMachineInstanceMigrationState?
    /// How the launcher carries migration traffic.
    public var migrationTransport: String = ""
    /// Node that the instance runs on.
    public var nodeName: String = ""
    /// Where the instance is in its life: Pending, Scheduling, Scheduled, Running, Succeeded, Failed, WaitingForSync
    /// or Unknown.
    public var phase: String = ""
    /// When each phase was reached.
    public var phaseTransitionTimestamps: [VirtualMachineInstancePhaseTransitionTimestamp] = []
    /// Quality-of-service class of the pod.
    public var qosClass: String?
    /// Why the instance is in its phase, in one word.
    public var reason: String = ""
    /// Numeric user that the guest's process runs as; 0 is root.
    public var runtimeUser: UInt64 = 0
    /// SELinux context of the launcher.
    public var selinuxContext: String = ""
    /// What a node must offer for the guest to move to it.
    public var topologyHints: TopologyHints?
    /// ControllerRevision of the machine's specification that the instance was started from.
    public var virtualMachineRevisionName: String = ""
    /// State of each volume.
    public var volumeStatus: [VolumeStatus] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "VSOCKCID", "activePods", "changedBlockTracking", "conditions", "currentCPUTopology", "evacuationNodeName",
    "fsFreezeStatus", "guestOSInfo", "interfaces", "kernelBootStatus", "launcherContainerImageVersion", "machine",
    "memory", "migratedVolumes", "migrationMethod", "migrationState", "migrationTransport", "nodeName", "phase",
    "phaseTransitionTimestamps", "qosClass", "reason", "runtimeUser", "selinuxContext", "topologyHints",
    "virtualMachineRevisionName", "volumeStatus",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("VSOCKCID", &VSOCKCID)
      case 1: reader.member("activePods", &activePods)
      case 2: reader.member("changedBlockTracking", &changedBlockTracking)
      case 3: reader.member("conditions", &conditions)
      case 4: reader.member("currentCPUTopology", &currentCPUTopology)
      case 5: reader.member("evacuationNodeName", &evacuationNodeName)
      case 6: reader.member("fsFreezeStatus", &fsFreezeStatus)
      case 7: reader.member("guestOSInfo", &guestOSInfo)
      case 8: reader.member("interfaces", &interfaces)
      case 9: reader.member("kernelBootStatus", &kernelBootStatus)
      case 10: reader.member("launcherContainerImageVersion", &launcherContainerImageVersion)
      case 11: reader.member("machine", &machine)
      case 12: reader.member("memory", &memory)
      case 13: reader.member("migratedVolumes", &migratedVolumes)
      case 14: reader.member("migrationMethod", &migrationMethod)
      case 15: reader.member("migrationState", &migrationState)
      case 16: reader.member("migrationTransport", &migrationTransport)
      case 17: reader.member("nodeName", &nodeName)
      case 18: reader.member("phase", &phase)
      case 19: reader.member("phaseTransitionTimestamps", &phaseTransitionTimestamps)
      case 20: reader.listedMember("qosClass", &qosClass, ["BestEffort", "Burstable", "Guaranteed"])
      case 21: reader.member("reason", &reason)
      case 22: reader.member("runtimeUser", &runtimeUser)
      case 23: reader.member("selinuxContext", &selinuxContext)
      case 24: reader.member("topologyHints", &topologyHints)
      case 25: reader.member("virtualMachineRevisionName", &virtualMachineRevisionName)
      case 26: reader.member("volumeStatus", &volumeStatus)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4449434b434f5356:
      if key.count == 8 { return 0 }  // VSOCKCID
    case 0x6f50657669746361:
      if key.equals("activePods") { return 1 }
    case 0x426465676e616863:
      if key.equals("changedBlockTracking") { return 2 }
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 3 }
    case 0x43746e6572727563:
      if key.equals("currentCPUTopology") { return 4 }
    case 0x6974617563617665:
      if key.equals("evacuationNodeName") { return 5 }
    case 0x657a656572467366:
      if key.equals("fsFreezeStatus") { return 6 }
    case 0x49534f7473657567:
      if key.equals("guestOSInfo") { return 7 }
    case 0x6361667265746e69:
      if key.equals("interfaces") { return 8 }
    case 0x6f426c656e72656b:
      if key.equals("kernelBootStatus") { return 9 }
    case 0x726568636e75616c:
      if key.equals("launcherContainerImageVersion") { return 10 }
    case 0x656e696863616d:
      if key.count == 7 { return 11 }  // machine
    case 0x79726f6d656d:
      if key.count == 6 { return 12 }  // memory
    case 0x646574617267696d:
      if key.equals("migratedVolumes") { return 13 }
    case 0x6f6974617267696d:
      if key.equals("migrationMethod") { return 14 }
      if key.equals("migrationState") { return 15 }
      if key.equals("migrationTransport") { return 16 }
    case 0x656d614e65646f6e:
      if key.count == 8 { return 17 }  // nodeName
    case 0x6573616870:
      if key.count == 5 { return 18 }  // phase
    case 0x6172546573616870:
      if key.equals("phaseTransitionTimestamps") { return 19 }
    case 0x7373616c43736f71:
      if key.count == 8 { return 20 }  // qosClass
    case 0x6e6f73616572:
      if key.count == 6 { return 21 }  // reason
    case 0x55656d69746e7572:
      if key.equals("runtimeUser") { return 22 }
    case 0x4378756e696c6573:
      if key.equals("selinuxContext") { return 23 }
    case 0x79676f6c6f706f74:
      if key.equals("topologyHints") { return 24 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineRevisionName") { return 25 }
    case 0x7453656d756c6f76:
      if key.equals("volumeStatus") { return 26 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("VSOCKCID", VSOCKCID)
    writer.memberUnlessEmpty("activePods", activePods ?? [:])
    writer.memberUnlessEmpty("changedBlockTracking", changedBlockTracking)
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("currentCPUTopology", currentCPUTopology)
    writer.memberUnlessEmpty("evacuationNodeName", evacuationNodeName)
    writer.memberUnlessEmpty("fsFreezeStatus", fsFreezeStatus)
    writer.member("guestOSInfo", guestOSInfo)
    writer.memberUnlessEmpty("interfaces", interfaces)
    writer.memberUnlessEmpty("kernelBootStatus", kernelBootStatus)
    writer.memberUnlessEmpty("launcherContainerImageVersion", launcherContainerImageVersion)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("memory", memory)
    writer.memberUnlessEmpty("migratedVolumes", migratedVolumes)
    writer.memberUnlessEmpty("migrationMethod", migrationMethod)
    writer.memberUnlessEmpty("migrationState", migrationState)
    writer.memberUnlessEmpty("migrationTransport", migrationTransport)
    writer.memberUnlessEmpty("nodeName", nodeName)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("phaseTransitionTimestamps", phaseTransitionTimestamps)
    writer.memberUnlessEmpty("qosClass", qosClass)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("runtimeUser", runtimeUser)
    writer.memberUnlessEmpty("selinuxContext", selinuxContext)
    writer.memberUnlessEmpty("topologyHints", topologyHints)
    writer.memberUnlessEmpty("virtualMachineRevisionName", virtualMachineRevisionName)
    writer.memberUnlessEmpty("volumeStatus", volumeStatus)
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

extension V1 {
  /// What a backup command asks of a node.
  public struct BackupOptions: Sendable {
    /// Certificate to present, PEM.
    public var backupCert: String?
    /// Private key of that certificate, PEM.
    public var backupKey: String?
    /// Name of the backup.
    public var backupName: String = ""
    /// When the backup was asked for.
    public var backupStartTime: Timestamp?
    /// Certificates to trust, PEM.
    public var caCert: String?
    /// What is to be done: Start, Abort or Export.
    public var cmd: String = ""
    /// Address of the export server.
    public var exportServerAddr: String?
    /// Name that the export server's certificate must have.
    public var exportServerName: String?
    /// Checkpoint to start from; absent for a full backup.
    public var incremental: String?
    /// Whether the data are written to a claim (Push) or fetched by a client (Pull).
    public var mode: String = ""
    /// True leaves the guest's file systems unfrozen.
    public var skipQuiesce: Bool = false
    /// Folder that takes the data.
    public var targetPath: String?

    public init() {}
  }
}

extension V1.BackupOptions: JSONStructure {
  public static let memberNames: [StaticString] = [
    "backupCert", "backupKey", "backupName", "backupStartTime", "caCert", "cmd", "exportServerAddr", "exportServerName",
    "incremental", "mode", "skipQuiesce", "targetPath",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("backupCert", &backupCert)
      case 1: reader.member("backupKey", &backupKey)
      case 2: reader.member("backupName", &backupName)
      case 3: reader.member("backupStartTime", &backupStartTime)
      case 4: reader.member("caCert", &caCert)
      case 5: reader.member("cmd", &cmd)
      case 6: reader.member("exportServerAddr", &exportServerAddr)
      case 7: reader.member("exportServerName", &exportServerName)
      case 8: reader.member("incremental", &incremental)
      case 9: reader.member("mode", &mode)
      case 10: reader.member("skipQuiesce", &skipQuiesce)
      case 11: reader.member("targetPath", &targetPath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x654370756b636162:
      if key.equals("backupCert") { return 0 }
    case 0x654b70756b636162:
      if key.equals("backupKey") { return 1 }
    case 0x614e70756b636162:
      if key.equals("backupName") { return 2 }
    case 0x745370756b636162:
      if key.equals("backupStartTime") { return 3 }
    case 0x747265436163:
      if key.count == 6 { return 4 }  // caCert
    case 0x646d63:
      if key.count == 3 { return 5 }  // cmd
    case 0x655374726f707865:
      if key.equals("exportServerAddr") { return 6 }
      if key.equals("exportServerName") { return 7 }
    case 0x6e656d6572636e69:
      if key.equals("incremental") { return 8 }
    case 0x65646f6d:
      if key.count == 4 { return 9 }  // mode
    case 0x6569755170696b73:
      if key.equals("skipQuiesce") { return 10 }
    case 0x6150746567726174:
      if key.equals("targetPath") { return 11 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("backupCert", backupCert)
    writer.memberUnlessEmpty("backupKey", backupKey)
    writer.memberUnlessEmpty("backupName", backupName)
    writer.memberUnlessEmpty("backupStartTime", backupStartTime)
    writer.memberUnlessEmpty("caCert", caCert)
    writer.memberUnlessEmpty("cmd", cmd)
    writer.memberUnlessEmpty("exportServerAddr", exportServerAddr)
    writer.memberUnlessEmpty("exportServerName", exportServerName)
    writer.memberUnlessEmpty("incremental", incremental)
    writer.memberUnlessEmpty("mode", mode)
    writer.memberUnlessEmpty("skipQuiesce", skipQuiesce)
    writer.memberUnlessEmpty("targetPath", targetPath)
    writer.endObject()
  }
}

extension V1 {
  /// A volume in a backup.
  public struct BackupVolumeInfo: Sendable {
    /// Address where the volume's data can be fetched.
    public var dataEndpoint: String = ""
    /// Name of the disk's device, such as vda.
    public var diskTarget: String = ""
    /// Address where the map of changed blocks can be fetched.
    public var mapEndpoint: String = ""
    /// Name of the volume.
    public var volumeName: String = ""

    public init() {}
  }
}

extension V1.BackupVolumeInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["dataEndpoint", "diskTarget", "mapEndpoint", "volumeName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dataEndpoint", &dataEndpoint)
      case 1: reader.member("diskTarget", &diskTarget)
      case 2: reader.member("mapEndpoint", &mapEndpoint)
      case 3: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70646e4561746164:
      if key.equals("dataEndpoint") { return 0 }
    case 0x677261546b736964:
      if key.equals("diskTarget") { return 1 }
    case 0x6f70646e4570616d:
      if key.equals("mapEndpoint") { return 2 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dataEndpoint", dataEndpoint)
    writer.member("diskTarget", diskTarget)
    writer.memberUnlessEmpty("mapEndpoint", mapEndpoint)
    writer.member("volumeName", volumeName)
    writer.endObject()
  }
}
