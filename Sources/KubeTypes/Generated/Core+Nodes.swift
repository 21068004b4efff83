// Made from openapi/kubernetes/api/core/nodes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// A volume that is attached to a node.
  public struct AttachedVolume: Sendable {
    /// Path of the device on the node.
    public var devicePath: String = ""
    /// Name of the volume.
    public var name: String = ""

    public init() {}
  }
}

extension Core.AttachedVolume: JSONStructure {
  public static let memberNames: [StaticString] = ["devicePath", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("devicePath", &devicePath)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6150656369766564:
      if key.equals("devicePath") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("devicePath", devicePath)
    writer.member("name", name)
    writer.endObject()
  }
}

extension Core {
  /// A config map with the settings of a kubelet.
  public struct ConfigMapNodeConfigSource: Sendable {
    /// Key of the settings in the config map.
    public var kubeletConfigKey: String = ""
    /// Name of the config map.
    public var name: String = ""
    /// Namespace of the config map.
    public var namespace: String = ""
    /// Version of the object.
    public var resourceVersion: String = ""
    /// UID of the object.
    public var uid: String = ""

    public init() {}
  }
}

extension Core.ConfigMapNodeConfigSource: JSONStructure {
  public static let memberNames: [StaticString] = ["kubeletConfigKey", "name", "namespace", "resourceVersion", "uid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("kubeletConfigKey", &kubeletConfigKey)
      case 1: reader.member("name", &name)
      case 2: reader.member("namespace", &namespace)
      case 3: reader.member("resourceVersion", &resourceVersion)
      case 4: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4374656c6562756b:
      if key.equals("kubeletConfigKey") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x63617073656d616e:
      if key.equals("namespace") { return 2 }
    case 0x656372756f736572:
      if key.equals("resourceVersion") { return 3 }
    case 0x646975:
      if key.count == 3 { return 4 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kubeletConfigKey", kubeletConfigKey)
    writer.member("name", name)
    writer.member("namespace", namespace)
    writer.memberUnlessEmpty("resourceVersion", resourceVersion)
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}

extension Core {
  /// A port of a node's daemon.
  public struct DaemonEndpoint: Sendable {
    /// Number of the port.
    public var Port: Int32 = 0

    public init() {}
  }
}

extension Core.DaemonEndpoint: JSONStructure {
  public static let memberNames: [StaticString] = ["Port"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("Port", &Port)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74726f50:
      if key.count == 4 { return 0 }  // Port
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("Port", Port)
    writer.endObject()
  }
}

extension Core {
  /// A machine that runs pods.
  public struct Node: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: NodeSpec = NodeSpec()
    /// What is the case.
    public var status: NodeStatus = NodeStatus()

    public init() {}
  }
}

extension Core.Node: JSONStructure {
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
  /// An address of a node.
  public struct NodeAddress: Sendable {
    /// The address.
    public var address: String = ""
    /// Kind of address: Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS.
    public var type: String = ""

