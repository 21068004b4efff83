// Made from openapi/instancetype/preference.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Instancetype {
  public struct CPUPreferenceRequirement: Sendable {
    public var guest: UInt32 = 0

    public init() {}
  }
}

extension Instancetype.CPUPreferenceRequirement: JSONStructure {
  public static let memberNames: [StaticString] = ["guest"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guest", &guest)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473657567:
      if key.count == 5 { return 0 }  // guest
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("guest", guest)
    writer.endObject()
  }
}

extension Instancetype {
  public struct CPUPreferences: Sendable {
    public var preferredCPUFeatures: [V1.CPUFeature] = []
    public var preferredCPUTopology: String?
    public var spreadOptions: SpreadOptions?

    public init() {}
  }
}

extension Instancetype.CPUPreferences: JSONStructure {
  public static let memberNames: [StaticString] = ["preferredCPUFeatures", "preferredCPUTopology", "spreadOptions"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredCPUFeatures", &preferredCPUFeatures)
      case 1: reader.member("preferredCPUTopology", &preferredCPUTopology)
      case 2: reader.member("spreadOptions", &spreadOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredCPUFeatures") { return 0 }
      if key.equals("preferredCPUTopology") { return 1 }
    case 0x704f646165727073:
      if key.equals("spreadOptions") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredCPUFeatures", preferredCPUFeatures)
    writer.memberUnlessEmpty("preferredCPUTopology", preferredCPUTopology)
    writer.memberUnlessEmpty("spreadOptions", spreadOptions)
    writer.endObject()
  }
}

extension Instancetype {
  public struct ClockPreferences: Sendable {
    public var preferredClockOffset: V1.ClockOffset?
    @Boxed public var preferredTimer: V1.Timer?

    public init() {}
  }
}

extension Instancetype.ClockPreferences: JSONStructure {
  public static let memberNames: [StaticString] = ["preferredClockOffset", "preferredTimer"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredClockOffset", &preferredClockOffset)
      case 1: reader.member("preferredTimer", &preferredTimer)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredClockOffset") { return 0 }
      if key.equals("preferredTimer") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredClockOffset", preferredClockOffset)
    writer.memberUnlessEmpty("preferredTimer", preferredTimer)
    writer.endObject()
  }
}

extension Instancetype {
  public struct DevicePreferences: Sendable {
    public var preferredAutoattachGraphicsDevice: Bool?
    public var preferredAutoattachInputDevice: Bool?
    public var preferredAutoattachMemBalloon: Bool?
    public var preferredAutoattachPodInterface: Bool?
    public var preferredAutoattachSerialConsole: Bool?
    public var preferredBlockMultiQueue: Bool?
    public var preferredCdromBus: String = ""
    public var preferredDisableHotplug: Bool?
    @Boxed public var preferredDiskBlockSize: V1.BlockSize?
    public var preferredDiskBus: String = ""
    public var preferredDiskCache: String = ""
    public var preferredDiskDedicatedIoThread: Bool?
    public var preferredDiskIO: String = ""
    public var preferredInputBus: String = ""
    public var preferredInputType: String = ""
    public var preferredInterfaceMasquerade: V1.InterfaceMasquerade?
    public var preferredInterfaceModel: String = ""
    public var preferredLunBus: String = ""
    public var preferredNetworkInterfaceMultiQueue: Bool?
    public var preferredPanicDeviceModel: String?
    public var preferredRng: V1.Rng?
    public var preferredSoundModel: String = ""
    public var preferredTPM: V1.TPMDevice?
    public var preferredUseVirtioTransitional: Bool?
    public var preferredVideoType: String?
    public var preferredVirtualGPUOptions: V1.VGPUOptions?

