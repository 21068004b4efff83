import JSON
import Kube
import KubeTypes

/// The status of a pod as the API has it, from what the runner knows (core/v1 PodStatus).
struct PodStatusReport: Sendable {
  var progress: PodProgress
  /// Containers that are ready, by their probes.
  var ready: Set<String>
  var hostAddress: String

  private var pod: Core.Pod { progress.pod }
  private var record: PodRecord { progress.record }

  var phase: String {
    if record.failure != nil || progress.isPastDeadline { return "Failed" }
    if progress.hasFailedInitially { return "Failed" }
    if progress.isFinished || pod.metadata.deletionTimestamp != nil && hasEnded {
      let codes = pod.spec.containers.compactMap { record.containers[$0.name]?.termination?.exitCode }
      return codes.allSatisfy { $0 == 0 } ? "Succeeded" : "Failed"
    }
    let hasRun = pod.spec.containers.contains { container in
      guard let known = record.containers[container.name] else { return false }
      return known.isRunning || known.termination != nil || known.restartCount > 0
    }
    return hasRun ? "Running" : "Pending"
  }

  /// Whether each container has ended, whatever comes after.
  private var hasEnded: Bool {
    pod.spec.containers.allSatisfy { record.containers[$0.name]?.termination != nil }
  }

  var json: JSONValue {
    let phase = phase
    var status: JSONValue = [
      "phase": .string(phase), "hostIP": .string(hostAddress), "hostIPs": [["ip": .string(hostAddress)]],
      "startTime": .string(record.startTime.text),
      "conditions": .array(conditions(phase)),
      "containerStatuses": .array(pod.spec.containers.map { containerStatus($0, isInitial: false) }),
    ]
    if !pod.spec.initContainers.isEmpty {
      status["initContainerStatuses"] = .array(pod.spec.initContainers.map { containerStatus($0, isInitial: true) })
    }
    if let addresses = record.sandbox?.addresses, let first = addresses.first {
      status["podIP"] = .string(first)
      status["podIPs"] = .array(addresses.map { ["ip": .string($0)] })
    }
    if let failure = record.failure {
      status["reason"] = .string(failure.reason)
      status["message"] = .string(failure.message)
    } else if progress.isPastDeadline {
      status["reason"] = "DeadlineExceeded"
      status["message"] = "the pod ran for longer than its activeDeadlineSeconds"
    }
    return status
  }

  // MARK: containers

  private func containerStatus(_ container: Core.Container, isInitial: Bool) -> JSONValue {
    let known = record.containers[container.name]
    var state: JSONValue
    switch known?.state ?? .waiting(reason: isInitial ? "PodInitializing" : waitingReason, message: "") {
    case .waiting(let reason, let message):
      var waiting: JSONValue = ["reason": .string(reason)]
      if !message.isEmpty { waiting["message"] = .string(message) }
      state = ["waiting": waiting]
    case .running(let since): state = ["running": ["startedAt": .string(since.text)]]
    case .terminated(let termination):
      // One that waits to be started again says so.
      state =
        known?.notBefore.map { $0 > progress.now } == true && !progress.isEnding
        ? [
          "waiting": [
            "reason": "CrashLoopBackOff",
            "message": .string("waits before it is restarted: container=\(container.name)"),
          ]
        ]
        : ["terminated": Self.terminated(termination)]
    }
    let last = known?.last ?? (state["waiting"] != nil ? known?.termination : nil)
    let isRunning = known?.isRunning == true
    let isReady =
      isInitial && !progress.isSidecar(container)
      ? known?.termination?.exitCode == 0 : isRunning && ready.contains(container.name)
    return [
      "name": .string(container.name), "image": .string(container.image), "imageID": .string(known?.imageID ?? ""),
      "containerID": .string(known.map { $0.runtimeID.isEmpty ? "" : Self.scheme + $0.runtimeID } ?? ""),
      "ready": .bool(isReady), "started": .bool(isRunning && progress.started.contains(container.name)),
      "restartCount": .number(JSONNumber(known?.restartCount ?? 0)), "state": state,
      "lastState": last.map { ["terminated": Self.terminated($0)] } ?? [:],
    ]
  }

  /// Which runtime a container's name is of, as status writes it.
  static let scheme = "conmon://"

  private var waitingReason: String {
    progress.areAllInitialDone ? "ContainerCreating" : "PodInitializing"
  }

  private static func terminated(_ termination: Termination) -> JSONValue {
    var value: JSONValue = [
      "exitCode": .number(JSONNumber(termination.exitCode)), "reason": .string(termination.reason),
      "startedAt": .string(termination.startedAt.text), "finishedAt": .string(termination.finishedAt.text),
      "containerID": .string(scheme + termination.runtimeID),
    ]
    if !termination.message.isEmpty { value["message"] = .string(termination.message) }
    return value
  }

  // MARK: conditions

  private func conditions(_ phase: String) -> [JSONValue] {
    let isOver = phase == "Succeeded" || phase == "Failed"
    let unready = pod.spec.containers.map(\.name).filter {
      record.containers[$0]?.isRunning != true || !ready.contains($0)
    }
    let isInitialized = progress.areAllInitialDone
    let incomplete = pod.spec.initContainers.map(\.name).filter {
      record.containers[$0]?.termination?.exitCode != 0 && !progress.started.contains($0)
    }
    let containersReady: Finding =
      isOver
      ? Finding(false, "PodCompleted")
      : unready.isEmpty
        ? Finding(true)
        : Finding(false, "ContainersNotReady", "containers with unready status: [\(unready.joined(separator: " "))]")
    return [
      condition("PodReadyToStartContainers", Finding(record.sandbox != nil)),
      condition(
        "Initialized",
        isInitialized
          ? Finding(true, isOver && phase == "Succeeded" ? "PodCompleted" : "")
          : Finding(
            false, "ContainersNotInitialized",
            "containers with incomplete status: [\(incomplete.joined(separator: " "))]")),
      condition("Ready", containersReady.isTrue ? gates : containersReady),
      condition("ContainersReady", containersReady),
      condition("PodScheduled", Finding(true)),
    ]
  }

  private struct Finding {
    var isTrue: Bool
    var reason: String
    var message: String

    init(_ isTrue: Bool, _ reason: String = "", _ message: String = "") {
      self.isTrue = isTrue
      self.reason = reason
      self.message = message
    }
  }

  /// What others have to say before the pod counts as ready.
  private var gates: Finding {
    let closed = pod.spec.readinessGates.map(\.conditionType).filter { type in
      !pod.status.conditions.contains { $0.type == type && $0.status == "True" }
    }
    guard let first = closed.first else { return Finding(true) }
    return Finding(
      false, "ReadinessGatesNotReady",
      "corresponding condition of pod readiness gate \"\(first)\" is not \"True\"")
  }

  /// A condition changes its time only with its status.
  private func condition(_ type: String, _ finding: Finding) -> JSONValue {
    let status = finding.isTrue ? "True" : "False"
    let present = pod.status.conditions.first { $0.type == type }
    let since = present?.status == status ? present?.lastTransitionTime ?? progress.now : progress.now
    // Null takes away what a former state said.
    return [
      "type": .string(type), "status": .string(status), "lastTransitionTime": .string(since.text),
      "lastProbeTime": .null,
      "reason": finding.reason.isEmpty ? .null : .string(finding.reason),
      "message": finding.message.isEmpty ? .null : .string(finding.message),
    ]
  }
}
