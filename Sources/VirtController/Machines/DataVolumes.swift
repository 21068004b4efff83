import JSON
import Kube
import KubeClient
import VirtTypes

/// What a machine wants to know of a DataVolume.
struct DataVolumeState: Hashable {
  var name: String
  var phase: String
  /// Its claim would be larger than the namespace's quota permits.
  var exceedsQuota: Bool

  init(_ object: JSONValue) {
    name = object.value(at: "metadata", "name")?.string ?? ""
    phase = object.value(at: "status", "phase")?.string ?? ""
    exceedsQuota =
      object.value(at: "status", "conditions")?.array?.contains { $0["reason"]?.string == "ErrExceededQuota" } ?? false
  }

  var hasFailed: Bool { phase == "Failed" || exceedsQuota }

  /// The volume is filled, or will be by the pod that first uses it.
  var isReadyToUse: Bool { ["Succeeded", "WaitForFirstConsumer", "PendingPopulation"].contains(phase) }
}

extension MachineRound {
  /// Creates the DataVolumes of the machine's templates that are not there, and says whether a start can use them all.
  mutating func prepareDataVolumes(
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> (areReady: Bool, failure: SyncFailure?) {
    let templates = machine.spec.dataVolumeTemplates
    if templates.isEmpty { return (true, nil) }
    guard observation.servesDataVolumes else { return (false, missingDataVolumeSupport(&journal)) }
    let states = Dictionary(
      observation.dataVolumes.map(DataVolumeState.init).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var areReady = true
    for template in templates {
      if let state = states[template.metadata.name] {
        if state.hasFailed {
          let message = "The DataVolume \(state.name) failed to import its disk image"
          journal.record(ObjectEvent(subject, .warning, reason: "FailedDataVolumeImport", message: message))
        }
        areReady = areReady && state.isReadyToUse
        continue
      }
      areReady = false
      guard createsDataVolumes else { continue }
      if let failure = try create(template, &journal) { return (false, failure) }
    }
    return (areReady, nil)
  }

  /// DataVolumes are made with the machine, unless it says that they can wait until it is started.
  private var createsDataVolumes: Bool {
    if machine.metadata.annotations?[KubeVirtNames.immediateDataVolumeCreation] != "false" { return true }
    return switch strategy {
    case .always, .once, .rerunOnFailure, .waitAsReceiver: true
    case .manual, .halted: status.asksToStart
    }
  }

  private mutating func create(
    _ template: V1.DataVolumeTemplateSpec, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> SyncFailure? {
    let path = ResourcePath(Resources.dataVolumes, namespace: machine.metadata.namespace)
    let name = template.metadata.name
    switch try journal.perform(ObjectWrite(path, .create(makeDataVolume(template)))) {
    case .success:
      journal.record(
        ObjectEvent(subject, reason: "SuccessfulDataVolumeCreate", message: "Created the DataVolume \(name)"))
      return nil
    case .failure(let error) where error.isAlreadyExists: return nil
    case .failure(let error) where error.isNotFound: return missingDataVolumeSupport(&journal)
    case .failure(let error):
      let failure = SyncFailure(.failedCreate, "the DataVolume \(name) can't be created", error)
      journal.record(ObjectEvent(subject, .warning, reason: "FailedDataVolumeCreate", message: failure.message))
      return failure
    }
  }

  /// The DataVolume of a template: controlled by the machine, and with leave to take over a claim of its name.
  private func makeDataVolume(_ template: V1.DataVolumeTemplateSpec) -> JSONValue {
    var metadata = ObjectMeta()
    metadata.name = template.metadata.name
    metadata.labels = (template.metadata.labels ?? [:]).merging(
      [KubeVirtNames.createdBy: machine.metadata.uid]) { $1 }
    metadata.annotations = (template.metadata.annotations ?? [:]).merging(
      ["cdi.kubevirt.io/allowClaimAdoption": "true"]) { given, _ in given }
    metadata.ownerReferences = [OwnerReference(controller: machine)]
    var spec = template.spec
    if spec.priorityClassName.isEmpty { spec.priorityClassName = self.template.spec.priorityClassName }
    return [
      "apiVersion": "cdi.kubevirt.io/v1beta1", "kind": "DataVolume", "metadata": metadata.jsonTree,
      "spec": spec.jsonTree,
    ]
  }

  private func missingDataVolumeSupport(_ journal: inout WriteJournal) -> SyncFailure {
    let message =
      "the machine has dataVolumeTemplates, but this cluster has no DataVolumes: the Containerized Data Importer (CDI) "
      + "is not installed; use PersistentVolumeClaims or container disks instead, or install it"
    journal.record(ObjectEvent(subject, .warning, reason: "FailedDataVolumeCreate", message: message))
    return SyncFailure(.failedCreate, message)
  }
}
