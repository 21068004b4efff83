// Made from openapi/v1/configuration.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Settings by CPU architecture.
  public struct ArchConfiguration: Sendable {
    /// Settings for amd64.
    @Boxed public var amd64: ArchSpecificConfiguration?
    /// Settings for arm64.
    @Boxed public var arm64: ArchSpecificConfiguration?
    /// CPU architecture of guests that ask for none.
    public var defaultArchitecture: String = ""
    /// Settings for ppc64le, which is no longer supported.
    @Boxed public var ppc64le: ArchSpecificConfiguration?
    /// Settings for s390x.
    @Boxed public var s390x: ArchSpecificConfiguration?

    public init() {}
  }
}

extension V1.ArchConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["amd64", "arm64", "defaultArchitecture", "ppc64le", "s390x"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("amd64", &amd64)
      case 1: reader.member("arm64", &arm64)
      case 2: reader.member("defaultArchitecture", &defaultArchitecture)
      case 3: reader.member("ppc64le", &ppc64le)
      case 4: reader.member("s390x", &s390x)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x3436646d61:
      if key.count == 5 { return 0 }  // amd64
    case 0x34366d7261:
      if key.count == 5 { return 1 }  // arm64
    case 0x41746c7561666564:
      if key.equals("defaultArchitecture") { return 2 }
    case 0x656c3436637070:
      if key.count == 7 { return 3 }  // ppc64le
    case 0x7830393373:
      if key.count == 5 { return 4 }  // s390x
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("amd64", amd64)
    writer.memberUnlessEmpty("arm64", arm64)
    writer.memberUnlessEmpty("defaultArchitecture", defaultArchitecture)
    writer.memberUnlessEmpty("ppc64le", ppc64le)
    writer.memberUnlessEmpty("s390x", s390x)
    writer.endObject()
  }
}

extension V1 {
  /// Settings for one CPU architecture.
  public struct ArchSpecificConfiguration: Sendable {
    /// Patterns of the machine types that are allowed.
    public var emulatedMachines: [String] = []
    /// Machine type of guests that ask for none.
    public var machineType: String = ""
    /// Folder with the UEFI firmware.
    public var ovmfPath: String = ""

    public init() {}
  }
}

extension V1.ArchSpecificConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["emulatedMachines", "machineType", "ovmfPath"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("emulatedMachines", &emulatedMachines)
      case 1: reader.member("machineType", &machineType)
      case 2: reader.member("ovmfPath", &ovmfPath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574616c756d65:
      if key.equals("emulatedMachines") { return 0 }
    case 0x54656e696863616d:
      if key.equals("machineType") { return 1 }
    case 0x68746150666d766f:
      if key.count == 8 { return 2 }  // ovmfPath
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("emulatedMachines", emulatedMachines)
    writer.memberUnlessEmpty("machineType", machineType)
    writer.memberUnlessEmpty("ovmfPath", ovmfPath)
    writer.endObject()
  }
}

extension V1 {
  /// Whose changed blocks are tracked.
  public struct ChangedBlockTrackingSelectors: Sendable {
    /// Labels of namespaces whose machines are tracked.
    public var namespaceLabelSelector: LabelSelector?
    /// Labels of machines that are tracked.
    public var virtualMachineLabelSelector: LabelSelector?

    public init() {}
  }
}

extension V1.ChangedBlockTrackingSelectors: JSONStructure {
  public static let memberNames: [StaticString] = ["namespaceLabelSelector", "virtualMachineLabelSelector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("namespaceLabelSelector", &namespaceLabelSelector)
      case 1: reader.member("virtualMachineLabelSelector", &virtualMachineLabelSelector)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63617073656d616e:
      if key.equals("namespaceLabelSelector") { return 0 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineLabelSelector") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("namespaceLabelSelector", namespaceLabelSelector)
    writer.memberUnlessEmpty("virtualMachineLabelSelector", virtualMachineLabelSelector)
    writer.endObject()
  }
}

extension V1 {
  /// The common instance types and preferences.
  public struct CommonInstancetypesDeployment: Sendable {
    /// False leaves them out; they are installed when absent.
    public var enabled: Bool?

    public init() {}
  }
}

extension V1.CommonInstancetypesDeployment: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.endObject()
  }
}

extension V1 {
  /// A seccomp profile in place of the runtime's own; one member is set.
  public struct CustomProfile: Sendable {
    /// Path of a profile at the node.
    public var localhostProfile: String?
    /// True takes the container runtime's default.
    public var runtimeDefaultProfile: Bool = false

    public init() {}
  }
}

extension V1.CustomProfile: JSONStructure {
  public static let memberNames: [StaticString] = ["localhostProfile", "runtimeDefaultProfile"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("localhostProfile", &localhostProfile)
      case 1: reader.member("runtimeDefaultProfile", &runtimeDefaultProfile)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736f686c61636f6c:
      if key.equals("localhostProfile") { return 0 }
    case 0x44656d69746e7572:
      if key.equals("runtimeDefaultProfile") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("localhostProfile", localhostProfile)
    writer.memberUnlessEmpty("runtimeDefaultProfile", runtimeDefaultProfile)
    writer.endObject()
  }
}

extension V1 {
  /// Feature gates and settings for development.
  public struct DeveloperConfiguration: Sendable {
    /// True lets the components be profiled.
    public var clusterProfiler: Bool = false
    /// Virtual processors for each host CPU that is requested; 10 when 0.
    public var cpuAllocationRatio: Int = 0
    /// Features to turn off.
    public var disabledFeatureGates: [String] = []
    /// How the check of disk images is limited.
    public var diskVerification: DiskVerification?
    /// Features to turn on.
    public var featureGates: [String] = []
    /// How much each component logs.
    @Boxed public var logVerbosity: LogVerbosity?
    /// Guest memory in percent of the memory that is requested.
    public var memoryOvercommit: Int = 0
    /// Least frequency of the time stamp counter in hertz; nodes below it are left out.
    public var minimumClusterTSCFrequency: Int64?
    /// Bytes of a claim that a new disk image leaves free.
    public var minimumReservePVCBytes: UInt64 = 0
    /// Labels that the node of each launcher must have.
    public var nodeSelectors: [String: String]?
    /// Percent by which a claim may be smaller than asked for.
    public var pvcTolerateLessSpaceUpToPercent: Int = 0
    /// True runs guests without hardware support where there is none.
    public var useEmulation: Bool = false

    public init() {}
  }
}

