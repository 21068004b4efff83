import JSON
import Kube

/// Columns and rows of a kind in one version, whoever described them.
struct ObjectTable: Sendable {
  let columns: [TableColumn]
  let cells: @Sendable (_ object: JSONValue, _ now: Timestamp) -> [JSONValue]

  init(_ definition: ResourceDefinition, version: String) {
    if let layout = definition.strategy.table {
      columns = layout.columns
      cells = layout.cells
      return
    }
    var described = definition.version(version)?.columns ?? []
    if described.isEmpty { described = [Self.age] }
    // A path that can't be read leaves its column empty, as everywhere that an object lacks the value.
    let paths = described.map { try? JSONPath(parsing: $0.jsonPath) }
    let types = described.map(\.type)
    columns =
      [Self.name]
      + described.map {
        TableColumn($0.name, type: $0.type, format: $0.format, description: Self.description($0), priority: $0.priority)
      }
    cells = { object, now in
      var row: [JSONValue] = [object["metadata"]?["name"] ?? ""]
      for (path, type) in zip(paths, types) {
        row.append(path?.first(in: object).map { Self.cell($0, type: type, now: now) } ?? .null)
      }
      return row
    }
  }

  static let name = TableColumn(
    "Name", format: "name", description: "The object's name: unique among the objects of its kind in one namespace.")

  static let age = PrinterColumn(
    name: "Age", type: "date", description: "When the server has created the object.",
    jsonPath: ".metadata.creationTimestamp")

  private static func description(_ column: PrinterColumn) -> String {
    column.description.isEmpty
      ? "Custom resource definition column (in JSONPath format): " + column.jsonPath : column.description
  }

  /// What is shown of a value in a column of a type; null for a value that does not fit
  /// (kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions, "Additional printer
  /// columns").
  static func cell(_ value: JSONValue, type: String, now: Timestamp) -> JSONValue {
    switch (type, value) {
    case (_, .null): .null
    case ("integer", .number(let number)):
      if let integer = number.int64 ?? number.double.flatMap({ Int64(exactly: $0.rounded(.towardZero)) }) {
        .number(JSONNumber(integer))
      } else {
        .null
      }
    case ("number", .number), ("boolean", .bool), ("string", .string): value
    case ("string", _): .string(value.jsonText())
    case ("date", .string(let text)): .string(Timestamp.age(of: text, at: now))
    default: .null
    }
  }
}
