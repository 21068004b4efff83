import JSON
import Kube
import KubeClient
import VirtTypes

/// Brings the data volumes of a legacy machine's templates into being; nothing is started or stopped before all of them
/// are filled.
struct LegacyDataVolumes {
  let round: LegacyMachineRound

  enum Readiness {
    case ready
    /// Nil when an event will tell; else the time after which to look again.
    case waiting(Duration?)
    case failed(LegacyFailure)
  }

  /// When a data volume that failed is to be deleted, so that a new one takes its place (Unix seconds).
  static let deleteAfterAnnotation = "kubevirt.io/delete-after-timestamp"
  /// Seconds until then: at least this many, and at most so many more.
  private static let pause: UInt64 = 10
  private static let jitter: UInt64 = 100

  static func metadata(of dataVolume: JSONValue) -> ObjectMeta {
    let bytes = (dataVolume["metadata"] ?? [:]).jsonBytes()
    return bytes.withUnsafeBytes { ObjectMeta.decode($0, options: .lenient).0 }
  }

  /// - Parameter present: those of the machine's data volumes that there are.
  func prepare(_ present: [JSONValue], _ journal: inout WriteJournal) throws(WriteInterruption) -> Readiness {
    var isReady = true
    var pause: Duration?
    for template in round.machine.spec.dataVolumeTemplates {
      let name = template.metadata.name
      guard let dataVolume = present.first(where: { Self.metadata(of: $0).name == name }) else {
        if let failure = try create(template, &journal) { return .failed(failure) }
        isReady = false
        continue
      }
      let phase = dataVolume.value(at: "status", "phase")?.string ?? ""
      if phase == "Succeeded" { continue }
      isReady = false
      guard phase == "Failed" else { continue }
      round.record(
        &journal, .warning, "FailedDataVolumeImport", "The data volume \(name) could not be filled")
      switch try replace(dataVolume, &journal) {
      case .failure(let failure): return .failed(failure)
      case .success(let remaining): pause = [pause, remaining].compactMap { $0 }.min()
      }
    }
    return isReady ? .ready : .waiting(pause)
  }

  private func create(
    _ template: V1.DataVolumeTemplateSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> LegacyFailure? {
    let collection = ResourcePath(Resources.dataVolumes, namespace: round.machine.metadata.namespace)
    switch try journal.perform(ObjectWrite(collection, .create(manifest(template)))) {
    case .success:
      round.record(&journal, .normal, "SuccessfulDataVolumeCreate", "Created the data volume \(template.metadata.name)")
      return nil
    case .failure(let error):
      let why =
        error.isNotFound
        ? "the cluster has no DataVolumes: the Containerized Data Importer is not installed" : error.description
      let message = "The data volume \(template.metadata.name) could not be created: \(why)"
      round.record(&journal, .warning, "FailedDataVolumeCreate", message)
      return LegacyFailure(message: message)
    }
  }

  /// Labels of the template become annotations too, and its annotations are left out, as v0.8.0 did.
  private func manifest(_ template: V1.DataVolumeTemplateSpec) -> JSONValue {
    let labels = template.metadata.labels ?? [:]
    var metadata = template.metadata
    metadata.creationTimestamp = nil
    metadata.labels = [KubeVirtNames.createdBy: round.machine.metadata.uid].merging(labels) { $1 }
    metadata.annotations = [KubeVirtNames.ownedBy: LegacyPodOwner.controller.rawValue].merging(labels) { $1 }
    metadata.ownerReferences = [round.ownership.reference]
    return [
      "apiVersion": .string("\(Resources.dataVolumes.group)/\(Resources.dataVolumes.version)"), "kind": "DataVolume",
      "metadata": metadata.jsonTree, "spec": template.spec.jsonTree,
    ]
  }

  /// Deletes a data volume that failed, once its time has come; returns how long that is.
  private func replace(
    _ dataVolume: JSONValue, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Result<Duration?, LegacyFailure> {
    let metadata = Self.metadata(of: dataVolume)
    let path = round.path(ofDataVolume: metadata.name)
    if metadata.deletionTimestamp != nil { return .success(nil) }
    let now = round.context.now.seconds
    guard let due = metadata.annotations?[Self.deleteAfterAnnotation].flatMap({ Int64($0) }) else {
      let pause = Int64(Self.pause + round.context.seed % Self.jitter)
      var wanted = dataVolume
      var annotations = dataVolume.value(at: "metadata", "annotations") ?? [:]
      annotations[Self.deleteAfterAnnotation] = .string(String(now + pause))
      wanted["metadata"]?["annotations"] = annotations
      if case .failure(let error) = try journal.perform(ObjectWrite(path, .change(from: dataVolume, to: wanted))) {
        return .failure(LegacyFailure(message: error.description))
      }
      return .success(.seconds(pause))
    }
    if due > now { return .success(.seconds(due - now)) }
    let deletion = ObjectWrite(path, .delete(DeletionOptions(uid: metadata.uid)))
    if case .failure(let error) = try journal.perform(deletion), !error.isNotFound {
      return .failure(LegacyFailure(message: error.description))
    }
    return .success(nil)
  }
}
