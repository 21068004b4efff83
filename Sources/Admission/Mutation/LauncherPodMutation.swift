import JSON
import Kube
import VirtTypes

/// What a launcher's pod gets when it is created: a helper for each path of its own that it shares with the guest.
///
/// What is mounted at such a path is often put there by other webhooks, so it is known only now. Nothing here is worth
/// refusing the pod for: whatever is not as expected leaves it unchanged.
enum LauncherPodMutation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    let reading = ObjectReading(request, body, environment)
    do {
      return .allowed(patch: try patch(reading))
    } catch {
      if case .needs = error.verdict { return error.verdict }
      return .allowed()
    }
  }

  private static func patch(_ reading: ObjectReading) throws(Decided) -> JSONPatch? {
    guard reading.request.resource.resource == "pods" else { return nil }
    let pod = try reading.objectTree()
    guard pod.value(at: "metadata", "labels", "kubevirt.io")?.string == "virt-launcher",
      let instance = try owner(of: pod, reading)
    else { return nil }
    let containers = pod.value(at: "spec", "containers")?.array ?? []
    guard let compute = containers.first(where: { $0["name"]?.string == "compute" }) else { return nil }
    let present = Set(containers.compactMap { $0["name"]?.string })
    let helper = PathHelper(pod: pod, compute: compute, resources: resources(of: instance, reading.configuration))
    let missing = sharedPaths(of: instance).compactMap { volume -> JSONValue? in
      present.contains(PathHelper.name(volume)) ? nil : helper.container(for: volume)
    }
    if missing.isEmpty { return nil }
    return JSONPatch(missing.map { .add(JSONPointer(["spec", "containers", "-"]), $0) })
  }

  private static func owner(
    of pod: JSONValue, _ reading: ObjectReading
  ) throws(Decided) -> V1.VirtualMachineInstance? {
    for owner in pod.value(at: "metadata", "ownerReferences")?.array ?? [] {
      guard owner["kind"]?.string == "VirtualMachineInstance", owner["apiVersion"]?.string == "kubevirt.io/v1",
        let name = owner["name"]?.string
      else { continue }
      return try reading.lookUp(
        .virtualMachineInstance, namespace: reading.request.namespace, name: name, as: V1.VirtualMachineInstance.self)
    }
    return nil
  }

  /// Volumes that are paths of the pod and that a file system of the guest shows.
  private static func sharedPaths(of instance: V1.VirtualMachineInstance) -> [V1.Volume] {
    let shown = Set(instance.spec.domain.devices.filesystems.filter { $0.virtiofs != nil }.map(\.name))
    return instance.spec.volumes.filter { $0.containerPath != nil && shown.contains($0.name) }
  }

  private static func resources(
    of instance: V1.VirtualMachineInstance, _ configuration: ClusterConfiguration
  ) -> JSONValue {
    let given = configuration.given.supportContainerResources.first { $0.type == "virtiofs" }?.resources
    func amount(_ given: [String: Quantity]?, _ name: String, _ fallback: String) -> String {
      given?[name]?.canonicalText ?? fallback
    }
    let cpuLimit = amount(given?.limits, "cpu", "100m")
    let memoryLimit = amount(given?.limits, "memory", "80M")
    let isDedicated = instance.spec.domain.cpu?.dedicatedCpuPlacement == true
    let isGuaranteed = isDedicated || instance.spec.domain.resources.isGuaranteed
    let cpuRequest = isGuaranteed ? cpuLimit : amount(given?.requests, "cpu", "10m")
    let memoryRequest = isGuaranteed ? memoryLimit : amount(given?.requests, "memory", "1M")
    return [
      "limits": ["cpu": .string(cpuLimit), "memory": .string(memoryLimit)],
      "requests": ["cpu": .string(cpuRequest), "memory": .string(memoryRequest)],
    ]
  }
}

/// Makes the containers that serve paths of a launcher's pod.
private struct PathHelper {
  let pod: JSONValue
  let compute: JSONValue
  let resources: JSONValue

  private static let socketFolder = "/var/run/kubevirt/virtiofs-containers"
  /// What may be served: nothing of the node, and no disks.
  private static let servedSources = ["configMap", "secret", "projected", "downwardAPI", "emptyDir"]

  static func name(_ volume: V1.Volume) -> String { "virtiofs-\(volume.name)" }

  /// Nil when the path is not mounted, is not of a kind that may be served, or is not read-only.
  func container(for volume: V1.Volume) -> JSONValue? {
    guard let path = volume.containerPath, path.readOnly == true, let mount = mount(of: path.path),
      isServed(mount.name)
    else { return nil }
    // A folder of its own, where no other webhook mounts anything.
    let folder = "/virtiofs-data/\(volume.name)"
    var source: JSONValue = ["name": .string(mount.name), "mountPath": .string(folder), "readOnly": true]
    if !mount.rest.isEmpty { source["subPath"] = .string(mount.rest) }
    var container: JSONValue = [
      "name": .string(Self.name(volume)), "imagePullPolicy": "IfNotPresent", "command": ["/usr/libexec/virtiofsd"],
      "args": [
        .string("--socket-path=\(Self.socketFolder)/\(volume.name).sock"), .string("--shared-dir=\(folder)"),
        "--sandbox=none", "--cache=auto", "--migration-on-error=guest-error", "--migration-mode=find-paths",
      ],
      "volumeMounts": [["name": "virtiofs-containers", "mountPath": .string(Self.socketFolder)], source],
      "resources": resources, "securityContext": Self.securityContext,
    ]
    container["image"] = compute["image"]
    return container
  }

  private static let securityContext: JSONValue = [
    "runAsUser": 107, "runAsGroup": 107, "runAsNonRoot": true, "allowPrivilegeEscalation": false,
    "capabilities": ["drop": ["ALL"]],
  ]

  /// The mount that holds the path, the deepest one of several, and the path within it.
  private func mount(of path: String) -> (name: String, rest: String)? {
    var best: (name: String, folder: String)?
    for mount in compute["volumeMounts"]?.array ?? [] {
      guard let name = mount["name"]?.string, let folder = mount["mountPath"]?.string else { continue }
      if folder == path { return (name, "") }
      if path.utf8.starts(with: "\(folder)/".utf8), folder.utf8.count > best?.folder.utf8.count ?? 0 {
        best = (name, folder)
      }
    }
    return best.map { ($0.name, String(path.dropFirst($0.folder.count + 1))) }
  }

  private func isServed(_ name: String) -> Bool {
    let volumes = pod.value(at: "spec", "volumes")?.array ?? []
    guard let volume = volumes.first(where: { $0["name"]?.string == name }) else { return false }
    return Self.servedSources.contains { volume[$0] != nil }
  }
}

extension V1.ResourceRequirements {
  /// Whether requests and limits of CPU and memory are given and the same (Kubernetes' QoS class Guaranteed).
  var isGuaranteed: Bool {
    ["cpu", "memory"].allSatisfy { name in
      guard let request = requests?[name], let limit = limits?[name], !limit.isZero else { return false }
      return request.isEqual(to: limit)
    }
  }
}
