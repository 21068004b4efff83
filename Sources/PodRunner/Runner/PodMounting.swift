import CLinux
import Glibc
import JSON
import Kube
import KubeClient
import KubeTypes
import Processes

/// Makes a pod's volumes ready, and says how its containers get them.
struct PodMounting: Sendable {
  var context: NodeContext
  var folder: PodFolder
  var pod: Core.Pod
  var downward: DownwardValues

  private var namespace: String { pod.metadata.namespace }

  // MARK: objects

  /// The objects that the pod names; those that are not there are left out.
  func sources() async throws(PodRunnerError) -> PodSources {
    var sources = PodSources()
    for name in Self.configMapNames(pod) {
      sources.configMaps[name] = try await object(NodeContext.configMaps, name, as: Core.ConfigMap.self)
    }
    for name in Self.secretNames(pod) {
      sources.secrets[name] = try await object(NodeContext.secrets, name, as: Core.Secret.self)
    }
    return sources
  }

  static func configMapNames(_ pod: Core.Pod) -> Set<String> {
    var names: [String] = []
    for container in pod.spec.containers + pod.spec.initContainers {
      names += container.envFrom.compactMap { $0.configMapRef?.name }
      names += container.env.compactMap { $0.valueFrom?.configMapKeyRef?.name }
    }
    for volume in pod.spec.volumes {
      names += [volume.configMap?.name].compactMap { $0 }
      names += (volume.projected?.sources ?? []).compactMap { $0.configMap?.name }
    }
    return Set(names.filter { !$0.isEmpty })
  }

  static func secretNames(_ pod: Core.Pod) -> Set<String> {
    var names: [String] = []
    for container in pod.spec.containers + pod.spec.initContainers {
      names += container.envFrom.compactMap { $0.secretRef?.name }
      names += container.env.compactMap { $0.valueFrom?.secretKeyRef?.name }
    }
    for volume in pod.spec.volumes {
      names += [volume.secret?.secretName].compactMap { $0 }
      names += (volume.projected?.sources ?? []).compactMap { $0.secret?.name }
    }
    return Set(names.filter { !$0.isEmpty })
  }

  private func object<Object: JSONDecodable>(
    _ resource: GroupVersionResource, _ name: String, namespaced: Bool = true, as type: Object.Type
  ) async throws(PodRunnerError) -> Object? {
    do {
      let path = ResourcePath(resource, namespace: namespaced ? namespace : nil, name: name)
      return try Object(json: try await context.client.get(path).jsonBytes(), options: .lenient)
    } catch let error as KubernetesError where error.isNotFound {
      return nil
    } catch {
      throw PodRunnerError("\(resource.resource) \(name): \(error)", reason: "FailedMount")
    }
  }

  // MARK: volumes

  /// - Returns: what they are, by name.
  func mountVolumes(_ sources: PodSources) async throws(PodRunnerError) -> [String: PlannedVolume] {
    let plan = VolumePlan(
      pod: pod, folder: folder.volumes, sources: sources, downward: downward, hostPaths: context.hostPaths)
    var volumes: [String: PlannedVolume] = [:]
    for volume in pod.spec.volumes {
      var planned = try plan.volume(volume)
      if case .claim(let name) = planned { planned = try await source(ofClaim: name) }
      try await mount(planned)
      volumes[volume.name] = planned
    }
    return volumes
  }

  private func source(ofClaim name: String) async throws(PodRunnerError) -> PlannedVolume {
    let claim = try await object(NodeContext.claims, name, as: Core.PersistentVolumeClaim.self)
    guard let claim, !claim.spec.volumeName.isEmpty else {
      throw PodRunnerError("persistentvolumeclaim \"\(name)\" is not bound", reason: "FailedMount")
    }
    let volume = try await object(
      NodeContext.volumes, claim.spec.volumeName, namespaced: false, as: Core.PersistentVolume.self)
    if let path = volume?.spec.hostPath?.path ?? volume?.spec.local?.path {
      return .host(path: VolumePlan.mapped(path, context.hostPaths), type: "")
    }
    throw PodRunnerError(
      "persistentvolume \"\(claim.spec.volumeName)\" is of a kind that this node cannot mount", reason: "FailedMount")
  }

  private func mount(_ volume: PlannedVolume) async throws(PodRunnerError) {
    let group = pod.spec.securityContext?.fsGroup.map { UInt32(clamping: $0) }
    switch volume {
    case .folder(let path, let memoryBytes):
      let result = await BlockingCall.run { () -> Result<Void, PodRunnerError> in
        Result { () throws(PodRunnerError) -> Void in
          try HostFiles.makeFolder(path, mode: 0o777)
          if let memoryBytes, !HostFiles.mounts(below: path).contains(path) {
            let size = memoryBytes > 0 ? ",size=\(memoryBytes)" : ""
            try HostFiles.mount(
              "tmpfs", on: path, type: "tmpfs", flags: UInt(MS_NOSUID | MS_NODEV), data: "mode=0777" + size)
          }
          if let group {
            chown(path, 0, group)
            chmod(path, 0o2777)
          }
        }
      }
      try result.get()
    case .host(let path, let type): try Self.prepareHost(path, type, mapped: context.hostPaths.values)
    case .files(let path, let files):
      try HostFiles.makeFolder(path, mode: 0o755)
      for file in files {
        let bytes: [UInt8]
        switch file.content {
        case .bytes(let content): bytes = content
        case .token(let audience, let seconds): bytes = try await token(audience, seconds)
        }
        let target = path + "/" + file.path
        if let slash = file.path.lastIndex(of: "/") { try HostFiles.makeFolder(path + "/" + file.path[..<slash]) }
        try HostFiles.write(bytes, to: target, mode: mode_t(file.mode))
        if let group { chown(target, 0, group) }
      }
    case .claim: break
    }
  }

