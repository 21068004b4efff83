/// What v0.8.0's renderer must know besides the instance.
public struct LegacyDomainEnvironment: Sendable, Hashable {
  public var paths: LegacyLauncherPaths
  /// Without it the machine is emulated.
  public var usesKVM: Bool
  /// Of each registry disk's volume the suffix of the file that is there.
  public var registryDisks: [String: RegistryDiskSuffix]
  /// Of the pod's resolv.conf, for guests behind user networking.
  public var searchDomains: [String]

  public init(
    paths: LegacyLauncherPaths = LegacyLauncherPaths(), usesKVM: Bool,
    registryDisks: [String: RegistryDiskSuffix] = [:], searchDomains: [String] = ["cluster.local"]
  ) {
    self.paths = paths
    self.usesKVM = usesKVM
    self.registryDisks = registryDisks
    self.searchDomains = searchDomains
  }
}

/// Why a legacy instance cannot be rendered.
public enum LegacyDomainError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknownVolume(disk: String, volume: String)
  /// No source that v0.8.0 knows.
  case unknownSource(volume: String)
  /// The container has not copied it, or it is of no known format.
  case missingRegistryDisk(volume: String)
  case unknownNetwork(interface: String)
  case malformedNetwork(network: String, cidr: String)
  case missingPort(interface: String)

  public var description: String {
    switch self {
    case .unknownVolume(let disk, let volume): "disk \"\(disk)\" names the volume \"\(volume)\", which there is none"
    case .unknownSource(let volume): "volume \"\(volume)\" has no source that a disk can have"
    case .missingRegistryDisk(let volume):
      "the image of volume \"\(volume)\" is not there: neither a raw nor a qcow2 file was copied"
    case .unknownNetwork(let interface): "interface \"\(interface)\" is on no network"
    case .malformedNetwork(let network, let cidr): "network \"\(network)\": \"\(cidr)\" is no CIDR"
    case .missingPort(let interface): "interface \"\(interface)\" lists a port without a number"
    }
  }
}
