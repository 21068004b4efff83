import Kube
import KubeTypes
import VirtTypes

extension LegacyLauncherPodParts {
  /// The container that the guest runs in.
  var computeContainer: Core.Container {
    var container = Core.Container()
    container.name = "compute"
    container.image = settings.launcherImage
    container.imagePullPolicy = imagePullPolicy
    container.command = command
    container.ports = ports
    container.resources = resources
    container.readinessProbe = Self.readinessProbe(period: 2, successes: 1)
    var security = Core.SecurityContext()
    security.privileged = false
    security.runAsUser = 0
    var capabilities = Core.Capabilities()
    if attachesPodNetwork || !instance.spec.domain.devices.interfaces.isEmpty { capabilities.add = ["NET_ADMIN"] }
    security.capabilities = capabilities
    container.securityContext = security
    container.volumeMounts = (commonVolumes + ownVolumes).map(\.mount)
    return container
  }

  private var command: [String] {
    [
      "/usr/share/kubevirt/virt-launcher/entrypoint.sh",
      "--qemu-timeout", "5m",
      "--name", instance.metadata.name,
      "--uid", instance.metadata.uid,
      "--namespace", instance.metadata.namespace,
      "--kubevirt-share-dir", settings.shareDirectory,
      "--readiness-file", Self.readinessFile,
      // Time for the guest, and for the launcher to notice.
      "--grace-period-seconds", String(gracePeriod &+ 15),
      "--hook-sidecars", String(sidecars.count),
    ] + (usesEmulation ? ["--use-emulation"] : [])
  }

  private var ports: [Core.ContainerPort] {
    instance.spec.domain.devices.interfaces.flatMap(\.ports).map { port in
      var containerPort = Core.ContainerPort()
      containerPort.name = port.name
      containerPort.containerPort = port.port
      containerPort.protocol = port.protocol.isEmpty ? "TCP" : port.protocol
      return containerPort
    }
  }

  /// One for every registry disk: it holds the image and copies it to where the launcher finds it.
  var registryDiskContainers: [Core.Container] {
    instance.spec.volumes.compactMap { volume in
      guard let disk = volume.registryDisk else { return nil }
      var container = Core.Container()
      container.name = "volume" + volume.name
      container.image = disk.image
      container.imagePullPolicy = "IfNotPresent"
      container.command = ["/entry-point.sh"]
      var target = Core.EnvVar()
      target.name = "COPY_PATH"
      target.value =
        "\(runtimeVolume.mountPath)/kubevirt-ephemeral-disk/registry-disk-data/\(instance.metadata.namespace)"
        + "/\(instance.metadata.name)/disk_\(volume.name)/disk-image"
      container.env = [target]
      container.readinessProbe = Self.readinessProbe(period: 5, successes: 2)
      container.volumeMounts = [runtimeVolume.mount]
      return container
    }
  }

  func sidecarContainer(_ sidecar: LegacyHookSidecar, number: Int) -> Core.Container {
    var container = Core.Container()
    container.name = "hook-sidecar-\(number)"
    container.image = sidecar.image
    container.imagePullPolicy = sidecar.imagePullPolicy
    container.volumeMounts = [hookVolume].compactMap { $0?.mount }
    return container
  }

  private static let readinessFile = "/tmp/healthy"

  /// Looks for the file by which launchers and registry disks say that they are ready; times in seconds.
  private static func readinessProbe(period: Int32, successes: Int32) -> Core.Probe {
    var probe = Core.Probe()
    var action = ExecAction()
    action.command = ["cat", readinessFile]
    probe.exec = action
    probe.initialDelaySeconds = 2
    probe.periodSeconds = period
    probe.timeoutSeconds = 5
    probe.successThreshold = successes
    probe.failureThreshold = 5
    return probe
  }

  // MARK: Resources

  var attachesPodNetwork: Bool { instance.spec.domain.devices.autoattachPodInterface != false }

  var usesHugePages: Bool { instance.spec.domain.memory?.hugepages != nil }

  private var resources: Core.ResourceRequirements {
    let domain = instance.spec.domain
    var requests = domain.resources.requests ?? [:]
    var limits = domain.resources.limits ?? [:]
    let overhead = LegacyMemoryOverhead.amount(for: domain)
    let guest = requests["memory"] ?? Quantity()
    if let pages = domain.memory?.hugepages {
      // The guest's memory comes from huge pages, and only the rest from ordinary ones.
      requests["hugepages-" + pages.pageSize] = guest
      limits["hugepages-" + pages.pageSize] = guest
      requests["memory"] = overhead
      if limits["memory"] != nil { limits["memory"] = overhead }
    } else {
      if !domain.resources.overcommitGuestOverhead { requests["memory"] = guest + overhead }
      if let limit = limits["memory"] { limits["memory"] = limit + overhead }
    }
    if attachesPodNetwork { limits["devices.kubevirt.io/tun"] = Quantity(1) }
    if !usesEmulation { limits["devices.kubevirt.io/kvm"] = Quantity(1) }
    var resources = Core.ResourceRequirements()
    resources.requests = requests.isEmpty ? nil : requests
    resources.limits = limits.isEmpty ? nil : limits
    return resources
  }
}
