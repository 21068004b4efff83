// Made from openapi/kubernetes/core/storage.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// A file with a fact about a pod.
public struct DownwardAPIVolumeFile: Sendable {
  /// Member of the pod whose value the file holds.
  public var fieldRef: ObjectFieldSelector?
  /// Permissions of the file.
  public var mode: Int32?
  /// Path of the file in the volume.
  public var path: String = ""
  /// Resource of a container whose amount the file holds.
  @Boxed public var resourceFieldRef: ResourceFieldSelector?

  public init() {}
}

extension DownwardAPIVolumeFile: JSONStructure {
  public static let memberNames: [StaticString] = ["fieldRef", "mode", "path", "resourceFieldRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("fieldRef", &fieldRef)
      case 1: reader.member("mode", &mode)
      case 2: reader.member("path", &path)
      case 3: reader.member("resourceFieldRef", &resourceFieldRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x666552646c656966:
      if key.count == 8 { return 0 }  // fieldRef
    case 0x65646f6d:
      if key.count == 4 { return 1 }  // mode
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    case 0x656372756f736572:
      if key.equals("resourceFieldRef") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("fieldRef", fieldRef)
    writer.memberUnlessEmpty("mode", mode)
    writer.member("path", path)
    writer.memberUnlessEmpty("resourceFieldRef", resourceFieldRef)
    writer.endObject()
  }
}

/// A member of an object.
public struct ObjectFieldSelector: Sendable {
  /// Version of the schema that the path is written in.
  public var apiVersion: String = ""
  /// Path of the member.
  public var fieldPath: String = ""

  public init() {}
}

extension ObjectFieldSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "fieldPath"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("fieldPath", &fieldPath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x746150646c656966:
      if key.equals("fieldPath") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.member("fieldPath", fieldPath)
    writer.endObject()
  }
}

/// What storage is asked for.
public struct PersistentVolumeClaimSpec: Sendable {
  /// How many nodes may use the volume, and whether they may write.
  public var accessModes: [String] = []
  /// Object that the volume is filled from.
  @Boxed public var dataSource: TypedLocalObjectReference?
  /// Object that the volume is filled from, of any kind and namespace.
  @Boxed public var dataSourceRef: TypedObjectReference?
  /// Size that is asked for.
  public var resources: VolumeResourceRequirements = VolumeResourceRequirements()
  /// Labels that the volume must have.
  public var selector: LabelSelector?
  /// Storage class; the default one when absent.
  public var storageClassName: String?
  /// Class that sets the volume's changeable attributes.
  public var volumeAttributesClassName: String?
  /// Whether the volume is a file system or a block device.
  public var volumeMode: String?
  /// Name of the volume to bind.
  public var volumeName: String = ""

  public init() {}
}

extension PersistentVolumeClaimSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessModes", "dataSource", "dataSourceRef", "resources", "selector", "storageClassName",
    "volumeAttributesClassName", "volumeMode", "volumeName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: 
        reader.listedElements(
          "accessModes", &accessModes, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])
      case 1: reader.member("dataSource", &dataSource)
      case 2: reader.member("dataSourceRef", &dataSourceRef)
      case 3: reader.member("resources", &resources)
      case 4: reader.member("selector", &selector)
      case 5: reader.member("storageClassName", &storageClassName)
      case 6: reader.member("volumeAttributesClassName", &volumeAttributesClassName)
      case 7: reader.listedMember("volumeMode", &volumeMode, ["Block", "Filesystem", "FromStorageProfile"])
      case 8: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f4d737365636361:
      if key.equals("accessModes") { return 0 }
    case 0x72756f5361746164:
      if key.equals("dataSource") { return 1 }
      if key.equals("dataSourceRef") { return 2 }
    case 0x656372756f736572:
      if key.equals("resources") { return 3 }
    case 0x726f7463656c6573:
      if key.count == 8 { return 4 }  // selector
    case 0x43656761726f7473:
      if key.equals("storageClassName") { return 5 }
    case 0x7441656d756c6f76:
      if key.equals("volumeAttributesClassName") { return 6 }
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMode") { return 7 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 8 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessModes", accessModes)
    writer.memberUnlessEmpty("dataSource", dataSource)
    writer.memberUnlessEmpty("dataSourceRef", dataSourceRef)
    writer.memberUnlessEmpty("resources", resources)
    writer.memberUnlessEmpty("selector", selector)
    writer.memberUnlessEmpty("storageClassName", storageClassName)
    writer.memberUnlessEmpty("volumeAttributesClassName", volumeAttributesClassName)
    writer.memberUnlessEmpty("volumeMode", volumeMode)
    writer.memberUnlessEmpty("volumeName", volumeName)
    writer.endObject()
  }
}

