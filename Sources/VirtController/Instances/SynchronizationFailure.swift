/// Why the world could not be brought to what an instance asks for.
struct SynchronizationFailure: Sendable, Hashable {
  enum Reason: String, Sendable {
    case createFailed = "FailedCreate"
    case deleteFailed = "FailedDelete"
    case claimMissing = "FailedPvcNotFound"
    case imagePullFailed = "ErrImagePull"
    case imagePullBackingOff = "ImagePullBackOff"
    case notGuaranteed = "FailedGuaranteeResources"
    case podPatchFailed = "FailedPodPatch"
    case stateClaimFailed = "FailedBackendStorageCreate"
    case stateClaimNotReady = "BackendStorageNotReady"
  }

  /// The word in the condition Synchronized.
  var reason: Reason
  /// A sentence for people.
  var message: String
  /// Whether it is worth trying again although nothing changed.
  var isRetried = true
}
