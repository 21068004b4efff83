// Made from openapi/v1/devices.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Lets a client redirect its USB devices into the guest.
  public struct ClientPassthroughDevices: Sendable {

    public init() {}
  }
}

extension V1.ClientPassthroughDevices: JSONStructure {
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
  /// Devices of the guest.
  public struct Devices: Sendable {
    /// False leaves out the graphics card and VNC.
    public var autoattachGraphicsDevice: Bool?
    /// True adds a tablet when no input device is given.
    public var autoattachInputDevice: Bool?
    /// False leaves out the memory balloon.
    public var autoattachMemBalloon: Bool?
    /// False leaves out the interface to the pod network that is added when no interface is given.
    public var autoattachPodInterface: Bool?
    /// False leaves out the serial console.
    public var autoattachSerialConsole: Bool?
    /// True adds a VSOCK device.
    public var autoattachVSOCK: Bool?
    /// True gives each disk as many queues as there are virtual processors.
    public var blockMultiQueue: Bool?
    /// Lets a client redirect its USB devices into the guest.
    public var clientPassthrough: ClientPassthroughDevices?
    /// True forbids plugging in and out.
    public var disableHotplug: Bool = false
    /// Disks, each with the name of its volume.
    public var disks: [Disk] = []
    /// A device by which the guest reads metrics of its host.
    public var downwardMetrics: DownwardMetrics?
    /// Folders that are shared with the guest, each with the name of its volume.
    public var filesystems: [Filesystem] = []
    /// Graphics processors of the host that the guest gets.
    public var gpus: [GPU] = []
    /// Other devices of the host that the guest gets.
    public var hostDevices: [HostDevice] = []
    /// Input devices.
    public var inputs: [Input] = []
    /// Network interfaces, each with the name of its network.
    public var interfaces: [Interface] = []
    /// Whether the serial console is written to the pod's log.
    public var logSerialConsole: Bool?
    /// True gives each virtio interface as many queues as there are virtual processors.
    public var networkInterfaceMultiqueue: Bool?
    /// Devices by which the guest tells that it panicked.
    public var panicDevices: [PanicDevice] = []
    /// Gives the guest random numbers of the host.
    public var rng: Rng?
    /// A sound card.
    public var sound: SoundDevice?
    /// A trusted platform module.
    public var tpm: TPMDevice?
    /// True offers virtio devices to guests that know old virtio only.
    public var useVirtioTransitional: Bool?
    /// The graphics card.
    public var video: VideoDevice?
    /// A watchdog, which acts when the guest stops feeding it.
    @Boxed public var watchdog: Watchdog?

    public init() {}
  }
}

