// Made from openapi/v1/replica-set.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Keeps a number of alike instances running.
  public struct VirtualMachineInstanceReplicaSet: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels, annotations and owner of the replica set.
    public var metadata: ObjectMeta = ObjectMeta()
    /// How many instances should run, and which.
    public var spec: VirtualMachineInstanceReplicaSetSpec = VirtualMachineInstanceReplicaSetSpec()
    /// What was last observed of the replica set.
    public var status: VirtualMachineInstanceReplicaSetStatus = VirtualMachineInstanceReplicaSetStatus()

    public init() {}
  }
}

extension V1.VirtualMachineInstanceReplicaSet: JSONStructure {
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
      case 4: reader.nullableMember("status", &status)
      default: reader.unknownMember(key)
      }
    }
    reader.requireObject(3, members, "spec")
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

extension V1 {
  /// One aspect of the replica set's state.
  public struct VirtualMachineInstanceReplicaSetCondition: Sendable {
    /// When the condition was last checked.
    public var lastProbeTime: Timestamp?
    /// When the condition's status last changed.
    public var lastTransitionTime: Timestamp?
    /// Details for people.
    public var message: String = ""
    /// Why the status is what it is, in one word that programs compare.
    public var reason: String = ""
    /// Whether the condition holds: True, False or Unknown.
    public var status: String = ""
    /// Which condition this is: ReplicaFailure or ReplicaPaused.
    public var type: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceReplicaSetCondition: JSONStructure {
  public static let memberNames: [StaticString] = [
    "lastProbeTime", "lastTransitionTime", "message", "reason", "status", "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("lastProbeTime", &lastProbeTime)
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
    case 0x626f72507473616c:
      if key.equals("lastProbeTime") { return 0 }
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
    writer.memberUnlessEmpty("lastProbeTime", lastProbeTime)
    writer.memberUnlessEmpty("lastTransitionTime", lastTransitionTime)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.member("status", status)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// A list of replica sets.
  public struct VirtualMachineInstanceReplicaSetList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstanceReplicaSet] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceReplicaSetList: JSONStructure {
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

extension V1 {
  /// How many instances should run, and which.
  public struct VirtualMachineInstanceReplicaSetSpec: Sendable {
    /// True stops the controller from making or deleting instances.
    public var paused: Bool = false
    /// Number of instances that should run; 1 when absent.
    public var replicas: Int32?
    /// Labels by which the set finds its instances; the template's labels must match it.
    public var selector: LabelSelector?
    /// The instance to run.
    @Boxed public var template: VirtualMachineInstanceTemplateSpec?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceReplicaSetSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["paused", "replicas", "selector", "template"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("paused", &paused)
      case 1: reader.member("replicas", &replicas)
      case 2: reader.member("selector", &selector)
      case 3: reader.member("template", &template)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "selector")
    reader.require(3, members, "template")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646573756170:
      if key.count == 6 { return 0 }  // paused
    case 0x736163696c706572:
      if key.count == 8 { return 1 }  // replicas
    case 0x726f7463656c6573:
      if key.count == 8 { return 2 }  // selector
    case 0x6574616c706d6574:
      if key.count == 8 { return 3 }  // template
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("paused", paused)
    writer.memberUnlessEmpty("replicas", replicas)
    writer.memberUnlessEmpty("selector", selector)
    writer.memberUnlessEmpty("template", template)
    writer.endObject()
  }
}

extension V1 {
  /// What was last observed of a replica set.
  public struct VirtualMachineInstanceReplicaSetStatus: Sendable {
    /// Aspects of the replica set's state.
    public var conditions: [VirtualMachineInstanceReplicaSetCondition] = []
    /// The selector as text, for autoscalers.
    public var labelSelector: String = ""
    /// Number of instances that are ready.
    public var readyReplicas: Int32 = 0
    /// Number of instances that exist and have not ended.
    public var replicas: Int32 = 0

    public init() {}
  }
}

extension V1.VirtualMachineInstanceReplicaSetStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["conditions", "labelSelector", "readyReplicas", "replicas"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("labelSelector", &labelSelector)
      case 2: reader.member("readyReplicas", &readyReplicas)
      case 3: reader.member("replicas", &replicas)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 1 }
    case 0x7065527964616572:
      if key.equals("readyReplicas") { return 2 }
    case 0x736163696c706572:
      if key.count == 8 { return 3 }  // replicas
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("readyReplicas", readyReplicas)
    writer.memberUnlessEmpty("replicas", replicas)
    writer.endObject()
  }
}
