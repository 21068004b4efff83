import Testing
import TestSupport

@testable import KubeClient

/// A work queue in virtual time.
@Suite struct WorkQueueStateTests {
  private let options = WorkQueueOptions(
    backOff: BackOff(first: .milliseconds(5), longest: .seconds(1000), randomPart: 0), rate: nil)

  private func at(_ seconds: Double) -> Duration { .seconds(seconds) }

  private func takeAll(_ queue: inout WorkQueueState<String>, _ now: Duration) -> [String] {
    var keys: [String] = []
    while let key = queue.take(now: now) { keys.append(key) }
    return keys
  }

  @Test func handsOutEachKeyOnceInTheOrderOfTheirComing() {
    var queue = WorkQueueState<String>(options)
    for key in ["b", "a", "b", "c", "a"] { queue.add(key, now: .zero) }
    #expect(queue.depth == 3)
    #expect(takeAll(&queue, .zero) == ["b", "a", "c"])
    #expect(queue.depth == 0)
  }

  @Test func handsOutAKeyAgainOnlyWhenItsWorkIsDone() {
    var queue = WorkQueueState<String>(options)
    queue.add("a", now: .zero)
    #expect(queue.take(now: .zero) == "a")
    queue.add("a", now: at(1))
    queue.add("a", now: at(1))
    #expect(queue.take(now: at(1)) == nil)
    queue.done("a", now: at(2))
    #expect(queue.take(now: at(2)) == "a")
    queue.done("a", now: at(3))
    #expect(queue.take(now: at(3)) == nil)
    #expect(queue.isIdle)
  }

  @Test func theEarliestOfSeveralMomentsCounts() {
    var queue = WorkQueueState<String>(options)
    queue.add("a", after: at(10), now: .zero)
    queue.add("a", after: at(5), now: .zero)
    queue.add("a", after: at(7), now: .zero)
    queue.add("b", after: at(6), now: .zero)
    #expect(queue.nextDue == at(5))
    #expect(takeAll(&queue, at(4.9)).isEmpty)
    #expect(takeAll(&queue, at(5)) == ["a"])
    #expect(queue.nextDue == at(6))
    #expect(takeAll(&queue, at(100)) == ["b"])
    #expect(queue.nextDue == nil)
    queue.add("c", after: .zero, now: at(100))
    #expect(takeAll(&queue, at(100)) == ["c"])
  }