extension V1.Devices: JSONStructure {
  public static let memberNames: [StaticString] = [
    "autoattachGraphicsDevice", "autoattachInputDevice", "autoattachMemBalloon", "autoattachPodInterface",
    "autoattachSerialConsole", "autoattachVSOCK", "blockMultiQueue", "clientPassthrough", "disableHotplug", "disks",
    "downwardMetrics", "filesystems", "gpus", "hostDevices", "inputs", "interfaces", "logSerialConsole",
    "networkInterfaceMultiqueue", "panicDevices", "rng", "sound", "tpm", "useVirtioTransitional", "video", "watchdog",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("autoattachGraphicsDevice", &autoattachGraphicsDevice)
      case 1: reader.member("autoattachInputDevice", &autoattachInputDevice)
      case 2: reader.member("autoattachMemBalloon", &autoattachMemBalloon)
      case 3: reader.member("autoattachPodInterface", &autoattachPodInterface)
      case 4: reader.member("autoattachSerialConsole", &autoattachSerialConsole)
      case 5: reader.member("autoattachVSOCK", &autoattachVSOCK)
      case 6: reader.member("blockMultiQueue", &blockMultiQueue)
      case 7: reader.member("clientPassthrough", &clientPassthrough)
      case 8: reader.member("disableHotplug", &disableHotplug)
      case 9: reader.member("disks", &disks)
      case 10: reader.member("downwardMetrics", &downwardMetrics)
      case 11: reader.member("filesystems", &filesystems)
      case 12: reader.member("gpus", &gpus)
      case 13: reader.member("hostDevices", &hostDevices)
      case 14: reader.member("inputs", &inputs)
      case 15: reader.member("interfaces", &interfaces)
      case 16: reader.member("logSerialConsole", &logSerialConsole)
      case 17: reader.member("networkInterfaceMultiqueue", &networkInterfaceMultiqueue)
      case 18: reader.member("panicDevices", &panicDevices)
      case 19: reader.member("rng", &rng)
      case 20: reader.member("sound", &sound)
      case 21: reader.member("tpm", &tpm)
      case 22: reader.member("useVirtioTransitional", &useVirtioTransitional)
      case 23: reader.member("video", &video)
      case 24: reader.member("watchdog", &watchdog)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x617474616f747561:
      if key.equals("autoattachGraphicsDevice") { return 0 }
      if key.equals("autoattachInputDevice") { return 1 }
      if key.equals("autoattachMemBalloon") { return 2 }
      if key.equals("autoattachPodInterface") { return 3 }
      if key.equals("autoattachSerialConsole") { return 4 }
      if key.equals("autoattachVSOCK") { return 5 }
    case 0x6c754d6b636f6c62:
      if key.equals("blockMultiQueue") { return 6 }
    case 0x6150746e65696c63:
      if key.equals("clientPassthrough") { return 7 }
    case 0x48656c6261736964:
      if key.equals("disableHotplug") { return 8 }
    case 0x736b736964:
      if key.count == 5 { return 9 }  // disks
    case 0x647261776e776f64:
      if key.equals("downwardMetrics") { return 10 }
    case 0x74737973656c6966:
      if key.equals("filesystems") { return 11 }
    case 0x73757067:
      if key.count == 4 { return 12 }  // gpus
    case 0x6976654474736f68:
      if key.equals("hostDevices") { return 13 }
    case 0x737475706e69:
      if key.count == 6 { return 14 }  // inputs
    case 0x6361667265746e69:
      if key.equals("interfaces") { return 15 }
    case 0x6169726553676f6c:
      if key.equals("logSerialConsole") { return 16 }
    case 0x496b726f7774656e:
      if key.equals("networkInterfaceMultiqueue") { return 17 }
    case 0x76654463696e6170:
      if key.equals("panicDevices") { return 18 }
    case 0x676e72:
      if key.count == 3 { return 19 }  // rng
    case 0x646e756f73:
      if key.count == 5 { return 20 }  // sound
    case 0x6d7074:
      if key.count == 3 { return 21 }  // tpm
    case 0x6974726956657375:
      if key.equals("useVirtioTransitional") { return 22 }
    case 0x6f65646976:
      if key.count == 5 { return 23 }  // video
    case 0x676f646863746177:
      if key.count == 8 { return 24 }  // watchdog
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("autoattachGraphicsDevice", autoattachGraphicsDevice)
    writer.memberUnlessEmpty("autoattachInputDevice", autoattachInputDevice)
    writer.memberUnlessEmpty("autoattachMemBalloon", autoattachMemBalloon)
    writer.memberUnlessEmpty("autoattachPodInterface", autoattachPodInterface)
    writer.memberUnlessEmpty("autoattachSerialConsole", autoattachSerialConsole)
    writer.memberUnlessEmpty("autoattachVSOCK", autoattachVSOCK)
    writer.memberUnlessEmpty("blockMultiQueue", blockMultiQueue)
    writer.memberUnlessEmpty("clientPassthrough", clientPassthrough)
    writer.memberUnlessEmpty("disableHotplug", disableHotplug)
    writer.memberUnlessEmpty("disks", disks)
    writer.memberUnlessEmpty("downwardMetrics", downwardMetrics)
    writer.memberUnlessEmpty("filesystems", filesystems)
    writer.memberUnlessEmpty("gpus", gpus)
    writer.memberUnlessEmpty("hostDevices", hostDevices)
    writer.memberUnlessEmpty("inputs", inputs)
    writer.memberUnlessEmpty("interfaces", interfaces)
    writer.memberUnlessEmpty("logSerialConsole", logSerialConsole)
    writer.memberUnlessEmpty("networkInterfaceMultiqueue", networkInterfaceMultiqueue)
    writer.memberUnlessEmpty("panicDevices", panicDevices)
    writer.memberUnlessEmpty("rng", rng)
    writer.memberUnlessEmpty("sound", sound)
    writer.memberUnlessEmpty("tpm", tpm)
    writer.memberUnlessEmpty("useVirtioTransitional", useVirtioTransitional)
    writer.memberUnlessEmpty("video", video)
    writer.memberUnlessEmpty("watchdog", watchdog)
    writer.endObject()
  }
}

