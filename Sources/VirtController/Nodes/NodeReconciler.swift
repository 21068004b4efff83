import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// Takes nodes out of scheduling whose handler is silent, and fails the instances that went with them.
public struct NodeReconciler: Reconciler {
  /// How often a node is looked at, since silence makes no event.
  public static let interval = Duration.seconds(60)

  /// Whose behaviour the node itself sees; instances bring their own profile.
  var profile: Profile

  public init(profile: Profile = .current) { self.profile = profile }

  public func reconcile(
    _ observation: NodeObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let again: Requeue = observation.node == nil ? .no : .after(Self.interval)
    guard NodeHeartbeat(of: observation.node, at: context.now) == .unresponsive else { return again }
    if let node = observation.node, node.metadata.labels?[KubeVirtNames.schedulable] == "true" {
      if let fault = try close(node, &journal) { return .backingOff(reason: fault) }
    }
    warn(of: observation, &journal)
    if let fault = try fail(LostInstances.find(among: observation.instances, pods: observation.pods), &journal) {
      return .backingOff(reason: fault)
    }
    return again
  }

  /// Takes the node out of scheduling; the text of a refusal.
  private func close(_ node: Core.Node, _ journal: inout WriteJournal) throws(WriteInterruption) -> String? {
    let patch: JSONValue = ["metadata": ["labels": [KubeVirtNames.schedulable: "false"]]]
    let path = ResourcePath(Resources.nodes, name: node.metadata.name)
    if case .failure(let error) = try journal.perform(ObjectWrite(path, .patch(.strategicMerge(patch)))) {
      return error.description
    }
    tell(
      .init(node), .normal, "no sign of life from virt-handler for more than 5 minutes: no new instances here", &journal
    )
    return nil
  }

  /// Says that nobody looks after the instances of the node.
  private func warn(of observation: NodeObservation, _ journal: inout WriteJournal) {
    guard let node = observation.node, observation.handler == .absent,
      observation.instances.contains(where: { ["Scheduled", "Running"].contains($0.status.phase) })
    else { return }
    tell(
      .init(node), .warning,
      "there are instances on this node, but no virt-handler; run it here to move or remove them", &journal)
  }

  /// One after the other, for where something is wrong already no storm is wanted; the text of the first refusal.
  private func fail(
    _ instances: [V1.VirtualMachineInstance], _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> String? {
    var fault: String?
    for instance in instances {
      let path = ResourcePath(
        Resources.virtualMachineInstances, namespace: instance.metadata.namespace, name: instance.metadata.name)
      switch try journal.perform(ObjectWrite(path, .patch(.json(LostInstances.patch(for: instance))))) {
      case .success:
        guard Profile(of: instance) == .current else { continue }
        let message = "virt-handler on node \(instance.status.nodeName) does not respond and the pod is gone: failed"
        journal.record(ObjectEvent(.init(instance), reason: LostInstances.reason, message: message))
      case .failure(let error) where error.isNotFound: break
      case .failure(let error):
        fault = fault ?? "instance \(instance.metadata.namespace)/\(instance.metadata.name): \(error)"
      }
    }
    return fault
  }

  /// v0.8.0 said nothing of this.
  private func tell(
    _ subject: ObjectEvent.Subject, _ severity: ObjectEvent.Severity, _ message: String, _ journal: inout WriteJournal
  ) {
    guard profile == .current else { return }
    journal.record(ObjectEvent(subject, severity, reason: LostInstances.reason, message: message))
  }
}
