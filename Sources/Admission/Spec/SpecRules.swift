import VirtTypes

/// What rules may use beside the object.
public struct RuleContext: Sendable {
  @Shared public var configuration: ClusterConfiguration
  /// Whether the object comes from KubeVirt itself.
  public var isKubeVirtAccount: Bool

  public init(configuration: ClusterConfiguration, isKubeVirtAccount: Bool = false) {
    self.init(sharing: Shared(wrappedValue: configuration), isKubeVirtAccount: isKubeVirtAccount)
  }

  /// Holds the configuration of a snapshot without copying it.
  public init(sharing configuration: Shared<ClusterConfiguration>, isKubeVirtAccount: Bool = false) {
    _configuration = configuration
    self.isKubeVirtAccount = isKubeVirtAccount
  }
}

/// Applies rules to one instance specification, and collects what breaks them.
///
/// There is a `check…` for each subject; it takes the specification as an argument, so that nothing of it is copied.
/// What is checked for each of many elements takes a span of them and a position for the same reason: an element that
/// is handed over by itself is a copy, with a reference counted for each of its members.
struct SpecRules {
  @Shared var configuration: ClusterConfiguration
  let path: SpecPath
  var causes: [Cause] = []

  init(_ context: RuleContext, at path: SpecPath) {
    _configuration = context.$configuration
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
  rules.check(spec, SpecNames(spec), networkCauses: networkCauses(of: spec, at: path, context: context))
  return rules.causes
}

/// What breaks the rules of networks: a new instance is told so twice.
func networkCauses(
  of spec: V1.VirtualMachineInstanceSpec, at path: SpecPath, context: RuleContext
) -> [Cause] {
  var rules = SpecRules(context, at: path)
  rules.checkNetworks(spec)
  return rules.causes
}

extension SpecRules {
  /// All rules of specifications, in the order in which causes are told.
  mutating func check(_ spec: V1.VirtualMachineInstanceSpec, _ names: SpecNames, networkCauses: [Cause]) {
    checkHostname(spec)
    checkMemory(spec)
    checkMachineType(spec)
    checkACPITables(spec)
    checkCPU(spec)
    checkStartStrategy(spec)
    checkRealtime(spec)
    checkAffinity(spec)
    checkTopologySpread(spec)
    causes += networkCauses
    checkResourceClaims(spec)
    checkDevicesOfVolumes(spec, names.volumes)
    checkInputs(spec)
    checkIOThreads(spec)
    checkProbes(spec)
    checkDisks(spec.domain.devices.disks, names.disks)
    checkFirmware(spec.domain.firmware)
    checkSecureBoot(spec)
    checkVolumes(spec, names.volumes)
    checkContainerDisks(spec.volumes)
    checkUtilityVolumes(spec)
    checkAccessCredentials(spec)
    checkDNS(spec)
    checkEvictionStrategy(spec)
    checkGPUDisplays(spec)
    checkHostDevices(spec)
    checkSound(spec)
    checkLaunchSecurity(spec)
    checkVSOCK(spec)
    checkPersistentReservation(spec)
    checkDownwardMetrics(spec)
    checkFilesystems(spec, names.volumes)
    checkVideo(spec)
    checkPanicDevices(spec)
    checkRebootPolicy(spec)
    checkReservedOverhead(spec)
  }
}

/// The rules of disks and firmware, which hold for a preset's domain too.
func validatePresetDomain(_ domain: V1.DomainSpec, at path: SpecPath, context: RuleContext) -> [Cause] {
  var rules = SpecRules(context, at: path)
  rules.checkDisks(domain.devices.disks, NameTable(domain.devices.disks) { $0[$1].name })
  rules.checkFirmware(domain.firmware)
  return rules.causes
}
