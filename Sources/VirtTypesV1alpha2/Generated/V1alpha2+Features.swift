// Made from openapi/v1alpha2/features.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// The advanced programmable interrupt controller.
  public struct FeatureAPIC: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// True lets the guest end interrupts without leaving it.
    public var endOfInterrupt: Bool = false

    public init() {}
  }
}

extension V1alpha2.FeatureAPIC: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "endOfInterrupt"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("endOfInterrupt", &endOfInterrupt)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x746e49664f646e65:
      if key.equals("endOfInterrupt") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("endOfInterrupt", endOfInterrupt)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// What of Hyper-V the guest sees, which Windows makes use of.
  public struct FeatureHyperv: Sendable {
    /// Whether the guest relaxes its time limits, which a busy host would break.
    public var relaxed: FeatureState?
    /// Whether the guest can reset itself by a register of Hyper-V.
    public var reset: FeatureState?
    /// Whether the guest can read how long its processors have run.
    public var runtime: FeatureState?
    /// How often the guest tries a lock before it tells the host.
    public var spinlocks: FeatureSpinlocks?
    /// Whether there is a synthetic interrupt controller; demands `vpindex`.
    public var synic: FeatureState?
    /// Whether there are synthetic timers; demands `synic`.
    public var synictimer: FeatureState?
    /// Whether the interrupt controller has a page in memory.
    public var vapic: FeatureState?
    /// Name of the hypervisor that the guest reads.
    public var vendorid: FeatureVendorID?
    /// Whether the guest can read the number of its virtual processor.
    public var vpindex: FeatureState?

    public init() {}
  }
}

extension V1alpha2.FeatureHyperv: JSONStructure {
  public static let memberNames: [StaticString] = [
    "relaxed", "reset", "runtime", "spinlocks", "synic", "synictimer", "vapic", "vendorid", "vpindex",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("relaxed", &relaxed)
      case 1: reader.member("reset", &reset)
      case 2: reader.member("runtime", &runtime)
      case 3: reader.member("spinlocks", &spinlocks)
      case 4: reader.member("synic", &synic)
      case 5: reader.member("synictimer", &synictimer)
      case 6: reader.member("vapic", &vapic)
      case 7: reader.member("vendorid", &vendorid)
      case 8: reader.member("vpindex", &vpindex)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646578616c6572:
      if key.count == 7 { return 0 }  // relaxed
    case 0x7465736572:
      if key.count == 5 { return 1 }  // reset
    case 0x656d69746e7572:
      if key.count == 7 { return 2 }  // runtime
    case 0x6b636f6c6e697073:
      if key.equals("spinlocks") { return 3 }
    case 0x63696e7973:
      if key.count == 5 { return 4 }  // synic
    case 0x6d697463696e7973:
      if key.equals("synictimer") { return 5 }
    case 0x6369706176:
      if key.count == 5 { return 6 }  // vapic
    case 0x6469726f646e6576:
      if key.count == 8 { return 7 }  // vendorid
    case 0x7865646e697076:
      if key.count == 7 { return 8 }  // vpindex
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("relaxed", relaxed)
    writer.memberUnlessEmpty("reset", reset)
    writer.memberUnlessEmpty("runtime", runtime)
    writer.memberUnlessEmpty("spinlocks", spinlocks)
    writer.memberUnlessEmpty("synic", synic)
    writer.memberUnlessEmpty("synictimer", synictimer)
    writer.memberUnlessEmpty("vapic", vapic)
    writer.memberUnlessEmpty("vendorid", vendorid)
    writer.memberUnlessEmpty("vpindex", vpindex)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// How often the guest tries a lock before it tells the host.
  public struct FeatureSpinlocks: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// Number of tries, at least 4096, which is the default.
    public var spinlocks: UInt32?

    public init() {}
  }
}

extension V1alpha2.FeatureSpinlocks: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "spinlocks"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("spinlocks", &spinlocks)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x6b636f6c6e697073:
      if key.equals("spinlocks") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("spinlocks", spinlocks)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A feature that is on or off.
  public struct FeatureState: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?

    public init() {}
  }
}

extension V1alpha2.FeatureState: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Name of the hypervisor that the guest reads.
  public struct FeatureVendorID: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// The name, up to twelve characters.
    public var vendorid: String = ""

    public init() {}
  }
}

extension V1alpha2.FeatureVendorID: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "vendorid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("vendorid", &vendorid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x6469726f646e6576:
      if key.count == 8 { return 1 }  // vendorid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("vendorid", vendorid)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Features of the virtual main board and of the hypervisor.
  public struct Features: Sendable {
    /// ACPI, which the guest finds and switches off its hardware by.
    public var acpi: FeatureState = FeatureState()
    /// The advanced programmable interrupt controller.
    public var apic: FeatureAPIC?
    /// What of Hyper-V the guest sees.
    @Boxed public var hyperv: FeatureHyperv?

    public init() {}
  }
}

extension V1alpha2.Features: JSONStructure {
  public static let memberNames: [StaticString] = ["acpi", "apic", "hyperv"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("acpi", &acpi)
      case 1: reader.member("apic", &apic)
      case 2: reader.member("hyperv", &hyperv)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x69706361:
      if key.count == 4 { return 0 }  // acpi
    case 0x63697061:
      if key.count == 4 { return 1 }  // apic
    case 0x767265707968:
      if key.count == 6 { return 2 }  // hyperv
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("acpi", acpi)
    writer.memberUnlessEmpty("apic", apic)
    writer.memberUnlessEmpty("hyperv", hyperv)
    writer.endObject()
  }
}
