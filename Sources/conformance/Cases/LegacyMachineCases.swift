import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import VirtController
import VirtTypes

/// Reconciles of v0.8.0's controllers of machines and instances, and its renderings of launcher pods.
enum LegacyMachineCases {
  @Sendable static func judgeMachine(_ record: RecordedCase) throws -> [String] {
    guard let machine = record.input["vm"] else { return ["no machine"] }
    let stored = try LegacyObjects.stored(machine, marked: true)
    let instance = try record.input["vmi"].map { try LegacyObjects.stored($0) }
    let dataVolumes = record.input["dataVolumes"]?.array ?? []
    var cluster = RecordedCluster(record.input)
    cluster.add(stored, Resources.virtualMachines.resource)
    if let instance { cluster.add(instance, Resources.virtualMachineInstances.resource) }
    for dataVolume in dataVolumes { cluster.add(dataVolume, Resources.dataVolumes.resource) }
    let observation = LegacyMachineObservation(
      machine: try LegacyObjects.decode(stored), instance: try instance.map { try LegacyObjects.decode($0) },
      dataVolumes: dataVolumes)
    return run(record, &cluster, LegacyMachineReconciler(), observation, stored)
  }

  @Sendable static func judgeInstance(_ record: RecordedCase) throws -> [String] {
    guard let instance = record.input["vmi"] else { return ["no instance"] }
    let stored = try LegacyObjects.stored(instance)
    let pods = record.input["pods"]?.array ?? []
    var cluster = RecordedCluster(record.input)
    cluster.add(stored, Resources.virtualMachineInstances.resource)
    for pod in pods { cluster.add(pod, Resources.pods.resource) }
    let observation = LegacyInstanceObservation(
      instance: try LegacyObjects.decode(stored), pods: try pods.map { try LegacyObjects.decode($0) },
      dataVolumes: record.input["dataVolumes"]?.array ?? [])
    return run(record, &cluster, LegacyInstanceReconciler(), observation, stored)
  }

  @Sendable static func judgeRendering(_ record: RecordedCase) throws -> [String] {
    let context = context(record)
    guard let given = record.output["vmi"] ?? record.input["vmi"] else { return ["no instance"] }
    let instance: V1.VirtualMachineInstance = try LegacyObjects.decode(LegacyObjects.stored(given))
    let pod: JSONValue
    do {
      pod = try LegacyLauncherPodTemplate().makePod(for: instance, lookups: LauncherPodLookups(), in: context).jsonTree
    } catch {
      return record.output["pod"] == nil ? [] : ["a pod, got: \(error)"]
    }
    guard let expected = record.output["pod"] else { return ["no pod, got one"] }
    return ObjectComparison.differences(ObjectComparison.tidy(expected), ObjectComparison.tidy(pod))
      .map { "pod \($0.pathWithoutNumbers): \($0.expected), got \($0.found)" }
  }

  private static func run<R: Reconciler>(
    _ record: RecordedCase, _ cluster: inout RecordedCluster, _ reconciler: R, _ observation: R.Observation,
    _ stored: JSONValue
  ) -> [String] {
    let context = context(record)
    let (requeue, journal) = WriteJournal.run(performing: { cluster.perform($0) }) {
      (journal) throws(WriteInterruption) in
      try reconciler.reconcile(observation, in: context, &journal)
    }
    // The real one dies of it; whatever we do is better.
    if record.output["panic"] != nil { return [] }
    return CaseComparison.differences(
      LegacyTypes.known(record), journal, requeue, inOrder: false,
      action: { write, outcome in LegacyTypes.action(write, outcome, stored) })
  }

  /// What the records were made with.
  private static func context(_ record: RecordedCase) -> ReconcileContext {
    var settings = ControllerSettings()
    settings.launcherImage = "kubevirt/virt-launcher:v0.8.0"
    return ReconcileContext(
      now: .now(), seed: 0, settings: settings, legacyConfiguration: LegacyConfiguration(data: record.input["config"]))
  }
}

/// Objects as v0.8.0's types hold them.
enum LegacyTypes {
  /// A write as v0.8.0 would have made it.
  ///
  /// - Parameter stored: the object that the decision is about.
  static func action(_ write: ObjectWrite, _ outcome: WriteOutcome, _ stored: JSONValue) -> RecordedAction {
    var write = write
    // What is sent is the difference; what our types write although it says nothing is not in it.
    if case .change(let from, let to) = write.operation, stored["kind"] == to["kind"],
      let changed = try? JSONPatch.difference(from: from, to: to).applied(to: stored)
    {
      write.operation = .change(from: stored, to: changed)
    }
    var action = LegacyObjects.action(write, outcome)
    action.object = action.object.map { known($0, of: action.resource) }
    return action
  }

  /// The record with its objects in the form that ours are given.
  static func known(_ record: RecordedCase) -> RecordedCase {
    var output = record.output
    let actions = (output["actions"]?.array ?? []).map { action in
      var action = action
      if let object = action["object"] { action["object"] = known(object, of: action["resource"]?.string ?? "") }
      return action
    }
    output["actions"] = .array(actions)
    return RecordedCase(
      ["id": .string(record.id), "endpoint": .string(record.endpoint), "input": record.input, "output": output],
      profile: record.profile) ?? record
  }

  private static func known(_ object: JSONValue, of resource: String) -> JSONValue {
    var object = object
    switch resource {
    case Resources.pods.resource: object = typed(Core.Pod.self, object)
    case Resources.dataVolumes.resource:
      object = typed(V1alpha2.CDI.DataVolume.self, object)
      object["apiVersion"] = nil
      object["kind"] = nil
    case Resources.virtualMachines.resource:
      // Clients of v1 are told the state in a word, too.
      if var status = object["status"]?.object {
        status["printableStatus"] = nil
        object["status"] = .object(status)
      }
      // v0.8.0 knew two sources of data volumes. Others got lost in it, and are handed on by us.
      if let templates = object.value(at: "spec", "dataVolumeTemplates")?.array {
        object["spec"]?["dataVolumeTemplates"] = .array(templates.map { typed(V1alpha2.CDI.DataVolume.self, $0) })
      }
    default: break
    }
    return object
  }

  private static func typed<Object: JSONStructure>(_ type: Object.Type, _ object: JSONValue) -> JSONValue {
    object.jsonBytes().withUnsafeBytes { Object.decode($0, options: .lenient).0 }.jsonTree
  }
}
