import KubeClient

extension Requeue {
  /// Again after a pause when a write was refused; not when the object is gone, for there is nothing left to do.
  init(of outcome: WriteOutcome) {
    switch outcome {
    case .success: self = .no
    case .failure(let error): self = error.isNotFound ? .no : .backingOff(reason: error.description)
    }
  }

  /// What serves both wishes: a failure comes before all, then the shorter time.
  func combined(with other: Requeue) -> Requeue {
    switch (self, other) {
    case (.backingOff, _): self
    case (_, .backingOff): other
    case (.after(let one), .after(let another)): .after(min(one, another))
    case (.after, .no): self
    case (.no, _): other
    }
  }
}
