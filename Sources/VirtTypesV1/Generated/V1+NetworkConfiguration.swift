// Made from openapi/v1/network-configuration.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// How an interface of a plugin survives a migration.
  public struct InterfaceBindingMigration: Sendable {
    /// link-refresh takes the link down and up at the target.
    public var method: String = ""

    public init() {}
  }
}

extension V1.InterfaceBindingMigration: JSONStructure {
  public static let memberNames: [StaticString] = ["method"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("method", &method)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646f6874656d:
      if key.count == 6 { return 0 }  // method
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("method", method)
    writer.endObject()
  }
}

extension V1 {
  /// A plugin that binds interfaces.
  public struct InterfaceBindingPlugin: Sendable {
    /// Resources that the plugin takes in the pod.
    public var computeResourceOverhead: ResourceRequirementsWithoutClaims?
    /// How the interface appears in the domain: tap or managedTap.
    public var domainAttachmentType: String = ""
    /// device-info gives the plugin facts about its devices.
    public var downwardAPI: String = ""
    /// How an interface survives a migration.
    public var migration: InterfaceBindingMigration?
    /// NetworkAttachmentDefinition of the plugin's CNI part.
    public var networkAttachmentDefinition: String = ""
    /// Image of the plugin's container.
    public var sidecarImage: String = ""

    public init() {}
  }
}

extension V1.InterfaceBindingPlugin: JSONStructure {
  public static let memberNames: [StaticString] = [
    "computeResourceOverhead", "domainAttachmentType", "downwardAPI", "migration", "networkAttachmentDefinition",
    "sidecarImage",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("computeResourceOverhead", &computeResourceOverhead)
      case 1: reader.member("domainAttachmentType", &domainAttachmentType)
      case 2: reader.member("downwardAPI", &downwardAPI)
      case 3: reader.member("migration", &migration)
      case 4: reader.member("networkAttachmentDefinition", &networkAttachmentDefinition)
      case 5: reader.member("sidecarImage", &sidecarImage)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x52657475706d6f63:
      if key.equals("computeResourceOverhead") { return 0 }
    case 0x74416e69616d6f64:
      if key.equals("domainAttachmentType") { return 1 }
    case 0x647261776e776f64:
      if key.equals("downwardAPI") { return 2 }
    case 0x6f6974617267696d:
      if key.equals("migration") { return 3 }
    case 0x416b726f7774656e:
      if key.equals("networkAttachmentDefinition") { return 4 }
    case 0x4972616365646973:
      if key.equals("sidecarImage") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("computeResourceOverhead", computeResourceOverhead)
    writer.memberUnlessEmpty("domainAttachmentType", domainAttachmentType)
    writer.memberUnlessEmpty("downwardAPI", downwardAPI)
    writer.memberUnlessEmpty("migration", migration)
    writer.memberUnlessEmpty("networkAttachmentDefinition", networkAttachmentDefinition)
    writer.memberUnlessEmpty("sidecarImage", sidecarImage)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of interfaces and networks.
  public struct NetworkConfiguration: Sendable {
    /// Plugins that bind interfaces, by name.
    public var binding: [String: InterfaceBindingPlugin]?
    /// Binding of the interface that is added when none is given.
    public var defaultNetworkInterface: String = ""
    /// False refuses the bridge binding on the pod network.
    public var permitBridgeInterfaceOnPodNetwork: Bool?
    /// Without effect; the slirp binding is gone.
    public var permitSlirpInterface: Bool?

    public init() {}
  }
}

extension V1.NetworkConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "binding", "defaultNetworkInterface", "permitBridgeInterfaceOnPodNetwork", "permitSlirpInterface",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("binding", &binding)
      case 1: reader.member("defaultNetworkInterface", &defaultNetworkInterface)
      case 2: reader.member("permitBridgeInterfaceOnPodNetwork", &permitBridgeInterfaceOnPodNetwork)
      case 3: reader.member("permitSlirpInterface", &permitSlirpInterface)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x676e69646e6962:
      if key.count == 7 { return 0 }  // binding
    case 0x4e746c7561666564:
      if key.equals("defaultNetworkInterface") { return 1 }
    case 0x724274696d726570:
      if key.equals("permitBridgeInterfaceOnPodNetwork") { return 2 }
    case 0x6c5374696d726570:
      if key.equals("permitSlirpInterface") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("binding", binding ?? [:])
    writer.memberUnlessEmpty("defaultNetworkInterface", defaultNetworkInterface)
    writer.memberUnlessEmpty("permitBridgeInterfaceOnPodNetwork", permitBridgeInterfaceOnPodNetwork)
    writer.memberUnlessEmpty("permitSlirpInterface", permitSlirpInterface)
    writer.endObject()
  }
}
