// Made from openapi/pool/pool.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Pool {
  /// Changes reach a machine when it is started the next time.
  public struct VirtualMachineOpportunisticUpdateStrategy: Sendable {

    public init() {}
  }
}

extension Pool.VirtualMachineOpportunisticUpdateStrategy: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension Pool {
  /// Keeps a number of alike machines.
  public struct VirtualMachinePool: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels, annotations and owner of the pool.
    public var metadata: ObjectMeta = ObjectMeta()
    /// How many machines there should be, and which.
    public var spec: VirtualMachinePoolSpec = VirtualMachinePoolSpec()
    /// What was last observed of the pool.
    public var status: VirtualMachinePoolStatus = VirtualMachinePoolStatus()

    public init() {}
  }
}

extension Pool.VirtualMachinePool: JSONStructure {
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

extension Pool {
  /// When a machine that does not start is made anew.
  public struct VirtualMachinePoolAutohealingStrategy: Sendable {
    /// How long it must have failed.
    public var minFailingToStartDuration: String?
    /// How often in a row it must have failed.
    public var startUpFailureThreshold: UInt32?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolAutohealingStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["minFailingToStartDuration", "startUpFailureThreshold"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("minFailingToStartDuration", &minFailingToStartDuration)
      case 1: reader.member("startUpFailureThreshold", &startUpFailureThreshold)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696c6961466e696d:
      if key.equals("minFailingToStartDuration") { return 0 }
    case 0x4670557472617473:
      if key.equals("startUpFailureThreshold") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("minFailingToStartDuration", minFailingToStartDuration)
    writer.memberUnlessEmpty("startUpFailureThreshold", startUpFailureThreshold)
    writer.endObject()
  }
}

extension Pool {
  /// One aspect of the pool's state.
  public struct VirtualMachinePoolCondition: Sendable {
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

extension Pool.VirtualMachinePoolCondition: JSONStructure {
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

extension Pool {
  /// A list of pools.
  public struct VirtualMachinePoolList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachinePool] = []

