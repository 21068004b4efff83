// Made from openapi/v1/virtual-machine.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Names the stored copy of an instance type or preference.
  public struct ControllerRevisionRef: Sendable {
    /// Name of the ControllerRevision that holds the copy.
    public var name: String = ""

    public init() {}
  }
}

extension V1.ControllerRevisionRef: JSONStructure {
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

extension V1 {
  /// Takes the status that a copied data volume may carry, and ignores it.
  public struct DataVolumeTemplateDummyStatus: Sendable {

    public init() {}
  }
}

extension V1.DataVolumeTemplateDummyStatus: JSONStructure {
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

extension V1 {
  /// A data volume that is made with the machine and belongs to it.
  public struct DataVolumeTemplateSpec: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels and annotations of the data volume to make.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the data volume is filled with and how it is stored.
    public var spec: CDI.DataVolumeSpec = CDI.DataVolumeSpec()
    /// Accepted so that whole data volumes can be pasted, and ignored.
    public var status: DataVolumeTemplateDummyStatus?

    public init() {}
  }
}

extension V1.DataVolumeTemplateSpec: JSONStructure {
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
    writer.member("metadata", metadata)
    writer.member("spec", spec)
    writer.memberUnlessEmpty("status", status)
    writer.endObject()
  }
}

extension V1 {
  /// Names the instance type that sets the size of the machine.
  public struct InstancetypeMatcher: Sendable {
    /// Name of the volume whose labels or annotations name the instance type, instead of `name`.
    public var inferFromVolume: String = ""
    /// Whether a volume that names no instance type is an error (Reject, the default) or means none (Ignore).
    public var inferFromVolumeFailurePolicy: String?
    /// Kind of the instance type: VirtualMachineInstancetype, or VirtualMachineClusterInstancetype when empty.
    public var kind: String = ""
    /// Name of the instance type.
    public var name: String = ""
    /// Name of the ControllerRevision whose copy of the instance type is used, so that later changes of it don't
    /// matter.
    public var revisionName: String = ""

    public init() {}
  }
}

