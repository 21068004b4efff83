// Made from openapi/kubernetes/core.json by `make generate`; what is changed here is lost with the next one.

import JSON

/// Rules about nodes and neighbouring pods.
public struct Affinity: Sendable {
  /// Which nodes are allowed and which are preferred.
  public var nodeAffinity: NodeAffinity?
  /// Which pods the pod should run near.
  public var podAffinity: PodAffinity?
  /// Which pods the pod should not run near.
  public var podAntiAffinity: PodAntiAffinity?

  public init() {}
}

extension Affinity: JSONStructure {
  public static let memberNames: [StaticString] = ["nodeAffinity", "podAffinity", "podAntiAffinity"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeAffinity", &nodeAffinity)
      case 1: reader.member("podAffinity", &podAffinity)
      case 2: reader.member("podAntiAffinity", &podAntiAffinity)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6966664165646f6e:
      if key.equals("nodeAffinity") { return 0 }
    case 0x6e69666641646f70:
      if key.equals("podAffinity") { return 1 }
    case 0x4169746e41646f70:
      if key.equals("podAntiAffinity") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodeAffinity", nodeAffinity)
    writer.memberUnlessEmpty("podAffinity", podAffinity)
    writer.memberUnlessEmpty("podAntiAffinity", podAntiAffinity)
    writer.endObject()
  }
}

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

/// A command to run.
public struct ExecAction: Sendable {
  /// The command and its arguments; no shell is involved.
  public var command: [String] = []

  public init() {}
}

extension ExecAction: JSONStructure {
  public static let memberNames: [StaticString] = ["command"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("command", &command)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646e616d6d6f63:
      if key.count == 7 { return 0 }  // command
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("command", command)
    writer.endObject()
  }
}

/// An HTTP GET request.
public struct HTTPGetAction: Sendable {
  /// Host to ask; the pod's address when empty.
  public var host: String = ""
  /// Headers to send.
  public var httpHeaders: [HTTPHeader] = []
  /// Path to ask for.
  public var path: String = ""
  /// Number or name of the port.
  public var port: IntOrString = IntOrString()
  /// HTTP, which is the default, or HTTPS.
  public var scheme: String = ""

  public init() {}
}

extension HTTPGetAction: JSONStructure {
  public static let memberNames: [StaticString] = ["host", "httpHeaders", "path", "port", "scheme"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("host", &host)
      case 1: reader.member("httpHeaders", &httpHeaders)
      case 2: reader.member("path", &path)
      case 3: reader.member("port", &port)
      case 4: reader.listedMember("scheme", &scheme, ["HTTP", "HTTPS"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74736f68:
      if key.count == 4 { return 0 }  // host
    case 0x6461654870747468:
      if key.equals("httpHeaders") { return 1 }
    case 0x68746170:
      if key.count == 4 { return 2 }  // path
    case 0x74726f70:
      if key.count == 4 { return 3 }  // port
    case 0x656d65686373:
      if key.count == 6 { return 4 }  // scheme
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("host", host)
    writer.memberUnlessEmpty("httpHeaders", httpHeaders)
    writer.memberUnlessEmpty("path", path)
    writer.member("port", port)
    writer.memberUnlessEmpty("scheme", scheme)
    writer.endObject()
  }
}

/// A header of an HTTP request.
public struct HTTPHeader: Sendable {
  /// Name of the header.
  public var name: String = ""
  /// Value of the header.
  public var value: String = ""

  public init() {}
}

extension HTTPHeader: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("value", value)
    writer.endObject()
  }
}

/// Names an object in the same namespace.
public struct LocalObjectReference: Sendable {
  /// Name of the object.
  public var name: String = ""

  public init() {}
}

extension LocalObjectReference: JSONStructure {
  public static let memberNames: [StaticString] = ["name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.endObject()
  }
}

/// Which nodes are allowed and which are preferred.
public struct NodeAffinity: Sendable {
  /// Preferences, each with a weight; the node with the greatest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] = []
  /// Which nodes are allowed when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?

  public init() {}
}

extension NodeAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// Picks nodes; one of the terms must match.
public struct NodeSelector: Sendable {
  /// The terms.
  public var nodeSelectorTerms: [NodeSelectorTerm] = []

  public init() {}
}

extension NodeSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["nodeSelectorTerms"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeSelectorTerms", &nodeSelectorTerms)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "nodeSelectorTerms")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656c655365646f6e:
      if key.equals("nodeSelectorTerms") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("nodeSelectorTerms", nodeSelectorTerms)
    writer.endObject()
  }
}

