// Made from openapi/v1/features.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// The advanced programmable interrupt controller.
  public struct FeatureAPIC: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// True lets the guest end interrupts without leaving it.
    public var endOfInterrupt: Bool = false

    public init() {}
  }
}

extension V1.FeatureAPIC: JSONStructure {
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

extension V1 {
  /// What of Hyper-V the guest sees, which Windows makes use of.
  public struct FeatureHyperv: Sendable {
    /// Whether nested guests on Intel use an enlightened control structure; demands `vapic`.
    public var evmcs: FeatureState?
    /// Whether the guest can read the frequencies of the time stamp counter and the APIC.
    public var frequencies: FeatureState?
    /// Whether interrupts between processors go by hypercall; demands `vpindex`.
    public var ipi: FeatureState?
    /// Whether the guest is told when the counter's frequency changes by a migration.
    public var reenlightenment: FeatureState?
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
    /// Synthetic timers; they demand `synic`.
    public var synictimer: SyNICTimer?
    /// Whether address caches are flushed by hypercall; demands `vpindex`.
    @Boxed public var tlbflush: TLBFlush?
    /// Whether the interrupt controller has a page in memory.
    public var vapic: FeatureState?
    /// Name of the hypervisor that the guest reads.
    public var vendorid: FeatureVendorID?
    /// Whether the guest can read the number of its virtual processor.
    public var vpindex: FeatureState?

    public init() {}
  }
}

extension V1.FeatureHyperv: JSONStructure {
  public static let memberNames: [StaticString] = [
    "evmcs", "frequencies", "ipi", "reenlightenment", "relaxed", "reset", "runtime", "spinlocks", "synic", "synictimer",
    "tlbflush", "vapic", "vendorid", "vpindex",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("evmcs", &evmcs)
      case 1: reader.member("frequencies", &frequencies)
      case 2: reader.member("ipi", &ipi)
      case 3: reader.member("reenlightenment", &reenlightenment)
      case 4: reader.member("relaxed", &relaxed)
      case 5: reader.member("reset", &reset)
      case 6: reader.member("runtime", &runtime)
      case 7: reader.member("spinlocks", &spinlocks)
      case 8: reader.member("synic", &synic)
      case 9: reader.member("synictimer", &synictimer)
      case 10: reader.member("tlbflush", &tlbflush)
      case 11: reader.member("vapic", &vapic)
      case 12: reader.member("vendorid", &vendorid)
      case 13: reader.member("vpindex", &vpindex)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73636d7665:
      if key.count == 5 { return 0 }  // evmcs
    case 0x636e657571657266:
      if key.equals("frequencies") { return 1 }
    case 0x697069:
      if key.count == 3 { return 2 }  // ipi
    case 0x6867696c6e656572:
      if key.equals("reenlightenment") { return 3 }
    case 0x646578616c6572:
      if key.count == 7 { return 4 }  // relaxed
    case 0x7465736572:
      if key.count == 5 { return 5 }  // reset
    case 0x656d69746e7572:
      if key.count == 7 { return 6 }  // runtime
    case 0x6b636f6c6e697073:
      if key.equals("spinlocks") { return 7 }
    case 0x63696e7973:
      if key.count == 5 { return 8 }  // synic
    case 0x6d697463696e7973:
      if key.equals("synictimer") { return 9 }
    case 0x6873756c66626c74:
      if key.count == 8 { return 10 }  // tlbflush
    case 0x6369706176:
      if key.count == 5 { return 11 }  // vapic
    case 0x6469726f646e6576:
      if key.count == 8 { return 12 }  // vendorid
    case 0x7865646e697076:
      if key.count == 7 { return 13 }  // vpindex
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("evmcs", evmcs)
    writer.memberUnlessEmpty("frequencies", frequencies)
    writer.memberUnlessEmpty("ipi", ipi)
    writer.memberUnlessEmpty("reenlightenment", reenlightenment)
    writer.memberUnlessEmpty("relaxed", relaxed)
    writer.memberUnlessEmpty("reset", reset)
    writer.memberUnlessEmpty("runtime", runtime)
    writer.memberUnlessEmpty("spinlocks", spinlocks)
    writer.memberUnlessEmpty("synic", synic)
    writer.memberUnlessEmpty("synictimer", synictimer)
    writer.memberUnlessEmpty("tlbflush", tlbflush)
    writer.memberUnlessEmpty("vapic", vapic)
    writer.memberUnlessEmpty("vendorid", vendorid)
    writer.memberUnlessEmpty("vpindex", vpindex)
    writer.endObject()
  }
}

extension V1 {
  /// What of KVM the guest sees.
  public struct FeatureKVM: Sendable {
    /// True hides KVM from the guest.
    public var hidden: Bool = false

