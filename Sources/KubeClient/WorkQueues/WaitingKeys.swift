/// Keys in the order in which they came; taking the first one is as cheap as adding one.
struct ReadyKeys<Key: Sendable>: Sendable {
  private var keys: [Key?] = []
  private var head = 0

  var count: Int { keys.count - head }

  mutating func append(_ key: Key) { keys.append(key) }

  mutating func removeFirst() -> Key? {
    guard head < keys.count else { return nil }
    let key = keys[head]
    keys[head] = nil
    head += 1
    if head == keys.count {
      keys.removeAll(keepingCapacity: head <= 1024)
      head = 0
    } else if head > 1024, head * 2 > keys.count {
      keys.removeFirst(head)
      head = 0
    }
    return key
  }
}

/// Keys by the moment at which they are due, each once: a binary heap in which superseded entries stay until they come
/// to its top.
struct DelayedKeys<Key: Hashable & Sendable>: Sendable {
  private struct Entry: Sendable {
    var due: Duration
    /// Of equal moments the first one added comes first.
    var number: UInt64
    var key: Key

    static func < (left: Entry, right: Entry) -> Bool { (left.due, left.number) < (right.due, right.number) }
  }

  private var heap: [Entry] = []
  private var current: [Key: (due: Duration, number: UInt64)] = [:]
  private var number: UInt64 = 0

  var count: Int { current.count }

  /// The earliest moment.
  var nextDue: Duration? { heap.first?.due }

  /// Adds a key unless it is due earlier, or at the same moment, already.
  mutating func add(_ key: Key, due: Duration) {
    if let known = current[key], known.due <= due { return }
    number += 1
    current[key] = (due, number)
    heap.append(Entry(due: due, number: number, key: key))
    rise(heap.count - 1)
    // Superseded entries must not outgrow the others.
    if heap.count > 64, heap.count > 2 * current.count { compact() }
  }

  /// Removes the first key that is due.
  mutating func removeFirst(dueBy now: Duration) -> Key? {
    guard let first = heap.first, first.due <= now else { return nil }
    removeTop()
    current[first.key] = nil
    dropSuperseded()
    return first.key
  }

  private func isCurrent(_ entry: Entry) -> Bool { current[entry.key]?.number == entry.number }

  /// Leaves at the top an entry that counts.
  private mutating func dropSuperseded() {
    while let first = heap.first, !isCurrent(first) { removeTop() }
  }

  private mutating func compact() {
    heap = heap.filter(isCurrent).sorted(by: <)
  }

  private mutating func removeTop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    sink(0)
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[index] < heap[parent] else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
