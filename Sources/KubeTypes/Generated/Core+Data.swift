// Made from openapi/kubernetes/api/core/data.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// Settings as texts and bytes by key.
  public struct ConfigMap: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// Bytes by key.
    public var binaryData: [String: String]?
    /// Texts by key.
    public var data: [String: String]?
    /// True forbids changes of the data.
    public var immutable: Bool?

    public init() {}
  }
}

extension Core.ConfigMap: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "binaryData", "data", "immutable"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("binaryData", &binaryData)
      case 4: reader.member("data", &data)
      case 5: reader.member("immutable", &immutable)
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
    case 0x61447972616e6962:
      if key.equals("binaryData") { return 3 }
    case 0x61746164:
      if key.count == 4 { return 4 }  // data
    case 0x6c626174756d6d69:
      if key.equals("immutable") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("binaryData", binaryData ?? [:])
    writer.memberUnlessEmpty("data", data ?? [:])
    writer.memberUnlessEmpty("immutable", immutable)
    writer.endObject()
  }
}

extension Core {
  /// A config map whose keys become environment variables.
  public struct ConfigMapEnvSource: Sendable {
    /// Name of the config map.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.ConfigMapEnvSource: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 1 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A key of a config map.
  public struct ConfigMapKeySelector: Sendable {
    /// Key of the value.
    public var key: String = ""
    /// Name of the config map.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.ConfigMapKeySelector: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.member("name", &name)
      case 2: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79656b:
      if key.count == 3 { return 0 }  // key
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", self.key)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct ConfigMapList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [ConfigMap] = []

    public init() {}
  }
}

extension Core.ConfigMapList: JSONStructure {
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
  /// Names an object, or a part of it.
  public struct ObjectReference: Sendable {
    /// Group and version of the object that is named.
    public var apiVersion: String = ""
    /// Kind of the object that is named.
    public var kind: String = ""
    /// Part of the object.
    public var fieldPath: String = ""
    /// Name of the object.
    public var name: String = ""
    /// Namespace of the object.
    public var namespace: String = ""
    /// Version of the object.
    public var resourceVersion: String = ""
    /// UID of the object.
    public var uid: String = ""

    public init() {}
  }
}

extension Core.ObjectReference: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "fieldPath", "name", "namespace", "resourceVersion", "uid",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("fieldPath", &fieldPath)
      case 3: reader.member("name", &name)
      case 4: reader.member("namespace", &namespace)
      case 5: reader.member("resourceVersion", &resourceVersion)
      case 6: reader.member("uid", &uid)
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
    case 0x746150646c656966:
      if key.equals("fieldPath") { return 2 }
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 4 }
    case 0x656372756f736572:
      if key.equals("resourceVersion") { return 5 }
    case 0x646975:
      if key.count == 3 { return 6 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("fieldPath", fieldPath)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.memberUnlessEmpty("resourceVersion", resourceVersion)
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}

extension Core {
  /// Confidential bytes by key.
  public struct Secret: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// Bytes by key.
    public var data: [String: String]?
    /// True forbids changes of the data.
    public var immutable: Bool?
    /// Texts by key, which the server takes into `data`.
    public var stringData: [String: String]?
    /// What the secret holds, such as kubernetes.io/tls.
    public var type: String = ""

    public init() {}
  }
}

extension Core.Secret: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "metadata", "data", "immutable", "stringData", "type",
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
      case 3: reader.member("data", &data)
      case 4: reader.member("immutable", &immutable)
      case 5: reader.member("stringData", &stringData)
      case 6: reader.member("type", &type)
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
    case 0x6c626174756d6d69:
      if key.equals("immutable") { return 4 }
    case 0x6144676e69727473:
      if key.equals("stringData") { return 5 }
    case 0x65707974:
      if key.count == 4 { return 6 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("data", data ?? [:])
    writer.memberUnlessEmpty("immutable", immutable)
    writer.memberUnlessEmpty("stringData", stringData ?? [:])
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension Core {
  /// A secret whose keys become environment variables.
  public struct SecretEnvSource: Sendable {
    /// Name of the secret.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.SecretEnvSource: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 1 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A key of a secret.
  public struct SecretKeySelector: Sendable {
    /// Key of the value.
    public var key: String = ""
    /// Name of the secret.
    public var name: String = ""
    /// True allows the object or key to be missing.
    public var optional: Bool?

    public init() {}
  }
}

extension Core.SecretKeySelector: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "name", "optional"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.member("name", &name)
      case 2: reader.member("optional", &optional)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x79656b:
      if key.count == 3 { return 0 }  // key
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x6c616e6f6974706f:
      if key.count == 8 { return 2 }  // optional
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", self.key)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("optional", optional)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct SecretList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Secret] = []

    public init() {}
  }
}

extension Core.SecretList: JSONStructure {
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
  /// Names a secret.
  public struct SecretReference: Sendable {
    /// Name of the secret.
    public var name: String = ""
    /// Namespace of the secret.
    public var namespace: String = ""

    public init() {}
  }
}

extension Core.SecretReference: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.endObject()
  }
}

extension Core {
  /// An identity for what runs in pods.
  public struct ServiceAccount: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// False keeps the token of the service account out of pods.
    public var automountServiceAccountToken: Bool?
    /// Secrets for fetching images.
    public var imagePullSecrets: [LocalObjectReference] = []
    /// Secrets that pods of the account may use.
    public var secrets: [ObjectReference] = []

    public init() {}
  }
}

extension Core.ServiceAccount: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "metadata", "automountServiceAccountToken", "imagePullSecrets", "secrets",
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
      case 3: reader.member("automountServiceAccountToken", &automountServiceAccountToken)
      case 4: reader.member("imagePullSecrets", &imagePullSecrets)
      case 5: reader.member("secrets", &secrets)
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
    case 0x6e756f6d6f747561:
      if key.equals("automountServiceAccountToken") { return 3 }
    case 0x6c75506567616d69:
      if key.equals("imagePullSecrets") { return 4 }
    case 0x73746572636573:
      if key.count == 7 { return 5 }  // secrets
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("automountServiceAccountToken", automountServiceAccountToken)
    writer.memberUnlessEmpty("imagePullSecrets", imagePullSecrets)
    writer.memberUnlessEmpty("secrets", secrets)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct ServiceAccountList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [ServiceAccount] = []

    public init() {}
  }
}

extension Core.ServiceAccountList: JSONStructure {
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
