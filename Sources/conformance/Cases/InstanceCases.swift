import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtController
import VirtTypes

/// One reconcile of the current profile's controller of instances.
enum InstanceCases {
  @Sendable static func judge(_ record: RecordedCase) throws -> [String] {
    guard let given = record.input["vmi"] else { return ["no instance"] }
    let pods = record.input["pods"]?.array ?? []
    var cluster = RecordedCluster(record.input)
    cluster.add(given, Resources.virtualMachineInstances.resource)
    for pod in pods { cluster.add(pod, Resources.pods.resource) }

    var observation = InstanceObservation(try LegacyObjects.decode(given))
    observation.pods = try pods.map { try LegacyObjects.decode($0) }
    observation.podLookups.claims = try Dictionary(
      (record.input["pvcs"]?.array ?? []).map { claim in
        let claim: Core.PersistentVolumeClaim = try LegacyObjects.decode(claim)
        return (claim.metadata.name, claim)
      }
    ) { $1 }
    observation.dataVolumes = Dictionary(
      (record.input["dataVolumes"]?.array ?? []).map {
        ($0.value(at: "metadata", "name")?.string ?? "", $0)
      }
    ) { $1 }

    var settings = ControllerSettings()
    settings.launcherImage = "registry/virt-launcher:v1.8.4"
    let context = ReconcileContext(
      now: .now(), seed: 0, configuration: record.configuration, settings: settings)
    let (requeue, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try InstanceReconciler().reconcile(observation, in: context, &journal)
    }
    return CaseComparison.differences(record, journal, requeue, inOrder: true, action: action)
  }

  /// Of a pod that is made only the metadata is recorded; the rest is judged with the renderings. The namespace is that
  /// of the request.
  private static func action(_ write: ObjectWrite, _ outcome: WriteOutcome) -> RecordedAction {
    var action = RecordedAction(write, outcome)
    if case .create(let pod) = write.operation, var metadata = pod["metadata"] {
      metadata["namespace"] = nil
      action.object = ["metadata": metadata]
    }
    return action
  }
}
