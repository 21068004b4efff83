// Made from openapi/kubernetes/meta/metadata.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// How an object is deleted.
public struct DeleteOptions: Sendable {
  /// Group and version of the schema that the object follows.
  public var apiVersion: String = ""
  /// Kind of the object.
  public var kind: String = ""
  /// All checks the request without doing it.
  public var dryRun: [String] = []
  /// Seconds before the object is gone; 0 is at once.
  public var gracePeriodSeconds: Int64?
  /// True deletes an object that can't be read.
  public var ignoreStoreReadErrorWithClusterBreakingPotential: Bool?
  /// True leaves dependents alone; the old form of `propagationPolicy`.
  public var orphanDependents: Bool?
  /// What must hold of the object.
  public var preconditions: Preconditions?
  /// What happens to dependents: Orphan, Background or Foreground.
  public var propagationPolicy: String?

  public init() {}
}

extension DeleteOptions: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "dryRun", "gracePeriodSeconds", "ignoreStoreReadErrorWithClusterBreakingPotential",
    "orphanDependents", "preconditions", "propagationPolicy",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("dryRun", &dryRun)
      case 3: reader.member("gracePeriodSeconds", &gracePeriodSeconds)
      case 4: reader.member("ignoreStoreReadErrorWithClusterBreakingPotential", &ignoreStoreReadErrorWithClusterBreakingPotential)
      case 5: reader.member("orphanDependents", &orphanDependents)
      case 6: reader.member("preconditions", &preconditions)
      case 7: reader.member("propagationPolicy", &propagationPolicy)
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
    case 0x6e7552797264:
      if key.count == 6 { return 2 }  // dryRun
    case 0x7265506563617267:
      if key.equals("gracePeriodSeconds") { return 3 }
    case 0x745365726f6e6769:
      if key.equals("ignoreStoreReadErrorWithClusterBreakingPotential") { return 4 }
    case 0x65446e616870726f:
      if key.equals("orphanDependents") { return 5 }
    case 0x69646e6f63657270:
      if key.equals("preconditions") { return 6 }
    case 0x74616761706f7270:
      if key.equals("propagationPolicy") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("dryRun", dryRun)
    writer.memberUnlessEmpty("gracePeriodSeconds", gracePeriodSeconds)
    writer.memberUnlessEmpty("ignoreStoreReadErrorWithClusterBreakingPotential", ignoreStoreReadErrorWithClusterBreakingPotential)
    writer.memberUnlessEmpty("orphanDependents", orphanDependents)
    writer.memberUnlessEmpty("preconditions", preconditions)
    writer.memberUnlessEmpty("propagationPolicy", propagationPolicy)
    writer.endObject()
  }
}

/// Picks objects by labels; all demands must be met.
public struct LabelSelector: Sendable {
  /// Demands on labels.
  public var matchExpressions: [LabelSelectorRequirement] = []
  /// Labels with the values that they must have.
  public var matchLabels: [String: String]?

  public init() {}
}

extension LabelSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["matchExpressions", "matchLabels"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("matchExpressions", &matchExpressions)
      case 1: reader.member("matchLabels", &matchLabels)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x707845686374616d:
      if key.equals("matchExpressions") { return 0 }
    case 0x62614c686374616d:
      if key.equals("matchLabels") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("matchExpressions", matchExpressions)
    writer.memberUnlessEmpty("matchLabels", matchLabels ?? [:])
    writer.endObject()
  }
}

/// A demand on a label.
public struct LabelSelectorRequirement: Sendable {
  /// Name of the label.
  public var key: String = ""
  /// How the value is compared: In, NotIn, Exists or DoesNotExist.
  public var `operator`: String = ""
  /// Values to compare with.
  public var values: [String] = []

  public init() {}
}

extension LabelSelectorRequirement: JSONStructure {
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

/// What the server says about a list.
public struct ListMeta: Sendable {
  /// Token that asks for the next part of the list.
  public var `continue`: String = ""
  /// Number of objects in the parts to come.
  public var remainingItemCount: Int64?
  /// Version of the store that the list shows.
  public var resourceVersion: String = ""
  /// Unused.
  public var selfLink: String = ""