extension V1.DeveloperConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "clusterProfiler", "cpuAllocationRatio", "disabledFeatureGates", "diskVerification", "featureGates", "logVerbosity",
    "memoryOvercommit", "minimumClusterTSCFrequency", "minimumReservePVCBytes", "nodeSelectors",
    "pvcTolerateLessSpaceUpToPercent", "useEmulation",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clusterProfiler", &clusterProfiler)
      case 1: reader.member("cpuAllocationRatio", &cpuAllocationRatio)
      case 2: reader.member("disabledFeatureGates", &disabledFeatureGates)
      case 3: reader.member("diskVerification", &diskVerification)
      case 4: reader.member("featureGates", &featureGates)
      case 5: reader.member("logVerbosity", &logVerbosity)
      case 6: reader.member("memoryOvercommit", &memoryOvercommit)
      case 7: reader.member("minimumClusterTSCFrequency", &minimumClusterTSCFrequency)
      case 8: reader.member("minimumReservePVCBytes", &minimumReservePVCBytes)
      case 9: reader.member("nodeSelectors", &nodeSelectors)
      case 10: reader.member("pvcTolerateLessSpaceUpToPercent", &pvcTolerateLessSpaceUpToPercent)
      case 11: reader.member("useEmulation", &useEmulation)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5072657473756c63:
      if key.equals("clusterProfiler") { return 0 }
    case 0x636f6c6c41757063:
      if key.equals("cpuAllocationRatio") { return 1 }
    case 0x64656c6261736964:
      if key.equals("disabledFeatureGates") { return 2 }
    case 0x697265566b736964:
      if key.equals("diskVerification") { return 3 }
    case 0x4765727574616566:
      if key.equals("featureGates") { return 4 }
    case 0x6f62726556676f6c:
      if key.equals("logVerbosity") { return 5 }
    case 0x764f79726f6d656d:
      if key.equals("memoryOvercommit") { return 6 }
    case 0x436d756d696e696d:
      if key.equals("minimumClusterTSCFrequency") { return 7 }
    case 0x526d756d696e696d:
      if key.equals("minimumReservePVCBytes") { return 8 }
    case 0x656c655365646f6e:
      if key.equals("nodeSelectors") { return 9 }
    case 0x72656c6f54637670:
      if key.equals("pvcTolerateLessSpaceUpToPercent") { return 10 }
    case 0x616c756d45657375:
      if key.equals("useEmulation") { return 11 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("clusterProfiler", clusterProfiler)
    writer.memberUnlessEmpty("cpuAllocationRatio", cpuAllocationRatio)
    writer.memberUnlessEmpty("disabledFeatureGates", disabledFeatureGates)
    writer.memberUnlessEmpty("diskVerification", diskVerification)
    writer.memberUnlessEmpty("featureGates", featureGates)
    writer.memberUnlessEmpty("logVerbosity", logVerbosity)
    writer.memberUnlessEmpty("memoryOvercommit", memoryOvercommit)
    writer.memberUnlessEmpty("minimumClusterTSCFrequency", minimumClusterTSCFrequency)
    writer.memberUnlessEmpty("minimumReservePVCBytes", minimumReservePVCBytes)
    writer.memberUnlessEmpty("nodeSelectors", nodeSelectors ?? [:])
    writer.memberUnlessEmpty("pvcTolerateLessSpaceUpToPercent", pvcTolerateLessSpaceUpToPercent)
    writer.memberUnlessEmpty("useEmulation", useEmulation)
    writer.endObject()
  }
}

extension V1 {
  /// How the check of disk images is limited.
  public struct DiskVerification: Sendable {
    /// Memory that the check may use.
    public var memoryLimit: Quantity?

    public init() {}
  }
}

extension V1.DiskVerification: JSONStructure {
  public static let memberNames: [StaticString] = ["memoryLimit"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("memoryLimit", &memoryLimit)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "memoryLimit")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x694c79726f6d656d:
      if key.equals("memoryLimit") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("memoryLimit", memoryLimit)
    writer.endObject()
  }
}

extension V1 {
  /// The hypervisor that guests run on.
  public struct HypervisorConfiguration: Sendable {
    /// Which one: kvm or hyperv-direct.
    public var name: String = ""

    public init() {}
  }
}

extension V1.HypervisorConfiguration: JSONStructure {
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
  /// How machines refer to instance types and preferences.
  public struct InstancetypeConfiguration: Sendable {
    /// Whether references stay (reference) or are replaced by what they say (expand, expandAll).
    public var referencePolicy: String?

    public init() {}
  }
}

extension V1.InstancetypeConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["referencePolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("referencePolicy", &referencePolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x636e657265666572:
      if key.equals("referencePolicy") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("referencePolicy", referencePolicy)
    writer.endObject()
  }
}

extension V1 {
  /// How an interface of a plugin survives a migration.
  public struct InterfaceBindingMigration: Sendable {
    /// link-refresh takes the link down and up at the target.
    public var method: String = ""

    public init() {}
  }
}

extension V1.InterfaceBindingMigration: JSONStructure {
  public static let memberNames: [StaticString] = ["method"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("method", &method)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646f6874656d:
      if key.count == 6 { return 0 }  // method
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("method", method)
    writer.endObject()
  }
}

extension V1 {
  /// A plugin that binds interfaces.
  public struct InterfaceBindingPlugin: Sendable {
    /// Resources that the plugin takes in the pod.
    public var computeResourceOverhead: ResourceRequirementsWithoutClaims?
    /// How the interface appears in the domain: tap or managedTap.
    public var domainAttachmentType: String = ""
    /// device-info gives the plugin facts about its devices.
    public var downwardAPI: String = ""
    /// How an interface survives a migration.
    public var migration: InterfaceBindingMigration?
    /// NetworkAttachmentDefinition of the plugin's CNI part.
    public var networkAttachmentDefinition: String = ""
    /// Image of the plugin's container.
    public var sidecarImage: String = ""

    public init() {}
  }
}

extension V1.InterfaceBindingPlugin: JSONStructure {
  public static let memberNames: [StaticString] = [
    "computeResourceOverhead", "domainAttachmentType", "downwardAPI", "migration", "networkAttachmentDefinition",
    "sidecarImage",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("computeResourceOverhead", &computeResourceOverhead)
      case 1: reader.member("domainAttachmentType", &domainAttachmentType)
      case 2: reader.member("downwardAPI", &downwardAPI)
      case 3: reader.member("migration", &migration)
      case 4: reader.member("networkAttachmentDefinition", &networkAttachmentDefinition)
      case 5: reader.member("sidecarImage", &sidecarImage)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x52657475706d6f63:
      if key.equals("computeResourceOverhead") { return 0 }
    case 0x74416e69616d6f64:
      if key.equals("domainAttachmentType") { return 1 }
    case 0x647261776e776f64:
      if key.equals("downwardAPI") { return 2 }
    case 0x6f6974617267696d:
      if key.equals("migration") { return 3 }
    case 0x416b726f7774656e:
      if key.equals("networkAttachmentDefinition") { return 4 }
    case 0x4972616365646973:
      if key.equals("sidecarImage") { return 5 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("computeResourceOverhead", computeResourceOverhead)
    writer.memberUnlessEmpty("domainAttachmentType", domainAttachmentType)
    writer.memberUnlessEmpty("downwardAPI", downwardAPI)
    writer.memberUnlessEmpty("migration", migration)
    writer.memberUnlessEmpty("networkAttachmentDefinition", networkAttachmentDefinition)
    writer.memberUnlessEmpty("sidecarImage", sidecarImage)
    writer.endObject()
  }
}

extension V1 {
  /// Where nodes share equal memory pages.
  public struct KSMConfiguration: Sendable {
    /// Labels of the nodes.
    public var nodeLabelSelector: LabelSelector?

