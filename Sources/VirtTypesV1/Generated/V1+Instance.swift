// Made from openapi/v1/instance.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
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

extension V1.VirtualMachineInstance: JSONStructure {
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

extension V1.VirtualMachineInstanceList: JSONStructure {
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
  /// The seccomp profile of launcher pods.
  public struct VirtualMachineInstanceProfile: Sendable {
    /// A profile in place of the runtime's own.
    public var customProfile: CustomProfile?

    public init() {}
  }
}

extension V1.VirtualMachineInstanceProfile: JSONStructure {
  public static let memberNames: [StaticString] = ["customProfile"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("customProfile", &customProfile)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x72506d6f74737563:
      if key.equals("customProfile") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("customProfile", customProfile)
    writer.endObject()
  }
}

extension V1 {
  /// What an instance is made of and where it may run.
  public struct VirtualMachineInstanceSpec: Sendable {
    /// Keys and passwords that are put into the guest.
    public var accessCredentials: [AccessCredential] = []
    /// Rules about nodes and neighbouring pods for the scheduler.
    @Boxed public var affinity: Affinity?
    /// CPU architecture of the guest, such as amd64 or arm64; the cluster's default when empty.
    public var architecture: String = ""
    /// DNS settings of the pod, added to what `dnsPolicy` gives.
    public var dnsConfig: PodDNSConfig?
    /// Where the pod's DNS settings come from.
    public var dnsPolicy: String = ""
    /// The virtual hardware.
    public var domain: DomainSpec = DomainSpec()
    /// What happens when the node is drained: None, LiveMigrate, LiveMigrateIfPossible or External.
    public var evictionStrategy: String?
    /// Host name of the guest, a DNS label; the instance's name when empty.
    public var hostname: String = ""
    /// Probe whose failure stops the instance.
    @Boxed public var livenessProbe: Probe?
    /// Networks that the interfaces of `domain.devices` attach to, by name.
    public var networks: [Network] = []
    /// Labels that a node must have.
    public var nodeSelector: [String: String]?
    /// Priority class of the pod.
    public var priorityClassName: String = ""
    /// Probe that decides whether the instance counts as ready.
    @Boxed public var readinessProbe: Probe?
    /// Claims on devices that the cluster allocates to the pod.
    public var resourceClaims: [PodResourceClaim] = []
    /// Scheduler that places the pod; the default one when empty.
    public var schedulerName: String = ""
    /// Paused leaves the guest paused right after its start.
    public var startStrategy: String?
    /// Subdomain of the host name, matching a headless service that gives the guest a DNS name.
    public var subdomain: String = ""
    /// Seconds that the guest has to shut down before it is stopped by force.
    public var terminationGracePeriodSeconds: Int64?
    /// Taints of nodes that the pod tolerates.
    public var tolerations: [Toleration] = []
    /// How instances spread over zones, nodes or other groups of nodes.
    public var topologySpreadConstraints: [TopologySpreadConstraint] = []
    /// Volumes for tools such as backup, which the guest does not see.
    public var utilityVolumes: [UtilityVolume] = []
    /// Volumes that the disks and file systems of `domain.devices` use, by name.
    public var volumes: [Volume] = []

