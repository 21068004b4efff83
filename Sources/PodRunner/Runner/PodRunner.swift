import Glibc
import JSON
import Kube
import KubeClient
import KubeTypes
import Logging
import Processes
import Synchronization
import Transport

/// Runs pods on this machine: its node, its scheduler, and a worker for each pod. Needs root.
public final class PodRunner: Sendable {
  /// How it is set up.
  public struct Options: Sendable {
    public var folder: NodeFolder
    public var nodeName: String
    /// The address that pods and clients reach the machine by.
    public var hostAddress: String
    /// Where our executables are.
    public var programs: String
    /// Names that launcher pods give their image.
    public var launcherImages: [String]
    /// Where the launcher image's own files may be, the best place first.
    public var launcherFiles: [String]
    public var version: String

    public init(
      folder: NodeFolder, nodeName: String, hostAddress: String, programs: String, launcherImages: [String],
      launcherFiles: [String], version: String
    ) {
      self.folder = folder
      self.nodeName = nodeName
      self.hostAddress = hostAddress
      self.programs = programs
      self.launcherImages = launcherImages
      self.launcherFiles = launcherFiles
      self.version = version
    }
  }

  private let context: NodeContext
  private let registration: NodeRegistration
  private let scheduling: PodScheduling
  private let workers = Mutex<[String: PodWorker]>([:])
  private let bell = Doorbell()

  /// Makes the machine ready.
  ///
  /// - Throws: `PodRunnerError` with what the machine lacks.
  public init(_ client: KubernetesClient, options: Options, logger: Logger) async throws {
    let folder = options.folder
    try HostFiles.makeFolder(folder.path, mode: 0o711)
    for path in [folder.pods, folder.share, folder.path + "/run"] { try HostFiles.makeFolder(path) }
    for path in [folder.runtime, folder.exits, folder.images] { try HostFiles.makeFolder(path, mode: 0o700) }
    try Self.sharePods(folder)
    let runtime = try ContainerRuntime(folder: folder)
    let images = ImageStore(path: folder.images, programs: options.programs)
    let devices = NodeDevices.observe()
    let report = NodeReport(
      name: options.nodeName, address: options.hostAddress, devices: devices,
      runtimeVersion: "conmon://" + (runtime.program.split(separator: "/").last.map(String.init) ?? ""),
      version: options.version)
    let events = EventRecorder(client, logger: logger)
    context = NodeContext(
      client: client, folder: folder, runtime: runtime, networks: try PodNetworks(folder: folder), images: images,
      launcher: try await LauncherImage(
        names: options.launcherImages, folder: folder, programs: ProgramFolder(path: options.programs),
        files: options.launcherFiles),
      events: events, logger: logger, nodeName: options.nodeName, hostAddress: options.hostAddress,
      bootID: ProcessFacts.bootID,
      capabilities: ProcessFacts.capabilities(status: HostFiles.text("/proc/self/status") ?? ""), devices: devices,
      allocatable: report.capacity,
      hostPaths: [
        "/var/run/kubevirt": folder.share, "/run/kubevirt": folder.share,
        "/var/run/kubevirt-private": folder.path + "/run/kubevirt-private",
      ],
      probes: try HTTPClient())
    registration = NodeRegistration(client: client, report: report, logger: logger)
    scheduling = PodScheduling(client: client, events: events, logger: logger, nodeName: options.nodeName)
    await BlockingCall.run { images.sweep() }
  }

  /// Mounts that are made in pods' volumes later are to be seen in their containers: the folder is a mount of its own,
  /// and shared (mount_namespaces(7)).
  private static func sharePods(_ folder: NodeFolder) throws(PodRunnerError) {
    if !HostFiles.mounts(below: folder.pods).contains(folder.pods) {
      try HostFiles.mount(folder.pods, on: folder.pods, type: "", flags: UInt(MS_BIND))
    }
    try HostFiles.mount("", on: folder.pods, type: "", flags: UInt(MS_SHARED))
  }

  /// Whether guests can run on hardware.
  public static var isVirtualizationUsable: Bool { NodeDevices.isVirtualizationUsable }

  /// Runs pods until the task is cancelled; containers go on.
  public func run() async {
    while !Task.isCancelled {
      do {
        try await registration.register()
        break
      } catch {
        context.logger.warning("the node can't be registered", metadata: ["reason": "\(error)"])
        try? await Task.sleep(for: .seconds(1))
      }
    }
    let pods = Informer(context.client, NodeContext.pods, logger: context.logger) { [bell] _ in bell.ring() }
    var ownNode = Informer.Options()
    ownNode.fieldSelector = "metadata.name=\(context.nodeName)"
    let nodes = Informer(
      context.client, GroupVersionResource(version: "v1", resource: "nodes"), options: ownNode,
      logger: context.logger
    ) { [bell] _ in bell.ring() }
    await withDiscardingTaskGroup { group in
      group.addTask { await pods.run() }
      group.addTask { await nodes.run() }
      group.addTask { await self.context.events.run() }
      group.addTask { await self.registration.keepUp() }
      group.addTask { await ExitWatch.follow(self.context.folder.exits) { self.ringAll() } }
      guard (try? await pods.waitUntilSynced()) != nil, (try? await nodes.waitUntilSynced()) != nil else { return }
      while !Task.isCancelled {
        await look(pods, nodes, &group)
        await bell.wait(atMost: .seconds(5))
      }
    }
    releaseIfEmpty()
  }

