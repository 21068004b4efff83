// Made from openapi/kubernetes/api/authorization/access-reviews.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Authorization {
  /// The field selector of a request.
  public struct FieldSelectorAttributes: Sendable {
    /// The selector as text, from the request.
    public var rawSelector: String = ""
    /// The selector's demands.
    public var requirements: [Meta.FieldSelectorRequirement] = []

    public init() {}
  }
}

extension Authorization.FieldSelectorAttributes: JSONStructure {
  public static let memberNames: [StaticString] = ["rawSelector", "requirements"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("rawSelector", &rawSelector)
      case 1: reader.member("requirements", &requirements)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63656c6553776172:
      if key.equals("rawSelector") { return 0 }
    case 0x6d65726975716572:
      if key.equals("requirements") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("rawSelector", rawSelector)
    writer.memberUnlessEmpty("requirements", requirements)
    writer.endObject()
  }
}

extension Authorization {
  /// The label selector of a request.
  public struct LabelSelectorAttributes: Sendable {
    /// The selector as text, from the request.
    public var rawSelector: String = ""
    /// The selector's demands.
    public var requirements: [LabelSelectorRequirement] = []

    public init() {}
  }
}

extension Authorization.LabelSelectorAttributes: JSONStructure {
  public static let memberNames: [StaticString] = ["rawSelector", "requirements"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("rawSelector", &rawSelector)
      case 1: reader.member("requirements", &requirements)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63656c6553776172:
      if key.equals("rawSelector") { return 0 }
    case 0x6d65726975716572:
      if key.equals("requirements") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("rawSelector", rawSelector)
    writer.memberUnlessEmpty("requirements", requirements)
    writer.endObject()
  }
}

extension Authorization {
  /// Asks whether a user may do something in one namespace.
  public struct LocalSubjectAccessReview: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: SubjectAccessReviewSpec = SubjectAccessReviewSpec()
    /// What is the case.
    public var status: SubjectAccessReviewStatus = SubjectAccessReviewStatus()

    public init() {}
  }
}

extension Authorization.LocalSubjectAccessReview: JSONStructure {
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
    writer.member("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Authorization {
  /// A request for a path that is no resource.
  public struct NonResourceAttributes: Sendable {
    /// The path.
    public var path: String = ""
    /// The HTTP method in lower case.
    public var verb: String = ""

    public init() {}
  }
}

extension Authorization.NonResourceAttributes: JSONStructure {
  public static let memberNames: [StaticString] = ["path", "verb"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("path", &path)
      case 1: reader.member("verb", &verb)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x68746170:
      if key.count == 4 { return 0 }  // path
    case 0x62726576:
      if key.count == 4 { return 1 }  // verb
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("path", path)
    writer.memberUnlessEmpty("verb", verb)
    writer.endObject()
  }
}

extension Authorization {
  /// Verbs that are allowed on paths.
  public struct NonResourceRule: Sendable {
    /// Paths; * at the end stands for any.
    public var nonResourceURLs: [String] = []
    /// What may be done; * for all.
    public var verbs: [String] = []

    public init() {}
  }
}

extension Authorization.NonResourceRule: JSONStructure {
  public static let memberNames: [StaticString] = ["nonResourceURLs", "verbs"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nonResourceURLs", &nonResourceURLs)
      case 1: reader.member("verbs", &verbs)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "verbs")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x756f7365526e6f6e:
      if key.equals("nonResourceURLs") { return 0 }
    case 0x7362726576:
      if key.count == 5 { return 1 }  // verbs
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nonResourceURLs", nonResourceURLs)
    writer.member("verbs", verbs)
    writer.endObject()
  }
}

extension Authorization {
  /// A request for a resource.
  public struct ResourceAttributes: Sendable {
    /// Field selector of the request.
    public var fieldSelector: FieldSelectorAttributes?
    /// Group of the resource; * for all.
    public var group: String = ""
    /// Label selector of the request.
    public var labelSelector: LabelSelectorAttributes?
    /// Name of the object; empty for all.
    public var name: String = ""
    /// Namespace of the object; empty for all or none.
    public var namespace: String = ""
    /// Name of the resource; * for all.
    public var resource: String = ""
    /// Path below the object.
    public var subresource: String = ""
    /// What is to be done.
    public var verb: String = ""
    /// Version of the group; * for all.
    public var version: String = ""

    public init() {}
  }
}

