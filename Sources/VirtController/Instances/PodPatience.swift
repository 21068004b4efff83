import Kube
import VirtTypes

/// How long the pod of an instance may be missing from the cache before it counts as lost.
///
/// The caches of a new leader follow each kind of object on its own: the instance may be known in a phase that its last
/// leader or virt-handler has just written while the pod, older than that phase, is yet to come. Failing the instance
/// then would end its guest.
enum PodPatience {
  static let limit = Duration.seconds(10)

  /// How much longer to wait; nil when the pod is there, or is not coming.
  static func remaining(for observation: InstanceObservation, at now: Timestamp) -> Duration? {
    let instance = observation.instance
    guard instance.isHandedOver || instance.status.phase == "Scheduling", !instance.isBeingDeleted,
      observation.currentPod == nil,
      let changed = instance.status.phaseTransitionTimestamps.compactMap(\.phaseTransitionTimestamp).max()
    else { return nil }
    let remaining = limit - (now - changed)
    return remaining > .zero ? min(remaining, limit) : nil
  }
}
