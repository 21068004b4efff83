/// Chooses who answers a request, once its head has arrived; called on the connection's reactor, so it must not block.
public typealias HTTPRouter = @Sendable (HTTPRequestHead) -> HTTPHandler

/// How a request is answered.
public enum HTTPHandler: Sendable {
  /// What a buffered handler returns.
  public enum Outcome: Sendable {
    /// The answer, now.
    case response(HTTPResponse)
    /// The answer comes from this function, which runs as a task on the connection's reactor and may suspend. The
    /// task is cancelled when the client leaves.
    case later(@Sendable () async -> HTTPResponse)
  }

  /// A plain function that gets the request with its whole body and runs on the reactor: the fast path. It must not
  /// block. `bodyLimit` in bytes; nil means `Limits.bodyBytes`. A larger body is answered 413 without calling it.
  case buffered(bodyLimit: Int?, @Sendable (HTTPRequest) -> Outcome)
  /// An async function that runs as a task on the connection's reactor from the moment the head has arrived, reads
  /// the body as it comes and writes the response as it likes. The task is cancelled when the client leaves.
  case streaming(@Sendable (HTTPExchange) async throws -> Void)

  /// A buffered handler that always answers at once.
  public static func immediate(
    bodyLimit: Int? = nil, _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) -> HTTPHandler {
    .buffered(bodyLimit: bodyLimit) { .response(answer($0)) }
  }

  /// Answers without looking at the body.
  public static func respond(_ response: HTTPResponse) -> HTTPHandler {
    .buffered(bodyLimit: nil) { _ in .response(response) }
  }
}
