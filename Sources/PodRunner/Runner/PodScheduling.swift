import JSON
import Kube
import KubeClient
import KubeTypes
import Logging

/// Gives waiting pods to the one node, or says on them why not.
struct PodScheduling: Sendable {
  let client: KubernetesClient
  let events: EventRecorder
  let logger: Logger
  let nodeName: String

  /// Whether a pod waits for a node, and for no other scheduler.
  static func isWaiting(_ pod: Core.Pod) -> Bool {
    pod.spec.nodeName.isEmpty && pod.metadata.deletionTimestamp == nil && pod.spec.schedulingGates.isEmpty
      && ["", "default-scheduler"].contains(pod.spec.schedulerName) && pod.status.phase != "Succeeded"
      && pod.status.phase != "Failed"
  }

  func place(_ pod: Core.Pod, _ verdict: Placement.Verdict) async {
    do {
      switch verdict {
      case .fits: try await bind(pod)
      case .doesNotFit(let reason): try await refuse(pod, reason)
      }
    } catch let error as KubernetesError where error.isNotFound || error.isConflict {
      // Someone was faster.
    } catch {
      logger.warning(
        "a pod can't be placed",
        metadata: ["pod": "\(pod.metadata.namespace)/\(pod.metadata.name)", "reason": "\(error)"])
    }
  }

  private func bind(_ pod: Core.Pod) async throws {
    let binding: JSONValue = [
      "apiVersion": "v1", "kind": "Binding",
      "metadata": ["name": .string(pod.metadata.name), "uid": .string(pod.metadata.uid)],
      "target": ["apiVersion": "v1", "kind": "Node", "name": .string(nodeName)],
    ]
    _ = try await client.create(
      ResourcePath(
        NodeContext.pods, namespace: pod.metadata.namespace, name: pod.metadata.name, subresource: "binding"),
      binding)
    tell(
      pod, .normal, "Scheduled",
      "Successfully assigned \(pod.metadata.namespace)/\(pod.metadata.name) to \(nodeName)")
  }

  private func refuse(_ pod: Core.Pod, _ reason: String) async throws {
    let present = pod.status.conditions.first { $0.type == "PodScheduled" }
    if present?.status == "False", present?.reason == "Unschedulable", present?.message == reason { return }
    let since = present?.status == "False" ? present?.lastTransitionTime ?? .now() : .now()
    let condition: JSONValue = [
      "type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": .string(reason),
      "lastTransitionTime": .string(since.text),
    ]
    _ = try await client.patch(
      ResourcePath(
        NodeContext.pods, namespace: pod.metadata.namespace, name: pod.metadata.name, subresource: "status"),
      .strategicMerge(["metadata": ["uid": .string(pod.metadata.uid)], "status": ["conditions": [condition]]]))
    tell(pod, .warning, "FailedScheduling", reason)
  }

  private func tell(_ pod: Core.Pod, _ severity: ObjectEvent.Severity, _ reason: String, _ message: String) {
    let subject = ObjectEvent.Subject(
      apiVersion: "v1", kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name,
      uid: pod.metadata.uid, resourceVersion: pod.metadata.resourceVersion)
    events.record(
      ObjectEvent(subject, severity, reason: reason, message: message),
      from: EventSource(component: "default-scheduler"))
  }
}
