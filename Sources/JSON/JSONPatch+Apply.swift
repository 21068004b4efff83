extension JSONPatch {
  /// The most values that a patch's copies may consist of, all together: a patch that copies a document into itself
  /// doubles it with each operation.
  public static let copyLimit = 200_000

  /// The most bytes of text, names and numbers that those values may hold: few of them may be long.
  public static let copyByteLimit = 3 << 20

  /// The most levels of objects and lists that a patched document may have, as for one that is read.
  public static let depthLimit = JSONReader.Options.strict.depthLimit

  /// The document with all operations applied in order; on an error nothing was changed.
  public func applied(to document: JSONValue) throws(JSONPatchError) -> JSONValue {
    var result = document
    var copied = JSONExtent()
    for (index, operation) in operations.enumerated() {
      do throws(JSONPatchError) {
        try Self.apply(operation, to: &result, copied: &copied)
      } catch {
        throw JSONPatchError(error.kind, index: index, path: operation.path.text)
      }
    }
    return result
  }

  private static func apply(
    _ operation: Operation, to document: inout JSONValue, copied: inout JSONExtent
  ) throws(JSONPatchError) {
    switch operation {
    case .add(let path, let value): try document.put(value, at: path, .add(value))
    case .remove(let path): try document.edit(path, .remove)
    case .replace(let path, let value): try document.put(value, at: path, .replace(value))
    case .test(let path, let value):
      guard try document.tested(path, for: value) == value else { throw JSONPatchError(.testFailed) }
    case .copy(let source, let path):
      let value = try document.existing(source)
      copied.add(value)
      guard copied.values <= copyLimit, copied.bytes <= copyByteLimit else { throw JSONPatchError(.tooManyCopies) }
      try document.put(value, at: path, .add(value))
    case .move(let source, let path):
      let value = try document.existing(source)
      if source == path { return }
      guard !path.isInside(source) else { throw JSONPatchError(.moveIntoItself) }
      try document.edit(source, .remove)
      try document.put(value, at: path, .add(value))
    }
  }
}

/// How much values are, all together.
private struct JSONExtent {
  var values = 0
  var bytes = 0

  mutating func add(_ value: JSONValue) {
    values += 1
    switch value {
    case .array(let elements): for element in elements { add(element) }
    case .object(let object):
      for (name, member) in object {
        bytes += name.utf8.count
        add(member)
      }
    case .string(let text): bytes += text.utf8.count
    case .number(let number): bytes += number.text.utf8.count
    default: break
    }
  }
}

private enum Edit {
  case add(JSONValue)
  case remove
  case replace(JSONValue)
}

extension JSONValue {
  fileprivate func existing(_ pointer: JSONPointer) throws(JSONPatchError) -> JSONValue {
    guard let value = value(at: pointer) else { throw JSONPatchError(.noSuchPlace(pointer)) }
    return value
  }

  /// What a test looks at. A member that an object lacks counts as null, as it does for Kubernetes, whose clients so
  /// make sure that something is still absent; RFC 6902 section 4.6 has no word for that.
  fileprivate func tested(_ pointer: JSONPointer, for wanted: JSONValue) throws(JSONPatchError) -> JSONValue {
    if let value = value(at: pointer) { return value }
    let parent = JSONPointer(Array(pointer.tokens.dropLast()))
    guard wanted.isNull, !pointer.tokens.isEmpty, value(at: parent)?.object != nil else {
      throw JSONPatchError(.noSuchPlace(pointer))
    }
    return .null
  }

  /// An edit that brings in a value; a document that deep nesting would make unsafe to walk is refused.
  fileprivate mutating func put(_ value: JSONValue, at place: JSONPointer, _ edit: Edit) throws(JSONPatchError) {
    guard place.tokens.count + value.depth <= JSONPatch.depthLimit else {
      throw JSONPatchError(.tooDeep(limit: JSONPatch.depthLimit))
    }
    try self.edit(place, edit)
  }

  fileprivate mutating func edit(_ pointer: JSONPointer, _ edit: Edit) throws(JSONPatchError) {
    guard !pointer.tokens.isEmpty else {
      switch edit {
      case .add(let value), .replace(let value): self = value
      case .remove: self = .null
      }
      return
    }
    try self.edit(pointer, depth: 0, edit)
  }

  /// Steps inwards; each level is taken out of its parent while it is changed, so that nothing is copied.
  private mutating func edit(_ pointer: JSONPointer, depth: Int, _ edit: Edit) throws(JSONPatchError) {
    let token = pointer.tokens[depth]
    let isLast = depth == pointer.tokens.count - 1
    let place = { JSONPointer(Array(pointer.tokens[...depth])) }
    switch self {
    case .object(var object):
      self = .null
      defer { self = .object(object) }
      if isLast {
        try object.edit(token, edit, place)
      } else {
        guard object[token] != nil else { throw JSONPatchError(.noSuchPlace(place())) }
        try object[token]?.edit(pointer, depth: depth + 1, edit)
      }
    case .array(var elements):
      self = .null
      defer { self = .array(elements) }
      if isLast {
        try elements.edit(token, edit, place)
      } else {
        guard let index = JSONPointer.index(token) else { throw JSONPatchError(.invalidIndex(place())) }
        guard index < elements.count else { throw JSONPatchError(.noSuchPlace(place())) }
        try elements[index].edit(pointer, depth: depth + 1, edit)
      }
    default: throw JSONPatchError(.noSuchPlace(place()))
    }
  }

  /// How many levels of objects and lists the tree has.
  fileprivate var depth: Int {
    switch self {
    case .array(let elements): elements.reduce(0) { max($0, $1.depth) } + 1
    case .object(let object): object.reduce(0) { max($0, $1.value.depth) } + 1
    default: 0
    }
  }
}

extension JSONObject {
  fileprivate mutating func edit(
    _ name: String, _ edit: Edit, _ place: () -> JSONPointer
  ) throws(JSONPatchError) {
    switch edit {
    // As in Kubernetes, a replacement of an absent member adds it (RFC 6902 section 4.3 would have it fail): who patches
    // what `omitempty` may have left out depends on it.
    case .add(let value), .replace(let value): self[name] = value
    case .remove:
      guard self[name] != nil else { throw JSONPatchError(.noSuchPlace(place())) }
      self[name] = nil
    }
  }
}

extension [JSONValue] {
  fileprivate mutating func edit(
    _ token: String, _ edit: Edit, _ place: () -> JSONPointer
  ) throws(JSONPatchError) {
    if case .add(let value) = edit, token == "-" {
      append(value)
      return
    }
    guard let index = JSONPointer.index(token) else { throw JSONPatchError(.invalidIndex(place())) }
    switch edit {
    case .add(let value):
      guard index <= count else { throw JSONPatchError(.invalidIndex(place())) }
      insert(value, at: index)
    case .remove:
      guard index < count else { throw JSONPatchError(.noSuchPlace(place())) }
      remove(at: index)
    case .replace(let value):
      guard index < count else { throw JSONPatchError(.noSuchPlace(place())) }
      self[index] = value
    }
  }
}