    public init() {}
  }
}

extension V1.KSMConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["nodeLabelSelector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeLabelSelector", &nodeLabelSelector)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6562614c65646f6e:
      if key.equals("nodeLabelSelector") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodeLabelSelector", nodeLabelSelector)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of the running components.
  public struct KubeVirtConfiguration: Sendable {
    /// Factor on the computed memory overhead, as text.
    public var additionalGuestMemoryOverheadRatio: String?
    /// Settings of virt-api.
    public var apiConfiguration: ReloadableComponentConfiguration?
    /// Settings by CPU architecture.
    @Boxed public var architectureConfiguration: ArchConfiguration?
    /// Labels of namespaces whose instances get a CPU limit by themselves.
    public var autoCPULimitNamespaceLabelSelector: LabelSelector?
    /// Whose changed blocks are tracked.
    public var changedBlockTrackingLabelSelectors: ChangedBlockTrackingSelectors?
    /// The common instance types and preferences.
    public var commonInstancetypesDeployment: CommonInstancetypesDeployment?
    /// Settings of virt-controller.
    public var controllerConfiguration: ReloadableComponentConfiguration?
    /// Processor model of guests that ask for none.
    public var cpuModel: String = ""
    /// CPU that is requested for guests that ask for none.
    public var cpuRequest: Quantity?
    /// Runtime class of launcher pods.
    public var defaultRuntimeClass: String = ""
    /// Feature gates and settings for development.
    @Boxed public var developerConfiguration: DeveloperConfiguration?
    /// Patterns of the machine types that are allowed; give `architectureConfiguration` instead.
    public var emulatedMachines: [String] = []
    /// Eviction strategy of instances that ask for none.
    public var evictionStrategy: String?
    /// Settings of virt-handler.
    public var handlerConfiguration: ReloadableComponentConfiguration?
    /// The hypervisor that guests run on.
    public var hypervisors: [HypervisorConfiguration] = []
    /// When launcher images are fetched: Always, IfNotPresent or Never.
    public var imagePullPolicy: String = ""
    /// How machines refer to instance types and preferences.
    public var instancetype: InstancetypeConfiguration?
    /// Where nodes share equal memory pages.
    public var ksmConfiguration: KSMConfiguration?
    /// How far running guests can grow.
    @Boxed public var liveUpdateConfiguration: LiveUpdateConfiguration?
    /// Machine type of guests that ask for none; give `architectureConfiguration` instead.
    public var machineType: String = ""
    /// Mediated devices to make at nodes.
    @Boxed public var mediatedDevicesConfiguration: MediatedDevicesConfiguration?
    /// Seconds between two readings of the guest's memory use; 0 for none.
    public var memBalloonStatsPeriod: UInt32?
    /// Settings of migrations.
    @Boxed public var migrations: MigrationConfiguration?
    /// Oldest processor model that counts as common.
    public var minCPUModel: String = ""
    /// Settings of interfaces and networks.
    @Boxed public var network: NetworkConfiguration?
    /// Processor models that are left out of nodes' labels.
    public var obsoleteCPUModels: [String: Bool]?
    /// Folder with the UEFI firmware; give `architectureConfiguration` instead.
    public var ovmfPath: String = ""
    /// Devices of hosts that guests may get.
    public var permittedHostDevices: PermittedHostDevices?
    /// Whether our roles are added to the cluster's (AggregateToDefault) or not (Manual).
    public var roleAggregationStrategy: String?
    /// Seccomp profiles.
    public var seccompConfiguration: SeccompConfiguration?
    /// SELinux type of launchers.
    public var selinuxLauncherType: String = ""
    /// What guests read in their system information.
    @Boxed public var smbios: SMBiosConfiguration?
    /// Resources of the containers beside the launcher's.
    public var supportContainerResources: [SupportContainerResources] = []
    /// Patterns of the guest agent's versions that are supported.
    public var supportedGuestAgentVersions: [String] = []
    /// TLS of the components' servers.
    public var tlsConfiguration: TLSConfiguration?
    /// The service for templates of machines.
    public var virtTemplateDeployment: VirtTemplateDeployment?
    /// Most instances of a node.
    public var virtualMachineInstancesPerNode: Int?
    /// Switches for all machines.
    public var virtualMachineOptions: VirtualMachineOptions?
    /// Whether changes reach running guests where they can (LiveUpdate) or at the next start (Stage).
    public var vmRolloutStrategy: String?
    /// Storage class of claims for the firmware's and TPM's state.
    public var vmStateStorageClass: String = ""
    /// Settings of the webhooks.
    public var webhookConfiguration: ReloadableComponentConfiguration?

    public init() {}
  }
}

