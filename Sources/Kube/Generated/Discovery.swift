// Made from openapi/kubernetes/meta/discovery.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// A group of the API and its versions.
public struct APIGroup: Sendable {
  /// Group and version of the schema that the object follows.
  public var apiVersion: String = ""
  /// Kind of the object.
  public var kind: String = ""
  /// Name of the group.
  public var name: String = ""
  /// The version to prefer.
  public var preferredVersion: GroupVersionForDiscovery = GroupVersionForDiscovery()
  /// Addresses of the server, by the client's network.
  public var serverAddressByClientCIDRs: [ServerAddressByClientCIDR] = []
  /// The versions.
  public var versions: [GroupVersionForDiscovery] = []

  public init() {}
}

extension APIGroup: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "name", "preferredVersion", "serverAddressByClientCIDRs", "versions",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("name", &name)
      case 3: reader.member("preferredVersion", &preferredVersion)
      case 4: reader.member("serverAddressByClientCIDRs", &serverAddressByClientCIDRs)
      case 5: reader.member("versions", &versions)
      default: reader.unknownMember(key)
      }
    }
    reader.require(5, members, "versions")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x6572726566657270:
      if key.equals("preferredVersion") { return 3 }
    case 0x6441726576726573:
      if key.equals("serverAddressByClientCIDRs") { return 4 }
    case 0x736e6f6973726576:
      if key.count == 8 { return 5 }  // versions
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.member("name", name)
    writer.memberUnlessEmpty("preferredVersion", preferredVersion)
    writer.memberUnlessEmpty("serverAddressByClientCIDRs", serverAddressByClientCIDRs)
    writer.member("versions", versions)
    writer.endObject()
  }
}

/// Groups of the API.
public struct APIGroupList: Sendable {
  /// Group and version of the schema that the object follows.
  public var apiVersion: String = ""
  /// Kind of the object.
  public var kind: String = ""
  /// The groups.
  public var groups: [APIGroup] = []

  public init() {}
}

extension APIGroupList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "groups"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("groups", &groups)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "groups")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x7370756f7267:
      if key.count == 6 { return 2 }  // groups
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.member("groups", groups)
    writer.endObject()
  }
}

/// A resource of the API.
public struct APIResource: Sendable {
  /// Groups of resources that it belongs to, such as all.
  public var categories: [String] = []
  /// Group of the object, where it is not that of the list.
  public var group: String = ""
  /// Kind of the objects.
  public var kind: String = ""
  /// Name in paths, plural.
  public var name: String = ""
  /// True when the objects are in namespaces.
  public var namespaced: Bool = false
  /// Short names for command lines.
  public var shortNames: [String] = []
  /// Name of one object.
  public var singularName: String = ""
  /// Changes when the stored version does.
  public var storageVersionHash: String = ""
  /// What can be done: get, list, watch, create and so on.
  public var verbs: [String] = []
  /// Version of the object, where it is not that of the list.
  public var version: String = ""

  public init() {}
}

extension APIResource: JSONStructure {
  public static let memberNames: [StaticString] = [
    "categories", "group", "kind", "name", "namespaced", "shortNames", "singularName", "storageVersionHash", "verbs",
    "version",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("categories", &categories)
      case 1: reader.member("group", &group)
      case 2: reader.member("kind", &kind)
      case 3: reader.member("name", &name)
      case 4: reader.member("namespaced", &namespaced)
      case 5: reader.member("shortNames", &shortNames)
      case 6: reader.member("singularName", &singularName)
      case 7: reader.member("storageVersionHash", &storageVersionHash)
      case 8: reader.member("verbs", &verbs)
      case 9: reader.member("version", &version)
      default: reader.unknownMember(key)
      }
    }
    reader.require(8, members, "verbs")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x69726f6765746163:
      if key.equals("categories") { return 0 }
    case 0x70756f7267:
      if key.count == 5 { return 1 }  // group
    case 0x646e696b:
      if key.count == 4 { return 2 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x63617073656d616e:
      if key.equals("namespaced") { return 4 }
    case 0x6d614e74726f6873:
      if key.equals("shortNames") { return 5 }
    case 0x72616c75676e6973:
      if key.equals("singularName") { return 6 }
    case 0x56656761726f7473:
      if key.equals("storageVersionHash") { return 7 }
    case 0x7362726576:
      if key.count == 5 { return 8 }  // verbs
    case 0x6e6f6973726576:
      if key.count == 7 { return 9 }  // version
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("categories", categories)
    writer.memberUnlessEmpty("group", group)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.member("namespaced", namespaced)
    writer.memberUnlessEmpty("shortNames", shortNames)
    writer.member("singularName", singularName)
    writer.memberUnlessEmpty("storageVersionHash", storageVersionHash)
    writer.member("verbs", verbs)
    writer.memberUnlessEmpty("version", version)
    writer.endObject()
  }
}

/// Resources of one version of a group.
public struct APIResourceList: Sendable {
  /// Group and version of the schema that the object follows.
  public var apiVersion: String = ""
  /// Kind of the object.
  public var kind: String = ""
  /// Group and version.
  public var groupVersion: String = ""
  /// The resources.
  public var resources: [APIResource] = []

  public init() {}
}

extension APIResourceList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "groupVersion", "resources"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("groupVersion", &groupVersion)
      case 3: reader.member("resources", &resources)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "resources")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x72655670756f7267:
      if key.equals("groupVersion") { return 2 }
    case 0x656372756f736572:
      if key.equals("resources") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.member("groupVersion", groupVersion)
    writer.member("resources", resources)
    writer.endObject()
  }
}

/// A version of a group.
public struct GroupVersionForDiscovery: Sendable {
  /// Group and version.
  public var groupVersion: String = ""
  /// The version.
  public var version: String = ""

  public init() {}
}

extension GroupVersionForDiscovery: JSONStructure {
  public static let memberNames: [StaticString] = ["groupVersion", "version"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("groupVersion", &groupVersion)
      case 1: reader.member("version", &version)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x72655670756f7267:
      if key.equals("groupVersion") { return 0 }
    case 0x6e6f6973726576:
      if key.count == 7 { return 1 }  // version
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("groupVersion", groupVersion)
    writer.member("version", version)
    writer.endObject()
  }
}

/// Address of the server for clients of a network.
public struct ServerAddressByClientCIDR: Sendable {
  /// Network of the clients.
  public var clientCIDR: String = ""
  /// Address of the server.
  public var serverAddress: String = ""

  public init() {}
}

extension ServerAddressByClientCIDR: JSONStructure {
  public static let memberNames: [StaticString] = ["clientCIDR", "serverAddress"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clientCIDR", &clientCIDR)
      case 1: reader.member("serverAddress", &serverAddress)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4943746e65696c63:
      if key.equals("clientCIDR") { return 0 }
    case 0x6441726576726573:
      if key.equals("serverAddress") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("clientCIDR", clientCIDR)
    writer.member("serverAddress", serverAddress)
    writer.endObject()
  }
}
