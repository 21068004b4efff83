import JSON
import Kube
import KubeClient
import KubeTypes
import VirtController
import VirtTypes

/// Runs recorded reconciles of machines (endpoint `vm-controller`, current profile).
enum MachineCases {
  static func judge(_ record: RecordedCase) throws -> [String] {
    let input = record.input
    guard let machine = input["vm"] else { return ["the record has no machine"] }
    var cluster = RecordedCluster(input)
    cluster.add(machine, "virtualmachines")
    var observation = MachineObservation(machine: try decode(machine))
    if let instance = input["vmi"] {
      cluster.add(instance, "virtualmachineinstances")
      observation.instance = try decode(instance)
    }
    observation.revisions = input["revisions"]?.array ?? []
    observation.dataVolumes = input["dataVolumes"]?.array ?? []
    observation.claims = try (input["pvcs"]?.array ?? []).map(decode)
    let context = ReconcileContext(now: .now(), seed: 1, configuration: record.configuration)
    let (requeue, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      journal throws(WriteInterruption) in
      try MachineReconciler().reconcile(observation, in: context, &journal)
    }
    // The real one asks the instance's endpoints addvolume and removevolume, which the records do not show.
    let plugs = machine.value(at: "status", "volumeRequests") != nil
    return CaseComparison.differences(record, journal, requeue, inOrder: true) { write, outcome in
      var action = action(write, outcome)
      if plugs, action.verb == "patch", action.resource == "virtualmachineinstances" { action.verb = "get" }
      return action
    }
  }

  private static func decode<Value: JSONDecodable>(_ object: JSONValue) throws -> Value {
    try Value(json: object.jsonBytes(), options: .lenient)
  }

  /// The records show revisions and DataVolumes before the client has added kind and version.
  private static func action(_ write: ObjectWrite, _ outcome: WriteOutcome) -> RecordedAction {
    var action = RecordedAction(write, outcome)
    if action.verb == "create", ["controllerrevisions", "datavolumes"].contains(action.resource) {
      action.object?["apiVersion"] = nil
      action.object?["kind"] = nil
    }
    return action
  }
}