extension V1.KubeVirtConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "additionalGuestMemoryOverheadRatio", "apiConfiguration", "architectureConfiguration",
    "autoCPULimitNamespaceLabelSelector", "changedBlockTrackingLabelSelectors", "commonInstancetypesDeployment",
    "controllerConfiguration", "cpuModel", "cpuRequest", "defaultRuntimeClass", "developerConfiguration",
    "emulatedMachines", "evictionStrategy", "handlerConfiguration", "hypervisors", "imagePullPolicy", "instancetype",
    "ksmConfiguration", "liveUpdateConfiguration", "machineType", "mediatedDevicesConfiguration",
    "memBalloonStatsPeriod", "migrations", "minCPUModel", "network", "obsoleteCPUModels", "ovmfPath",
    "permittedHostDevices", "roleAggregationStrategy", "seccompConfiguration", "selinuxLauncherType", "smbios",
    "supportContainerResources", "supportedGuestAgentVersions", "tlsConfiguration", "virtTemplateDeployment",
    "virtualMachineInstancesPerNode", "virtualMachineOptions", "vmRolloutStrategy", "vmStateStorageClass",
    "webhookConfiguration",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("additionalGuestMemoryOverheadRatio", &additionalGuestMemoryOverheadRatio)
      case 1: reader.member("apiConfiguration", &apiConfiguration)
      case 2: reader.member("architectureConfiguration", &architectureConfiguration)
      case 3: reader.member("autoCPULimitNamespaceLabelSelector", &autoCPULimitNamespaceLabelSelector)
      case 4: reader.member("changedBlockTrackingLabelSelectors", &changedBlockTrackingLabelSelectors)
      case 5: reader.member("commonInstancetypesDeployment", &commonInstancetypesDeployment)
      case 6: reader.member("controllerConfiguration", &controllerConfiguration)
      case 7: reader.member("cpuModel", &cpuModel)
      case 8: reader.member("cpuRequest", &cpuRequest)
      case 9: reader.member("defaultRuntimeClass", &defaultRuntimeClass)
      case 10: reader.member("developerConfiguration", &developerConfiguration)
      case 11: reader.member("emulatedMachines", &emulatedMachines)
      case 12: reader.member("evictionStrategy", &evictionStrategy)
      case 13: reader.member("handlerConfiguration", &handlerConfiguration)
      case 14: reader.member("hypervisors", &hypervisors)
      case 15: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 16: reader.member("instancetype", &instancetype)
      case 17: reader.member("ksmConfiguration", &ksmConfiguration)
      case 18: reader.member("liveUpdateConfiguration", &liveUpdateConfiguration)
      case 19: reader.member("machineType", &machineType)
      case 20: reader.member("mediatedDevicesConfiguration", &mediatedDevicesConfiguration)
      case 21: reader.member("memBalloonStatsPeriod", &memBalloonStatsPeriod)
      case 22: reader.member("migrations", &migrations)
      case 23: reader.member("minCPUModel", &minCPUModel)
      case 24: reader.member("network", &network)
      case 25: reader.member("obsoleteCPUModels", &obsoleteCPUModels)
      case 26: reader.member("ovmfPath", &ovmfPath)
      case 27: reader.member("permittedHostDevices", &permittedHostDevices)
      case 28: reader.member("roleAggregationStrategy", &roleAggregationStrategy)
      case 29: reader.member("seccompConfiguration", &seccompConfiguration)
      case 30: reader.member("selinuxLauncherType", &selinuxLauncherType)
      case 31: reader.member("smbios", &smbios)
      case 32: reader.member("supportContainerResources", &supportContainerResources)
      case 33: reader.member("supportedGuestAgentVersions", &supportedGuestAgentVersions)
      case 34: reader.member("tlsConfiguration", &tlsConfiguration)
      case 35: reader.member("virtTemplateDeployment", &virtTemplateDeployment)
      case 36: reader.member("virtualMachineInstancesPerNode", &virtualMachineInstancesPerNode)
      case 37: reader.member("virtualMachineOptions", &virtualMachineOptions)
      case 38: reader.member("vmRolloutStrategy", &vmRolloutStrategy)
      case 39: reader.member("vmStateStorageClass", &vmStateStorageClass)
      case 40: reader.member("webhookConfiguration", &webhookConfiguration)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e6f697469646461:
      if key.equals("additionalGuestMemoryOverheadRatio") { return 0 }
    case 0x69666e6f43697061:
      if key.equals("apiConfiguration") { return 1 }
    case 0x6365746968637261:
      if key.equals("architectureConfiguration") { return 2 }
    case 0x4c5550436f747561:
      if key.equals("autoCPULimitNamespaceLabelSelector") { return 3 }
    case 0x426465676e616863:
      if key.equals("changedBlockTrackingLabelSelectors") { return 4 }
    case 0x6e496e6f6d6d6f63:
      if key.equals("commonInstancetypesDeployment") { return 5 }
    case 0x6c6c6f72746e6f63:
      if key.equals("controllerConfiguration") { return 6 }
    case 0x6c65646f4d757063:
      if key.count == 8 { return 7 }  // cpuModel
    case 0x6575716552757063:
      if key.equals("cpuRequest") { return 8 }
    case 0x52746c7561666564:
      if key.equals("defaultRuntimeClass") { return 9 }
    case 0x65706f6c65766564:
      if key.equals("developerConfiguration") { return 10 }
    case 0x646574616c756d65:
      if key.equals("emulatedMachines") { return 11 }
    case 0x6e6f697463697665:
      if key.equals("evictionStrategy") { return 12 }
    case 0x4372656c646e6168:
      if key.equals("handlerConfiguration") { return 13 }
    case 0x7369767265707968:
      if key.equals("hypervisors") { return 14 }
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 15 }
    case 0x65636e6174736e69:
      if key.equals("instancetype") { return 16 }
    case 0x69666e6f436d736b:
      if key.equals("ksmConfiguration") { return 17 }
    case 0x616470556576696c:
      if key.equals("liveUpdateConfiguration") { return 18 }
    case 0x54656e696863616d:
      if key.equals("machineType") { return 19 }
    case 0x646574616964656d:
      if key.equals("mediatedDevicesConfiguration") { return 20 }
    case 0x6f6c6c61426d656d:
      if key.equals("memBalloonStatsPeriod") { return 21 }
    case 0x6f6974617267696d:
      if key.equals("migrations") { return 22 }
    case 0x6f4d5550436e696d:
      if key.equals("minCPUModel") { return 23 }
    case 0x6b726f7774656e:
      if key.count == 7 { return 24 }  // network
    case 0x6574656c6f73626f:
      if key.equals("obsoleteCPUModels") { return 25 }
    case 0x68746150666d766f:
      if key.count == 8 { return 26 }  // ovmfPath
    case 0x657474696d726570:
      if key.equals("permittedHostDevices") { return 27 }
    case 0x72676741656c6f72:
      if key.equals("roleAggregationStrategy") { return 28 }
    case 0x43706d6f63636573:
      if key.equals("seccompConfiguration") { return 29 }
    case 0x4c78756e696c6573:
      if key.equals("selinuxLauncherType") { return 30 }
    case 0x736f69626d73:
      if key.count == 6 { return 31 }  // smbios
    case 0x4374726f70707573:
      if key.equals("supportContainerResources") { return 32 }
    case 0x6574726f70707573:
      if key.equals("supportedGuestAgentVersions") { return 33 }
    case 0x69666e6f43736c74:
      if key.equals("tlsConfiguration") { return 34 }
    case 0x706d655474726976:
      if key.equals("virtTemplateDeployment") { return 35 }
    case 0x4d6c617574726976:
      if key.equals("virtualMachineInstancesPerNode") { return 36 }
      if key.equals("virtualMachineOptions") { return 37 }
    case 0x756f6c6c6f526d76:
      if key.equals("vmRolloutStrategy") { return 38 }
    case 0x5365746174536d76:
      if key.equals("vmStateStorageClass") { return 39 }
    case 0x436b6f6f68626577:
      if key.equals("webhookConfiguration") { return 40 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("additionalGuestMemoryOverheadRatio", additionalGuestMemoryOverheadRatio)
    writer.memberUnlessEmpty("apiConfiguration", apiConfiguration)
    writer.memberUnlessEmpty("architectureConfiguration", architectureConfiguration)
    writer.memberUnlessEmpty("autoCPULimitNamespaceLabelSelector", autoCPULimitNamespaceLabelSelector)
    writer.memberUnlessEmpty("changedBlockTrackingLabelSelectors", changedBlockTrackingLabelSelectors)
    writer.memberUnlessEmpty("commonInstancetypesDeployment", commonInstancetypesDeployment)
    writer.memberUnlessEmpty("controllerConfiguration", controllerConfiguration)
    writer.memberUnlessEmpty("cpuModel", cpuModel)
    writer.memberUnlessEmpty("cpuRequest", cpuRequest)
    writer.memberUnlessEmpty("defaultRuntimeClass", defaultRuntimeClass)
    writer.memberUnlessEmpty("developerConfiguration", developerConfiguration)
    writer.memberUnlessEmpty("emulatedMachines", emulatedMachines)
    writer.memberUnlessEmpty("evictionStrategy", evictionStrategy)
    writer.memberUnlessEmpty("handlerConfiguration", handlerConfiguration)
    writer.memberUnlessEmpty("hypervisors", hypervisors)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("instancetype", instancetype)
    writer.memberUnlessEmpty("ksmConfiguration", ksmConfiguration)
    writer.memberUnlessEmpty("liveUpdateConfiguration", liveUpdateConfiguration)
    writer.memberUnlessEmpty("machineType", machineType)
    writer.memberUnlessEmpty("mediatedDevicesConfiguration", mediatedDevicesConfiguration)
    writer.memberUnlessEmpty("memBalloonStatsPeriod", memBalloonStatsPeriod)
    writer.memberUnlessEmpty("migrations", migrations)
    writer.memberUnlessEmpty("minCPUModel", minCPUModel)
    writer.memberUnlessEmpty("network", network)
    writer.memberUnlessEmpty("obsoleteCPUModels", obsoleteCPUModels ?? [:])
    writer.memberUnlessEmpty("ovmfPath", ovmfPath)
    writer.memberUnlessEmpty("permittedHostDevices", permittedHostDevices)
    writer.memberUnlessEmpty("roleAggregationStrategy", roleAggregationStrategy)
    writer.memberUnlessEmpty("seccompConfiguration", seccompConfiguration)
    writer.memberUnlessEmpty("selinuxLauncherType", selinuxLauncherType)
    writer.memberUnlessEmpty("smbios", smbios)
    writer.memberUnlessEmpty("supportContainerResources", supportContainerResources)
    writer.memberUnlessEmpty("supportedGuestAgentVersions", supportedGuestAgentVersions)
    writer.memberUnlessEmpty("tlsConfiguration", tlsConfiguration)
    writer.memberUnlessEmpty("virtTemplateDeployment", virtTemplateDeployment)
    writer.memberUnlessEmpty("virtualMachineInstancesPerNode", virtualMachineInstancesPerNode)
    writer.memberUnlessEmpty("virtualMachineOptions", virtualMachineOptions)
    writer.memberUnlessEmpty("vmRolloutStrategy", vmRolloutStrategy)
    writer.memberUnlessEmpty("vmStateStorageClass", vmStateStorageClass)
    writer.memberUnlessEmpty("webhookConfiguration", webhookConfiguration)
    writer.endObject()
  }
}