    public init() {}
  }
}

extension Core.NodeAddress: JSONStructure {
  public static let memberNames: [StaticString] = ["address", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("address", &address)
      case 1: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73736572646461:
      if key.count == 7 { return 0 }  // address
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("address", address)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// An observation about a node.
  public struct NodeCondition: Sendable {
    /// When the condition was last reported.
    public var lastHeartbeatTime: Timestamp?
    /// When the status last changed.
    public var lastTransitionTime: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// True, False or Unknown.
    public var status: String = ""
    /// What the condition is about, such as Ready.
    public var type: String = ""

    public init() {}
  }
}

extension Core.NodeCondition: JSONStructure {
  public static let memberNames: [StaticString] = [
    "lastHeartbeatTime", "lastTransitionTime", "message", "reason", "status", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastHeartbeatTime", &lastHeartbeatTime)
      case 1: reader.nullableMember("lastTransitionTime", &lastTransitionTime)
      case 2: reader.member("message", &message)
      case 3: reader.member("reason", &reason)
      case 4: reader.member("status", &status)
      case 5: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726165487473616c:
      if key.equals("lastHeartbeatTime") { return 0 }
    case 0x6e6172547473616c:
      if key.equals("lastTransitionTime") { return 1 }
    case 0x6567617373656d:
      if key.count == 7 { return 2 }  // message
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
    writer.memberUnlessEmpty("lastHeartbeatTime", lastHeartbeatTime)
    writer.memberUnlessEmpty("lastTransitionTime", lastTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension Core {
  /// Where a kubelet takes its settings from.
  public struct NodeConfigSource: Sendable {
    /// Config map with the settings.
    @Boxed public var configMap: ConfigMapNodeConfigSource?

    public init() {}
  }
}

extension Core.NodeConfigSource: JSONStructure {
  public static let memberNames: [StaticString] = ["configMap"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configMap", &configMap)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614d6769666e6f63:
      if key.equals("configMap") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configMap", configMap)
    writer.endObject()
  }
}

extension Core {
  /// Which settings a kubelet uses.
  public struct NodeConfigStatus: Sendable {
    /// Settings in use.
    public var active: NodeConfigSource?
    /// Settings to be used.
    public var assigned: NodeConfigSource?
    /// What is wrong with the settings.
    public var error: String = ""
    /// Settings to go back to.
    public var lastKnownGood: NodeConfigSource?

    public init() {}
  }
}

extension Core.NodeConfigStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["active", "assigned", "error", "lastKnownGood"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("active", &active)
      case 1: reader.member("assigned", &assigned)
      case 2: reader.member("error", &error)
      case 3: reader.member("lastKnownGood", &lastKnownGood)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657669746361:
      if key.count == 6 { return 0 }  // active
    case 0x64656e6769737361:
      if key.count == 8 { return 1 }  // assigned
    case 0x726f727265:
      if key.count == 5 { return 2 }  // error
    case 0x776f6e4b7473616c:
      if key.equals("lastKnownGood") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("active", active)
    writer.memberUnlessEmpty("assigned", assigned)
    writer.memberUnlessEmpty("error", error)
    writer.memberUnlessEmpty("lastKnownGood", lastKnownGood)
    writer.endObject()
  }
}

extension Core {
  /// Ports of a node's daemons.
  public struct NodeDaemonEndpoints: Sendable {
    /// Port of the kubelet.
    public var kubeletEndpoint: DaemonEndpoint = DaemonEndpoint()

    public init() {}
  }
}

extension Core.NodeDaemonEndpoints: JSONStructure {
  public static let memberNames: [StaticString] = ["kubeletEndpoint"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("kubeletEndpoint", &kubeletEndpoint)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4574656c6562756b:
      if key.equals("kubeletEndpoint") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("kubeletEndpoint", kubeletEndpoint)
    writer.endObject()
  }
}

extension Core {
  /// What the container runtime of a node can do.
  public struct NodeFeatures: Sendable {
    /// True when the runtime heeds the policy for further groups.
    public var supplementalGroupsPolicy: Bool?

    public init() {}
  }
}

extension Core.NodeFeatures: JSONStructure {
  public static let memberNames: [StaticString] = ["supplementalGroupsPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("supplementalGroupsPolicy", &supplementalGroupsPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d656c70707573:
      if key.equals("supplementalGroupsPolicy") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("supplementalGroupsPolicy", supplementalGroupsPolicy)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct NodeList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Node] = []

    public init() {}
  }
}

extension Core.NodeList: JSONStructure {
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
  /// A handler of the container runtime.
  public struct NodeRuntimeHandler: Sendable {
    /// What the handler can do.
    public var features: NodeRuntimeHandlerFeatures?
    /// Name of the handler; empty for the default one.
    public var name: String = ""