/// A demand on a label or field of a node.
public struct NodeSelectorRequirement: Sendable {
  /// Name of the label or field.
  public var key: String = ""
  /// How the value is compared: In, NotIn, Exists, DoesNotExist, Gt or Lt.
  public var `operator`: String = ""
  /// Values to compare with.
  public var values: [String] = []

  public init() {}
}

extension NodeSelectorRequirement: JSONStructure {
  public static let memberNames: [StaticString] = ["key", "operator", "values"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("key", &self.key)
      case 1: reader.listedMember("operator", &`operator`, ["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"])
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

/// Picks nodes; all demands must be met.
public struct NodeSelectorTerm: Sendable {
  /// Demands on labels.
  public var matchExpressions: [NodeSelectorRequirement] = []
  /// Demands on fields.
  public var matchFields: [NodeSelectorRequirement] = []

  public init() {}
}

extension NodeSelectorTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["matchExpressions", "matchFields"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("matchExpressions", &matchExpressions)
      case 1: reader.member("matchFields", &matchFields)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x707845686374616d:
      if key.equals("matchExpressions") { return 0 }
    case 0x656946686374616d:
      if key.equals("matchFields") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("matchExpressions", matchExpressions)
    writer.memberUnlessEmpty("matchFields", matchFields)
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

/// Which pods a pod should run near.
public struct PodAffinity: Sendable {
  /// Preferences, each with a weight; the node with the greatest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
  /// Terms that must all be met when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

  public init() {}
}

extension PodAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// Picks pods, and says what counts as near.
public struct PodAffinityTerm: Sendable {
  /// Labels of the pods.
  public var labelSelector: LabelSelector?
  /// Labels whose values the pods share with the one to place.
  public var matchLabelKeys: [String] = []
  /// Labels whose values the pods do not share with the one to place.
  public var mismatchLabelKeys: [String] = []
  /// Labels of the namespaces to look in.
  public var namespaceSelector: LabelSelector?
  /// Names of the namespaces to look in; the pod's own when there are none.
  public var namespaces: [String] = []
  /// Label of nodes; nodes with the same value are near each other.
  public var topologyKey: String = ""

  public init() {}
}

extension PodAffinityTerm: JSONStructure {
  public static let memberNames: [StaticString] = [
    "labelSelector", "matchLabelKeys", "mismatchLabelKeys", "namespaceSelector", "namespaces", "topologyKey",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("matchLabelKeys", &matchLabelKeys)
      case 2: reader.member("mismatchLabelKeys", &mismatchLabelKeys)
      case 3: reader.member("namespaceSelector", &namespaceSelector)
      case 4: reader.member("namespaces", &namespaces)
      case 5: reader.member("topologyKey", &topologyKey)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x62614c686374616d:
      if key.equals("matchLabelKeys") { return 1 }
    case 0x686374616d73696d:
      if key.equals("mismatchLabelKeys") { return 2 }
    case 0x63617073656d616e:
      if key.equals("namespaceSelector") { return 3 }
      if key.equals("namespaces") { return 4 }
    case 0x79676f6c6f706f74:
      if key.equals("topologyKey") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("matchLabelKeys", matchLabelKeys)
    writer.memberUnlessEmpty("mismatchLabelKeys", mismatchLabelKeys)
    writer.memberUnlessEmpty("namespaceSelector", namespaceSelector)
    writer.memberUnlessEmpty("namespaces", namespaces)
    writer.member("topologyKey", topologyKey)
    writer.endObject()
  }
}

/// Which pods a pod should not run near.
public struct PodAntiAffinity: Sendable {
  /// Preferences, each with a weight; the node with the smallest sum wins.
  public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
  /// Terms none of which may be met when the pod is placed.
  public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

  public init() {}
}

extension PodAntiAffinity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preferredDuringSchedulingIgnoredDuringExecution", &preferredDuringSchedulingIgnoredDuringExecution)
      case 1: reader.member("requiredDuringSchedulingIgnoredDuringExecution", &requiredDuringSchedulingIgnoredDuringExecution)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572726566657270:
      if key.equals("preferredDuringSchedulingIgnoredDuringExecution") { return 0 }
    case 0x6465726975716572:
      if key.equals("requiredDuringSchedulingIgnoredDuringExecution") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
    writer.memberUnlessEmpty("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
    writer.endObject()
  }
}

/// DNS settings of a pod.
public struct PodDNSConfig: Sendable {
  /// Addresses of name servers.
  public var nameservers: [String] = []
  /// Options of the resolver.
  public var options: [PodDNSConfigOption] = []
  /// Domains to search in.
  public var searches: [String] = []

  public init() {}
}

extension PodDNSConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["nameservers", "options", "searches"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nameservers", &nameservers)
      case 1: reader.member("options", &options)
      case 2: reader.member("searches", &searches)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x76726573656d616e:
      if key.equals("nameservers") { return 0 }
    case 0x736e6f6974706f:
      if key.count == 7 { return 1 }  // options
    case 0x7365686372616573:
      if key.count == 8 { return 2 }  // searches
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nameservers", nameservers)
    writer.memberUnlessEmpty("options", options)
    writer.memberUnlessEmpty("searches", searches)
    writer.endObject()
  }
}

/// An option of the resolver.
public struct PodDNSConfigOption: Sendable {
  /// Name of the option.
  public var name: String = ""
  /// Value of the option.
  public var value: String?

