// Made from openapi/v1alpha2/instance.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1alpha2 {
  /// A virtual machine that runs once, from its creation to its end.
  public struct VirtualMachineInstance: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Name, labels, annotations and owner of the instance.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the instance is made of.
    public var spec: VirtualMachineInstanceSpec = VirtualMachineInstanceSpec()
    /// What was last observed of the instance.
    public var status: VirtualMachineInstanceStatus = VirtualMachineInstanceStatus()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstance: JSONStructure {
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

extension V1alpha2 {
  /// One aspect of the instance's state.
  public struct VirtualMachineInstanceCondition: Sendable {
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
    /// Which condition this is: Ready or Synchronized.
    public var type: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceCondition: JSONStructure {
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

extension V1alpha2 {
  /// A list of instances.
  public struct VirtualMachineInstanceList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// Version of the list and where the next part of it begins.
    public var metadata: ListMeta = ListMeta()
    /// The objects of the list.
    public var items: [VirtualMachineInstance] = []

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceList: JSONStructure {
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

extension V1alpha2 {
  /// A network interface of the running guest.
  public struct VirtualMachineInstanceNetworkInterface: Sendable {
    /// Address of the interface.
    public var ipAddress: String = ""
    /// MAC address.
    public var mac: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceNetworkInterface: JSONStructure {
  public static let memberNames: [StaticString] = ["ipAddress", "mac"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ipAddress", &ipAddress)
      case 1: reader.member("mac", &mac)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7365726464417069:
      if key.equals("ipAddress") { return 0 }
    case 0x63616d:
      if key.count == 3 { return 1 }  // mac
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ipAddress", ipAddress)
    writer.memberUnlessEmpty("mac", mac)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// What an instance is made of and where it may run.
  public struct VirtualMachineInstanceSpec: Sendable {
    /// Rules about nodes and neighbouring pods for the scheduler.
    @Boxed public var affinity: Affinity?
    /// The virtual hardware.
    public var domain: DomainSpec = DomainSpec()
    /// Host name of the guest, a DNS label; the instance's name when empty.
    public var hostname: String = ""
    /// Networks that the interfaces of `domain.devices` attach to, by name.
    public var networks: [Network] = []
    /// Labels that a node must have.
    public var nodeSelector: [String: String]?
    /// Subdomain of the host name, matching a headless service that gives the guest a DNS name.
    public var subdomain: String = ""
    /// Seconds that the guest has to shut down before it is stopped by force.
    public var terminationGracePeriodSeconds: Int64?
    /// Taints of nodes that the pod tolerates.
    public var tolerations: [Toleration] = []
    /// Volumes that the disks and file systems of `domain.devices` use, by name.
    public var volumes: [Volume] = []

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "affinity", "domain", "hostname", "networks", "nodeSelector", "subdomain", "terminationGracePeriodSeconds",
    "tolerations", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("affinity", &affinity)
      case 1: reader.member("domain", &domain)
      case 2: reader.member("hostname", &hostname)
      case 3: reader.member("networks", &networks)
      case 4: reader.member("nodeSelector", &nodeSelector)
      case 5: reader.member("subdomain", &subdomain)
      case 6: reader.member("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
      case 7: reader.member("tolerations", &tolerations)
      case 8: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
    reader.require(1, members, "domain")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7974696e69666661:
      if key.count == 8 { return 0 }  // affinity
    case 0x6e69616d6f64:
      if key.count == 6 { return 1 }  // domain
    case 0x656d616e74736f68:
      if key.count == 8 { return 2 }  // hostname
    case 0x736b726f7774656e:
      if key.count == 8 { return 3 }  // networks
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 4 }
    case 0x69616d6f64627573:
      if key.equals("subdomain") { return 5 }
    case 0x74616e696d726574:
      if key.equals("terminationGracePeriodSeconds") { return 6 }
    case 0x69746172656c6f74:
      if key.equals("tolerations") { return 7 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 8 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("affinity", affinity)
    writer.member("domain", domain)
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("networks", networks)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("subdomain", subdomain)
    writer.memberUnlessEmpty("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    writer.memberUnlessEmpty("tolerations", tolerations)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// What was last observed of an instance.
  public struct VirtualMachineInstanceStatus: Sendable {
    /// Aspects of the instance's state.
    public var conditions: [VirtualMachineInstanceCondition] = []
    /// Network interfaces of the guest with their addresses.
    public var interfaces: [VirtualMachineInstanceNetworkInterface] = []
    /// Node that the instance runs on.
    public var nodeName: String = ""
    /// Where the instance is in its life: Pending, Scheduling, Scheduled, Running, Succeeded, Failed or Unknown.
    public var phase: String = ""

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["conditions", "interfaces", "nodeName", "phase"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("interfaces", &interfaces)
      case 2: reader.member("nodeName", &nodeName)
      case 3: reader.member("phase", &phase)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x6361667265746e69:
      if key.equals("interfaces") { return 1 }
    case 0x656d614e65646f6e:
      if key.count == 8 { return 2 }  // nodeName
    case 0x6573616870:
      if key.count == 5 { return 3 }  // phase
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("interfaces", interfaces)
    writer.memberUnlessEmpty("nodeName", nodeName)
    writer.memberUnlessEmpty("phase", phase)
    writer.endObject()
  }
}

extension V1alpha2 {
  /// The instance that a machine or replica set starts.
  public struct VirtualMachineInstanceTemplateSpec: Sendable {
    /// Labels and annotations of the instance.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the instance is made of.
    public var spec: VirtualMachineInstanceSpec = VirtualMachineInstanceSpec()

    public init() {}
  }
}

extension V1alpha2.VirtualMachineInstanceTemplateSpec: JSONStructure {
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
    writer.memberUnlessEmpty("metadata", metadata)
    writer.memberUnlessEmpty("spec", spec)
    writer.endObject()
  }
}
