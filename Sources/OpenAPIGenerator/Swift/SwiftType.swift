/// How a field is stored in Swift.
struct SwiftType {
  /// The type's name as it stands behind the colon.
  var name: String
  /// The initial value; nil where the type's own `init()` or the property wrapper gives it.
  var initialValue: String?
  var isBoxed = false
  /// Machine words that the field takes in its struct, roughly.
  var words: Int
}

extension Scalar {
  var swiftName: String {
    switch self {
    case .string, .duration, .microTime, .bytes: "String"
    case .bool: "Bool"
    case .double: "Double"
    case .int: "Int"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint: "UInt"
    case .uint8: "UInt8"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .quantity: "Quantity"
    case .time: "Timestamp"
    case .intOrString: "IntOrString"
    case .any, .json: "JSONValue"
    }
  }

  var zero: String {
    switch self {
    case .string, .duration, .microTime, .bytes: "\"\""
    case .bool: "false"
    case .double, .int, .int32, .int64, .uint, .uint8, .uint32, .uint64: "0"
    case .quantity, .time, .intOrString: swiftName + "()"
    case .any, .json: ".null"
    }
  }

  var words: Int {
    switch self {
    case .string, .duration, .microTime, .bytes, .time, .any, .json: 2
    case .intOrString: 3
    case .quantity: 4
    default: 1
    }
  }
}

/// Decides how each field is stored, and which structs are large enough to be kept out of line.
struct SwiftLayout {
  let source: Source
  /// Optional structs of more words than this are boxed.
  static let inlineWords = 4

  func type(of field: Field, in definition: Definition) -> SwiftType {
    switch field.type {
    // A zero time is written as null, so absent and zero are one.
    case .scalar(.time), .optional(.scalar(.time)):
      return SwiftType(name: "Timestamp?", initialValue: nil, words: 3)
    case .scalar(let scalar):
      return SwiftType(name: scalar.swiftName, initialValue: scalar.zero, words: scalar.words)
    case .named(let name):
      return SwiftType(
        name: swiftName(name, in: definition), initialValue: swiftName(name, in: definition) + "()",
        words: words(name, in: definition))
    case .optional(.named(let name)):
      let words = words(name, in: definition)
      let isBoxed = words > Self.inlineWords
      return SwiftType(
        name: swiftName(name, in: definition) + "?", initialValue: nil, isBoxed: isBoxed, words: isBoxed ? 1 : words)
    case .optional(let wrapped):
      return SwiftType(name: bareName(wrapped, in: definition) + "?", initialValue: nil, words: 2)
    case .list:
      return SwiftType(name: bareName(field.type, in: definition), initialValue: "[]", words: 1)
    case .map:
      return SwiftType(name: bareName(field.type, in: definition) + "?", initialValue: nil, words: 1)
    }
  }

  private func bareName(_ type: FieldType, in definition: Definition) -> String {
    switch type {
    case .scalar(let scalar): scalar.swiftName
    case .named(let name): swiftName(name, in: definition)
    case .optional(let wrapped): bareName(wrapped, in: definition) + "?"
    case .list(let element): "[" + bareName(element, in: definition) + "]"
    case .map(let value): "[String: " + bareName(value, in: definition) + "]"
    }
  }

  /// The shortest name that means the type inside the definition's namespace.
  private func swiftName(_ name: String, in definition: Definition) -> String {
    guard let target = source.definition(name, in: definition.package.namespace), !name.hasPrefix("Kube.") else {
      return name
    }
    return target.package.namespace == definition.package.namespace ? target.name : target.swiftName
  }

  private func words(_ name: String, in definition: Definition) -> Int {
    guard let target = source.definition(name, in: definition.package.namespace) else { return 1 }
    return target.fields.reduce(0) { $0 + type(of: $1, in: target).words }
  }
}
