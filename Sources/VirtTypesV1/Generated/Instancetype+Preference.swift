// Made from openapi/instancetype/preference.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Instancetype {
  /// CPU that a machine must have.
  public struct CPUPreferenceRequirement: Sendable {
    /// Least number of virtual processors.
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
  /// How virtual processors are shown to the guest.
  public struct CPUPreferences: Sendable {
    /// Features of the processor to add or remove.
    public var preferredCPUFeatures: [V1.CPUFeature] = []
    /// What virtual processors become: sockets, cores, threads, spread or any.
    public var preferredCPUTopology: String?
    /// How spread divides them.
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
  /// The clock, where the machine leaves it open.
  public struct ClockPreferences: Sendable {
    /// What the clock is set to at the start.
    public var preferredClockOffset: V1.ClockOffset?
    /// The timers.
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
  /// Devices, where the machine leaves them open.
  public struct DevicePreferences: Sendable {
    /// Whether there is a graphics card and VNC.
    public var preferredAutoattachGraphicsDevice: Bool?
    /// Whether a tablet is added when no input device is given.
    public var preferredAutoattachInputDevice: Bool?
    /// Whether there is a memory balloon.
    public var preferredAutoattachMemBalloon: Bool?
    /// Whether an interface to the pod network is added when none is given.
    public var preferredAutoattachPodInterface: Bool?
    /// Whether there is a serial console.
    public var preferredAutoattachSerialConsole: Bool?
    /// Whether each disk has as many queues as there are virtual processors.
    public var preferredBlockMultiQueue: Bool?
    /// Bus of CD-ROMs.
    public var preferredCdromBus: String = ""
    /// Whether plugging in and out is forbidden.
    public var preferredDisableHotplug: Bool?
    /// Sizes of disks' blocks.
    @Boxed public var preferredDiskBlockSize: V1.BlockSize?
    /// Bus of plain disks.
    public var preferredDiskBus: String = ""
    /// How the host caches disks.
    public var preferredDiskCache: String = ""
    /// Whether virtio disks are served by threads of their own.
    public var preferredDiskDedicatedIoThread: Bool?
    /// How the host does input and output for disks.
    public var preferredDiskIO: String = ""
    /// Bus of input devices.
    public var preferredInputBus: String = ""
    /// What input devices are.
    public var preferredInputType: String = ""
    /// Interfaces without a binding are bound by address translation.
    public var preferredInterfaceMasquerade: V1.InterfaceMasquerade?
    /// Model of network cards.
    public var preferredInterfaceModel: String = ""
    /// Bus of devices that take all SCSI commands.
    public var preferredLunBus: String = ""
    /// Whether each virtio interface has as many queues as there are virtual processors.
    public var preferredNetworkInterfaceMultiQueue: Bool?
    /// Model of panic devices.
    public var preferredPanicDeviceModel: String?
    /// Gives the guest random numbers of the host.
    public var preferredRng: V1.Rng?
    /// Model of sound cards.
    public var preferredSoundModel: String = ""
    /// A trusted platform module.
    public var preferredTPM: V1.TPMDevice?
    /// Whether virtio devices are offered to guests that know old virtio only.
    public var preferredUseVirtioTransitional: Bool?
    /// Type of the graphics card.
    public var preferredVideoType: String?
    /// Settings of virtual graphics processors.
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
  /// Features, where the machine leaves them open.
  public struct FeaturePreferences: Sendable {
    /// ACPI.
    public var preferredAcpi: V1.FeatureState?
    /// The advanced programmable interrupt controller.
    public var preferredApic: V1.FeatureAPIC?
    /// What of Hyper-V the guest sees.
    @Boxed public var preferredHyperv: V1.FeatureHyperv?
    /// What of KVM the guest sees.
    public var preferredKvm: V1.FeatureKVM?
    /// Whether the guest can tell the host that it waits for a lock.
    public var preferredPvspinlock: V1.FeatureState?
    /// System management mode, which secure boot needs.
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
  /// Firmware, where the machine leaves it open.
  public struct FirmwarePreferences: Sendable {
    /// Boots by UEFI, with these settings.
    public var preferredEfi: V1.EFI?
    /// Whether to boot by the BIOS.
    public var preferredUseBios: Bool?
    /// Whether the BIOS is shown on the serial console.
    public var preferredUseBiosSerial: Bool?
    /// Whether to boot by UEFI; give `preferredEfi` instead.
    public var preferredUseEfi: Bool?
    /// Whether only signed loaders boot; give `preferredEfi` instead.
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
  /// Machine type, where the machine leaves it open.
  public struct MachinePreferences: Sendable {
    /// Name of the machine type.
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
  /// Memory that a machine must have.
  public struct MemoryPreferenceRequirement: Sendable {
    /// Least memory.
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
  /// What a machine must have to use the preference.
  public struct PreferenceRequirements: Sendable {
    /// CPU architecture of the guest.
    public var architecture: String?
    /// CPU that it must have.
    public var cpu: CPUPreferenceRequirement?
    /// Memory that it must have.
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
  /// How virtual processors are divided into sockets, cores and threads.
  public struct SpreadOptions: Sendable {
    /// What they are divided over: SocketsCores, SocketsCoresThreads or CoresThreads.
    public var across: String?
    /// Number of the smaller parts in each greater one; 2 when absent.
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
  /// What machines get where they leave it open, for all namespaces.
  public struct VirtualMachineClusterPreference: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the preference.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What machines get where they leave it open.
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
  /// A list of preferences for all namespaces.
  public struct VirtualMachineClusterPreferenceList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
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
  /// What machines get where they leave it open, for one namespace.
  public struct VirtualMachinePreference: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the preference.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What machines get where they leave it open.
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
  /// A list of preferences.
  public struct VirtualMachinePreferenceList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
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
  /// What machines get where they leave it open.
  public struct VirtualMachinePreferenceSpec: Sendable {
    /// Annotations of the instances.
    public var annotations: [String: String]?
    /// The clock.
    @Boxed public var clock: ClockPreferences?
    /// How virtual processors are shown to the guest.
    @Boxed public var cpu: CPUPreferences?
    /// Devices.
    @Boxed public var devices: DevicePreferences?
    /// Features of the main board and of the hypervisor.
    @Boxed public var features: FeaturePreferences?
    /// Firmware.
    @Boxed public var firmware: FirmwarePreferences?
    /// Machine type.
    public var machine: MachinePreferences?
    /// Cores for each socket when spreading; give `cpu.spreadOptions` instead.
    public var preferSpreadSocketToCoreRatio: UInt32 = 0
    /// CPU architecture of the guest.
    public var preferredArchitecture: String?
    /// Protection of the guest's memory from its host.
    public var preferredLaunchSecurity: V1.LaunchSecurity?
    /// Subdomain of the guest's host name.
    public var preferredSubdomain: String?
    /// Seconds that the guest has to shut down.
    public var preferredTerminationGracePeriodSeconds: Int64?
    /// What a machine must have to use the preference.
    @Boxed public var requirements: PreferenceRequirements?
    /// Volumes.
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
  /// Volumes, where the machine leaves them open.
  public struct VolumePreferences: Sendable {
    /// Storage class of data volumes.
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
