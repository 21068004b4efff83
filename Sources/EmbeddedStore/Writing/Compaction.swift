/// How far a compaction goes.
enum CompactionGoal: Sendable {
  /// What the options say.
  case policy
  /// Everything before a revision.
  case before(Revision)
  /// All but the fewest changes that watchers need, to get space.
  case fullDisk

  /// The revision up to which the log is to be dropped; nil when it is short enough.
  func target(_ progress: StoreWriter.Progress, _ history: StoreOptions.History, old: Revision?) -> Revision? {
    let last = progress.revision.value
    func keeping(_ changes: Int) -> UInt64 { last > UInt64(max(0, changes)) ? last - UInt64(max(0, changes)) : 0 }
    let target: UInt64
    switch self {
    case .before(let revision): target = min(revision.value, last)
    case .fullDisk: target = keeping(history.minimumChanges)
    case .policy:
      let byAge = min(old?.value ?? 0, keeping(history.minimumChanges))
      let byCount = keeping(max(history.minimumChanges, history.maximumChanges))
      // Sizes differ, so the part that is too much by the average goes first, and then it is looked at again.
      let bytes = progress.historyBytes ?? 0
      let excess = Double(max(0, bytes - history.maximumBytes)) / Double(max(1, bytes))
      let length = last - min(progress.floor.value, last)
      let byBytes = excess > 0 ? min(last, progress.floor.value + max(1, UInt64(Double(length) * excess))) : 0
      target = max(byAge, byCount, byBytes)
    }
    return target > progress.floor.value ? Revision(target) : nil
  }
}

/// Drops versions that no moment after the floor shows: those that changes up to the floor replaced, and removals.
struct Compaction {
  /// The most entries of the log a transaction, and about the most bytes of objects: commits wait for no more, and a
  /// disk that is nearly full has room for what it writes.
  private static let entries = 256
  private static let bytes = 1 << 20
  private let statements: WriteStatements

  init(_ statements: WriteStatements) { self.statements = statements }

  struct Step {
    var floor: Revision
    /// How many bytes of objects were dropped.
    var bytes: Int
  }

  /// One batch, in a transaction of its own. The caller rolls back when it throws.
  func step(from progress: StoreWriter.Progress, through target: Revision) throws(StoreError) -> Step {
    try statements.run("BEGIN IMMEDIATE")
    let entries = try statements.oldEntries(after: progress.floor, through: target, limit: Self.entries)
    var floor = entries.count < Self.entries ? target : progress.floor
    var bytes = 0
    for entry in entries {
      if let previous = entry.previous { bytes += try statements.drop(previous) }
      if entry.isRemoval { bytes += try statements.drop(entry.revision) }
      floor = max(floor, entry.revision)
      if bytes > Self.bytes {
        floor = entry.revision
        break
      }
    }
    // A dropped removal may have had the highest revision: it must not be given again.
    try statements.set(floor: floor, least: progress.revision)
    try statements.run("COMMIT")
    return Step(floor: floor, bytes: bytes)
  }

  /// Gives free pages back to the file system when they are many, a few in each transaction: those at the end of the
  /// file cost nothing, and for others pages are moved.
  func releasePages() throws(StoreError) {
    let free = try Connection.integer("PRAGMA freelist_count", on: statements.connection)
    let all = try Connection.integer("PRAGMA page_count", on: statements.connection)
    guard free > 256, free * 4 > all else { return }
    for _ in 0..<min(free / 256, 16) {
      do {
        try statements.run("PRAGMA incremental_vacuum(128)")
      } catch  where error.isFull {
        // The pages stay free in the file, which is as good for what comes next.
        return
      }
    }
  }
}

/// What the revision was at which time, as far as it matters for the age of the log.
struct RevisionSamples {
  private var samples: [(time: ContinuousClock.Instant, revision: Revision)]

  init(first: Revision, at time: ContinuousClock.Instant) { samples = [(time, first)] }

  /// Notes a revision, at most once in a hundredth of the age that matters.
  mutating func note(_ revision: Revision, at time: ContinuousClock.Instant, keeping age: Duration) {
    if let last = samples.last, time - last.time < age / 100, age > .zero { return }
    samples.append((time, revision))
    if let lastOld = samples.lastIndex(where: { $0.time <= time - age }), lastOld > 0 {
      samples.removeSubrange(..<lastOld)
    }
  }

  /// The last revision that is known to be from before a time.
  func revision(before time: ContinuousClock.Instant) -> Revision? {
    samples.last { $0.time <= time }?.revision
  }
}
