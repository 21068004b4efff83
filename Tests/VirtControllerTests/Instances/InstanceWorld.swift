import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

@testable import VirtController

/// An instance with its pods, and an API server that takes what the reconciler writes about them.
struct InstanceWorld {
  var observation: InstanceObservation
  var context = ReconcileContext(now: Timestamp(seconds: 1_600_000_000), seed: 7)
  /// The instance as the server has it, where the cache is older.
  var stored: V1.VirtualMachineInstance?
  /// What the server refuses, as "verb resource".
  var refusals: Set<String> = []
  /// Everything that was written, as "verb resource[/subresource]".
  var writes: [String] = []
  var events: [String] = []

  init(phase: String = "Pending", node: String = "", volumes: [V1.Volume] = []) {
    var instance = V1.VirtualMachineInstance()
    instance.apiVersion = "kubevirt.io/v1"
    instance.kind = "VirtualMachineInstance"
    instance.metadata.name = "testvm"
    instance.metadata.namespace = "default"
    instance.metadata.uid = "instance-uid"
    instance.metadata.finalizers = [KubeVirtNames.instanceFinalizer]
    instance.metadata.annotations = [
      KubeVirtNames.latestObservedAPIVersion: "v1", KubeVirtNames.storageObservedAPIVersion: "v1",
    ]
    instance.spec.volumes = volumes
    instance.status.phase = phase
    instance.status.nodeName = node
    if !node.isEmpty { instance.metadata.labels = [KubeVirtNames.nodeName: node] }
    observation = InstanceObservation(instance)
    context.settings.launcherImage = "registry/virt-launcher:1"
  }

  var instance: V1.VirtualMachineInstance {
    get { observation.instance }
    set { observation.instance = newValue }
  }

  /// A launcher pod of the instance.
  static func pod(_ name: String = "virt-launcher-testvm-a", phase: String = "Pending", node: String = "") -> Core.Pod {
    var pod = Core.Pod()
    pod.metadata.name = name
    pod.metadata.namespace = "default"
    pod.metadata.uid = name + "-uid"
    var named = V1.VirtualMachineInstance()
    named.metadata.name = "testvm"
    named.metadata.namespace = "default"
    pod.metadata.annotations = BackupHooks.annotations(of: named)
    pod.metadata.annotations?[LauncherPodMetadata.evictOnly] = ""
    pod.metadata.labels = node.isEmpty ? [:] : [KubeVirtNames.nodeName: node]
    pod.metadata.ownerReferences = [
      .controller(
        GroupVersionKind(group: "kubevirt.io", version: "v1", kind: "VirtualMachineInstance"), name: "testvm",
        uid: "instance-uid")
    ]
    pod.spec.nodeName = node
    pod.status.phase = phase
    pod.status.conditions = [condition(KubeVirtNames.unpaused, "True")]
    return pod
  }

  /// A launcher pod whose containers run.
  static func runningPod(_ name: String = "virt-launcher-testvm-a", node: String = "node01") -> Core.Pod {
    var pod = pod(name, phase: "Running", node: node)
    pod.status.containerStatuses = [container("compute", isReady: true)]
    return pod
  }

  static func condition(_ type: String, _ status: String, reason: String = "") -> Core.PodCondition {
    var condition = Core.PodCondition()
    condition.type = type
    condition.status = status
    condition.reason = reason
    return condition
  }

  static func container(_ name: String, isReady: Bool) -> Core.ContainerStatus {
    var status = Core.ContainerStatus()
    status.name = name
    status.ready = isReady
    status.state.running = Core.ContainerStateRunning()
    return status
  }

  static func waiting(_ name: String, _ reason: String) -> Core.ContainerStatus {
    var status = Core.ContainerStatus()
    status.name = name
    var waiting = Core.ContainerStateWaiting()
    waiting.reason = reason
    waiting.message = "no such image"
    status.state.waiting = waiting
    return status
  }

