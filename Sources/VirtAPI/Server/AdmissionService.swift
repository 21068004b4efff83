import Admission
import JSON
import Kube
import Logging
import Transport

/// Answers admission reviews: the thin shell around `ReviewHandler` that looks objects up, measures and logs.
struct AdmissionService: Sendable {
  let handler: ReviewHandler
  let source: any ObjectSource
  let metrics: AdmissionMetrics
  let logger: Logger

  /// Rounds of look-ups that one request may take: two matchers inferred over chains of data sources take nine.
  private static let mostRounds = 12
  /// The API server's own timeout for a webhook when the request does not say another (Kubernetes: 10 s).
  private static let defaultTimeout = Duration.seconds(10)
  private static let longestTimeout = Duration.seconds(30)

  /// Answers at once where memory holds all that the rules ask for, else after fetching the rest.
  ///
  /// Before everything was read once, all is refused: without presets and settings, what is wrong would be let in.
  func answer(_ request: HTTPRequest) -> HTTPHandler.Outcome {
    if let reason = source.unreadyReason {
      return .response(failure(request, "admission is not ready: \(reason)", code: 503, started: .now))
    }
    let environment = AdmissionEnvironment(
      snapshot: source.snapshot, makeUUID: { UUID.random().description }, now: Timestamp.now())
    return proceed(request, environment, started: .now, round: 0)
  }

  private func proceed(
    _ request: HTTPRequest, _ environment: AdmissionEnvironment, started: ContinuousClock.Instant, round: Int
  ) -> HTTPHandler.Outcome {
    var environment = environment
    for round in round..<Self.mostRounds {
      let outcome = request.body.withUnsafeBytes { body in
        handler.answer(
          path: request.head.path, contentType: request.head.headers["content-type"] ?? "", body: body,
          environment: environment)
      }
      switch outcome {
      case .answer(let answer): return .response(finish(answer, request, started: started))
      case .needs(let references):
        if let found = source.cached(references) {
          environment.found.merge(found)
          continue
        }
        return .later { [environment] in
          await self.fetchAndProceed(references, request, environment, started: started, round: round + 1)
        }
      }
    }
    return .response(failure(request, "the object's references lead to too many others", started: started))
  }

  private func fetchAndProceed(
    _ references: [ObjectReference], _ request: HTTPRequest, _ environment: AdmissionEnvironment,
    started: ContinuousClock.Instant, round: Int
  ) async -> HTTPResponse {
    var environment = environment
    do {
      let found = try await withDeadline(started + Self.timeout(of: request.head)) {
        try await source.fetch(references)
      }
      environment.found.merge(found)
    } catch {
      logger.warning("look-up failed", metadata: ["path": "\(request.head.path)", "reason": "\("\(error)".forLog)"])
      return failure(request, "objects that the rules look up can't be read: \(error)", started: started)
    }
    switch proceed(request, environment, started: started, round: round) {
    case .response(let response): return response
    case .later(let next): return await next()
    }
  }

  /// The timeout that kube-apiserver adds as `?timeout=10s`, less a tenth for the way back.
  private static func timeout(of head: HTTPRequestHead) -> Duration {
    let parameters = (head.query ?? "").split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    let text = parameters.first { $0.first == "timeout" }?.last ?? ""
    let timeout = GoDuration(text)?.duration ?? defaultTimeout
    return min(timeout, longestTimeout) * 9 / 10
  }

  private func finish(_ answer: ReviewAnswer, _ request: HTTPRequest, started: ContinuousClock.Instant) -> HTTPResponse
  {
    let elapsed = (ContinuousClock.now - started).seconds
    metrics.observe(path: request.head.path, version: answer.version, decision: answer.decision, seconds: elapsed)
    logger.debug(
      "review",
      metadata: [
        "path": "\(request.head.path)", "version": "\(answer.version)", "uid": "\(answer.uid.forLog)",
        "verdict": "\(answer.decision)", "status": "\(answer.status)", "microseconds": "\(Int(elapsed * 1e6))",
      ])
    return HTTPResponse(status: answer.status, headers: .json, body: answer.body)
  }

  /// Refuses for a reason that lies with us: the API server then applies the webhook's failure policy.
  private func failure(
    _ request: HTTPRequest, _ message: String, code: Int = 500, started: ContinuousClock.Instant
  ) -> HTTPResponse {
    let elapsed = (ContinuousClock.now - started).seconds
    metrics.observe(path: request.head.path, version: "", decision: .failed, seconds: elapsed)
    let reason: StatusReason = code == 503 ? .serviceUnavailable : .internalError
    let status = Status.failure(reason, code: Int32(code), message: message)
    return HTTPResponse(status: code, headers: .json, body: status.jsonBytes())
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// Runs an operation, and cancels it when it is not done by then.
func withDeadline<Result: Sendable>(
  _ deadline: ContinuousClock.Instant, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(until: deadline, clock: .continuous)
      throw DeadlineExceeded()
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw DeadlineExceeded() }
    return result
  }
}

/// An operation took longer than its caller waits.
struct DeadlineExceeded: Error, CustomStringConvertible {
  var description: String { "no answer before the deadline" }
}
