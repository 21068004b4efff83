import CLinux
import Glibc
import Synchronization

/// Something a reactor watches through epoll; always called on the reactor's thread.
protocol EpollTarget: AnyObject {
  func ready(_ events: UInt32)
  func timerFired()
  /// The reactor watches nothing any more.
  func reactorEnds()
}

/// One thread with one epoll that owns the connections registered with it, and a task executor (SE-0417) whose jobs
/// run on that thread between events.
///
/// Everything except `enqueue`, `post`, `execute` and `isCurrent` belongs to the thread.
public final class Reactor: TaskExecutor, @unchecked Sendable {  // confined to its thread, see above
  private struct Inbox {
    var jobs: [UnownedJob] = []
    var closures: [@Sendable () -> Void] = []
    var isSignalled = false
    var isStopped = false
    /// After the end of the thread: whether some other thread runs the jobs just now.
    var hasRunner = false
  }

  private struct Slot {
    var target: (any EpollTarget)?
    var generation: UInt32 = 0
  }

  private let epoll: FileDescriptor
  private let wakeUp: FileDescriptor
  private let inbox = Mutex(Inbox())
  private let thread = Atomic<UInt>(0)

  private var slots: [Slot] = []
  private var localJobs: [UnownedJob] = []
  private var jobBatch: [UnownedJob] = []
  private var dirty: [Channel] = []
  private var readAgain: [Channel] = []
  private var closing: [Channel] = []
  private var timers = TimerQueue()
  private var timerActions: [UInt64: @Sendable () -> Void] = [:]
  private var nextTimer: UInt64 = 1

