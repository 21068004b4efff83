import Kube
import VirtTypes

/// What the KubeVirt object says about a cluster (`spec.configuration`), with the release's defaults filled in.
public struct ClusterConfiguration: Sendable {
  /// Gates that the object lists; ask `allows`, which knows of gates that are always on.
  public var listedGates: Set<FeatureGate> = []
  /// The architecture of instances that name none.
  public var defaultArchitecture = Architecture.amd64.rawValue
  /// The machine type of every architecture; empty where each has its own.
  public var machineType = ""
  /// Shell patterns of machine types for every architecture; nil where each has its own.
  public var emulatedMachines: [String]?
  /// Settings of single architectures.
  public var architectures: [Architecture: ArchitectureSettings] = [:]
  /// The CPU model of instances that name none; empty for the host's.
  public var cpuModel = ""
  /// The CPU request of instances that have neither a request nor dedicated CPUs.
  public var cpuRequest = Self.defaultCPURequest
  /// What is done with an instance whose node is drained.
  public var evictionStrategy = "None"
  /// How the interface is bound that an instance without networks gets.
  public var defaultNetworkInterface = "bridge"
  public var permitsBridgeOnPodNetwork = true
  /// Names of the binding plugins that are registered.
  public var bindingPlugins: Set<String> = []
  public var imagePullPolicy = "IfNotPresent"
  /// vCPUs per requested CPU.
  public var cpuAllocationRatio = 10
  /// Guest memory in percent of requested memory.
  public var memoryOvercommit = 100
  /// Percent by which a claim may be smaller than the disk that it is to hold.
  public var lessClaimSpaceToleration = 10
  /// Whether template changes reach a running instance or wait for its restart.
  public var rolloutStrategy = RolloutStrategy.liveUpdate
  public var liveUpdate = LiveUpdateSettings()
  public var defaultRuntimeClass = ""
  /// Whether instances with an isolated emulator thread are to fill their last pair of CPUs, as an annotation of the
  /// KubeVirt object asks.
  public var evensEmulatorThreadCPUs = false
  /// That annotation, which instances are then given too, without a value.
  public static let emulatorThreadParityAnnotation = "alpha.kubevirt.io/EmulatorThreadCompleteToEvenParity"
  /// The configuration as it was given, for what is of no concern to rules.
  @Shared public var given = V1.KubeVirtConfiguration()

  /// The configuration of a cluster whose KubeVirt object says nothing.
  public init() {}

  /// How changes of a machine's template reach its instance.
  public enum RolloutStrategy: String, Sendable, Hashable {
    case liveUpdate = "LiveUpdate"
    case stage = "Stage"
  }

  /// Settings that differ between architectures.
  public struct ArchitectureSettings: Sendable, Hashable {
    public var machineType: String
    /// Shell patterns that a machine type must match.
    public var emulatedMachines: [String]
    /// Folder of the firmware files.
    public var firmwarePath: String
  }

  /// How far a running instance may grow.
  public struct LiveUpdateSettings: Sendable, Hashable {
    /// Times the sockets or the memory at start.
    public var maxHotplugRatio: UInt32 = 4
    public var maxCPUSockets: UInt32?
    public var maxGuest: Quantity?
  }

  public static let defaultCPURequest = Quantity(100, scale: -3)
}

extension ClusterConfiguration {
  /// Whether the gate is on: it is generally available, or listed.
  public func allows(_ gate: FeatureGate) -> Bool {
    gate.maturity == .generallyAvailable || listedGates.contains(gate)
  }

  /// The settings of an architecture; names that are none of the known are taken as amd64.
  public func settings(ofArchitecture name: String) -> ArchitectureSettings {
    let architecture = Architecture(rawValue: name) ?? .amd64
    return architectures[architecture] ?? architecture.defaultSettings
  }

  /// The machine type of instances that name none.
  public func machineType(ofArchitecture name: String) -> String {
    machineType.isEmpty ? settings(ofArchitecture: name).machineType : machineType
  }

  /// The patterns of which a machine type must match one.
  public func emulatedMachines(ofArchitecture name: String) -> [String] {
    emulatedMachines ?? settings(ofArchitecture: name).emulatedMachines
  }

  /// Gates that are listed although they are deprecated, in the order of their names; each is worth a warning.
  public var deprecatedGates: [FeatureGate] {
    listedGates.filter { $0.maturity == .deprecated }.sorted { $0.rawValue < $1.rawValue }
  }
}

/// A processor architecture that guests can have.
public enum Architecture: String, Sendable, Hashable, CaseIterable {
  case amd64
  case arm64
  case s390x

  var defaultSettings: ClusterConfiguration.ArchitectureSettings {
    switch self {
    case .amd64:
      .init(machineType: "q35", emulatedMachines: ["q35*", "pc-q35*"], firmwarePath: "/usr/share/OVMF")
    case .arm64: .init(machineType: "virt", emulatedMachines: ["virt*"], firmwarePath: "/usr/share/AAVMF")
    case .s390x:
      .init(machineType: "s390-ccw-virtio", emulatedMachines: ["s390-ccw-virtio*"], firmwarePath: "")
    }
  }
}
