// Made from openapi/v1/migration.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Moves a running instance to another node.
  public struct VirtualMachineInstanceMigration: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the migration.
    public var metadata: ObjectMeta = ObjectMeta()
    /// Which instance moves, and how the target is chosen.
    public var spec: VirtualMachineInstanceMigrationSpec = VirtualMachineInstanceMigrationSpec()
    /// How far the migration is.
    public var status: VirtualMachineInstanceMigrationStatus = VirtualMachineInstanceMigrationStatus()

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigration: JSONStructure {
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
  /// One aspect of the migration's state.
  public struct VirtualMachineInstanceMigrationCondition: Sendable {
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
    /// Which condition this is, such as migrationAbortRequested.
    public var type: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationCondition: JSONStructure {
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
  /// A list of migrations.
  public struct VirtualMachineInstanceMigrationList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstanceMigration] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationList: JSONStructure {
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
  /// When a phase was reached.
  public struct VirtualMachineInstanceMigrationPhaseTransitionTimestamp: Sendable {
    /// The phase.
    public var phase: String = ""
    /// When it was reached.
    public var phaseTransitionTimestamp: Timestamp?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationPhaseTransitionTimestamp: JSONStructure {
  public static let memberNames: [StaticString] = ["phase", "phaseTransitionTimestamp"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("phase", &phase)
      case 1: reader.nullableMember("phaseTransitionTimestamp", &phaseTransitionTimestamp)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6573616870:
      if key.count == 5 { return 0 }  // phase
    case 0x6172546573616870:
      if key.equals("phaseTransitionTimestamp") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("phaseTransitionTimestamp", phaseTransitionTimestamp)
    writer.endObject()
  }
}

extension V1 {
  /// Where to send an instance, when source and target are controlled apart.
  public struct VirtualMachineInstanceMigrationSource: Sendable {
    /// Address of the target's synchronization controller.
    public var connectURL: String = ""
    /// Name that both ends use for the migration.
    public var migrationID: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationSource: JSONStructure {
  public static let memberNames: [StaticString] = ["connectURL", "migrationID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("connectURL", &connectURL)
      case 1: reader.member("migrationID", &migrationID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x557463656e6e6f63:
      if key.equals("connectURL") { return 0 }
    case 0x6f6974617267696d:
      if key.equals("migrationID") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("connectURL", connectURL)
    writer.member("migrationID", migrationID)
    writer.endObject()
  }
}

extension V1 {
  /// The source's side of a migration.
  public struct VirtualMachineInstanceMigrationSourceState: Sendable {
    /// Name of the domain in libvirt.
    public var domainName: String?
    /// Namespace of the instance.
    public var domainNamespace: String?
    /// UID of the migration object at the source.
    public var migrationUID: String = ""
    /// Node that the instance leaves.
    public var node: String = ""
    /// Labels that the target's node must have.
    public var nodeSelectors: [String: String]?
    /// Claim that holds the firmware's and TPM's state.
    public var persistentStatePVCName: String?
    /// Launcher pod that the instance leaves.
    public var pod: String = ""
    /// SELinux context of that pod.
    public var selinuxContext: String = ""
    /// Address where the source synchronizes state.
    public var syncAddress: String?
    /// UID of the instance at the source.
    public var virtualMachineInstanceUID: String?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationSourceState: JSONStructure {
  public static let memberNames: [StaticString] = [
    "domainName", "domainNamespace", "migrationUID", "node", "nodeSelectors", "persistentStatePVCName", "pod",
    "selinuxContext", "syncAddress", "virtualMachineInstanceUID",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("domainName", &domainName)
      case 1: reader.member("domainNamespace", &domainNamespace)
      case 2: reader.member("migrationUID", &migrationUID)
      case 3: reader.member("node", &node)
      case 4: reader.member("nodeSelectors", &nodeSelectors)
      case 5: reader.member("persistentStatePVCName", &persistentStatePVCName)
      case 6: reader.member("pod", &pod)
      case 7: reader.member("selinuxContext", &selinuxContext)
      case 8: reader.member("syncAddress", &syncAddress)
      case 9: reader.member("virtualMachineInstanceUID", &virtualMachineInstanceUID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614e6e69616d6f64:
      if key.equals("domainName") { return 0 }
      if key.equals("domainNamespace") { return 1 }
    case 0x6f6974617267696d:
      if key.equals("migrationUID") { return 2 }
    case 0x65646f6e:
      if key.count == 4 { return 3 }  // node
    case 0x656c655365646f6e:
      if key.equals("nodeSelectors") { return 4 }
    case 0x6574736973726570:
      if key.equals("persistentStatePVCName") { return 5 }
    case 0x646f70:
      if key.count == 3 { return 6 }  // pod
    case 0x4378756e696c6573:
      if key.equals("selinuxContext") { return 7 }
    case 0x72646441636e7973:
      if key.equals("syncAddress") { return 8 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineInstanceUID") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("domainName", domainName)
    writer.memberUnlessEmpty("domainNamespace", domainNamespace)
    writer.memberUnlessEmpty("migrationUID", migrationUID)
    writer.memberUnlessEmpty("node", node)
    writer.memberUnlessEmpty("nodeSelectors", nodeSelectors ?? [:])
    writer.memberUnlessEmpty("persistentStatePVCName", persistentStatePVCName)
    writer.memberUnlessEmpty("pod", pod)
    writer.memberUnlessEmpty("selinuxContext", selinuxContext)
    writer.memberUnlessEmpty("syncAddress", syncAddress)
    writer.memberUnlessEmpty("virtualMachineInstanceUID", virtualMachineInstanceUID)
    writer.endObject()
  }
}

extension V1 {
  /// Which instance moves, and how the target is chosen.
  public struct VirtualMachineInstanceMigrationSpec: Sendable {
    /// Labels that the target's node must have besides those the instance asks for.
    public var addedNodeSelector: [String: String]?
    /// How urgent the migration is: system-critical, user-triggered or system-maintenance.
    public var priority: String?
    /// Present when the instance comes from elsewhere.
    public var receive: VirtualMachineInstanceMigrationTarget?
    /// Present when the instance goes elsewhere.
    public var sendTo: VirtualMachineInstanceMigrationSource?
    /// Name of the instance, in the same namespace.
    public var vmiName: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationSpec: JSONStructure {
  public static let memberNames: [StaticString] = ["addedNodeSelector", "priority", "receive", "sendTo", "vmiName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("addedNodeSelector", &addedNodeSelector)
      case 1: reader.member("priority", &priority)
      case 2: reader.member("receive", &receive)
      case 3: reader.member("sendTo", &sendTo)
      case 4: reader.member("vmiName", &vmiName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646f4e6465646461:
      if key.equals("addedNodeSelector") { return 0 }
    case 0x797469726f697270:
      if key.count == 8 { return 1 }  // priority
    case 0x65766965636572:
      if key.count == 7 { return 2 }  // receive
    case 0x6f54646e6573:
      if key.count == 6 { return 3 }  // sendTo
    case 0x656d614e696d76:
      if key.count == 7 { return 4 }  // vmiName
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("addedNodeSelector", addedNodeSelector ?? [:])
    writer.memberUnlessEmpty("priority", priority)
    writer.memberUnlessEmpty("receive", receive)
    writer.memberUnlessEmpty("sendTo", sendTo)
    writer.memberUnlessEmpty("vmiName", vmiName)
    writer.endObject()
  }
}

extension V1 {
  /// A migration as the instance's status shows it.
  public struct VirtualMachineInstanceMigrationState: Sendable {
    /// True when the migration is to be aborted.
    public var abortRequested: Bool = false
    /// How far aborting is.
    public var abortStatus: String = ""
    /// True when the migration has ended, well or not.
    public var completed: Bool = false
    /// When the migration ended.
    public var endTimestamp: Timestamp?
    /// True when the migration failed.
    public var failed: Bool = false
    /// Why the migration failed, for people.
    public var failureReason: String = ""
    /// Settings that the migration uses.
    @Boxed public var migrationConfiguration: MigrationConfiguration?
    /// Whether the data go over the pod network or a migration network.
    public var migrationNetworkType: String = ""
    /// Migration policy whose settings apply.
    public var migrationPolicyName: String?
    /// UID of the migration object.
    public var migrationUid: String = ""
    /// How the memory is copied: PreCopy, PostCopy, or with the guest Paused.
    public var mode: String = ""
    /// Node that the instance leaves.
    public var sourceNode: String = ""
    /// Claim that holds the firmware's and TPM's state at the source.
    public var sourcePersistentStatePVCName: String = ""
    /// Launcher pod that the instance leaves.
    public var sourcePod: String = ""
    /// The source's side.
    @Boxed public var sourceState: VirtualMachineInstanceMigrationSourceState?
    /// When the data began to flow.
    public var startTimestamp: Timestamp?
    /// UID of the helper pod that has the plugged-in volumes at the target.
    public var targetAttachmentPodUID: String = ""
    /// Host CPUs that are dedicated to the guest at the target.
    public var targetCPUSet: [Int] = []
    /// Ports at the target's node, each with the launcher's port that it leads to.
    public var targetDirectMigrationNodePorts: [String: Int]?
    /// Memory that virtualization takes at the target beside the guest's.
    public var targetMemoryOverhead: Quantity?
    /// Node that the instance moves to.
    public var targetNode: String = ""
    /// Address of that node for migration traffic.
    public var targetNodeAddress: String = ""
    /// True when the domain was seen at the target.
    public var targetNodeDomainDetected: Bool = false
    /// When the domain at the target was ready.
    public var targetNodeDomainReadyTimestamp: Timestamp?
    /// Topology of the target's node, as JSON text.
    public var targetNodeTopology: String = ""
    /// Claim that holds the firmware's and TPM's state at the target.
    public var targetPersistentStatePVCName: String = ""
    /// Launcher pod that the instance moves to.
    public var targetPod: String = ""
    /// The target's side.
    @Boxed public var targetState: VirtualMachineInstanceMigrationTargetState?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationState: JSONStructure {
  public static let memberNames: [StaticString] = [
    "abortRequested", "abortStatus", "completed", "endTimestamp", "failed", "failureReason", "migrationConfiguration",
    "migrationNetworkType", "migrationPolicyName", "migrationUid", "mode", "sourceNode", "sourcePersistentStatePVCName",
    "sourcePod", "sourceState", "startTimestamp", "targetAttachmentPodUID", "targetCPUSet",
    "targetDirectMigrationNodePorts", "targetMemoryOverhead", "targetNode", "targetNodeAddress",
    "targetNodeDomainDetected", "targetNodeDomainReadyTimestamp", "targetNodeTopology", "targetPersistentStatePVCName",
    "targetPod", "targetState",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("abortRequested", &abortRequested)
      case 1: reader.member("abortStatus", &abortStatus)
      case 2: reader.member("completed", &completed)
      case 3: reader.member("endTimestamp", &endTimestamp)
      case 4: reader.member("failed", &failed)
      case 5: reader.member("failureReason", &failureReason)
      case 6: reader.member("migrationConfiguration", &migrationConfiguration)
      case 7: reader.member("migrationNetworkType", &migrationNetworkType)
      case 8: reader.member("migrationPolicyName", &migrationPolicyName)
      case 9: reader.member("migrationUid", &migrationUid)
      case 10: reader.member("mode", &mode)
      case 11: reader.member("sourceNode", &sourceNode)
      case 12: reader.member("sourcePersistentStatePVCName", &sourcePersistentStatePVCName)
      case 13: reader.member("sourcePod", &sourcePod)
      case 14: reader.member("sourceState", &sourceState)
      case 15: reader.member("startTimestamp", &startTimestamp)
      case 16: reader.member("targetAttachmentPodUID", &targetAttachmentPodUID)
      case 17: reader.member("targetCPUSet", &targetCPUSet)
      case 18: reader.member("targetDirectMigrationNodePorts", &targetDirectMigrationNodePorts)
      case 19: reader.member("targetMemoryOverhead", &targetMemoryOverhead)
      case 20: reader.member("targetNode", &targetNode)
      case 21: reader.member("targetNodeAddress", &targetNodeAddress)
      case 22: reader.member("targetNodeDomainDetected", &targetNodeDomainDetected)
      case 23: reader.member("targetNodeDomainReadyTimestamp", &targetNodeDomainReadyTimestamp)
      case 24: reader.member("targetNodeTopology", &targetNodeTopology)
      case 25: reader.member("targetPersistentStatePVCName", &targetPersistentStatePVCName)
      case 26: reader.member("targetPod", &targetPod)
      case 27: reader.member("targetState", &targetState)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x71655274726f6261:
      if key.equals("abortRequested") { return 0 }
    case 0x61745374726f6261:
      if key.equals("abortStatus") { return 1 }
    case 0x6574656c706d6f63:
      if key.equals("completed") { return 2 }
    case 0x73656d6954646e65:
      if key.equals("endTimestamp") { return 3 }
    case 0x64656c696166:
      if key.count == 6 { return 4 }  // failed
    case 0x526572756c696166:
      if key.equals("failureReason") { return 5 }
    case 0x6f6974617267696d:
      if key.equals("migrationConfiguration") { return 6 }
      if key.equals("migrationNetworkType") { return 7 }
      if key.equals("migrationPolicyName") { return 8 }
      if key.equals("migrationUid") { return 9 }
    case 0x65646f6d:
      if key.count == 4 { return 10 }  // mode
    case 0x6f4e656372756f73:
      if key.equals("sourceNode") { return 11 }
    case 0x6550656372756f73:
      if key.equals("sourcePersistentStatePVCName") { return 12 }
    case 0x6f50656372756f73:
      if key.equals("sourcePod") { return 13 }
    case 0x7453656372756f73:
      if key.equals("sourceState") { return 14 }
    case 0x6d69547472617473:
      if key.equals("startTimestamp") { return 15 }
    case 0x7441746567726174:
      if key.equals("targetAttachmentPodUID") { return 16 }
    case 0x5043746567726174:
      if key.equals("targetCPUSet") { return 17 }
    case 0x6944746567726174:
      if key.equals("targetDirectMigrationNodePorts") { return 18 }
    case 0x654d746567726174:
      if key.equals("targetMemoryOverhead") { return 19 }
    case 0x6f4e746567726174:
      if key.equals("targetNode") { return 20 }
      if key.equals("targetNodeAddress") { return 21 }
      if key.equals("targetNodeDomainDetected") { return 22 }
      if key.equals("targetNodeDomainReadyTimestamp") { return 23 }
      if key.equals("targetNodeTopology") { return 24 }
    case 0x6550746567726174:
      if key.equals("targetPersistentStatePVCName") { return 25 }
    case 0x6f50746567726174:
      if key.equals("targetPod") { return 26 }
    case 0x7453746567726174:
      if key.equals("targetState") { return 27 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("abortRequested", abortRequested)
    writer.memberUnlessEmpty("abortStatus", abortStatus)
    writer.memberUnlessEmpty("completed", completed)
    writer.memberUnlessEmpty("endTimestamp", endTimestamp)
    writer.memberUnlessEmpty("failed", failed)
    writer.memberUnlessEmpty("failureReason", failureReason)
    writer.memberUnlessEmpty("migrationConfiguration", migrationConfiguration)
    writer.memberUnlessEmpty("migrationNetworkType", migrationNetworkType)
    writer.memberUnlessEmpty("migrationPolicyName", migrationPolicyName)
    writer.memberUnlessEmpty("migrationUid", migrationUid)
    writer.memberUnlessEmpty("mode", mode)
    writer.memberUnlessEmpty("sourceNode", sourceNode)
    writer.memberUnlessEmpty("sourcePersistentStatePVCName", sourcePersistentStatePVCName)
    writer.memberUnlessEmpty("sourcePod", sourcePod)
    writer.memberUnlessEmpty("sourceState", sourceState)
    writer.memberUnlessEmpty("startTimestamp", startTimestamp)
    writer.memberUnlessEmpty("targetAttachmentPodUID", targetAttachmentPodUID)
    writer.memberUnlessEmpty("targetCPUSet", targetCPUSet)
    writer.memberUnlessEmpty("targetDirectMigrationNodePorts", targetDirectMigrationNodePorts ?? [:])
    writer.memberUnlessEmpty("targetMemoryOverhead", targetMemoryOverhead)
    writer.memberUnlessEmpty("targetNode", targetNode)
    writer.memberUnlessEmpty("targetNodeAddress", targetNodeAddress)
    writer.memberUnlessEmpty("targetNodeDomainDetected", targetNodeDomainDetected)
    writer.memberUnlessEmpty("targetNodeDomainReadyTimestamp", targetNodeDomainReadyTimestamp)
    writer.memberUnlessEmpty("targetNodeTopology", targetNodeTopology)
    writer.memberUnlessEmpty("targetPersistentStatePVCName", targetPersistentStatePVCName)
    writer.memberUnlessEmpty("targetPod", targetPod)
    writer.memberUnlessEmpty("targetState", targetState)
    writer.endObject()
  }
}

extension V1 {
  /// How far a migration is.
  public struct VirtualMachineInstanceMigrationStatus: Sendable {
    /// Aspects of the migration's state.
    public var conditions: [VirtualMachineInstanceMigrationCondition] = []
    /// The migration in detail, kept when it has ended.
    @Boxed public var migrationState: VirtualMachineInstanceMigrationState?
    /// How far the migration is, in one word.
    public var phase: String = ""
    /// When each phase was reached.
    public var phaseTransitionTimestamps: [VirtualMachineInstanceMigrationPhaseTransitionTimestamp] = []
    /// Addresses of the synchronization controller for migrations from elsewhere.
    public var synchronizationAddresses: [String] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "conditions", "migrationState", "phase", "phaseTransitionTimestamps", "synchronizationAddresses",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("migrationState", &migrationState)
      case 2: reader.member("phase", &phase)
      case 3: reader.member("phaseTransitionTimestamps", &phaseTransitionTimestamps)
      case 4: reader.member("synchronizationAddresses", &synchronizationAddresses)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x6f6974617267696d:
      if key.equals("migrationState") { return 1 }
    case 0x6573616870:
      if key.count == 5 { return 2 }  // phase
    case 0x6172546573616870:
      if key.equals("phaseTransitionTimestamps") { return 3 }
    case 0x6e6f7268636e7973:
      if key.equals("synchronizationAddresses") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("migrationState", migrationState)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("phaseTransitionTimestamps", phaseTransitionTimestamps)
    writer.memberUnlessEmpty("synchronizationAddresses", synchronizationAddresses)
    writer.endObject()
  }
}

extension V1 {
  /// Where an instance comes from, when source and target are controlled apart.
  public struct VirtualMachineInstanceMigrationTarget: Sendable {
    /// Name that both ends use for the migration.
    public var migrationID: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationTarget: JSONStructure {
  public static let memberNames: [StaticString] = ["migrationID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("migrationID", &migrationID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f6974617267696d:
      if key.equals("migrationID") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("migrationID", migrationID)
    writer.endObject()
  }
}

extension V1 {
  /// The target's side of a migration.
  public struct VirtualMachineInstanceMigrationTargetState: Sendable {
    /// UID of the helper pod that has the plugged-in volumes.
    public var attachmentPodUID: String?
    /// Host CPUs that are dedicated to the guest.
    public var cpuSet: [Int] = []
    /// Ports at the node, each with the launcher's port that it leads to.
    public var directMigrationNodePorts: [String: Int]?
    /// True when the domain was seen.
    public var domainDetected: Bool = false
    /// Name of the domain in libvirt.
    public var domainName: String?
    /// Namespace of the instance.
    public var domainNamespace: String?
    /// When the domain was ready.
    public var domainReadyTimestamp: Timestamp?
    /// UID of the migration object at the target.
    public var migrationUID: String = ""
    /// Node that the instance moves to.
    public var node: String = ""
    /// Address of that node for migration traffic.
    public var nodeAddress: String?
    /// Topology of that node, as JSON text.
    public var nodeTopology: String?
    /// Claim that holds the firmware's and TPM's state.
    public var persistentStatePVCName: String?
    /// Launcher pod that the instance moves to.
    public var pod: String = ""
    /// SELinux context of that pod.
    public var selinuxContext: String = ""
    /// Address where the target synchronizes state.
    public var syncAddress: String?
    /// UID of the instance at the target.
    public var virtualMachineInstanceUID: String?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceMigrationTargetState: JSONStructure {
  public static let memberNames: [StaticString] = [
    "attachmentPodUID", "cpuSet", "directMigrationNodePorts", "domainDetected", "domainName", "domainNamespace",
    "domainReadyTimestamp", "migrationUID", "node", "nodeAddress", "nodeTopology", "persistentStatePVCName", "pod",
    "selinuxContext", "syncAddress", "virtualMachineInstanceUID",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("attachmentPodUID", &attachmentPodUID)
      case 1: reader.member("cpuSet", &cpuSet)
      case 2: reader.member("directMigrationNodePorts", &directMigrationNodePorts)
      case 3: reader.member("domainDetected", &domainDetected)
      case 4: reader.member("domainName", &domainName)
      case 5: reader.member("domainNamespace", &domainNamespace)
      case 6: reader.member("domainReadyTimestamp", &domainReadyTimestamp)
      case 7: reader.member("migrationUID", &migrationUID)
      case 8: reader.member("node", &node)
      case 9: reader.member("nodeAddress", &nodeAddress)
      case 10: reader.member("nodeTopology", &nodeTopology)
      case 11: reader.member("persistentStatePVCName", &persistentStatePVCName)
      case 12: reader.member("pod", &pod)
      case 13: reader.member("selinuxContext", &selinuxContext)
      case 14: reader.member("syncAddress", &syncAddress)
      case 15: reader.member("virtualMachineInstanceUID", &virtualMachineInstanceUID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d686361747461:
      if key.equals("attachmentPodUID") { return 0 }
    case 0x746553757063:
      if key.count == 6 { return 1 }  // cpuSet
    case 0x694d746365726964:
      if key.equals("directMigrationNodePorts") { return 2 }
    case 0x65446e69616d6f64:
      if key.equals("domainDetected") { return 3 }
    case 0x614e6e69616d6f64:
      if key.equals("domainName") { return 4 }
      if key.equals("domainNamespace") { return 5 }
    case 0x65526e69616d6f64:
      if key.equals("domainReadyTimestamp") { return 6 }
    case 0x6f6974617267696d:
      if key.equals("migrationUID") { return 7 }
    case 0x65646f6e:
      if key.count == 4 { return 8 }  // node
    case 0x7264644165646f6e:
      if key.equals("nodeAddress") { return 9 }
    case 0x6f706f5465646f6e:
      if key.equals("nodeTopology") { return 10 }
    case 0x6574736973726570:
      if key.equals("persistentStatePVCName") { return 11 }
    case 0x646f70:
      if key.count == 3 { return 12 }  // pod
    case 0x4378756e696c6573:
      if key.equals("selinuxContext") { return 13 }
    case 0x72646441636e7973:
      if key.equals("syncAddress") { return 14 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineInstanceUID") { return 15 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("attachmentPodUID", attachmentPodUID)
    writer.memberUnlessEmpty("cpuSet", cpuSet)
    writer.memberUnlessEmpty("directMigrationNodePorts", directMigrationNodePorts ?? [:])
    writer.memberUnlessEmpty("domainDetected", domainDetected)
    writer.memberUnlessEmpty("domainName", domainName)
    writer.memberUnlessEmpty("domainNamespace", domainNamespace)
    writer.memberUnlessEmpty("domainReadyTimestamp", domainReadyTimestamp)
    writer.memberUnlessEmpty("migrationUID", migrationUID)
    writer.memberUnlessEmpty("node", node)
    writer.memberUnlessEmpty("nodeAddress", nodeAddress)
    writer.memberUnlessEmpty("nodeTopology", nodeTopology)
    writer.memberUnlessEmpty("persistentStatePVCName", persistentStatePVCName)
    writer.memberUnlessEmpty("pod", pod)
    writer.memberUnlessEmpty("selinuxContext", selinuxContext)
    writer.memberUnlessEmpty("syncAddress", syncAddress)
    writer.memberUnlessEmpty("virtualMachineInstanceUID", virtualMachineInstanceUID)
    writer.endObject()
  }
}
