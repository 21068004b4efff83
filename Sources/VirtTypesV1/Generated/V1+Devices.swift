// Made from openapi/v1/devices.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
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
  public struct Devices: Sendable {
    public var autoattachGraphicsDevice: Bool?
    public var autoattachInputDevice: Bool?
    public var autoattachMemBalloon: Bool?
    public var autoattachPodInterface: Bool?
    public var autoattachSerialConsole: Bool?
    public var autoattachVSOCK: Bool?
    public var blockMultiQueue: Bool?
    public var clientPassthrough: ClientPassthroughDevices?
    public var disableHotplug: Bool = false
    public var disks: [Disk] = []
    public var downwardMetrics: DownwardMetrics?
    public var filesystems: [Filesystem] = []
    public var gpus: [GPU] = []
    public var hostDevices: [HostDevice] = []
    public var inputs: [Input] = []
    public var interfaces: [Interface] = []
    public var logSerialConsole: Bool?
    public var networkInterfaceMultiqueue: Bool?
    public var panicDevices: [PanicDevice] = []
    public var rng: Rng?
    public var sound: SoundDevice?
    public var tpm: TPMDevice?
    public var useVirtioTransitional: Bool?
    public var video: VideoDevice?
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
  public struct Diag288Watchdog: Sendable {
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
  public struct DomainSpec: Sendable {
    @Boxed public var chassis: Chassis?
    @Boxed public var clock: Clock?
    @Boxed public var cpu: CPU?
    public var devices: Devices = Devices()
    @Boxed public var features: Features?
    @Boxed public var firmware: Firmware?
    public var ioThreads: DiskIOThreads?
    public var ioThreadsPolicy: String?
    public var launchSecurity: LaunchSecurity?
    public var machine: Machine?
    @Boxed public var memory: Memory?
    public var rebootPolicy: String?
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
  public struct GPU: Sendable {
    public var claimName: String?
    public var deviceName: String = ""
    public var name: String = ""
    public var requestName: String?
    public var tag: String = ""
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
  public struct HostDevice: Sendable {
    public var claimName: String?
    public var deviceName: String = ""
    public var name: String = ""
    public var requestName: String?
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
  public struct I6300ESBWatchdog: Sendable {
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
  public struct Input: Sendable {
    public var bus: String = ""
    public var name: String = ""
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
  public struct PanicDevice: Sendable {
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
  public struct SoundDevice: Sendable {
    public var model: String = ""
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
  public struct TPMDevice: Sendable {
    public var enabled: Bool?
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
  public struct VGPUDisplayOptions: Sendable {
    public var enabled: Bool?
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
  public struct VGPUOptions: Sendable {
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
  public struct VideoDevice: Sendable {
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
  public struct Watchdog: Sendable {
    public var diag288: Diag288Watchdog?
    public var i6300esb: I6300ESBWatchdog?
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
