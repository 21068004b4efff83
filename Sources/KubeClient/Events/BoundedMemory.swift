/// A dictionary that forgets what was not touched for the longest time once it has so many entries.
///
/// It forgets half at once, so that looking for the oldest costs little an entry.
struct BoundedMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var entries: [Key: (value: Value, touched: UInt64)] = [:]
  private var clock: UInt64 = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(limit, 2) }

  var count: Int { entries.count }

  /// Writing touches an entry, reading does not.
  subscript(key: Key) -> Value? {
    get { entries[key]?.value }
    set {
      clock += 1
      entries[key] = newValue.map { ($0, clock) }
      if entries.count > limit { forgetHalf() }
    }
  }

  private mutating func forgetHalf() {
    let median = entries.values.map(\.touched).sorted()[entries.count / 2]
    entries = entries.filter { $0.value.touched > median }
  }
}
