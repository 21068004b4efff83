/// A switch of the KubeVirt object that lets a part of the API be used (`spec.configuration.developerConfiguration`).
public enum FeatureGate: String, Sendable, Hashable, CaseIterable {
  // Alpha
  case libvirtHooksServerAndClient = "LibvirtHooksServerAndClient"
  case expandDisks = "ExpandDisks"
  case cpuManager = "CPUManager"
  case experimentalIgnitionSupport = "ExperimentalIgnitionSupport"
  case hypervStrictCheck = "HypervStrictCheck"
  case sidecar = "Sidecar"
  case hostDevices = "HostDevices"
  case hotplugVolumes = "HotplugVolumes"
  case hostDisk = "HostDisk"
  case downwardMetrics = "DownwardMetrics"
  case root = "Root"
  case workloadEncryptionSEV = "WorkloadEncryptionSEV"
  case workloadEncryptionTDX = "WorkloadEncryptionTDX"
  case vsock = "VSOCK"
  case persistentReservation = "PersistentReservation"
  case alignCPUs = "AlignCPUs"
  case enableVirtioFsStorageVolumes = "EnableVirtioFsStorageVolumes"
  case gpusWithDRA = "GPUsWithDRA"
  case hostDevicesWithDRA = "HostDevicesWithDRA"
  case pciNUMAAwareTopology = "PCINUMAAwareTopology"
  case decentralizedLiveMigration = "DecentralizedLiveMigration"
  case declarativeHotplugVolumes = "DeclarativeHotplugVolumes"
  case utilityVolumes = "UtilityVolumes"
  case configurableHypervisor = "ConfigurableHypervisor"
  case incrementalBackup = "IncrementalBackup"
  case rebootPolicy = "RebootPolicy"
  case template = "Template"
  case vmiMemoryOverheadReport = "VmiMemoryOverheadReport"
  case containerPathVolumes = "ContainerPathVolumes"
  case optOutRoleAggregation = "OptOutRoleAggregation"
  case reservedOverheadMemlock = "ReservedOverheadMemlock"
  // Beta
  case imageVolume = "ImageVolume"
  case snapshot = "Snapshot"
  case vmExport = "VMExport"
  case kubevirtSeccompProfile = "KubevirtSeccompProfile"
  case nodeRestriction = "NodeRestriction"
  case secureExecution = "SecureExecution"
  case videoConfig = "VideoConfig"
  case panicDevices = "PanicDevices"
  case passtBinding = "PasstBinding"
  case migrationPriorityQueue = "MigrationPriorityQueue"
  case podSecondaryInterfaceNamingUpgrade = "PodSecondaryInterfaceNamingUpgrade"
  case externalNetResourceInjection = "ExternalNetResourceInjection"
  case liveUpdateNADRef = "LiveUpdateNADRef"
  // Generally available
  case liveMigration = "LiveMigration"
  case sriovLiveMigration = "SRIOVLiveMigration"
  case nonRoot = "NonRoot"
  case psa = "PSA"
  case cpuNodeDiscovery = "CPUNodeDiscovery"
  case numa = "NUMA"
  case commonInstancetypesDeploymentGate = "CommonInstancetypesDeploymentGate"
  case gpu = "GPU"
  case hotplugNICs = "HotplugNICs"
  case bochsDisplayForEFIGuests = "BochsDisplayForEFIGuests"
  case vmLiveUpdateFeatures = "VMLiveUpdateFeatures"
  case networkBindingPlugins = "NetworkBindingPlugins"
  case dynamicPodInterfaceNaming = "DynamicPodInterfaceNaming"
  case volumesUpdateStrategy = "VolumesUpdateStrategy"
  case volumeMigration = "VolumeMigration"
  case disableCustomSELinuxPolicy = "DisableCustomSELinuxPolicy"
  case autoResourceLimitsGate = "AutoResourceLimitsGate"
  case clusterProfiler = "ClusterProfiler"
  case vmPersistentState = "VMPersistentState"
  case instancetypeReferencePolicy = "InstancetypeReferencePolicy"
  case enableVirtioFsConfigVolumes = "EnableVirtioFsConfigVolumes"
  // Deprecated
  case dockerSELinuxMCSWorkaround = "DockerSELinuxMCSWorkaround"
  case multiArchitecture = "MultiArchitecture"
  case disableMDEVConfiguration = "DisableMDEVConfiguration"
  // Discontinued
  case experimentalVirtiofsSupport = "ExperimentalVirtiofsSupport"
  case passt = "Passt"
  case macvtap = "Macvtap"
  case passtIPStackMigration = "PasstIPStackMigration"
  // Named by the API but not part of its list: on only when it is listed.
  case objectGraph = "ObjectGraph"

  /// How far a gate is on its way from experiment to fixed part.
  public enum Maturity: Sendable, Hashable {
    /// Off unless it is listed.
    case alpha
    /// Off unless it is listed, too: KubeVirt does not turn beta gates on by itself.
    case beta
    /// Always on.
    case generallyAvailable
    /// Without effect; listing it is worth a warning.
    case deprecated
    /// Gone: an object that uses the gate's part of the API is refused.
    case discontinued
  }

  public var maturity: Maturity {
    switch self {
    case .imageVolume, .snapshot, .vmExport, .kubevirtSeccompProfile, .nodeRestriction, .secureExecution,
      .videoConfig, .panicDevices, .passtBinding, .migrationPriorityQueue, .podSecondaryInterfaceNamingUpgrade,
      .externalNetResourceInjection, .liveUpdateNADRef:
      .beta
    case .liveMigration, .sriovLiveMigration, .nonRoot, .psa, .cpuNodeDiscovery, .numa,
      .commonInstancetypesDeploymentGate, .gpu, .hotplugNICs, .bochsDisplayForEFIGuests, .vmLiveUpdateFeatures,
      .networkBindingPlugins, .dynamicPodInterfaceNaming, .volumesUpdateStrategy, .volumeMigration,
      .disableCustomSELinuxPolicy, .autoResourceLimitsGate, .clusterProfiler, .vmPersistentState,
      .instancetypeReferencePolicy, .enableVirtioFsConfigVolumes:
      .generallyAvailable
    case .dockerSELinuxMCSWorkaround, .multiArchitecture, .disableMDEVConfiguration: .deprecated
    case .experimentalVirtiofsSupport, .passt, .macvtap, .passtIPStackMigration: .discontinued
    default: .alpha
    }
  }
}
