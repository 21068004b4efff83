import Kube
import KubeClient
import KubeTypes

/// What becomes of a disruption budget is decided from this.
public struct DisruptionBudgetObservation: Sendable {
  /// From the cache of budgets, in whichever version the server has.
  public var budget: Policy.PodDisruptionBudget
  /// The version through which it is deleted.
  public var resource: GroupVersionResource

  public init(budget: Policy.PodDisruptionBudget, resource: GroupVersionResource) {
    self.budget = budget
    self.resource = resource
  }
}

/// Removes the disruption budgets that older releases made for instances: they would hold up every drain, and evictions
/// are held back by the eviction webhook now.
public struct DisruptionBudgetReconciler: Reconciler {
  public init() {}

  public func reconcile(
    _ observation: DisruptionBudgetObservation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue {
    let metadata = observation.budget.metadata
    guard metadata.deletionTimestamp == nil, let owner = metadata.controllerReference,
      owner.kind == "VirtualMachineInstance", owner.apiVersion.hasPrefix("kubevirt.io/")
    else { return .no }
    let path = ResourcePath(observation.resource, namespace: metadata.namespace, name: metadata.name)
    let subject = ObjectEvent.Subject(
      apiVersion: owner.apiVersion, kind: owner.kind, namespace: metadata.namespace, name: owner.name, uid: owner.uid)
    let outcome = try journal.perform(ObjectWrite(path, .delete(DeletionOptions(uid: metadata.uid))))
    switch outcome {
    case .success:
      let message = "Deleted PodDisruptionBudget \(metadata.name)"
      journal.record(ObjectEvent(subject, reason: "SuccessfulDelete", message: message))
    case .failure(let error) where error.isNotFound: break
    case .failure(let error):
      let message = "Error deleting the PodDisruptionBudget \(metadata.name): \(error)"
      journal.record(ObjectEvent(subject, .warning, reason: "FailedDelete", message: message))
    }
    return Requeue(of: outcome)
  }
}
