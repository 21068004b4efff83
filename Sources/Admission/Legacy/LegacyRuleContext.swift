import VirtTypes

/// What the rules of one v1alpha2 specification share: the specification, where it is in its object, the feature
/// gates, and the causes found so far.
///
/// Rules run in v0.8.0's order and collect every cause, except where a rule says that nothing after it is looked at.
struct LegacyRuleContext {
  let spec: V1alpha2.VirtualMachineInstanceSpec
  /// Path of the specification: `spec`, or `spec.template.spec` inside a machine or replica set.
  let path: String
  let allowsDataVolumes: Bool
  var causes: [Cause] = []

  /// The longest list of disks, volumes, interfaces or networks.
  static let mostElements = 256

  init(_ spec: V1alpha2.VirtualMachineInstanceSpec, path: String, allowsDataVolumes: Bool) {
    self.spec = spec
    self.path = path
    self.allowsDataVolumes = allowsDataVolumes
  }

  var disksPath: String { path + ".domain.devices.disks" }
  var interfacesPath: String { path + ".domain.devices.interfaces" }

  mutating func add(_ kind: Cause.Kind, _ field: String, _ message: String) {
    causes.append(Cause(kind, field, "\(field) \(message)"))
  }

  mutating func invalid(_ field: String, _ message: String) { add(.invalid, field, message) }
  mutating func required(_ field: String, _ message: String) { add(.required, field, message) }
  mutating func duplicate(_ field: String, _ message: String) { add(.duplicate, field, message) }
}

extension LegacyRuleContext {
  /// Every rule for the specification of an instance.
  static func causes(
    of spec: V1alpha2.VirtualMachineInstanceSpec, path: String, allowsDataVolumes: Bool
  ) -> [Cause] {
    var context = LegacyRuleContext(spec, path: path, allowsDataVolumes: allowsDataVolumes)
    context.checkAll()
    return context.causes
  }

  private mutating func checkAll() {
    guard checkDiskAndVolumeCount() else { return }
    checkNames()
    checkMemory()
    guard checkInterfacesAndNetworks() else { return }
    let bootOrders = checkDiskReferences()
    checkNetworks(bootOrders: bootOrders)
    checkDisks(spec.domain.devices.disks, path: disksPath)
    checkVolumes()
  }

  /// Lists that are too long end the checking.
  private mutating func checkDiskAndVolumeCount() -> Bool {
    if spec.domain.devices.disks.count > Self.mostElements {
      invalid(disksPath, "has more than \(Self.mostElements) elements")
      return false
    }
    if spec.volumes.count > Self.mostElements {
      invalid(path + ".volumes", "has more than \(Self.mostElements) elements")
      return false
    }
    return true
  }

  /// Too many interfaces, networks or pod networks end the checking, too.
  private mutating func checkInterfacesAndNetworks() -> Bool {
    let interfaces = spec.domain.devices.interfaces
    if interfaces.count > Self.mostElements {
      invalid(interfacesPath, "has more than \(Self.mostElements) elements")
      return false
    }
    if spec.networks.count > Self.mostElements {
      invalid(path + ".networks", "has more than \(Self.mostElements) elements")
      return false
    }
    let names = Set(interfaces.map(\.name))
    if spec.networks.count(where: { $0.pod != nil && names.contains($0.name) }) > 1 {
      duplicate(path + ".interfaces", "connect to more than one pod network; at most one is possible")
      return false
    }
    return true
  }
}
