import EmbeddedStore
import JSON
import Kube

/// When each event was seen last, and which are to go: those of the last hour stay, as on a cluster, as long as there
/// are not too many.
struct EventAges: Sendable {
  static let lifetime = Duration.seconds(3600)
  var mostEvents = 10_000

  private var moments: [ObjectKey: Timestamp] = [:]

  init(mostEvents: Int = 10_000) { self.mostEvents = mostEvents }

  mutating func observe(_ key: ObjectKey, _ event: JSONValue?) { moments[key] = event.map(Self.moment) }

  var isOverfull: Bool { moments.count > mostEvents }

  /// The oldest first. Where there are too many a tenth more go, so that not every further one is a reason to look.
  func due(_ now: Timestamp) -> [ObjectKey] {
    let surplus = isOverfull ? moments.count - mostEvents * 9 / 10 : 0
    let sorted = moments.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return sorted.enumerated().filter { $0.offset < surplus || $0.element.value + Self.lifetime <= now }.map(
      \.element.key)
  }

  /// How long until the next one is to go; nil when there are none.
  func pause(_ now: Timestamp) -> Duration? {
    moments.values.min().map { max($0 + Self.lifetime - now, .seconds(1)) }
  }

  /// The last of the moments that an event tells.
  static func moment(_ event: JSONValue) -> Timestamp {
    let texts = [
      event["lastTimestamp"], event["deprecatedLastTimestamp"], event["eventTime"],
      event.value(at: "series", "lastObservedTime"), event["firstTimestamp"],
      event.value(at: "metadata", "creationTimestamp"),
    ]
    return texts.compactMap { $0?.string.flatMap { Timestamp($0) } }.max() ?? Timestamp()
  }
}

/// Deletes events that are old, or too many.
actor EventExpiry: Controller {
  enum Key: Hashable, Sendable { case sweep }

  nonisolated let name = "event-expiry"
  nonisolated let collections: Set<String> = ["events"]
  private let context: ControllerContext
  private var ages: EventAges
  private var isScheduled = false

  init(_ context: ControllerContext, mostEvents: Int = 10_000) {
    self.context = context
    ages = EventAges(mostEvents: mostEvents)
  }

  func forget() {
    ages = EventAges(mostEvents: ages.mostEvents)
    isScheduled = false
  }

  func observe(_ change: Change) throws(Status) -> [Key] {
    ages.observe(change.object.key, change.kind == .removed ? nil : try change.object.tree())
    if isScheduled && !ages.isOverfull { return [] }
    isScheduled = true
    return [.sweep]
  }

  func reconcile(_ key: Key) async throws(Status) -> Duration? {
    let events = GroupVersionResource(version: "v1", resource: "events")
    for key in ages.due(context.now()) {
      do {
        try await context.objects.delete(events, namespace: key.namespace, name: key.name, options: .null)
      } catch  where error.code == 404 {}
    }
    let pause = ages.pause(context.now())
    isScheduled = pause != nil
    return pause
  }
}
