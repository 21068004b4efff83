import ArgumentParser
import ComponentBase
import Glibc
import Kube
import Logging
import VirtLauncher

/// The command `virt-launcher`, with the flags that launcher pods of v0.8.0 and v1 give.
@main
struct VirtLauncherCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virt-launcher", abstract: "Runs one virtual machine in its pod.",
    version: "swift-virt \(BuildInformation.version), compatible with KubeVirt \(BuildInformation.compatibleRelease)")

  @Option(help: "The instance's name.")
  var name: String

  @Option(help: "The instance's namespace.")
  var namespace: String

  @Option(help: "The instance's UID.")
  var uid: String

  @Option(help: "How long to wait for the machine, such as 5m.")
  var qemuTimeout = "3m"

  @Option(help: "The folder where handler and launcher meet.")
  var kubevirtShareDir = "/var/run/kubevirt"

  @Option(help: "The folder for what does not outlive the pod.")
  var ephemeralDiskDir: String?

  @Option(help: "The folder where disks out of images are mounted.")
  var containerDiskDir = "/var/run/kubevirt/container-disks"

  @Option(help: "The file that says that the launcher is ready; given by pods of v0.8.0 alone.")
  var readinessFile: String?

  @Option(help: "Seconds that the machine may take to end after the launcher was told to stop.")
  var gracePeriodSeconds = 30

  @Option(help: "How many hook sidecars there are.")
  var hookSidecars = 0

  @Option(help: "How often the watchdog file is renewed.")
  var watchdogUpdateInterval = "5s"

  @Flag(help: "Emulate the processor where KVM is not usable (v0.8.0's name for it).")
  var useEmulation = false

  @Flag(help: "Emulate the processor where KVM is not usable.")
  var allowEmulation = false

  @Option(help: "Where UEFI firmware is.")
  var ovmfPath = "/usr/share/OVMF"

  @Option(help: "Bytes that a helper looking into a disk may take.")
  var diskMemoryLimit: Int64 = 0

  @Option(help: "The hypervisor that is asked for.")
  var hypervisor = "kvm"

  @Flag(help: "Run libvirt for an ordinary user.")
  var runAsNonroot = false

  @Flag(help: "Stay after a machine that failed.")
  var keepAfterFailure = false

  @Flag(help: "End at once with an error.")
  var simulateCrash = false

  @Flag(help: "Images of disks are mounted as volumes.")
  var imageVolume = false

  @Flag(help: "Kept for pods that give it.")
  var libvirtHookServerAndClient = false

  @Flag(help: "Kept for pods that give it.")
  var upgradeOrdinalIfaces = false

  @Option(help: "What libvirt logs.")
  var libvirtLogFilters: String?

  @Option(name: .shortAndLong, help: "How much is logged: 0 warnings, 2 what happens, 4 what helps to find a fault.")
  var v: Int?

  func validate() throws {
    guard GoDuration(qemuTimeout) != nil, GoDuration(watchdogUpdateInterval) != nil else {
      throw ValidationError("--qemu-timeout and --watchdog-update-interval are durations such as 5m or 4m30s")
    }
  }

  func run() async throws {
    var logger = Logger(label: "virt-launcher") { StreamLogHandler.standardError(label: $0) }
    let variable = getenv("VIRT_LAUNCHER_LOG_VERBOSITY").flatMap { Int(String(cString: $0)) }
    logger.logLevel = Logger.Level(verbosity: v ?? variable ?? 2)
    if simulateCrash {
      logger.error("told to end with an error")
      throw ExitCode(1)
    }
    do {
      try await LauncherService(settings: settings, logger: logger).run()
    } catch {
      logger.critical("\(error)")
      throw ExitCode(1)
    }
  }

  private var settings: LauncherSettings {
    var settings = LauncherSettings(
      profile: readinessFile == nil ? .current : .legacy, namespace: namespace, name: name, uid: uid)
    settings.shareDirectory = kubevirtShareDir
    settings.ephemeralDiskDirectory =
      ephemeralDiskDir
      ?? (readinessFile == nil ? "/var/run/kubevirt-ephemeral-disks" : "/var/run/libvirt/kubevirt-ephemeral-disk")
    settings.containerDiskDirectory = containerDiskDir
    settings.readinessFile = readinessFile ?? ""
    settings.gracePeriod = .seconds(gracePeriodSeconds)
    if let timeout = GoDuration(qemuTimeout) { settings.domainTimeout = timeout.duration }
    if let interval = GoDuration(watchdogUpdateInterval) { settings.watchdogInterval = interval.duration }
    settings.allowsEmulation = useEmulation || allowEmulation
    settings.firmwareDirectory = ovmfPath
    settings.diskMemoryLimit = diskMemoryLimit
    settings.isUnprivileged = runAsNonroot
    return settings
  }
}
