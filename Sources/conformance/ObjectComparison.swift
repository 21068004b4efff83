import JSON
import Kube

/// Compares objects as the records mean them.
enum ObjectComparison {
  /// A place where two objects are not the same.
  struct Difference {
    /// A JSON pointer.
    var path: String
    var expected: String
    var found: String

    /// The path with `N` for positions in lists.
    var pathWithoutNumbers: String {
      path.split(separator: "/", omittingEmptySubsequences: false)
        .map { !$0.isEmpty && $0.allSatisfy(\.isNumber) ? "N" : String($0) }
        .joined(separator: "/")
    }
  }

  /// Members that the real system writes although they say nothing.
  private static let sayNothing: Set = [
    "creationTimestamp", "status", "timer", "resources", "machine", "devices", "acpi",
  ]

  /// The value without nulls and without members that say nothing.
  static func tidy(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      var kept = JSONObject()
      for (key, member) in members where !member.isNull {
        let member = tidy(member)
        if sayNothing.contains(key), member == [:] || member == ["type": ""] { continue }
        kept[key] = member
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map(tidy))
    default: return value
    }
  }

  /// Where two values differ; marks in the expected one stand for any UUID (`@uuid`), any time (`@time`,
  /// `TIME`) or any text (`@message`, `MESSAGE`, `@jitter`).
  static func differences(_ expected: JSONValue, _ found: JSONValue, at path: String = "") -> [Difference] {
    switch (expected, found) {
    case (.string("@uuid"), .string(let text)) where UUID(text) != nil: return []
    case (.string("@time"), .string(let text)) where Timestamp(text) != nil: return []
    case (.string("TIME"), .string(let text)) where Timestamp(text) != nil: return []
    case (.string("@message"), .string), (.string("MESSAGE"), .string), (.string("@jitter"), .string): return []
    case (.object(let expected), .object(let found)):
      return Set(expected.keys + found.keys).sorted().flatMap { key in
        let path = path + JSONPointer([key]).text
        return switch (expected[key], found[key]) {
        case (let expected?, let found?): differences(expected, found, at: path)
        case (let expected, let found): [difference(at: path, expected, found)]
        }
      }
    case (.array(let expected), .array(let found)):
      let count =
        expected.count == found.count
        ? [] : [Difference(path: path, expected: "\(expected.count) items", found: "\(found.count) items")]
      return count
        + zip(expected, found).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)/\($0)") }
    default: return expected == found ? [] : [difference(at: path, expected, found)]
    }
  }

  private static func difference(at path: String, _ expected: JSONValue?, _ found: JSONValue?) -> Difference {
    Difference(path: path, expected: excerpt(expected), found: excerpt(found))
  }

  private static func excerpt(_ value: JSONValue?) -> String {
    value.map { String($0.serialized().prefix(60)) } ?? "(absent)"
  }
}
