import Admission
import Kube
import KubeTypes
import VirtTypes

/// The container in which launcher, libvirt and QEMU run.
extension LauncherPodPlan {
  func computeContainer(_ volumes: LauncherVolumes) throws(LauncherPodError) -> Core.Container {
    if let problem = logVerbosityProblem { throw problem }
    var container = Core.Container()
    container.name = "compute"
    container.image = settings.launcherImage
    container.imagePullPolicy = configuration.imagePullPolicy
    container.command = command
    container.env = environment(volumes)
    container.ports = ports
    container.resources = try computeResources()
    container.securityContext = computeSecurityContext
    container.terminationMessagePolicy = "FallbackToLogsOnError"
    container.volumeMounts = volumes.mounts
    container.volumeDevices = volumes.devices
    container.livenessProbe = spec.livenessProbe.map(podProbe)
    container.readinessProbe = spec.readinessProbe.map(podProbe)
    return container
  }

  private var command: [String] {
    let memoryLimit = given.developerConfiguration?.diskVerification?.memoryLimit ?? Quantity(mebibytes: 2000)
    var words = [
      "/usr/bin/virt-launcher-monitor", "--qemu-timeout", "\(qemuTimeoutSeconds)s", "--name", instance.metadata.name,
      "--uid", instance.metadata.uid, "--namespace", instance.metadata.namespace, "--kubevirt-share-dir",
      settings.shareDirectory, "--ephemeral-disk-dir", settings.ephemeralDiskDirectory, "--container-disk-dir",
      settings.containerDiskDirectory, "--grace-period-seconds", "\(gracePeriodSeconds + 15)", "--hook-sidecars",
      "\(hookSidecars.count)", "--ovmf-path",
      firmwarePath, "--disk-memory-limit",
      "\(memoryLimit.value)", "--hypervisor", hypervisor,
    ]
    let annotations = instance.metadata.annotations ?? [:]
    if !runsAsRoot { words.append("--run-as-nonroot") }
    if usesImageVolumes { words.append("--image-volume") }
    if configuration.allows(.libvirtHooksServerAndClient) { words.append("--libvirt-hook-server-and-client") }
    if configuration.allows(.podSecondaryInterfaceNamingUpgrade) { words.append("--upgrade-ordinal-ifaces") }
    if let filters = annotations["kubevirt.io/libvirt-log-filters"] { words += ["--libvirt-log-filters", filters] }
    if emulates { words.append("--allow-emulation") }
    if keepsLauncher(annotations) { words.append("--keep-after-failure") }
    if annotations["kubevirt.io/func-test-virt-launcher-fail-fast"] != nil { words.append("--simulate-crash") }
    return words
  }

  private var firmwarePath: String {
    given.ovmfPath.isEmpty ? configuration.settings(ofArchitecture: spec.architecture).firmwarePath : given.ovmfPath
  }

  /// For whoever wants to see why a guest failed.
  private func keepsLauncher(_ annotations: [String: String]) -> Bool {
    annotations.contains { key, value in
      key.hasPrefix("kubevirt.io/keep-launcher-alive-after-failure") && (value.isEmpty || value.hasPrefix("true"))
    }
  }

  /// Jitter keeps the launchers of a rack that starts from giving up together.
  private var qemuTimeoutSeconds: Int { settings.launcherQemuTimeoutSeconds + Int(seed % 120) }

  private var ports: [Core.ContainerPort] {
    devices.interfaces.flatMap(\.ports).map { port in
      var containerPort = Core.ContainerPort()
      containerPort.name = port.name
      containerPort.containerPort = port.port
      containerPort.protocol = port.protocol.isEmpty ? "TCP" : port.protocol
      return containerPort
    }
  }
}

// Environment and logs
extension LauncherPodPlan {
  static let defaultLogVerbosity = 2
  /// Above this, libvirt and virtiofsd write everything too.
  private static let debugVerbosity = 5
  private static let verbosityLabel = "logVerbosity"

