/// Keys that wait to be worked on by one worker: each once however often it is added, failed ones again after a while.
actor WorkQueue<Key: Hashable & Sendable> {
  private var waiting: [Key] = []
  private var queued: Set<Key> = []
  private var failures: [Key: Int] = [:]
  private var delayed: [Key: (due: ContinuousClock.Instant, task: Task<Void, Never>)] = [:]
  private var isOpen = false
  private var isWorking = false
  private var isFinished = false
  private var worker: CheckedContinuation<Key?, Never>?
  private var closer: CheckedContinuation<Void, Never>?

  func add(_ keys: some Sequence<Key>) {
    for key in keys where !isFinished && queued.insert(key).inserted { waiting.append(key) }
    handOut()
  }

  /// Adds the key later, unless it is to be added sooner already.
  func add(_ key: Key, after delay: Duration) {
    let due = ContinuousClock.now + delay
    if isFinished || delayed[key].map({ $0.due <= due }) == true { return }
    delayed[key]?.task.cancel()
    let task = Task { [weak self] in
      guard (try? await Task.sleep(until: due, clock: .continuous)) != nil else { return }
      await self?.elapsed(key, due)
    }
    delayed[key] = (due, task)
  }

  private func elapsed(_ key: Key, _ due: ContinuousClock.Instant) {
    guard delayed[key]?.due == due else { return }
    delayed[key] = nil
    add(CollectionOfOne(key))
  }

  /// The next key; waits for one. Nil when the queue has been finished. The one before is done by this.
  func next() async -> Key? {
    isWorking = false
    closer?.resume()
    closer = nil
    if isFinished { return nil }
    return await withCheckedContinuation { continuation in
      worker = continuation
      handOut()
    }
  }

  private func handOut() {
    guard let worker, isOpen, !isFinished, !waiting.isEmpty else { return }
    let key = waiting.removeFirst()
    queued.remove(key)
    isWorking = true
    self.worker = nil
    worker.resume(returning: key)
  }

  func succeeded(_ key: Key) { failures[key] = nil }

  /// Puts the key in again after a pause that doubles with each failure, up to a minute.
  func failed(_ key: Key) {
    let count = failures[key, default: 0]
    failures[key] = count + 1
    add(key, after: Self.pause(after: count) * Double.random(in: 0.5...1))
  }

  static func pause(after failures: Int) -> Duration {
    min(.milliseconds(50) * (1 << min(failures, 12)), .seconds(60))
  }

  func open() {
    isOpen = true
    handOut()
  }

  /// Hands nothing out until it is opened again; returns when the key that is worked on is done.
  func close() async {
    isOpen = false
    guard isWorking else { return }
    await withCheckedContinuation { closer = $0 }
  }

  func finish() {
    isFinished = true
    worker?.resume(returning: nil)
    worker = nil
    for (_, entry) in delayed { entry.task.cancel() }
    delayed = [:]
    closer?.resume()
    closer = nil
  }
}