extension Authorization.ResourceAttributes: JSONStructure {
  public static let memberNames: [StaticString] = [
    "fieldSelector", "group", "labelSelector", "name", "namespace", "resource", "subresource", "verb", "version",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fieldSelector", &fieldSelector)
      case 1: reader.member("group", &group)
      case 2: reader.member("labelSelector", &labelSelector)
      case 3: reader.member("name", &name)
      case 4: reader.member("namespace", &namespace)
      case 5: reader.member("resource", &resource)
      case 6: reader.member("subresource", &subresource)
      case 7: reader.member("verb", &verb)
      case 8: reader.member("version", &version)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c6553646c656966:
      if key.equals("fieldSelector") { return 0 }
    case 0x70756f7267:
      if key.count == 5 { return 1 }  // group
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 2 }
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 4 }
    case 0x656372756f736572:
      if key.count == 8 { return 5 }  // resource
    case 0x756f736572627573:
      if key.equals("subresource") { return 6 }
    case 0x62726576:
      if key.count == 4 { return 7 }  // verb
    case 0x6e6f6973726576:
      if key.count == 7 { return 8 }  // version
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fieldSelector", fieldSelector)
    writer.memberUnlessEmpty("group", group)
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.memberUnlessEmpty("resource", resource)
    writer.memberUnlessEmpty("subresource", subresource)
    writer.memberUnlessEmpty("verb", verb)
    writer.memberUnlessEmpty("version", version)
    writer.endObject()
  }
}

extension Authorization {
  /// Verbs that are allowed on resources.
  public struct ResourceRule: Sendable {
    /// Groups of the API; * for all.
    public var apiGroups: [String] = []
    /// Names of objects; all when absent.
    public var resourceNames: [String] = []
    /// Names of resources; * for all.
    public var resources: [String] = []
    /// What may be done; * for all.
    public var verbs: [String] = []

    public init() {}
  }
}

extension Authorization.ResourceRule: JSONStructure {
  public static let memberNames: [StaticString] = ["apiGroups", "resourceNames", "resources", "verbs"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiGroups", &apiGroups)
      case 1: reader.member("resourceNames", &resourceNames)
      case 2: reader.member("resources", &resources)
      case 3: reader.member("verbs", &verbs)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "verbs")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70756f7247697061:
      if key.equals("apiGroups") { return 0 }
    case 0x656372756f736572:
      if key.equals("resourceNames") { return 1 }
      if key.equals("resources") { return 2 }
    case 0x7362726576:
      if key.count == 5 { return 3 }  // verbs
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiGroups", apiGroups)
    writer.memberUnlessEmpty("resourceNames", resourceNames)
    writer.memberUnlessEmpty("resources", resources)
    writer.member("verbs", verbs)
    writer.endObject()
  }
}

extension Authorization {
  /// Asks whether the caller may do something.
  public struct SelfSubjectAccessReview: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: SelfSubjectAccessReviewSpec = SelfSubjectAccessReviewSpec()
    /// What is the case.
    public var status: SubjectAccessReviewStatus = SubjectAccessReviewStatus()

    public init() {}
  }
}

extension Authorization.SelfSubjectAccessReview: JSONStructure {
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
    writer.member("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Authorization {
  /// What the caller wants to do; one member is set.
  public struct SelfSubjectAccessReviewSpec: Sendable {
    /// A request for a path.
    public var nonResourceAttributes: NonResourceAttributes?
    /// A request for a resource.
    @Boxed public var resourceAttributes: ResourceAttributes?

    public init() {}
  }
}

extension Authorization.SelfSubjectAccessReviewSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["nonResourceAttributes", "resourceAttributes"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nonResourceAttributes", &nonResourceAttributes)
      case 1: reader.member("resourceAttributes", &resourceAttributes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x756f7365526e6f6e:
      if key.equals("nonResourceAttributes") { return 0 }
    case 0x656372756f736572:
      if key.equals("resourceAttributes") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nonResourceAttributes", nonResourceAttributes)
    writer.memberUnlessEmpty("resourceAttributes", resourceAttributes)
    writer.endObject()
  }
}

extension Authorization {
  /// Asks what the caller may do in a namespace.
  public struct SelfSubjectRulesReview: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: SelfSubjectRulesReviewSpec = SelfSubjectRulesReviewSpec()
    /// What is the case.
    public var status: SubjectRulesReviewStatus = SubjectRulesReviewStatus()

    public init() {}
  }
}

extension Authorization.SelfSubjectRulesReview: JSONStructure {
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
    writer.member("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Authorization {
  /// The namespace in question.
  public struct SelfSubjectRulesReviewSpec: Sendable {
    /// Namespace in question.
    public var namespace: String = ""

    public init() {}
  }
}

extension Authorization.SelfSubjectRulesReviewSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63617073656d616e:
      if key.equals("namespace") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("namespace", namespace)
    writer.endObject()
  }
}

extension Authorization {
  /// Asks whether a user may do something.
  public struct SubjectAccessReview: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: SubjectAccessReviewSpec = SubjectAccessReviewSpec()
    /// What is the case.
    public var status: SubjectAccessReviewStatus = SubjectAccessReviewStatus()