    public init() {}
  }
}

extension Core.NodeRuntimeHandler: JSONStructure {
  public static let memberNames: [StaticString] = ["features", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("features", &features)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365727574616566:
      if key.count == 8 { return 0 }  // features
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("name", name)
    writer.endObject()
  }
}

extension Core {
  /// What a runtime handler can do.
  public struct NodeRuntimeHandlerFeatures: Sendable {
    /// True when mounts can be read-only down to the last one.
    public var recursiveReadOnlyMounts: Bool?
    /// True when user namespaces can be used.
    public var userNamespaces: Bool?

    public init() {}
  }
}

extension Core.NodeRuntimeHandlerFeatures: JSONStructure {
  public static let memberNames: [StaticString] = ["recursiveReadOnlyMounts", "userNamespaces"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("recursiveReadOnlyMounts", &recursiveReadOnlyMounts)
      case 1: reader.member("userNamespaces", &userNamespaces)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7669737275636572:
      if key.equals("recursiveReadOnlyMounts") { return 0 }
    case 0x656d614e72657375:
      if key.equals("userNamespaces") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("recursiveReadOnlyMounts", recursiveReadOnlyMounts)
    writer.memberUnlessEmpty("userNamespaces", userNamespaces)
    writer.endObject()
  }
}

extension Core {
  /// What a node should be.
  public struct NodeSpec: Sendable {
    /// Unused: where the kubelet takes its settings from.
    public var configSource: NodeConfigSource?
    /// Unused: name at the cloud provider.
    public var externalID: String = ""
    /// Network of the node's pods.
    public var podCIDR: String = ""
    /// Networks of the node's pods, at most one of a family.
    public var podCIDRs: [String] = []
    /// Identifier of the machine at its provider.
    public var providerID: String = ""
    /// Keep pods away that do not tolerate them.
    public var taints: [Taint] = []
    /// True keeps new pods away.
    public var unschedulable: Bool = false

    public init() {}
  }
}

extension Core.NodeSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "configSource", "externalID", "podCIDR", "podCIDRs", "providerID", "taints", "unschedulable",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configSource", &configSource)
      case 1: reader.member("externalID", &externalID)
      case 2: reader.member("podCIDR", &podCIDR)
      case 3: reader.member("podCIDRs", &podCIDRs)
      case 4: reader.member("providerID", &providerID)
      case 5: reader.member("taints", &taints)
      case 6: reader.member("unschedulable", &unschedulable)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f536769666e6f63:
      if key.equals("configSource") { return 0 }
    case 0x6c616e7265747865:
      if key.equals("externalID") { return 1 }
    case 0x52444943646f70:
      if key.count == 7 { return 2 }  // podCIDR
    case 0x7352444943646f70:
      if key.count == 8 { return 3 }  // podCIDRs
    case 0x72656469766f7270:
      if key.equals("providerID") { return 4 }
    case 0x73746e696174:
      if key.count == 6 { return 5 }  // taints
    case 0x7564656863736e75:
      if key.equals("unschedulable") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configSource", configSource)
    writer.memberUnlessEmpty("externalID", externalID)
    writer.memberUnlessEmpty("podCIDR", podCIDR)
    writer.memberUnlessEmpty("podCIDRs", podCIDRs)
    writer.memberUnlessEmpty("providerID", providerID)
    writer.memberUnlessEmpty("taints", taints)
    writer.memberUnlessEmpty("unschedulable", unschedulable)
    writer.endObject()
  }
}

extension Core {
  /// What a node is and has.
  public struct NodeStatus: Sendable {
    /// Addresses of the node.
    public var addresses: [NodeAddress] = []
    /// Amounts that pods may use.
    public var allocatable: [String: Quantity]?
    /// Amounts in all.
    public var capacity: [String: Quantity]?
    /// Observations, one of a type.
    public var conditions: [NodeCondition] = []
    /// Which settings the kubelet uses.
    @Boxed public var config: NodeConfigStatus?
    /// Ports of the node's daemons.
    public var daemonEndpoints: NodeDaemonEndpoints = NodeDaemonEndpoints()
    /// What the container runtime can do.
    public var features: NodeFeatures?
    /// Images that the node has.
    public var images: [ContainerImage] = []
    /// Versions and identifiers.
    public var nodeInfo: NodeSystemInfo = NodeSystemInfo()
    /// Where it is in its life.
    public var phase: String = ""
    /// Handlers of the container runtime.
    public var runtimeHandlers: [NodeRuntimeHandler] = []
    /// Volumes that are attached.
    public var volumesAttached: [AttachedVolume] = []
    /// Volumes that are mounted.
    public var volumesInUse: [String] = []

