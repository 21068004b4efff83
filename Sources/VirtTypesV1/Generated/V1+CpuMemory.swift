// Made from openapi/v1/cpu-memory.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  public struct CPU: Sendable {
    public var cores: UInt32 = 0
    public var dedicatedCpuPlacement: Bool = false
    public var features: [CPUFeature] = []
    public var isolateEmulatorThread: Bool = false
    public var maxSockets: UInt32 = 0
    public var model: String = ""
    public var numa: NUMA?
    public var realtime: Realtime?
    public var sockets: UInt32 = 0
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
  public struct CPUFeature: Sendable {
    public var name: String = ""
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
  public struct DiskIOThreads: Sendable {
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
  public struct Hugepages: Sendable {
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
  public struct Memory: Sendable {
    public var guest: Quantity?
    public var hugepages: Hugepages?
    public var maxGuest: Quantity?
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
  public struct NUMA: Sendable {
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
  public struct Realtime: Sendable {
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
  public struct ReservedOverhead: Sendable {
    public var addedOverhead: Quantity?
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
  public struct ResourceRequirements: Sendable {
    public var limits: [String: Quantity]?
    public var overcommitGuestOverhead: Bool = false
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