extension V1 {
  /// The watchdog of s390x.
  public struct Diag288Watchdog: Sendable {
    /// What it does: poweroff, reset or shutdown.
    public var action: String = ""

    public init() {}
  }
}

extension V1.Diag288Watchdog: JSONStructure {
  public static let memberNames: [StaticString] = ["action"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("action", &action)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f69746361:
      if key.count == 6 { return 0 }  // action
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("action", action)
    writer.endObject()
  }
}

extension V1 {
  /// When present, guests do not report free memory pages to their hosts.
  public struct DisableFreePageReporting: Sendable {

    public init() {}
  }
}

extension V1.DisableFreePageReporting: JSONStructure {
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
  /// When present, the serial console is not logged unless an instance asks for it.
  public struct DisableSerialConsoleLog: Sendable {

    public init() {}
  }
}

extension V1.DisableSerialConsoleLog: JSONStructure {
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
  /// The virtual hardware.
  public struct DomainSpec: Sendable {
    /// What the guest reads in its system information about the chassis.
    @Boxed public var chassis: Chassis?
    /// The clock and its timers.
    @Boxed public var clock: Clock?
    /// The virtual processor.
    @Boxed public var cpu: CPU?
    /// Disks, interfaces and all other devices.
    public var devices: Devices = Devices()
    /// Features of the main board and of the hypervisor.
    @Boxed public var features: Features?
    /// Firmware of the guest and what it reads there.
    @Boxed public var firmware: Firmware?
    /// Threads that serve disks.
    public var ioThreads: DiskIOThreads?
    /// How disks share threads: shared, auto or supplementalPool.
    public var ioThreadsPolicy: String?
    /// Protection of the guest's memory from its host.
    public var launchSecurity: LaunchSecurity?
    /// The machine type, which is the virtual main board.
    public var machine: Machine?
    /// Memory of the guest.
    @Boxed public var memory: Memory?
    /// Whether a reboot of the guest restarts it in place (Reboot) or ends the instance (Terminate).
    public var rebootPolicy: String?
    /// Resources that the pod asks for and may use.
    public var resources: ResourceRequirements = ResourceRequirements()

    public init() {}
  }
}

extension V1.DomainSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "chassis", "clock", "cpu", "devices", "features", "firmware", "ioThreads", "ioThreadsPolicy", "launchSecurity",
    "machine", "memory", "rebootPolicy", "resources",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("chassis", &chassis)
      case 1: reader.member("clock", &clock)
      case 2: reader.member("cpu", &cpu)
      case 3: reader.member("devices", &devices)
      case 4: reader.member("features", &features)
      case 5: reader.member("firmware", &firmware)
      case 6: reader.member("ioThreads", &ioThreads)
      case 7: reader.member("ioThreadsPolicy", &ioThreadsPolicy)
      case 8: reader.member("launchSecurity", &launchSecurity)
      case 9: reader.member("machine", &machine)
      case 10: reader.member("memory", &memory)
      case 11: reader.member("rebootPolicy", &rebootPolicy)
      case 12: reader.member("resources", &resources)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "devices")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73697373616863:
      if key.count == 7 { return 0 }  // chassis
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
    case 0x6461657268546f69:
      if key.equals("ioThreads") { return 6 }
      if key.equals("ioThreadsPolicy") { return 7 }
    case 0x655368636e75616c:
      if key.equals("launchSecurity") { return 8 }
    case 0x656e696863616d:
      if key.count == 7 { return 9 }  // machine
    case 0x79726f6d656d:
      if key.count == 6 { return 10 }  // memory
    case 0x6f50746f6f626572:
      if key.equals("rebootPolicy") { return 11 }
    case 0x656372756f736572:
      if key.equals("resources") { return 12 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("chassis", chassis)
    writer.memberUnlessEmpty("clock", clock)
    writer.memberUnlessEmpty("cpu", cpu)
    writer.member("devices", devices)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("firmware", firmware)
    writer.memberUnlessEmpty("ioThreads", ioThreads)
    writer.memberUnlessEmpty("ioThreadsPolicy", ioThreadsPolicy)
    writer.memberUnlessEmpty("launchSecurity", launchSecurity)
    writer.memberUnlessEmpty("machine", machine)
    writer.memberUnlessEmpty("memory", memory)
    writer.memberUnlessEmpty("rebootPolicy", rebootPolicy)
    writer.memberUnlessEmpty("resources", resources)
    writer.endObject()
  }
}