    public init() {}
  }
}

extension Core.NodeStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "addresses", "allocatable", "capacity", "conditions", "config", "daemonEndpoints", "features", "images", "nodeInfo",
    "phase", "runtimeHandlers", "volumesAttached", "volumesInUse",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("addresses", &addresses)
      case 1: reader.member("allocatable", &allocatable)
      case 2: reader.member("capacity", &capacity)
      case 3: reader.member("conditions", &conditions)
      case 4: reader.member("config", &config)
      case 5: reader.member("daemonEndpoints", &daemonEndpoints)
      case 6: reader.member("features", &features)
      case 7: reader.member("images", &images)
      case 8: reader.member("nodeInfo", &nodeInfo)
      case 9: reader.listedMember("phase", &phase, ["Pending", "Running", "Terminated"])
      case 10: reader.member("runtimeHandlers", &runtimeHandlers)
      case 11: reader.member("volumesAttached", &volumesAttached)
      case 12: reader.member("volumesInUse", &volumesInUse)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6573736572646461:
      if key.equals("addresses") { return 0 }
    case 0x617461636f6c6c61:
      if key.equals("allocatable") { return 1 }
    case 0x7974696361706163:
      if key.count == 8 { return 2 }  // capacity
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 3 }
    case 0x6769666e6f63:
      if key.count == 6 { return 4 }  // config
    case 0x6e456e6f6d656164:
      if key.equals("daemonEndpoints") { return 5 }
    case 0x7365727574616566:
      if key.count == 8 { return 6 }  // features
    case 0x736567616d69:
      if key.count == 6 { return 7 }  // images
    case 0x6f666e4965646f6e:
      if key.count == 8 { return 8 }  // nodeInfo
    case 0x6573616870:
      if key.count == 5 { return 9 }  // phase
    case 0x48656d69746e7572:
      if key.equals("runtimeHandlers") { return 10 }
    case 0x4173656d756c6f76:
      if key.equals("volumesAttached") { return 11 }
    case 0x4973656d756c6f76:
      if key.equals("volumesInUse") { return 12 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("addresses", addresses)
    writer.memberUnlessEmpty("allocatable", allocatable ?? [:])
    writer.memberUnlessEmpty("capacity", capacity ?? [:])
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("config", config)
    writer.memberUnlessEmpty("daemonEndpoints", daemonEndpoints)
    writer.memberUnlessEmpty("features", features)
    writer.memberUnlessEmpty("images", images)
    writer.memberUnlessEmpty("nodeInfo", nodeInfo)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("runtimeHandlers", runtimeHandlers)
    writer.memberUnlessEmpty("volumesAttached", volumesAttached)
    writer.memberUnlessEmpty("volumesInUse", volumesInUse)
    writer.endObject()
  }
}

extension Core {
  /// Versions and identifiers of a node.
  public struct NodeSystemInfo: Sendable {
    /// Architecture of the processor.
    public var architecture: String = ""
    /// Identifier that changes with each boot.
    public var bootID: String = ""
    /// Name and version of the container runtime.
    public var containerRuntimeVersion: String = ""
    /// Version of the kernel.
    public var kernelVersion: String = ""
    /// Unused: version of the proxy.
    public var kubeProxyVersion: String = ""
    /// Version of the kubelet.
    public var kubeletVersion: String = ""
    /// Identifier of the installed system.
    public var machineID: String = ""
    /// Name of the operating system, such as linux.
    public var operatingSystem: String = ""
    /// Name of the distribution.
    public var osImage: String = ""
    /// Identifier that the firmware gives.
    public var systemUUID: String = ""

