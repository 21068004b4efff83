extension ReadStatements {
  /// Objects as of a moment: those of now that are as old, merged with those that were replaced or removed since.
  func list(_ query: ListQuery) throws(StoreError) -> ObjectList {
    let (last, floor) = try bounds()
    let moment = query.revision ?? last
    if moment > last { throw .future(requested: moment, current: last) }
    if moment < floor { throw .expired(requested: moment, oldest: floor) }

    let start = self.start(of: query)
    let earlier = moment == last ? [] : try earlierVersions(query, after: start, at: moment)
    let merged =
      query.namespace == nil
      ? try merge(all, earlier, query, after: start, at: moment)
      : try merge(ofNamespace, earlier, query, after: start, at: moment)
    guard merged.isCut, let end = merged.objects.last?.key else {
      return ObjectList(objects: merged.objects, revision: moment)
    }
    let remaining = try count(query, after: end, at: moment) + earlier.count - merged.earlierTaken
    return ObjectList(objects: merged.objects, revision: moment, hasMore: remaining > 0, remaining: remaining)
  }

  /// The key that the list starts after; no object has an empty name.
  private func start(of query: ListQuery) -> ObjectKey {
    let first = ObjectKey(collection: query.collection, namespace: query.namespace ?? "", name: "")
    guard let after = query.after else { return first }
    let namespace = query.namespace ?? after.namespace
    // With a namespace, an end in another one is before everything or after everything.
    if namespace < after.namespace {
      return ObjectKey(collection: query.collection, namespace: namespace, name: "\u{10FFFF}")
    }
    if namespace > after.namespace { return first }
    return ObjectKey(collection: query.collection, namespace: namespace, name: after.name)
  }

  private typealias Earlier = (key: ObjectKey, revision: Revision)

  private func earlierVersions(
    _ query: ListQuery, after start: ObjectKey, at moment: Revision
  ) throws(StoreError) -> [Earlier] {
    replaced.bind(1, moment)
    replaced.bind(2, query.collection)
    defer { replaced.reset() }
    var found: [Earlier] = []
    while try replaced.step() {
      let key = ObjectKey(collection: query.collection, namespace: replaced.text(0), name: replaced.text(1))
      guard query.namespace == nil || key.namespace == query.namespace, start < key else { continue }
      found.append((key, replaced.revision(2)))
    }
    found.sort { $0.key < $1.key }
    return found
  }

  private func merge(
    _ rows: borrowing Statement, _ earlier: [Earlier], _ query: ListQuery, after start: ObjectKey, at moment: Revision
  ) throws(StoreError) -> (objects: [ObjectVersion], isCut: Bool, earlierTaken: Int) {
    rows.bind(1, start)
    rows.bind(4, moment)
    defer { rows.reset() }
    let limit = query.limit ?? .max
    var objects: [ObjectVersion] = []
    var taken = 0
    var hasRow = try rows.step()
    while hasRow || taken < earlier.count {
      guard objects.count < limit else { return (objects, true, taken) }
      let key = hasRow ? ObjectKey(collection: query.collection, namespace: rows.text(0), name: rows.text(1)) : nil
      if taken < earlier.count, key.map({ earlier[taken].key < $0 }) ?? true {
        guard let version = try version(earlier[taken].revision) else {
          throw .damaged("version \(earlier[taken].revision) is missing from the log")
        }
        objects.append(version)
        taken += 1
      } else if let key {
        objects.append(ObjectVersion(key: key, revision: rows.revision(2), bytes: rows.bytes(3)))
        hasRow = try rows.step()
      }
    }
    return (objects, false, taken)
  }
}
