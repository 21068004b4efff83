import KubeTypes

/// Containers whose image cannot be had.
enum ImagePulls {
  /// The first one, init containers before the others.
  static func failure(in pod: Core.Pod) -> SynchronizationFailure? {
    for container in pod.status.initContainerStatuses + pod.status.containerStatuses {
      guard let waiting = container.state.waiting else { continue }
      let reason: SynchronizationFailure.Reason? =
        switch waiting.reason {
        case "ErrImagePull": .imagePullFailed
        case "ImagePullBackOff": .imagePullBackingOff
        default: nil
        }
      // The kubelet tries again, and we hear of it.
      if let reason { return SynchronizationFailure(reason: reason, message: waiting.message, isRetried: false) }
    }
    return nil
  }
}

/// VSOCK context identifiers (vsock(7)): numbers from 3, each for one guest of the cluster.
enum ContextIdentifiers {
  static func free(among used: Set<UInt32>, seed: UInt64) -> UInt32? {
    let first: UInt32 = 3
    let count = UInt64(UInt32.max - first)  // The last one stands for any.
    let start = seed % count
    guard UInt64(used.count) < count else { return nil }
    for step in 0...UInt64(used.count) {
      let candidate = first + UInt32((start + step) % count)
      if !used.contains(candidate) { return candidate }
    }
    return nil
  }
}