extension V1 {
  /// A device by which the guest reads metrics of its host.
  public struct DownwardMetrics: Sendable {

    public init() {}
  }
}

extension V1.DownwardMetrics: JSONStructure {
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
  /// A graphics processor of the host that the guest gets.
  public struct GPU: Sendable {
    /// Name of the resource claim that allocates the device.
    public var claimName: String?
    /// Name of the resource under which nodes offer the device.
    public var deviceName: String = ""
    /// Name of the device.
    public var name: String = ""
    /// Name of the request in the resource claim.
    public var requestName: String?
    /// Tag that the guest finds in its metadata.
    public var tag: String = ""
    /// Settings of a virtual graphics processor.
    public var virtualGPUOptions: VGPUOptions?

    public init() {}
  }
}

extension V1.GPU: JSONStructure {
  public static let memberNames: [StaticString] = [
    "claimName", "deviceName", "name", "requestName", "tag", "virtualGPUOptions",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("deviceName", &deviceName)
      case 2: reader.member("name", &name)
      case 3: reader.member("requestName", &requestName)
      case 4: reader.member("tag", &tag)
      case 5: reader.member("virtualGPUOptions", &virtualGPUOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x614e656369766564:
      if key.equals("deviceName") { return 1 }
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x4e74736575716572:
      if key.equals("requestName") { return 3 }
    case 0x676174:
      if key.count == 3 { return 4 }  // tag
    case 0x476c617574726976:
      if key.equals("virtualGPUOptions") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("claimName", claimName)
    writer.memberUnlessEmpty("deviceName", deviceName)
    writer.member("name", name)
    writer.memberUnlessEmpty("requestName", requestName)
    writer.memberUnlessEmpty("tag", tag)
    writer.memberUnlessEmpty("virtualGPUOptions", virtualGPUOptions)
    writer.endObject()
  }
}

extension V1 {
  /// A device of the host that the guest gets.
  public struct HostDevice: Sendable {
    /// Name of the resource claim that allocates the device.
    public var claimName: String?
    /// Name of the resource under which nodes offer the device.
    public var deviceName: String = ""
    /// Name of the device.
    public var name: String = ""
    /// Name of the request in the resource claim.
    public var requestName: String?
    /// Tag that the guest finds in its metadata.
    public var tag: String = ""

    public init() {}
  }
}

extension V1.HostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "deviceName", "name", "requestName", "tag"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("deviceName", &deviceName)
      case 2: reader.member("name", &name)
      case 3: reader.member("requestName", &requestName)
      case 4: reader.member("tag", &tag)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x614e656369766564:
      if key.equals("deviceName") { return 1 }
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x4e74736575716572:
      if key.equals("requestName") { return 3 }
    case 0x676174:
      if key.count == 3 { return 4 }  // tag
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("claimName", claimName)
    writer.memberUnlessEmpty("deviceName", deviceName)
    writer.member("name", name)
    writer.memberUnlessEmpty("requestName", requestName)
    writer.memberUnlessEmpty("tag", tag)
    writer.endObject()
  }
}

extension V1 {
  /// The watchdog of Intel's 6300ESB.
  public struct I6300ESBWatchdog: Sendable {
    /// What it does: poweroff, reset or shutdown.
    public var action: String = ""

    public init() {}
  }
}

extension V1.I6300ESBWatchdog: JSONStructure {
  public static let memberNames: [StaticString] = ["action"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("action", &action)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f69746361:
      if key.count == 6 { return 0 }  // action
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("action", action)
    writer.endObject()
  }
}

