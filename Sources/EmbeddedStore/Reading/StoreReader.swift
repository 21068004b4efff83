import Synchronization

/// The connections that read: some for single objects, which take microseconds, and others for lists and logs, which
/// take their time.
final class StoreReader: Sendable {
  private let points: [ReadConnection]
  private let ranges: [ReadConnection]
  private let turn = Atomic<Int>(0)

  init(path: String) throws(StoreError) {
    func connections(_ count: Int, cacheKilobytes: Int) throws(StoreError) -> [ReadConnection] {
      var made: [ReadConnection] = []
      for _ in 0..<count { made.append(try ReadConnection(path: path, cacheKilobytes: cacheKilobytes)) }
      return made
    }
    points = try connections(2, cacheKilobytes: 1024)
    ranges = try connections(2, cacheKilobytes: 1024)
  }

  func get(_ key: ObjectKey) throws(StoreError) -> ObjectVersion? {
    try next(points).read { try $0.current(key) }
  }

  func list(_ query: ListQuery) async throws(StoreError) -> ObjectList {
    try await next(ranges).snapshot { try $0.list(query) }
  }

  func changes(_ scope: ChangeScope, after start: Revision, through end: Revision) async throws(StoreError) -> LogPage {
    try await next(ranges).snapshot { try $0.changes(scope, after: start, through: end) }
  }

  func floor() throws(StoreError) -> Revision {
    try next(points).read { try $0.bounds().floor }
  }

  func close() {
    for connection in points + ranges { connection.close() }
  }

  private func next(_ connections: [ReadConnection]) -> ReadConnection {
    let (old, _) = turn.add(1, ordering: .relaxed)
    return connections[abs(old % connections.count)]
  }
}
