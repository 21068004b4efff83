// Made from openapi/kubernetes/api/core/pods.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// Places a pod on a node.
  public struct Binding: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// The node.
    public var target: ObjectReference = ObjectReference()

    public init() {}
  }
}

extension Core.Binding: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "target"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("target", &target)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "target")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x746567726174:
      if key.count == 6 { return 3 }  // target
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("target", target)
    writer.endObject()
  }
}

extension Core {
  /// A line of the pod's hosts file.
  public struct HostAlias: Sendable {
    /// Names for the address.
    public var hostnames: [String] = []
    /// The address.
    public var ip: String = ""

    public init() {}
  }
}

extension Core.HostAlias: JSONStructure {
  public static let memberNames: [StaticString] = ["hostnames", "ip"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("hostnames", &hostnames)
      case 1: reader.member("ip", &ip)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e74736f68:
      if key.equals("hostnames") { return 0 }
    case 0x7069:
      if key.count == 2 { return 1 }  // ip
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("hostnames", hostnames)
    writer.member("ip", ip)
    writer.endObject()
  }
}

extension Core {
  /// An address of the pod's node.
  public struct HostIP: Sendable {
    /// The address.
    public var ip: String = ""

    public init() {}
  }
}

extension Core.HostIP: JSONStructure {
  public static let memberNames: [StaticString] = ["ip"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ip", &ip)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7069:
      if key.count == 2 { return 0 }  // ip
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ip", ip)
    writer.endObject()
  }
}

extension Core {
  /// Containers that run together on a node.
  public struct Pod: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What is wanted.
    public var spec: PodSpec = PodSpec()
    /// What is the case.
    public var status: PodStatus = PodStatus()

    public init() {}
  }
}

extension Core.Pod: JSONStructure {
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
  /// An observation about a pod.
  public struct PodCondition: Sendable {
    /// When the condition was last checked.
    public var lastProbeTime: Timestamp?
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

extension Core.PodCondition: JSONStructure {
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

extension Core {
  /// An address of a pod.
  public struct PodIP: Sendable {
    /// The address.
    public var ip: String = ""

    public init() {}
  }
}

extension Core.PodIP: JSONStructure {
  public static let memberNames: [StaticString] = ["ip"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ip", &ip)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7069:
      if key.count == 2 { return 0 }  // ip
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ip", ip)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct PodList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Pod] = []

    public init() {}
  }
}

extension Core.PodList: JSONStructure {
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
  /// The operating system of a pod's containers.
  public struct PodOS: Sendable {
    /// linux or windows.
    public var name: String = ""

    public init() {}
  }
}

extension Core.PodOS: JSONStructure {
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
    writer.member("name", name)
    writer.endObject()
  }
}

extension Core {
  /// A condition that a pod needs to be ready.
  public struct PodReadinessGate: Sendable {
    /// Type of the condition.
    public var conditionType: String = ""

    public init() {}
  }
}

extension Core.PodReadinessGate: JSONStructure {
  public static let memberNames: [StaticString] = ["conditionType"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditionType", &conditionType)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditionType") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("conditionType", conditionType)
    writer.endObject()
  }
}

extension Core {
  /// The claim made for a pod's demand.
  public struct PodResourceClaimStatus: Sendable {
    /// Name of the claim in the pod.
    public var name: String = ""
    /// Name of the claim that was made.
    public var resourceClaimName: String?

    public init() {}
  }
}

extension Core.PodResourceClaimStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "resourceClaimName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("resourceClaimName", &resourceClaimName)
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
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("resourceClaimName", resourceClaimName)
    writer.endObject()
  }
}

extension Core {
  /// A gate that holds a pod back from being placed.
  public struct PodSchedulingGate: Sendable {
    /// Name of the gate.
    public var name: String = ""

    public init() {}
  }
}

extension Core.PodSchedulingGate: JSONStructure {
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
    writer.member("name", name)
    writer.endObject()
  }
}

