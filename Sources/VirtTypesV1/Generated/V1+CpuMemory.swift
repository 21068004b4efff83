// Made from openapi/v1/cpu-memory.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// The virtual processor.
  public struct CPU: Sendable {
    /// Cores of each socket.
    public var cores: UInt32 = 0
    /// True pins each virtual processor to a host CPU of its own.
    public var dedicatedCpuPlacement: Bool = false
    /// Features of the processor to add or remove.
    public var features: [CPUFeature] = []
    /// True gives the emulator a host CPU of its own; needs dedicated CPUs.
    public var isolateEmulatorThread: Bool = false
    /// Number of sockets up to which sockets can be plugged in.
    public var maxSockets: UInt32 = 0
    /// Processor model that the guest sees; host-model when empty, host-passthrough shows the host's own.
    public var model: String = ""
    /// How the host's memory topology is mapped to the guest's.
    public var numa: NUMA?
    /// Tunes the processor for real-time guests.
    public var realtime: Realtime?
    /// Number of sockets.
    public var sockets: UInt32 = 0
    /// Threads of each core.
    public var threads: UInt32 = 0

    public init() {}
  }
}

extension V1.CPU: JSONStructure {
  public static let memberNames: [StaticString] = [
    "cores", "dedicatedCpuPlacement", "features", "isolateEmulatorThread", "maxSockets", "model", "numa", "realtime",
    "sockets", "threads",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("cores", &cores)
      case 1: reader.member("dedicatedCpuPlacement", &dedicatedCpuPlacement)
      case 2: reader.member("features", &features)
      case 3: reader.member("isolateEmulatorThread", &isolateEmulatorThread)
      case 4: reader.member("maxSockets", &maxSockets)
      case 5: reader.member("model", &model)
      case 6: reader.member("numa", &numa)
      case 7: reader.member("realtime", &realtime)
      case 8: reader.member("sockets", &sockets)
      case 9: reader.member("threads", &threads)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365726f63:
      if key.count == 5 { return 0 }  // cores
    case 0x6574616369646564:
      if key.equals("dedicatedCpuPlacement") { return 1 }
    case 0x7365727574616566:
      if key.count == 8 { return 2 }  // features
    case 0x456574616c6f7369:
      if key.equals("isolateEmulatorThread") { return 3 }
    case 0x656b636f5378616d:
      if key.equals("maxSockets") { return 4 }
    case 0x6c65646f6d:
      if key.count == 5 { return 5 }  // model
    case 0x616d756e:
      if key.count == 4 { return 6 }  // numa
    case 0x656d69746c616572:
      if key.count == 8 { return 7 }  // realtime
    case 0x7374656b636f73:
      if key.count == 7 { return 8 }  // sockets
    case 0x73646165726874:
      if key.count == 7 { return 9 }  // threads
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cores", cores)
    writer.memberUnlessEmpty("dedicatedCpuPlacement", dedicatedCpuPlacement)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("isolateEmulatorThread", isolateEmulatorThread)
    writer.memberUnlessEmpty("maxSockets", maxSockets)
    writer.memberUnlessEmpty("model", model)
    writer.memberUnlessEmpty("numa", numa)
    writer.memberUnlessEmpty("realtime", realtime)
    writer.memberUnlessEmpty("sockets", sockets)
    writer.memberUnlessEmpty("threads", threads)
    writer.endObject()
  }
}

extension V1 {
  /// A feature of the processor.
  public struct CPUFeature: Sendable {
    /// Name of the feature, as libvirt knows it.
    public var name: String = ""
    /// force, require, optional, disable or forbid; require when empty.
    public var policy: String = ""

    public init() {}
  }
}

extension V1.CPUFeature: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "policy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("policy", &policy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x7963696c6f70:
      if key.count == 6 { return 1 }  // policy
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("policy", policy)
    writer.endObject()
  }
}

extension V1 {
  /// Threads that serve disks.
  public struct DiskIOThreads: Sendable {
    /// Number of threads in the pool, for the policy supplementalPool.
    public var supplementalPoolThreadCount: UInt32?

    public init() {}
  }
}

extension V1.DiskIOThreads: JSONStructure {
  public static let memberNames: [StaticString] = ["supplementalPoolThreadCount"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("supplementalPoolThreadCount", &supplementalPoolThreadCount)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d656c70707573:
      if key.equals("supplementalPoolThreadCount") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("supplementalPoolThreadCount", supplementalPoolThreadCount)
    writer.endObject()
  }
}

extension V1 {
  /// Backs the guest's memory by large pages.
  public struct Hugepages: Sendable {
    /// Size of a page, such as 2Mi or 1Gi.
    public var pageSize: String = ""

    public init() {}
  }
}

extension V1.Hugepages: JSONStructure {
  public static let memberNames: [StaticString] = ["pageSize"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("pageSize", &pageSize)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657a695365676170:
      if key.count == 8 { return 0 }  // pageSize
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("pageSize", pageSize)
    writer.endObject()
  }
}