extension V1 {
  /// How far running guests can grow.
  public struct LiveUpdateConfiguration: Sendable {
    /// Most sockets.
    public var maxCpuSockets: UInt32?
    /// Most memory.
    public var maxGuest: Quantity?
    /// Factor on a guest's size where no maximum is given.
    public var maxHotplugRatio: UInt32 = 0

    public init() {}
  }
}

extension V1.LiveUpdateConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["maxCpuSockets", "maxGuest", "maxHotplugRatio"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("maxCpuSockets", &maxCpuSockets)
      case 1: reader.member("maxGuest", &maxGuest)
      case 2: reader.member("maxHotplugRatio", &maxHotplugRatio)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6f5375704378616d:
      if key.equals("maxCpuSockets") { return 0 }
    case 0x747365754778616d:
      if key.count == 8 { return 1 }  // maxGuest
    case 0x6c70746f4878616d:
      if key.equals("maxHotplugRatio") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("maxCpuSockets", maxCpuSockets)
    writer.memberUnlessEmpty("maxGuest", maxGuest)
    writer.memberUnlessEmpty("maxHotplugRatio", maxHotplugRatio)
    writer.endObject()
  }
}

extension V1 {
  /// How much each component logs; greater numbers are more.
  public struct LogVerbosity: Sendable {
    /// How much virt-handler logs, by node.
    public var nodeVerbosity: [String: UInt]?
    /// How much virt-api logs.
    public var virtAPI: UInt = 0
    /// How much virt-controller logs.
    public var virtController: UInt = 0
    /// How much virt-handler logs.
    public var virtHandler: UInt = 0
    /// How much virt-launcher logs.
    public var virtLauncher: UInt = 0
    /// How much virt-operator logs.
    public var virtOperator: UInt = 0
    /// How much the synchronization controller logs.
    public var virtSynchronizationController: UInt = 0

    public init() {}
  }
}

extension V1.LogVerbosity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "nodeVerbosity", "virtAPI", "virtController", "virtHandler", "virtLauncher", "virtOperator",
    "virtSynchronizationController",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeVerbosity", &nodeVerbosity)
      case 1: reader.member("virtAPI", &virtAPI)
      case 2: reader.member("virtController", &virtController)
      case 3: reader.member("virtHandler", &virtHandler)
      case 4: reader.member("virtLauncher", &virtLauncher)
      case 5: reader.member("virtOperator", &virtOperator)
      case 6: reader.member("virtSynchronizationController", &virtSynchronizationController)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6272655665646f6e:
      if key.equals("nodeVerbosity") { return 0 }
    case 0x49504174726976:
      if key.count == 7 { return 1 }  // virtAPI
    case 0x746e6f4374726976:
      if key.equals("virtController") { return 2 }
    case 0x646e614874726976:
      if key.equals("virtHandler") { return 3 }
    case 0x6e75614c74726976:
      if key.equals("virtLauncher") { return 4 }
    case 0x7265704f74726976:
      if key.equals("virtOperator") { return 5 }
    case 0x636e795374726976:
      if key.equals("virtSynchronizationController") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodeVerbosity", nodeVerbosity ?? [:])
    writer.memberUnlessEmpty("virtAPI", virtAPI)
    writer.memberUnlessEmpty("virtController", virtController)
    writer.memberUnlessEmpty("virtHandler", virtHandler)
    writer.memberUnlessEmpty("virtLauncher", virtLauncher)
    writer.memberUnlessEmpty("virtOperator", virtOperator)
    writer.memberUnlessEmpty("virtSynchronizationController", virtSynchronizationController)
    writer.endObject()
  }
}

extension V1 {
  /// Mediated devices to make at nodes.
  public struct MediatedDevicesConfiguration: Sendable {
    /// False makes none.
    public var enabled: Bool?
    /// Types to make.
    public var mediatedDeviceTypes: [String] = []
    /// Types to make; the old name of `mediatedDeviceTypes`.
    public var mediatedDevicesTypes: [String] = []
    /// Types to make at certain nodes.
    public var nodeMediatedDeviceTypes: [NodeMediatedDeviceTypesConfig] = []

