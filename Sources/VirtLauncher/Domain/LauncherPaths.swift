/// Where things are in a launcher's container; handler and pod template know the same places.
public struct LauncherPaths: Sendable, Hashable {
  /// What launcher and handler share.
  public var shareDirectory = "/var/run/kubevirt"
  /// What nobody but the launcher sees: claims, secrets, consoles.
  public var privateDirectory = "/var/run/kubevirt-private"
  /// What ends with the pod: overlays and made images.
  public var ephemeralDirectory = "/var/run/kubevirt-ephemeral-disks"
  /// Where the handler mounts the images of container disks.
  public var containerDiskDirectory = "/var/run/kubevirt/container-disks"
  /// libvirt's run-time directory, which empty disks and firmware variables are kept in.
  public var libvirtDirectory = "/var/run/libvirt"
  /// UEFI images and templates of their variables.
  public var firmwareDirectory = "/usr/share/OVMF"
  /// Where image volumes are mounted, one folder a volume.
  public var imageVolumeDirectory = "/var/run/kubevirt-image-volume"
  /// Where the image volume of a booted kernel is mounted.
  public var kernelBootImageDirectory = "/var/run/kubevirt-kernel-boot"

  public init() {}
}

extension LauncherPaths {
  /// Sockets and logs of an instance's consoles.
  public func consoleDirectory(uid: String) -> String { "\(privateDirectory)/\(uid)" }
  public func serialConsole(uid: String) -> String { "\(consoleDirectory(uid: uid))/virt-serial0" }
  public func serialConsoleLog(uid: String) -> String { "\(serialConsole(uid: uid))-log" }
  public func screen(uid: String) -> String { "\(consoleDirectory(uid: uid))/virt-vnc" }
  public func redirectedDevice(_ index: Int, uid: String) -> String {
    "\(consoleDirectory(uid: uid))/virt-usbredir-\(index)"
  }

  /// The overlay that takes the writes to a read-only image.
  public func overlay(ofVolume volume: String) -> String {
    "\(ephemeralDirectory)/disk-data/\(volume)/disk.qcow2"
  }
  /// The image of the container disk that is the volume of this index.
  public func containerDisk(_ index: Int) -> String { "\(containerDiskDirectory)/disk_\(index).img" }
  /// A kernel or initrd out of the kernel boot container.
  public func kernelBoot(_ file: String) -> String { "\(containerDiskDirectory)/kernel-boot/\(file)" }
  public func emptyDisk(ofVolume volume: String) -> String { "\(libvirtDirectory)/empty-disks/\(volume).qcow2" }

  /// Where a claim or host disk is mounted.
  public func volume(_ volume: String) -> String { "\(privateDirectory)/vmi-disks/\(volume)" }
  /// The image in a claim that is a file system.
  public func claimImage(ofVolume volume: String) -> String { "\(self.volume(volume))/disk.img" }
  public func blockDevice(ofVolume volume: String) -> String { "/dev/\(volume)" }
  /// The image, or block device, of a volume that was plugged in.
  public func pluggedImage(ofVolume volume: String) -> String { "\(shareDirectory)/hotplug-disks/\(volume).img" }
  public func pluggedBlockDevice(ofVolume volume: String) -> String { "\(shareDirectory)/hotplug-disks/\(volume)" }

  public func noCloudImage(namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/cloud-init-data/\(namespace)/\(name)/noCloud.iso"
  }
  public func configDriveImage(namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/cloud-init-data/\(namespace)/\(name)/configdrive.iso"
  }
  public func ignitionData(namespace: String, name: String) -> String {
    "\(ephemeralDirectory)/ignition-data/\(namespace)/\(name)/data.ign"
  }

  public func secretImage(ofVolume volume: String) -> String { "\(privateDirectory)/secret-disks/\(volume).iso" }
  public func configMapImage(ofVolume volume: String) -> String { "\(privateDirectory)/config-map-disks/\(volume).iso" }
  public func downwardAPIImage(ofVolume volume: String) -> String {
    "\(privateDirectory)/downwardapi-disks/\(volume).iso"
  }
  public func sysprepImage(ofVolume volume: String) -> String { "\(privateDirectory)/sysprep-disks/\(volume).iso" }
  public var serviceAccountImage: String { "\(privateDirectory)/service-account-disk/service-account.iso" }
  /// The disk over which the node's metrics are read by the guest.
  public var downwardMetricsImage: String { "\(privateDirectory)/downwardapi-disks/vhostmd0" }

  /// The file of a secret that is mounted for the launcher.
  public func secret(_ name: String) -> String { "\(privateDirectory)/secret/\(name)" }
  /// Variables of a machine's UEFI; libvirt's place for a session of another user than root is a private one.
  public func firmwareVariables(name: String, isRoot: Bool) -> String {
    "\(isRoot ? "/var/lib" : privateDirectory)/libvirt/qemu/nvram/\(name)_VARS.fd"
  }

  public var downwardMetricsChannel: String { "\(privateDirectory)/downwardmetrics-channel/downwardmetrics.sock" }
  /// Where virtiofs listens for a volume, in a container of its own.
  public func sharedFileSystem(_ volume: String) -> String {
    "\(shareDirectory)/virtiofs-containers/\(volume).sock"
  }
  /// The node's helper for persistent reservations.
  public var reservationHelper: String { "\(shareDirectory)/daemons/pr/pr-helper.sock" }
  public var passtLog: String { "\(shareDirectory)/passt.log" }
}
