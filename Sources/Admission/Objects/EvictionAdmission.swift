import JSON
import Kube
import VirtTypes

/// What becomes of the request to evict a pod of an instance: the instance is moved rather than ended.
enum EvictionAdmission {
  /// What is decided, before anything is written.
  enum Decision: Equatable {
    /// The pod may go.
    case allowed
    /// The pod stays, and why.
    case refused(String)
    /// The instance is to be moved away from the node; until it is, the pod stays.
    case evacuation(V1.VirtualMachineInstance, node: String)
  }

  /// HTTP's Too Many Requests: whoever drains the node tries again.
  static let refusalCode: Int32 = 429
  private static let launcherLabel = ("kubevirt.io", "virt-launcher")
  private static let hotplugLabel = ("kubevirt.io", "hotplug-disk")

  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      switch try decide(reading) {
      case .allowed: return .allowed()
      case .refused(let message): throw .failed(message, code: refusalCode)
      case .evacuation(let instance, let node):
        try mark(instance, node, reading)
        throw .failed(evacuationText(instance), code: refusalCode)
      }
    }
  }

  /// By this text the descheduler knows that the pod will go, though not at once.
  private static func evacuationText(_ instance: V1.VirtualMachineInstance) -> String {
    "Eviction triggered evacuation of VMI \"\(instance.metadata.namespace)/\(instance.metadata.name)\""
  }

  /// The decision on an eviction of the pod that the request names.
  static func decide(_ reading: ObjectReading) throws(Decided) -> Decision {
    let namespace = reading.request.namespace
    guard let pod = try pod(reading.request.name, namespace, reading) else { return .allowed }
    if pod.has(hotplugLabel) { return try decideHotplug(pod, namespace, reading) }
    guard pod.has(launcherLabel), !pod.isCompleted, let name = pod.instanceName else { return .allowed }
    guard let instance = try instance(name, namespace, reading) else {
      return .refused("the instance \"\(namespace)/\(name)\" of pod \"\(pod.name)\" could not be read")
    }
    return decide(instance, pod, reading.configuration)
  }

  private static func decide(
    _ instance: V1.VirtualMachineInstance, _ pod: LauncherPod, _ configuration: ClusterConfiguration
  ) -> Decision {
    let name = instance.metadata.name
    let namespace = instance.metadata.namespace
    let isMigratable = instance.status.conditions.contains { $0.type == "LiveMigratable" && $0.status == "True" }
    switch instance.spec.evictionStrategy ?? configuration.evictionStrategy {
    case "LiveMigrate":
      if !isMigratable { return .refused("VMI \"\(namespace)/\(name)\" must be migrated, but cannot be") }
    case "LiveMigrateIfPossible":
      if !isMigratable { return .allowed }
    case "External": break
    default: return .allowed
    }
    if !instance.status.evacuationNodeName.isEmpty {
      return .refused("Evacuation in progress: \(evacuationText(instance))")
    }
    if pod.nodeName != instance.status.nodeName {
      return .refused("pod \"\(pod.name)\" is the target of a migration of VMI \"\(namespace)/\(name)\"")
    }
    return .evacuation(instance, node: pod.nodeName)
  }

  /// Asks for the instance to be moved: the node that it is to leave is written to its status.
  private static func mark(
    _ instance: V1.VirtualMachineInstance, _ node: String, _ reading: ObjectReading
  ) throws(Decided) {
    let eviction = try reading.objectTree()
    let isDry = reading.request.isDryRun || eviction.value(at: "deleteOptions", "dryRun")?.array?.isEmpty == false
    if isDry { return }
    var patch = JSONPatch([
      .test(JSONPointer(["status", "nodeName"]), .string(node)),
      .add(JSONPointer(["status", "evacuationNodeName"]), .string(node)),
    ])
    if isFromDescheduler(eviction) {
      let annotations = JSONPointer(["metadata", "annotations"])
      if instance.metadata.annotations == nil { patch.operations.append(.add(annotations, [:])) }
      patch.operations.append(.add(annotations.appending("kubevirt.io/eviction-source"), "descheduler"))
    }
    let reference = ObjectReference.patched(
      kind: .virtualMachineInstance, namespace: instance.metadata.namespace, name: instance.metadata.name, patch: patch)
    guard reading.environment.found.isPatched(reference) != nil else { throw Decided(.needs([reference])) }
  }

  private static func isFromDescheduler(_ eviction: JSONValue) -> Bool {
    ["annotations", "labels"].contains { part in
      eviction.value(at: "metadata", part, "requested-by")?.string == "sigs.k8s.io/descheduler"
    }
  }

  /// A pod that holds plugged volumes goes only with the launcher that it belongs to.
  private static func decideHotplug(
    _ pod: LauncherPod, _ namespace: String, _ reading: ObjectReading
  ) throws(Decided) -> Decision {
    guard pod.owners.count == 1, let launcher = try self.pod(pod.owners[0].name, namespace, reading),
      launcher.has(launcherLabel), !launcher.isCompleted, let name = launcher.instanceName,
      try instance(name, namespace, reading) != nil
    else { return .allowed }
    return .refused("cannot evict hotplug pod \"\(pod.name)\": it holds volumes of VMI \"\(namespace)/\(name)\"")
  }

  private static func pod(
    _ name: String, _ namespace: String, _ reading: ObjectReading
  ) throws(Decided) -> LauncherPod? {
    try reading.lookUp(.pod, namespace: namespace, name: name, as: JSONValue.self).map(LauncherPod.init)
  }

  private static func instance(
    _ name: String, _ namespace: String, _ reading: ObjectReading
  ) throws(Decided) -> V1.VirtualMachineInstance? {
    try reading.lookUp(
      .virtualMachineInstance, namespace: namespace, name: name, as: V1.VirtualMachineInstance.self)
  }
}

/// What matters here of a pod.
private struct LauncherPod {
  private let tree: JSONValue
  let owners: [(kind: String, name: String)]

  init(_ tree: JSONValue) {
    self.tree = tree
    owners = (tree.value(at: "metadata", "ownerReferences")?.array ?? []).map { owner in
      (owner["kind"]?.string ?? "", owner["name"]?.string ?? "")
    }
  }

  var name: String { tree.value(at: "metadata", "name")?.string ?? "" }
  var nodeName: String { tree.value(at: "spec", "nodeName")?.string ?? "" }
  var isCompleted: Bool { ["Succeeded", "Failed"].contains(tree.value(at: "status", "phase")?.string ?? "") }

  /// The instance that the pod runs, which its annotation names.
  var instanceName: String? { tree.value(at: "metadata", "annotations", "kubevirt.io/domain")?.string }

  func has(_ label: (key: String, value: String)) -> Bool {
    tree.value(at: "metadata", "labels", label.key)?.string == label.value
  }
}
