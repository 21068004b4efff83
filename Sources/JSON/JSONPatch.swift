/// A sequence of changes to a document (RFC 6902).
public struct JSONPatch: Sendable, Hashable {
  public enum Operation: Sendable, Hashable {
    case add(JSONPointer, JSONValue)
    case remove(JSONPointer)
    case replace(JSONPointer, JSONValue)
    case move(from: JSONPointer, to: JSONPointer)
    case copy(from: JSONPointer, to: JSONPointer)
    case test(JSONPointer, JSONValue)

    /// The place that the operation is about.
    public var path: JSONPointer {
      switch self {
      case .add(let path, _), .remove(let path), .replace(let path, _), .move(_, let path), .copy(_, let path),
        .test(let path, _):
        path
      }
    }

    public var name: String {
      switch self {
      case .add: "add"
      case .remove: "remove"
      case .replace: "replace"
      case .move: "move"
      case .copy: "copy"
      case .test: "test"
      }
    }
  }

  public var operations: [Operation]

  public init(_ operations: [Operation] = []) { self.operations = operations }

  public var isEmpty: Bool { operations.isEmpty }

  /// The most operations of a patch that is read, as in Kubernetes.
  public static let operationLimit = 10_000
}

/// Why a patch can't be read or applied.
public struct JSONPatchError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The patch is no list of operations, or there are too many of them.
    case notAPatch
    case unknownOperation(String)
    /// A member is missing or of the wrong type.
    case invalidMember(String)
    /// There is nothing at this place.
    case noSuchPlace(JSONPointer)
    /// The last step is no index of the list there.
    case invalidIndex(JSONPointer)
    case testFailed
    /// A value can't be moved into itself.
    case moveIntoItself
    /// Copies multiply the document beyond `JSONPatch.copyLimit`.
    case tooManyCopies
    /// The document would nest deeper than `JSONPatch.depthLimit`.
    case tooDeep(limit: Int)
  }

  public var kind: Kind
  /// The faulty operation's place in the patch; nil when the patch itself is at fault.
  public var index: Int?
  /// Its `path` as it was written.
  public var path: String

  public init(_ kind: Kind, index: Int? = nil, path: String = "") {
    self.kind = kind
    self.index = index
    self.path = path
  }
}

extension JSONPatchError: CustomStringConvertible {
  public var description: String {
    let what =
      switch kind {
      case .notAPatch: "a patch must be a list of at most \(JSONPatch.operationLimit) operations"
      case .unknownOperation(let name):
        "unknown operation \"\(name)\", must be one of add, remove, replace, move, copy, test"
      case .invalidMember(let name): "member \"\(name)\" is missing or of the wrong type"
      case .noSuchPlace(let place): "there is nothing at \"\(place)\""
      case .invalidIndex(let place): "\"\(place)\" is no place in the list there"
      case .testFailed: "the value is not the one that is tested for"
      case .moveIntoItself: "a value can't be moved into itself"
      case .tooDeep(let limit): "the document would nest deeper than \(limit) levels"
      case .tooManyCopies: "copies of more than \(JSONPatch.copyLimit) values"
      }
    return index.map { "operation \($0) at \"\(path)\": \(what)" } ?? what
  }
}

// MARK: Reading and writing

extension JSONPatch {
  /// Reads a patch from its JSON form; members that RFC 6902 does not name are passed over.
  public init(_ value: JSONValue) throws(JSONPatchError) {
    guard let elements = value.array, elements.count <= Self.operationLimit else { throw JSONPatchError(.notAPatch) }
    operations = []
    for (index, element) in elements.enumerated() {
      do throws(JSONPatchError) {
        operations.append(try Operation(element))
      } catch {
        throw JSONPatchError(error.kind, index: index, path: element["path"]?.string ?? "")
      }
    }
  }
}

extension JSONPatch.Operation {
  fileprivate init(_ element: JSONValue) throws(JSONPatchError) {
    guard let name = element["op"]?.string else { throw JSONPatchError(.invalidMember("op")) }
    func pointer(_ member: String) throws(JSONPatchError) -> JSONPointer {
      guard let text = element[member]?.string, let pointer = JSONPointer(parsing: text) else {
        throw JSONPatchError(.invalidMember(member))
      }
      return pointer
    }
    func value() throws(JSONPatchError) -> JSONValue {
      guard let value = element["value"] else { throw JSONPatchError(.invalidMember("value")) }
      return value
    }
    switch name {
    case "add": self = .add(try pointer("path"), try value())
    case "remove": self = .remove(try pointer("path"))
    case "replace": self = .replace(try pointer("path"), try value())
    case "move": self = .move(from: try pointer("from"), to: try pointer("path"))
    case "copy": self = .copy(from: try pointer("from"), to: try pointer("path"))
    case "test": self = .test(try pointer("path"), try value())
    default: throw JSONPatchError(.unknownOperation(name))
    }
  }
}

extension JSONPatch: JSONEncodable {
  public func encode(to writer: inout JSONWriter) { operations.encode(to: &writer) }
  public var isEmptyJSON: Bool { isEmpty }
}

extension JSONPatch.Operation: JSONEncodable {
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("op", name)
    switch self {
    case .move(let source, _), .copy(let source, _): writer.member("from", source.text)
    case .add, .remove, .replace, .test: break
    }
    writer.member("path", path.text)
    switch self {
    case .add(_, let value), .replace(_, let value), .test(_, let value): writer.member("value", value)
    case .remove, .move, .copy: break
    }
    writer.endObject()
  }
}
