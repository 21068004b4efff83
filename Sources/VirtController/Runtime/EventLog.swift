import KubeClient
import Logging

/// Writes events to the log.
public struct EventLog: EventRecording {
  private let logger: Logger

  public init(logger: Logger) { self.logger = logger }

  public func record(_ event: ObjectEvent, source: String) {
    logger.info(
      "\(event.message)",
      metadata: [
        "object": "\(event.subject.kind) \(event.subject.namespace)/\(event.subject.name)",
        "reason": "\(event.reason)",
      ])
  }
}