extension Core {
  /// Security settings of all containers of a pod.
  public struct PodSecurityContext: Sendable {
    /// The AppArmor profile.
    public var appArmorProfile: AppArmorProfile?
    /// Group that owns the volumes.
    public var fsGroup: Int64?
    /// When the owner of files is changed: Always or OnRootMismatch.
    public var fsGroupChangePolicy: String?
    /// Number of the group that processes run as.
    public var runAsGroup: Int64?
    /// True refuses to run as root.
    public var runAsNonRoot: Bool?
    /// Number of the user that processes run as.
    public var runAsUser: Int64?
    /// How volumes get their SELinux label: MountOption or Recursive.
    public var seLinuxChangePolicy: String?
    /// The SELinux label.
    @Boxed public var seLinuxOptions: SELinuxOptions?
    /// The seccomp profile.
    public var seccompProfile: SeccompProfile?
    /// Numbers of further groups.
    public var supplementalGroups: [Int64] = []
    /// How further groups are found: Merge or Strict.
    public var supplementalGroupsPolicy: String?
    /// Kernel parameters of the pod.
    public var sysctls: [Sysctl] = []
    /// Settings for Windows.
    @Boxed public var windowsOptions: WindowsSecurityContextOptions?

    public init() {}
  }
}

extension Core.PodSecurityContext: JSONStructure {
  public static let memberNames: [StaticString] = [
    "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "runAsGroup", "runAsNonRoot", "runAsUser",
    "seLinuxChangePolicy", "seLinuxOptions", "seccompProfile", "supplementalGroups", "supplementalGroupsPolicy",
    "sysctls", "windowsOptions",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("appArmorProfile", &appArmorProfile)
      case 1: reader.member("fsGroup", &fsGroup)
      case 2: reader.listedMember("fsGroupChangePolicy", &fsGroupChangePolicy, ["Always", "OnRootMismatch"])
      case 3: reader.member("runAsGroup", &runAsGroup)
      case 4: reader.member("runAsNonRoot", &runAsNonRoot)
      case 5: reader.member("runAsUser", &runAsUser)
      case 6: reader.member("seLinuxChangePolicy", &seLinuxChangePolicy)
      case 7: reader.member("seLinuxOptions", &seLinuxOptions)
      case 8: reader.member("seccompProfile", &seccompProfile)
      case 9: reader.member("supplementalGroups", &supplementalGroups)
      case 10: reader.listedMember("supplementalGroupsPolicy", &supplementalGroupsPolicy, ["Merge", "Strict"])
      case 11: reader.member("sysctls", &sysctls)
      case 12: reader.member("windowsOptions", &windowsOptions)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x726f6d7241707061:
      if key.equals("appArmorProfile") { return 0 }
    case 0x70756f72477366:
      if key.count == 7 { return 1 }  // fsGroup
    case 0x4370756f72477366:
      if key.equals("fsGroupChangePolicy") { return 2 }
    case 0x6f724773416e7572:
      if key.equals("runAsGroup") { return 3 }
    case 0x6e6f4e73416e7572:
      if key.equals("runAsNonRoot") { return 4 }
    case 0x65735573416e7572:
      if key.equals("runAsUser") { return 5 }
    case 0x4378756e694c6573:
      if key.equals("seLinuxChangePolicy") { return 6 }
    case 0x4f78756e694c6573:
      if key.equals("seLinuxOptions") { return 7 }
    case 0x50706d6f63636573:
      if key.equals("seccompProfile") { return 8 }
    case 0x656d656c70707573:
      if key.equals("supplementalGroups") { return 9 }
      if key.equals("supplementalGroupsPolicy") { return 10 }
    case 0x736c7463737973:
      if key.count == 7 { return 11 }  // sysctls
    case 0x4f73776f646e6977:
      if key.equals("windowsOptions") { return 12 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("appArmorProfile", appArmorProfile)
    writer.memberUnlessEmpty("fsGroup", fsGroup)
    writer.memberUnlessEmpty("fsGroupChangePolicy", fsGroupChangePolicy)
    writer.memberUnlessEmpty("runAsGroup", runAsGroup)
    writer.memberUnlessEmpty("runAsNonRoot", runAsNonRoot)
    writer.memberUnlessEmpty("runAsUser", runAsUser)
    writer.memberUnlessEmpty("seLinuxChangePolicy", seLinuxChangePolicy)
    writer.memberUnlessEmpty("seLinuxOptions", seLinuxOptions)
    writer.memberUnlessEmpty("seccompProfile", seccompProfile)
    writer.memberUnlessEmpty("supplementalGroups", supplementalGroups)
    writer.memberUnlessEmpty("supplementalGroupsPolicy", supplementalGroupsPolicy)
    writer.memberUnlessEmpty("sysctls", sysctls)
    writer.memberUnlessEmpty("windowsOptions", windowsOptions)
    writer.endObject()
  }
}

extension Core {
  /// What a pod runs, and how.
  public struct PodSpec: Sendable {
    /// Seconds that the pod may run.
    public var activeDeadlineSeconds: Int64?
    /// Rules about nodes and neighbouring pods.
    @Boxed public var affinity: Affinity?
    /// False keeps the token of the service account out of pods.
    public var automountServiceAccountToken: Bool?
    /// The containers.
    public var containers: [Container] = []
    /// DNS settings on top of the policy's.
    public var dnsConfig: PodDNSConfig?
    /// Where DNS settings come from: ClusterFirst, ClusterFirstWithHostNet, Default or None.
    public var dnsPolicy: String = ""
    /// False keeps the variables with addresses of services out.
    public var enableServiceLinks: Bool?
    /// Containers added for debugging.
    public var ephemeralContainers: [EphemeralContainer] = []
    /// Lines for the hosts file.
    public var hostAliases: [HostAlias] = []
    /// True shares the node's IPC namespace.
    public var hostIPC: Bool = false
    /// True shares the node's network.
    public var hostNetwork: Bool = false
    /// True shares the node's process namespace.
    public var hostPID: Bool = false
    /// False gives the pod a user namespace of its own.
    public var hostUsers: Bool?
    /// Host name of the pod; its name when empty.
    public var hostname: String = ""
    /// Secrets for fetching images.
    public var imagePullSecrets: [LocalObjectReference] = []
    /// Containers that run before the others, one by one.
    public var initContainers: [Container] = []
    /// Name of the node that the pod runs on.
    public var nodeName: String = ""
    /// Labels that the node must have.
    public var nodeSelector: [String: String]?
    /// Operating system of the containers.
    public var os: PodOS?
    /// Resources that the runtime needs besides the containers.
    public var overhead: [String: Quantity]?
    /// Whether the pod may push others aside: PreemptLowerPriority or Never.
    public var preemptionPolicy: String?
    /// Priority as a number.
    public var priority: Int32?
    /// Name of the priority class.
    public var priorityClassName: String = ""
    /// Further conditions that the pod needs to be ready.
    public var readinessGates: [PodReadinessGate] = []
    /// Claims on devices.
    public var resourceClaims: [PodResourceClaim] = []
    /// Resources of all containers together.
    public var resources: ResourceRequirements?
    /// When containers are started again: Always, OnFailure or Never.
    public var restartPolicy: String = ""
    /// Name of the runtime class.
    public var runtimeClassName: String?
    /// Name of the scheduler that places the pod.
    public var schedulerName: String = ""
    /// Hold the pod back from being placed.
    public var schedulingGates: [PodSchedulingGate] = []
    /// Security settings.
    @Boxed public var securityContext: PodSecurityContext?
    /// Old name of `serviceAccountName`.
    public var serviceAccount: String = ""
    /// Name of the service account that the pod runs as.
    public var serviceAccountName: String = ""
    /// True makes the full name the host name.
    public var setHostnameAsFQDN: Bool?
    /// True lets containers see each other's processes.
    public var shareProcessNamespace: Bool?
    /// Part of the full name between the host name and the namespace.
    public var subdomain: String = ""
    /// Seconds between the wish to end the pod and its end.
    public var terminationGracePeriodSeconds: Int64?
    /// Taints that the pod tolerates.
    public var tolerations: [Toleration] = []
    /// How pods spread over groups of nodes.
    public var topologySpreadConstraints: [TopologySpreadConstraint] = []
    /// Volumes that containers can mount.
    public var volumes: [Volume] = []

