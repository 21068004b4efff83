import EmbeddedStore
import Foundation
import Synchronization
import Testing

@Suite struct FileLockTests {
  /// A descriptor that is closed twice is somebody else's the second time: a database's, a socket's.
  @Test func aRefusedOpenClosesNothingOfOthers() async throws {
    let directory = TemporaryDirectory()
    defer { directory.remove() }
    let store = try EmbeddedStore.open(directory.store, options: .manual)
    defer { store.close() }
    let isDone = Atomic<Bool>(false)
    let lost = Atomic<Int>(0)
    let other = Thread {
      while !isDone.load(ordering: .acquiring) {
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { continue }
        if fcntl(descriptor, F_GETFD) < 0 { lost.add(1, ordering: .relaxed) } else { close(descriptor) }
      }
    }
    other.start()
    for _ in 0..<2_000 {
      #expect(throws: StoreError.self) { try EmbeddedStore.open(directory.store, options: .manual) }
    }
    isDone.store(true, ordering: .releasing)
    while !other.isFinished { sched_yield() }
    #expect(lost.load(ordering: .relaxed) == 0)
  }
}
