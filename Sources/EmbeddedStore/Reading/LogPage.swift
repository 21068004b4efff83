/// A part of the change log, as a watcher reads it that is further back than memory reaches.
struct LogPage: Sendable {
  var changes: [Change]
  /// Everything in scope up to here is in `changes`.
  var end: Revision
}

extension ReadStatements {
  /// Changes in scope after a revision and up to another: no more than 256 of them, or a megabyte.
  func changes(_ scope: ChangeScope, after start: Revision, through end: Revision) throws(StoreError) -> LogPage {
    let (_, floor) = try bounds()
    if start < floor { throw .expired(requested: start, oldest: floor) }
    log.bind(1, start)
    log.bind(2, end)
    defer { log.reset() }
    var page = LogPage(changes: [], end: end)
    var bytes = 0
    while try log.step() {
      let key = ObjectKey(collection: log.text(3), namespace: log.text(4), name: log.text(5))
      guard scope.contains(key) else { continue }
      guard let kind = Change.Kind(rawValue: Int(log.integer(1))) else {
        throw .damaged("change \(log.revision(0)) is of no known kind")
      }
      let object = ObjectVersion(key: key, revision: log.revision(0), bytes: log.bytes(6))
      let previous = log.isNull(2) ? nil : try version(log.revision(2))
      page.changes.append(Change(kind: kind, object: object, previous: previous))
      bytes += object.bytes.count + (previous?.bytes.count ?? 0)
      if page.changes.count == 256 || bytes > 1 << 20 {
        page.end = object.revision
        break
      }
    }
    return page
  }
}