    public init() {}
  }
}

extension Authorization.SubjectAccessReview: JSONStructure {
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
    writer.member("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension Authorization {
  /// Who wants to do what.
  public struct SubjectAccessReviewSpec: Sendable {
    /// Further facts about the user.
    public var extra: [String: [String]]?
    /// Groups of the user.
    public var groups: [String] = []
    /// A request for a path.
    public var nonResourceAttributes: NonResourceAttributes?
    /// A request for a resource.
    @Boxed public var resourceAttributes: ResourceAttributes?
    /// Identifier of the user.
    public var uid: String = ""
    /// Name of the user.
    public var user: String = ""

    public init() {}
  }
}

extension Authorization.SubjectAccessReviewSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "extra", "groups", "nonResourceAttributes", "resourceAttributes", "uid", "user",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("extra", &extra)
      case 1: reader.member("groups", &groups)
      case 2: reader.member("nonResourceAttributes", &nonResourceAttributes)
      case 3: reader.member("resourceAttributes", &resourceAttributes)
      case 4: reader.member("uid", &uid)
      case 5: reader.member("user", &user)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6172747865:
      if key.count == 5 { return 0 }  // extra
    case 0x7370756f7267:
      if key.count == 6 { return 1 }  // groups
    case 0x756f7365526e6f6e:
      if key.equals("nonResourceAttributes") { return 2 }
    case 0x656372756f736572:
      if key.equals("resourceAttributes") { return 3 }
    case 0x646975:
      if key.count == 3 { return 4 }  // uid
    case 0x72657375:
      if key.count == 4 { return 5 }  // user
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("extra", extra ?? [:])
    writer.memberUnlessEmpty("groups", groups)
    writer.memberUnlessEmpty("nonResourceAttributes", nonResourceAttributes)
    writer.memberUnlessEmpty("resourceAttributes", resourceAttributes)
    writer.memberUnlessEmpty("uid", uid)
    writer.memberUnlessEmpty("user", user)
    writer.endObject()
  }
}

extension Authorization {
  /// The answer.
  public struct SubjectAccessReviewStatus: Sendable {
    /// True when it is allowed.
    public var allowed: Bool = false
    /// True when it is forbidden, whoever else would allow it.
    public var denied: Bool = false
    /// What went wrong on the way to the answer.
    public var evaluationError: String = ""
    /// What happened, in one word.
    public var reason: String = ""

    public init() {}
  }
}

extension Authorization.SubjectAccessReviewStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["allowed", "denied", "evaluationError", "reason"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("allowed", &allowed)
      case 1: reader.member("denied", &denied)
      case 2: reader.member("evaluationError", &evaluationError)
      case 3: reader.member("reason", &reason)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6465776f6c6c61:
      if key.count == 7 { return 0 }  // allowed
    case 0x6465696e6564:
      if key.count == 6 { return 1 }  // denied
    case 0x697461756c617665:
      if key.equals("evaluationError") { return 2 }
    case 0x6e6f73616572:
      if key.count == 6 { return 3 }  // reason
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("allowed", allowed)
    writer.memberUnlessEmpty("denied", denied)
    writer.memberUnlessEmpty("evaluationError", evaluationError)
    writer.memberUnlessEmpty("reason", reason)
    writer.endObject()
  }
}

extension Authorization {
  /// What the caller may do, as far as it is known.
  public struct SubjectRulesReviewStatus: Sendable {
    /// What went wrong on the way to the answer.
    public var evaluationError: String = ""
    /// True when there may be more.
    public var incomplete: Bool = false
    /// Paths that are allowed.
    public var nonResourceRules: [NonResourceRule] = []
    /// Resources that are allowed.
    public var resourceRules: [ResourceRule] = []

    public init() {}
  }
}

extension Authorization.SubjectRulesReviewStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["evaluationError", "incomplete", "nonResourceRules", "resourceRules"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("evaluationError", &evaluationError)
      case 1: reader.member("incomplete", &incomplete)
      case 2: reader.member("nonResourceRules", &nonResourceRules)
      case 3: reader.member("resourceRules", &resourceRules)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "nonResourceRules")
    reader.require(3, members, "resourceRules")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697461756c617665:
      if key.equals("evaluationError") { return 0 }
    case 0x656c706d6f636e69:
      if key.equals("incomplete") { return 1 }
    case 0x756f7365526e6f6e:
      if key.equals("nonResourceRules") { return 2 }
    case 0x656372756f736572:
      if key.equals("resourceRules") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("evaluationError", evaluationError)
    writer.member("incomplete", incomplete)
    writer.member("nonResourceRules", nonResourceRules)
    writer.member("resourceRules", resourceRules)
    writer.endObject()
  }
}
