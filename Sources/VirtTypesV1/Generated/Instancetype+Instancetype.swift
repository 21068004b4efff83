// Made from openapi/instancetype/instancetype.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Instancetype {
  /// CPU of an instance type.
  public struct CPUInstancetype: Sendable {
    /// True pins each virtual processor to a host CPU of its own.
    public var dedicatedCPUPlacement: Bool?
    /// Number of virtual processors.
    public var guest: UInt32 = 0
    /// True gives the emulator a host CPU of its own; needs dedicated CPUs.
    public var isolateEmulatorThread: Bool?
    /// Number of sockets up to which sockets can be plugged in.
    public var maxSockets: UInt32?
    /// Processor model that the guest sees.
    public var model: String?
    /// How the host's memory topology is mapped to the guest's.
    public var numa: V1.NUMA?
    /// Tunes the processor for real-time guests.
    public var realtime: V1.Realtime?

    public init() {}
  }
}

extension Instancetype.CPUInstancetype: JSONStructure {
  public static let memberNames: [StaticString] = [
    "dedicatedCPUPlacement", "guest", "isolateEmulatorThread", "maxSockets", "model", "numa", "realtime",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dedicatedCPUPlacement", &dedicatedCPUPlacement)
      case 1: reader.member("guest", &guest)
      case 2: reader.member("isolateEmulatorThread", &isolateEmulatorThread)
      case 3: reader.member("maxSockets", &maxSockets)
      case 4: reader.member("model", &model)
      case 5: reader.member("numa", &numa)
      case 6: reader.member("realtime", &realtime)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6574616369646564:
      if key.equals("dedicatedCPUPlacement") { return 0 }
    case 0x7473657567:
      if key.count == 5 { return 1 }  // guest
    case 0x456574616c6f7369:
      if key.equals("isolateEmulatorThread") { return 2 }
    case 0x656b636f5378616d:
      if key.equals("maxSockets") { return 3 }
    case 0x6c65646f6d:
      if key.count == 5 { return 4 }  // model
    case 0x616d756e:
      if key.count == 4 { return 5 }  // numa
    case 0x656d69746c616572:
      if key.count == 8 { return 6 }  // realtime
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dedicatedCPUPlacement", dedicatedCPUPlacement)
    writer.member("guest", guest)
    writer.memberUnlessEmpty("isolateEmulatorThread", isolateEmulatorThread)
    writer.memberUnlessEmpty("maxSockets", maxSockets)
    writer.memberUnlessEmpty("model", model)
    writer.memberUnlessEmpty("numa", numa)
    writer.memberUnlessEmpty("realtime", realtime)
    writer.endObject()
  }
}

extension Instancetype {
  /// Memory of an instance type.
  public struct MemoryInstancetype: Sendable {
    /// Memory that the guest sees.
    public var guest: Quantity = Quantity()
    /// Backs the memory by large pages.
    public var hugepages: V1.Hugepages?
    /// Memory up to which memory can be plugged in.
    public var maxGuest: Quantity?
    /// Percent of the memory that is not reserved.
    public var overcommitPercent: Int = 0

    public init() {}
  }
}

extension Instancetype.MemoryInstancetype: JSONStructure {
  public static let memberNames: [StaticString] = ["guest", "hugepages", "maxGuest", "overcommitPercent"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guest", &guest)
      case 1: reader.member("hugepages", &hugepages)
      case 2: reader.member("maxGuest", &maxGuest)
      case 3: reader.member("overcommitPercent", &overcommitPercent)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "guest")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473657567:
      if key.count == 5 { return 0 }  // guest
    case 0x6567617065677568:
      if key.equals("hugepages") { return 1 }
    case 0x747365754778616d:
      if key.count == 8 { return 2 }  // maxGuest
    case 0x6d6d6f637265766f:
      if key.equals("overcommitPercent") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("guest", guest)
    writer.memberUnlessEmpty("hugepages", hugepages)
    writer.memberUnlessEmpty("maxGuest", maxGuest)
    writer.memberUnlessEmpty("overcommitPercent", overcommitPercent)
    writer.endObject()
  }
}

extension Instancetype {
  /// A size of machines, for all namespaces.
  public struct VirtualMachineClusterInstancetype: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the instance type.
    public var metadata: ObjectMeta = ObjectMeta()
    /// CPU, memory and devices.
    public var spec: VirtualMachineInstancetypeSpec = VirtualMachineInstancetypeSpec()

    public init() {}
  }
}

