import JSON
import Kube

extension TableColumn {
  static let name = TableColumn("Name", format: "name", description: "The object's name, unique among its kind.")
  static let age = TableColumn("Age", description: "How long ago the object was created.")

  /// A column that is shown with `-o wide` only.
  static func wide(_ name: String, _ description: String) -> TableColumn {
    TableColumn(name, description: description, priority: 1)
  }
}

/// Texts that cells of several kinds have.
enum Cell {
  static func name(_ object: JSONValue) -> JSONValue { .string(object.name) }

  static func age(_ object: JSONValue, _ now: Timestamp) -> JSONValue {
    .string(Timestamp.age(of: object.metadata["creationTimestamp"]?.string, at: now))
  }

  static func text(_ text: String, or none: String = "<none>") -> JSONValue { .string(text.isEmpty ? none : text) }
  static func count(_ count: Int) -> JSONValue { .number(JSONNumber(count)) }

  /// `a=b,c=d` in the order of the names.
  static func labels(_ labels: JSONValue?) -> JSONValue {
    let pairs = (labels?.object ?? [:]).map { $0.key + "=" + ($0.value.string ?? "") }.sorted()
    return text(pairs.joined(separator: ","))
  }

  /// `RWO,ROX`.
  static func accessModes(_ modes: JSONValue?) -> JSONValue {
    let short = [
      ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP"),
    ]
    let given = Set((modes?.array ?? []).compactMap(\.string))
    return .string(short.filter { given.contains($0.0) }.map(\.1).joined(separator: ","))
  }
}
