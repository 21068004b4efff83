import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtController
import VirtTypes

/// One reconcile of v0.8.0's controller of nodes.
enum NodeCases {
  @Sendable static func judgeLegacy(_ record: RecordedCase) throws -> [String] {
    let now = Timestamp.now()
    let instances = try (record.input["vmis"]?.array ?? []).map { try LegacyObjects.stored($0) }
    var cluster = RecordedCluster(record.input)
    var observation = NodeObservation(name: "node01", node: nil)
    if let node = record.input["node"] {
      cluster.add(node, Resources.nodes.resource)
      var decoded: Core.Node = try LegacyObjects.decode(node)
      if let age = record.input["heartbeatAgeSeconds"]?.number.flatMap({ Int64($0.text) }) {
        decoded.metadata.annotations = ["kubevirt.io/heartbeat": (now + .seconds(-age)).text]
      }
      observation.node = decoded
    }
    for instance in instances { cluster.add(instance, Resources.virtualMachineInstances.resource) }
    observation.instances = try instances.map { try LegacyObjects.decode($0) }
    observation.pods = try (record.input["pods"]?.array ?? []).map { try LegacyObjects.decode($0) }
    let context = ReconcileContext(now: now, seed: 0)
    let observed = observation
    let (requeue, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try NodeReconciler(profile: .legacy).reconcile(observed, in: context, &journal)
    }
    return CaseComparison.differences(record, journal, requeue, inOrder: false)
  }
}
