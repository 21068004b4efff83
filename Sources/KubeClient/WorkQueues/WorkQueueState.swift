/// Which keys wait to be worked on, which are worked on, and which come back later: a queue as a value.
///
/// A key waits at most once, however often it is added. It is never handed out while it is worked on; added then, it
/// waits again once that is done. `now` is the time on a clock that never goes back, since whatever beginning.
public struct WorkQueueState<Key: Hashable & Sendable>: Sendable {
  private enum Phase { case open, draining, shut }

  private let options: WorkQueueOptions
  private var phase = Phase.open
  private var isPaused = false

  private var ready = ReadyKeys<Key>()
  /// When each key that waits, or waits for the end of its present work, was added.
  private var wanted: [Key: Duration] = [:]
  /// When the work on each key began.
  private var working: [Key: Duration] = [:]
  private var delayed = DelayedKeys<Key>()
  private var failures: [Key: Int] = [:]
  private var rate: TokenBucket?

  private var adds: UInt64 = 0
  private var retries: UInt64 = 0
  private var waitDurations = DurationHistogram(bounds: DurationHistogram.workQueueBounds)
  private var workDurations = DurationHistogram(bounds: DurationHistogram.workQueueBounds)

  public init(_ options: WorkQueueOptions = WorkQueueOptions()) { self.options = options }

  // MARK: Adding

  /// Adds a key, to be handed out as soon as its turn comes.
  public mutating func add(_ key: Key, now: Duration) {
    guard phase == .open, wanted[key] == nil else { return }
    adds += 1
    wanted[key] = now
    if working[key] == nil { ready.append(key) }
  }

  /// Adds a key later; of several such moments the earliest counts.
  public mutating func add(_ key: Key, after delay: Duration, now: Duration) {
    guard phase == .open else { return }
    if delay <= .zero { return add(key, now: now) }
    delayed.add(key, due: now + delay)
  }

  /// Adds a key after a pause that grows with each such call since `forget`, and that keeps the rate of all of them.
  ///
  /// - Parameters:
  ///   - jitter: a random number, 0...1.
  ///   - isLimited: whether it counts for the rate, and waits for it.
  /// - Returns: the pause.
  @discardableResult
  public mutating func addBackingOff(
    _ key: Key, jitter: Double, isLimited: Bool = true, now: Duration
  ) -> Duration {
    guard phase == .open else { return .zero }
    retries += 1
    failures[key, default: 0] += 1
    var delay = options.backOff.delay(afterFailures: failures[key] ?? 1, jitter: jitter)
    if isLimited, let limit = options.rate {
      var bucket = rate ?? TokenBucket(limit, now: now)
      delay = max(delay, bucket.reserve(now: now))
      rate = bucket
    }
    add(key, after: delay, now: now)
    return delay
  }

  /// Forgets the failures of a key, so that its next pause is the shortest.
  public mutating func forget(_ key: Key) { failures[key] = nil }

  /// How often in a row the key was added with back-off.
  public func failureCount(of key: Key) -> Int { failures[key] ?? 0 }

  // MARK: Working

  /// Lets keys that are due wait for their turn.
  public mutating func promote(now: Duration) {
    while let key = delayed.removeFirst(dueBy: now) { add(key, now: now) }
  }

  /// The key whose turn it is; nil when there is none, or the queue is paused. `done` must follow.
  public mutating func take(now: Duration) -> Key? {
    promote(now: now)
    guard !isPaused, phase != .shut, let key = ready.removeFirst() else { return nil }
    waitDurations.observe(now - (wanted.removeValue(forKey: key) ?? now))
    working[key] = now
    return key
  }

  /// The work on a key is done.
  public mutating func done(_ key: Key, now: Duration) {
    guard let began = working.removeValue(forKey: key) else { return }
    workDurations.observe(now - began)
    if wanted[key] != nil { ready.append(key) }
  }

  /// The work on a key is done, and came to this.
  public mutating func done(_ key: Key, _ result: WorkResult, jitter: Double, now: Duration) {
    switch result {
    case .finished: forget(key)
    case .again(let delay):
      forget(key)
      add(key, after: delay, now: now)
    case .postponed(let delay): add(key, after: delay, now: now)
    case .failed: addBackingOff(key, jitter: jitter, now: now)
    case .overtaken: addBackingOff(key, jitter: jitter, isLimited: false, now: now)
    }
    done(key, now: now)
  }

  // MARK: Stopping

  /// Hands nothing out until `resume`.
  public mutating func pause() { isPaused = true }
  public mutating func resume() { isPaused = false }

  /// Takes nothing more, but hands out what waits; what was to come later is dropped.
  public mutating func drain() {
    guard phase == .open else { return }
    phase = .draining
    delayed = DelayedKeys()
  }

  /// Takes nothing more and hands nothing more out.
  public mutating func shutDown() {
    phase = .shut
    ready = ReadyKeys()
    delayed = DelayedKeys()
    wanted = [:]
  }

  /// Whether no key will ever be handed out again.
  public var isOver: Bool {
    switch phase {
    case .open: false
    case .draining: wanted.isEmpty
    case .shut: true
    }
  }

  /// Whether nothing is worked on.
  public var isIdle: Bool { working.isEmpty }

  // MARK: Looking in

  /// When `take` may bring something that it does not bring now; nil when time alone changes nothing.
  public var nextDue: Duration? { delayed.nextDue }

  /// How many keys wait for their turn.
  public var depth: Int { ready.count }
  /// How many keys are to be added later.
  public var delayedCount: Int { delayed.count }

  public func metrics(now: Duration) -> WorkQueueMetrics {
    let running = working.values.map { now - $0 }
    return WorkQueueMetrics(
      adds: adds, retries: retries, depth: depth, waitDurations: waitDurations, workDurations: workDurations,
      unfinishedWork: running.reduce(.zero, +), longestRunning: running.max() ?? .zero)
  }
}
