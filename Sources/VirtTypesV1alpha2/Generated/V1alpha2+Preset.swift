// Made from openapi/v1alpha2/preset.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// The virtual hardware that a preset adds.
  public struct DomainPresetSpec: Sendable {
    /// The clock and its timers, each for instances that have none.
    @Boxed public var clock: Clock?
    /// The virtual processor, for instances that have none.
    public var cpu: CPU?
    /// Devices, of which only the watchdog is taken, for instances that have none.
    public var devices: Devices = Devices()
    /// Features of the main board and of the hypervisor, for instances that have none.
    @Boxed public var features: Features?
    /// Firmware of the guest, for instances that have none.
    public var firmware: Firmware?
    /// The machine type; it is accepted and has no effect.
    public var machine: Machine = Machine()
    /// Memory of the guest; it is accepted and has no effect.
    public var memory: Memory?
    /// Resources, of which only requests are taken, for instances that have none.
    public var resources: ResourceRequirements = ResourceRequirements()

    public init() {}
  }
}

extension V1alpha2.DomainPresetSpec: JSONStructure {
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
    writer.memberUnlessEmpty("devices", devices)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("firmware", firmware)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("memory", memory)
    writer.memberUnlessEmpty("resources", resources)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// Virtual hardware that is added to instances with matching labels when they are created.
  public struct VirtualMachineInstancePreset: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the preset.
    public var metadata: ObjectMeta = ObjectMeta()
    /// Which instances the preset applies to, and what it adds.
    public var spec: VirtualMachineInstancePresetSpec = VirtualMachineInstancePresetSpec()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstancePreset: JSONStructure {
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
    writer.memberUnlessEmpty("spec", spec)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// A list of presets.
  public struct VirtualMachineInstancePresetList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstancePreset] = []

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstancePresetList: JSONStructure {
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

extension V1alpha2 {
  /// Which instances a preset applies to, and what it adds.
  public struct VirtualMachineInstancePresetSpec: Sendable {
    /// The virtual hardware to add; what the instance sets itself stays.
    @Boxed public var domain: DomainPresetSpec?
    /// Labels of the instances that the preset applies to.
    public var selector: LabelSelector = LabelSelector()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstancePresetSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["domain", "selector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("domain", &domain)
      case 1: reader.member("selector", &selector)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "selector")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e69616d6f64:
      if key.count == 6 { return 0 }  // domain
    case 0x726f7463656c6573:
      if key.count == 8 { return 1 }  // selector
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("domain", domain)
    writer.member("selector", selector)
    writer.endObject()
  }
}
