// Made from openapi/v1/host-devices.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Mediated devices to make at nodes.
  public struct MediatedDevicesConfiguration: Sendable {
    /// False makes none.
    public var enabled: Bool?
    /// Types to make.
    public var mediatedDeviceTypes: [String] = []
    /// Types to make; the old name of `mediatedDeviceTypes`.
    public var mediatedDevicesTypes: [String] = []
    /// Types to make at certain nodes.
    public var nodeMediatedDeviceTypes: [NodeMediatedDeviceTypesConfig] = []

    public init() {}
  }
}

extension V1.MediatedDevicesConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "enabled", "mediatedDeviceTypes", "mediatedDevicesTypes", "nodeMediatedDeviceTypes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("mediatedDeviceTypes", &mediatedDeviceTypes)
      case 2: reader.member("mediatedDevicesTypes", &mediatedDevicesTypes)
      case 3: reader.member("nodeMediatedDeviceTypes", &nodeMediatedDeviceTypes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x646574616964656d:
      if key.equals("mediatedDeviceTypes") { return 1 }
      if key.equals("mediatedDevicesTypes") { return 2 }
    case 0x6964654d65646f6e:
      if key.equals("nodeMediatedDeviceTypes") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("mediatedDeviceTypes", mediatedDeviceTypes)
    writer.memberUnlessEmpty("mediatedDevicesTypes", mediatedDevicesTypes)
    writer.memberUnlessEmpty("nodeMediatedDeviceTypes", nodeMediatedDeviceTypes)
    writer.endObject()
  }
}

extension V1 {
  /// Mediated devices that guests may get.
  public struct MediatedHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Name of the device's type.
    public var mdevNameSelector: String = ""
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""

    public init() {}
  }
}

extension V1.MediatedHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "mdevNameSelector", "resourceName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("mdevNameSelector", &mdevNameSelector)
      case 2: reader.member("resourceName", &resourceName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x656d614e7665646d:
      if key.equals("mdevNameSelector") { return 1 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("mdevNameSelector", mdevNameSelector)
    writer.member("resourceName", resourceName)
    writer.endObject()
  }
}

extension V1 {
  /// Mediated devices to make at certain nodes.
  public struct NodeMediatedDeviceTypesConfig: Sendable {
    /// Types to make.
    public var mediatedDeviceTypes: [String] = []
    /// Types to make; the old name of `mediatedDeviceTypes`.
    public var mediatedDevicesTypes: [String] = []
    /// Labels of the nodes.
    public var nodeSelector: [String: String]?

    public init() {}
  }
}

extension V1.NodeMediatedDeviceTypesConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["mediatedDeviceTypes", "mediatedDevicesTypes", "nodeSelector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mediatedDeviceTypes", &mediatedDeviceTypes)
      case 1: reader.member("mediatedDevicesTypes", &mediatedDevicesTypes)
      case 2: reader.member("nodeSelector", &nodeSelector)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "nodeSelector")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574616964656d:
      if key.equals("mediatedDeviceTypes") { return 0 }
      if key.equals("mediatedDevicesTypes") { return 1 }
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("mediatedDeviceTypes", mediatedDeviceTypes)
    writer.memberUnlessEmpty("mediatedDevicesTypes", mediatedDevicesTypes)
    writer.member("nodeSelector", nodeSelector)
    writer.endObject()
  }
}

extension V1 {
  /// PCI devices that guests may get.
  public struct PciHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Vendor and device, such as 10DE:1EB8.
    public var pciVendorSelector: String = ""
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""

    public init() {}
  }
}

extension V1.PciHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "pciVendorSelector", "resourceName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("pciVendorSelector", &pciVendorSelector)
      case 2: reader.member("resourceName", &resourceName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x6f646e6556696370:
      if key.equals("pciVendorSelector") { return 1 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("pciVendorSelector", pciVendorSelector)
    writer.member("resourceName", resourceName)
    writer.endObject()
  }
}

extension V1 {
  /// Devices of hosts that guests may get.
  public struct PermittedHostDevices: Sendable {
    /// Mediated devices.
    public var mediatedDevices: [MediatedHostDevice] = []
    /// PCI devices.
    public var pciHostDevices: [PciHostDevice] = []
    /// USB devices.
    public var usb: [USBHostDevice] = []

    public init() {}
  }
}

extension V1.PermittedHostDevices: JSONStructure {
  public static let memberNames: [StaticString] = ["mediatedDevices", "pciHostDevices", "usb"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mediatedDevices", &mediatedDevices)
      case 1: reader.member("pciHostDevices", &pciHostDevices)
      case 2: reader.member("usb", &usb)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574616964656d:
      if key.equals("mediatedDevices") { return 0 }
    case 0x4474736f48696370:
      if key.equals("pciHostDevices") { return 1 }
    case 0x627375:
      if key.count == 3 { return 2 }  // usb
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("mediatedDevices", mediatedDevices)
    writer.memberUnlessEmpty("pciHostDevices", pciHostDevices)
    writer.memberUnlessEmpty("usb", usb)
    writer.endObject()
  }
}

extension V1 {
  /// USB devices that guests may get.
  public struct USBHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""
    /// Which devices.
    public var selectors: [USBSelector] = []

    public init() {}
  }
}

extension V1.USBHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "resourceName", "selectors"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("resourceName", &resourceName)
      case 2: reader.member("selectors", &selectors)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 1 }
    case 0x726f7463656c6573:
      if key.equals("selectors") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("resourceName", resourceName)
    writer.memberUnlessEmpty("selectors", selectors)
    writer.endObject()
  }
}

extension V1 {
  /// USB devices of one product.
  public struct USBSelector: Sendable {
    /// Number of the product, hexadecimal.
    public var product: String = ""
    /// Number of the vendor, hexadecimal.
    public var vendor: String = ""

    public init() {}
  }
}

extension V1.USBSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["product", "vendor"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("product", &product)
      case 1: reader.member("vendor", &vendor)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746375646f7270:
      if key.count == 7 { return 0 }  // product
    case 0x726f646e6576:
      if key.count == 6 { return 1 }  // vendor
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("product", product)
    writer.member("vendor", vendor)
    writer.endObject()
  }
}
