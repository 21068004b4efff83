import Kube
import KubeTypes

/// Whether a pod fits the one node: what a scheduler decides on a cluster.
struct Placement: Sendable {
  var node: Core.Node
  /// What the pods that are on it have been given, by resource.
  var used: [String: Quantity]

  enum Verdict: Sendable, Hashable {
    case fits
    /// With the text of the `PodScheduled` condition.
    case doesNotFit(String)
  }

  func verdict(for pod: Core.Pod) -> Verdict {
    var reasons: [String] = []
    if node.spec.unschedulable { reasons.append("1 node(s) were unschedulable") }
    let taints = node.spec.taints.filter { taint in
      ["NoSchedule", "NoExecute"].contains(taint.effect)
        && !pod.spec.tolerations.contains { Self.tolerates($0, taint.key, taint.value, taint.effect) }
    }
    if !taints.isEmpty {
      reasons.append("1 node(s) had untolerated taint {\(taints.map(\.key).joined(separator: ", "))}")
    }
    let labels = node.metadata.labels ?? [:]
    let missing = (pod.spec.nodeSelector ?? [:]).filter { labels[$0.key] != $0.value }.keys.sorted()
    if !missing.isEmpty {
      reasons.append(
        "1 node(s) didn't match Pod's node affinity/selector (\(missing.joined(separator: ", ")))")
    }
    let allocatable = node.status.allocatable ?? node.status.capacity ?? [:]
    for (name, amount) in Self.requests(pod).sorted(by: { $0.key < $1.key }) where amount.sign == 1 {
      let total = allocatable[name] ?? Quantity(0)
      if (total - (used[name] ?? Quantity(0))).isLess(than: amount) { reasons.append("1 Insufficient \(name)") }
    }
    if reasons.isEmpty { return .fits }
    return .doesNotFit("0/1 nodes are available: \(reasons.joined(separator: ", ")).")
  }

  private static func tolerates(_ toleration: Toleration, _ key: String, _ value: String, _ effect: String) -> Bool {
    guard toleration.effect.isEmpty || toleration.effect == effect else { return false }
    if toleration.key.isEmpty { return toleration.operator == "Exists" }
    return toleration.key == key && (toleration.operator == "Exists" || toleration.value == value)
  }

  /// What a pod asks for in all: its containers together, or the largest of those that run before them.
  static func requests(_ pod: Core.Pod) -> [String: Quantity] {
    var requests: [String: Quantity] = ["pods": Quantity(1)]
    func add(_ container: Core.Container, to total: inout [String: Quantity]) {
      for (name, amount) in container.resources.requests ?? [:] { total[name] = (total[name] ?? Quantity(0)) + amount }
    }
    for container in pod.spec.containers { add(container, to: &requests) }
    for container in pod.spec.initContainers where container.restartPolicy == "Always" { add(container, to: &requests) }
    for container in pod.spec.initContainers where container.restartPolicy != "Always" {
      for (name, amount) in container.resources.requests ?? [:]
      where (requests[name] ?? Quantity(0)).isLess(than: amount) {
        requests[name] = amount
      }
    }
    for (name, amount) in pod.spec.overhead ?? [:] { requests[name] = (requests[name] ?? Quantity(0)) + amount }
    return requests
  }

  /// What the pods on a node have together; those that are done hold nothing.
  static func used(by pods: some Sequence<Core.Pod>) -> [String: Quantity] {
    var used: [String: Quantity] = [:]
    for pod in pods where pod.status.phase != "Succeeded" && pod.status.phase != "Failed" {
      for (name, amount) in requests(pod) { used[name] = (used[name] ?? Quantity(0)) + amount }
    }
    return used
  }
}