  public init() {}
}

extension PodDNSConfigOption: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("value", value)
    writer.endObject()
  }
}

/// A claim on devices; exactly one of the two sources is set.
public struct PodResourceClaim: Sendable {
  /// Name of the claim in the pod.
  public var name: String = ""
  /// Name of a claim that exists.
  public var resourceClaimName: String?
  /// Name of a template that a claim is made from.
  public var resourceClaimTemplateName: String?

  public init() {}
}

extension PodResourceClaim: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "resourceClaimName", "resourceClaimTemplateName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("resourceClaimName", &resourceClaimName)
      case 2: reader.member("resourceClaimTemplateName", &resourceClaimTemplateName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x656372756f736572:
      if key.equals("resourceClaimName") { return 1 }
      if key.equals("resourceClaimTemplateName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("resourceClaimName", resourceClaimName)
    writer.memberUnlessEmpty("resourceClaimTemplateName", resourceClaimTemplateName)
    writer.endObject()
  }
}

/// A preference with its weight.
public struct PreferredSchedulingTerm: Sendable {
  /// Which nodes are preferred.
  public var preference: NodeSelectorTerm = NodeSelectorTerm()
  /// Weight of the preference, 1 to 100.
  public var weight: Int32 = 0

  public init() {}
}

extension PreferredSchedulingTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["preference", "weight"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("preference", &preference)
      case 1: reader.member("weight", &weight)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "preference")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e65726566657270:
      if key.equals("preference") { return 0 }
    case 0x746867696577:
      if key.count == 6 { return 1 }  // weight
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("preference", preference)
    writer.member("weight", weight)
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

/// A TCP connection to open.
public struct TCPSocketAction: Sendable {
  /// Host to connect to; the pod's address when empty.
  public var host: String = ""
  /// Number or name of the port.
  public var port: IntOrString = IntOrString()

  public init() {}
}

extension TCPSocketAction: JSONStructure {
  public static let memberNames: [StaticString] = ["host", "port"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("host", &host)
      case 1: reader.member("port", &port)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74736f68:
      if key.count == 4 { return 0 }  // host
    case 0x74726f70:
      if key.count == 4 { return 1 }  // port
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("host", host)
    writer.member("port", port)
    writer.endObject()
  }
}

/// A taint of nodes that a pod tolerates.
public struct Toleration: Sendable {
  /// Effect of the taint: NoSchedule, PreferNoSchedule or NoExecute; any when empty.
  public var effect: String = ""
  /// Key of the taint; any when empty.
  public var key: String = ""
  /// How the value is compared: Equal, which is the default, or Exists.
  public var `operator`: String = ""
  /// Seconds after which a pod leaves a node with a NoExecute taint; never when absent.
  public var tolerationSeconds: Int64?
  /// Value of the taint.
  public var value: String = ""

  public init() {}
}

