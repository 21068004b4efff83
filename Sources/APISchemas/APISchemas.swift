/// Tables made from `openapi/` for those who check objects at run time; the generated part lists them.
public enum APISchemas {
  /// One type: a JSON schema in which `$ref` names another type of the tables.
  public struct TypeSchema: Sendable {
    public var name: StaticString
    public var schema: StaticString

    init(_ name: StaticString, _ schema: StaticString) {
      self.name = name
      self.schema = schema
    }
  }

  /// The JSON schema of a type; nil where the tables have none of the name.
  public static func schema(of type: String) -> StaticString? {
    for table in tables {
      var range = table.indices
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        switch order(table[middle].name, type) {
        case 0: return table[middle].schema
        case ..<0: range = middle + 1..<range.upperBound
        default: range = range.lowerBound..<middle
        }
      }
    }
    return nil
  }

  /// Negative where the first comes before the second, by bytes.
  private static func order(_ name: StaticString, _ text: String) -> Int {
    name.withUTF8Buffer { buffer in
      var bytes = text.utf8.makeIterator()
      for byte in buffer {
        guard let other = bytes.next() else { return 1 }
        if byte != other { return Int(byte) - Int(other) }
      }
      return bytes.next() == nil ? 0 : -1
    }
  }
}