extension V1.InstancetypeMatcher: JSONStructure {
  public static let memberNames: [StaticString] = [
    "inferFromVolume", "inferFromVolumeFailurePolicy", "kind", "name", "revisionName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("inferFromVolume", &inferFromVolume)
      case 1: reader.member("inferFromVolumeFailurePolicy", &inferFromVolumeFailurePolicy)
      case 2: reader.member("kind", &kind)
      case 3: reader.member("name", &name)
      case 4: reader.member("revisionName", &revisionName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f72467265666e69:
      if key.equals("inferFromVolume") { return 0 }
      if key.equals("inferFromVolumeFailurePolicy") { return 1 }
    case 0x646e696b:
      if key.count == 4 { return 2 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x6e6f697369766572:
      if key.equals("revisionName") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("inferFromVolume", inferFromVolume)
    writer.memberUnlessEmpty("inferFromVolumeFailurePolicy", inferFromVolumeFailurePolicy)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("revisionName", revisionName)
    writer.endObject()
  }
}

extension V1 {
  /// The instance type or preference that is in force.
  public struct InstancetypeStatusRef: Sendable {
    /// The stored copy that is in force.
    public var controllerRevisionRef: ControllerRevisionRef?
    /// Name of the volume from which the name was found.
    public var inferFromVolume: String = ""
    /// What was to happen if the volume named nothing.
    public var inferFromVolumeFailurePolicy: String?
    /// Kind of the object in force, for the namespace or for the cluster.
    public var kind: String = ""
    /// Name of the object in force.
    public var name: String = ""

    public init() {}
  }
}

extension V1.InstancetypeStatusRef: JSONStructure {
  public static let memberNames: [StaticString] = [
    "controllerRevisionRef", "inferFromVolume", "inferFromVolumeFailurePolicy", "kind", "name",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("controllerRevisionRef", &controllerRevisionRef)
      case 1: reader.member("inferFromVolume", &inferFromVolume)
      case 2: reader.member("inferFromVolumeFailurePolicy", &inferFromVolumeFailurePolicy)
      case 3: reader.member("kind", &kind)
      case 4: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c6c6f72746e6f63:
      if key.equals("controllerRevisionRef") { return 0 }
    case 0x6f72467265666e69:
      if key.equals("inferFromVolume") { return 1 }
      if key.equals("inferFromVolumeFailurePolicy") { return 2 }
    case 0x646e696b:
      if key.count == 4 { return 3 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 4 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("controllerRevisionRef", controllerRevisionRef)
    writer.memberUnlessEmpty("inferFromVolume", inferFromVolume)
    writer.memberUnlessEmpty("inferFromVolumeFailurePolicy", inferFromVolumeFailurePolicy)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("name", name)
    writer.endObject()
  }
}

extension V1 {
  /// Names the preference that fills in what the machine leaves open.
  public struct PreferenceMatcher: Sendable {
    /// Name of the volume whose labels or annotations name the preference, instead of `name`.
    public var inferFromVolume: String = ""
    /// Whether a volume that names no preference is an error (Reject, the default) or means none (Ignore).
    public var inferFromVolumeFailurePolicy: String?
    /// Kind of the preference: VirtualMachinePreference, or VirtualMachineClusterPreference when empty.
    public var kind: String = ""
    /// Name of the preference.
    public var name: String = ""
    /// Name of the ControllerRevision whose copy of the preference is used, so that later changes of it don't matter.
    public var revisionName: String = ""

    public init() {}
  }
}

extension V1.PreferenceMatcher: JSONStructure {
  public static let memberNames: [StaticString] = [
    "inferFromVolume", "inferFromVolumeFailurePolicy", "kind", "name", "revisionName",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("inferFromVolume", &inferFromVolume)
      case 1: reader.member("inferFromVolumeFailurePolicy", &inferFromVolumeFailurePolicy)
      case 2: reader.member("kind", &kind)
      case 3: reader.member("name", &name)
      case 4: reader.member("revisionName", &revisionName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f72467265666e69:
      if key.equals("inferFromVolume") { return 0 }
      if key.equals("inferFromVolumeFailurePolicy") { return 1 }
    case 0x646e696b:
      if key.count == 4 { return 2 }  // kind
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x6e6f697369766572:
      if key.equals("revisionName") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("inferFromVolume", inferFromVolume)
    writer.memberUnlessEmpty("inferFromVolumeFailurePolicy", inferFromVolumeFailurePolicy)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("revisionName", revisionName)
    writer.endObject()
  }
}

extension V1 {
  /// A volume whose data move to another claim.
  public struct StorageMigratedVolumeInfo: Sendable {
    /// The claim that the data move to.
    @Boxed public var destinationPVCInfo: PersistentVolumeClaimInfo?
    /// The claim that the data move from.
    @Boxed public var sourcePVCInfo: PersistentVolumeClaimInfo?
    /// Name of the volume.
    public var volumeName: String = ""

    public init() {}
  }
}

extension V1.StorageMigratedVolumeInfo: JSONStructure {
  public static let memberNames: [StaticString] = ["destinationPVCInfo", "sourcePVCInfo", "volumeName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("destinationPVCInfo", &destinationPVCInfo)
      case 1: reader.member("sourcePVCInfo", &sourcePVCInfo)
      case 2: reader.member("volumeName", &volumeName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74616e6974736564:
      if key.equals("destinationPVCInfo") { return 0 }
    case 0x5650656372756f73:
      if key.equals("sourcePVCInfo") { return 1 }
    case 0x614e656d756c6f76:
      if key.equals("volumeName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("destinationPVCInfo", destinationPVCInfo)
    writer.memberUnlessEmpty("sourcePVCInfo", sourcePVCInfo)
    writer.member("volumeName", volumeName)
    writer.endObject()
  }
}

extension V1 {
  /// A virtual machine that persists, running or not, and from which instances are started.
  public struct VirtualMachine: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels, annotations and owner of the machine.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the machine is made of and when it should run.
    public var spec: VirtualMachineSpec = VirtualMachineSpec()
    /// What was last observed of the machine.
    public var status: VirtualMachineStatus = VirtualMachineStatus()

    public init() {}
  }
}

extension V1.VirtualMachine: JSONStructure {
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
  /// One aspect of the machine's state.
  public struct VirtualMachineCondition: Sendable {
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
    /// Which condition this is, such as Ready, Paused or RestartRequired.
    public var type: String = ""

    public init() {}
  }
}

extension V1.VirtualMachineCondition: JSONStructure {
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
  /// A list of virtual machines.
  public struct VirtualMachineList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachine] = []

    public init() {}
  }
}

extension V1.VirtualMachineList: JSONStructure {
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
  /// A request to save the guest's memory to a claim, and how far it is.
  public struct VirtualMachineMemoryDumpRequest: Sendable {
    /// Name of the claim that takes the dump.
    public var claimName: String = ""
    /// When the dump was complete.
    public var endTimestamp: Timestamp?
    /// Name of the dump's file in the claim.
    public var fileName: String?
    /// Why the dump failed.
    public var message: String = ""
    /// How far the dump is.
    public var phase: String = ""
    /// True when the claim is to be taken off the machine again.
    public var remove: Bool = false
    /// When the dump began.
    public var startTimestamp: Timestamp?

    public init() {}
  }
}

extension V1.VirtualMachineMemoryDumpRequest: JSONStructure {
  public static let memberNames: [StaticString] = [
    "claimName", "endTimestamp", "fileName", "message", "phase", "remove", "startTimestamp",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claimName", &claimName)
      case 1: reader.member("endTimestamp", &endTimestamp)
      case 2: reader.member("fileName", &fileName)
      case 3: reader.member("message", &message)
      case 4: reader.member("phase", &phase)
      case 5: reader.member("remove", &remove)
      case 6: reader.member("startTimestamp", &startTimestamp)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d614e6d69616c63:
      if key.equals("claimName") { return 0 }
    case 0x73656d6954646e65:
      if key.equals("endTimestamp") { return 1 }
    case 0x656d614e656c6966:
      if key.count == 8 { return 2 }  // fileName
    case 0x6567617373656d:
      if key.count == 7 { return 3 }  // message
    case 0x6573616870:
      if key.count == 5 { return 4 }  // phase
    case 0x65766f6d6572:
      if key.count == 6 { return 5 }  // remove
    case 0x6d69547472617473:
      if key.equals("startTimestamp") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("claimName", claimName)
    writer.memberUnlessEmpty("endTimestamp", endTimestamp)
    writer.memberUnlessEmpty("fileName", fileName)
    writer.memberUnlessEmpty("message", message)
    writer.member("phase", phase)
    writer.memberUnlessEmpty("remove", remove)
    writer.memberUnlessEmpty("startTimestamp", startTimestamp)
    writer.endObject()
  }
}

extension V1 {
  /// Cluster-wide switches for all machines.
  public struct VirtualMachineOptions: Sendable {
    /// When present, guests do not report free memory pages to their hosts.
    public var disableFreePageReporting: DisableFreePageReporting?
    /// When present, the serial console is not logged unless an instance asks for it.
    public var disableSerialConsoleLog: DisableSerialConsoleLog?

    public init() {}
  }
}

extension V1.VirtualMachineOptions: JSONStructure {
  public static let memberNames: [StaticString] = ["disableFreePageReporting", "disableSerialConsoleLog"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("disableFreePageReporting", &disableFreePageReporting)
      case 1: reader.member("disableSerialConsoleLog", &disableSerialConsoleLog)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x46656c6261736964:
      if key.equals("disableFreePageReporting") { return 0 }
    case 0x53656c6261736964:
      if key.equals("disableSerialConsoleLog") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("disableFreePageReporting", disableFreePageReporting)
    writer.memberUnlessEmpty("disableSerialConsoleLog", disableSerialConsoleLog)
    writer.endObject()
  }
}

extension V1 {
  /// What a machine is made of and when it should run.
  public struct VirtualMachineSpec: Sendable {
    /// Data volumes that are made with the machine and deleted with it.
    public var dataVolumeTemplates: [DataVolumeTemplateSpec] = []
    /// The instance type that sets CPU and memory.
    @Boxed public var instancetype: InstancetypeMatcher?
    /// The preference that fills in what the machine leaves open.
    @Boxed public var preference: PreferenceMatcher?
    /// When the machine should run: Always, Halted, Manual, RerunOnFailure, Once or WaitAsReceiver; not together with
    /// `running`.
    public var runStrategy: String?
    /// Whether the machine should run; the old form of `runStrategy` Always and Halted.
    public var running: Bool?
    /// The instance that is started.
    @Boxed public var template: VirtualMachineInstanceTemplateSpec?
    /// How changed volumes of a running machine take effect: by moving the data (Migration) or at the next start
    /// (Replacement).
    public var updateVolumesStrategy: String?

    public init() {}
  }
}

extension V1.VirtualMachineSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "dataVolumeTemplates", "instancetype", "preference", "runStrategy", "running", "template", "updateVolumesStrategy",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("dataVolumeTemplates", &dataVolumeTemplates)
      case 1: reader.member("instancetype", &instancetype)
      case 2: reader.member("preference", &preference)
      case 3: reader.member("runStrategy", &runStrategy)
      case 4: reader.member("running", &running)
      case 5: reader.member("template", &template)
      case 6: reader.member("updateVolumesStrategy", &updateVolumesStrategy)
      default: reader.unknownMember(key)
      }
    }
    reader.require(5, members, "template")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x756c6f5661746164:
      if key.equals("dataVolumeTemplates") { return 0 }
    case 0x65636e6174736e69:
      if key.equals("instancetype") { return 1 }
    case 0x6e65726566657270:
      if key.equals("preference") { return 2 }
    case 0x74617274536e7572:
      if key.equals("runStrategy") { return 3 }
    case 0x676e696e6e7572:
      if key.count == 7 { return 4 }  // running
    case 0x6574616c706d6574:
      if key.count == 8 { return 5 }  // template
    case 0x6f56657461647075:
      if key.equals("updateVolumesStrategy") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("dataVolumeTemplates", dataVolumeTemplates)
    writer.memberUnlessEmpty("instancetype", instancetype)
    writer.memberUnlessEmpty("preference", preference)
    writer.memberUnlessEmpty("runStrategy", runStrategy)
    writer.memberUnlessEmpty("running", running)
    writer.memberUnlessEmpty("template", template)
    writer.memberUnlessEmpty("updateVolumesStrategy", updateVolumesStrategy)
    writer.endObject()
  }
}