    public init() {}
  }
}

extension Pool.VirtualMachinePoolList: JSONStructure {
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

extension Pool {
  /// Where the number of a machine is added to names.
  public struct VirtualMachinePoolNameGeneration: Sendable {
    /// True adds it to the names of config maps.
    public var appendIndexToConfigMapRefs: Bool?
    /// True adds it to the names of secrets.
    public var appendIndexToSecretRefs: Bool?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolNameGeneration: JSONStructure {
  public static let memberNames: [StaticString] = ["appendIndexToConfigMapRefs", "appendIndexToSecretRefs"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("appendIndexToConfigMapRefs", &appendIndexToConfigMapRefs)
      case 1: reader.member("appendIndexToSecretRefs", &appendIndexToSecretRefs)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e49646e65707061:
      if key.equals("appendIndexToConfigMapRefs") { return 0 }
      if key.equals("appendIndexToSecretRefs") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("appendIndexToConfigMapRefs", appendIndexToConfigMapRefs)
    writer.memberUnlessEmpty("appendIndexToSecretRefs", appendIndexToSecretRefs)
    writer.endObject()
  }
}

extension Pool {
  /// Takes machines away that do not run.
  public struct VirtualMachinePoolOpportunisticScaleInStrategy: Sendable {
    /// What becomes of their disks: Disabled, Offline or Online.
    public var statePreservation: String?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolOpportunisticScaleInStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["statePreservation"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("statePreservation", &statePreservation)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6572506574617473:
      if key.equals("statePreservation") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("statePreservation", statePreservation)
    writer.endObject()
  }
}

extension Pool {
  /// Takes machines away, running or not.
  public struct VirtualMachinePoolProactiveScaleInStrategy: Sendable {
    /// Which machines go first.
    @Boxed public var selectionPolicy: VirtualMachinePoolSelectionPolicy?
    /// What becomes of their disks: Disabled, Offline or Online.
    public var statePreservation: String?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolProactiveScaleInStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["selectionPolicy", "statePreservation"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("selectionPolicy", &selectionPolicy)
      case 1: reader.member("statePreservation", &statePreservation)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697463656c6573:
      if key.equals("selectionPolicy") { return 0 }
    case 0x6572506574617473:
      if key.equals("statePreservation") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("selectionPolicy", selectionPolicy)
    writer.memberUnlessEmpty("statePreservation", statePreservation)
    writer.endObject()
  }
}

extension Pool {
  /// Changes reach machines by restarting them.
  public struct VirtualMachinePoolProactiveUpdateStrategy: Sendable {
    /// Which machines go first.
    @Boxed public var selectionPolicy: VirtualMachinePoolSelectionPolicy?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolProactiveUpdateStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["selectionPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("selectionPolicy", &selectionPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697463656c6573:
      if key.equals("selectionPolicy") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("selectionPolicy", selectionPolicy)
    writer.endObject()
  }
}

extension Pool {
  /// How machines are taken away; one member is set.
  public struct VirtualMachinePoolScaleInStrategy: Sendable {
    /// Only machines that do not run are taken away.
    public var opportunistic: VirtualMachinePoolOpportunisticScaleInStrategy?
    /// Machines are taken away, running or not.
    public var proactive: VirtualMachinePoolProactiveScaleInStrategy?
    /// Nobody takes machines away.
    public var unmanaged: VirtualMachinePoolUnmanagedStrategy?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolScaleInStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["opportunistic", "proactive", "unmanaged"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("opportunistic", &opportunistic)
      case 1: reader.member("proactive", &proactive)
      case 2: reader.member("unmanaged", &unmanaged)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e7574726f70706f:
      if key.equals("opportunistic") { return 0 }
    case 0x76697463616f7270:
      if key.equals("proactive") { return 1 }
    case 0x6567616e616d6e75:
      if key.equals("unmanaged") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("opportunistic", opportunistic)
    writer.memberUnlessEmpty("proactive", proactive)
    writer.memberUnlessEmpty("unmanaged", unmanaged)
    writer.endObject()
  }
}

extension Pool {
  /// Which machines go first.
  public struct VirtualMachinePoolSelectionPolicy: Sendable {
    /// Machines that go before all others.
    public var selectors: VirtualMachinePoolSelectors?
    /// Order of the machines: AscendingOrder, DescendingOrder, Newest, Oldest or Random.
    public var sortPolicy: String?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolSelectionPolicy: JSONStructure {
  public static let memberNames: [StaticString] = ["selectors", "sortPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("selectors", &selectors)
      case 1: reader.member("sortPolicy", &sortPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726f7463656c6573:
      if key.equals("selectors") { return 0 }
    case 0x696c6f5074726f73:
      if key.equals("sortPolicy") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("selectors", selectors)
    writer.memberUnlessEmpty("sortPolicy", sortPolicy)
    writer.endObject()
  }
}

extension Pool {
  /// Picks machines.
  public struct VirtualMachinePoolSelectors: Sendable {
    /// Labels of the machines.
    public var labelSelector: LabelSelector?
    /// Demands on the nodes that they run on.
    public var nodeSelectorRequirementMatcher: [NodeSelectorRequirement] = []

    public init() {}
  }
}

extension Pool.VirtualMachinePoolSelectors: JSONStructure {
  public static let memberNames: [StaticString] = ["labelSelector", "nodeSelectorRequirementMatcher"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("labelSelector", &labelSelector)
      case 1: reader.member("nodeSelectorRequirementMatcher", &nodeSelectorRequirementMatcher)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c65536c6562616c:
      if key.equals("labelSelector") { return 0 }
    case 0x656c655365646f6e:
      if key.equals("nodeSelectorRequirementMatcher") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("labelSelector", labelSelector)
    writer.memberUnlessEmpty("nodeSelectorRequirementMatcher", nodeSelectorRequirementMatcher)
    writer.endObject()
  }
}

extension Pool {
  /// How many machines there should be, and which.
  public struct VirtualMachinePoolSpec: Sendable {
    /// When a machine that does not start is made anew.
    public var autohealing: VirtualMachinePoolAutohealingStrategy?
    /// Most machines, as a number or in percent, that may be down for an update at once.
    public var maxUnavailable: IntOrString?
    /// Where the number of a machine is added to names.
    public var nameGeneration: VirtualMachinePoolNameGeneration?
    /// True stops the controller from making, changing or deleting machines.
    public var paused: Bool = false
    /// Number of machines that there should be; 1 when absent.
    public var replicas: Int32?
    /// How machines are taken away.
    @Boxed public var scaleInStrategy: VirtualMachinePoolScaleInStrategy?
    /// Labels by which the pool finds its machines; the template's labels must match it.
    public var selector: LabelSelector?
    /// How changes of the template reach machines.
    public var updateStrategy: VirtualMachinePoolUpdateStrategy?
    /// The machine to make.
    @Boxed public var virtualMachineTemplate: VirtualMachineTemplateSpec?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "autohealing", "maxUnavailable", "nameGeneration", "paused", "replicas", "scaleInStrategy", "selector",
    "updateStrategy", "virtualMachineTemplate",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("autohealing", &autohealing)
      case 1: reader.member("maxUnavailable", &maxUnavailable)
      case 2: reader.member("nameGeneration", &nameGeneration)
      case 3: reader.member("paused", &paused)
      case 4: reader.member("replicas", &replicas)
      case 5: reader.member("scaleInStrategy", &scaleInStrategy)
      case 6: reader.member("selector", &selector)
      case 7: reader.member("updateStrategy", &updateStrategy)
      case 8: reader.member("virtualMachineTemplate", &virtualMachineTemplate)
      default: reader.unknownMember(key)
      }
    }
    reader.require(6, members, "selector")
    reader.require(8, members, "virtualMachineTemplate")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c6165686f747561:
      if key.equals("autohealing") { return 0 }
    case 0x6176616e5578616d:
      if key.equals("maxUnavailable") { return 1 }
    case 0x656e6547656d616e:
      if key.equals("nameGeneration") { return 2 }
    case 0x646573756170:
      if key.count == 6 { return 3 }  // paused
    case 0x736163696c706572:
      if key.count == 8 { return 4 }  // replicas
    case 0x536e49656c616373:
      if key.equals("scaleInStrategy") { return 5 }
    case 0x726f7463656c6573:
      if key.count == 8 { return 6 }  // selector
    case 0x7453657461647075:
      if key.equals("updateStrategy") { return 7 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineTemplate") { return 8 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("autohealing", autohealing)
    writer.memberUnlessEmpty("maxUnavailable", maxUnavailable)
    writer.memberUnlessEmpty("nameGeneration", nameGeneration)
    writer.memberUnlessEmpty("paused", paused)
    writer.memberUnlessEmpty("replicas", replicas)
    writer.memberUnlessEmpty("scaleInStrategy", scaleInStrategy)
    writer.memberUnlessEmpty("selector", selector)
    writer.memberUnlessEmpty("updateStrategy", updateStrategy)
    writer.memberUnlessEmpty("virtualMachineTemplate", virtualMachineTemplate)
    writer.endObject()
  }
}

extension Pool {
  /// What was last observed of a pool.
  public struct VirtualMachinePoolStatus: Sendable {
    /// Aspects of the pool's state.
    public var conditions: [VirtualMachinePoolCondition] = []
    /// The selector as text, for autoscalers.
    public var labelSelector: String = ""
    /// Number of machines that are ready.
    public var readyReplicas: Int32 = 0
    /// Number of machines that exist.
    public var replicas: Int32 = 0

