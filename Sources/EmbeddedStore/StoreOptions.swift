/// How a store keeps its history, and what it costs.
public struct StoreOptions: Sendable {
  /// How much of the change log is kept for watchers that come back.
  public struct History: Sendable {
    /// Changes younger than this stay, unless there are too many.
    public var age: Duration
    /// So many of the last changes stay, however old they are.
    public var minimumChanges: Int
    /// No more changes than this stay, however young they are.
    public var maximumChanges: Int
    /// No more bytes of replaced and removed objects than this stay.
    public var maximumBytes: Int

    public init(
      age: Duration = .seconds(600), minimumChanges: Int = 1_000, maximumChanges: Int = 100_000,
      maximumBytes: Int = 128 << 20
    ) {
      self.age = age
      self.minimumChanges = minimumChanges
      self.maximumChanges = maximumChanges
      self.maximumBytes = maximumBytes
    }
  }

  /// When opening reads the whole file to find damage.
  public enum Check: Sendable {
    case always
    /// Only when the last process did not close the store.
    case afterUncleanEnd
    case never
  }

  public var history: History
  public var check: Check
  /// How often the log is compacted; nil leaves it to `compact()`.
  public var compactionInterval: Duration?
  /// The last changes kept in memory for watchers: no more than so many, and no more bytes of objects than that.
  public var recentChanges: Int
  public var recentBytes: Int
  /// A file of this many bytes beside the database that is given up when the disk is full, so that objects can still be
  /// removed; no less than 4 MiB, which empties the write-ahead log, or 0 for none.
  public var reserveBytes: Int
  /// The most pages of 4096 bytes that the database may have; for tests of a full disk.
  public var pageLimit: Int?
  /// Whether a commit returns only when it would survive a loss of power.
  var waitsForDisk = true

  public init(
    history: History = History(), check: Check = .afterUncleanEnd, compactionInterval: Duration? = .seconds(10),
    recentChanges: Int = 4_096, recentBytes: Int = 4 << 20, reserveBytes: Int = 4 << 20
  ) {
    self.history = history
    self.check = check
    self.compactionInterval = compactionInterval
    self.recentChanges = recentChanges
    self.recentBytes = recentBytes
    self.reserveBytes = reserveBytes
  }
}