    public init() {}
  }
}

extension Instancetype.DevicePreferences: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredAutoattachGraphicsDevice", "preferredAutoattachInputDevice", "preferredAutoattachMemBalloon",
    "preferredAutoattachPodInterface", "preferredAutoattachSerialConsole", "preferredBlockMultiQueue",
    "preferredCdromBus", "preferredDisableHotplug", "preferredDiskBlockSize", "preferredDiskBus", "preferredDiskCache",
    "preferredDiskDedicatedIoThread", "preferredDiskIO", "preferredInputBus", "preferredInputType",
    "preferredInterfaceMasquerade", "preferredInterfaceModel", "preferredLunBus", "preferredNetworkInterfaceMultiQueue",
    "preferredPanicDeviceModel", "preferredRng", "preferredSoundModel", "preferredTPM",
    "preferredUseVirtioTransitional", "preferredVideoType", "preferredVirtualGPUOptions",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredAutoattachGraphicsDevice", &preferredAutoattachGraphicsDevice)
      case 1: reader.member("preferredAutoattachInputDevice", &preferredAutoattachInputDevice)
      case 2: reader.member("preferredAutoattachMemBalloon", &preferredAutoattachMemBalloon)
      case 3: reader.member("preferredAutoattachPodInterface", &preferredAutoattachPodInterface)
      case 4: reader.member("preferredAutoattachSerialConsole", &preferredAutoattachSerialConsole)
      case 5: reader.member("preferredBlockMultiQueue", &preferredBlockMultiQueue)
      case 6: reader.member("preferredCdromBus", &preferredCdromBus)
      case 7: reader.member("preferredDisableHotplug", &preferredDisableHotplug)
      case 8: reader.member("preferredDiskBlockSize", &preferredDiskBlockSize)
      case 9: reader.member("preferredDiskBus", &preferredDiskBus)
      case 10: reader.member("preferredDiskCache", &preferredDiskCache)
      case 11: reader.member("preferredDiskDedicatedIoThread", &preferredDiskDedicatedIoThread)
      case 12: reader.member("preferredDiskIO", &preferredDiskIO)
      case 13: reader.member("preferredInputBus", &preferredInputBus)
      case 14: reader.member("preferredInputType", &preferredInputType)
      case 15: reader.member("preferredInterfaceMasquerade", &preferredInterfaceMasquerade)
      case 16: reader.member("preferredInterfaceModel", &preferredInterfaceModel)
      case 17: reader.member("preferredLunBus", &preferredLunBus)
      case 18: reader.member("preferredNetworkInterfaceMultiQueue", &preferredNetworkInterfaceMultiQueue)
      case 19: reader.member("preferredPanicDeviceModel", &preferredPanicDeviceModel)
      case 20: reader.member("preferredRng", &preferredRng)
      case 21: reader.member("preferredSoundModel", &preferredSoundModel)
      case 22: reader.member("preferredTPM", &preferredTPM)
      case 23: reader.member("preferredUseVirtioTransitional", &preferredUseVirtioTransitional)
      case 24: reader.member("preferredVideoType", &preferredVideoType)
      case 25: reader.member("preferredVirtualGPUOptions", &preferredVirtualGPUOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredAutoattachGraphicsDevice") { return 0 }
      if key.equals("preferredAutoattachInputDevice") { return 1 }
      if key.equals("preferredAutoattachMemBalloon") { return 2 }
      if key.equals("preferredAutoattachPodInterface") { return 3 }
      if key.equals("preferredAutoattachSerialConsole") { return 4 }
      if key.equals("preferredBlockMultiQueue") { return 5 }
      if key.equals("preferredCdromBus") { return 6 }
      if key.equals("preferredDisableHotplug") { return 7 }
      if key.equals("preferredDiskBlockSize") { return 8 }
      if key.equals("preferredDiskBus") { return 9 }
      if key.equals("preferredDiskCache") { return 10 }
      if key.equals("preferredDiskDedicatedIoThread") { return 11 }
      if key.equals("preferredDiskIO") { return 12 }
      if key.equals("preferredInputBus") { return 13 }
      if key.equals("preferredInputType") { return 14 }
      if key.equals("preferredInterfaceMasquerade") { return 15 }
      if key.equals("preferredInterfaceModel") { return 16 }
      if key.equals("preferredLunBus") { return 17 }
      if key.equals("preferredNetworkInterfaceMultiQueue") { return 18 }
      if key.equals("preferredPanicDeviceModel") { return 19 }
      if key.equals("preferredRng") { return 20 }
      if key.equals("preferredSoundModel") { return 21 }
      if key.equals("preferredTPM") { return 22 }
      if key.equals("preferredUseVirtioTransitional") { return 23 }
      if key.equals("preferredVideoType") { return 24 }
      if key.equals("preferredVirtualGPUOptions") { return 25 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredAutoattachGraphicsDevice", preferredAutoattachGraphicsDevice)
    writer.memberUnlessEmpty("preferredAutoattachInputDevice", preferredAutoattachInputDevice)
    writer.memberUnlessEmpty("preferredAutoattachMemBalloon", preferredAutoattachMemBalloon)
    writer.memberUnlessEmpty("preferredAutoattachPodInterface", preferredAutoattachPodInterface)
    writer.memberUnlessEmpty("preferredAutoattachSerialConsole", preferredAutoattachSerialConsole)
    writer.memberUnlessEmpty("preferredBlockMultiQueue", preferredBlockMultiQueue)
    writer.memberUnlessEmpty("preferredCdromBus", preferredCdromBus)
    writer.memberUnlessEmpty("preferredDisableHotplug", preferredDisableHotplug)
    writer.memberUnlessEmpty("preferredDiskBlockSize", preferredDiskBlockSize)
    writer.memberUnlessEmpty("preferredDiskBus", preferredDiskBus)
    writer.memberUnlessEmpty("preferredDiskCache", preferredDiskCache)
    writer.memberUnlessEmpty("preferredDiskDedicatedIoThread", preferredDiskDedicatedIoThread)
    writer.memberUnlessEmpty("preferredDiskIO", preferredDiskIO)
    writer.memberUnlessEmpty("preferredInputBus", preferredInputBus)
    writer.memberUnlessEmpty("preferredInputType", preferredInputType)
    writer.memberUnlessEmpty("preferredInterfaceMasquerade", preferredInterfaceMasquerade)
    writer.memberUnlessEmpty("preferredInterfaceModel", preferredInterfaceModel)
    writer.memberUnlessEmpty("preferredLunBus", preferredLunBus)
    writer.memberUnlessEmpty("preferredNetworkInterfaceMultiQueue", preferredNetworkInterfaceMultiQueue)
    writer.memberUnlessEmpty("preferredPanicDeviceModel", preferredPanicDeviceModel)
    writer.memberUnlessEmpty("preferredRng", preferredRng)
    writer.memberUnlessEmpty("preferredSoundModel", preferredSoundModel)
    writer.memberUnlessEmpty("preferredTPM", preferredTPM)
    writer.memberUnlessEmpty("preferredUseVirtioTransitional", preferredUseVirtioTransitional)
    writer.memberUnlessEmpty("preferredVideoType", preferredVideoType)
    writer.memberUnlessEmpty("preferredVirtualGPUOptions", preferredVirtualGPUOptions)
    writer.endObject()
  }
}

extension Instancetype {
  public struct FeaturePreferences: Sendable {
    public var preferredAcpi: V1.FeatureState?
    public var preferredApic: V1.FeatureAPIC?
    @Boxed public var preferredHyperv: V1.FeatureHyperv?
    public var preferredKvm: V1.FeatureKVM?
    public var preferredPvspinlock: V1.FeatureState?
    public var preferredSmm: V1.FeatureState?

