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