    public init() {}
  }
}

extension V1.VirtualMachineInstanceSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "accessCredentials", "affinity", "architecture", "dnsConfig", "dnsPolicy", "domain", "evictionStrategy", "hostname",
    "livenessProbe", "networks", "nodeSelector", "priorityClassName", "readinessProbe", "resourceClaims",
    "schedulerName", "startStrategy", "subdomain", "terminationGracePeriodSeconds", "tolerations",
    "topologySpreadConstraints", "utilityVolumes", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("accessCredentials", &accessCredentials)
      case 1: reader.member("affinity", &affinity)
      case 2: reader.member("architecture", &architecture)
      case 3: reader.member("dnsConfig", &dnsConfig)
      case 4: 
        reader.listedMember(
          "dnsPolicy", &dnsPolicy, ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"])
      case 5: reader.member("domain", &domain)
      case 6: reader.member("evictionStrategy", &evictionStrategy)
      case 7: reader.member("hostname", &hostname)
      case 8: reader.member("livenessProbe", &livenessProbe)
      case 9: reader.member("networks", &networks)
      case 10: reader.member("nodeSelector", &nodeSelector)
      case 11: reader.member("priorityClassName", &priorityClassName)
      case 12: reader.member("readinessProbe", &readinessProbe)
      case 13: reader.member("resourceClaims", &resourceClaims)
      case 14: reader.member("schedulerName", &schedulerName)
      case 15: reader.member("startStrategy", &startStrategy)
      case 16: reader.member("subdomain", &subdomain)
      case 17: reader.member("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
      case 18: reader.member("tolerations", &tolerations)
      case 19: reader.member("topologySpreadConstraints", &topologySpreadConstraints)
      case 20: reader.member("utilityVolumes", &utilityVolumes)
      case 21: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
    reader.require(5, members, "domain")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7243737365636361:
      if key.equals("accessCredentials") { return 0 }
    case 0x7974696e69666661:
      if key.count == 8 { return 1 }  // affinity
    case 0x6365746968637261:
      if key.equals("architecture") { return 2 }
    case 0x69666e6f43736e64:
      if key.equals("dnsConfig") { return 3 }
    case 0x63696c6f50736e64:
      if key.equals("dnsPolicy") { return 4 }
    case 0x6e69616d6f64:
      if key.count == 6 { return 5 }  // domain
    case 0x6e6f697463697665:
      if key.equals("evictionStrategy") { return 6 }
    case 0x656d616e74736f68:
      if key.count == 8 { return 7 }  // hostname
    case 0x7373656e6576696c:
      if key.equals("livenessProbe") { return 8 }
    case 0x736b726f7774656e:
      if key.count == 8 { return 9 }  // networks
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 10 }
    case 0x797469726f697270:
      if key.equals("priorityClassName") { return 11 }
    case 0x73656e6964616572:
      if key.equals("readinessProbe") { return 12 }
    case 0x656372756f736572:
      if key.equals("resourceClaims") { return 13 }
    case 0x656c756465686373:
      if key.equals("schedulerName") { return 14 }
    case 0x7274537472617473:
      if key.equals("startStrategy") { return 15 }
    case 0x69616d6f64627573:
      if key.equals("subdomain") { return 16 }
    case 0x74616e696d726574:
      if key.equals("terminationGracePeriodSeconds") { return 17 }
    case 0x69746172656c6f74:
      if key.equals("tolerations") { return 18 }
    case 0x79676f6c6f706f74:
      if key.equals("topologySpreadConstraints") { return 19 }
    case 0x567974696c697475:
      if key.equals("utilityVolumes") { return 20 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 21 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("accessCredentials", accessCredentials)
    writer.memberUnlessEmpty("affinity", affinity)
    writer.memberUnlessEmpty("architecture", architecture)
    writer.memberUnlessEmpty("dnsConfig", dnsConfig)
    writer.memberUnlessEmpty("dnsPolicy", dnsPolicy)
    writer.member("domain", domain)
    writer.memberUnlessEmpty("evictionStrategy", evictionStrategy)
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("livenessProbe", livenessProbe)
    writer.memberUnlessEmpty("networks", networks)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("priorityClassName", priorityClassName)
    writer.memberUnlessEmpty("readinessProbe", readinessProbe)
    writer.memberUnlessEmpty("resourceClaims", resourceClaims)
    writer.memberUnlessEmpty("schedulerName", schedulerName)
    writer.memberUnlessEmpty("startStrategy", startStrategy)
    writer.memberUnlessEmpty("subdomain", subdomain)
    writer.memberUnlessEmpty("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    writer.memberUnlessEmpty("tolerations", tolerations)
    writer.memberUnlessEmpty("topologySpreadConstraints", topologySpreadConstraints)
    writer.memberUnlessEmpty("utilityVolumes", utilityVolumes)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension V1 {
  /// The instance that a machine or replica set starts.
  public struct VirtualMachineInstanceTemplateSpec: Sendable {
    /// Labels and annotations of the instance.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What the instance is made of.
    public var spec: VirtualMachineInstanceSpec = VirtualMachineInstanceSpec()

    public init() {}
  }
}

extension V1.VirtualMachineInstanceTemplateSpec: JSONStructure {
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
