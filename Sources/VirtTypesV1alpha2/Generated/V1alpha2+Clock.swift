// Made from openapi/v1alpha2/clock.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// The guest's clock: what it is set to at the start, and its timers.
  public struct Clock: Sendable {
    /// The timers that the guest has.
    @Boxed public var timer: Timer?
    /// Time zone that the clock is set to at each start, such as Europe/Berlin.
    public var timezone: String?
    /// The clock is set to UTC at each start.
    public var utc: ClockOffsetUTC?

    public init() {}
  }
}

extension V1alpha2.Clock: JSONStructure {
  public static let memberNames: [StaticString] = ["timer", "timezone", "utc"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("timer", &timer)
      case 1: reader.member("timezone", &timezone)
      case 2: reader.member("utc", &utc)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x72656d6974:
      if key.count == 5 { return 0 }  // timer
    case 0x656e6f7a656d6974:
      if key.count == 8 { return 1 }  // timezone
    case 0x637475:
      if key.count == 3 { return 2 }  // utc
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("timer", timer)
    writer.memberUnlessEmpty("timezone", timezone)
    writer.memberUnlessEmpty("utc", utc)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A clock that is set to UTC.
  public struct ClockOffsetUTC: Sendable {
    /// Seconds that are added to UTC; when absent, changes by the guest last over a reboot only.
    public var offsetSeconds: Int?

    public init() {}
  }
}

extension V1alpha2.ClockOffsetUTC: JSONStructure {
  public static let memberNames: [StaticString] = ["offsetSeconds"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("offsetSeconds", &offsetSeconds)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x655374657366666f:
      if key.equals("offsetSeconds") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("offsetSeconds", offsetSeconds)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The high precision event timer.
  public struct HPETTimer: Sendable {
    /// False removes the timer; it is there when absent.
    public var present: Bool?
    /// What happens to missed ticks: delay, catchup, merge or discard.
    public var tickPolicy: String = ""

    public init() {}
  }
}

extension V1alpha2.HPETTimer: JSONStructure {
  public static let memberNames: [StaticString] = ["present", "tickPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("present", &present)
      case 1: reader.member("tickPolicy", &tickPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6573657270:
      if key.count == 7 { return 0 }  // present
    case 0x696c6f506b636974:
      if key.equals("tickPolicy") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("present", present)
    writer.memberUnlessEmpty("tickPolicy", tickPolicy)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The reference time that Windows guests read.
  public struct HypervTimer: Sendable {
    /// False removes the timer; it is there when absent.
    public var present: Bool?

    public init() {}
  }
}

extension V1alpha2.HypervTimer: JSONStructure {
  public static let memberNames: [StaticString] = ["present"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("present", &present)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6573657270:
      if key.count == 7 { return 0 }  // present
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("present", present)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The clock of KVM that Linux guests read.
  public struct KVMTimer: Sendable {
    /// False removes the timer; it is there when absent.
    public var present: Bool?

    public init() {}
  }
}

extension V1alpha2.KVMTimer: JSONStructure {
  public static let memberNames: [StaticString] = ["present"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("present", &present)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6573657270:
      if key.count == 7 { return 0 }  // present
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("present", present)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The programmable interval timer.
  public struct PITTimer: Sendable {
    /// False removes the timer; it is there when absent.
    public var present: Bool?
    /// What happens to missed ticks: delay, catchup or discard.
    public var tickPolicy: String = ""

    public init() {}
  }
}

extension V1alpha2.PITTimer: JSONStructure {
  public static let memberNames: [StaticString] = ["present", "tickPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("present", &present)
      case 1: reader.member("tickPolicy", &tickPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6573657270:
      if key.count == 7 { return 0 }  // present
    case 0x696c6f506b636974:
      if key.equals("tickPolicy") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("present", present)
    writer.memberUnlessEmpty("tickPolicy", tickPolicy)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The real-time clock.
  public struct RTCTimer: Sendable {
    /// False removes the timer; it is there when absent.
    public var present: Bool?
    /// What happens to missed ticks: delay or catchup.
    public var tickPolicy: String = ""
    /// What the timer follows: the guest's time (guest) or the host's (wall).
    public var track: String = ""

    public init() {}
  }
}

extension V1alpha2.RTCTimer: JSONStructure {
  public static let memberNames: [StaticString] = ["present", "tickPolicy", "track"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("present", &present)
      case 1: reader.member("tickPolicy", &tickPolicy)
      case 2: reader.member("track", &track)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e6573657270:
      if key.count == 7 { return 0 }  // present
    case 0x696c6f506b636974:
      if key.equals("tickPolicy") { return 1 }
    case 0x6b63617274:
      if key.count == 5 { return 2 }  // track
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("present", present)
    writer.memberUnlessEmpty("tickPolicy", tickPolicy)
    writer.memberUnlessEmpty("track", track)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The timers that a guest has.
  public struct Timer: Sendable {
    /// The high precision event timer.
    public var hpet: HPETTimer?
    /// The reference time that Windows guests read.
    public var hyperv: HypervTimer?
    /// The clock of KVM that Linux guests read.
    public var kvm: KVMTimer?
    /// The programmable interval timer.
    public var pit: PITTimer?
    /// The real-time clock.
    @Boxed public var rtc: RTCTimer?

    public init() {}
  }
}

extension V1alpha2.Timer: JSONStructure {
  public static let memberNames: [StaticString] = ["hpet", "hyperv", "kvm", "pit", "rtc"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hpet", &hpet)
      case 1: reader.member("hyperv", &hyperv)
      case 2: reader.member("kvm", &kvm)
      case 3: reader.member("pit", &pit)
      case 4: reader.member("rtc", &rtc)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74657068:
      if key.count == 4 { return 0 }  // hpet
    case 0x767265707968:
      if key.count == 6 { return 1 }  // hyperv
    case 0x6d766b:
      if key.count == 3 { return 2 }  // kvm
    case 0x746970:
      if key.count == 3 { return 3 }  // pit
    case 0x637472:
      if key.count == 3 { return 4 }  // rtc
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hpet", hpet)
    writer.memberUnlessEmpty("hyperv", hyperv)
    writer.memberUnlessEmpty("kvm", kvm)
    writer.memberUnlessEmpty("pit", pit)
    writer.memberUnlessEmpty("rtc", rtc)
    writer.endObject()
  }
}