    public init() {}
  }
}

extension Instancetype.FeaturePreferences: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredAcpi", "preferredApic", "preferredHyperv", "preferredKvm", "preferredPvspinlock", "preferredSmm",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredAcpi", &preferredAcpi)
      case 1: reader.member("preferredApic", &preferredApic)
      case 2: reader.member("preferredHyperv", &preferredHyperv)
      case 3: reader.member("preferredKvm", &preferredKvm)
      case 4: reader.member("preferredPvspinlock", &preferredPvspinlock)
      case 5: reader.member("preferredSmm", &preferredSmm)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredAcpi") { return 0 }
      if key.equals("preferredApic") { return 1 }
      if key.equals("preferredHyperv") { return 2 }
      if key.equals("preferredKvm") { return 3 }
      if key.equals("preferredPvspinlock") { return 4 }
      if key.equals("preferredSmm") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredAcpi", preferredAcpi)
    writer.memberUnlessEmpty("preferredApic", preferredApic)
    writer.memberUnlessEmpty("preferredHyperv", preferredHyperv)
    writer.memberUnlessEmpty("preferredKvm", preferredKvm)
    writer.memberUnlessEmpty("preferredPvspinlock", preferredPvspinlock)
    writer.memberUnlessEmpty("preferredSmm", preferredSmm)
    writer.endObject()
  }
}

extension Instancetype {
  public struct FirmwarePreferences: Sendable {
    public var preferredEfi: V1.EFI?
    public var preferredUseBios: Bool?
    public var preferredUseBiosSerial: Bool?
    public var preferredUseEfi: Bool?
    public var preferredUseSecureBoot: Bool?

    public init() {}
  }
}