extension V1 {
  /// How often starting failed in a row, and when it is tried again.
  public struct VirtualMachineStartFailure: Sendable {
    /// Number of failed starts in a row.
    public var consecutiveFailCount: Int = 0
    /// UID of the instance that failed last.
    public var lastFailedVMIUID: String = ""
    /// When the next start is tried.
    public var retryAfterTimestamp: Timestamp?

    public init() {}
  }
}

extension V1.VirtualMachineStartFailure: JSONStructure {
  public static let memberNames: [StaticString] = ["consecutiveFailCount", "lastFailedVMIUID", "retryAfterTimestamp"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("consecutiveFailCount", &consecutiveFailCount)
      case 1: reader.member("lastFailedVMIUID", &lastFailedVMIUID)
      case 2: reader.member("retryAfterTimestamp", &retryAfterTimestamp)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74756365736e6f63:
      if key.equals("consecutiveFailCount") { return 0 }
    case 0x6c6961467473616c:
      if key.equals("lastFailedVMIUID") { return 1 }
    case 0x7466417972746572:
      if key.equals("retryAfterTimestamp") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("consecutiveFailCount", consecutiveFailCount)
    writer.memberUnlessEmpty("lastFailedVMIUID", lastFailedVMIUID)
    writer.memberUnlessEmpty("retryAfterTimestamp", retryAfterTimestamp)
    writer.endObject()
  }
}

