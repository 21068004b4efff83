import Synchronization

/// Keys that wait to be worked on by any number of workers: `WorkQueueState` on the real clock.
public final class WorkQueue<Key: Hashable & Sendable>: Sendable {
  private struct Shell {
    var state: WorkQueueState<Key>
    /// Those who wait for a key, in the order in which they came.
    var workers = ReadyKeys<Int>()
    var continuations: [Int: CheckedContinuation<Key?, Never>] = [:]
    var workerCount = 0
    /// Those who wait until nothing is worked on, or until the queue is over too.
    var idleWaiters: [(mustBeOver: Bool, continuation: CheckedContinuation<Void, Never>)] = []
    var timer: (due: Duration, task: Task<Void, Never>)?

    /// Gives keys to workers; what has to be resumed once the lock is free.
    mutating func handOut(now: Duration) -> [() -> Void] {
      var resumptions: [() -> Void] = []
      state.promote(now: now)
      while !continuations.isEmpty, let key = state.take(now: now) {
        guard let worker = nextWorker() else { break }
        resumptions.append { worker.resume(returning: key) }
      }
      if state.isOver {
        for worker in continuations.values { resumptions.append { worker.resume(returning: nil) } }
        continuations = [:]
      }
      if state.isIdle {
        let isOver = state.isOver
        for waiter in idleWaiters where isOver || !waiter.mustBeOver {
          resumptions.append { waiter.continuation.resume() }
        }
        idleWaiters.removeAll { isOver || !$0.mustBeOver }
      }
      return resumptions
    }

    private mutating func nextWorker() -> CheckedContinuation<Key?, Never>? {
      while let number = workers.removeFirst() {
        if let worker = continuations.removeValue(forKey: number) { return worker }
      }
      return nil
    }
  }

  private let shell: Mutex<Shell>

  /// - Parameter isPaused: hands nothing out before `resume`.
  public init(_ options: WorkQueueOptions = WorkQueueOptions(), isPaused: Bool = false) {
    var state = WorkQueueState<Key>(options)
    if isPaused { state.pause() }
    shell = Mutex(Shell(state: state))
  }

  deinit { shell.withLock { $0.timer?.task.cancel() } }

  // MARK: Adding

  public func add(_ key: Key) { change { $0.add(key, now: $1) } }

  public func add(_ keys: some Sequence<Key>) { change { state, now in for key in keys { state.add(key, now: now) } } }

  /// Adds a key later; of several such moments the earliest counts.
  public func add(_ key: Key, after delay: Duration) { change { $0.add(key, after: delay, now: $1) } }

  /// Adds a key after a pause that grows with each such call since `forget`.
  public func addBackingOff(_ key: Key) {
    change { $0.addBackingOff(key, jitter: .random(in: 0...1), now: $1) }
  }

  public func forget(_ key: Key) { change { state, _ in state.forget(key) } }

  public func failureCount(of key: Key) -> Int { shell.withLock { $0.state.failureCount(of: key) } }

  // MARK: Working

  /// The next key; waits for one. `done` must follow. Nil once no key will come, or when the task is cancelled.
  public func next() async -> Key? {
    let number = shell.withLock { shell in
      shell.workerCount += 1
      return shell.workerCount
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCancelled = shell.withLock { shell in
          if Task.isCancelled { return true }
          shell.continuations[number] = continuation
          shell.workers.append(number)
          return false
        }
        if isCancelled { return continuation.resume(returning: nil) }
        change { _, _ in }
      }
    } onCancel: {
      shell.withLock { $0.continuations.removeValue(forKey: number) }?.resume(returning: nil)
    }
  }

  /// The work on a key is done, and came to this.
  public func done(_ key: Key, _ result: WorkResult) {
    change { $0.done(key, result, jitter: .random(in: 0...1), now: $1) }
  }

  /// Works on keys, so many at a time, until the queue is over or the task is cancelled.
  public func work(workers: Int = 1, _ body: @escaping @Sendable (Key) async -> WorkResult) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(workers, 1) {
        group.addTask { while let key = await self.next() { self.done(key, await body(key)) } }
      }
    }
  }

  // MARK: Stopping

  /// Hands nothing out until `resume`; returns when nothing is worked on.
  public func pause() async {
    change { state, _ in state.pause() }
    await waitUntilIdle(mustBeOver: false)
  }

  public func resume() { change { state, _ in state.resume() } }

  /// Takes nothing more, and returns when everything that waited has been worked on.
  public func drain() async {
    change { state, _ in
      state.drain()
      state.resume()
    }
    await waitUntilIdle(mustBeOver: true)
  }

  /// Takes nothing more and hands nothing more out; what is worked on goes on.
  public func shutDown() { change { state, _ in state.shutDown() } }

  private func waitUntilIdle(mustBeOver: Bool) async {
    await withCheckedContinuation { continuation in
      shell.withLock { $0.idleWaiters.append((mustBeOver, continuation)) }
      change { _, _ in }
    }
  }

  // MARK: Looking in

  public var depth: Int { shell.withLock { $0.state.depth } }
  public var metrics: WorkQueueMetrics { shell.withLock { $0.state.metrics(now: MonotonicTime.now) } }

  /// Changes the state, and does what follows from it.
  private func change(_ body: (inout WorkQueueState<Key>, Duration) -> Void) {
    let resumptions = shell.withLock { shell in
      let now = MonotonicTime.now
      body(&shell.state, now)
      let resumptions = shell.handOut(now: now)
      arm(&shell)
      return resumptions
    }
    for resume in resumptions { resume() }
  }

  /// Keeps one timer, for the earliest key that is due later.
  private func arm(_ shell: inout Shell) {
    let due = shell.state.nextDue
    if shell.timer?.due == due { return }
    shell.timer?.task.cancel()
    shell.timer = due.map { due in
      let task = Task { [weak self] in
        guard (try? await MonotonicTime.sleep(until: due)) != nil else { return }
        self?.elapsed(due)
      }
      return (due, task)
    }
  }

  private func elapsed(_ due: Duration) {
    shell.withLock { if $0.timer?.due == due { $0.timer = nil } }
    change { _, _ in }
  }
}
