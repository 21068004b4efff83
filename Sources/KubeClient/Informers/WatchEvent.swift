import JSON
import Kube

/// One line of a watch (Kubernetes API concepts, "Efficient detection of changes").
public enum WatchEvent: Sendable, Hashable {
  case added(JSONValue)
  case modified(JSONValue)
  case deleted(JSONValue)
  /// Nothing changed up to this resourceVersion.
  case bookmark(resourceVersion: String)
  /// The watch is over; code 410 means that its resourceVersion is too old.
  case failed(Status)

  /// Throws `JSONProblem` when the line is no event.
  public init(line: some Collection<UInt8>) throws(JSONProblem) {
    let value = try JSONValue(parsing: line)
    let object = value["object"] ?? .null
    switch value["type"]?.string {
    case "ADDED": self = .added(object)
    case "MODIFIED": self = .modified(object)
    case "DELETED": self = .deleted(object)
    case "BOOKMARK": self = .bookmark(resourceVersion: object.value(at: "metadata", "resourceVersion")?.string ?? "")
    case "ERROR":
      self = .failed(
        (try? Status(json: object.jsonBytes())) ?? .failure(.internalError, code: 500, message: "the watch failed"))
    case let type: throw JSONProblem(.invalidValue("unknown type of event \(type ?? "null")"), path: [.member("type")])
    }
  }

  /// The resourceVersion that this event carries the watcher to; nil for an error.
  public var resourceVersion: String? {
    switch self {
    case .added(let object), .modified(let object), .deleted(let object):
      object.value(at: "metadata", "resourceVersion")?.string
    case .bookmark(let resourceVersion): resourceVersion
    case .failed: nil
    }
  }
}

/// Cuts a stream of bytes into lines.
public struct LineSplitter: Sendable {
  /// The peer sent more bytes without an end of line than an object can have.
  public struct LineTooLong: Error, Sendable, CustomStringConvertible {
    public var description: String { "a line of the watch is too long" }
  }

  private var rest: [UInt8] = []
  private let limit: Int

  /// - Parameter limit: the longest line in bytes.
  public init(limit: Int = 16 << 20) { self.limit = limit }

  /// The lines that the bytes complete, without their ends; empty ones are left out.
  public mutating func lines(adding bytes: [UInt8]) throws(LineTooLong) -> [ArraySlice<UInt8>] {
    let newline = UInt8(ascii: "\n")
    guard let last = bytes.lastIndex(of: newline) else {
      rest += bytes
      if rest.count > limit { throw LineTooLong() }
      return []
    }
    let complete = rest + bytes[..<last]
    rest = Array(bytes[(last + 1)...])
    return complete.split(separator: newline)
  }
}
