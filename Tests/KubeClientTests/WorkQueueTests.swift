import Synchronization
import Testing

@testable import KubeClient

@Suite struct WorkQueueTests {
  private let quick = WorkQueueOptions(
    backOff: BackOff(first: .milliseconds(1), longest: .milliseconds(1)), rate: nil)

  @Test(.timeLimit(.minutes(5))) func workersShareTheKeysAndNeverAKey() async {
    let queue = WorkQueue<Int>(quick)
    let seen = Mutex<(working: Set<Int>, counts: [Int: Int])>(([], [:]))
    let working = Task {
      await queue.work(workers: 4) { key in
        let isAlone = seen.withLock { $0.working.insert(key).inserted }
        #expect(isAlone)
        await Task.yield()
        return seen.withLock { seen in
          seen.working.remove(key)
          seen.counts[key, default: 0] += 1
          return seen.counts[key] == 1 ? .failed : .finished
        }
      }
    }
    queue.add(0..<100)
    while seen.withLock({ seen in (0..<100).contains { seen.counts[$0, default: 0] < 2 } }) {
      queue.add(.random(in: 0..<100))
      await Task.yield()
    }
    await queue.drain()
    await working.value
    #expect(queue.depth == 0)
    #expect(queue.metrics.unfinishedWork == .zero)
  }

  @Test(.timeLimit(.minutes(5))) func aDelayedKeyWakesAWorkerThatWaits() async {
    let queue = WorkQueue<String>(quick)
    async let key = queue.next()
    queue.add("late", after: .seconds(3600))
    queue.add("early", after: .milliseconds(20))
    #expect(await key == "early")
    queue.done("early", .finished)
  }

  @Test(.timeLimit(.minutes(5))) func waitingEndsWithTheTaskOrTheQueue() async {
    let queue = WorkQueue<String>(quick)
    let waiting = Task { await queue.next() }
    waiting.cancel()
    #expect(await waiting.value == nil)
    queue.add("a")
    #expect(await queue.next() == "a")
    let other = Task { await queue.next() }
    queue.shutDown()
    #expect(await other.value == nil)
    #expect(await queue.next() == nil)
  }

  @Test(.timeLimit(.minutes(5))) func pausingWaitsForTheWorkThatGoesOn() async {
    let queue = WorkQueue<String>(quick)
    queue.add("a")
    #expect(await queue.next() == "a")
    let hasPaused = Mutex(false)
    let pausing = Task {
      await queue.pause()
      hasPaused.withLock { $0 = true }
    }
    queue.add("b")
    #expect(!hasPaused.withLock { $0 })
    queue.done("a", .finished)
    await pausing.value
    let next = Task { await queue.next() }
    queue.resume()
    #expect(await next.value == "b")
    queue.done("b", .finished)
  }
}