  public init() {}
}

extension ListMeta: JSONStructure {
  public static let memberNames: [StaticString] = ["continue", "remainingItemCount", "resourceVersion", "selfLink"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("continue", &`continue`)
      case 1: reader.member("remainingItemCount", &remainingItemCount)
      case 2: reader.member("resourceVersion", &resourceVersion)
      case 3: reader.member("selfLink", &selfLink)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65756e69746e6f63:
      if key.count == 8 { return 0 }  // continue
    case 0x6e696e69616d6572:
      if key.equals("remainingItemCount") { return 1 }
    case 0x656372756f736572:
      if key.equals("resourceVersion") { return 2 }
    case 0x6b6e694c666c6573:
      if key.count == 8 { return 3 }  // selfLink
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("continue", `continue`)
    writer.memberUnlessEmpty("remainingItemCount", remainingItemCount)
    writer.memberUnlessEmpty("resourceVersion", resourceVersion)
    writer.memberUnlessEmpty("selfLink", selfLink)
    writer.endObject()
  }
}

/// Members of an object that a client manages.
public struct ManagedFieldsEntry: Sendable {
  /// Version of the schema that the members are written in.
  public var apiVersion: String = ""
  /// Format of `fieldsV1`.
  public var fieldsType: String = ""
  /// The members, as a tree.
  public var fieldsV1: JSONValue = .null
  /// Name of the client.
  public var manager: String = ""
  /// How they were written: Apply or Update.
  public var operation: String = ""
  /// Subresource through which they were written.
  public var subresource: String = ""
  /// When they were last written.
  public var time: Timestamp?

  public init() {}
}

extension ManagedFieldsEntry: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "fieldsType", "fieldsV1", "manager", "operation", "subresource", "time",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("fieldsType", &fieldsType)
      case 2: reader.member("fieldsV1", &fieldsV1)
      case 3: reader.member("manager", &manager)
      case 4: reader.member("operation", &operation)
      case 5: reader.member("subresource", &subresource)
      case 6: reader.member("time", &time)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x795473646c656966:
      if key.equals("fieldsType") { return 1 }
    case 0x315673646c656966:
      if key.count == 8 { return 2 }  // fieldsV1
    case 0x726567616e616d:
      if key.count == 7 { return 3 }  // manager
    case 0x6f6974617265706f:
      if key.equals("operation") { return 4 }
    case 0x756f736572627573:
      if key.equals("subresource") { return 5 }
    case 0x656d6974:
      if key.count == 4 { return 6 }  // time
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("fieldsType", fieldsType)
    writer.memberUnlessEmpty("fieldsV1", fieldsV1)
    writer.memberUnlessEmpty("manager", manager)
    writer.memberUnlessEmpty("operation", operation)
    writer.memberUnlessEmpty("subresource", subresource)
    writer.memberUnlessEmpty("time", time)
    writer.endObject()
  }
}

/// What Kubernetes keeps about every object.
public struct ObjectMeta: Sendable {
  /// Notes of tools and people, by name.
  public var annotations: [String: String]?
  /// When the object was created.
  public var creationTimestamp: Timestamp?
  /// Seconds between the wish to delete the object and its end.
  public var deletionGracePeriodSeconds: Int64?
  /// When the object is to be gone.
  public var deletionTimestamp: Timestamp?
  /// Names of those who must agree before the object is gone.
  public var finalizers: [String] = []
  /// Beginning of a name that the server completes.
  public var generateName: String = ""
  /// Grows with each change of the specification.
  public var generation: Int64 = 0
  /// Labels, by which selectors find the object.
  public var labels: [String: String]?
  /// Which client manages which members.
  public var managedFields: [ManagedFieldsEntry] = []
  /// Name, unique among the objects of the kind in the namespace.
  public var name: String = ""
  /// Namespace of the object.
  public var namespace: String = ""
  /// Objects that this one belongs to and is deleted with.
  public var ownerReferences: [OwnerReference] = []
  /// Version of the object in the store.
  public var resourceVersion: String = ""
  /// Unused.
  public var selfLink: String = ""
  /// Identifier that no other object ever has.
  public var uid: String = ""

  public init() {}
}

