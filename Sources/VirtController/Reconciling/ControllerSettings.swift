/// What the process was started with.
public struct ControllerSettings: Sendable, Hashable {
  /// Image of launcher pods.
  public var launcherImage = "virt-launcher"
  /// Name of the Secret by which launcher images are pulled; empty for none.
  public var imagePullSecret = ""
  /// Where handler and launchers meet on a node.
  public var shareDirectory = "/var/run/kubevirt"
  public var ephemeralDiskDirectory = "/var/run/kubevirt-ephemeral-disks"
  public var containerDiskDirectory = "/var/run/kubevirt/container-disks"
  /// Seconds that a launcher waits for QEMU, before jitter (current profile).
  public var launcherQemuTimeoutSeconds = 240
  /// The group that owns files which QEMU shares.
  public var launcherGroup: Int64 = 107
  /// The namespace that the components run in.
  public var installNamespace = "kubevirt"
  /// Image of the exporter and of sidecars that the controller adds itself; empty where none is configured.
  public var sidecarShimImage = ""

  public init() {}
}
