import Kube
import KubeTypes
import VirtTypes

/// Volumes of the pod and what of them the compute container has, in the order in which they are written.
struct LauncherVolumes: Sendable {
  var volumes: [Core.Volume] = []
  var mounts: [Core.VolumeMount] = []
  var devices: [Core.VolumeDevice] = []
  /// Paths in the compute container that other nodes write to as well; libvirt locks files there accordingly.
  var sharedPaths: [String] = []

  mutating func add(_ volume: Core.Volume, _ mounts: Core.VolumeMount...) {
    volumes.append(volume)
    self.mounts += mounts
  }
}

extension LauncherPodPlan {
  func launcherVolumes() throws(LauncherPodError) -> LauncherVolumes {
    var volumes = LauncherVolumes()
    addOwnVolumes(to: &volumes)
    addConfigurationVolumes(to: &volumes)
    try addStorageVolumes(to: &volumes)
    addAccessCredentials(to: &volumes)
    try addStateVolumes(to: &volumes)
    addImageVolumes(to: &volumes)
    addHookSockets(to: &volumes)
    if instance.hasHugePages { addHugePages(to: &volumes) }
    if !devices.disableHotplug { addHotplugVolume(to: &volumes) }
    if readsNetworkInfo { addNetworkInfo(to: &volumes) }
    addVirtiofsVolume(to: &volumes)
    try addHookVolumes(to: &volumes)
    return volumes
  }

  /// What every launcher writes to.
  private func addOwnVolumes(to volumes: inout LauncherVolumes) {
    let diskNames = LauncherVolumeNames.containerDisks
    volumes.volumes = [
      .emptyDirectory(LauncherVolumeNames.privateDirectory), .emptyDirectory("public"), .emptyDirectory("sockets"),
      .emptyDirectory(LauncherVolumeNames.containerDiskProgram), .emptyDirectory("libvirt-runtime"),
      .emptyDirectory("ephemeral-disks"),
    ]
    volumes.mounts = [
      .init(LauncherVolumeNames.privateDirectory, at: LauncherPaths.privateDirectory),
      .init("public", at: settings.shareDirectory), .init("ephemeral-disks", at: settings.ephemeralDiskDirectory),
      .init("libvirt-runtime", at: LauncherPaths.libvirtRuntime),
      .init("sockets", at: "\(settings.shareDirectory)/sockets"),
    ]
    guard !usesImageVolumes else { return }
    volumes.add(
      .emptyDirectory(diskNames),
      .init(diskNames, at: settings.containerDiskDirectory, propagation: Core.VolumeMount.fromHost))
  }

  private func addHugePages(to volumes: inout LauncherVolumes) {
    volumes.add(
      .emptyDirectory("hugepages", medium: "HugePages"), .init("hugepages", at: LauncherPaths.hugePages))
    volumes.add(.emptyDirectory("hugetblfs-dir"), .init("hugetblfs-dir", at: LauncherPaths.hugePagesOfLibvirt))
  }

  /// Where the handler puts disks that are plugged in later.
  private func addHotplugVolume(to volumes: inout LauncherVolumes) {
    volumes.add(
      .emptyDirectory("hotplug-disks"),
      .init(
        "hotplug-disks", at: "\(settings.shareDirectory)/hotplug-disks/", propagation: Core.VolumeMount.fromHost))
  }

  /// The addresses of devices that networks brought, which the controller writes to an annotation of the pod.
  private func addNetworkInfo(to volumes: inout LauncherVolumes) {
    var field = ObjectFieldSelector()
    field.fieldPath = "metadata.annotations['kubevirt.io/network-info']"
    var file = DownwardAPIVolumeFile()
    file.path = "network-info"
    file.fieldRef = field
    volumes.add(
      .downwardAPI(LauncherVolumeNames.networkInfo, items: [file]),
      .init(LauncherVolumeNames.networkInfo, at: LauncherPaths.networkInfo))
  }

  /// Secrets with keys and passwords, each once.
  private func addAccessCredentials(to volumes: inout LauncherVolumes) {
    var seen: Set<String> = []
    for credential in spec.accessCredentials {
      let source = credential.sshPublicKey?.source.secret ?? credential.userPassword?.source.secret
      guard let secret = source?.secretName, seen.insert(secret).inserted else { continue }
      let name = "\(secret)-access-cred"
      volumes.add(.secret(name, secret: secret), .init(name, at: LauncherPaths.secret(name), isReadOnly: true))
    }
  }
}