    public init() {}
  }
}

extension Core.PodSpec: JSONStructure {
  public static let memberNames: [StaticString] = [
    "activeDeadlineSeconds", "affinity", "automountServiceAccountToken", "containers", "dnsConfig", "dnsPolicy",
    "enableServiceLinks", "ephemeralContainers", "hostAliases", "hostIPC", "hostNetwork", "hostPID", "hostUsers",
    "hostname", "imagePullSecrets", "initContainers", "nodeName", "nodeSelector", "os", "overhead", "preemptionPolicy",
    "priority", "priorityClassName", "readinessGates", "resourceClaims", "resources", "restartPolicy",
    "runtimeClassName", "schedulerName", "schedulingGates", "securityContext", "serviceAccount", "serviceAccountName",
    "setHostnameAsFQDN", "shareProcessNamespace", "subdomain", "terminationGracePeriodSeconds", "tolerations",
    "topologySpreadConstraints", "volumes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("activeDeadlineSeconds", &activeDeadlineSeconds)
      case 1: reader.member("affinity", &affinity)
      case 2: reader.member("automountServiceAccountToken", &automountServiceAccountToken)
      case 3: reader.member("containers", &containers)
      case 4: reader.member("dnsConfig", &dnsConfig)
      case 5: 
        reader.listedMember(
          "dnsPolicy", &dnsPolicy, ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"])
      case 6: reader.member("enableServiceLinks", &enableServiceLinks)
      case 7: reader.member("ephemeralContainers", &ephemeralContainers)
      case 8: reader.member("hostAliases", &hostAliases)
      case 9: reader.member("hostIPC", &hostIPC)
      case 10: reader.member("hostNetwork", &hostNetwork)
      case 11: reader.member("hostPID", &hostPID)
      case 12: reader.member("hostUsers", &hostUsers)
      case 13: reader.member("hostname", &hostname)
      case 14: reader.member("imagePullSecrets", &imagePullSecrets)
      case 15: reader.member("initContainers", &initContainers)
      case 16: reader.member("nodeName", &nodeName)
      case 17: reader.member("nodeSelector", &nodeSelector)
      case 18: reader.member("os", &os)
      case 19: reader.member("overhead", &overhead)
      case 20: reader.listedMember("preemptionPolicy", &preemptionPolicy, ["Never", "PreemptLowerPriority"])
      case 21: reader.member("priority", &priority)
      case 22: reader.member("priorityClassName", &priorityClassName)
      case 23: reader.member("readinessGates", &readinessGates)
      case 24: reader.member("resourceClaims", &resourceClaims)
      case 25: reader.member("resources", &resources)
      case 26: reader.listedMember("restartPolicy", &restartPolicy, ["Always", "Never", "OnFailure"])
      case 27: reader.member("runtimeClassName", &runtimeClassName)
      case 28: reader.member("schedulerName", &schedulerName)
      case 29: reader.member("schedulingGates", &schedulingGates)
      case 30: reader.member("securityContext", &securityContext)
      case 31: reader.member("serviceAccount", &serviceAccount)
      case 32: reader.member("serviceAccountName", &serviceAccountName)
      case 33: reader.member("setHostnameAsFQDN", &setHostnameAsFQDN)
      case 34: reader.member("shareProcessNamespace", &shareProcessNamespace)
      case 35: reader.member("subdomain", &subdomain)
      case 36: reader.member("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
      case 37: reader.member("tolerations", &tolerations)
      case 38: reader.member("topologySpreadConstraints", &topologySpreadConstraints)
      case 39: reader.member("volumes", &volumes)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "containers")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6544657669746361:
      if key.equals("activeDeadlineSeconds") { return 0 }
    case 0x7974696e69666661:
      if key.count == 8 { return 1 }  // affinity
    case 0x6e756f6d6f747561:
      if key.equals("automountServiceAccountToken") { return 2 }
    case 0x656e6961746e6f63:
      if key.equals("containers") { return 3 }
    case 0x69666e6f43736e64:
      if key.equals("dnsConfig") { return 4 }
    case 0x63696c6f50736e64:
      if key.equals("dnsPolicy") { return 5 }
    case 0x6553656c62616e65:
      if key.equals("enableServiceLinks") { return 6 }
    case 0x6172656d65687065:
      if key.equals("ephemeralContainers") { return 7 }
    case 0x61696c4174736f68:
      if key.equals("hostAliases") { return 8 }
    case 0x43504974736f68:
      if key.count == 7 { return 9 }  // hostIPC
    case 0x7774654e74736f68:
      if key.equals("hostNetwork") { return 10 }
    case 0x44495074736f68:
      if key.count == 7 { return 11 }  // hostPID
    case 0x7265735574736f68:
      if key.equals("hostUsers") { return 12 }
    case 0x656d616e74736f68:
      if key.count == 8 { return 13 }  // hostname
    case 0x6c75506567616d69:
      if key.equals("imagePullSecrets") { return 14 }
    case 0x746e6f4374696e69:
      if key.equals("initContainers") { return 15 }
    case 0x656d614e65646f6e:
      if key.count == 8 { return 16 }  // nodeName
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 17 }
    case 0x736f:
      if key.count == 2 { return 18 }  // os
    case 0x646165687265766f:
      if key.count == 8 { return 19 }  // overhead
    case 0x6974706d65657270:
      if key.equals("preemptionPolicy") { return 20 }
    case 0x797469726f697270:
      if key.count == 8 { return 21 }  // priority
      if key.equals("priorityClassName") { return 22 }
    case 0x73656e6964616572:
      if key.equals("readinessGates") { return 23 }
    case 0x656372756f736572:
      if key.equals("resourceClaims") { return 24 }
      if key.equals("resources") { return 25 }
    case 0x5074726174736572:
      if key.equals("restartPolicy") { return 26 }
    case 0x43656d69746e7572:
      if key.equals("runtimeClassName") { return 27 }
    case 0x656c756465686373:
      if key.equals("schedulerName") { return 28 }
    case 0x696c756465686373:
      if key.equals("schedulingGates") { return 29 }
    case 0x7974697275636573:
      if key.equals("securityContext") { return 30 }
    case 0x4165636976726573:
      if key.equals("serviceAccount") { return 31 }
      if key.equals("serviceAccountName") { return 32 }
    case 0x6e74736f48746573:
      if key.equals("setHostnameAsFQDN") { return 33 }
    case 0x6f72506572616873:
      if key.equals("shareProcessNamespace") { return 34 }
    case 0x69616d6f64627573:
      if key.equals("subdomain") { return 35 }
    case 0x74616e696d726574:
      if key.equals("terminationGracePeriodSeconds") { return 36 }
    case 0x69746172656c6f74:
      if key.equals("tolerations") { return 37 }
    case 0x79676f6c6f706f74:
      if key.equals("topologySpreadConstraints") { return 38 }
    case 0x73656d756c6f76:
      if key.count == 7 { return 39 }  // volumes
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("activeDeadlineSeconds", activeDeadlineSeconds)
    writer.memberUnlessEmpty("affinity", affinity)
    writer.memberUnlessEmpty("automountServiceAccountToken", automountServiceAccountToken)
    writer.member("containers", containers)
    writer.memberUnlessEmpty("dnsConfig", dnsConfig)
    writer.memberUnlessEmpty("dnsPolicy", dnsPolicy)
    writer.memberUnlessEmpty("enableServiceLinks", enableServiceLinks)
    writer.memberUnlessEmpty("ephemeralContainers", ephemeralContainers)
    writer.memberUnlessEmpty("hostAliases", hostAliases)
    writer.memberUnlessEmpty("hostIPC", hostIPC)
    writer.memberUnlessEmpty("hostNetwork", hostNetwork)
    writer.memberUnlessEmpty("hostPID", hostPID)
    writer.memberUnlessEmpty("hostUsers", hostUsers)
    writer.memberUnlessEmpty("hostname", hostname)
    writer.memberUnlessEmpty("imagePullSecrets", imagePullSecrets)
    writer.memberUnlessEmpty("initContainers", initContainers)
    writer.memberUnlessEmpty("nodeName", nodeName)
    writer.memberUnlessEmpty("nodeSelector", nodeSelector ?? [:])
    writer.memberUnlessEmpty("os", os)
    writer.memberUnlessEmpty("overhead", overhead ?? [:])
    writer.memberUnlessEmpty("preemptionPolicy", preemptionPolicy)
    writer.memberUnlessEmpty("priority", priority)
    writer.memberUnlessEmpty("priorityClassName", priorityClassName)
    writer.memberUnlessEmpty("readinessGates", readinessGates)
    writer.memberUnlessEmpty("resourceClaims", resourceClaims)
    writer.memberUnlessEmpty("resources", resources)
    writer.memberUnlessEmpty("restartPolicy", restartPolicy)
    writer.memberUnlessEmpty("runtimeClassName", runtimeClassName)
    writer.memberUnlessEmpty("schedulerName", schedulerName)
    writer.memberUnlessEmpty("schedulingGates", schedulingGates)
    writer.memberUnlessEmpty("securityContext", securityContext)
    writer.memberUnlessEmpty("serviceAccount", serviceAccount)
    writer.memberUnlessEmpty("serviceAccountName", serviceAccountName)
    writer.memberUnlessEmpty("setHostnameAsFQDN", setHostnameAsFQDN)
    writer.memberUnlessEmpty("shareProcessNamespace", shareProcessNamespace)
    writer.memberUnlessEmpty("subdomain", subdomain)
    writer.memberUnlessEmpty("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    writer.memberUnlessEmpty("tolerations", tolerations)
    writer.memberUnlessEmpty("topologySpreadConstraints", topologySpreadConstraints)
    writer.memberUnlessEmpty("volumes", volumes)
    writer.endObject()
  }
}

extension Core {
  /// How a pod is doing.
  public struct PodStatus: Sendable {
    /// Observations, one of a type.
    public var conditions: [PodCondition] = []
    /// What is known about the containers.
    public var containerStatuses: [ContainerStatus] = []
    /// What is known about the ephemeral containers.
    public var ephemeralContainerStatuses: [ContainerStatus] = []
    /// Address of the node.
    public var hostIP: String = ""
    /// Addresses of the node.
    public var hostIPs: [HostIP] = []
    /// What is known about the init containers.
    public var initContainerStatuses: [ContainerStatus] = []
    /// What happened, for people.
    public var message: String = ""
    /// Node that is being cleared for the pod.
    public var nominatedNodeName: String = ""
    /// Where it is in its life.
    public var phase: String = ""
    /// Address of the pod.
    public var podIP: String = ""
    /// Addresses of the pod, at most one of a family.
    public var podIPs: [PodIP] = []
    /// Quality of service: Guaranteed, Burstable or BestEffort.
    public var qosClass: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// How far a change of resources is.
    public var resize: String = ""
    /// Claims that were made for the pod.
    public var resourceClaimStatuses: [PodResourceClaimStatus] = []
    /// When the kubelet took the pod over.
    public var startTime: Timestamp?