extension V1 {
  /// A start or stop that was asked for and is still to be done.
  public struct VirtualMachineStateChangeRequest: Sendable {
    /// What is to be done: Start or Stop.
    public var action: String = ""
    /// Parameters of the action, such as `paused`.
    public var data: [String: String]?
    /// UID of the instance to stop.
    public var uid: String?

    public init() {}
  }
}

extension V1.VirtualMachineStateChangeRequest: JSONStructure {
  public static let memberNames: [StaticString] = ["action", "data", "uid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("action", &action)
      case 1: reader.member("data", &data)
      case 2: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f69746361:
      if key.count == 6 { return 0 }  // action
    case 0x61746164:
      if key.count == 4 { return 1 }  // data
    case 0x646975:
      if key.count == 3 { return 2 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("action", action)
    writer.memberUnlessEmpty("data", data ?? [:])
    writer.memberUnlessEmpty("uid", uid)
    writer.endObject()
  }
}

extension V1 {
  /// What was last observed of a machine.
  public struct VirtualMachineStatus: Sendable {
    /// State of the tracking of changed blocks, which incremental backups need.
    public var changedBlockTracking: ChangedBlockTrackingStatus?
    /// Aspects of the machine's state.
    public var conditions: [VirtualMachineCondition] = []
    /// True when an instance of the machine exists.
    public var created: Bool = false
    /// Generation of the specification that should be in force.
    public var desiredGeneration: Int64 = 0
    /// The instance type in force.
    @Boxed public var instancetypeRef: InstancetypeStatusRef?
    /// The memory dump that was asked for.
    @Boxed public var memoryDumpRequest: VirtualMachineMemoryDumpRequest?
    /// Generation of the specification that the running instance was started from.
    public var observedGeneration: Int64 = 0
    /// The preference in force.
    @Boxed public var preferenceRef: InstancetypeStatusRef?
    /// State of the machine in one word, as `kubectl get` shows it.
    public var printableStatus: String = ""
    /// True when the instance runs and its readiness probe succeeds.
    public var ready: Bool = false
    /// Name of the restore that is under way.
    public var restoreInProgress: String?
    /// The run strategy in force.
    public var runStrategy: String = ""
    /// Name of the snapshot that is under way.
    public var snapshotInProgress: String?
    /// Failed starts in a row; absent after a good start.
    @Boxed public var startFailure: VirtualMachineStartFailure?
    /// Starts and stops that are still to be done.
    public var stateChangeRequests: [VirtualMachineStateChangeRequest] = []
    /// Volumes that are still to be plugged in or out.
    public var volumeRequests: [VirtualMachineVolumeRequest] = []
    /// For each volume, whether a snapshot of the machine can include it.
    public var volumeSnapshotStatuses: [VolumeSnapshotStatus] = []
    /// Progress of changed volumes.
    public var volumeUpdateState: VolumeUpdateState?

