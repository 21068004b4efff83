import Kube
import KubeClient
import KubeTypes
import VirtTypes

/// What an instance says of its volumes, so that virt-handler need not ask for claims.
struct VolumeReport {
  private let observation: InstanceObservation
  private var instance: V1.VirtualMachineInstance { observation.instance }

  init(_ observation: InstanceObservation) { self.observation = observation }

  /// One entry a volume by name; entries of volumes that are gone stay while a pod still holds them.
  func statuses(_ events: inout [ObjectEvent]) -> [V1.VolumeStatus] {
    var present = Dictionary(instance.status.volumeStatus.map { ($0.name, $0) }) { $1 }
    var statuses: [V1.VolumeStatus] = []
    if let state = observation.stateClaim?.metadata.name, let status = present.removeValue(forKey: state) {
      statuses.append(status)
    }
    for volume in instance.spec.volumes {
      var status = present.removeValue(forKey: volume.name) ?? V1.VolumeStatus()
      status.name = volume.name
      if volume.isPlugged { reportPlugging(of: volume, in: &status, &events) }
      if let name = volume.claimInUse, let claim = observation.podLookups.claims[name] {
        status.persistentVolumeClaimInfo = V1.PersistentVolumeClaimInfo(of: claim)
      }
      statuses.append(status)
    }
    for (name, status) in present {
      guard let pod = attachmentPod(of: name) else { continue }
      var status = status
      var plugged = status.hotplugVolume ?? V1.HotplugVolumeStatus()
      plugged.attachPodName = pod.metadata.name
      plugged.attachPodUID = pod.metadata.uid
      status.hotplugVolume = plugged
      status.phase = "Detaching"
      statuses.append(status)
    }
    return statuses.sorted { $0.name < $1.name }
  }

  // MARK: Plugged volumes

  /// The pod that brings a plugged volume to the node: it has a volume of that name.
  private func attachmentPod(of volume: String) -> Core.Pod? {
    observation.attachmentPods.first { pod in pod.spec.volumes.contains { $0.name == volume } }
  }

  private func reportPlugging(
    of volume: V1.Volume, in status: inout V1.VolumeStatus, _ events: inout [ObjectEvent]
  ) {
    var plugged = status.hotplugVolume ?? V1.HotplugVolumeStatus()
    defer { status.hotplugVolume = plugged }
    if volume.memoryDump != nil, status.memoryDumpVolume == nil {
      var dump = V1.DomainMemoryDumpInfo()
      dump.claimName = volume.name
      status.memoryDumpVolume = dump
    }
    guard let pod = attachmentPod(of: volume.name) else {
      guard !Self.phasesOfUse.contains(status.phase) else { return }
      plugged.attachPodUID = ""
      let claim = volume.claimInUse.flatMap { observation.podLookups.claims[$0] }
      status.phase = claim?.status.phase == "Bound" ? "Bound" : "Pending"
      status.reason = claim == nil ? "FailedPvcNotFound" : "PVCNotReady"
      status.message =
        if let claim { "The claim \(claim.metadata.name) is in phase \(claim.status.phase)" } else {
          "The claim \(volume.claimInUse ?? "") does not exist"
        }
      return
    }
    plugged.attachPodName = pod.metadata.name
    let containers = pod.status.containerStatuses
    plugged.attachPodUID = containers.count == 1 && containers[0].ready ? pod.metadata.uid : ""
    guard ["", "Pending", "Bound"].contains(status.phase) else { return }
    status.phase = "AttachedToNode"
    status.reason = "SuccessfulCreate"
    status.message = "Created hotplug attachment pod \(pod.metadata.name), for volume \(volume.name)"
    events.append(
      ObjectEvent(ObjectEvent.Subject(instance), reason: status.reason, message: status.message))
  }

  /// Phases in which the guest or virt-handler has the volume.
  private static let phasesOfUse: Set<String> = ["Ready", "MountedToPod", "UnMountedFromPod", "Detaching"]
}

extension V1.PersistentVolumeClaimInfo {
  init(of claim: Core.PersistentVolumeClaim) {
    self.init()
    claimName = claim.metadata.name
    accessModes = claim.spec.accessModes
    volumeMode = claim.spec.volumeMode
    capacity = claim.status.capacity
    requests = claim.spec.resources.requests
    preallocated = Self.preallocationMarks.contains { claim.metadata.annotations?[$0] == "true" }
    filesystemOverhead = claim.spec.volumeMode == "Block" ? "0" : "0.055"
  }

  /// CDI's word on claims whose space is all taken from the beginning.
  private static let preallocationMarks = [
    "cdi.kubevirt.io/storage.preallocation", "cdi.kubevirt.io/storage.thick-provisioned",
  ]
}
