import Kube
import KubeTypes
import VirtTypes

/// Disks in container images: each image runs as a container that shows its disk to the launcher, or is a volume.
extension LauncherPodPlan {
  /// One image with a disk or with a kernel.
  private struct DiskImage {
    /// The container's name.
    var container: String
    /// The volume's name.
    var volume: String
    var image: String
    var pullPolicy: String
    /// The socket's name in the folder that handler and container share.
    var socket: String
    /// Where an image volume is mounted.
    var mountPath: String
  }

  var kernelBootContainer: V1.KernelBootContainer? { domain.firmware?.kernelBoot?.container }

  private var diskImages: [DiskImage] {
    let plugged = pluggedVolumes
    var images = spec.volumes.enumerated().compactMap { index, volume -> DiskImage? in
      guard let disk = volume.containerDisk, !plugged.contains(volume.name) else { return nil }
      let container = "volume\(volume.name)"
      return DiskImage(
        container: container, volume: volume.name, image: pinnedImages[volume.name] ?? disk.image,
        pullPolicy: disk.imagePullPolicy, socket: "disk_\(index)",
        mountPath: "\(LauncherPaths.imageVolumes)/disk_\(index)")
    }
    if let kernel = kernelBootContainer, !kernel.image.isEmpty {
      let container = "volume\(LauncherVolumeNames.kernelBoot)"
      images.append(
        DiskImage(
          container: container, volume: LauncherVolumeNames.kernelBoot,
          image: pinnedImages[LauncherVolumeNames.kernelBoot] ?? kernel.image, pullPolicy: kernel.imagePullPolicy,
          socket: "kernel-boot",
          mountPath: LauncherPaths.kernelBootImage))
    }
    return images
  }

  /// The containers that hold the images while the guest runs.
  var containerDiskContainers: [Core.Container] {
    usesImageVolumes
      ? []
      : diskImages.map { image in
        var container = container(of: image, named: image.container)
        container.args = ["--copy-path", "\(socketDirectory)/\(image.socket)"]
        return container
      }
  }

  /// Bring the program that containers of images run, then pull every image before any container starts.
  var containerDiskInitContainers: [Core.Container] {
    let images = diskImages
    guard !images.isEmpty else { return [] }
    // An image with a digest is one that the source of a migration has pulled; its volume needs no look at it.
    let pulled = usesImageVolumes ? images.filter { !isPinned($0) } : images
    let pulls = pulled.map { image in
      var container = container(of: image, named: usesImageVolumes ? image.container : "\(image.container)-init")
      container.args = ["--no-op"]
      return container
    }
    return usesImageVolumes ? pulls : [programContainer] + pulls
  }

  private func isPinned(_ image: DiskImage) -> Bool { pinnedImages[image.volume]?.contains("@sha256:") == true }

  private var socketDirectory: String {
    "\(settings.ephemeralDiskDirectory)/container-disk-data/\(instance.metadata.uid)"
  }

  private func container(of image: DiskImage, named name: String) -> Core.Container {
    var container = Core.Container()
    container.name = name
    container.image = image.image
    container.imagePullPolicy = image.pullPolicy
    if usesImageVolumes {
      container.command = ["\(LauncherPaths.launcherImageVolume)/usr/bin/container-disk"]
      container.volumeMounts = [
        .init(LauncherVolumeNames.launcherImage, at: LauncherPaths.launcherImageVolume, isReadOnly: true)
      ]
    } else {
      container.command = ["/usr/bin/container-disk"]
      container.volumeMounts = [
        .init(LauncherVolumeNames.containerDisks, at: socketDirectory),
        .init(LauncherVolumeNames.containerDiskProgram, at: "/usr/bin"),
      ]
    }
    container.resources = resources(of: .containerDisk)
    container.securityContext = unprivilegedSecurityContext(withGroup: false)
    return container
  }

  private var programContainer: Core.Container {
    var container = Core.Container()
    container.name = "container-disk-binary"
    container.image = settings.launcherImage
    container.imagePullPolicy = configuration.imagePullPolicy
    container.command = [
      "/usr/bin/cp", "--preserve=all", "/usr/bin/container-disk", "/init/usr/bin/container-disk",
    ]
    container.env = unprivilegedEnvironment
    container.resources = resources(of: .containerDiskProgram)
    container.securityContext = companionSecurityContext(dropsCapabilities: true)
    container.terminationMessagePolicy = "FallbackToLogsOnError"
    container.volumeMounts = [.init(LauncherVolumeNames.containerDiskProgram, at: "/init/usr/bin")]
    return container
  }

  /// The images as volumes, and the launcher's own for the program that pulls them.
  func addImageVolumes(to volumes: inout LauncherVolumes) {
    let images = diskImages
    guard usesImageVolumes, !images.isEmpty else { return }
    for image in images {
      volumes.add(
        .image(image.volume, reference: image.image, pullPolicy: image.pullPolicy),
        .init(image.volume, at: image.mountPath, isReadOnly: true))
    }
    if images.allSatisfy(isPinned) { return }
    volumes.volumes.append(
      .image(
        LauncherVolumeNames.launcherImage, reference: settings.launcherImage,
        pullPolicy: configuration.imagePullPolicy))
  }
}
