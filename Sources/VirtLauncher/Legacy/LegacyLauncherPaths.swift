/// Where v0.8.0's launcher has the files of its machine.
public struct LegacyLauncherPaths: Sendable, Hashable {
  /// Consoles and claims; `/var/run/kubevirt-private`.
  public var privateDirectory: String
  /// Files that are lost with the pod (`--ephemeral-disk-dir`).
  public var ephemeralDirectory: String
  /// `/var/run/libvirt/empty-disks`.
  public var emptyDisksDirectory: String

  public init(
    privateDirectory: String = "/var/run/kubevirt-private",
    ephemeralDirectory: String = "/var/run/libvirt/kubevirt-ephemeral-disk",
    emptyDisksDirectory: String = "/var/run/libvirt/empty-disks"
  ) {
    self.privateDirectory = privateDirectory
    self.ephemeralDirectory = ephemeralDirectory
    self.emptyDisksDirectory = emptyDisksDirectory
  }

  /// The socket of the serial console.
  public func serialConsole(uid: String) -> String { "\(privateDirectory)/\(uid)/virt-serial0" }

  /// The socket of the screen.
  public func screen(uid: String) -> String { "\(privateDirectory)/\(uid)/virt-vnc" }

  /// The image in a claim's file system.
  public func claimDisk(volume: String) -> String { "\(privateDirectory)/vmi-disks/\(volume)/disk.img" }

  /// What the registry disk's container copies its image to, without the suffix that says the format; COPY_PATH.
  public func registryDisk(volume: String, namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/registry-disk-data/\(namespace)/\(name)/disk_\(volume)/disk-image"
  }

  public func cloudInitDirectory(namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/cloud-init-data/\(namespace)/\(name)"
  }

  public func cloudInitDisk(namespace: String, name: String) -> String {
    cloudInitDirectory(namespace: namespace, name: name) + "/noCloud.iso"
  }

  public func emptyDisk(volume: String) -> String { "\(emptyDisksDirectory)/\(volume).qcow2" }

  /// What is written to instead of a claim that must not change.
  public func overlay(volume: String) -> String { "\(ephemeralDirectory)/disk-data/\(volume)/disk.qcow2" }
}

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