    public init() {}
  }
}

extension Core.PodStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "conditions", "containerStatuses", "ephemeralContainerStatuses", "hostIP", "hostIPs", "initContainerStatuses",
    "message", "nominatedNodeName", "phase", "podIP", "podIPs", "qosClass", "reason", "resize", "resourceClaimStatuses",
    "startTime",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("conditions", &conditions)
      case 1: reader.member("containerStatuses", &containerStatuses)
      case 2: reader.member("ephemeralContainerStatuses", &ephemeralContainerStatuses)
      case 3: reader.member("hostIP", &hostIP)
      case 4: reader.member("hostIPs", &hostIPs)
      case 5: reader.member("initContainerStatuses", &initContainerStatuses)
      case 6: reader.member("message", &message)
      case 7: reader.member("nominatedNodeName", &nominatedNodeName)
      case 8: reader.listedMember("phase", &phase, ["Failed", "Pending", "Running", "Succeeded", "Unknown"])
      case 9: reader.member("podIP", &podIP)
      case 10: reader.member("podIPs", &podIPs)
      case 11: reader.listedMember("qosClass", &qosClass, ["BestEffort", "Burstable", "Guaranteed"])
      case 12: reader.member("reason", &reason)
      case 13: reader.member("resize", &resize)
      case 14: reader.member("resourceClaimStatuses", &resourceClaimStatuses)
      case 15: reader.member("startTime", &startTime)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f697469646e6f63:
      if key.equals("conditions") { return 0 }
    case 0x656e6961746e6f63:
      if key.equals("containerStatuses") { return 1 }
    case 0x6172656d65687065:
      if key.equals("ephemeralContainerStatuses") { return 2 }
    case 0x504974736f68:
      if key.count == 6 { return 3 }  // hostIP
    case 0x73504974736f68:
      if key.count == 7 { return 4 }  // hostIPs
    case 0x746e6f4374696e69:
      if key.equals("initContainerStatuses") { return 5 }
    case 0x6567617373656d:
      if key.count == 7 { return 6 }  // message
    case 0x6574616e696d6f6e:
      if key.equals("nominatedNodeName") { return 7 }
    case 0x6573616870:
      if key.count == 5 { return 8 }  // phase
    case 0x5049646f70:
      if key.count == 5 { return 9 }  // podIP
    case 0x735049646f70:
      if key.count == 6 { return 10 }  // podIPs
    case 0x7373616c43736f71:
      if key.count == 8 { return 11 }  // qosClass
    case 0x6e6f73616572:
      if key.count == 6 { return 12 }  // reason
    case 0x657a69736572:
      if key.count == 6 { return 13 }  // resize
    case 0x656372756f736572:
      if key.equals("resourceClaimStatuses") { return 14 }
    case 0x6d69547472617473:
      if key.equals("startTime") { return 15 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("conditions", conditions)
    writer.memberUnlessEmpty("containerStatuses", containerStatuses)
    writer.memberUnlessEmpty("ephemeralContainerStatuses", ephemeralContainerStatuses)
    writer.memberUnlessEmpty("hostIP", hostIP)
    writer.memberUnlessEmpty("hostIPs", hostIPs)
    writer.memberUnlessEmpty("initContainerStatuses", initContainerStatuses)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("nominatedNodeName", nominatedNodeName)
    writer.memberUnlessEmpty("phase", phase)
    writer.memberUnlessEmpty("podIP", podIP)
    writer.memberUnlessEmpty("podIPs", podIPs)
    writer.memberUnlessEmpty("qosClass", qosClass)
    writer.memberUnlessEmpty("reason", reason)
    writer.memberUnlessEmpty("resize", resize)
    writer.memberUnlessEmpty("resourceClaimStatuses", resourceClaimStatuses)
    writer.memberUnlessEmpty("startTime", startTime)
    writer.endObject()
  }
}

extension Core {
  /// A kernel parameter.
  public struct Sysctl: Sendable {
    /// Name of the parameter.
    public var name: String = ""
    /// Value of the parameter.
    public var value: String = ""

    public init() {}
  }
}

extension Core.Sysctl: JSONStructure {
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