    public init() {}
  }
}

extension V1.VirtualMachineStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "changedBlockTracking", "conditions", "created", "desiredGeneration", "instancetypeRef", "memoryDumpRequest",
    "observedGeneration", "preferenceRef", "printableStatus", "ready", "restoreInProgress", "runStrategy",
    "snapshotInProgress", "startFailure", "stateChangeRequests", "volumeRequests", "volumeSnapshotStatuses",
    "volumeUpdateState",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("changedBlockTracking", &changedBlockTracking)
      case 1: reader.member("conditions", &conditions)
      case 2: reader.member("created", &created)
      case 3: reader.member("desiredGeneration", &desiredGeneration)
      case 4: reader.member("instancetypeRef", &instancetypeRef)
      case 5: reader.member("memoryDumpRequest", &memoryDumpRequest)
      case 6: reader.member("observedGeneration", &observedGeneration)
      case 7: reader.member("preferenceRef", &preferenceRef)
      case 8: reader.member("printableStatus", &printableStatus)
      case 9: reader.member("ready", &ready)
      case 10: reader.member("restoreInProgress", &restoreInProgress)
      case 11: reader.member("runStrategy", &runStrategy)
      case 12: reader.member("snapshotInProgress", &snapshotInProgress)
      case 13: reader.member("startFailure", &startFailure)
      case 14: reader.member("stateChangeRequests", &stateChangeRequests)
      case 15: reader.member("volumeRequests", &volumeRequests)
      case 16: reader.member("volumeSnapshotStatuses", &volumeSnapshotStatuses)
      case 17: reader.member("volumeUpdateState", &volumeUpdateState)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x426465676e616863:
      if key.equals("changedBlockTracking") { return 0 }
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 1 }
    case 0x64657461657263:
      if key.count == 7 { return 2 }  // created
    case 0x4764657269736564:
      if key.equals("desiredGeneration") { return 3 }
    case 0x65636e6174736e69:
      if key.equals("instancetypeRef") { return 4 }
    case 0x754479726f6d656d:
      if key.equals("memoryDumpRequest") { return 5 }
    case 0x646576726573626f:
      if key.equals("observedGeneration") { return 6 }
    case 0x6e65726566657270:
      if key.equals("preferenceRef") { return 7 }
    case 0x6c6261746e697270:
      if key.equals("printableStatus") { return 8 }
    case 0x7964616572:
      if key.count == 5 { return 9 }  // ready
    case 0x4965726f74736572:
      if key.equals("restoreInProgress") { return 10 }
    case 0x74617274536e7572:
      if key.equals("runStrategy") { return 11 }
    case 0x746f687370616e73:
      if key.equals("snapshotInProgress") { return 12 }
    case 0x6961467472617473:
      if key.equals("startFailure") { return 13 }
    case 0x6168436574617473:
      if key.equals("stateChangeRequests") { return 14 }
    case 0x6552656d756c6f76:
      if key.equals("volumeRequests") { return 15 }
    case 0x6e53656d756c6f76:
      if key.equals("volumeSnapshotStatuses") { return 16 }
    case 0x7055656d756c6f76:
      if key.equals("volumeUpdateState") { return 17 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("changedBlockTracking", changedBlockTracking)
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("created", created)
    writer.memberUnlessEmpty("desiredGeneration", desiredGeneration)
    writer.memberUnlessEmpty("instancetypeRef", instancetypeRef)
    writer.memberUnlessEmpty("memoryDumpRequest", memoryDumpRequest)
    writer.memberUnlessEmpty("observedGeneration", observedGeneration)
    writer.memberUnlessEmpty("preferenceRef", preferenceRef)
    writer.memberUnlessEmpty("printableStatus", printableStatus)
    writer.memberUnlessEmpty("ready", ready)
    writer.memberUnlessEmpty("restoreInProgress", restoreInProgress)
    writer.memberUnlessEmpty("runStrategy", runStrategy)
    writer.memberUnlessEmpty("snapshotInProgress", snapshotInProgress)
    writer.memberUnlessEmpty("startFailure", startFailure)
    writer.memberUnlessEmpty("stateChangeRequests", stateChangeRequests)
    writer.memberUnlessEmpty("volumeRequests", volumeRequests)
    writer.memberUnlessEmpty("volumeSnapshotStatuses", volumeSnapshotStatuses)
    writer.memberUnlessEmpty("volumeUpdateState", volumeUpdateState)
    writer.endObject()
  }
}

