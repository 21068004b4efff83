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
