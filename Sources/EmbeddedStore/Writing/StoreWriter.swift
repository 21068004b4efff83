import GRDB
import Synchronization

/// The one that writes: on its connection's own serial queue, never on a caller's thread. Commits that wait are carried
/// out together in one transaction and cost one sync of the disk (group commit).
///
/// Unchecked: `statements` and `progress` are touched on the connection's queue only.
final class StoreWriter: @unchecked Sendable {
  typealias Answer = Result<[ObjectVersion], StoreError>

  /// Something that waits for its turn.
  private enum Job: Sendable {
    case commit([Write], CheckedContinuation<Answer, Never>)
    case compact(CompactionGoal, CheckedContinuation<Result<Void, StoreError>, Never>?)
  }

  private struct Queue {
    var jobs: [Job] = []
    var isRunning = false
    var isClosed = false
  }

  /// What the writer knows of the store's contents.
  struct Progress: Sendable {
    var revision: Revision
    var floor: Revision
    var objects: Int
    /// Bytes of replaced and removed objects; nil until they were counted, by the first compaction.
    var historyBytes: Int?
    var lastFull: String?
  }

  private let path: String
  private let database: DatabaseQueue
  private let feed: ChangeFeed
  private let options: StoreOptions
  private let reserve: SpaceReserve
  private let queue = Mutex(Queue())
  private let published: Mutex<Progress>
  private let samples: Mutex<RevisionSamples>

  private var statements: WriteStatements?
  private var progress: Progress {
    didSet {
      let progress = progress
      published.withLock { $0 = progress }
    }
  }

  init(
    path: String, database: DatabaseQueue, contents: StoreFile.Contents, feed: ChangeFeed, options: StoreOptions,
    reserve: SpaceReserve
  ) {
    self.path = path
    self.database = database
    self.feed = feed
    self.options = options
    self.reserve = reserve
    progress = Progress(revision: contents.revision, floor: contents.floor, objects: contents.objects)
    published = Mutex(progress)
    samples = Mutex(RevisionSamples(first: contents.revision, at: .now))
  }

  /// What was true after the last transaction.
  var state: Progress { published.withLock { $0 } }

  func commit(_ writes: [Write]) async -> Answer {
    await withCheckedContinuation { continuation in
      if !enqueue(.commit(writes, continuation)) { continuation.resume(returning: .failure(.closed)) }
    }
  }

