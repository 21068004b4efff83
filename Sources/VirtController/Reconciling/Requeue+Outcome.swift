import KubeClient

extension Requeue {
  /// Again after a pause when a write was refused; not when the object is gone, for there is nothing left to do.
  init(of outcome: WriteOutcome) {
    switch outcome {
    case .success: self = .no
    case .failure(let error): self = error.isNotFound ? .no : .backingOff(reason: error.description)
    }
  }
}