extension ObjectMeta: JSONStructure {
  public static let memberNames: [StaticString] = [
    "annotations", "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "finalizers", "generateName",
    "generation", "labels", "managedFields", "name", "namespace", "ownerReferences", "resourceVersion", "selfLink",
    "uid",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("annotations", &annotations)
      case 1: reader.nullableMember("creationTimestamp", &creationTimestamp)
      case 2: reader.member("deletionGracePeriodSeconds", &deletionGracePeriodSeconds)
      case 3: reader.member("deletionTimestamp", &deletionTimestamp)
      case 4: reader.member("finalizers", &finalizers)
      case 5: reader.member("generateName", &generateName)
      case 6: reader.member("generation", &generation)
      case 7: reader.member("labels", &labels)
      case 8: reader.member("managedFields", &managedFields)
      case 9: reader.member("name", &name)
      case 10: reader.member("namespace", &namespace)
      case 11: reader.member("ownerReferences", &ownerReferences)
      case 12: reader.member("resourceVersion", &resourceVersion)
      case 13: reader.member("selfLink", &selfLink)
      case 14: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x697461746f6e6e61:
      if key.equals("annotations") { return 0 }
    case 0x6e6f697461657263:
      if key.equals("creationTimestamp") { return 1 }
    case 0x6e6f6974656c6564:
      if key.equals("deletionGracePeriodSeconds") { return 2 }
      if key.equals("deletionTimestamp") { return 3 }
    case 0x657a696c616e6966:
      if key.equals("finalizers") { return 4 }
    case 0x65746172656e6567:
      if key.equals("generateName") { return 5 }
    case 0x69746172656e6567:
      if key.equals("generation") { return 6 }
    case 0x736c6562616c:
      if key.count == 6 { return 7 }  // labels
    case 0x46646567616e616d:
      if key.equals("managedFields") { return 8 }
    case 0x656d616e:
      if key.count == 4 { return 9 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 10 }
    case 0x66655272656e776f:
      if key.equals("ownerReferences") { return 11 }
    case 0x656372756f736572:
      if key.equals("resourceVersion") { return 12 }
    case 0x6b6e694c666c6573:
      if key.count == 8 { return 13 }  // selfLink
    case 0x646975:
      if key.count == 3 { return 14 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("annotations", annotations ?? [:])
    writer.memberUnlessEmpty("creationTimestamp", creationTimestamp)
    writer.memberUnlessEmpty("deletionGracePeriodSeconds", deletionGracePeriodSeconds)
    writer.memberUnlessEmpty("deletionTimestamp", deletionTimestamp)
    writer.memberUnlessEmpty("finalizers", finalizers)
    writer.memberUnlessEmpty("generateName", generateName)
    writer.memberUnlessEmpty("generation", generation)
    writer.memberUnlessEmpty("labels", labels ?? [:])
    writer.memberUnlessEmpty("managedFields", managedFields)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.memberUnlessEmpty("ownerReferences", ownerReferences)
    writer.memberUnlessEmpty("resourceVersion", resourceVersion)
    writer.memberUnlessEmpty("selfLink", selfLink)
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}

/// An object that another one belongs to.
public struct OwnerReference: Sendable {
  /// Group and version of the owner.
  public var apiVersion: String = ""
  /// Kind of the owner.
  public var kind: String = ""
  /// True holds a foreground deletion of the owner until this object is gone.
  public var blockOwnerDeletion: Bool?
  /// True for the owner that manages the object.
  public var controller: Bool?
  /// Name of the owner.
  public var name: String = ""
  /// UID of the owner.
  public var uid: String = ""

  public init() {}
}

extension OwnerReference: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "blockOwnerDeletion", "controller", "name", "uid",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("blockOwnerDeletion", &blockOwnerDeletion)
      case 3: reader.member("controller", &controller)
      case 4: reader.member("name", &name)
      case 5: reader.member("uid", &uid)
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
    case 0x6e774f6b636f6c62:
      if key.equals("blockOwnerDeletion") { return 2 }
    case 0x6c6c6f72746e6f63:
      if key.equals("controller") { return 3 }
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    case 0x646975:
      if key.count == 3 { return 5 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("apiVersion", apiVersion)
    writer.member("kind", kind)
    writer.memberUnlessEmpty("blockOwnerDeletion", blockOwnerDeletion)
    writer.memberUnlessEmpty("controller", controller)
    writer.member("name", name)
    writer.member("uid", uid)
    writer.endObject()
  }
}

/// What must hold of an object.
public struct Preconditions: Sendable {
  /// Version that the object must have.
  public var resourceVersion: String?
  /// UID that the object must have.
  public var uid: String?

  public init() {}
}

extension Preconditions: JSONStructure {
  public static let memberNames: [StaticString] = ["resourceVersion", "uid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("resourceVersion", &resourceVersion)
      case 1: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656372756f736572:
      if key.equals("resourceVersion") { return 0 }
    case 0x646975:
      if key.count == 3 { return 1 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("resourceVersion", resourceVersion)
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}

/// A change of an object.
public struct WatchEvent: Sendable {
  /// The object after the change, or a Status.
  public var object: JSONValue = .null
  /// What happened: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.
  public var type: String = ""

  public init() {}
}

extension WatchEvent: JSONStructure {
  public static let memberNames: [StaticString] = ["object", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("object", &object)
      case 1: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "object")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7463656a626f:
      if key.count == 6 { return 0 }  // object
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("object", object)
    writer.member("type", type)
    writer.endObject()
  }
}
