// Made from openapi/v1/features.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  public struct FeatureAPIC: Sendable {
    public var enabled: Bool?
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
  public struct FeatureHyperv: Sendable {
    public var evmcs: FeatureState?
    public var frequencies: FeatureState?
    public var ipi: FeatureState?
    public var reenlightenment: FeatureState?
    public var relaxed: FeatureState?
    public var reset: FeatureState?
    public var runtime: FeatureState?
    public var spinlocks: FeatureSpinlocks?
    public var synic: FeatureState?
    public var synictimer: SyNICTimer?
    @Boxed public var tlbflush: TLBFlush?
    public var vapic: FeatureState?
    public var vendorid: FeatureVendorID?
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
  public struct FeatureKVM: Sendable {
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
  public struct FeatureSpinlocks: Sendable {
    public var enabled: Bool?
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
  public struct FeatureState: Sendable {
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
  public struct FeatureVendorID: Sendable {
    public var enabled: Bool?
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
  public struct Features: Sendable {
    public var acpi: FeatureState = FeatureState()
    public var apic: FeatureAPIC?
    @Boxed public var hyperv: FeatureHyperv?
    public var hypervPassthrough: HyperVPassthrough?
    public var kvm: FeatureKVM?
    public var pvspinlock: FeatureState?
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
  public struct HyperVPassthrough: Sendable {
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
  public struct TLBFlush: Sendable {
    public var direct: FeatureState?
    public var enabled: Bool?
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
