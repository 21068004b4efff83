/// How fast a work queue hands failed keys out again. The defaults are those of client-go's controllers.
public struct WorkQueueOptions: Sendable, Hashable {
  /// Pauses of one key.
  public var backOff = BackOff(first: .milliseconds(5), longest: .seconds(1000))
  /// How many failed keys come back, of all together; nil for no limit.
  public var rate: TokenBucket.Limit? = TokenBucket.Limit(perSecond: 10, burst: 100)

  public init() {}

  public init(backOff: BackOff, rate: TokenBucket.Limit?) {
    self.backOff = backOff
    self.rate = rate
  }
}

/// What came of the work on a key.
public enum WorkResult: Sendable, Hashable {
  case finished
  /// Finished, and to be looked at again after this time.
  case again(after: Duration)
  /// Not looked at yet; to be looked at after this time. How often it failed is not forgotten.
  case postponed(by: Duration)
  /// To be tried again after a pause that grows with every failure in a row.
  case failed
  /// Decided on what others had changed in the meantime: to be tried again likewise, but that is no failure, and takes
  /// nothing from the rate of those.
  case overtaken
}

/// What a work queue tells about itself; the names of the metrics are those of Kubernetes' `workqueue_` families.
public struct WorkQueueMetrics: Sendable, Hashable {
  /// Keys added, each addition counted once until the key is handed out (`adds_total`).
  public var adds: UInt64
  /// Additions with back-off (`retries_total`).
  public var retries: UInt64
  /// Keys that wait for their turn (`depth`).
  public var depth: Int
  /// From being added to being handed out (`queue_duration_seconds`).
  public var waitDurations: DurationHistogram
  /// From being handed out to being done (`work_duration_seconds`).
  public var workDurations: DurationHistogram
  /// How long all present work has gone on, added up (`unfinished_work_seconds`).
  public var unfinishedWork: Duration
  /// How long the oldest present work has gone on (`longest_running_processor_seconds`).
  public var longestRunning: Duration
}
