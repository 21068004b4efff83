import Glibc
import Kube
import KubeClient
import KubeTypes
import Processes

extension PodWorker {
  /// Starts a container, or has its image fetched first.
  func start(_ name: String, _ pod: Core.Pod) async {
    guard pulls[name] == nil,
      let container = (pod.spec.initContainers + pod.spec.containers).first(where: { $0.name == name })
    else { return }
    guard let image = context.image(container.image) else { return fetch(container, pod) }
    if record.containers[name]?.pullFailures != 0 { change(name) { $0.pullFailures = 0 } }
    let known = record.containers[name] ?? ContainerRecord()
    // A run that has ended is followed by another; one that never came to be is tried again under its number.
    let attempt = known.termination == nil ? known.restartCount : known.restartCount + 1
    let files = folder.container(name, attempt: attempt)
    do throws(PodRunnerError) {
      try await make(container, image, files, attempt: attempt, pod)
    } catch {
      await discard(files)
      note(error, container, pod)
      return
    }
    do throws(PodRunnerError) {
      try await context.runtime.start(files.runtimeID)
    } catch {
      // It counts as a run that failed, as kubelet has it.
      await discard(files)
      context.warn(pod, "Failed", "Error: \(error)")
      let end = Termination(
        exitCode: 128, message: "\(error)", startedAt: .now(), finishedAt: .now(), runtimeID: files.runtimeID)
      change(name) { container in
        if attempt > 0 { container.last = container.termination }
        container.restartCount = attempt
        container.runtimeID = files.runtimeID
        container.imageID = image.id
        container.state = .terminated(end)
        container.notBefore = .now() + max(.seconds(1), PodProgress.restartDelay(attempt))
      }
      return
    }
    let start = Timestamp.now()
    change(name) { container in
      if let former = container.termination { container.last = former }
      container.restartCount = attempt
      container.runtimeID = files.runtimeID
      container.imageID = image.id
      container.notBefore = nil
      container.state = .running(since: start)
    }
    health[name] = ContainerHealth(container, start: start)
    context.tell(pod, "Started", "Started container \(name)")
    // Two runs' logs are kept: the present one's and the one's before.
    if attempt > 0 { try? HostFiles.removeTree(folder.container(name, attempt: attempt - 1).path) }
    if attempt > 1 { unlink(folder.log(name, attempt: attempt - 2)) }
  }

  /// Says why a container cannot be made, and when it is tried again.
  private func note(_ error: PodRunnerError, _ container: Core.Container, _ pod: Core.Pod) {
    let isMount = error.reason == "FailedMount"
    context.warn(pod, isMount ? "FailedMount" : "Failed", "\(error)")
    change(container.name) { known in
      if known.termination == nil {
        known.state = .waiting(
          reason: isMount
            ? "ContainerCreating" : error.reason == "RunContainerError" ? "CreateContainerError" : error.reason,
          message: error.description)
      }
      known.notBefore = .now() + .seconds(isMount ? 2 : 10)
    }
  }

  private func discard(_ files: ContainerFolder) async {
    await context.runtime.delete(files.runtimeID)
    await BlockingCall.run { HostFiles.unmountAll(below: files.path) }
    context.runtime.forgetExit(files)
  }

  // MARK: images

  private func fetch(_ container: Core.Container, _ pod: Core.Pod) {
    guard let image = ImageName(container.image) else {
      return fail(
        container, pod, reason: "InvalidImageName", "couldn't parse image name \"\(container.image)\"", retry: nil)
    }
    if container.imagePullPolicy == "Never" {
      return fail(
        container, pod, reason: "ErrImageNeverPull",
        "container image \"\(container.image)\" is not present with pull policy of Never", retry: .seconds(5))
    }
    let context = context
    context.tell(pod, "Pulling", "Pulling image \"\(container.image)\"")
    if case .waiting("ContainerCreating", _)? = record.containers[container.name]?.state {
    } else if record.containers[container.name] == nil {
      change(container.name) { _ in }
    }
    pulls[container.name] = Task {
      do throws(PodRunnerError) {
        try await context.images.pull(image)
        self.fetched(container, pod, nil)
      } catch {
        self.fetched(container, pod, error)
      }
    }
  }

