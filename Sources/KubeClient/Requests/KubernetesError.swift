import Kube

/// Why a request to an API server brought no object.
public enum KubernetesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The API server refused, with a Status.
  case status(Status)
  /// The answer was none that Kubernetes gives.
  case unexpectedAnswer(status: Int, String)
  /// No answer came; whether the server did what was asked is not known.
  case unanswered(String)

  public var description: String {
    switch self {
    case .status(let status): "\(status.message) (\(status.reason.rawValue), code \(status.code))"
    case .unexpectedAnswer(let status, let text): "unexpected answer with status \(status): \(text)"
    case .unanswered(let reason): "no answer: \(reason)"
    }
  }

  /// The HTTP status code that came with it; 0 where no answer came.
  public var code: Int {
    switch self {
    case .status(let status): Int(status.code)
    case .unexpectedAnswer(let status, _): status
    case .unanswered: 0
    }
  }

  public var isNotFound: Bool { code == 404 }
  /// The name is taken.
  public var isAlreadyExists: Bool { reason == .alreadyExists }
  /// The object has changed since it was read.
  public var isConflict: Bool { reason == .conflict || code == 409 && reason != .alreadyExists }
  /// The resourceVersion or continue token is too old: list again.
  public var isExpired: Bool { code == 410 }

  /// Whether the server may have done all the same what was asked: no answer came, or one that says no more than that
  /// something failed on the way.
  public var leavesOutcomeOpen: Bool { code < 400 || code == 408 || code >= 500 }

  /// How long the server asks to wait before the next attempt.
  public var retryAfter: Duration? {
    guard case .status(let status) = self, let seconds = status.details?.retryAfterSeconds, seconds > 0 else {
      return nil
    }
    return .seconds(Int64(seconds))
  }

  private var reason: StatusReason? { if case .status(let status) = self { status.reason } else { nil } }
}