extension Instancetype.FirmwarePreferences: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredEfi", "preferredUseBios", "preferredUseBiosSerial", "preferredUseEfi", "preferredUseSecureBoot",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredEfi", &preferredEfi)
      case 1: reader.member("preferredUseBios", &preferredUseBios)
      case 2: reader.member("preferredUseBiosSerial", &preferredUseBiosSerial)
      case 3: reader.member("preferredUseEfi", &preferredUseEfi)
      case 4: reader.member("preferredUseSecureBoot", &preferredUseSecureBoot)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredEfi") { return 0 }
      if key.equals("preferredUseBios") { return 1 }
      if key.equals("preferredUseBiosSerial") { return 2 }
      if key.equals("preferredUseEfi") { return 3 }
      if key.equals("preferredUseSecureBoot") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredEfi", preferredEfi)
    writer.memberUnlessEmpty("preferredUseBios", preferredUseBios)
    writer.memberUnlessEmpty("preferredUseBiosSerial", preferredUseBiosSerial)
    writer.memberUnlessEmpty("preferredUseEfi", preferredUseEfi)
    writer.memberUnlessEmpty("preferredUseSecureBoot", preferredUseSecureBoot)
    writer.endObject()
  }
}

extension Instancetype {
  public struct MachinePreferences: Sendable {
    public var preferredMachineType: String = ""

    public init() {}
  }
}

extension Instancetype.MachinePreferences: JSONStructure {
  public static let memberNames: [StaticString] = ["preferredMachineType"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredMachineType", &preferredMachineType)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredMachineType") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredMachineType", preferredMachineType)
    writer.endObject()
  }
}

extension Instancetype {
  public struct MemoryPreferenceRequirement: Sendable {
    public var guest: Quantity = Quantity()

    public init() {}
  }
}

extension Instancetype.MemoryPreferenceRequirement: JSONStructure {
  public static let memberNames: [StaticString] = ["guest"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("guest", &guest)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "guest")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473657567:
      if key.count == 5 { return 0 }  // guest
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("guest", guest)
    writer.endObject()
  }
}

extension Instancetype {
  public struct PreferenceRequirements: Sendable {
    public var architecture: String?
    public var cpu: CPUPreferenceRequirement?
    public var memory: MemoryPreferenceRequirement?

    public init() {}
  }
}

extension Instancetype.PreferenceRequirements: JSONStructure {
  public static let memberNames: [StaticString] = ["architecture", "cpu", "memory"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("architecture", &architecture)
      case 1: reader.member("cpu", &cpu)
      case 2: reader.member("memory", &memory)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6365746968637261:
      if key.equals("architecture") { return 0 }
    case 0x757063:
      if key.count == 3 { return 1 }  // cpu
    case 0x79726f6d656d:
      if key.count == 6 { return 2 }  // memory
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("architecture", architecture)
    writer.memberUnlessEmpty("cpu", cpu)
    writer.memberUnlessEmpty("memory", memory)
    writer.endObject()
  }
}

extension Instancetype {
  public struct SpreadOptions: Sendable {
    public var across: String?
    public var ratio: UInt32?

    public init() {}
  }
}

extension Instancetype.SpreadOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["across", "ratio"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("across", &across)
      case 1: reader.member("ratio", &ratio)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73736f726361:
      if key.count == 6 { return 0 }  // across
    case 0x6f69746172:
      if key.count == 5 { return 1 }  // ratio
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("across", across)
    writer.memberUnlessEmpty("ratio", ratio)
    writer.endObject()
  }
}

extension Instancetype {
  public struct VirtualMachineClusterPreference: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ObjectMeta = ObjectMeta()
    public var spec: VirtualMachinePreferenceSpec = VirtualMachinePreferenceSpec()

    public init() {}
  }
}

extension Instancetype.VirtualMachineClusterPreference: JSONStructure {
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
  public struct VirtualMachineClusterPreferenceList: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ListMeta = ListMeta()
    public var items: [VirtualMachineClusterPreference] = []

    public init() {}
  }
}

extension Instancetype.VirtualMachineClusterPreferenceList: JSONStructure {
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
  public struct VirtualMachinePreference: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ObjectMeta = ObjectMeta()
    public var spec: VirtualMachinePreferenceSpec = VirtualMachinePreferenceSpec()

    public init() {}
  }
}

extension Instancetype.VirtualMachinePreference: JSONStructure {
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
  public struct VirtualMachinePreferenceList: Sendable {
    public var apiVersion: String = ""
    public var kind: String = ""
    public var metadata: ListMeta = ListMeta()
    public var items: [VirtualMachinePreference] = []