extension V1 {
  /// An input device.
  public struct Input: Sendable {
    /// Bus of the device: usb or virtio.
    public var bus: String = ""
    /// Name of the device.
    public var name: String = ""
    /// What it is: tablet or keyboard.
    public var type: String = ""

    public init() {}
  }
}

extension V1.Input: JSONStructure {
  public static let memberNames: [StaticString] = ["bus", "name", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bus", &bus)
      case 1: reader.member("name", &name)
      case 2: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x737562:
      if key.count == 3 { return 0 }  // bus
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x65707974:
      if key.count == 4 { return 2 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bus", bus)
    writer.member("name", name)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// A device by which the guest tells that it panicked.
  public struct PanicDevice: Sendable {
    /// Model of the device: hyperv, isa or pvpanic.
    public var model: String?

    public init() {}
  }
}

extension V1.PanicDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["model"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("model", &model)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65646f6d:
      if key.count == 5 { return 0 }  // model
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("model", model)
    writer.endObject()
  }
}

extension V1 {
  /// Gives the guest random numbers of the host.
  public struct Rng: Sendable {

    public init() {}
  }
}

extension V1.Rng: JSONStructure {
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
  /// A sound card.
  public struct SoundDevice: Sendable {
    /// Model of the card: ich9, which is the default, or ac97.
    public var model: String = ""
    /// Name of the card.
    public var name: String = ""

    public init() {}
  }
}

extension V1.SoundDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["model", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("model", &model)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65646f6d:
      if key.count == 5 { return 0 }  // model
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("model", model)
    writer.member("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// A trusted platform module.
  public struct TPMDevice: Sendable {
    /// False leaves the module out.
    public var enabled: Bool?
    /// True keeps the module's state over restarts, in a claim.
    public var persistent: Bool?

    public init() {}
  }
}

extension V1.TPMDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "persistent"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("persistent", &persistent)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x6574736973726570:
      if key.equals("persistent") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("persistent", persistent)
    writer.endObject()
  }
}

extension V1 {
  /// The display of a virtual graphics processor.
  public struct VGPUDisplayOptions: Sendable {
    /// False turns the display off; it is on when absent.
    public var enabled: Bool?
    /// Shows the display before the guest's driver is there.
    public var ramFB: FeatureState?

    public init() {}
  }
}

extension V1.VGPUDisplayOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled", "ramFB"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("ramFB", &ramFB)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x42466d6172:
      if key.count == 5 { return 1 }  // ramFB
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("ramFB", ramFB)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of a virtual graphics processor.
  public struct VGPUOptions: Sendable {
    /// The display.
    public var display: VGPUDisplayOptions?

    public init() {}
  }
}

extension V1.VGPUOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["display"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("display", &display)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79616c70736964:
      if key.count == 7 { return 0 }  // display
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("display", display)
    writer.endObject()
  }
}

extension V1 {
  /// The graphics card.
  public struct VideoDevice: Sendable {
    /// Type of the card, such as virtio, vga, bochs, cirrus or ramfb.
    public var type: String = ""

    public init() {}
  }
}

extension V1.VideoDevice: JSONStructure {
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
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// A watchdog, which acts when the guest stops feeding it; one model is set.
  public struct Watchdog: Sendable {
    /// The watchdog of s390x.
    public var diag288: Diag288Watchdog?
    /// The watchdog of Intel's 6300ESB.
    public var i6300esb: I6300ESBWatchdog?
    /// Name of the watchdog.
    public var name: String = ""

    public init() {}
  }
}

extension V1.Watchdog: JSONStructure {
  public static let memberNames: [StaticString] = ["diag288", "i6300esb", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("diag288", &diag288)
      case 1: reader.member("i6300esb", &i6300esb)
      case 2: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x38383267616964:
      if key.count == 7 { return 0 }  // diag288
    case 0x6273653030333669:
      if key.count == 8 { return 1 }  // i6300esb
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("diag288", diag288)
    writer.memberUnlessEmpty("i6300esb", i6300esb)
    writer.member("name", name)
    writer.endObject()
  }
}
