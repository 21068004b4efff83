/// A binary min-heap of times with keys.
///
/// Entries are never removed early: whoever owns a key ignores an entry that no longer holds, and `compact` drops
/// those when they outnumber the living.
struct TimerQueue {
  struct Entry {
    var time: MonotonicTime
    var key: UInt64
  }

  private var heap: [Entry] = []

  var next: MonotonicTime? { heap.first?.time }
  var count: Int { heap.count }

  mutating func insert(_ entry: Entry) {
    heap.append(entry)
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      if heap[parent].time <= heap[index].time { break }
      heap.swapAt(parent, index)
      index = parent
    }
  }

  /// Removes and returns the earliest entry that is due at `now`.
  mutating func popDue(at now: MonotonicTime) -> Entry? {
    guard let first = heap.first, first.time <= now else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      siftDown(from: 0)
    }
    return first
  }

  /// Keeps only entries that `isAlive` accepts.
  mutating func compact(_ isAlive: (Entry) -> Bool) {
    heap.removeAll { !isAlive($0) }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(from: index) }
  }

  private mutating func siftDown(from start: Int) {
    var index = start
    while true {
      var smallest = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].time < heap[smallest].time {
        smallest = child
      }
      if smallest == index { return }
      heap.swapAt(smallest, index)
      index = smallest
    }
  }
}