    public init() {}
  }
}

extension V1.FeatureKVM: JSONStructure {
  public static let memberNames: [StaticString] = ["hidden"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hidden", &hidden)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6564646968:
      if key.count == 6 { return 0 }  // hidden
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hidden", hidden)
    writer.endObject()
  }
}

extension V1 {
  /// How often the guest tries a lock before it tells the host.
  public struct FeatureSpinlocks: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// Number of tries, at least 4096, which is the default.
    public var spinlocks: UInt32?

    public init() {}
  }
}

extension V1.FeatureSpinlocks: JSONStructure {
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

extension V1 {
  /// A feature that is on or off.
  public struct FeatureState: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?

    public init() {}
  }
}

extension V1.FeatureState: JSONStructure {
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

extension V1 {
  /// Name of the hypervisor that the guest reads.
  public struct FeatureVendorID: Sendable {
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// The name, up to twelve characters.
    public var vendorid: String = ""

    public init() {}
  }
}

extension V1.FeatureVendorID: JSONStructure {
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

extension V1 {
  /// Features of the virtual main board and of the hypervisor.
  public struct Features: Sendable {
    /// ACPI, which the guest finds and switches off its hardware by.
    public var acpi: FeatureState = FeatureState()
    /// The advanced programmable interrupt controller.
    public var apic: FeatureAPIC?
    /// What of Hyper-V the guest sees.
    @Boxed public var hyperv: FeatureHyperv?
    /// Shows the guest every feature of Hyper-V that the host supports, in place of `hyperv`.
    public var hypervPassthrough: HyperVPassthrough?
    /// What of KVM the guest sees.
    public var kvm: FeatureKVM?
    /// Whether the guest can tell the host that it waits for a lock.
    public var pvspinlock: FeatureState?
    /// System management mode, which secure boot needs.
    public var smm: FeatureState?

    public init() {}
  }
}

extension V1.Features: JSONStructure {
  public static let memberNames: [StaticString] = [
    "acpi", "apic", "hyperv", "hypervPassthrough", "kvm", "pvspinlock", "smm",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("acpi", &acpi)
      case 1: reader.member("apic", &apic)
      case 2: reader.member("hyperv", &hyperv)
      case 3: reader.member("hypervPassthrough", &hypervPassthrough)
      case 4: reader.member("kvm", &kvm)
      case 5: reader.member("pvspinlock", &pvspinlock)
      case 6: reader.member("smm", &smm)
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
    case 0x6150767265707968:
      if key.equals("hypervPassthrough") { return 3 }
    case 0x6d766b:
      if key.count == 3 { return 4 }  // kvm
    case 0x6f6c6e6970737670:
      if key.equals("pvspinlock") { return 5 }
    case 0x6d6d73:
      if key.count == 3 { return 6 }  // smm
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("acpi", acpi)
    writer.memberUnlessEmpty("apic", apic)
    writer.memberUnlessEmpty("hyperv", hyperv)
    writer.memberUnlessEmpty("hypervPassthrough", hypervPassthrough)
    writer.memberUnlessEmpty("kvm", kvm)
    writer.memberUnlessEmpty("pvspinlock", pvspinlock)
    writer.memberUnlessEmpty("smm", smm)
    writer.endObject()
  }
}

extension V1 {
  /// Shows the guest every feature of Hyper-V that the host supports.
  public struct HyperVPassthrough: Sendable {
    /// True turns it on.
    public var enabled: Bool?

    public init() {}
  }
}

extension V1.HyperVPassthrough: JSONStructure {
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

extension V1 {
  /// Flushing of address caches by hypercall.
  public struct TLBFlush: Sendable {
    /// Whether nested guests flush without going through their hypervisor.
    public var direct: FeatureState?
    /// False turns the feature off; it is on when absent.
    public var enabled: Bool?
    /// Whether single ranges of addresses can be flushed.
    public var extended: FeatureState?

    public init() {}
  }
}

extension V1.TLBFlush: JSONStructure {
  public static let memberNames: [StaticString] = ["direct", "enabled", "extended"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("direct", &direct)
      case 1: reader.member("enabled", &enabled)
      case 2: reader.member("extended", &extended)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746365726964:
      if key.count == 6 { return 0 }  // direct
    case 0x64656c62616e65:
      if key.count == 7 { return 1 }  // enabled
    case 0x6465646e65747865:
      if key.count == 8 { return 2 }  // extended
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("direct", direct)
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("extended", extended)
    writer.endObject()
  }
}
