/// How a registry disk's image was copied: which suffix its file got, and thus its format.
public enum RegistryDiskSuffix: String, Sendable, Hashable, CaseIterable {
  case raw = ".raw"
  case qcow2 = ".qcow2"
  case convertedRaw = ".raw.virt"
  case convertedQCOW2 = ".qcow2.virt"

  public var format: String {
    switch self {
    case .raw, .convertedRaw: "raw"
    case .qcow2, .convertedQCOW2: "qcow2"
    }
  }
}

extension LauncherPaths {
  /// What a registry disk's container copies its image to, without the suffix that says the format; its `COPY_PATH`.
  public func registryDisk(ofVolume volume: String, namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/registry-disk-data/\(namespace)/\(name)/disk_\(volume)/disk-image"
  }
}
