// Made from openapi/kubernetes/api/meta/status.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Meta {
  /// An observation about an object.
  public struct Condition: Sendable {
    /// When the status last changed.
    public var lastTransitionTime: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// Generation of the specification that this is about.
    public var observedGeneration: Int64 = 0
    /// What happened, in one word.
    public var reason: String = ""
    /// True, False or Unknown.
    public var status: String = ""
    /// What the condition is about.
    public var type: String = ""

    public init() {}
  }
}

extension Meta.Condition: JSONStructure {
  public static let memberNames: [StaticString] = [
    "lastTransitionTime", "message", "observedGeneration", "reason", "status", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastTransitionTime", &lastTransitionTime)
      case 1: reader.member("message", &message)
      case 2: reader.member("observedGeneration", &observedGeneration)
      case 3: reader.member("reason", &reason)
      case 4: reader.member("status", &status)
      case 5: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "lastTransitionTime")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6172547473616c:
      if key.equals("lastTransitionTime") { return 0 }
    case 0x6567617373656d:
      if key.count == 7 { return 1 }  // message
    case 0x646576726573626f:
      if key.equals("observedGeneration") { return 2 }
    case 0x6e6f73616572:
      if key.count == 6 { return 3 }  // reason
    case 0x737574617473:
      if key.count == 6 { return 4 }  // status
    case 0x65707974:
      if key.count == 4 { return 5 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("lastTransitionTime", lastTransitionTime)
    writer.member("message", message)
    writer.memberUnlessEmpty("observedGeneration", observedGeneration)
    writer.member("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Meta {
  /// A demand on a member.
  public struct FieldSelectorRequirement: Sendable {
    /// Path of the member.
    public var key: String = ""
    /// How the value is compared: In, NotIn, Exists or DoesNotExist.
    public var `operator`: String = ""
    /// Values to compare with.
    public var values: [String] = []

    public init() {}
  }
}

extension Meta.FieldSelectorRequirement: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "operator", "values"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.member("operator", &`operator`)
      case 2: reader.member("values", &values)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79656b:
      if key.count == 3 { return 0 }  // key
    case 0x726f74617265706f:
      if key.count == 8 { return 1 }  // operator
    case 0x7365756c6176:
      if key.count == 6 { return 2 }  // values
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", self.key)
    writer.member("operator", `operator`)
    writer.memberUnlessEmpty("values", values)
    writer.endObject()
  }
}

extension Meta {
  /// The outcome of a request.
  public struct Status: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What the server says about a list.
    public var metadata: ListMeta = ListMeta()
    /// HTTP status code.
    public var code: Int32 = 0
    /// What the outcome is about.
    @Boxed public var details: StatusDetails?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// Success or Failure.
    public var status: String = ""

    public init() {}
  }
}

extension Meta.Status: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "metadata", "code", "details", "message", "reason", "status",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("code", &code)
      case 4: reader.member("details", &details)
      case 5: reader.member("message", &message)
      case 6: reader.member("reason", &reason)
      case 7: reader.member("status", &status)
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
    case 0x65646f63:
      if key.count == 4 { return 3 }  // code
    case 0x736c6961746564:
      if key.count == 7 { return 4 }  // details
    case 0x6567617373656d:
      if key.count == 7 { return 5 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 6 }  // reason
    case 0x737574617473:
      if key.count == 6 { return 7 }  // status
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("code", code)
    writer.memberUnlessEmpty("details", details)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Meta {
  /// One reason of a failure.
  public struct StatusCause: Sendable {
    /// Member to blame.
    public var field: String = ""
    /// What is wrong, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""

    public init() {}
  }
}

extension Meta.StatusCause: JSONStructure {
  public static let memberNames: [StaticString] = ["field", "message", "reason"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("field", &field)
      case 1: reader.member("message", &message)
      case 2: reader.member("reason", &reason)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646c656966:
      if key.count == 5 { return 0 }  // field
    case 0x6567617373656d:
      if key.count == 7 { return 1 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 2 }  // reason
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("field", field)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.endObject()
  }
}

extension Meta {
  /// What the outcome is about.
  public struct StatusDetails: Sendable {
    /// Single reasons.
    public var causes: [StatusCause] = []
    /// Group of the object.
    public var group: String = ""
    /// Kind of the object, or name of the resource.
    public var kind: String = ""
    /// Name of the object.
    public var name: String = ""
    /// Seconds to wait before the next try.
    public var retryAfterSeconds: Int32 = 0
    /// UID of the object.
    public var uid: String = ""

    public init() {}
  }
}

extension Meta.StatusDetails: JSONStructure {
  public static let memberNames: [StaticString] = ["causes", "group", "kind", "name", "retryAfterSeconds", "uid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("causes", &causes)
      case 1: reader.member("group", &group)
      case 2: reader.member("kind", &kind)
      case 3: reader.member("name", &name)
      case 4: reader.member("retryAfterSeconds", &retryAfterSeconds)
      case 5: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736573756163:
      if key.count == 6 { return 0 }  // causes
    case 0x70756f7267:
      if key.count == 5 { return 1 }  // group
    case 0x646e696b:
      if key.count == 4 { return 2 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x7466417972746572:
      if key.equals("retryAfterSeconds") { return 4 }
    case 0x646975:
      if key.count == 3 { return 5 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("causes", causes)
    writer.memberUnlessEmpty("group", group)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("retryAfterSeconds", retryAfterSeconds)
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}
