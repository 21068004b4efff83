import Glibc

/// Why something with a pod did not work; the text is for people and ends in conditions, states and events.
public struct PodRunnerError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String
  /// One word for a container's waiting state.
  public var reason: String

  public init(_ description: String, reason: String = "RunContainerError") {
    self.description = description
    self.reason = reason
  }

  static func system(_ action: String, _ path: String, _ code: Int32 = errno) -> PodRunnerError {
    PodRunnerError("cannot \(action) \(path): \(String(cString: strerror(code)))")
  }
}
