import Glibc
import JSON
import Kube
import KubeClient
import KubeTypes
import Processes

/// Looks after one pod of this machine: compares what is with what is wanted, does what is missing, and says how it is.
actor PodWorker {
  let context: NodeContext
  let folder: PodFolder
  nonisolated let bell = Doorbell()
  private(set) var record: PodRecord
  /// The pod as last seen; nil once it is gone from the API.
  private(set) var pod: Core.Pod?
  var health: [String: ContainerHealth] = [:]
  /// Under way, by container: the seconds of grace, and who waits for them.
  var endings: [String: (grace: Int64, task: Task<Void, Never>)] = [:]
  var pulls: [String: Task<Void, Never>] = [:]
  var sandboxNotBefore: Timestamp?
  /// What the volumes are, once they are mounted in this run of ours.
  var volumes: [String: PlannedVolume]?
  private var writtenStatus: JSONValue?
  private var isDown = false
  private var savedRecord: PodRecord?

  /// - Parameter record: what a former run left; nil for a pod that is new here.
  init(_ context: NodeContext, folder: PodFolder, pod: Core.Pod?, record: PodRecord?) {
    self.context = context
    self.folder = folder
    self.pod = pod
    self.record =
      record
      ?? PodRecord(
        uid: folder.uid, namespace: pod?.metadata.namespace ?? "", name: pod?.metadata.name ?? "",
        bootID: context.bootID, startTime: .now())
    savedRecord = record
  }

  func update(_ pod: Core.Pod?) {
    // Another of the same name is another pod.
    if let pod, pod.metadata.uid != folder.uid { return }
    self.pod = pod
    bell.ring()
  }

  /// Returns when nothing is left of the pod, or when cancelled.
  func run() async {
    if record.bootID != context.bootID { noteReboot() }
    for (name, container) in record.containers where container.isRunning { adopt(name) }
    while !Task.isCancelled {
      do throws(PodRunnerError) {
        if try await round() { return }
      } catch {
        context.logger.warning(
          "pod", metadata: ["pod": "\(record.namespace)/\(record.name)", "reason": "\(error)"])
      }
      await bell.wait(atMost: pause)
    }
  }

  private var now: Timestamp { .now() }

  /// True when the pod is no more.
  private func round() async throws(PodRunnerError) -> Bool {
    await observe()
    guard let pod else { return try await vanish() }
    guard !Self.isOver(pod) || record.sandbox != nil || pod.metadata.deletionTimestamp != nil else {
      // Done in a former run; it stays until someone deletes it.
      isDown = true
      return false
    }
    for step in progress(pod).steps {
      switch step {
      case .setUpSandbox: if (sandboxNotBefore ?? now) <= now { await setUpSandbox(pod) }
      case .start(let name): if !isDown { await start(name, pod) }
      case .stop(let name, let grace): stop(name, grace: grace, pod)
      case .tearDown: if !isDown { try await tearDown() }
      }
      try save()
    }
    beginProbes(pod)
    try save()
    await report(pod)
    if isDown, pod.metadata.deletionTimestamp != nil { await finishDeletion(pod) }
    return false
  }

  /// Of a pod whose object is gone, nothing stays.
  private func vanish() async throws(PodRunnerError) -> Bool {
    for (_, ending) in endings { ending.task.cancel() }
    for (_, pull) in pulls { pull.cancel() }
    try await tearDown()
    try? HostFiles.removeTree(folder.path)
    return !HostFiles.exists(folder.path)
  }

  func progress(_ pod: Core.Pod) -> PodProgress {
    PodProgress(
      pod: pod, record: record, started: Set(health.filter(\.value.isStarted).keys),
      unhealthy: Set(health.filter(\.value.isUnhealthy).keys), now: now)
  }

  private var pause: Duration {
    var moments = health.values.compactMap(\.due)
    if let pod, let moment = progress(pod).nextMoment { moments.append(moment) }
    if let sandboxNotBefore, record.sandbox == nil { moments.append(sandboxNotBefore) }
    // Ends of containers ring the bell; that they are looked for now and then is for monitors that were killed.
    let next = moments.min().map { $0 - now } ?? .seconds(5)
    return min(.seconds(5), max(.milliseconds(50), next))
  }

  private static func isOver(_ pod: Core.Pod) -> Bool {
    pod.status.phase == "Succeeded" || pod.status.phase == "Failed"
  }

  // MARK: what is

  /// Takes note of containers that have ended.
  private func observe() async {
    for (name, container) in record.containers {
      guard case .running(let since) = container.state else { continue }
      let files = folder.container(name, attempt: container.restartCount)
      var code = context.runtime.exitCode(of: files)
      if code == nil, !context.runtime.isMonitored(files) {
        // Its end may have been written just before the monitor went.
        code = context.runtime.exitCode(of: files) ?? 137
      }
      guard let code else { continue }
      await ended(name, files, code: code, since: since)
    }
  }

  private func ended(_ name: String, _ files: ContainerFolder, code: Int32, since: Timestamp) async {
    endings.removeValue(forKey: name)?.task.cancel()
    health[name] = nil
    await context.runtime.delete(files.runtimeID)
    await BlockingCall.run { HostFiles.unmountAll(below: files.path) }
    let isOutOfMemory = HostFiles.exists(files.outOfMemory)
    context.runtime.forgetExit(files)
    let end = Termination(
      exitCode: code, isOutOfMemory: isOutOfMemory, message: terminationMessage(name, files, code),
      startedAt: since, finishedAt: now, runtimeID: files.runtimeID)
    change(name) { container in
      container.state = .terminated(end)
      let delay =
        end.finishedAt - since >= .seconds(600) ? .zero : PodProgress.restartDelay(container.restartCount)
      container.notBefore = delay == .zero ? nil : end.finishedAt + delay
    }
    try? save()
  }

  private func terminationMessage(_ name: String, _ files: ContainerFolder, _ code: Int32) -> String {
    let attempt = record.containers[name]?.restartCount ?? 0
    let bytes = HostFiles.read(folder.terminationLog(name, attempt: attempt), limit: 64 << 10) ?? []
    let container = (pod?.spec.containers ?? []) + (pod?.spec.initContainers ?? [])
    let policy = container.first { $0.name == name }?.terminationMessagePolicy
    if bytes.isEmpty, code != 0, policy == "FallbackToLogsOnError", let log = HostFiles.text(files.log) {
      let lines = log.split(separator: "\n").suffix(20).map { $0.split(separator: " ", maxSplits: 3).last ?? "" }
      return String(lines.joined(separator: "\n").suffix(2048))
    }
    return String(decoding: bytes.prefix(4096), as: UTF8.self)
  }

  /// The machine was started anew: nothing of what ran does.
  private func noteReboot() {
    record.bootID = context.bootID
    record.sandbox = nil
    for (name, container) in record.containers {
      guard case .running(let since) = container.state else { continue }
      change(name) { container in
        container.state = .terminated(
          Termination(
            exitCode: 137, message: "the machine was started anew", startedAt: since, finishedAt: .now(),
            runtimeID: container.runtimeID))
      }
    }
  }

  /// Goes on with a container that a former run of ours started.
  private func adopt(_ name: String) {
    guard let pod, case .running(let since) = record.containers[name]?.state,
      let container = (pod.spec.containers + pod.spec.initContainers).first(where: { $0.name == name })
    else { return }
    health[name] = ContainerHealth(container, start: since)
  }

  func change(_ name: String, _ body: (inout ContainerRecord) -> Void) {
    body(&record.containers[name, default: ContainerRecord()])
    bell.ring()
  }

  func set(sandbox: PodRecord.Sandbox?) { record.sandbox = sandbox }

  func save() throws(PodRunnerError) {
    guard record != savedRecord else { return }
    try HostFiles.makeFolder(folder.path, mode: 0o755)
    try HostFiles.write(record.json.jsonBytes(), to: folder.record, mode: 0o600)
    savedRecord = record
  }

  // MARK: what is said

  private func report(_ pod: Core.Pod) async {
    let status = PodStatusReport(
      progress: progress(pod), ready: Set(health.filter(\.value.isReady).keys), hostAddress: context.hostAddress
    ).json
    guard status != writtenStatus else { return }
    let patch: JSONValue = ["metadata": ["uid": .string(folder.uid)], "status": status]
    do {
      _ = try await context.client.patch(
        ResourcePath(
          NodeContext.pods, namespace: record.namespace, name: record.name, subresource: "status"),
        .strategicMerge(patch))
      writtenStatus = status
    } catch let error as KubernetesError where error.isNotFound || error.isConflict {
      // The object is gone, or another has its name: the watch says so.
    } catch {
      context.logger.warning(
        "a pod's status can't be written",
        metadata: ["pod": "\(record.namespace)/\(record.name)", "reason": "\(error)"])
    }
  }

  private func finishDeletion(_ pod: Core.Pod) async {
    let options = DeletionOptions(gracePeriodSeconds: 0, uid: folder.uid)
    do {
      try await context.client.delete(
        ResourcePath(NodeContext.pods, namespace: record.namespace, name: record.name), options: options)
    } catch let error as KubernetesError where error.isNotFound || error.isConflict {
    } catch {
      context.logger.warning(
        "a pod can't be deleted", metadata: ["pod": "\(record.namespace)/\(record.name)", "reason": "\(error)"])
    }
  }

  // MARK: the sandbox

  private func setUpSandbox(_ pod: Core.Pod) async {
    do throws(PodRunnerError) {
      try save()
      try await PodSandbox.setUp(folder, pod: pod)
      let addresses = try await context.networks.connect(
        folder.uid, namespace: folder.namespaces.network,
        arguments: "IgnoreUnknown=1;K8S_POD_NAMESPACE=\(record.namespace);K8S_POD_NAME=\(record.name)")
      try PodSandbox.writeFiles(folder, pod: pod, addresses: addresses)
      record.sandbox = PodRecord.Sandbox(addresses: addresses)
      sandboxNotBefore = nil
      bell.ring()
    } catch {
      context.warn(pod, "FailedCreatePodSandBox", "\(error)")
      context.logger.warning(
        "a pod's sandbox can't be set up",
        metadata: ["pod": "\(record.namespace)/\(record.name)", "reason": "\(error)"])
      try? await PodSandbox.tearDown(folder, context.networks)
      sandboxNotBefore = now + .seconds(5)
    }
  }

  /// Takes away all that the pod has on this machine, but for its folder: logs are read until the object is gone.
  private func tearDown() async throws(PodRunnerError) {
    for id in context.runtime.containers(of: folder.uid) { await context.runtime.delete(id) }
    try await PodSandbox.tearDown(folder, context.networks)
    record.sandbox = nil
    volumes = nil
    isDown = true
    bell.ring()
  }
}
