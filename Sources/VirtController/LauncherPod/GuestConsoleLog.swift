import Kube
import KubeTypes
import VirtTypes

/// The guest's serial console as a container's log.
extension LauncherPodPlan {
  /// Nil when there is no serial console, or its log is not wanted.
  var guestConsoleLog: Core.Container? {
    guard devices.autoattachSerialConsole != false, logsSerialConsole else { return nil }
    var container = Core.Container()
    container.name = "guest-console-log"
    container.image = settings.launcherImage
    container.imagePullPolicy = configuration.imagePullPolicy
    container.command = ["/usr/bin/virt-tail"]
    container.args = [
      "--logfile", "\(LauncherPaths.privateDirectory)/\(instance.metadata.uid)/virt-serial0-log",
    ]
    container.env = [.init("VIRT_LAUNCHER_LOG_VERBOSITY", "\(logVerbosity ?? Self.defaultLogVerbosity)")]
    // An init container that is restarted lives as long as the others, but the pod's end does not wait for it.
    container.restartPolicy = "Always"
    container.resources = resources(of: .consoleLog)
    container.securityContext = unprivilegedSecurityContext(withGroup: false)
    container.volumeMounts = [
      .init(LauncherVolumeNames.privateDirectory, at: LauncherPaths.privateDirectory, isReadOnly: true)
    ]
    return container
  }

  private var logsSerialConsole: Bool {
    devices.logSerialConsole ?? (given.virtualMachineOptions?.disableSerialConsoleLog == nil)
  }
}
