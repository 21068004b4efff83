// Made from openapi/kubernetes/api/core/namespaces.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// Limits for the objects of a namespace.
  public struct LimitRange: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: LimitRangeSpec = LimitRangeSpec()

    public init() {}
  }
}

extension Core.LimitRange: JSONStructure {
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

extension Core {
  /// Limits for one kind of object.
  public struct LimitRangeItem: Sendable {
    /// Limit of containers that give none.
    public var `default`: [String: Quantity]?
    /// Request of containers that give none.
    public var defaultRequest: [String: Quantity]?
    /// Most that is allowed.
    public var max: [String: Quantity]?
    /// Most that a limit may be, as a multiple of the request.
    public var maxLimitRequestRatio: [String: Quantity]?
    /// Least that is allowed.
    public var min: [String: Quantity]?
    /// Kind of object: Pod, Container or PersistentVolumeClaim.
    public var type: String = ""

    public init() {}
  }
}

extension Core.LimitRangeItem: JSONStructure {
  public static let memberNames: [StaticString] = [
    "default", "defaultRequest", "max", "maxLimitRequestRatio", "min", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("default", &`default`)
      case 1: reader.member("defaultRequest", &defaultRequest)
      case 2: reader.member("max", &max)
      case 3: reader.member("maxLimitRequestRatio", &maxLimitRequestRatio)
      case 4: reader.member("min", &min)
      case 5: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746c7561666564:
      if key.count == 7 { return 0 }  // default
    case 0x52746c7561666564:
      if key.equals("defaultRequest") { return 1 }
    case 0x78616d:
      if key.count == 3 { return 2 }  // max
    case 0x74696d694c78616d:
      if key.equals("maxLimitRequestRatio") { return 3 }
    case 0x6e696d:
      if key.count == 3 { return 4 }  // min
    case 0x65707974:
      if key.count == 4 { return 5 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("default", `default` ?? [:])
    writer.memberUnlessEmpty("defaultRequest", defaultRequest ?? [:])
    writer.memberUnlessEmpty("max", max ?? [:])
    writer.memberUnlessEmpty("maxLimitRequestRatio", maxLimitRequestRatio ?? [:])
    writer.memberUnlessEmpty("min", min ?? [:])
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct LimitRangeList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [LimitRange] = []

    public init() {}
  }
}

extension Core.LimitRangeList: JSONStructure {
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

extension Core {
  /// The limits of a namespace.
  public struct LimitRangeSpec: Sendable {
    /// The limits.
    public var limits: [LimitRangeItem] = []

    public init() {}
  }
}

extension Core.LimitRangeSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["limits"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("limits", &limits)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "limits")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7374696d696c:
      if key.count == 6 { return 0 }  // limits
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("limits", limits)
    writer.endObject()
  }
}

extension Core {
  /// A room for the names of objects.
  public struct Namespace: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: NamespaceSpec = NamespaceSpec()
    /// What is the case.
    public var status: NamespaceStatus = NamespaceStatus()

    public init() {}
  }
}

extension Core.Namespace: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "spec", "status"]

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
      case 4: reader.member("status", &status)
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
    case 0x737574617473:
      if key.count == 6 { return 4 }  // status
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
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Core {
  /// An observation about a namespace.
  public struct NamespaceCondition: Sendable {
    /// When the status last changed.
    public var lastTransitionTime: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// True, False or Unknown.
    public var status: String = ""
    /// What the condition is about.
    public var type: String = ""

    public init() {}
  }
}

extension Core.NamespaceCondition: JSONStructure {
  public static let memberNames: [StaticString] = ["lastTransitionTime", "message", "reason", "status", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastTransitionTime", &lastTransitionTime)
      case 1: reader.member("message", &message)
      case 2: reader.member("reason", &reason)
      case 3: reader.member("status", &status)
      case 4: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6172547473616c:
      if key.equals("lastTransitionTime") { return 0 }
    case 0x6567617373656d:
      if key.count == 7 { return 1 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 2 }  // reason
    case 0x737574617473:
      if key.count == 6 { return 3 }  // status
    case 0x65707974:
      if key.count == 4 { return 4 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("lastTransitionTime", lastTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct NamespaceList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Namespace] = []

    public init() {}
  }
}

extension Core.NamespaceList: JSONStructure {
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

extension Core {
  /// What a namespace should be.
  public struct NamespaceSpec: Sendable {
    /// Who must agree before the namespace is gone.
    public var finalizers: [String] = []

    public init() {}
  }
}

extension Core.NamespaceSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["finalizers"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("finalizers", &finalizers)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657a696c616e6966:
      if key.equals("finalizers") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("finalizers", finalizers)
    writer.endObject()
  }
}

extension Core {
  /// What a namespace is.
  public struct NamespaceStatus: Sendable {
    /// Observations, one of a type.
    public var conditions: [NamespaceCondition] = []
    /// Where it is in its life.
    public var phase: String = ""

    public init() {}
  }
}

extension Core.NamespaceStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["conditions", "phase"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.listedMember("phase", &phase, ["Active", "Terminating"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x6573616870:
      if key.count == 5 { return 1 }  // phase
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("phase", phase)
    writer.endObject()
  }
}
