import VirtTypes

/// What rules may use beside the object.
public struct RuleContext: Sendable {
  public var configuration: ClusterConfiguration
  /// Whether the object comes from KubeVirt itself.
  public var isKubeVirtAccount: Bool

  public init(configuration: ClusterConfiguration, isKubeVirtAccount: Bool = false) {
    self.configuration = configuration
    self.isKubeVirtAccount = isKubeVirtAccount
  }
}

/// Applies rules to one instance specification, and collects what breaks them.
///
/// There is a `check…` for each subject; it takes the specification as an argument, so that nothing of it is copied.
struct SpecRules {
  let configuration: ClusterConfiguration
  let path: SpecPath
  var causes: [Cause] = []

  init(_ context: RuleContext, at path: SpecPath) {
    configuration = context.configuration
    self.path = path
  }

  // Messages begin with the field, so that they stand by themselves in a list.

  mutating func invalid(_ field: String, _ what: String) { causes.append(.invalid(field, "\(field) \(what)")) }
  mutating func required(_ field: String, _ what: String) { causes.append(.required(field, "\(field) \(what)")) }
  mutating func duplicate(_ field: String, _ what: String) { causes.append(.duplicate(field, "\(field) \(what)")) }
  mutating func notSupported(_ field: String, _ what: String) {
    causes.append(.notSupported(field, "\(field) \(what)"))
  }

  /// For causes whose field is not where the fault is: the message names the place.
  mutating func add(_ kind: Cause.Kind, _ field: String, place: String, _ what: String) {
    causes.append(Cause(kind, field, "\(place) \(what)"))
  }
}

/// All rules that hold for an instance specification wherever it stands: in an instance, a machine or a replica set.
///
/// Matching of volumes and disks, mandatory memory, metadata, Hyper-V and the architectures' own rules are functions of
/// their own, as the endpoints combine them differently.
public func validateInstanceSpec(
  _ spec: V1.VirtualMachineInstanceSpec, at path: SpecPath, context: RuleContext
) -> [Cause] {
  var rules = SpecRules(context, at: path)
  let volumes = VolumeIndex(spec.volumes)
  rules.checkHostname(spec)
  rules.checkMemory(spec)
  rules.checkMachineType(spec)
  rules.checkACPITables(spec, volumes)
  rules.checkCPU(spec)
  rules.checkStartStrategy(spec)
  rules.checkAffinity(spec)
  rules.checkTopologySpread(spec)
  rules.checkNetworks(spec)
  rules.checkResourceClaims(spec)
  rules.checkDiskVolumes(spec, volumes)
  rules.checkBootOrder(spec)
  rules.checkInputs(spec)
  rules.checkIOThreads(spec)
  rules.checkProbes(spec)
  rules.checkDisks(spec.domain.devices.disks)
  rules.checkFirmware(spec.domain.firmware)
  rules.checkSecureBoot(spec)
  rules.checkVolumes(spec)
  rules.checkAccessCredentials(spec)
  rules.checkDNS(spec)
  rules.checkEvictionStrategy(spec)
  rules.checkGPUDisplays(spec)
  rules.checkFilesystems(spec, volumes)
  rules.checkHostDevices(spec)
  rules.checkSound(spec)
  rules.checkLaunchSecurity(spec)
  rules.checkGatedDevices(spec)
  rules.checkPersistentReservation(spec)
  return rules.causes
}

/// Positions of volumes by name; of volumes with one name the last counts.
struct VolumeIndex {
  private var positions: [String: Int]

  init(_ volumes: [V1.Volume]) {
    positions = Dictionary(minimumCapacity: volumes.count)
    for index in volumes.indices { positions[volumes[index].name] = index }
  }

  subscript(name: String) -> Int? { positions[name] }
}

/// The rules of disks and firmware, which hold for a preset's domain too.
func validatePresetDomain(_ domain: V1.DomainSpec, at path: SpecPath, context: RuleContext) -> [Cause] {
  var rules = SpecRules(context, at: path)
  rules.checkDisks(domain.devices.disks)
  rules.checkFirmware(domain.firmware)
  return rules.causes
}