  /// Where programs of an unprivileged user keep what others keep in the user's home.
  var unprivilegedEnvironment: [Core.EnvVar] {
    runsAsRoot
      ? []
      : [
        .init("XDG_CACHE_HOME", LauncherPaths.privateDirectory),
        .init("XDG_CONFIG_HOME", LauncherPaths.privateDirectory), .init("XDG_RUNTIME_DIR", "/var/run"),
      ]
  }

  private func environment(_ volumes: LauncherVolumes) -> [Core.EnvVar] {
    var environment = unprivilegedEnvironment
    if !volumes.sharedPaths.isEmpty {
      environment.append(.init("SHARED_FILESYSTEM_PATHS", volumes.sharedPaths.joined(separator: ":")))
    }
    if let label = instance.metadata.labels?[Self.verbosityLabel] {
      environment.append(.init("VIRT_LAUNCHER_LOG_VERBOSITY", label))
    } else if let verbosity = logVerbosity, verbosity != Self.defaultLogVerbosity {
      environment.append(.init("VIRT_LAUNCHER_LOG_VERBOSITY", "\(verbosity)"))
    }
    if debugs("debugLogs") { environment.append(.init("LIBVIRT_DEBUG_LOGS", "1")) }
    if debugs("virtiofsdDebugLogs") { environment.append(.init("VIRTIOFSD_DEBUG_LOGS", "1")) }
    environment.append(.init("POD_NAME", fieldPath: "metadata.name"))
    return environment
  }

  /// Of the instance's label, or else of the KubeVirt object.
  var logVerbosity: Int? {
    if let label = instance.metadata.labels?[Self.verbosityLabel] { return Int(label) }
    let configured = given.developerConfiguration?.logVerbosity?.virtLauncher ?? 0
    return configured == 0 ? nil : Int(clamping: configured)
  }

  private var logVerbosityProblem: LauncherPodError? {
    guard instance.metadata.labels?[Self.verbosityLabel] != nil, logVerbosity == nil else { return nil }
    return .malformed(member: "label \(Self.verbosityLabel)", reason: "has to be a whole number")
  }

  private func debugs(_ label: String) -> Bool {
    instance.metadata.labels?[label]?.lowercased() == "true" || (logVerbosity ?? 0) > Self.debugVerbosity
  }
}

// Probes
extension LauncherPodPlan {
  /// Seconds that a guest has before the first probe.
  private static let probeDelay: Int32 = 10

  /// The probe as the kubelet runs it: what concerns the inside of the guest goes through a program in the pod.
  private func podProbe(_ probe: V1.Probe) -> Core.Probe {
    var podProbe = Core.Probe()
    podProbe.httpGet = probe.httpGet
    podProbe.tcpSocket = probe.tcpSocket
    podProbe.initialDelaySeconds = probe.initialDelaySeconds.saturatingAdd(Self.probeDelay)
    podProbe.periodSeconds = probe.periodSeconds
    podProbe.timeoutSeconds = probe.timeoutSeconds
    podProbe.successThreshold = probe.successThreshold
    podProbe.failureThreshold = probe.failureThreshold
    guard let words = guestProbe(probe) else {
      podProbe.exec = probe.exec
      return podProbe
    }
    var action = ExecAction()
    action.command =
      ["virt-probe", "--domainName", instance.domainName, "--timeoutSeconds", "\(probe.timeoutSeconds)"] + words
    podProbe.exec = action
    podProbe.timeoutSeconds = probe.timeoutSeconds.saturatingAdd(1)
    return podProbe
  }

  /// What virt-probe is to do; nil for probes of the network, and for those that call it themselves.
  private func guestProbe(_ probe: V1.Probe) -> [String]? {
    if probe.guestAgentPing != nil { return ["--guestAgentPing"] }
    guard let command = probe.exec?.command, let program = command.first, program != "virt-probe" else { return nil }
    return ["--command", program, "--"] + command.dropFirst()
  }
}

extension Int32 {
  fileprivate func saturatingAdd(_ other: Int32) -> Int32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
