import Admission
import JSON
import Kube
import Logging
import Transport
import VirtTypes

/// Answers conversion reviews: the thin shell around `Conversion`.
struct ConversionService: Sendable {
  /// The path that the CRDs name.
  static let path = "/convert"
  /// One review holds a whole list, which an API server does not cut into parts.
  static let bodyLimit = 64 << 20
  /// A longer body is converted away from the reactor, whose other requests would have to wait.
  private static let reactorBytes = 256 << 10

  let metrics: AdmissionMetrics
  let logger: Logger

  func answer(_ request: HTTPRequest) -> HTTPHandler.Outcome {
    if request.body.count <= Self.reactorBytes { return .response(convert(request)) }
    return .later { await Task.detached { convert(request) }.value }
  }

  private func convert(_ request: HTTPRequest) -> HTTPResponse {
    let started = ContinuousClock.now
    let result = request.body.withUnsafeBytes { body in
      Result { () throws(ReviewError) in
        let review = try ConversionReview(body: body)
        return (review.answer(in: body), review.apiVersion)
      }
    }
    switch result {
    case .success(let (answer, apiVersion)):
      if case .failure(let status) = answer.result {
        logger.warning("conversion failed", metadata: ["reason": "\(status.message.forLog)"])
        finish(started, .failed)
      } else {
        finish(started, .allowed)
      }
      return HTTPResponse(status: 200, headers: .json, body: answer.reviewBytes(apiVersion: apiVersion))
    case .failure(let error):
      finish(started, .malformed)
      let status = Status.failure(.badRequest, code: 400, message: error.description)
      return HTTPResponse(status: 400, headers: .json, body: status.jsonBytes())
    }
  }

  private func finish(_ started: ContinuousClock.Instant, _ decision: ReviewAnswer.Decision) {
    metrics.observe(path: Self.path, version: "", decision: decision, seconds: (ContinuousClock.now - started).seconds)
  }
}