extension V1 {
  /// A volume to plug in or out; exactly one member is set.
  public struct VirtualMachineVolumeRequest: Sendable {
    /// The volume and disk to plug in.
    @Boxed public var addVolumeOptions: AddVolumeOptions?
    /// The volume to unplug.
    public var removeVolumeOptions: RemoveVolumeOptions?

    public init() {}
  }
}

extension V1.VirtualMachineVolumeRequest: JSONStructure {
  public static let memberNames: [StaticString] = ["addVolumeOptions", "removeVolumeOptions"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("addVolumeOptions", &addVolumeOptions)
      case 1: reader.member("removeVolumeOptions", &removeVolumeOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6d756c6f56646461:
      if key.equals("addVolumeOptions") { return 0 }
    case 0x6f5665766f6d6572:
      if key.equals("removeVolumeOptions") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("addVolumeOptions", addVolumeOptions)
    writer.memberUnlessEmpty("removeVolumeOptions", removeVolumeOptions)
    writer.endObject()
  }
}

extension V1 {
  /// The volumes that move to other claims.
  public struct VolumeMigrationState: Sendable {
    /// The volumes and their claims, old and new.
    public var migratedVolumes: [StorageMigratedVolumeInfo] = []

    public init() {}
  }
}

extension V1.VolumeMigrationState: JSONStructure {
  public static let memberNames: [StaticString] = ["migratedVolumes"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("migratedVolumes", &migratedVolumes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574617267696d:
      if key.equals("migratedVolumes") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("migratedVolumes", migratedVolumes)
    writer.endObject()
  }
}

extension V1 {
  /// Progress of changed volumes.
  public struct VolumeUpdateState: Sendable {
    /// The move of data to other claims.
    public var volumeMigrationState: VolumeMigrationState?

    public init() {}
  }
}

extension V1.VolumeUpdateState: JSONStructure {
  public static let memberNames: [StaticString] = ["volumeMigrationState"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("volumeMigrationState", &volumeMigrationState)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x694d656d756c6f76:
      if key.equals("volumeMigrationState") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("volumeMigrationState", volumeMigrationState)
    writer.endObject()
  }
}
