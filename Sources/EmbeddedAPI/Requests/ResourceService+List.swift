import EmbeddedStore
import JSON
import Kube

extension ResourceService {
  /// The most objects that are read at once while a page of selected ones is filled.
  private static let largestRead = 2000

  func list(_ request: ResourceRequest) async throws(Status) -> ListPage {
    let definition = request.definition
    let options = request.options
    let filter = try ObjectFilter(
      label: options.labelSelector, field: options.fieldSelector, definition: definition)
    let start = try ListRules.start(options, collection: definition.collection, current: store.revision)
    let namespace = definition.isNamespaced && !request.namespace.isEmpty ? request.namespace : nil
    let limit = options.limit.flatMap { $0 > 0 ? $0 : nil }
    if start == ListRules.Start(), limit == nil, let name = filter.name, namespace != nil || !definition.isNamespaced {
      return try lookUp(name, request, filter)
    }

    var query = ListQuery(
      collection: definition.collection, namespace: namespace, revision: start.revision, after: start.after,
      limit: limit)
    var page = ListPage(objects: [], revision: store.revision)
    while true {
      let part = try await read(query, request, start)
      page.revision = part.revision
      var taken = part.objects.count
      if filter.isEmpty {
        page.objects += part.objects
      } else {
        taken = 0
        for object in part.objects {
          taken += 1
          if try filter.matches(object) { page.objects.append(object) }
          if let limit, page.objects.count == limit { break }
        }
      }
      let isCut = taken < part.objects.count || part.hasMore
      guard let limit, isCut, let last = taken > 0 ? part.objects[taken - 1] : nil else { return page }
      if page.objects.count >= limit {
        page.continueToken = ContinueToken(revision: part.revision, after: last.key).text
        if filter.isEmpty { page.remaining = part.remaining }
        return page
      }
      // The page is not full: goes on at the same moment, with more at once.
      query.revision = part.revision
      query.after = last.key
      query.limit = min(max(limit, (query.limit ?? limit) * 2), Self.largestRead)
    }
  }

  private func read(
    _ query: ListQuery, _ request: ResourceRequest, _ start: ListRules.Start
  ) async throws(Status) -> ObjectList {
    do throws(StoreError) {
      return try await store.list(query)
    } catch {
      if case .expired = error {
        if start.isContinued { throw try ContinueToken(parsing: request.options.continueToken).expired }
        throw .expired("The resourceVersion for the provided list is too old.")
      }
      throw Status(error, request.resource, "")
    }
  }

  /// The list of one object, whose name the selector says.
  private func lookUp(
    _ name: String, _ request: ResourceRequest, _ filter: ObjectFilter
  ) throws(Status) -> ListPage {
    // Read before the object: what changes meanwhile is seen by a watch from here.
    let revision = store.revision
    let found: ObjectVersion?
    do throws(StoreError) {
      found = try store.get(request.definition.key(namespace: request.namespace, name: name))
    } catch {
      throw Status(error, request.resource, name)
    }
    guard let found, try filter.matches(found) else { return ListPage(objects: [], revision: revision) }
    return ListPage(objects: [found], revision: max(revision, found.revision))
  }
}
