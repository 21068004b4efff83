import JSON
import Kube
import KubeTypes
import VirtTypes

/// Whether the claims of an instance's volumes can be used.
enum VolumeReadiness: Sendable, Hashable {
  case ready
  /// Claims that will be filled only when a pod uses them.
  case waitingForConsumer
  /// Claims that are being filled.
  case beingPopulated
  case claimMissing(volume: String, claim: String)

  init(of observation: InstanceObservation) {
    var isReady = true
    var waits = false
    for volume in observation.instance.spec.volumes {
      guard let claimName = volume.claimAtStart else { continue }
      guard let claim = observation.podLookups.claims[claimName] else {
        self = .claimMissing(volume: volume.name, claim: claimName)
        return
      }
      // A claim without a DataVolume above it is as it is.
      guard let owner = claim.metadata.controllerReference, owner.kind == "DataVolume" else { continue }
      switch observation.dataVolumes[owner.name].map(DataVolumePhase.init(of:)) {
      case .succeeded, .pendingPopulation: break
      case .waitingForFirstConsumer: waits = true
      default: isReady = false
      }
    }
    self = !isReady ? .beingPopulated : waits ? .waitingForConsumer : .ready
  }
}

/// The phases of a DataVolume (cdi.kubevirt.io/v1beta1) that matter here.
enum DataVolumePhase: Sendable, Hashable {
  case succeeded, failed, waitingForFirstConsumer, pendingPopulation, other

  init(of dataVolume: JSONValue) {
    switch dataVolume.value(at: "status", "phase")?.string {
    case "Succeeded": self = .succeeded
    case "Failed": self = .failed
    case "WaitForFirstConsumer": self = .waitingForFirstConsumer
    case "PendingPopulation": self = .pendingPopulation
    default: self = .other
    }
  }
}

extension V1.Volume {
  /// The claim that the volume uses, whether from the start or plugged.
  var claimInUse: String? {
    if let persistentVolumeClaim { return persistentVolumeClaim.claimName }
    if let dataVolume { return dataVolume.name }
    if let memoryDump { return memoryDump.claimName }
    return nil
  }

  /// The claim without which the launcher pod cannot be made; nil for plugged volumes.
  var claimAtStart: String? {
    if let persistentVolumeClaim, !persistentVolumeClaim.hotpluggable { return persistentVolumeClaim.claimName }
    if let dataVolume, !dataVolume.hotpluggable { return dataVolume.name }
    return nil
  }

  /// Plugged in while the guest runs, and so not part of the launcher pod.
  var isPlugged: Bool {
    persistentVolumeClaim?.hotpluggable == true || dataVolume?.hotpluggable == true || memoryDump != nil
  }
}

extension InstanceObservation {
  /// The DataVolumes behind the volumes, in the volumes' order.
  var usedDataVolumes: [JSONValue] {
    instance.spec.volumes.compactMap { volume in
      if let dataVolume = volume.dataVolume { return dataVolumes[dataVolume.name] }
      guard let claimName = volume.persistentVolumeClaim?.claimName,
        let owner = podLookups.claims[claimName]?.metadata.controllerReference, owner.kind == "DataVolume"
      else { return nil }
      return dataVolumes[owner.name]
    }
  }
}