/// A claim.
public struct PersistentVolumeClaimVolumeSource: Sendable {
  /// Name of the claim, in the same namespace.
  public var claimName: String = ""
  /// True forbids writing.
  public var readOnly: Bool = false

  public init() {}
}

extension PersistentVolumeClaimVolumeSource: JSONStructure {
  public static let memberNames: [StaticString] = ["claimName", "readOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("readOnly", &readOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x796c6e4f64616572:
      if key.count == 8 { return 1 }  // readOnly
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("claimName", claimName)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.endObject()
  }
}

/// A resource of a container.
public struct ResourceFieldSelector: Sendable {
  /// Name of the container.
  public var containerName: String = ""
  /// Unit that the amount is written in; 1 when 0.
  public var divisor: Quantity = Quantity()
  /// Which resource, such as limits.memory.
  public var resource: String = ""

  public init() {}
}

extension ResourceFieldSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["containerName", "divisor", "resource"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("containerName", &containerName)
      case 1: reader.member("divisor", &divisor)
      case 2: reader.member("resource", &resource)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656e6961746e6f63:
      if key.equals("containerName") { return 0 }
    case 0x726f7369766964:
      if key.count == 7 { return 1 }  // divisor
    case 0x656372756f736572:
      if key.count == 8 { return 2 }  // resource
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("containerName", containerName)
    writer.memberUnlessEmpty("divisor", divisor)
    writer.member("resource", resource)
    writer.endObject()
  }
}

/// Names an object of any kind in the same namespace.
public struct TypedLocalObjectReference: Sendable {
  /// API group of the object; the core group when absent.
  public var apiGroup: String?
  /// Kind of the object.
  public var kind: String = ""
  /// Name of the object.
  public var name: String = ""

  public init() {}
}

extension TypedLocalObjectReference: JSONStructure {
  public static let memberNames: [StaticString] = ["apiGroup", "kind", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiGroup", &apiGroup)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70756f7247697061:
      if key.count == 8 { return 0 }  // apiGroup
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiGroup", apiGroup)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.endObject()
  }
}

/// Names an object of any kind and namespace.
public struct TypedObjectReference: Sendable {
  /// API group of the object; the core group when absent.
  public var apiGroup: String?
  /// Kind of the object.
  public var kind: String = ""
  /// Name of the object.
  public var name: String = ""
  /// Namespace of the object; the own one when absent.
  public var namespace: String?

  public init() {}
}

extension TypedObjectReference: JSONStructure {
  public static let memberNames: [StaticString] = ["apiGroup", "kind", "name", "namespace"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiGroup", &apiGroup)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("name", &name)
      case 3: reader.member("namespace", &namespace)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x70756f7247697061:
      if key.count == 8 { return 0 }  // apiGroup
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiGroup", apiGroup)
    writer.member("kind", kind)
    writer.member("name", name)
    writer.memberUnlessEmpty("namespace", namespace)
    writer.endObject()
  }
}

/// How much storage is asked for.
public struct VolumeResourceRequirements: Sendable {
  /// Most that may be given, by resource.
  public var limits: [String: Quantity]?
  /// Least that must be given, by resource.
  public var requests: [String: Quantity]?

  public init() {}
}

extension VolumeResourceRequirements: JSONStructure {
  public static let memberNames: [StaticString] = ["limits", "requests"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("limits", &limits)
      case 1: reader.member("requests", &requests)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7374696d696c:
      if key.count == 6 { return 0 }  // limits
    case 0x7374736575716572:
      if key.count == 8 { return 1 }  // requests
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("limits", limits ?? [:])
    writer.memberUnlessEmpty("requests", requests ?? [:])
    writer.endObject()
  }
}
