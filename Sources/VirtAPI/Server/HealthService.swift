import Synchronization
import Transport

/// Says whether requests should come here: not before everything was read, and not while going down.
final class HealthService: Sendable {
  private let source: any ObjectSource
  private let isDraining = Mutex(false)

  init(source: any ObjectSource) { self.source = source }

  func beginDraining() { isDraining.withLock { $0 = true } }

  var readiness: HTTPResponse {
    if isDraining.withLock({ $0 }) { return HTTPResponse(status: 503, text: "shutting down") }
    if let reason = source.unreadyReason { return HTTPResponse(status: 503, text: "not ready: \(reason)") }
    return HTTPResponse(status: 200, text: "ok")
  }
}
