/// Writes the codec of one struct: a single pass over the members, dispatched on the first eight bytes of their names.
struct CodecEmitter {
  let definition: Definition
  let layout: SwiftLayout

  func lines() -> [String] {
    let fields = definition.fields
    var lines = ["extension \(definition.swiftName): JSONStructure {"]
    lines += memberNames(fields)
    lines += fields.isEmpty ? emptyDecode : decode(fields)
    lines += encode(fields)
    lines.append("}")
    return lines
  }

  private var emptyDecode: [String] {
    [
      "",
      "  public mutating func decode(from reader: inout JSONReader) {",
      "    guard var members = reader.beginObject() else { return }",
      "    while let key = reader.nextKey(&members) { reader.unknownMember(key) }",
      "  }",
    ]
  }

  private func memberNames(_ fields: [Field]) -> [String] {
    let names = fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let line = "  public static let memberNames: [StaticString] = [\(names)]"
    if line.count <= 120 { return [line] }
    return ["  public static let memberNames: [StaticString] = ["]
      + wrapped(names + ",", width: 116).map { "    " + $0 }
      + ["  ]"]
  }

  private func decode(_ fields: [Field]) -> [String] {
    var lines = [
      "",
      "  public mutating func decode(from reader: inout JSONReader) {",
      "    guard var members = reader.beginObject() else { return }",
      "    while let key = reader.nextKey(&members) {",
      "      let index = Self.index(of: key, reader.options)",
      "      if index >= 0 { reader.saw(index, &members, key) }",
      "      switch index {",
    ]
    for (index, field) in fields.enumerated() {
      lines.append("      case \(index): \(statement(field))")
    }
    lines.append("      default: reader.unknownMember(key)")
    lines.append("      }")
    lines.append("    }")
    for (index, field) in fields.enumerated() {
      if field.isDemanded {
        lines.append("    reader.requireObject(\(index), members, \"\(field.name)\")")
      } else if field.isRequired && !field.hasDefault {
        lines.append("    reader.require(\(index), members, \"\(field.name)\")")
      }
    }
    lines.append("  }")
    return lines + index(fields)
  }

  private func statement(_ field: Field) -> String {
    let arguments = "\"\(field.name)\", &\(field.codecName)"
    if !field.enumeration.isEmpty {
      let values = field.enumeration.map { "\"\($0)\"" }.joined(separator: ", ")
      let call = if case .list = field.type { "listedElements" } else { "listedMember" }
      let line = "reader.\(call)(\(arguments), [\(values)])"
      if line.count <= 100 { return line }
      return "\n        reader.\(call)(\n          \(arguments), [\(values)])"
    }
    return "reader.\(acceptsNull(field) ? "nullableMember" : "member")(\(arguments))"
  }

  private func acceptsNull(_ field: Field) -> Bool {
    if case .scalar(.time) = field.type { return true }
    guard let name = field.type.required.structName,
      let target = layout.source.definition(name, in: definition.package.namespace)
    else { return false }
    return target.isNullable
  }

  private func index(_ fields: [Field]) -> [String] {
    var lines = [
      "",
      "  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {",
      "    switch key.word {",
    ]
    var words: [(word: UInt64, fields: [(index: Int, name: String)])] = []
    for (index, field) in fields.enumerated() {
      let word = firstWord(field.name)
      if let position = words.firstIndex(where: { $0.word == word }) {
        words[position].fields.append((index, field.name))
      } else {
        words.append((word, [(index, field.name)]))
      }
    }
    for (word, fields) in words {
      lines.append("    case 0x\(String(word, radix: 16)):")
      for (index, name) in fields {
        let count = name.utf8.count
        let test = count <= 8 ? "key.count == \(count)" : "key.equals(\"\(name)\")"
        lines.append("      if \(test) { return \(index) }\(count <= 8 ? "  // \(name)" : "")")
      }
    }
    lines.append("    default: break")
    lines.append("    }")
    lines.append("    return key.foldedIndex(in: memberNames, options)")
    lines.append("  }")
    return lines
  }

  /// As `JSONKey.word`.
  private func firstWord(_ name: String) -> UInt64 {
    var word: UInt64 = 0
    for (index, byte) in name.utf8.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
    return word
  }

  private func encode(_ fields: [Field]) -> [String] {
    var lines = ["", "  public func encode(to writer: inout JSONWriter) {", "    writer.beginObject()"]
    for field in fields {
      // Nothing is left out even where Go writes null, which few schemas accept.
      let isOptional = if case .optional = field.type { true } else { false }
      let isWritten = (field.isRequired || field.isAlwaysWritten) && !isOptional
      var value = field.codecName
      // A map without entries is left out, an absent one that must be written is null.
      if case .map = field.type, !isWritten { value += " ?? [:]" }
      lines.append("    writer.\(isWritten ? "member" : "memberUnlessEmpty")(\"\(field.name)\", \(value))")
    }
    lines.append("    writer.endObject()")
    lines.append("  }")
    return lines
  }
}

extension Field {
  /// A field of a scalar type has the type's zero as its default in the OpenAPI document, so that its absence is no
  /// fault there, required or not; types that have a definition of their own there have none.
  var hasDefault: Bool {
    guard case .scalar(let scalar) = type else { return false }
    return switch scalar {
    case .quantity, .time, .duration, .intOrString, .microTime, .bytes, .any, .json: false
    case .string, .bool, .double, .int, .int32, .int64, .uint, .uint8, .uint32, .uint64: true
    }
  }
}

extension FieldType {
  /// The name where this is a type of ours itself.
  var structName: String? { if case .named(let name) = self { name } else { nil } }
}