extension Instancetype.VirtualMachineClusterInstancetype: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "spec"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("spec", &spec)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "spec")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x63657073:
      if key.count == 4 { return 3 }  // spec
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("spec", spec)
    writer.endObject()
  }
}

extension Instancetype {
  /// A list of instance types for all namespaces.
  public struct VirtualMachineClusterInstancetypeList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineClusterInstancetype] = []

    public init() {}
  }
}

extension Instancetype.VirtualMachineClusterInstancetypeList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "items")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x736d657469:
      if key.count == 5 { return 3 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("items", items)
    writer.endObject()
  }
}

extension Instancetype {
  /// A size of machines, for one namespace.
  public struct VirtualMachineInstancetype: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the instance type.
    public var metadata: ObjectMeta = ObjectMeta()
    /// CPU, memory and devices.
    public var spec: VirtualMachineInstancetypeSpec = VirtualMachineInstancetypeSpec()

    public init() {}
  }
}

extension Instancetype.VirtualMachineInstancetype: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "spec"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("spec", &spec)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "spec")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x63657073:
      if key.count == 4 { return 3 }  // spec
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("spec", spec)
    writer.endObject()
  }
}

extension Instancetype {
  /// A list of instance types.
  public struct VirtualMachineInstancetypeList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstancetype] = []

    public init() {}
  }
}

extension Instancetype.VirtualMachineInstancetypeList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "items")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x736d657469:
      if key.count == 5 { return 3 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("items", items)
    writer.endObject()
  }
}

extension Instancetype {
  /// CPU, memory and devices of machines.
  public struct VirtualMachineInstancetypeSpec: Sendable {
    /// Annotations of the instances.
    public var annotations: [String: String]?
    /// The virtual processor.
    public var cpu: CPUInstancetype = CPUInstancetype()
    /// Graphics processors of the host that the guest gets.
    public var gpus: [V1.GPU] = []
    /// Other devices of the host that the guest gets.
    public var hostDevices: [V1.HostDevice] = []
    /// Threads that serve disks.
    public var ioThreads: V1.DiskIOThreads?
    /// How disks share threads: shared, auto or supplementalPool.
    public var ioThreadsPolicy: String?
    /// Protection of the guest's memory from its host.
    public var launchSecurity: V1.LaunchSecurity?
    /// Memory of the guest.
    public var memory: MemoryInstancetype = MemoryInstancetype()
    /// Labels that a node must have.
    public var nodeSelector: [String: String]?
    /// Scheduler that places the pod.
    public var schedulerName: String = ""

    public init() {}
  }
}

extension Instancetype.VirtualMachineInstancetypeSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "annotations", "cpu", "gpus", "hostDevices", "ioThreads", "ioThreadsPolicy", "launchSecurity", "memory",
    "nodeSelector", "schedulerName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("annotations", &annotations)
      case 1: reader.member("cpu", &cpu)
      case 2: reader.member("gpus", &gpus)
      case 3: reader.member("hostDevices", &hostDevices)
      case 4: reader.member("ioThreads", &ioThreads)
      case 5: reader.member("ioThreadsPolicy", &ioThreadsPolicy)
      case 6: reader.member("launchSecurity", &launchSecurity)
      case 7: reader.member("memory", &memory)
      case 8: reader.member("nodeSelector", &nodeSelector)
      case 9: reader.member("schedulerName", &schedulerName)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "cpu")
    reader.require(7, members, "memory")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697461746f6e6e61:
      if key.equals("annotations") { return 0 }
    case 0x757063:
      if key.count == 3 { return 1 }  // cpu
    case 0x73757067:
      if key.count == 4 { return 2 }  // gpus
    case 0x6976654474736f68:
      if key.equals("hostDevices") { return 3 }
    case 0x6461657268546f69:
      if key.equals("ioThreads") { return 4 }
      if key.equals("ioThreadsPolicy") { return 5 }
    case 0x655368636e75616c:
      if key.equals("launchSecurity") { return 6 }
    case 0x79726f6d656d:
      if key.count == 6 { return 7 }  // memory
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 8 }
    case 0x656c756465686373:
      if key.equals("schedulerName") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("annotations", annotations ?? [:])
    writer.member("cpu", cpu)
    writer.memberUnlessEmpty("gpus", gpus)
    writer.memberUnlessEmpty("hostDevices", hostDevices)
    writer.memberUnlessEmpty("ioThreads", ioThreads)
    writer.memberUnlessEmpty("ioThreadsPolicy", ioThreadsPolicy)
    writer.memberUnlessEmpty("launchSecurity", launchSecurity)
    writer.member("memory", memory)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("schedulerName", schedulerName)
    writer.endObject()
  }
}
