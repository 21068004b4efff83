import Kube
import VirtTypes

extension ClusterConfiguration {
  /// Fills in the defaults. A configuration that can't be used leaves the previous one in force.
  public static func make(
    from given: V1.KubeVirtConfiguration, previous: ClusterConfiguration = ClusterConfiguration()
  ) -> ClusterConfiguration {
    var configuration = ClusterConfiguration()
    configuration.given = given
    configuration.read(given.developerConfiguration)
    configuration.readArchitectures(given)
    configuration.readNetwork(given.network)
    configuration.cpuModel = given.cpuModel
    configuration.cpuRequest = given.cpuRequest ?? defaultCPURequest
    configuration.evictionStrategy = given.evictionStrategy ?? configuration.evictionStrategy
    if !given.imagePullPolicy.isEmpty { configuration.imagePullPolicy = given.imagePullPolicy }
    configuration.defaultRuntimeClass = given.defaultRuntimeClass
    if let strategy = given.vmRolloutStrategy {
      configuration.rolloutStrategy = RolloutStrategy(rawValue: strategy) ?? .stage
    }
    if let live = given.liveUpdateConfiguration {
      if live.maxHotplugRatio > 0 { configuration.liveUpdate.maxHotplugRatio = live.maxHotplugRatio }
      configuration.liveUpdate.maxCPUSockets = live.maxCpuSockets
      configuration.liveUpdate.maxGuest = live.maxGuest
    }
    return configuration.isUsable ? configuration : previous
  }

  /// Whether every setting has a value that the release knows.
  var isUsable: Bool {
    ["Always", "IfNotPresent", "Never"].contains(imagePullPolicy)
      && memoryOvercommit > 0
      && cpuAllocationRatio > 0
      && (0...100).contains(lessClaimSpaceToleration)
      && ["bridge", "masquerade", "slirp"].contains(defaultNetworkInterface)
  }

  private mutating func read(_ developer: V1.DeveloperConfiguration?) {
    guard let developer else { return }
    listedGates = Set(developer.featureGates.compactMap(FeatureGate.init(rawValue:)))
    if developer.cpuAllocationRatio != 0 { cpuAllocationRatio = developer.cpuAllocationRatio }
    if developer.memoryOvercommit != 0 { memoryOvercommit = developer.memoryOvercommit }
    if developer.pvcTolerateLessSpaceUpToPercent != 0 {
      lessClaimSpaceToleration = developer.pvcTolerateLessSpaceUpToPercent
    }
  }

  private mutating func readArchitectures(_ given: V1.KubeVirtConfiguration) {
    machineType = given.machineType
    emulatedMachines = given.emulatedMachines.isEmpty ? nil : given.emulatedMachines
    guard let architectureConfiguration = given.architectureConfiguration else { return }
    if !architectureConfiguration.defaultArchitecture.isEmpty {
      defaultArchitecture = architectureConfiguration.defaultArchitecture
    }
    read(architectureConfiguration.amd64, as: .amd64)
    read(architectureConfiguration.arm64, as: .arm64)
    read(architectureConfiguration.s390x, as: .s390x)
  }

  private mutating func read(_ given: V1.ArchSpecificConfiguration?, as architecture: Architecture) {
    guard let given else { return }
    var settings = architecture.defaultSettings
    if !given.machineType.isEmpty { settings.machineType = given.machineType }
    if !given.emulatedMachines.isEmpty { settings.emulatedMachines = given.emulatedMachines }
    if !given.ovmfPath.isEmpty { settings.firmwarePath = given.ovmfPath }
    architectures[architecture] = settings
  }

  private mutating func readNetwork(_ network: V1.NetworkConfiguration?) {
    guard let network else { return }
    if !network.defaultNetworkInterface.isEmpty { defaultNetworkInterface = network.defaultNetworkInterface }
    permitsBridgeOnPodNetwork = network.permitBridgeInterfaceOnPodNetwork ?? true
    bindingPlugins = Set((network.binding ?? [:]).keys)
  }
}