  @Test func pausesDoubleUntilTheKeyIsForgotten() {
    var queue = WorkQueueState<String>(options)
    #expect(
      (0..<4).map { _ in queue.addBackingOff("a", jitter: 1, now: .zero) } == [5, 10, 20, 40].map { .milliseconds($0) })
    #expect(queue.addBackingOff("b", jitter: 1, now: .zero) == .milliseconds(5))
    for _ in 0..<100 { queue.addBackingOff("a", jitter: 1, now: .zero) }
    #expect(queue.addBackingOff("a", jitter: 1, now: .zero) == .seconds(1000))
    #expect(queue.failureCount(of: "a") == 105)
    queue.forget("a")
    #expect(queue.addBackingOff("a", jitter: 1, now: .zero) == .milliseconds(5))
  }

  @Test func jitterTakesUpToItsPartOfAPause() {
    let backOff = BackOff(first: .seconds(1), longest: .seconds(10), randomPart: 0.25)
    #expect(backOff.delay(afterFailures: 1, jitter: 0) == .milliseconds(750))
    #expect(backOff.delay(afterFailures: 1, jitter: 1) == .seconds(1))
    #expect(backOff.delay(afterFailures: 1000, jitter: 1) == .seconds(10))
    #expect(backOff.delay(afterFailures: 0, jitter: 5) == .seconds(1))
  }

  @Test func failuresOfAllKeysKeepTheOverallRate() {
    var queue = WorkQueueState<String>(
      WorkQueueOptions(
        backOff: BackOff(first: .milliseconds(1), longest: .milliseconds(1), randomPart: 0),
        rate: TokenBucket.Limit(perSecond: 10, burst: 3)))
    let pauses = (0..<5).map { queue.addBackingOff("\($0)", jitter: 1, now: .zero) }
    #expect(pauses == [.milliseconds(1), .milliseconds(1), .milliseconds(1), .milliseconds(100), .milliseconds(200)])
    #expect(queue.addBackingOff("late", jitter: 1, now: at(10)) == .milliseconds(1))
  }

  @Test func resultsDecideWhenAKeyComesBack() {
    var queue = WorkQueueState<String>(options)
    for key in ["finished", "again", "failed"] { queue.add(key, now: .zero) }
    #expect(takeAll(&queue, .zero).count == 3)
    queue.done("finished", .finished, jitter: 1, now: .zero)
    queue.done("again", .again(after: .seconds(3)), jitter: 1, now: .zero)
    queue.done("failed", .failed, jitter: 1, now: .zero)
    #expect(takeAll(&queue, at(1)) == ["failed"])
    queue.done("failed", .postponed(by: .milliseconds(1)), jitter: 1, now: at(1))
    #expect(queue.failureCount(of: "failed") == 1)
    #expect(takeAll(&queue, at(1.5)) == ["failed"])
    queue.done("failed", .finished, jitter: 1, now: at(1.5))
    #expect(queue.failureCount(of: "failed") == 0)
    #expect(takeAll(&queue, at(3)) == ["again"])
  }

  @Test func aPausedQueueCollects() {
    var queue = WorkQueueState<String>(options)
    queue.pause()
    queue.add("a", now: .zero)
    queue.add("b", after: at(1), now: .zero)
    #expect(takeAll(&queue, at(2)).isEmpty)
    #expect(queue.depth == 2)
    queue.resume()
    #expect(takeAll(&queue, at(2)) == ["a", "b"])
  }

  @Test func drainingHandsOutWhatWaitsAndTakesNothingMore() {
    var queue = WorkQueueState<String>(options)
    queue.add("a", now: .zero)
    queue.add("b", now: .zero)
    queue.add("later", after: at(1), now: .zero)
    #expect(queue.take(now: .zero) == "a")
    queue.add("a", now: .zero)
    queue.drain()
    queue.add("c", now: .zero)
    #expect(!queue.isOver)
    #expect(queue.take(now: at(5)) == "b")
    queue.done("a", now: at(5))
    #expect(queue.take(now: at(5)) == "a")
    #expect(queue.isOver)
    #expect(!queue.isIdle)
    queue.done("a", now: at(6))
    queue.done("b", .failed, jitter: 1, now: at(6))
    #expect(queue.isIdle)
    #expect(queue.take(now: at(100)) == nil)
  }

  @Test func shutDownDropsWhatWaits() {
    var queue = WorkQueueState<String>(options)
    queue.add("a", now: .zero)
    queue.add("b", after: at(1), now: .zero)
    queue.shutDown()
    #expect(queue.isOver)
    #expect(takeAll(&queue, at(10)).isEmpty)
    #expect(queue.nextDue == nil)
  }

  @Test func measuresItself() {
    var queue = WorkQueueState<String>(options)
    queue.add("a", now: .zero)
    queue.add("a", now: at(1))
    queue.add("b", now: at(1))
    #expect(queue.take(now: at(2)) == "a")
    queue.done("a", .failed, jitter: 1, now: at(2.5))
    #expect(queue.take(now: at(2.5)) == "b")
    let metrics = queue.metrics(now: at(3))
    #expect(metrics.adds == 2)
    #expect(metrics.retries == 1)
    #expect(metrics.depth == 0)
    #expect(metrics.waitDurations.count == 2)
    #expect(metrics.waitDurations.sum == 3.5)
    #expect(metrics.workDurations.count == 1)
    #expect(metrics.workDurations.counts[8] == 1)
    #expect(metrics.unfinishedWork == .milliseconds(500))
    #expect(metrics.longestRunning == .milliseconds(500))
  }

  /// Against a model that keeps plain lists: no key is worked on twice at once, none is lost, none is made up.
  @Test(arguments: 0..<50) func losesNothingUnderAnyOrderOfCalls(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var queue = WorkQueueState<Int>(options)
    var owed: Set<Int> = []
    var due: [Int: Duration] = [:]
    var working: Set<Int> = []
    var now = Duration.zero
    for _ in 0..<2000 {
      now += .milliseconds(Int.random(in: 0...20, using: &generator))
      let key = Int.random(in: 0..<40, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        queue.add(key, now: now)
        owed.insert(key)
      case 1:
        let delay = Duration.milliseconds(Int.random(in: 1...500, using: &generator))
        queue.add(key, after: delay, now: now)
        due[key] = min(due[key] ?? now + delay, now + delay)
      case 2:
        for (key, moment) in due where moment <= now {
          owed.insert(key)
          due[key] = nil
        }
        let taken = queue.take(now: now)
        if let taken {
          #expect(owed.remove(taken) != nil)
          #expect(working.insert(taken).inserted)
        } else {
          #expect(owed.isSubset(of: working))
        }
      default:
        if let done = working.sorted().randomElement(using: &generator) {
          working.remove(done)
          queue.done(done, now: now)
        }
      }
      #expect(queue.nextDue == nil || queue.delayedCount > 0)
    }
    now += .seconds(10)
    for key in working { queue.done(key, now: now) }
    var rest: Set<Int> = []
    while let key = queue.take(now: now) { #expect(rest.insert(key).inserted) }
    #expect(rest == owed.union(due.keys))
  }

  @Test func whatWasOvertakenTakesNothingFromTheRateOfFailures() {
    var queue = WorkQueueState<String>(
      WorkQueueOptions(
        backOff: BackOff(first: .milliseconds(5), longest: .seconds(1000), randomPart: 0),
        rate: TokenBucket.Limit(perSecond: 10, burst: 1)))
    for number in 0..<50 {
      let pause = queue.addBackingOff("\(number)", jitter: 1, isLimited: false, now: .zero)
      #expect(pause == .milliseconds(5))
    }
    let failure = queue.addBackingOff("failure", jitter: 1, now: .zero)
    #expect(failure == .milliseconds(5))
    queue.add("overtaken", now: .seconds(1))
    while let key = queue.take(now: .seconds(1)) { queue.done(key, .overtaken, jitter: 1, now: .seconds(1)) }
    #expect(queue.nextDue.map { $0 <= .seconds(1) + .milliseconds(10) } == true)
  }
}
