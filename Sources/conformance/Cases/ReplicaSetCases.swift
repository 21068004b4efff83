import Admission
import JSON
import Kube
import KubeClient
import VirtController
import VirtTypes

/// One reconcile of v0.8.0's controller of replica sets.
enum ReplicaSetCases {
  @Sendable static func judgeLegacy(_ record: RecordedCase) throws -> [String] {
    guard let set = record.input["rs"] else { return ["no replica set"] }
    let stored = try LegacyObjects.stored(set, marked: true)
    let instances = try (record.input["vmis"]?.array ?? []).map { try LegacyObjects.stored($0) }
    var cluster = RecordedCluster(record.input)
    cluster.add(stored, Resources.replicaSets.resource)
    for instance in instances { cluster.add(instance, Resources.virtualMachineInstances.resource) }
    let observation = ReplicaSetObservation(
      replicaSet: try LegacyObjects.decode(stored), instances: try instances.map { try LegacyObjects.decode($0) })
    let context = ReconcileContext(now: .now(), seed: 0, configuration: record.configuration)
    let (requeue, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try ReplicaSetReconciler().reconcile(observation, in: context, &journal)
    }
    return CaseComparison.differences(record, journal, requeue, inOrder: false, action: LegacyObjects.action)
  }
}

/// Objects of v1alpha2 as our caches have them, and back.
enum LegacyObjects {
  static let version = "kubevirt.io/v1alpha2"

  /// The object in the version that is stored; a machine or a replica set is marked as legacy by us.
  static func stored(_ object: JSONValue, marked: Bool = false) throws -> JSONValue {
    var stored = try Conversion.convert(object, to: "kubevirt.io/v1")
    guard marked else { return stored }
    var metadata = stored["metadata"] ?? [:]
    var annotations = metadata["annotations"] ?? [:]
    annotations[Profile.annotation] = .string(Profile.legacyAnnotationValue)
    metadata["annotations"] = annotations
    stored["metadata"] = metadata
    return stored
  }

  static func decode<Object: JSONStructure>(_ object: JSONValue) throws -> Object {
    try Object(json: object.jsonBytes(), options: .lenient)
  }

  /// A write as v0.8.0 would have made it: v1alpha2 has no subresource for the status, and does not show our mark.
  static func action(_ write: ObjectWrite, _ outcome: WriteOutcome) -> RecordedAction {
    var action = RecordedAction(write, outcome)
    if case .change(_, let wanted) = write.operation {
      action.subresource = ""
      action.object = wanted
    }
    if let object = action.object { action.object = shown(object) }
    return action
  }

  private static func shown(_ object: JSONValue) -> JSONValue {
    guard object["apiVersion"]?.string?.hasPrefix("kubevirt.io/") == true,
      var legacy = try? Conversion.convert(object, to: version), var metadata = legacy["metadata"]?.object
    else { return object }
    if var annotations = metadata["annotations"]?.object {
      annotations[Profile.annotation] = nil
      metadata["annotations"] = annotations.isEmpty ? nil : .object(annotations)
    }
    legacy["metadata"] = .object(metadata)
    // A template without any wish is not written out by us; only differences are sent anyway.
    if var spec = legacy["spec"], var template = spec["template"], template["spec"] == nil {
      template["spec"] = ["domain": [:]]
      spec["template"] = template
      legacy["spec"] = spec
    }
    return legacy
  }
}