  private func fetched(_ container: Core.Container, _ pod: Core.Pod, _ error: PodRunnerError?) {
    pulls[container.name] = nil
    guard let error else {
      context.tell(pod, "Pulled", "Successfully pulled image \"\(container.image)\"")
      return change(container.name) { $0.pullFailures = 0 }
    }
    let failures = (record.containers[container.name]?.pullFailures ?? 0) + 1
    context.warn(pod, "Failed", "\(error)")
    // The first word is of the failure, the later ones of the waiting.
    fail(
      container, pod, reason: failures == 1 ? "ErrImagePull" : "ImagePullBackOff",
      failures == 1 ? "\(error)" : "Back-off pulling image \"\(container.image)\": \(error)",
      retry: PodProgress.pullDelay(failures))
    change(container.name) { $0.pullFailures = failures }
  }

  private func fail(
    _ container: Core.Container, _ pod: Core.Pod, reason: String, _ message: String, retry: Duration?
  ) {
    change(container.name) { known in
      known.state = .waiting(reason: reason, message: message)
      known.notBefore = .now() + (retry ?? .seconds(300))
    }
  }

  // MARK: the bundle

  private func make(
    _ container: Core.Container, _ image: ContainerImage, _ files: ContainerFolder, attempt: Int32, _ pod: Core.Pod
  ) async throws(PodRunnerError) {
    let addresses = record.sandbox?.addresses ?? []
    let downward = DownwardValues(
      pod: pod, nodeName: context.nodeName, hostAddress: context.hostAddress, podAddresses: addresses,
      allocatable: context.allocatable)
    let mounting = PodMounting(context: context, folder: folder, pod: pod, downward: downward)
    let sources = try await mounting.sources()
    let mounted: [String: PlannedVolume]
    if let volumes {
      mounted = volumes
    } else {
      mounted = try await mounting.mountVolumes(sources)
      volumes = mounted
    }
    let environment = try ContainerEnvironment.variables(
      of: container, image: image.configuration.environment, sources: sources, downward: downward)
    let user = try ContainerUser.find(container, pod, image: image)
    let termination = folder.terminationLog(container.name, attempt: attempt)
    let specification = RuntimeSpecification(
      pod: pod, container: container, image: image.configuration, environment: environment, user: user,
      mounts: image.mounts
        + (try mounting.mounts(of: container, volumes: mounted, environment: environment, terminationLog: termination)),
      devices: context.devices.devices(limits: container.resources.limits ?? [:])
        + mounting.devices(of: container, volumes: mounted),
      namespaces: folder.namespaces, cgroup: files.cgroup, availableCapabilities: context.capabilities)
    if specification.arguments.isEmpty {
      throw PodRunnerError("no command is specified", reason: "CreateContainerError")
    }
    if container.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot == true, user.user == 0 {
      throw PodRunnerError(
        "container has runAsNonRoot and image will run as root", reason: "CreateContainerConfigError")
    }
    let folder = folder
    let result = await BlockingCall.run { () -> Result<Void, PodRunnerError> in
      Result { () throws(PodRunnerError) -> Void in
        HostFiles.unmountAll(below: files.path)
        try HostFiles.removeTree(files.path)
        try HostFiles.makeFolder(files.path, mode: 0o700)
        for part in [files.root, files.upper] { try HostFiles.makeFolder(part) }
        try HostFiles.makeFolder(files.work, mode: 0o700)
        try HostFiles.makeFolder("\(folder.path)/logs/\(container.name)", mode: 0o700)
        try HostFiles.makeFolder(folder.path + "/termination", mode: 0o711)
        try HostFiles.write("", to: termination, mode: 0o666)
        let options = [
          "lowerdir=" + HostFiles.overlayPath(image.root), "upperdir=" + HostFiles.overlayPath(files.upper),
          "workdir=" + HostFiles.overlayPath(files.work),
        ]
        try HostFiles.mount("overlay", on: files.root, type: "overlay", data: options.joined(separator: ","))
        try HostFiles.write(specification.json.jsonBytes(), to: files.configuration, mode: 0o600)
      }
    }
    try result.get()
    context.runtime.forgetExit(files)
    await context.runtime.delete(files.runtimeID)
    try await context.runtime.create(files, keepsInput: container.stdin, hasTerminal: container.tty)
    context.tell(pod, "Created", "Created container \(container.name)")
  }
}
