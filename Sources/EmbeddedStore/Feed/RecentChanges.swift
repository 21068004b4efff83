/// The last changes of all collections, in memory: bounded in number and bytes, the oldest go first.
///
/// A collection's changes are complete after its `start`; what is older is in the table.
struct RecentChanges {
  private struct Ring {
    var start: Revision
    /// Changes in the order of their revisions; those before `first` have been dropped.
    var changes: [Change] = []
    var first = 0

    var count: Int { changes.count - first }

    mutating func dropFirst() -> Change? {
      guard first < changes.count else { return nil }
      let dropped = changes[first]
      start = dropped.revision
      first += 1
      // Makes room in steps, so that a drop costs the same on average however long the ring is.
      if first > 64, first * 2 > changes.count {
        changes.removeSubrange(..<first)
        first = 0
      }
      return dropped
    }

    /// The place of the first change after a revision.
    func index(after revision: Revision) -> Int {
      var low = first
      var high = changes.count
      while low < high {
        let middle = (low + high) / 2
        if changes[middle].revision > revision { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  private let maximumCount: Int
  private let maximumBytes: Int
  /// Where collections start that have had no change since the store was opened.
  private let base: Revision
  private var rings: [String: Ring] = [:]
  /// The collections of the changes that are held, oldest first: whose ring the next drop is from.
  private var order: [String] = []
  private var orderFirst = 0
  private var bytes = 0

  init(base: Revision, maximumCount: Int, maximumBytes: Int) {
    self.base = base
    self.maximumCount = maximumCount
    self.maximumBytes = maximumBytes
  }

  mutating func append(_ change: Change) {
    let collection = change.object.key.collection
    rings[collection, default: Ring(start: base)].changes.append(change)
    order.append(collection)
    bytes += Self.cost(change)
    while order.count - orderFirst > maximumCount || bytes > maximumBytes { dropOldest() }
  }

  mutating func removeAll() {
    rings = [:]
    order = []
    orderFirst = 0
    bytes = 0
  }

  /// Whether all changes in scope after a revision are held.
  func reaches(back revision: Revision, _ scope: ChangeScope) -> Bool {
    guard revision >= base else { return false }
    guard let collections = scope.collections else { return rings.values.allSatisfy { $0.start <= revision } }
    return collections.allSatisfy { (rings[$0]?.start ?? base) <= revision }
  }

  /// The first changes in scope after a revision, at most `limit`.
  func changes(_ scope: ChangeScope, after revision: Revision, limit: Int) -> [Change] {
    var found: [Change] = []
    var sources = 0
    for collection in scope.collections ?? Set(rings.keys) {
      guard let ring = rings[collection] else { continue }
      let before = found.count
      for change in ring.changes[ring.index(after: revision)...] where scope.contains(change.object.key) {
        found.append(change)
        if found.count - before == limit { break }
      }
      if found.count > before { sources += 1 }
    }
    if sources > 1 { found.sort { $0.revision < $1.revision } }
    return found.count > limit ? Array(found[..<limit]) : found
  }

  private mutating func dropOldest() {
    guard orderFirst < order.count else { return }
    let collection = order[orderFirst]
    orderFirst += 1
    if orderFirst > 64, orderFirst * 2 > order.count {
      order.removeSubrange(..<orderFirst)
      orderFirst = 0
    }
    if let dropped = rings[collection]?.dropFirst() { bytes -= Self.cost(dropped) }
  }

  private static func cost(_ change: Change) -> Int {
    change.object.bytes.count + (change.previous?.bytes.count ?? 0) + 256
  }
}
