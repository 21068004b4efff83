/// When an object is to be looked at again without a change that makes it necessary.
public enum Requeue: Sendable, Hashable {
  case no
  /// Something failed: after a pause that grows with every failure in a row.
  case backingOff(reason: String)
  case after(Duration)

  /// Again after a pause when a write was refused; not when the object is gone, for there is nothing left to do.
  public init(of outcome: WriteOutcome) {
    switch outcome {
    case .success: self = .no
    case .failure(let error): self = error.isNotFound ? .no : .backingOff(reason: error.description)
    }
  }

  /// What serves both wishes: a failure comes before all, then the shorter time.
  public func combined(with other: Requeue) -> Requeue {
    switch (self, other) {
    case (.backingOff, _): self
    case (_, .backingOff): other
    case (.after(let one), .after(let another)): .after(min(one, another))
    case (.after, .no): self
    case (.no, _): other
    }
  }
}

extension WorkResult {
  /// What a decision's end means for the queue.
  public init(_ requeue: Requeue) {
    switch requeue {
    case .no: self = .finished
    case .after(let delay): self = .again(after: delay)
    case .backingOff: self = .failed
    }
  }
}
