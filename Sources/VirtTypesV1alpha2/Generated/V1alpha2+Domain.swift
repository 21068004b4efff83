// Made from openapi/v1alpha2/domain.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// The virtual processor.
  public struct CPU: Sendable {
    /// Number of cores.
    public var cores: UInt32 = 0
    /// Processor model that the guest sees; the host's own when empty.
    public var model: String = ""

    public init() {}
  }
}

extension V1alpha2.CPU: JSONStructure {
  public static let memberNames: [StaticString] = ["cores", "model"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("cores", &cores)
      case 1: reader.member("model", &model)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365726f63:
      if key.count == 5 { return 0 }  // cores
    case 0x6c65646f6d:
      if key.count == 5 { return 1 }  // model
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("cores", cores)
    writer.memberUnlessEmpty("model", model)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The virtual hardware.
  public struct DomainSpec: Sendable {
    /// The clock and its timers.
    @Boxed public var clock: Clock?
    /// The virtual processor.
    public var cpu: CPU?
    /// Disks, interfaces and all other devices.
    public var devices: Devices = Devices()
    /// Features of the main board and of the hypervisor.
    @Boxed public var features: Features?
    /// Firmware of the guest and what it reads there.
    public var firmware: Firmware?
    /// The machine type, which is the virtual main board.
    public var machine: Machine = Machine()
    /// Memory of the guest.
    public var memory: Memory?
    /// Resources that the pod asks for and may use.
    public var resources: ResourceRequirements = ResourceRequirements()

    public init() {}
  }
}

extension V1alpha2.DomainSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "clock", "cpu", "devices", "features", "firmware", "machine", "memory", "resources",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clock", &clock)
      case 1: reader.member("cpu", &cpu)
      case 2: reader.member("devices", &devices)
      case 3: reader.member("features", &features)
      case 4: reader.member("firmware", &firmware)
      case 5: reader.member("machine", &machine)
      case 6: reader.member("memory", &memory)
      case 7: reader.member("resources", &resources)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "devices")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6b636f6c63:
      if key.count == 5 { return 0 }  // clock
    case 0x757063:
      if key.count == 3 { return 1 }  // cpu
    case 0x73656369766564:
      if key.count == 7 { return 2 }  // devices
    case 0x7365727574616566:
      if key.count == 8 { return 3 }  // features
    case 0x657261776d726966:
      if key.count == 8 { return 4 }  // firmware
    case 0x656e696863616d:
      if key.count == 7 { return 5 }  // machine
    case 0x79726f6d656d:
      if key.count == 6 { return 6 }  // memory
    case 0x656372756f736572:
      if key.equals("resources") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("clock", clock)
    writer.memberUnlessEmpty("cpu", cpu)
    writer.member("devices", devices)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("firmware", firmware)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("memory", memory)
    writer.memberUnlessEmpty("resources", resources)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Firmware of the guest.
  public struct Firmware: Sendable {
    /// UUID of the system; made up when empty.
    public var uuid: String = ""

    public init() {}
  }
}

extension V1alpha2.Firmware: JSONStructure {
  public static let memberNames: [StaticString] = ["uuid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("uuid", &uuid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64697575:
      if key.count == 4 { return 0 }  // uuid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("uuid", uuid)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Backs the guest's memory by large pages.
  public struct Hugepages: Sendable {
    /// Size of a page, such as 2Mi or 1Gi.
    public var pageSize: String = ""

    public init() {}
  }
}

extension V1alpha2.Hugepages: JSONStructure {
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

extension V1alpha2 {
  /// The machine type, which is the virtual main board.
  public struct Machine: Sendable {
    /// Name of the machine type, such as q35 or virt.
    public var type: String = ""

    public init() {}
  }
}

extension V1alpha2.Machine: JSONStructure {
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

extension V1alpha2 {
  /// Memory of the guest.
  public struct Memory: Sendable {
    /// Memory that the guest sees.
    public var guest: Quantity?
    /// Backs the memory by large pages.
    public var hugepages: Hugepages?

    public init() {}
  }
}

extension V1alpha2.Memory: JSONStructure {
  public static let memberNames: [StaticString] = ["guest", "hugepages"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guest", &guest)
      case 1: reader.member("hugepages", &hugepages)
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
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("guest", guest)
    writer.memberUnlessEmpty("hugepages", hugepages)
    writer.endObject()
  }
}

extension V1alpha2 {
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

extension V1alpha2.ResourceRequirements: JSONStructure {
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
