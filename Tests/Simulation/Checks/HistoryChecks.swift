import JSON
import Kube
import KubeClient
import VirtController

/// What must hold whenever an object is made or changed, however far behind the caches were.
struct HistoryChecks {
  private var positions: [GroupVersionResource: Int] = [:]
  /// By the uids of instances that have always been live replicas of the set which made them: the uid of that set.
  /// Instances that were taken in count for nobody, since who takes one in may have had enough.
  private var replicas: [String: String] = [:]
  /// How far instances are in their lives, by their uids.
  private var stages: [String: Int] = [:]

  /// Looks at what has happened since the last time; nil when all of it may happen.
  mutating func violation(in server: ModelServer, by controller: ModelController) -> String? {
    for change in unread(Resources.virtualMachineInstances, in: server) {
      if let fault = look(atPhaseIn: change) { return fault }
      if let fault = look(atInstance: change, controller) { return fault }
    }
    for case .added(let pod) in unread(Resources.pods, in: server) {
      if let fault = look(atNewPod: pod, server) { return fault }
    }
    return nil
  }

  private mutating func unread(
    _ resource: GroupVersionResource, in server: ModelServer
  ) -> ArraySlice<KubeClient.WatchEvent> {
    let log = server.log[resource] ?? []
    let position = positions[resource] ?? 0
    positions[resource] = log.count
    return log[position...]
  }

  /// A set never makes more replicas than it was asked for when it was looked at.
  private mutating func look(atInstance change: KubeClient.WatchEvent, _ controller: ModelController) -> String? {
    switch change {
    case .added(let instance):
      guard let set = Self.owningSet(instance), let uid = Self.uid(instance) else { return nil }
      replicas[uid] = set.uid
      let count = replicas.values.count { $0 == set.uid }
      let name = NamespacedName(NamespacedName(instance).namespace, set.name)
      guard let observed = controller.subject(name, uid: set.uid) else { return nil }
      let wanted = observed.value(at: "spec", "replicas")?.int64 ?? 1
      return count > wanted ? "replica set \(name) was asked for \(wanted) instances, and has made \(count)" : nil
    case .modified(let instance):
      if let uid = Self.uid(instance), let set = replicas[uid],
        !Self.isActive(instance) || Self.owningSet(instance)?.uid != set
      {
        replicas[uid] = nil
      }
    case .deleted(let instance):
      if let uid = Self.uid(instance) { replicas[uid] = nil }
    default: break
    }
    return nil
  }

  /// No instance goes back in its life, as it would when somebody wrote over what another had written in between.
  private mutating func look(atPhaseIn change: KubeClient.WatchEvent) -> String? {
    guard case .modified(let instance) = change, let uid = Self.uid(instance) else { return nil }
    let phase = instance.value(at: "status", "phase")?.string ?? ""
    let stage = Self.phases.firstIndex { $0.contains(phase) } ?? 0
    let last = stages.updateValue(stage, forKey: uid) ?? 0
    return stage < last ? "instance \(NamespacedName(instance)) is \(phase), and was further already" : nil
  }

  private static let phases: [Set<String>] = [
    ["", "Pending"], ["Scheduling"], ["Scheduled"], ["Running"], ["Succeeded", "Failed"],
  ]

  /// An instance that was past waiting for its pod never gets another: its guest may have run.
  private func look(atNewPod pod: JSONValue, _ server: ModelServer) -> String? {
    let uid = pod.value(at: "metadata", "labels", "kubevirt.io/created-by")
    let owner = server.all(Resources.virtualMachineInstances).first { $0.value(at: "metadata", "uid") == uid }
    guard let owner, let phase = owner.value(at: "status", "phase")?.string else { return nil }
    if phase.isEmpty || phase == "Pending" { return nil }
    return "a pod was made for the instance \(NamespacedName(owner)), which is \(phase)"
  }

  private static func uid(_ object: JSONValue) -> String? { object.value(at: "metadata", "uid")?.string }

  private static func owningSet(_ instance: JSONValue) -> (name: String, uid: String)? {
    let owners = instance.value(at: "metadata", "ownerReferences")?.array ?? []
    guard let set = owners.first(where: { $0["kind"]?.string == "VirtualMachineInstanceReplicaSet" }),
      let name = set["name"]?.string, let uid = set["uid"]?.string
    else { return nil }
    return (name, uid)
  }

  private static func isActive(_ instance: JSONValue) -> Bool {
    if instance.value(at: "metadata", "deletionTimestamp") != nil { return false }
    if let phase = instance.value(at: "status", "phase")?.string, phase == "Succeeded" || phase == "Failed" {
      return false
    }
    // One that is not selected any more is no replica, even before it is let go.
    if instance.value(at: "metadata", "labels", "set") == nil { return false }
    let conditions = instance.value(at: "status", "conditions")?.array ?? []
    return !conditions.contains { $0["type"]?.string == "Ready" && $0["reason"]?.string == "PodTerminating" }
  }
}