  /// A token of the pod's account, which is worth something as long as the pod is (TokenRequest).
  private func token(_ audience: String, _ seconds: Int64) async throws(PodRunnerError) -> [UInt8] {
    let account = pod.spec.serviceAccountName.isEmpty ? "default" : pod.spec.serviceAccountName
    let request: JSONValue = [
      "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
      "spec": [
        "audiences": audience.isEmpty ? [] : [.string(audience)],
        "expirationSeconds": .number(JSONNumber(seconds)),
        "boundObjectRef": [
          "apiVersion": "v1", "kind": "Pod", "name": .string(pod.metadata.name), "uid": .string(pod.metadata.uid),
        ],
      ],
    ]
    do {
      let path = ResourcePath(
        NodeContext.serviceAccounts, namespace: namespace, name: account, subresource: "token")
      let answer = try await context.client.create(path, request)
      return Array((answer.value(at: "status", "token")?.string ?? "").utf8)
    } catch {
      throw PodRunnerError("a token of serviceaccount \(account): \(error)", reason: "FailedMount")
    }
  }

  /// What must be there of a path of the machine, or is made (core/v1 HostPathVolumeSource). Folders of this instance's
  /// own are made in any case.
  private static func prepareHost(
    _ path: String, _ type: String, mapped: some Collection<String>
  ) throws(PodRunnerError) {
    let isOurs = mapped.contains { path == $0 || path.hasPrefix($0 + "/") }
    if type == "DirectoryOrCreate" || isOurs && type == "" {
      if !HostFiles.exists(path) { try HostFiles.makeFolder(path) }
    }
    if type == "FileOrCreate", !HostFiles.exists(path) { try HostFiles.write("", to: path) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw PodRunnerError("hostPath \(path) does not exist", reason: "FailedMount")
    }
    let wanted: mode_t? =
      switch type {
      case "Directory", "DirectoryOrCreate": S_IFDIR
      case "File", "FileOrCreate": S_IFREG
      case "Socket": S_IFSOCK
      case "CharDevice": S_IFCHR
      case "BlockDevice": S_IFBLK
      default: nil
      }
    if let wanted, status.st_mode & S_IFMT != wanted {
      throw PodRunnerError("hostPath type check failed: \(path) is not a \(type)", reason: "FailedMount")
    }
  }

  // MARK: mounts

  /// What a container sees of the volumes, and of what every container gets.
  func mounts(
    of container: Core.Container, volumes: [String: PlannedVolume], environment: [String], terminationLog: String
  ) throws(PodRunnerError) -> [RuntimeMount] {
    var mounts = [
      RuntimeMount(source: folder.sharedMemory, destination: "/dev/shm", options: ["rbind", "rw"]),
      RuntimeMount(source: folder.hosts, destination: "/etc/hosts", options: ["rbind", "rw"]),
      RuntimeMount(source: folder.hostname, destination: "/etc/hostname", options: ["rbind", "ro"]),
      RuntimeMount(source: folder.resolver, destination: "/etc/resolv.conf", options: ["rbind", "ro"]),
      RuntimeMount(
        source: terminationLog,
        destination: container.terminationMessagePath.isEmpty
          ? "/dev/termination-log" : container.terminationMessagePath,
        options: ["rbind", "rw"]),
    ]
    let values = Dictionary(
      environment.compactMap { variable -> (String, String)? in
        guard let equals = variable.firstIndex(of: "=") else { return nil }
        return (String(variable[..<equals]), String(variable[variable.index(after: equals)...]))
      }, uniquingKeysWith: { $1 })
    for mount in container.volumeMounts {
      guard let volume = volumes[mount.name], var source = volume.path else {
        throw PodRunnerError("there is no volume \"\(mount.name)\"", reason: "FailedMount")
      }
      let sub = mount.subPathExpr.isEmpty ? mount.subPath : ContainerEnvironment.expand(mount.subPathExpr, values)
      if !sub.isEmpty { source = try subPath(VolumePlan.checked(sub), of: source) }
      let propagation =
        switch mount.mountPropagation {
        case "HostToContainer": "rslave"
        case "Bidirectional": "rshared"
        default: "rprivate"
        }
      mounts.append(
        RuntimeMount(
          source: source, destination: mount.mountPath.hasPrefix("/") ? mount.mountPath : "/" + mount.mountPath,
          options: ["rbind", mount.readOnly || volume.isReadOnly ? "ro" : "rw", propagation]))
    }
    return mounts
  }

  /// A path in a volume, whose content others may have written: it is made where it is not there, and reached without
  /// following links.
  private func subPath(_ path: String, of root: String) throws(PodRunnerError) -> String {
    let file = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw PodRunnerError.system("open", root) }
    defer { close(file) }
    let found = clinux_open_beneath(file, path, O_RDONLY | O_NONBLOCK, 0, 0)
    if found >= 0 {
      close(found)
      return root + "/" + path
    }
    let made = FileBeneath.makeFolder(file, path)
    guard made >= 0 else {
      throw PodRunnerError("subPath \(path): \(String(cString: strerror(errno)))", reason: "FailedMount")
    }
    close(made)
    return root + "/" + path
  }

  /// Block volumes are devices, or files that are taken for them.
  func devices(of container: Core.Container, volumes: [String: PlannedVolume]) -> [RuntimeDevice] {
    container.volumeDevices.compactMap { wanted in
      guard let path = volumes[wanted.name]?.path, var device = NodeDevices.device(path) else { return nil }
      device.path = wanted.devicePath
      return device
    }
  }
}