    public init() {}
  }
}

extension V1.MediatedDevicesConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "enabled", "mediatedDeviceTypes", "mediatedDevicesTypes", "nodeMediatedDeviceTypes",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      case 1: reader.member("mediatedDeviceTypes", &mediatedDeviceTypes)
      case 2: reader.member("mediatedDevicesTypes", &mediatedDevicesTypes)
      case 3: reader.member("nodeMediatedDeviceTypes", &nodeMediatedDeviceTypes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    case 0x646574616964656d:
      if key.equals("mediatedDeviceTypes") { return 1 }
      if key.equals("mediatedDevicesTypes") { return 2 }
    case 0x6964654d65646f6e:
      if key.equals("nodeMediatedDeviceTypes") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.memberUnlessEmpty("mediatedDeviceTypes", mediatedDeviceTypes)
    writer.memberUnlessEmpty("mediatedDevicesTypes", mediatedDevicesTypes)
    writer.memberUnlessEmpty("nodeMediatedDeviceTypes", nodeMediatedDeviceTypes)
    writer.endObject()
  }
}

extension V1 {
  /// Mediated devices that guests may get.
  public struct MediatedHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Name of the device's type.
    public var mdevNameSelector: String = ""
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""

    public init() {}
  }
}

extension V1.MediatedHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "mdevNameSelector", "resourceName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("mdevNameSelector", &mdevNameSelector)
      case 2: reader.member("resourceName", &resourceName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x656d614e7665646d:
      if key.equals("mdevNameSelector") { return 1 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("mdevNameSelector", mdevNameSelector)
    writer.member("resourceName", resourceName)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of migrations.
  public struct MigrationConfiguration: Sendable {
    /// True slows a guest down whose memory changes too fast.
    public var allowAutoConverge: Bool?
    /// True lets the guest run at the target before all memory is there.
    public var allowPostCopy: Bool?
    /// True lets a migration that takes too long switch to post-copy or pause the guest.
    public var allowWorkloadDisruption: Bool?
    /// Most bytes a second; 0 for no limit.
    public var bandwidthPerMigration: Quantity?
    /// Seconds for each gibibyte of memory after which a migration is ended.
    public var completionTimeoutPerGiB: Int64?
    /// True sends the data unencrypted.
    public var disableTLS: Bool?
    /// True gives the target the source's SELinux level.
    public var matchSELinuxLevelOnMigration: Bool?
    /// NetworkAttachmentDefinition of the migration network.
    public var network: String?
    /// Taint of nodes that instances move away from.
    public var nodeDrainTaintKey: String?
    /// Most migrations at once in the cluster.
    public var parallelMigrationsPerCluster: UInt32?
    /// Most migrations at once away from a node.
    public var parallelOutboundMigrationsPerNode: UInt32?
    /// Seconds without progress after which a migration is ended.
    public var progressTimeout: Int64?
    /// True skips the check whether a migration is safe.
    public var unsafeMigrationOverride: Bool?
    /// Seconds that a migration waits for utility volumes to be taken off.
    public var utilityVolumesTimeout: Int64?

    public init() {}
  }
}

extension V1.MigrationConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "allowAutoConverge", "allowPostCopy", "allowWorkloadDisruption", "bandwidthPerMigration", "completionTimeoutPerGiB",
    "disableTLS", "matchSELinuxLevelOnMigration", "network", "nodeDrainTaintKey", "parallelMigrationsPerCluster",
    "parallelOutboundMigrationsPerNode", "progressTimeout", "unsafeMigrationOverride", "utilityVolumesTimeout",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("allowAutoConverge", &allowAutoConverge)
      case 1: reader.member("allowPostCopy", &allowPostCopy)
      case 2: reader.member("allowWorkloadDisruption", &allowWorkloadDisruption)
      case 3: reader.member("bandwidthPerMigration", &bandwidthPerMigration)
      case 4: reader.member("completionTimeoutPerGiB", &completionTimeoutPerGiB)
      case 5: reader.member("disableTLS", &disableTLS)
      case 6: reader.member("matchSELinuxLevelOnMigration", &matchSELinuxLevelOnMigration)
      case 7: reader.member("network", &network)
      case 8: reader.member("nodeDrainTaintKey", &nodeDrainTaintKey)
      case 9: reader.member("parallelMigrationsPerCluster", &parallelMigrationsPerCluster)
      case 10: reader.member("parallelOutboundMigrationsPerNode", &parallelOutboundMigrationsPerNode)
      case 11: reader.member("progressTimeout", &progressTimeout)
      case 12: reader.member("unsafeMigrationOverride", &unsafeMigrationOverride)
      case 13: reader.member("utilityVolumesTimeout", &utilityVolumesTimeout)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x747541776f6c6c61:
      if key.equals("allowAutoConverge") { return 0 }
    case 0x736f50776f6c6c61:
      if key.equals("allowPostCopy") { return 1 }
    case 0x726f57776f6c6c61:
      if key.equals("allowWorkloadDisruption") { return 2 }
    case 0x74646977646e6162:
      if key.equals("bandwidthPerMigration") { return 3 }
    case 0x6974656c706d6f63:
      if key.equals("completionTimeoutPerGiB") { return 4 }
    case 0x54656c6261736964:
      if key.equals("disableTLS") { return 5 }
    case 0x4c4553686374616d:
      if key.equals("matchSELinuxLevelOnMigration") { return 6 }
    case 0x6b726f7774656e:
      if key.count == 7 { return 7 }  // network
    case 0x6961724465646f6e:
      if key.equals("nodeDrainTaintKey") { return 8 }
    case 0x6c656c6c61726170:
      if key.equals("parallelMigrationsPerCluster") { return 9 }
      if key.equals("parallelOutboundMigrationsPerNode") { return 10 }
    case 0x73736572676f7270:
      if key.equals("progressTimeout") { return 11 }
    case 0x694d656661736e75:
      if key.equals("unsafeMigrationOverride") { return 12 }
    case 0x567974696c697475:
      if key.equals("utilityVolumesTimeout") { return 13 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("allowAutoConverge", allowAutoConverge)
    writer.memberUnlessEmpty("allowPostCopy", allowPostCopy)
    writer.memberUnlessEmpty("allowWorkloadDisruption", allowWorkloadDisruption)
    writer.memberUnlessEmpty("bandwidthPerMigration", bandwidthPerMigration)
    writer.memberUnlessEmpty("completionTimeoutPerGiB", completionTimeoutPerGiB)
    writer.memberUnlessEmpty("disableTLS", disableTLS)
    writer.memberUnlessEmpty("matchSELinuxLevelOnMigration", matchSELinuxLevelOnMigration)
    writer.memberUnlessEmpty("network", network)
    writer.memberUnlessEmpty("nodeDrainTaintKey", nodeDrainTaintKey)
    writer.memberUnlessEmpty("parallelMigrationsPerCluster", parallelMigrationsPerCluster)
    writer.memberUnlessEmpty("parallelOutboundMigrationsPerNode", parallelOutboundMigrationsPerNode)
    writer.memberUnlessEmpty("progressTimeout", progressTimeout)
    writer.memberUnlessEmpty("unsafeMigrationOverride", unsafeMigrationOverride)
    writer.memberUnlessEmpty("utilityVolumesTimeout", utilityVolumesTimeout)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of interfaces and networks.
  public struct NetworkConfiguration: Sendable {
    /// Plugins that bind interfaces, by name.
    public var binding: [String: InterfaceBindingPlugin]?
    /// Binding of the interface that is added when none is given.
    public var defaultNetworkInterface: String = ""
    /// False refuses the bridge binding on the pod network.
    public var permitBridgeInterfaceOnPodNetwork: Bool?
    /// Without effect; the slirp binding is gone.
    public var permitSlirpInterface: Bool?

    public init() {}
  }
}

extension V1.NetworkConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "binding", "defaultNetworkInterface", "permitBridgeInterfaceOnPodNetwork", "permitSlirpInterface",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("binding", &binding)
      case 1: reader.member("defaultNetworkInterface", &defaultNetworkInterface)
      case 2: reader.member("permitBridgeInterfaceOnPodNetwork", &permitBridgeInterfaceOnPodNetwork)
      case 3: reader.member("permitSlirpInterface", &permitSlirpInterface)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x676e69646e6962:
      if key.count == 7 { return 0 }  // binding
    case 0x4e746c7561666564:
      if key.equals("defaultNetworkInterface") { return 1 }
    case 0x724274696d726570:
      if key.equals("permitBridgeInterfaceOnPodNetwork") { return 2 }
    case 0x6c5374696d726570:
      if key.equals("permitSlirpInterface") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("binding", binding ?? [:])
    writer.memberUnlessEmpty("defaultNetworkInterface", defaultNetworkInterface)
    writer.memberUnlessEmpty("permitBridgeInterfaceOnPodNetwork", permitBridgeInterfaceOnPodNetwork)
    writer.memberUnlessEmpty("permitSlirpInterface", permitSlirpInterface)
    writer.endObject()
  }
}