  /// The time at which the present round of events began.
  private(set) var now = MonotonicTime.now()
  /// Shared by all channels of this reactor: bytes live here only during one callback.
  let readBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  let writeBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 << 10, alignment: 16)
  /// The `date` field's value, remade once a second.
  private var dateSecond: Int = -1
  private var dateText: [UInt8] = []

  init() throws(TransportError) {
    epoll = FileDescriptor(clinux_epoll_create())
    wakeUp = FileDescriptor(clinux_eventfd())
    if epoll.raw < 0 || wakeUp.raw < 0 { throw .lastSystemError("epoll_create1") }
    if clinux_epoll_ctl(epoll.raw, EPOLL_CTL_ADD, wakeUp.raw, EPOLLIN.rawValue, UInt64.max) != 0 {
      throw .lastSystemError("epoll_ctl")
    }
  }

  deinit {
    readBuffer.deallocate()
    writeBuffer.deallocate()
  }

  // MARK: from any thread

  /// Whether the caller runs on this reactor's thread.
  public var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

  public func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    if isCurrent {
      localJobs.append(unowned)
      return
    }
    let (mustRun, mustWake) = inbox.withLock { box in
      box.jobs.append(unowned)
      if box.isStopped {
        defer { box.hasRunner = true }
        return (!box.hasRunner, false)
      }
      defer { box.isSignalled = true }
      return (false, !box.isSignalled)
    }
    if mustRun {
      // The job may release the last reference to this reactor, and the caller holds none.
      let kept = Unmanaged.passRetained(self)
      runAfterStop()
      kept.release()
    } else if mustWake {
      wake()
    }
  }

  /// Tasks must be able to finish after the end of the thread: whoever enqueues a job then runs it, still one at a
  /// time and with `isCurrent` true.
  private func runAfterStop() {
    thread.store(UInt(pthread_self()), ordering: .relaxed)
    while true {
      inbox.withLock { $0.isSignalled = true }
      takeInbox()
      runJobs()
      flushAndClose()
      if !localJobs.isEmpty { continue }
      let isDone = inbox.withLock { box in
        guard box.jobs.isEmpty else { return false }
        // Under the lock, so that the next runner's mark is not undone.
        thread.store(0, ordering: .relaxed)
        box.hasRunner = false
        return true
      }
      if isDone { return }
    }
  }

  /// Runs `body` on the reactor's thread in a later round; false when the reactor has stopped.
  @discardableResult
  func post(_ body: @escaping @Sendable () -> Void) -> Bool {
    let (isStopped, mustWake) = inbox.withLock { box in
      if box.isStopped { return (true, false) }
      box.closures.append(body)
      defer { box.isSignalled = true }
      return (false, !box.isSignalled)
    }
    if mustWake { wake() }
    return !isStopped
  }

  /// Runs `body` at once when on the reactor's thread, else posts it.
  func execute(_ body: @escaping @Sendable () -> Void) {
    if isCurrent { body() } else { post(body) }
  }

  private func wake() {
    var one: UInt64 = 1
    _ = write(wakeUp.raw, &one, 8)
  }

  // MARK: registration, on the thread

  /// Starts to watch `fd`; the returned generation guards against events of an earlier owner of the number.
  func register(_ fd: Int32, _ target: any EpollTarget, events: UInt32) throws(TransportError) -> UInt32 {
    let index = Int(fd)
    while slots.count <= index { slots.append(Slot()) }
    slots[index].generation &+= 1
    let generation = slots[index].generation
    if clinux_epoll_ctl(epoll.raw, EPOLL_CTL_ADD, fd, events, key(fd, generation)) != 0 {
      throw .lastSystemError("epoll_ctl")
    }
    slots[index].target = target
    return generation
  }

  func modify(_ fd: Int32, generation: UInt32, events: UInt32) {
    _ = clinux_epoll_ctl(epoll.raw, EPOLL_CTL_MOD, fd, events, key(fd, generation))
  }

  func unregister(_ fd: Int32) {
    // A channel may be closed before it was ever registered.
    guard Int(fd) < slots.count else { return }
    slots[Int(fd)].target = nil
    _ = clinux_epoll_ctl(epoll.raw, EPOLL_CTL_DEL, fd, 0, 0)
  }

  private func key(_ fd: Int32, _ generation: UInt32) -> UInt64 {
    // The top bit tells one-off timers from descriptors.
    UInt64(generation & 0x7fff_ffff) << 32 | UInt64(UInt32(bitPattern: fd))
  }

  private func target(of key: UInt64) -> (any EpollTarget)? {
    let index = Int(key & 0xffff_ffff)
    guard index < slots.count, UInt64(slots[index].generation & 0x7fff_ffff) == key >> 32 else { return nil }
    return slots[index].target
  }

  // MARK: timers, on the thread

  /// Calls the descriptor's `timerFired` at `time` or soon after.
  func scheduleTimer(_ time: MonotonicTime, fd: Int32, generation: UInt32) {
    timers.insert(.init(time: time, key: key(fd, generation)))
    if timers.count > timerLimit { compactTimers() }
  }

  /// When dead timers are looked for again.
  private var timerLimit = 4096

  private static let actionBit: UInt64 = 1 << 63

  /// Runs `action` once after `delay`; the result cancels it.
  @discardableResult
  func schedule(after delay: Duration, _ action: @escaping @Sendable () -> Void) -> UInt64 {
    let id = nextTimer
    nextTimer += 1
    timerActions[id] = action
    timers.insert(.init(time: MonotonicTime.now() + delay, key: Self.actionBit | id))
    if timers.count > timerLimit { compactTimers() }
    return id
  }

  func cancelTimer(_ id: UInt64) { timerActions[id] = nil }

  private func compactTimers() {
    timers.compact { entry in
      entry.key & Self.actionBit != 0
        ? timerActions[entry.key & ~Self.actionBit] != nil : target(of: entry.key) != nil
    }
    // Twice what is alive, so that the cost of looking is spread over as many insertions.
    timerLimit = max(4096, 2 * timers.count)
  }

  private func fireTimers() {
    while let entry = timers.popDue(at: now) {
      if entry.key & Self.actionBit != 0 {
        timerActions.removeValue(forKey: entry.key & ~Self.actionBit)?()
      } else {
        target(of: entry.key)?.timerFired()
      }
    }
  }

  // MARK: channels, on the thread

  /// Has the channel flushed once at the end of this round.
  func markDirty(_ channel: Channel) { dirty.append(channel) }
  /// Has the channel read once more in the next round although epoll may not report it.
  func markReadAgain(_ channel: Channel) { readAgain.append(channel) }
  /// Has the channel torn down at the end of this round, when no callback of it is on the stack.
  func markClosing(_ channel: Channel) { closing.append(channel) }

  /// The `date` header field's value (RFC 9110 section 6.6.1).
  func currentDate() -> [UInt8] {
    var seconds = time_t()
    time(&seconds)
    if seconds != dateSecond {
      dateSecond = seconds
      dateText = HTTPDate.format(seconds)
    }
    return dateText
  }

  // MARK: the loop

  /// Runs until `stop`.
  func run() {
    thread.store(UInt(pthread_self()), ordering: .relaxed)
    let capacity: Int32 = 256
    let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Int(capacity))
    defer { events.deallocate() }
    while !isStopping {
      let count = epoll_wait(epoll.raw, events, capacity, waitMilliseconds())
      now = MonotonicTime.now()
      for index in 0..<max(count, 0) {
        let key = clinux_epoll_key(events, index)
        if key == UInt64.max {
          // Before the inbox is looked at: a later read could swallow the wake-up of something not yet seen.
          var counter: UInt64 = 0
          _ = read(wakeUp.raw, &counter, 8)
          continue
        }
        target(of: key)?.ready(clinux_epoll_events(events, index))
      }
      if !readAgain.isEmpty {
        let batch = readAgain
        readAgain.removeAll(keepingCapacity: true)
        for channel in batch { channel.readAgain() }
      }
      takeInbox()
      fireTimers()
      runJobs()
      flushAndClose()
    }
    finish()
  }

  private func waitMilliseconds() -> Int32 {
    if !localJobs.isEmpty || !readAgain.isEmpty || !dirty.isEmpty || !closing.isEmpty { return 0 }
    guard let next = timers.next else { return -1 }
    let now = MonotonicTime.now()
    if next <= now { return 0 }
    return Int32(min((next.nanoseconds - now.nanoseconds) / 1_000_000 + 1, 3_600_000))
  }

  private func takeInbox() {
    var box = Inbox()
    let isSignalled = inbox.withLock { shared in
      if !shared.isSignalled { return false }
      swap(&box.jobs, &shared.jobs)
      swap(&box.closures, &shared.closures)
      shared.isSignalled = false
      return true
    }
    guard isSignalled else { return }
    for closure in box.closures { closure() }
    localJobs.append(contentsOf: box.jobs)
  }

  private func runJobs() {
    let executor = asUnownedTaskExecutor()
    // Bounded, so that tasks which keep yielding cannot starve the sockets.
    for _ in 0..<16 where !localJobs.isEmpty {
      swap(&localJobs, &jobBatch)
      for job in jobBatch { job.runSynchronously(on: executor) }
      jobBatch.removeAll(keepingCapacity: true)
    }
  }

  private func flushAndClose() {
    while !dirty.isEmpty || !closing.isEmpty {
      let batch = dirty
      dirty.removeAll(keepingCapacity: true)
      for channel in batch { channel.flush() }
      let ended = closing
      closing.removeAll(keepingCapacity: true)
      for channel in ended { channel.tearDown() }
    }
  }

  /// Ends the thread after the present round; open channels are closed.
  func stop() { isStopping = true }

  /// Whether `stop` was called: nothing new can be begun.
  private(set) var isStopping = false

  private func finish() {
    timerActions.removeAll()
    for slot in slots { slot.target?.reactorEnds() }
    flushAndClose()
    for index in slots.indices { slots[index].target = nil }
    while true {
      takeInbox()
      runJobs()
      flushAndClose()
      let isDone = inbox.withLock { box in
        guard box.jobs.isEmpty, box.closures.isEmpty, localJobs.isEmpty else { return false }
        thread.store(0, ordering: .relaxed)
        box.isStopped = true
        return true
      }
      if isDone { break }
    }
  }
}
