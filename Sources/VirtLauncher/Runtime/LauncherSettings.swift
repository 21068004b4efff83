import Admission

/// What the launcher was told at its start.
public struct LauncherSettings: Sendable {
  /// Whose contract between handler and launcher is in force: v0.8.0's has its socket, a watchdog file and the mark of
  /// readiness in the share folder, v1's a socket in a volume of the pod.
  public var profile: Profile
  public var name: String
  public var namespace: String
  public var uid: String
  public var shareDirectory = "/var/run/kubevirt"
  public var privateDirectory = "/var/run/kubevirt-private"
  public var ephemeralDiskDirectory = "/var/run/kubevirt-ephemeral-disks"
  public var containerDiskDirectory = "/var/run/kubevirt/container-disks"
  /// Made once the command socket is served; legacy only.
  public var readinessFile = ""
  /// How long the launcher waits for a domain.
  public var domainTimeout = Duration.seconds(240)
  /// How long the guest may take to end after the launcher was told to stop.
  public var gracePeriod = Duration.seconds(30)
  public var watchdogInterval = Duration.seconds(5)
  public var allowsEmulation = false
  /// Where UEFI firmware is.
  public var firmwareDirectory = "/usr/share/OVMF"
  /// Bytes that a helper looking into a disk may take.
  public var diskMemoryLimit: Int64 = 0
  /// Whether libvirt runs as an ordinary user.
  public var isUnprivileged = false
  public var libvirtScript = "/usr/share/kubevirt/virt-launcher/libvirtd.sh"
  public var logDaemon = "/usr/sbin/virtlogd"

  public init(profile: Profile, namespace: String, name: String, uid: String) {
    self.profile = profile
    self.namespace = namespace
    self.name = name
    self.uid = uid
  }

  public var domainName: String { "\(namespace)_\(name)" }

  /// The session's libvirtd belongs to one user and needs no privileges.
  public var libvirtURI: String { isUnprivileged ? "qemu:///session" : "qemu:///system" }

  /// Where the serial console's and the VNC server's sockets are.
  public var socketDirectory: String { "\(privateDirectory)/\(uid)" }

  public var serialSocket: String { "\(socketDirectory)/virt-serial0" }
  public var vncSocket: String { "\(socketDirectory)/virt-vnc" }

  /// The socket on which commands come.
  public var commandSocket: String {
    switch profile {
    case .legacy: "\(shareDirectory)/sockets/\(uid)_sock"
    case .current: "\(shareDirectory)/sockets/launcher-sock"
    }
  }

  /// The name that the socket has until commands can be carried out.
  public var initialCommandSocket: String {
    switch profile {
    case .legacy: commandSocket
    case .current: "\(shareDirectory)/sockets/launcher-init-sock"
    }
  }

  /// Its age tells virt-handler whether the launcher lives; legacy only.
  public var watchdogFile: String? {
    profile == .legacy ? "\(shareDirectory)/watchdog-files/\(domainName)" : nil
  }

  /// Tells virt-handler that the pod is being stopped.
  public var shutdownTriggerFile: String { "\(shareDirectory)/graceful-shutdown-trigger/\(domainName)" }
}
