/// Where things are in a launcher pod; handler and launcher know the same places.
enum LauncherPaths {
  /// What nobody but the launcher sees.
  static let privateDirectory = "/var/run/kubevirt-private"
  static let libvirtRuntime = "/var/run/libvirt"
  static let hookSockets = "/var/run/kubevirt-hooks"
  static let hugePages = "/dev/hugepages"
  /// Where libvirt puts its own folder of huge pages.
  static let hugePagesOfLibvirt = "/dev/hugepages/libvirt/qemu"
  static let networkInfo = "/etc/podinfo"
  static let imageVolumes = "/var/run/kubevirt-image-volume"
  static let kernelBootImage = "/var/run/kubevirt-kernel-boot"
  static let launcherImageVolume = "/container-disk-binary"
  /// What a backup of the persistent state is described by.
  static let stateMetadata = "/run/kubevirt-private/backend-storage-meta"
  static let downwardMetrics = privateDirectory + "/downwardmetric-disk"
  static let serviceAccount = "/var/run/secrets/kubernetes.io/serviceaccount/"

  static func disk(_ volume: String) -> String { "\(privateDirectory)/vmi-disks/\(volume)" }
  static func secret(_ volume: String) -> String { "\(privateDirectory)/secret/\(volume)" }
  static func configMap(_ volume: String) -> String { "\(privateDirectory)/config-map/\(volume)" }
  static func downwardAPI(_ volume: String) -> String { "\(privateDirectory)/downwardapi/\(volume)" }
  static func sysprep(_ volume: String) -> String { "\(privateDirectory)/sysprep/\(volume)" }
  static func blockDevice(_ volume: String) -> String { "/dev/\(volume)" }
}

/// Names of the volumes that every launcher pod may have.
enum LauncherVolumeNames {
  static let containerDisks = "container-disks"
  static let containerDiskProgram = "virt-bin-share-dir"
  static let hookSockets = "hook-sidecar-sockets"
  static let privateDirectory = "private"
  static let virtiofs = "virtiofs-containers"
  static let state = "vm-state"
  static let networkInfo = "network-info-annotation"
  static let launcherImage = "launcher-volume"
  static let kernelBoot = "kernel-boot-volume"
}
