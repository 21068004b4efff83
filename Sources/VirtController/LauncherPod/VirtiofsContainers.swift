import Kube
import KubeTypes
import VirtTypes

/// Shared folders: one virtiofsd for each, in a container that sees nothing but that folder.
extension LauncherPodPlan {
  var virtiofsContainers: [Core.Container] {
    let shared = sharedFolders
    return spec.volumes.filter { shared.contains($0.name) }.compactMap(virtiofsContainer)
  }

  /// Names of the volumes that are shared as folders.
  var sharedFolders: Set<String> { Set(devices.filesystems.filter { $0.virtiofs != nil }.map(\.name)) }

  private var socketDirectory: String { "\(settings.shareDirectory)/\(LauncherVolumeNames.virtiofs)" }

  private func virtiofsContainer(for volume: V1.Volume) -> Core.Container? {
    // A folder of the launcher's own container is served by a webhook's container, which can mount what it has.
    guard volume.containerPath == nil else { return nil }
    let folder = folder(of: volume)
    var container = Core.Container()
    container.name = "virtiofs-\(volume.name)"
    container.image = settings.launcherImage
    // The compute container has pulled the same image by its own policy.
    container.imagePullPolicy = "IfNotPresent"
    container.command = ["/usr/libexec/virtiofsd"]
    container.args = [
      "--socket-path=\(socketDirectory)/\(volume.name).sock", "--shared-dir=\(folder)", "--sandbox=none",
      "--cache=auto", "--migration-on-error=guest-error", "--migration-mode=find-paths",
    ]
    container.volumeMounts = [.init(LauncherVolumeNames.virtiofs, at: socketDirectory)]
    // The service account's token is mounted by Kubernetes.
    if volume.serviceAccount == nil { container.volumeMounts.append(.init(volume.name, at: folder)) }
    container.resources = resources(of: .virtiofs)
    container.securityContext = unprivilegedSecurityContext(withGroup: true)
    return container
  }

  private func folder(of volume: V1.Volume) -> String {
    if volume.configMap != nil { return LauncherPaths.configMap(volume.name) }
    if volume.secret != nil { return LauncherPaths.secret(volume.name) }
    if volume.downwardAPI != nil { return LauncherPaths.downwardAPI(volume.name) }
    if volume.serviceAccount != nil { return LauncherPaths.serviceAccount }
    return "/\(volume.name)"
  }

  func addVirtiofsVolume(to volumes: inout LauncherVolumes) {
    guard !sharedFolders.isEmpty else { return }
    volumes.add(.emptyDirectory(LauncherVolumeNames.virtiofs), .init(LauncherVolumeNames.virtiofs, at: socketDirectory))
  }
}
