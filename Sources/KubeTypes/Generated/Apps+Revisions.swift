// Made from openapi/kubernetes/api/apps/revisions.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Apps {
  /// A state of an object's configuration that does not change.
  public struct ControllerRevision: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// The state.
    public var data: JSONValue?
    /// Number of the state; a later one has a greater number.
    public var revision: Int = 0

    public init() {}
  }
}

extension Apps.ControllerRevision: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "data", "revision"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("data", &data)
      case 4: reader.member("revision", &revision)
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
    case 0x61746164:
      if key.count == 4 { return 3 }  // data
    case 0x6e6f697369766572:
      if key.count == 8 { return 4 }  // revision
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("data", data)
    writer.member("revision", revision)
    writer.endObject()
  }
}

extension Apps {
  /// A list of such objects.
  public struct ControllerRevisionList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [ControllerRevision] = []

    public init() {}
  }
}

extension Apps.ControllerRevisionList: JSONStructure {
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
