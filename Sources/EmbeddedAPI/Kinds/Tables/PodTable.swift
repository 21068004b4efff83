import JSON
import Kube

/// Pods as `kubectl get` shows them.
enum PodTable {
  static let layout = TableLayout([
    .name,
    TableColumn("Ready", description: "How many of the pod's containers are ready."),
    TableColumn("Status", description: "What the pod's containers are doing, in one word."),
    TableColumn("Restarts", description: "How often containers were started again, and when last."),
    .age,
    .wide("IP", "The pod's address."),
    .wide("Node", "Where the pod runs."),
    .wide("Nominated Node", "Where room is being made for the pod."),
    .wide("Readiness Gates", "How many of the conditions that the pod's readiness needs are true."),
  ]) { pod, now in
    let summary = PodSummary(pod)
    return [
      Cell.name(pod), .string("\(summary.ready)/\(pod.spec.elements("containers").count)"), .string(summary.reason),
      .string(restarts(summary, now)), Cell.age(pod, now),
      Cell.text(pod.status.elements("podIPs").first?.text("ip") ?? pod.text("status", "podIP")),
      Cell.text(pod.text("spec", "nodeName")), Cell.text(pod.text("status", "nominatedNodeName")), gates(pod),
    ]
  }

  private static func restarts(_ summary: PodSummary, _ now: Timestamp) -> String {
    guard summary.restarts > 0, let last = summary.lastRestart else { return "\(summary.restarts)" }
    return "\(summary.restarts) (\(last.age(at: now)) ago)"
  }

  private static func gates(_ pod: JSONValue) -> JSONValue {
    let gates = pod.spec.elements("readinessGates")
    guard !gates.isEmpty else { return "<none>" }
    let met = gates.filter { PodSummary.isTrue(pod, $0.text("conditionType")) }
    return .string("\(met.count)/\(gates.count)")
  }
}

/// What a pod's containers are doing, as its row says it.
struct PodSummary {
  var reason: String
  var ready = 0
  var restarts: Int64 = 0
  var lastRestart: Timestamp?

  init(_ pod: JSONValue) {
    reason = pod.text("status", "reason").isEmpty ? pod.text("status", "phase") : pod.text("status", "reason")
    if pod.status.elements("conditions").contains(where: {
      $0.text("type") == "PodScheduled" && $0.text("reason") == "SchedulingGated"
    }) {
      reason = "SchedulingGated"
    }
    let isInitializing = readInitContainers(pod)
    if !isInitializing || Self.isTrue(pod, "Initialized") { readContainers(pod) }
    if pod.isBeingDeleted {
      if pod.text("status", "reason") == "NodeLost" {
        reason = "Unknown"
      } else if !["Failed", "Succeeded"].contains(pod.text("status", "phase")) {
        reason = "Terminating"
      }
    }
  }

  static func isTrue(_ pod: JSONValue, _ condition: String) -> Bool {
    pod.status.elements("conditions").contains { $0.text("type") == condition && $0.text("status") == "True" }
  }

  /// Whether some container that goes before the others is not done.
  private mutating func readInitContainers(_ pod: JSONValue) -> Bool {
    let containers = pod.spec.elements("initContainers")
    let staying = Set(containers.filter { $0.text("restartPolicy") == "Always" }.map { $0.text("name") })
    for (index, status) in pod.status.elements("initContainerStatuses").enumerated() {
      count(status)
      if let terminated = Self.state(status, "terminated") {
        if terminated["exitCode"]?.int64 ?? 0 == 0 { continue }
        reason = "Init:" + Self.reason(of: terminated)
      } else if staying.contains(status.text("name")), status["started"]?.bool == true {
        continue
      } else if let waiting = Self.state(status, "waiting")?.text("reason"), !waiting.isEmpty,
        waiting != "PodInitializing"
      {
        reason = "Init:" + waiting
      } else {
        reason = "Init:\(index)/\(containers.count)"
      }
      return true
    }
    return false
  }

  private mutating func readContainers(_ pod: JSONValue) {
    restarts = 0
    var isRunning = false
    for status in pod.status.elements("containerStatuses").reversed() {
      count(status)
      if let waiting = Self.state(status, "waiting")?.text("reason"), !waiting.isEmpty {
        reason = waiting
      } else if let terminated = Self.state(status, "terminated") {
        reason = Self.reason(of: terminated)
      } else if status["ready"]?.bool == true, Self.state(status, "running") != nil {
        isRunning = true
        ready += 1
      }
    }
    if reason == "Completed", isRunning { reason = Self.isTrue(pod, "Ready") ? "Running" : "NotReady" }
  }

  private mutating func count(_ status: JSONValue) {
    restarts += status["restartCount"]?.int64 ?? 0
    let last = status.value(at: "lastState", "terminated", "finishedAt")?.string
    guard let ended = last.flatMap({ Timestamp($0) }) else { return }
    lastRestart = lastRestart.map { max($0, ended) } ?? ended
  }

  private static func state(_ status: JSONValue, _ name: String) -> JSONValue? {
    status.value(at: "state", name).flatMap { $0.isNull ? nil : $0 }
  }

  private static func reason(of terminated: JSONValue) -> String {
    let reason = terminated.text("reason")
    if !reason.isEmpty { return reason }
    let signal = terminated["signal"]?.int64 ?? 0
    return signal != 0 ? "Signal:\(signal)" : "ExitCode:\(terminated["exitCode"]?.int64 ?? 0)"
  }
}
