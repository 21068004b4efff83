import JSON
import Kube

/// Keeps events from flooding the API server, by the rules and numbers of client-go's correlator.
///
/// The same event again counts up the one that there is. Of events that differ in their message only, those from the
/// tenth message on within ten minutes become one that is counted. An object of which too much is told is told of no
/// more for a while.
public struct EventCorrelator: Sendable {
  public struct Options: Sendable, Hashable {
    /// From so many different messages on similar events are combined.
    public var similarLimit = 10
    /// Similar events that are further apart than this have nothing to do with each other.
    public var similarWindow = Duration.seconds(600)
    /// How much is told of one object by one source.
    public var spamLimit = TokenBucket.Limit(perSecond: 1 / 300, burst: 25)
    /// How many objects and events are remembered at most.
    public var memory = 4096

    public init() {}
  }

  /// How an event is told.
  public enum Telling: Sendable, Hashable {
    case create(JSONValue)
    /// A merge patch of the one that there is; when that is gone, the whole is to be created instead.
    case count(namespace: String, name: String, patch: JSONValue, whole: JSONValue)
  }

  /// Everything of an event but its message, and of its subject's versions.
  private struct Similarity: Hashable {
    var source: EventSource
    var apiVersion: String
    var kind: String
    var namespace: String
    var name: String
    var uid: String
    var severity: ObjectEvent.Severity
    var reason: String

    init(_ event: ObjectEvent, _ source: EventSource) {
      self.source = source
      apiVersion = event.subject.apiVersion
      kind = event.subject.kind
      namespace = event.subject.namespace
      name = event.subject.name
      uid = event.subject.uid
      severity = event.severity
      reason = event.reason
    }
  }

  private struct Sameness: Hashable {
    var similarity: Similarity
    /// Nil for the one that combines similar ones.
    var message: String?
  }

  private struct Told {
    var name: String
    var count: Int
    var first: Timestamp
  }

  private struct Recent {
    var messages: Set<String> = []
    var last: Timestamp
  }

  private struct Spammer: Hashable {
    var source: EventSource
    var kind: String
    var namespace: String
    var name: String
    var uid: String
  }

  private let options: Options
  private var recent: BoundedMemory<Similarity, Recent>
  private var told: BoundedMemory<Sameness, Told>
  private var buckets: BoundedMemory<Spammer, TokenBucket>

  public init(options: Options = Options()) {
    self.options = options
    recent = BoundedMemory(limit: options.memory)
    told = BoundedMemory(limit: options.memory)
    buckets = BoundedMemory(limit: options.memory)
  }

  /// How to tell of an event; nil when it is one too many.
  public mutating func tell(_ event: ObjectEvent, from source: EventSource, now: Timestamp) -> Telling? {
    let similarity = Similarity(event, source)
    var event = event
    let isCombined = combines(similarity, event.message, now)
    let sameness = Sameness(similarity: similarity, message: isCombined ? nil : event.message)
    if isCombined { event.message = "(combined from similar events): " + event.message }

    var known = told[sameness] ?? Told(name: event.name(at: now), count: 0, first: now)
    known.count += 1
    guard mayTell(event, source, now) else {
      // Counted all the same, so that the next one that is told says how many there were.
      if known.count > 1 { told[sameness] = known }
      return nil
    }
    told[sameness] = known
    let whole = event.object(name: known.name, source: source, count: known.count, first: known.first, last: now)
    if known.count == 1 { return .create(whole) }
    let patch: JSONValue = [
      "count": .number(JSONNumber(Int64(known.count))), "lastTimestamp": .string(now.text),
      "message": .string(event.message),
    ]
    return .count(namespace: event.namespace, name: known.name, patch: patch, whole: whole)
  }

  private mutating func combines(_ similarity: Similarity, _ message: String, _ now: Timestamp) -> Bool {
    var entry = recent[similarity] ?? Recent(last: now)
    if now - entry.last > options.similarWindow { entry.messages = [] }
    entry.last = now
    defer { recent[similarity] = entry }
    entry.messages.insert(message)
    guard entry.messages.count >= options.similarLimit else { return false }
    // One is let go, so that the set does not grow.
    if let other = entry.messages.first(where: { $0 != message }) { entry.messages.remove(other) }
    return true
  }

  private mutating func mayTell(_ event: ObjectEvent, _ source: EventSource, _ now: Timestamp) -> Bool {
    let subject = event.subject
    let spammer = Spammer(
      source: source, kind: subject.kind, namespace: subject.namespace, name: subject.name, uid: subject.uid)
    let time = now - Timestamp()
    var bucket = buckets[spammer] ?? TokenBucket(options.spamLimit, now: time)
    defer { buckets[spammer] = bucket }
    return bucket.take(now: time)
  }
}
