/// One watcher of the store: its number at the feed, and where it reads what the feed no longer has.
final class Subscription: ChangeSubscription {
  private let number: Int
  private let scope: ChangeScope
  private let feed: ChangeFeed
  private let reader: StoreReader

  init(_ scope: ChangeScope, after revision: Revision, feed: ChangeFeed, reader: StoreReader) throws(StoreError) {
    if !feed.reaches(back: revision, scope), revision <= feed.revision {
      let floor = try reader.floor()
      if revision < floor { throw .expired(requested: revision, oldest: floor) }
    }
    number = try feed.add(scope, after: revision)
    self.scope = scope
    self.feed = feed
    self.reader = reader
  }

  deinit { feed.remove(number) }

  var revision: Revision { feed.position(number) ?? Revision(0) }

  func next() async throws -> [Change] {
    while true {
      try Task.checkCancellation()
      switch try feed.take(number) {
      case .changes(let changes): return changes
      case .older(let start, let end):
        let page = try await reader.changes(scope, after: start, through: end)
        feed.move(number, to: page.end)
        if !page.changes.isEmpty { return page.changes }
      case .nothing: await feed.wait(number)
      }
    }
  }
}