extension Toleration: JSONStructure {
  public static let memberNames: [StaticString] = ["effect", "key", "operator", "tolerationSeconds", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("effect", &effect, ["NoExecute", "NoSchedule", "PreferNoSchedule"])
      case 1: reader.member("key", &self.key)
      case 2: reader.listedMember("operator", &`operator`, ["Equal", "Exists"])
      case 3: reader.member("tolerationSeconds", &tolerationSeconds)
      case 4: reader.member("value", &value)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746365666665:
      if key.count == 6 { return 0 }  // effect
    case 0x79656b:
      if key.count == 3 { return 1 }  // key
    case 0x726f74617265706f:
      if key.count == 8 { return 2 }  // operator
    case 0x69746172656c6f74:
      if key.equals("tolerationSeconds") { return 3 }
    case 0x65756c6176:
      if key.count == 5 { return 4 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("effect", effect)
    writer.memberUnlessEmpty("key", self.key)
    writer.memberUnlessEmpty("operator", `operator`)
    writer.memberUnlessEmpty("tolerationSeconds", tolerationSeconds)
    writer.memberUnlessEmpty("value", value)
    writer.endObject()
  }
}

/// How pods spread over groups of nodes.
public struct TopologySpreadConstraint: Sendable {
  /// Labels of the pods to count.
  public var labelSelector: LabelSelector?
  /// Labels whose values the counted pods share with the one to place.
  public var matchLabelKeys: [String] = []
  /// Greatest allowed difference between two groups' numbers of pods.
  public var maxSkew: Int32 = 0
  /// Least number of groups to spread over.
  public var minDomains: Int32?
  /// Whether only nodes that the pod's affinity allows are counted (Honor) or all (Ignore).
  public var nodeAffinityPolicy: String?
  /// Whether only nodes whose taints the pod tolerates are counted (Honor) or all (Ignore).
  public var nodeTaintsPolicy: String?
  /// Label of nodes; nodes with the same value are a group.
  public var topologyKey: String = ""
  /// Whether the pod waits (DoNotSchedule) or is placed anyway (ScheduleAnyway).
  public var whenUnsatisfiable: String = ""

  public init() {}
}

extension TopologySpreadConstraint: JSONStructure {
  public static let memberNames: [StaticString] = [
    "labelSelector", "matchLabelKeys", "maxSkew", "minDomains", "nodeAffinityPolicy", "nodeTaintsPolicy", "topologyKey",
    "whenUnsatisfiable",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("matchLabelKeys", &matchLabelKeys)
      case 2: reader.member("maxSkew", &maxSkew)
      case 3: reader.member("minDomains", &minDomains)
      case 4: reader.listedMember("nodeAffinityPolicy", &nodeAffinityPolicy, ["Honor", "Ignore"])
      case 5: reader.listedMember("nodeTaintsPolicy", &nodeTaintsPolicy, ["Honor", "Ignore"])
      case 6: reader.member("topologyKey", &topologyKey)
      case 7: reader.listedMember("whenUnsatisfiable", &whenUnsatisfiable, ["DoNotSchedule", "ScheduleAnyway"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x62614c686374616d:
      if key.equals("matchLabelKeys") { return 1 }
    case 0x77656b5378616d:
      if key.count == 7 { return 2 }  // maxSkew
    case 0x69616d6f446e696d:
      if key.equals("minDomains") { return 3 }
    case 0x6966664165646f6e:
      if key.equals("nodeAffinityPolicy") { return 4 }
    case 0x6e69615465646f6e:
      if key.equals("nodeTaintsPolicy") { return 5 }
    case 0x79676f6c6f706f74:
      if key.equals("topologyKey") { return 6 }
    case 0x61736e556e656877:
      if key.equals("whenUnsatisfiable") { return 7 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("matchLabelKeys", matchLabelKeys)
    writer.member("maxSkew", maxSkew)
    writer.memberUnlessEmpty("minDomains", minDomains)
    writer.memberUnlessEmpty("nodeAffinityPolicy", nodeAffinityPolicy)
    writer.memberUnlessEmpty("nodeTaintsPolicy", nodeTaintsPolicy)
    writer.member("topologyKey", topologyKey)
    writer.member("whenUnsatisfiable", whenUnsatisfiable)
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

/// A preference with its weight.
public struct WeightedPodAffinityTerm: Sendable {
  /// Which pods, and what counts as near.
  public var podAffinityTerm: PodAffinityTerm = PodAffinityTerm()
  /// Weight of the preference, 1 to 100.
  public var weight: Int32 = 0

  public init() {}
}

extension WeightedPodAffinityTerm: JSONStructure {
  public static let memberNames: [StaticString] = ["podAffinityTerm", "weight"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("podAffinityTerm", &podAffinityTerm)
      case 1: reader.member("weight", &weight)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "podAffinityTerm")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e69666641646f70:
      if key.equals("podAffinityTerm") { return 0 }
    case 0x746867696577:
      if key.count == 6 { return 1 }  // weight
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("podAffinityTerm", podAffinityTerm)
    writer.member("weight", weight)
    writer.endObject()
  }
}