    public init() {}
  }
}

extension Instancetype.VirtualMachinePreferenceList: JSONStructure {
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
  public struct VirtualMachinePreferenceSpec: Sendable {
    public var annotations: [String: String]?
    @Boxed public var clock: ClockPreferences?
    @Boxed public var cpu: CPUPreferences?
    @Boxed public var devices: DevicePreferences?
    @Boxed public var features: FeaturePreferences?
    @Boxed public var firmware: FirmwarePreferences?
    public var machine: MachinePreferences?
    public var preferSpreadSocketToCoreRatio: UInt32 = 0
    public var preferredArchitecture: String?
    public var preferredLaunchSecurity: V1.LaunchSecurity?
    public var preferredSubdomain: String?
    public var preferredTerminationGracePeriodSeconds: Int64?
    @Boxed public var requirements: PreferenceRequirements?
    public var volumes: VolumePreferences?

    public init() {}
  }
}

extension Instancetype.VirtualMachinePreferenceSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "annotations", "clock", "cpu", "devices", "features", "firmware", "machine", "preferSpreadSocketToCoreRatio",
    "preferredArchitecture", "preferredLaunchSecurity", "preferredSubdomain", "preferredTerminationGracePeriodSeconds",
    "requirements", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("annotations", &annotations)
      case 1: reader.member("clock", &clock)
      case 2: reader.member("cpu", &cpu)
      case 3: reader.member("devices", &devices)
      case 4: reader.member("features", &features)
      case 5: reader.member("firmware", &firmware)
      case 6: reader.member("machine", &machine)
      case 7: reader.member("preferSpreadSocketToCoreRatio", &preferSpreadSocketToCoreRatio)
      case 8: reader.member("preferredArchitecture", &preferredArchitecture)
      case 9: reader.member("preferredLaunchSecurity", &preferredLaunchSecurity)
      case 10: reader.member("preferredSubdomain", &preferredSubdomain)
      case 11: reader.member("preferredTerminationGracePeriodSeconds", &preferredTerminationGracePeriodSeconds)
      case 12: reader.member("requirements", &requirements)
      case 13: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697461746f6e6e61:
      if key.equals("annotations") { return 0 }
    case 0x6b636f6c63:
      if key.count == 5 { return 1 }  // clock
    case 0x757063:
      if key.count == 3 { return 2 }  // cpu
    case 0x73656369766564:
      if key.count == 7 { return 3 }  // devices
    case 0x7365727574616566:
      if key.count == 8 { return 4 }  // features
    case 0x657261776d726966:
      if key.count == 8 { return 5 }  // firmware
    case 0x656e696863616d:
      if key.count == 7 { return 6 }  // machine
    case 0x7053726566657270:
      if key.equals("preferSpreadSocketToCoreRatio") { return 7 }
    case 0x6572726566657270:
      if key.equals("preferredArchitecture") { return 8 }
      if key.equals("preferredLaunchSecurity") { return 9 }
      if key.equals("preferredSubdomain") { return 10 }
      if key.equals("preferredTerminationGracePeriodSeconds") { return 11 }
    case 0x6d65726975716572:
      if key.equals("requirements") { return 12 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 13 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("annotations", annotations ?? [:])
    writer.memberUnlessEmpty("clock", clock)
    writer.memberUnlessEmpty("cpu", cpu)
    writer.memberUnlessEmpty("devices", devices)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("firmware", firmware)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("preferSpreadSocketToCoreRatio", preferSpreadSocketToCoreRatio)
    writer.memberUnlessEmpty("preferredArchitecture", preferredArchitecture)
    writer.memberUnlessEmpty("preferredLaunchSecurity", preferredLaunchSecurity)
    writer.memberUnlessEmpty("preferredSubdomain", preferredSubdomain)
    writer.memberUnlessEmpty("preferredTerminationGracePeriodSeconds", preferredTerminationGracePeriodSeconds)
    writer.memberUnlessEmpty("requirements", requirements)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension Instancetype {
  public struct VolumePreferences: Sendable {
    public var preferredStorageClassName: String = ""

    public init() {}
  }
}

extension Instancetype.VolumePreferences: JSONStructure {
  public static let memberNames: [StaticString] = ["preferredStorageClassName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredStorageClassName", &preferredStorageClassName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredStorageClassName") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredStorageClassName", preferredStorageClassName)
    writer.endObject()
  }
}
