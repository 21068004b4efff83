import JSON
import Kube
import Logging
import Synchronization

/// Tells users of what happens to objects, by Events: `EventCorrelator` on the real clock and a real API server.
///
/// Recording never waits and never fails: when more comes than the API server takes, events are dropped.
public final class EventRecorder: Sendable {
  private struct Recorded: Sendable {
    var event: ObjectEvent
    var source: EventSource
    var time: Timestamp
  }

  private let client: KubernetesClient
  private let logger: Logger
  private let queue: AsyncStream<Recorded>
  private let intake: AsyncStream<Recorded>.Continuation
  private let dropped = Mutex<UInt64>(0)
  private let backOff: BackOff
  private static let resource = GroupVersionResource(version: "v1", resource: "events")
  /// How often an event is tried when the API server does not answer.
  private static let attempts = 12

  /// - Parameters:
  ///   - capacity: how many events wait at most.
  ///   - backOff: between attempts when the API server does not answer.
  public init(
    _ client: KubernetesClient, capacity: Int = 1000,
    backOff: BackOff = BackOff(first: .seconds(1), longest: .seconds(10)), logger: Logger
  ) {
    self.client = client
    self.backOff = backOff
    self.logger = logger
    (queue, intake) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(max(capacity, 1)))
  }

  /// How many events were dropped because too many waited.
  public var droppedCount: UInt64 { dropped.withLock { $0 } }

  /// Has an event told when there is time for it.
  public func record(_ event: ObjectEvent, from source: EventSource) {
    if case .dropped = intake.yield(Recorded(event: event, source: source, time: .now())) {
      dropped.withLock { $0 += 1 }
    }
  }

  /// Takes no more events; `run` returns once those that wait have been told.
  public func finish() { intake.finish() }

  /// Tells events until the task is cancelled or the recorder finished; to be called once.
  public func run() async {
    var correlator = EventCorrelator()
    for await recorded in queue {
      if let telling = correlator.tell(recorded.event, from: recorded.source, now: recorded.time) {
        await tell(telling)
      }
      if Task.isCancelled { return }
    }
  }

  private func tell(_ telling: EventCorrelator.Telling) async {
    for attempt in 1...Self.attempts {
      switch await send(telling) {
      case .success: return
      case .failure(let error) where error.isWorthRetrying && attempt < Self.attempts && !Task.isCancelled:
        let pause = max(
          backOff.delay(afterFailures: attempt, jitter: .random(in: 0...1)), error.retryAfter ?? .zero)
        guard (try? await Task.sleep(for: pause)) != nil else { return }
      case .failure(let error):
        return logger.info("event not written", metadata: ["reason": "\(error)"])
      }
    }
  }

  private func send(_ telling: EventCorrelator.Telling) async -> WriteOutcome {
    switch telling {
    case .create(let event): return await create(event)
    case .count(let namespace, let name, let patch, let whole):
      let path = ResourcePath(Self.resource, namespace: namespace, name: name)
      let outcome = await client.perform(ObjectWrite(path, .patch(.merge(patch))))
      // Events live for an hour only.
      if case .failure(let error) = outcome, error.isNotFound { return await create(whole) }
      return outcome
    }
  }

  private func create(_ event: JSONValue) async -> WriteOutcome {
    let namespace = event.value(at: "metadata", "namespace")?.string
    return await client.perform(ObjectWrite(ResourcePath(Self.resource, namespace: namespace), .create(event)))
  }
}

extension KubernetesError {
  /// Whether the same request may be answered otherwise soon: there was no answer, or the server says that it is busy.
  fileprivate var isWorthRetrying: Bool { code == 0 || code == 429 || code >= 500 }
}