  static func claimVolume(_ claim: String) -> V1.Volume {
    var volume = V1.Volume()
    volume.name = "disk0"
    var source = V1.PersistentVolumeClaimVolumeSource()
    source.claimName = claim
    volume.persistentVolumeClaim = source
    return volume
  }

  // MARK: Running

  @discardableResult
  mutating func reconcile() -> Requeue {
    var world = self
    let (observation, context) = (observation, context)
    let (requeue, journal) = WriteJournal.run(performing: { world.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try InstanceReconciler().reconcile(observation, in: context, &journal)
    }
    self = world
    events += journal.events.map { "\($0.severity.rawValue) \($0.reason)" }
    return requeue
  }

  private mutating func perform(_ write: ObjectWrite) -> WriteOutcome {
    let place = write.path.resource.resource + (write.path.subresource.map { "/" + $0 } ?? "")
    let verb =
      switch write.operation {
      case .get: "get"
      case .list: "list"
      case .create: "create"
      case .change: "update"
      case .patch: "patch"
      case .delete: "delete"
      }
    if refusals.contains("\(verb) \(place)") {
      return .failure(.status(.failure(.internalError, code: 500, message: "refused")))
    }
    if case .get = write.operation { return .success((stored ?? instance).jsonTree) }
    writes.append("\(verb) \(place)")
    switch write.path.resource.resource {
    case "virtualmachineinstances":
      let changed = Self.applied(write.operation, to: instance.jsonTree)
      instance = Self.decode(changed)
      return .success(changed)
    case "pods": return performOnPod(write)
    default:
      guard case .create(let object) = write.operation else { return .success([:]) }
      return .success(object)
    }
  }

  private mutating func performOnPod(_ write: ObjectWrite) -> WriteOutcome {
    if case .create(let object) = write.operation {
      var pod: Core.Pod = Self.decode(object)
      pod.metadata.name = pod.metadata.generateName + "xxxxx"
      pod.metadata.namespace = "default"
      pod.metadata.uid = pod.metadata.name + "-uid"
      pod.status.phase = "Pending"
      observation.pods.append(pod)
      return .success(pod.jsonTree)
    }
    guard let index = observation.pods.firstIndex(where: { $0.metadata.name == write.path.name }) else {
      return .failure(.status(.failure(.notFound, code: 404, message: "no such pod")))
    }
    if case .delete = write.operation {
      observation.pods[index].metadata.deletionTimestamp = context.now
    } else {
      observation.pods[index] = Self.decode(Self.applied(write.operation, to: observation.pods[index].jsonTree))
    }
    return .success(observation.pods[index].jsonTree)
  }

  private static func applied(_ operation: ObjectWrite.Operation, to object: JSONValue) -> JSONValue {
    switch operation {
    case .change(_, let wanted): return wanted
    case .patch(.json(let patch)): return (try? patch.applied(to: object)) ?? .null
    case .patch(.strategicMerge(let patch)):
      // The only one that we send: one condition of a pod, merged by its type.
      var object = object
      var status = object["status"] ?? [:]
      let given = patch.value(at: "status", "conditions")?.array ?? []
      let kept = (status["conditions"]?.array ?? []).filter { old in !given.contains { $0["type"] == old["type"] } }
      status["conditions"] = .array(kept + given)
      object["status"] = status
      return object
    default: return object
    }
  }

  private static func decode<Object: JSONStructure>(_ object: JSONValue) -> Object {
    (try? Object(json: object.jsonBytes(), options: .lenient)) ?? Object()
  }
}

extension OwnerReference {
  /// The reference to a managing owner of which only this is known.
  static func controller(_ kind: GroupVersionKind, name: String, uid: String) -> OwnerReference {
    var owner = ObjectMeta()
    owner.name = name
    owner.uid = uid
    return OwnerReference(controller: "\(kind.group)/\(kind.version)", kind: kind.kind, owner)
  }
}