extension V1 {
  /// Mediated devices to make at certain nodes.
  public struct NodeMediatedDeviceTypesConfig: Sendable {
    /// Types to make.
    public var mediatedDeviceTypes: [String] = []
    /// Types to make; the old name of `mediatedDeviceTypes`.
    public var mediatedDevicesTypes: [String] = []
    /// Labels of the nodes.
    public var nodeSelector: [String: String]?

    public init() {}
  }
}

extension V1.NodeMediatedDeviceTypesConfig: JSONStructure {
  public static let memberNames: [StaticString] = ["mediatedDeviceTypes", "mediatedDevicesTypes", "nodeSelector"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mediatedDeviceTypes", &mediatedDeviceTypes)
      case 1: reader.member("mediatedDevicesTypes", &mediatedDevicesTypes)
      case 2: reader.member("nodeSelector", &nodeSelector)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "nodeSelector")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574616964656d:
      if key.equals("mediatedDeviceTypes") { return 0 }
      if key.equals("mediatedDevicesTypes") { return 1 }
    case 0x656c655365646f6e:
      if key.equals("nodeSelector") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("mediatedDeviceTypes", mediatedDeviceTypes)
    writer.memberUnlessEmpty("mediatedDevicesTypes", mediatedDevicesTypes)
    writer.member("nodeSelector", nodeSelector)
    writer.endObject()
  }
}

extension V1 {
  /// PCI devices that guests may get.
  public struct PciHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Vendor and device, such as 10DE:1EB8.
    public var pciVendorSelector: String = ""
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""

    public init() {}
  }
}

extension V1.PciHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "pciVendorSelector", "resourceName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("pciVendorSelector", &pciVendorSelector)
      case 2: reader.member("resourceName", &resourceName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x6f646e6556696370:
      if key.equals("pciVendorSelector") { return 1 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("pciVendorSelector", pciVendorSelector)
    writer.member("resourceName", resourceName)
    writer.endObject()
  }
}

extension V1 {
  /// Devices of hosts that guests may get.
  public struct PermittedHostDevices: Sendable {
    /// Mediated devices.
    public var mediatedDevices: [MediatedHostDevice] = []
    /// PCI devices.
    public var pciHostDevices: [PciHostDevice] = []
    /// USB devices.
    public var usb: [USBHostDevice] = []

    public init() {}
  }
}

extension V1.PermittedHostDevices: JSONStructure {
  public static let memberNames: [StaticString] = ["mediatedDevices", "pciHostDevices", "usb"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mediatedDevices", &mediatedDevices)
      case 1: reader.member("pciHostDevices", &pciHostDevices)
      case 2: reader.member("usb", &usb)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646574616964656d:
      if key.equals("mediatedDevices") { return 0 }
    case 0x4474736f48696370:
      if key.equals("pciHostDevices") { return 1 }
    case 0x627375:
      if key.count == 3 { return 2 }  // usb
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("mediatedDevices", mediatedDevices)
    writer.memberUnlessEmpty("pciHostDevices", pciHostDevices)
    writer.memberUnlessEmpty("usb", usb)
    writer.endObject()
  }
}

extension V1 {
  /// How a component calls the API server.
  public struct RESTClientConfiguration: Sendable {
    /// How fast it may call.
    public var rateLimiter: RateLimiter?

    public init() {}
  }
}

extension V1.RESTClientConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["rateLimiter"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("rateLimiter", &rateLimiter)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696d694c65746172:
      if key.equals("rateLimiter") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("rateLimiter", rateLimiter)
    writer.endObject()
  }
}

extension V1 {
  /// How fast a component may call.
  public struct RateLimiter: Sendable {
    /// Limits by a bucket of tokens.
    public var tokenBucketRateLimiter: TokenBucketRateLimiter?

    public init() {}
  }
}

extension V1.RateLimiter: JSONStructure {
  public static let memberNames: [StaticString] = ["tokenBucketRateLimiter"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("tokenBucketRateLimiter", &tokenBucketRateLimiter)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6375426e656b6f74:
      if key.equals("tokenBucketRateLimiter") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("tokenBucketRateLimiter", tokenBucketRateLimiter)
    writer.endObject()
  }
}

extension V1 {
  /// Settings of a component that take effect at once.
  public struct ReloadableComponentConfiguration: Sendable {
    /// How it calls the API server.
    public var restClient: RESTClientConfiguration?

    public init() {}
  }
}