  func compact(_ goal: CompactionGoal) async throws(StoreError) {
    let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
      if !enqueue(.compact(goal, continuation)) { continuation.resume(returning: .failure(.closed)) }
    }
    try result.get()
  }

  /// Compacts some time soon.
  func compactLater(_ goal: CompactionGoal) { _ = enqueue(.compact(goal, nil)) }

  /// Finishes what waits, brings the file up to date with its log and closes it.
  func close() {
    let isFirst = queue.withLock { queue in
      defer { queue.isClosed = true }
      return !queue.isClosed
    }
    guard isFirst else { return }
    database.writeWithoutTransaction { _ in
      // Without it the log is read at the next start.
      try? statements?.run("PRAGMA wal_checkpoint(TRUNCATE)")
      statements = nil
    }
    try? database.close()
  }

  private func enqueue(_ job: Job) -> Bool {
    let (accepted, starts) = queue.withLock { queue in
      guard !queue.isClosed else { return (false, false) }
      queue.jobs.append(job)
      defer { queue.isRunning = true }
      return (true, !queue.isRunning)
    }
    if starts { database.asyncWriteWithoutTransaction { [self] database in drain(database) } }
    return accepted
  }

  // MARK: on the connection's queue

  private func drain(_ database: Database) {
    while true {
      let jobs = queue.withLock { queue in
        defer { queue.jobs = [] }
        if queue.jobs.isEmpty { queue.isRunning = false }
        return queue.jobs
      }
      if jobs.isEmpty { return }
      var commits: [Commit] = []
      var rest: [Job] = []
      for job in jobs {
        if case .commit(let writes, let continuation) = job {
          commits.append(Commit(writes: writes, continuation: continuation))
        } else {
          rest.append(job)
        }
      }
      let result = Result { () throws(StoreError) in try prepared(database) }
      switch result {
      case .success(let statements):
        if !commits.isEmpty { carryOut(commits, statements) }
        for job in rest { carryOut(job, statements) }
      case .failure(let error):
        for commit in commits { commit.continuation.resume(returning: .failure(error)) }
        for job in rest { answer(job, .failure(error)) }
      }
    }
  }

  private struct Commit {
    var writes: [Write]
    var continuation: CheckedContinuation<Answer, Never>

    var onlyRemoves: Bool {
      writes.allSatisfy { if case .remove = $0.operation { true } else { false } }
    }
  }

  private func prepared(_ database: Database) throws(StoreError) -> WriteStatements {
    if let statements { return statements }
    let made = try WriteStatements(Connection.handle(database))
    statements = made
    return made
  }

  private func carryOut(_ commits: [Commit], _ statements: WriteStatements) {
    do {
      try carryOutTogether(commits, statements)
    } catch  where error.isFull && commits.count > 1 {
      // One that needs much must not keep others from what little there is.
      for commit in commits { carryOut([commit], statements) }
    } catch  where error.isFull {
      makeSpace(for: commits, statements, after: error)
    } catch {
      for commit in commits { commit.continuation.resume(returning: .failure(error)) }
    }
  }

  /// One transaction; when it throws, nothing was written and nobody was answered.
  private func carryOutTogether(_ commits: [Commit], _ statements: WriteStatements) throws(StoreError) {
    var answers: [Answer] = []
    var changes: [Change] = []
    var next = progress
    do {
      var transaction = try Transaction(statements, after: progress.revision)
      for commit in commits {
        do {
          answers.append(.success(try transaction.apply(commit.writes)))
        } catch  where !error.isOfStorage {
          answers.append(.failure(error))
        }
      }
      try transaction.commit()
      changes = transaction.changes
      next.revision = transaction.revision
      next.objects += transaction.objects
      next.historyBytes = next.historyBytes.map { $0 + transaction.historyBytes }
      next.lastFull = nil
    } catch {
      statements.rollBack()
      throw error
    }
    progress = next
    let waiters = feed.publish(changes)
    for (commit, answer) in zip(commits, answers) { commit.continuation.resume(returning: answer) }
    for waiter in waiters { waiter.resume() }
  }

  /// Tries once more after the log was emptied into the file, and a removal once more with the reserve given up.
  private func makeSpace(for commits: [Commit], _ statements: WriteStatements, after error: StoreError) {
    var error = error
    for attempt in 0..<2 {
      if attempt == 1 {
        guard commits.allSatisfy(\.onlyRemoves), reserve.give() else { break }
      }
      try? statements.run("PRAGMA wal_checkpoint(TRUNCATE)")
      do throws(StoreError) {
        try carryOutTogether(commits, statements)
        if attempt == 1 { compactLater(.fullDisk) }
        return
      } catch let again {
        error = again
      }
      if !error.isFull { break }
    }
    if case .full(let text) = error { progress.lastFull = text }
    for commit in commits { commit.continuation.resume(returning: .failure(error)) }
  }

  private func carryOut(_ job: Job, _ statements: WriteStatements) {
    switch job {
    case .commit: break
    case .compact(let goal, _):
      answer(job, Result { () throws(StoreError) in try compact(goal, statements) })
    }
  }

  private func answer(_ job: Job, _ result: Result<Void, StoreError>) {
    switch job {
    case .commit: break
    case .compact(_, let continuation): continuation?.resume(returning: result)
    }
  }

  /// Drops one batch of the log, and asks for the next one behind the commits that came meanwhile.
  private func compact(_ goal: CompactionGoal, _ statements: WriteStatements) throws(StoreError) {
    if progress.historyBytes == nil { progress.historyBytes = try statements.historyBytes() }
    samples.withLock { $0.note(progress.revision, at: .now, keeping: options.history.age) }
    reserve.take()
    let compaction = Compaction(statements)
    while true {
      let old = samples.withLock { $0.revision(before: .now - options.history.age) }
      guard let target = goal.target(progress, options.history, old: old) else { break }
      let step: Compaction.Step
      do {
        step = try compaction.step(from: progress, through: target)
      } catch {
        statements.rollBack()
        if error.isFull, reserve.give() {
          try? statements.run("PRAGMA wal_checkpoint(TRUNCATE)")
          continue
        }
        throw error
      }
      progress.floor = step.floor
      progress.historyBytes = progress.historyBytes.map { max(0, $0 - step.bytes) }
      // Commits do not wait for the rest of it.
      if queue.withLock({ !$0.jobs.isEmpty }) {
        serveWaitingCommits(statements)
      }
    }
    try compaction.releasePages()
  }

  private func serveWaitingCommits(_ statements: WriteStatements) {
    let commits = queue.withLock { queue in
      var commits: [Commit] = []
      queue.jobs.removeAll { job in
        guard case .commit(let writes, let continuation) = job else { return false }
        commits.append(Commit(writes: writes, continuation: continuation))
        return true
      }
      return commits
    }
    if !commits.isEmpty { carryOut(commits, statements) }
  }
}