    public init() {}
  }
}

extension Pool.VirtualMachinePoolStatus: JSONStructure {
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

extension Pool {
  /// Leaves the machines to their owner.
  public struct VirtualMachinePoolUnmanagedStrategy: Sendable {

    public init() {}
  }
}

extension Pool.VirtualMachinePoolUnmanagedStrategy: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension Pool {
  /// How changes of the template reach machines; one member is set.
  public struct VirtualMachinePoolUpdateStrategy: Sendable {
    /// At their next start.
    public var opportunistic: VirtualMachineOpportunisticUpdateStrategy?
    /// By restarting them.
    public var proactive: VirtualMachinePoolProactiveUpdateStrategy?
    /// Not at all.
    public var unmanaged: VirtualMachinePoolUnmanagedStrategy?

    public init() {}
  }
}

extension Pool.VirtualMachinePoolUpdateStrategy: JSONStructure {
  public static let memberNames: [StaticString] = ["opportunistic", "proactive", "unmanaged"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("opportunistic", &opportunistic)
      case 1: reader.member("proactive", &proactive)
      case 2: reader.member("unmanaged", &unmanaged)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e7574726f70706f:
      if key.equals("opportunistic") { return 0 }
    case 0x76697463616f7270:
      if key.equals("proactive") { return 1 }
    case 0x6567616e616d6e75:
      if key.equals("unmanaged") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("opportunistic", opportunistic)
    writer.memberUnlessEmpty("proactive", proactive)
    writer.memberUnlessEmpty("unmanaged", unmanaged)
    writer.endObject()
  }
}

extension Pool {
  /// The machine that a pool makes.
  public struct VirtualMachineTemplateSpec: Sendable {
    /// Labels and annotations of the machine.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the machine is made of.
    public var spec: V1.VirtualMachineSpec = V1.VirtualMachineSpec()

    public init() {}
  }
}

extension Pool.VirtualMachineTemplateSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["metadata", "spec"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("metadata", &metadata)
      case 1: reader.member("spec", &spec)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x617461646174656d:
      if key.count == 8 { return 0 }  // metadata
    case 0x63657073:
      if key.count == 4 { return 1 }  // spec
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("metadata", metadata)
    writer.memberUnlessEmpty("spec", spec)
    writer.endObject()
  }
}
