import JSON
import Kube
import KubeClient
import VirtController

/// What must hold: after every step, and once everything has come to rest.
enum Invariants {
  /// What is broken at this moment; nil when nothing is.
  static func violation(in server: ModelServer) -> String? {
    var podsOfInstances: [String: Int] = [:]
    var runningPods: [String: Int] = [:]
    for pod in server.all(Resources.pods) {
      let phase = pod.value(at: "status", "phase")?.string
      if phase == "Succeeded" || phase == "Failed" { continue }
      // A pod that is being deleted may still run its guest.
      if phase == "Running" {
        runningPods[pod.value(at: "metadata", "annotations", "kubevirt.io/domain")?.string ?? "", default: 0] += 1
      }
      if pod.value(at: "metadata", "deletionTimestamp") != nil { continue }
      let uid = pod.value(at: "metadata", "labels", "kubevirt.io/created-by")?.string ?? ""
      podsOfInstances[uid, default: 0] += 1
    }
    if let (uid, count) = podsOfInstances.first(where: { $0.value > 1 }) {
      return "\(count) launcher pods for the instance \(uid)"
    }
    if let (name, count) = runningPods.first(where: { $0.value > 1 }) {
      return "\(count) running pods for the machine \(name)"
    }
    return nil
  }

  /// What has not come to what its spec asks for, although nothing is left to be done.
  static func unreached(in server: ModelServer) -> String? {
    for machine in server.all(Resources.virtualMachines) {
      if let fault = fault(of: machine, in: server) { return "machine \(NamespacedName(machine)): \(fault)" }
    }
    for set in server.all(Resources.replicaSets) {
      if let fault = fault(ofSet: set, in: server) { return "replica set \(NamespacedName(set)): \(fault)" }
    }
    let owners = uids(server, [Resources.virtualMachines, Resources.replicaSets])
    for instance in server.all(Resources.virtualMachineInstances) {
      let owner = instance.value(at: "metadata", "ownerReferences")?.array?.first?["uid"]?.string ?? ""
      if owner.isEmpty {
        // Somebody let it go on purpose. It stays alone, unless there is one who wants it.
        if wantsInstance(instance, in: server) { return "instance \(NamespacedName(instance)) was not taken in" }
      } else if !owners.contains(owner) {
        return "instance \(NamespacedName(instance)) has outlived its owner"
      }
      if instance.value(at: "metadata", "deletionTimestamp") != nil {
        return "instance \(NamespacedName(instance)) is not gone"
      }
    }
    let instances = uids(server, [Resources.virtualMachineInstances])
    for pod in server.all(Resources.pods) {
      let uid = pod.value(at: "metadata", "labels", "kubevirt.io/created-by")?.string ?? ""
      if !instances.contains(uid) { return "pod \(NamespacedName(pod)) has outlived its instance" }
    }
    return nil
  }

  private static func wantsInstance(_ instance: JSONValue, in server: ModelServer) -> Bool {
    let name = NamespacedName(instance)
    if server.object(Resources.virtualMachines, name) != nil { return true }
    guard let set = instance.value(at: "metadata", "labels", "set")?.string else { return false }
    return server.object(Resources.replicaSets, NamespacedName(name.namespace, set)) != nil
  }

  private static func uids(_ server: ModelServer, _ resources: [GroupVersionResource]) -> Set<String> {
    Set(resources.flatMap { server.all($0) }.compactMap { $0.value(at: "metadata", "uid")?.string })
  }

  private static func fault(of machine: JSONValue, in server: ModelServer) -> String? {
    if machine.value(at: "metadata", "deletionTimestamp") != nil { return "is not gone" }
    let instance = server.object(Resources.virtualMachineInstances, NamespacedName(machine))
    let phase = instance?.value(at: "status", "phase")?.string
    if let running = machine.value(at: "spec", "running")?.bool {
      if running && phase != "Running" { return "is to run, and its instance is \(phase ?? "absent")" }
      if !running && instance != nil { return "is to be off, and has an instance" }
      return nil
    }
    let status = machine.value(at: "status", "printableStatus")?.string ?? ""
    let seen = "instance \(phase ?? "absent"), status \(status)"
    // A machine that runs once follows no stop, and keeps one from before it was switched to that.
    let strategy = machine.value(at: "spec", "runStrategy")?.string
    // A manual machine whose instance has ended before anybody saw it alive keeps the start that made it: only a live
    // instance settles a start, and a manual machine leaves an instance that has ended alone.
    let requests = machine.value(at: "status", "stateChangeRequests")?.array ?? []
    let keepsStart =
      strategy == "Manual" && requests.first?["action"] == "Start" && (phase == "Succeeded" || phase == "Failed")
    if strategy != "Once", !requests.isEmpty, !keepsStart {
      return "still has \(JSONValue.array(requests).serialized()): strategy \(strategy ?? ""), \(seen)"
    }
    switch strategy {
    case "Always":
      if phase != "Running" || status != "Running" { return "is to run: \(seen)" }
    case "Halted":
      if instance != nil || status != "Stopped" { return "is to be off: \(seen)" }
    case "RerunOnFailure", "Once", "Manual":
      if let phase, !["Running", "Succeeded", "Failed"].contains(phase) { return "stands still: \(seen)" }
      if phase == "Running" && status != "Running" { return "runs: \(seen)" }
      if instance == nil && status != "Stopped" && status != "CrashLoopBackOff" { return "is off: \(seen)" }
    default: break
    }
    if machine.value(at: "status", "created")?.bool ?? false != (instance != nil) { return "created is wrong: \(seen)" }
    return nil
  }

  private static func fault(ofSet set: JSONValue, in server: ModelServer) -> String? {
    if set.value(at: "metadata", "deletionTimestamp") != nil { return "is not gone" }
    let wanted = set.value(at: "spec", "replicas")?.int64 ?? 1
    let uid = set.value(at: "metadata", "uid")
    let instances = server.all(Resources.virtualMachineInstances).filter {
      $0.value(at: "metadata", "ownerReferences")?.array?.first?["uid"] == uid
    }
    let running = instances.count { $0.value(at: "status", "phase")?.string == "Running" }
    if instances.count != wanted || running != wanted {
      return "wants \(wanted), has \(instances.count), of which \(running) run"
    }
    if set.value(at: "status", "replicas")?.int64 ?? 0 != wanted { return "reports another number of replicas" }
    return nil
  }
}