extension V1.ReloadableComponentConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["restClient"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("restClient", &restClient)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x65696c4374736572:
      if key.equals("restClient") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("restClient", restClient)
    writer.endObject()
  }
}

extension V1 {
  /// Resources that a container asks for and may use.
  public struct ResourceRequirementsWithoutClaims: Sendable {
    /// Most that may be used, by resource.
    public var limits: [String: Quantity]?
    /// What is reserved, by resource.
    public var requests: [String: Quantity]?

    public init() {}
  }
}

extension V1.ResourceRequirementsWithoutClaims: JSONStructure {
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

extension V1 {
  /// What guests read in their system information.
  public struct SMBiosConfiguration: Sendable {
    /// Family.
    public var family: String = ""
    /// Manufacturer.
    public var manufacturer: String = ""
    /// Product.
    public var product: String = ""
    /// Stock keeping unit.
    public var sku: String = ""
    /// Version.
    public var version: String = ""

    public init() {}
  }
}

extension V1.SMBiosConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["family", "manufacturer", "product", "sku", "version"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("family", &family)
      case 1: reader.member("manufacturer", &manufacturer)
      case 2: reader.member("product", &product)
      case 3: reader.member("sku", &sku)
      case 4: reader.member("version", &version)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x796c696d6166:
      if key.count == 6 { return 0 }  // family
    case 0x74636166756e616d:
      if key.equals("manufacturer") { return 1 }
    case 0x746375646f7270:
      if key.count == 7 { return 2 }  // product
    case 0x756b73:
      if key.count == 3 { return 3 }  // sku
    case 0x6e6f6973726576:
      if key.count == 7 { return 4 }  // version
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("family", family)
    writer.memberUnlessEmpty("manufacturer", manufacturer)
    writer.memberUnlessEmpty("product", product)
    writer.memberUnlessEmpty("sku", sku)
    writer.memberUnlessEmpty("version", version)
    writer.endObject()
  }
}

extension V1 {
  /// Seccomp profiles.
  public struct SeccompConfiguration: Sendable {
    /// The profile of launcher pods.
    public var virtualMachineInstanceProfile: VirtualMachineInstanceProfile?

    public init() {}
  }
}

extension V1.SeccompConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["virtualMachineInstanceProfile"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("virtualMachineInstanceProfile", &virtualMachineInstanceProfile)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4d6c617574726976:
      if key.equals("virtualMachineInstanceProfile") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("virtualMachineInstanceProfile", virtualMachineInstanceProfile)
    writer.endObject()
  }
}

extension V1 {
  /// Resources of one kind of container beside the launcher's.
  public struct SupportContainerResources: Sendable {
    /// The resources.
    public var resources: ResourceRequirementsWithoutClaims = ResourceRequirementsWithoutClaims()
    /// Kind of container, such as container-disk or virtiofs.
    public var type: String = ""

    public init() {}
  }
}

extension V1.SupportContainerResources: JSONStructure {
  public static let memberNames: [StaticString] = ["resources", "type"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("resources", &resources)
      case 1: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "resources")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656372756f736572:
      if key.equals("resources") { return 0 }
    case 0x65707974:
      if key.count == 4 { return 1 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("resources", resources)
    writer.member("type", type)
    writer.endObject()
  }
}

extension V1 {
  /// TLS of the components' servers.
  public struct TLSConfiguration: Sendable {
    /// Cipher suites that are allowed up to TLS 1.2.
    public var ciphers: [String] = []
    /// Oldest version that is allowed, VersionTLS10 to VersionTLS13.
    public var minTLSVersion: String = ""

    public init() {}
  }
}

extension V1.TLSConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = ["ciphers", "minTLSVersion"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("ciphers", &ciphers)
      case 1: reader.member("minTLSVersion", &minTLSVersion)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73726568706963:
      if key.count == 7 { return 0 }  // ciphers
    case 0x6556534c546e696d:
      if key.equals("minTLSVersion") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("ciphers", ciphers)
    writer.memberUnlessEmpty("minTLSVersion", minTLSVersion)
    writer.endObject()
  }
}

extension V1 {
  /// Limits by a bucket of tokens.
  public struct TokenBucketRateLimiter: Sendable {
    /// Calls that may come at once.
    public var burst: Int = 0
    /// Calls a second on average.
    public var qps: Double = 0

    public init() {}
  }
}

extension V1.TokenBucketRateLimiter: JSONStructure {
  public static let memberNames: [StaticString] = ["burst", "qps"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("burst", &burst)
      case 1: reader.member("qps", &qps)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7473727562:
      if key.count == 5 { return 0 }  // burst
    case 0x737071:
      if key.count == 3 { return 1 }  // qps
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("burst", burst)
    writer.member("qps", qps)
    writer.endObject()
  }
}

extension V1 {
  /// USB devices that guests may get.
  public struct USBHostDevice: Sendable {
    /// True when another device plugin offers them.
    public var externalResourceProvider: Bool = false
    /// Name of the resource under which nodes offer them.
    public var resourceName: String = ""
    /// Which devices.
    public var selectors: [USBSelector] = []

    public init() {}
  }
}

extension V1.USBHostDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["externalResourceProvider", "resourceName", "selectors"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("externalResourceProvider", &externalResourceProvider)
      case 1: reader.member("resourceName", &resourceName)
      case 2: reader.member("selectors", &selectors)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6c616e7265747865:
      if key.equals("externalResourceProvider") { return 0 }
    case 0x656372756f736572:
      if key.equals("resourceName") { return 1 }
    case 0x726f7463656c6573:
      if key.equals("selectors") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("externalResourceProvider", externalResourceProvider)
    writer.member("resourceName", resourceName)
    writer.memberUnlessEmpty("selectors", selectors)
    writer.endObject()
  }
}

extension V1 {
  /// USB devices of one product.
  public struct USBSelector: Sendable {
    /// Number of the product, hexadecimal.
    public var product: String = ""
    /// Number of the vendor, hexadecimal.
    public var vendor: String = ""

    public init() {}
  }
}

extension V1.USBSelector: JSONStructure {
  public static let memberNames: [StaticString] = ["product", "vendor"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("product", &product)
      case 1: reader.member("vendor", &vendor)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746375646f7270:
      if key.count == 7 { return 0 }  // product
    case 0x726f646e6576:
      if key.count == 6 { return 1 }  // vendor
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("product", product)
    writer.member("vendor", vendor)
    writer.endObject()
  }
}

extension V1 {
  /// The service for templates of machines.
  public struct VirtTemplateDeployment: Sendable {
    /// True installs it.
    public var enabled: Bool?

    public init() {}
  }
}

extension V1.VirtTemplateDeployment: JSONStructure {
  public static let memberNames: [StaticString] = ["enabled"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("enabled", &enabled)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x64656c62616e65:
      if key.count == 7 { return 0 }  // enabled
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("enabled", enabled)
    writer.endObject()
  }
}
