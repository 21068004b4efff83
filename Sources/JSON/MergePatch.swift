/// Changes to a document in the shape of the document (RFC 7386): a null removes, everything else is put in place.
public enum MergePatch {
  /// The document with the patch applied.
  public static func apply(_ patch: JSONValue, to document: JSONValue) -> JSONValue {
    var result = document
    merge(patch, into: &result)
    return result
  }

  private static func merge(_ patch: JSONValue, into target: inout JSONValue) {
    guard case .object(let changes) = patch else {
      target = patch
      return
    }
    var object = target.object ?? JSONObject()
    target = .null  // Lets go of the tree, so that it is changed in place.
    var removed: [String] = []
    for (name, change) in changes {
      if change == .null {
        removed.append(name)
      } else {
        var member = object[name] ?? .null
        object[name] = .null
        merge(change, into: &member)
        object[name] = member
      }
    }
    object.remove(removed)
    target = .object(object)
  }

  /// The patch that makes `new` of `old`; nil where none can, because `new` sets a member to null.
  public static func difference(from old: JSONValue, to new: JSONValue) -> JSONValue? {
    guard case .object(let wanted) = new else { return new }
    let present = old.object ?? JSONObject()
    var patch = JSONObject()
    for (name, _) in present where wanted[name] == nil { patch[name] = .null }
    for (name, value) in wanted where present[name] != value || old.object == nil {
      if value == .null { return nil }
      guard let change = difference(from: present[name] ?? .null, to: value) else { return nil }
      patch[name] = change
    }
    return .object(patch)
  }
}
