import JSON
import Kube
import KubeClient
import VirtController

/// Scheduler, kubelet and virt-handler of the one node, as far as controllers see them: each step moves one thing on.
struct ModelNode {
  static let name = "node01"

  /// Everything that could be moved on now.
  static func moves(_ server: ModelServer) -> [Move] {
    var moves: [Move] = []
    for pod in server.all(Resources.pods) {
      let name = NamespacedName(pod)
      let phase = pod.value(at: "status", "phase")?.string ?? "Pending"
      if pod.value(at: "metadata", "deletionTimestamp") != nil {
        moves.append(.endPod(name))
      } else if pod.value(at: "spec", "nodeName") == nil {
        moves.append(.bind(name))
      } else if phase == "Pending" {
        moves.append(.run(name))
      }
    }
    for instance in server.all(Resources.virtualMachineInstances) {
      let name = NamespacedName(instance)
      let isLeaving = instance.value(at: "metadata", "deletionTimestamp") != nil
      let phase = instance.value(at: "status", "phase")?.string
      guard phase == "Scheduled" || phase == "Running" else { continue }
      if isLeaving {
        moves.append(.halt(name))
      } else if !hasPod(instance, server) {
        moves.append(.crash(name))
      } else if phase == "Scheduled" {
        moves.append(.boot(name))
      }
    }
    // The garbage collector of the cluster.
    moves += server.leavers.map { .orphan($0.resource, NamespacedName($0.owner)) }
    return moves
  }

  private static func hasPod(_ instance: JSONValue, _ server: ModelServer) -> Bool {
    let uid = instance.value(at: "metadata", "uid")
    return server.all(Resources.pods).contains { pod in
      pod.value(at: "metadata", "labels", "kubevirt.io/created-by") == uid
        && pod.value(at: "status", "phase")?.string == "Running"
    }
  }

  /// What can go wrong by itself.
  static func accidents(_ server: ModelServer) -> [Move] {
    var moves: [Move] = []
    for pod in server.all(Resources.pods) where pod.value(at: "status", "phase")?.string == "Running" {
      moves.append(.killPod(NamespacedName(pod)))
    }
    moves += server.all(Resources.pods).map { .evict(NamespacedName($0)) }
    for instance in server.all(Resources.virtualMachineInstances)
    where instance.value(at: "status", "phase")?.string == "Running" {
      moves += [.crash(NamespacedName(instance)), .shutDown(NamespacedName(instance))]
    }
    return moves
  }

  enum Move {
    case bind(NamespacedName), run(NamespacedName), endPod(NamespacedName)
    case boot(NamespacedName), halt(NamespacedName)
    case orphan(GroupVersionResource, NamespacedName)
    case evict(NamespacedName), killPod(NamespacedName), crash(NamespacedName), shutDown(NamespacedName)

    func apply(to server: inout ModelServer, at now: Timestamp) {
      switch self {
      case .bind(let name):
        Self.patch(&server, Resources.pods, name, ["spec": ["nodeName": .string(ModelNode.name)]], at: now)
      case .run(let name): Self.start(name, &server, now)
      case .orphan(let resource, let name):
        if let owner = server.object(resource, name) { server.orphan(resource, owner, at: now) }
      case .evict(let name):
        let path = ResourcePath(Resources.pods, namespace: name.namespace, name: name.name)
        _ = server.perform(ObjectWrite(path, .delete(DeletionOptions())), at: now)
      case .endPod(let name): server.finish(Resources.pods, name)
      case .killPod(let name):
        Self.patchStatus(
          &server, name, ["phase": "Failed", "conditions": [ModelNode.condition("Ready", false, now)]], now)
      case .boot(let name): Self.setPhase(&server, name, "Running", now)
      case .halt(let name), .shutDown(let name): Self.setPhase(&server, name, "Succeeded", now)
      case .crash(let name): Self.setPhase(&server, name, "Failed", now)
      }
    }

    private static func start(_ name: NamespacedName, _ server: inout ModelServer, _ now: Timestamp) {
      guard let pod = server.object(Resources.pods, name) else { return }
      let containers = pod.value(at: "spec", "containers")?.array ?? []
      let statuses = containers.map { container -> JSONValue in
        [
          "name": container["name"] ?? "", "ready": true, "image": container["image"] ?? "", "imageID": "",
          "restartCount": 0, "state": ["running": ["startedAt": .string(now.text)]],
        ]
      }
      patchStatus(
        &server, name,
        [
          "phase": "Running", "podIP": "10.0.0.7", "containerStatuses": .array(statuses),
          "conditions": [ModelNode.condition("Ready", true, now)],
        ], now)
    }

    private static func setPhase(
      _ server: inout ModelServer, _ name: NamespacedName, _ phase: String, _ now: Timestamp
    ) {
      guard let instance = server.object(Resources.virtualMachineInstances, name) else { return }
      var transitions = instance.value(at: "status", "phaseTransitionTimestamps")?.array ?? []
      transitions.append(["phase": .string(phase), "phaseTransitionTimestamp": .string(now.text)])
      patch(
        &server, Resources.virtualMachineInstances, name,
        ["status": ["phase": .string(phase), "phaseTransitionTimestamps": .array(transitions)]], at: now)
      // The launcher ends with its guest.
      if phase == "Running" { return }
      let uid = instance.value(at: "metadata", "uid")?.string
      for pod in server.all(Resources.pods)
      where pod.value(at: "metadata", "labels", "kubevirt.io/created-by")?.string == uid {
        patchStatus(&server, NamespacedName(pod), ["phase": "Succeeded"], now)
      }
    }

    private static func patchStatus(
      _ server: inout ModelServer, _ name: NamespacedName, _ status: JSONValue, _ now: Timestamp
    ) {
      patch(&server, Resources.pods, name, ["status": status], subresource: "status", at: now)
    }

    private static func patch(
      _ server: inout ModelServer, _ resource: GroupVersionResource, _ name: NamespacedName, _ value: JSONValue,
      subresource: String? = nil, at now: Timestamp
    ) {
      let path = ResourcePath(resource, namespace: name.namespace, name: name.name, subresource: subresource)
      _ = server.perform(ObjectWrite(path, .patch(.merge(value))), at: now)
    }
  }

  private static func condition(_ type: String, _ isTrue: Bool, _ now: Timestamp) -> JSONValue {
    ["type": .string(type), "status": isTrue ? "True" : "False", "lastTransitionTime": .string(now.text)]
  }
}