    public init() {}
  }
}

extension Core.NodeSystemInfo: JSONStructure {
  public static let memberNames: [StaticString] = [
    "architecture", "bootID", "containerRuntimeVersion", "kernelVersion", "kubeProxyVersion", "kubeletVersion",
    "machineID", "operatingSystem", "osImage", "systemUUID",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("architecture", &architecture)
      case 1: reader.member("bootID", &bootID)
      case 2: reader.member("containerRuntimeVersion", &containerRuntimeVersion)
      case 3: reader.member("kernelVersion", &kernelVersion)
      case 4: reader.member("kubeProxyVersion", &kubeProxyVersion)
      case 5: reader.member("kubeletVersion", &kubeletVersion)
      case 6: reader.member("machineID", &machineID)
      case 7: reader.member("operatingSystem", &operatingSystem)
      case 8: reader.member("osImage", &osImage)
      case 9: reader.member("systemUUID", &systemUUID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6365746968637261:
      if key.equals("architecture") { return 0 }
    case 0x4449746f6f62:
      if key.count == 6 { return 1 }  // bootID
    case 0x656e6961746e6f63:
      if key.equals("containerRuntimeVersion") { return 2 }
    case 0x65566c656e72656b:
      if key.equals("kernelVersion") { return 3 }
    case 0x786f72506562756b:
      if key.equals("kubeProxyVersion") { return 4 }
    case 0x5674656c6562756b:
      if key.equals("kubeletVersion") { return 5 }
    case 0x49656e696863616d:
      if key.equals("machineID") { return 6 }
    case 0x6e6974617265706f:
      if key.equals("operatingSystem") { return 7 }
    case 0x6567616d49736f:
      if key.count == 7 { return 8 }  // osImage
    case 0x55556d6574737973:
      if key.equals("systemUUID") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("architecture", architecture)
    writer.member("bootID", bootID)
    writer.member("containerRuntimeVersion", containerRuntimeVersion)
    writer.member("kernelVersion", kernelVersion)
    writer.member("kubeProxyVersion", kubeProxyVersion)
    writer.member("kubeletVersion", kubeletVersion)
    writer.member("machineID", machineID)
    writer.member("operatingSystem", operatingSystem)
    writer.member("osImage", osImage)
    writer.member("systemUUID", systemUUID)
    writer.endObject()
  }
}

extension Core {
  /// Keeps pods away that do not tolerate it.
  public struct Taint: Sendable {
    /// What happens to pods: NoSchedule, PreferNoSchedule or NoExecute.
    public var effect: String = ""
    /// Key of the taint.
    public var key: String = ""
    /// When the taint was set.
    public var timeAdded: Timestamp?
    /// Value of the taint.
    public var value: String = ""

    public init() {}
  }
}

extension Core.Taint: JSONStructure {
  public static let memberNames: [StaticString] = ["effect", "key", "timeAdded", "value"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.listedMember("effect", &effect, ["NoExecute", "NoSchedule", "PreferNoSchedule"])
      case 1: reader.member("key", &self.key)
      case 2: reader.member("timeAdded", &timeAdded)
      case 3: reader.member("value", &value)
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
    case 0x65646441656d6974:
      if key.equals("timeAdded") { return 2 }
    case 0x65756c6176:
      if key.count == 5 { return 3 }  // value
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("effect", effect)
    writer.member("key", self.key)
    writer.memberUnlessEmpty("timeAdded", timeAdded)
    writer.memberUnlessEmpty("value", value)
    writer.endObject()
  }
}