extension V1 {
  /// Memory of the guest.
  public struct Memory: Sendable {
    /// Memory that the guest sees.
    public var guest: Quantity?
    /// Backs the memory by large pages.
    public var hugepages: Hugepages?
    /// Memory up to which memory can be plugged in.
    public var maxGuest: Quantity?
    /// Memory to reserve beside the guest's.
    public var reservedOverhead: ReservedOverhead?

    public init() {}
  }
}

extension V1.Memory: JSONStructure {
  public static let memberNames: [StaticString] = ["guest", "hugepages", "maxGuest", "reservedOverhead"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guest", &guest)
      case 1: reader.member("hugepages", &hugepages)
      case 2: reader.member("maxGuest", &maxGuest)
      case 3: reader.member("reservedOverhead", &reservedOverhead)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473657567:
      if key.count == 5 { return 0 }  // guest
    case 0x6567617065677568:
      if key.equals("hugepages") { return 1 }
    case 0x747365754778616d:
      if key.count == 8 { return 2 }  // maxGuest
    case 0x6465767265736572:
      if key.equals("reservedOverhead") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("guest", guest)
    writer.memberUnlessEmpty("hugepages", hugepages)
    writer.memberUnlessEmpty("maxGuest", maxGuest)
    writer.memberUnlessEmpty("reservedOverhead", reservedOverhead)
    writer.endObject()
  }
}

extension V1 {
  /// How the host's memory topology is mapped to the guest's.
  public struct NUMA: Sendable {
    /// Gives the guest the topology of the host CPUs it is pinned to.
    public var guestMappingPassthrough: NUMAGuestMappingPassthrough?

    public init() {}
  }
}

extension V1.NUMA: JSONStructure {
  public static let memberNames: [StaticString] = ["guestMappingPassthrough"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guestMappingPassthrough", &guestMappingPassthrough)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70614d7473657567:
      if key.equals("guestMappingPassthrough") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("guestMappingPassthrough", guestMappingPassthrough)
    writer.endObject()
  }
}

extension V1 {
  /// Gives the guest the topology of the host CPUs it is pinned to.
  public struct NUMAGuestMappingPassthrough: Sendable {

    public init() {}
  }
}

extension V1.NUMAGuestMappingPassthrough: JSONStructure {
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
  /// Tunes the processor for real-time guests.
  public struct Realtime: Sendable {
    /// Virtual processors to tune, such as 0-3,^1; all when empty.
    public var mask: String = ""

    public init() {}
  }
}

extension V1.Realtime: JSONStructure {
  public static let memberNames: [StaticString] = ["mask"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mask", &mask)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6b73616d:
      if key.count == 4 { return 0 }  // mask
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("mask", mask)
    writer.endObject()
  }
}

extension V1 {
  /// Memory to reserve beside the guest's.
  public struct ReservedOverhead: Sendable {
    /// Memory to add to the computed overhead.
    public var addedOverhead: Quantity?
    /// Whether the guest's memory is locked: Required or NotRequired.
    public var memLock: String?

    public init() {}
  }
}

extension V1.ReservedOverhead: JSONStructure {
  public static let memberNames: [StaticString] = ["addedOverhead", "memLock"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("addedOverhead", &addedOverhead)
      case 1: reader.member("memLock", &memLock)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65764f6465646461:
      if key.equals("addedOverhead") { return 0 }
    case 0x6b636f4c6d656d:
      if key.count == 7 { return 1 }  // memLock
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("addedOverhead", addedOverhead)
    writer.memberUnlessEmpty("memLock", memLock)
    writer.endObject()
  }
}

extension V1 {
  /// Resources that the pod asks for and may use.
  public struct ResourceRequirements: Sendable {
    /// Most that may be used, by resource.
    public var limits: [String: Quantity]?
    /// True leaves the memory that virtualization takes out of the request.
    public var overcommitGuestOverhead: Bool = false
    /// What is reserved, by resource; memory also sizes the guest when it is not sized otherwise.
    public var requests: [String: Quantity]?

    public init() {}
  }
}

extension V1.ResourceRequirements: JSONStructure {
  public static let memberNames: [StaticString] = ["limits", "overcommitGuestOverhead", "requests"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("limits", &limits)
      case 1: reader.member("overcommitGuestOverhead", &overcommitGuestOverhead)
      case 2: reader.member("requests", &requests)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7374696d696c:
      if key.count == 6 { return 0 }  // limits
    case 0x6d6d6f637265766f:
      if key.equals("overcommitGuestOverhead") { return 1 }
    case 0x7374736575716572:
      if key.count == 8 { return 2 }  // requests
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("limits", limits ?? [:])
    writer.memberUnlessEmpty("overcommitGuestOverhead", overcommitGuestOverhead)
    writer.memberUnlessEmpty("requests", requests ?? [:])
    writer.endObject()
  }
}
