import JSON

/// Entries of a remainder by their places, so that one pass over the object applies them all.
struct EntryTree {
  private var entry: LegacyRemainder.Entry?
  private var inner: [String: EntryTree] = [:]

  init() {}

  mutating func insert(_ entry: LegacyRemainder.Entry) { insert(entry, entry.pointer.tokens[...]) }

  private mutating func insert(_ entry: LegacyRemainder.Entry, _ path: ArraySlice<String>) {
    guard let token = path.first else {
      self.entry = entry
      return
    }
    inner[token, default: EntryTree()].insert(entry, path.dropFirst())
  }

  /// - Parameters:
  ///   - path: where `value` is, with the names of list elements as entries have them.
  ///   - hash: what an entry's hash must be for the entry to count, from its place and what is around it there.
  func apply(to value: inout JSONValue, path: [String], hash: (_ path: [String], _ parent: JSONValue) -> String) {
    if inner.isEmpty { return }
    switch value {
    case .object(var object):
      // All are judged by the object as v1 gave it, before the first one changes it.
      let live = inner.filter { token, tree in
        guard let entry = tree.entry else { return false }
        return hash(path + [token], .object(object)) == entry.hash
      }
      value = .null  // Lets go of the members, so that they are changed in place.
      for (token, tree) in inner where !tree.inner.isEmpty && live[token] == nil {
        guard var member = object[token] else { continue }
        object[token] = .null
        tree.apply(to: &member, path: path + [token], hash: hash)
        object[token] = member
      }
      for (token, tree) in live { object[token] = tree.entry?.value }
      value = .object(object)
    case .array(var elements):
      // Elements are entered, never put in or taken out.
      guard let key = ConversionTable.key(ofList: path.last) else { return }
      value = .null
      let indices = ElementNames.indices(of: elements, key)
      for (token, tree) in inner {
        guard let index = indices[token] else { continue }
        tree.apply(to: &elements[index], path: path + [token], hash: hash)
      }
      value = .array(elements)
    default: break
    }
  }
}