  private func ringAll() { for worker in workers.withLock({ Array($0.values) }) { worker.bell.ring() } }

  /// Gives every pod of this node to its worker, and waiting ones a node.
  private func look(_ pods: Informer, _ nodes: Informer, _ group: inout DiscardingTaskGroup) async {
    var known: [String: Core.Pod] = [:]
    var waiting: [Core.Pod] = []
    for object in pods.objects {
      guard let pod = try? object.decode(as: Core.Pod.self) else { continue }
      if pod.spec.nodeName == context.nodeName { known[pod.metadata.uid] = pod }
      if PodScheduling.isWaiting(pod) { waiting.append(pod) }
    }
    for uid in Set(known.keys).union(HostFiles.names(in: context.folder.pods)) {
      let pod = known[uid]
      if let worker = workers.withLock({ $0[uid] }) {
        await worker.update(pod)
      } else if let folder = context.folder.pod(uid) {
        begin(folder, pod, &group)
      }
    }
    for (uid, worker) in workers.withLock({ $0 }) where known[uid] == nil { await worker.update(nil) }
    guard !waiting.isEmpty,
      let node = nodes.cached(NamespacedName("", context.nodeName)).flatMap({ try? $0.decode(as: Core.Node.self) })
    else { return }
    var placed = Array(known.values)
    let inTurn = waiting.sorted {
      ($0.metadata.creationTimestamp ?? Timestamp()) < ($1.metadata.creationTimestamp ?? Timestamp())
    }
    for pod in inTurn {
      let verdict = Placement(node: node, used: Placement.used(by: placed)).verdict(for: pod)
      if verdict == .fits { placed.append(pod) }
      await scheduling.place(pod, verdict)
    }
  }

  private func begin(_ folder: PodFolder, _ pod: Core.Pod?, _ group: inout DiscardingTaskGroup) {
    let record = HostFiles.read(folder.record).flatMap { try? JSONValue(parsing: $0) }.flatMap {
      PodRecord(json: $0)
    }
    let worker = PodWorker(context, folder: folder, pod: pod, record: record)
    workers.withLock { $0[folder.uid] = worker }
    group.addTask { [bell] in
      await worker.run()
      if Task.isCancelled { return }
      self.workers.withLock { $0[folder.uid] = nil }
      bell.ring()
    }
  }

  /// Where no pod is left, no mount and no group of processes is either.
  private func releaseIfEmpty() {
    guard HostFiles.names(in: context.folder.pods).isEmpty else { return }
    HostFiles.unmountAll(below: context.folder.pods)
    NodeCgroups.removeRootIfEmpty()
  }
}

// MARK: Streams

extension PodRunner: ContainerLookup {
  public func container(_ name: String?, of pod: JSONValue) async throws(Status) -> ContainerHandle {
    let uid = pod.value(at: "metadata", "uid")?.string ?? ""
    for _ in 0..<30 where workers.withLock({ $0[uid] }) == nil { try? await Task.sleep(for: .milliseconds(100)) }
    guard let worker = workers.withLock({ $0[uid] }) else {
      throw .failure(.badRequest, code: 400, message: "the pod is not on this node yet, or not any more")
    }
    return try await worker.handle(of: name)
  }
}

extension PodWorker {
  /// What is to be known of a container to reach into it.
  func handle(of name: String?) throws(Status) -> ContainerHandle {
    let known = name.map { record.containers[$0] } ?? record.containers.values.first { $0.isRunning }
    guard let known, !known.runtimeID.isEmpty else {
      let what = name.map { "container \"\($0)\"" } ?? "the pod"
      var reason = "ContainerCreating"
      if case .waiting(let word, _)? = name.flatMap({ record.containers[$0]?.state }) { reason = word }
      throw .failure(
        .badRequest, code: 400, message: "\(what) in pod \"\(record.name)\" is waiting to start: \(reason)")
    }
    let container = name ?? record.containers.first { $0.value == known }?.key ?? ""
    let files = folder.container(container, attempt: known.restartCount)
    return ContainerHandle(
      runtime: context.runtime.command, id: known.runtimeID, isRunning: known.isRunning, log: files.log,
      previousLog: known.restartCount > 0 ? folder.log(container, attempt: known.restartCount - 1) : nil,
      attachSocket: known.isRunning ? files.attachSocket : nil, networkNamespace: folder.namespaces.network)
  }
}
