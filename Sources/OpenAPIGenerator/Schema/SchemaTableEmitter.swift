import JSON

/// Writes the tables by which objects are checked at run time: one compact JSON schema a type, with references to others.
struct SchemaTableEmitter {
  let source: Source
  static let folder = "Sources/APISchemas/Generated"

  func files() throws -> [String: String] {
    var files: [String: String] = [:]
    var names: [String] = []
    for (name, types) in try tables() {
      names.append(name)
      files["\(Self.folder)/APISchemas+\(name).swift"] = file(name, types)
    }
    files["\(Self.folder)/APISchemas+Tables.swift"] = index(names.sorted())
    return files
  }

  // MARK: Tables

  /// The types by table, and by name in it; each table holds those of one namespace.
  private func tables() throws -> [String: [String: JSONValue]] {
    var tables: [String: [String: JSONValue]] = ["Values": ["quantity": .object(SchemaBuilder.structuralQuantity)]]
    for kind in source.kinds {
      for version in kind.versions {
        let builder = SchemaBuilder(source: source, style: .structuralTable(isOpen: version.isOpen))
        let root = version.definition
        try collect(root, isRoot: true, builder, into: &tables) { $0.swiftName }
      }
    }
    let builtIn = SchemaBuilder(source: source, style: .builtInTable)
    let metadata = source.definitions.filter { $0.swiftName == "ObjectMeta" }
    for root in metadata + builtInRoots.map(\.definition) {
      try collect(root, isRoot: false, builtIn, into: &tables) { $0.definitionName(inKubernetes: true) }
    }
    return tables
  }

  private func collect(
    _ definition: Definition, isRoot: Bool, _ builder: SchemaBuilder, into tables: inout [String: [String: JSONValue]],
    name: (Definition) -> String
  ) throws {
    let table = builder.tableName(of: definition)
    let present = tables[table]?[name(definition)]
    let schema = builder.object(definition, isRoot: isRoot)
    if let present {
      // Roots are special in an open version: null can't stand for a whole object.
      guard present == schema else {
        throw SourceError(
          file: definition.file, message: "\(definition.name) has two schemas, as a kind and as a member")
      }
      return
    }
    tables[table, default: [:]][name(definition)] = schema
    for reference in Self.references(in: schema) where reference != SchemaBuilder.quantityName {
      guard let target = self.target(of: reference, name) else { continue }
      try collect(target, isRoot: false, builder, into: &tables, name: name)
    }
  }

  /// The type of that name: one with a schema only, where it stands for one with fewer fields.
  private func target(of reference: String, _ name: (Definition) -> String) -> Definition? {
    let found = source.definitions.filter { name($0) == reference }
    return found.first { $0.package.module == nil } ?? found.first
  }

  /// The types that a schema refers to, in order.
  private static func references(in schema: JSONValue) -> [String] {
    switch schema {
    case .object(let object):
      if case .string(let name)? = object["$ref"] { return [name] }
      return object.flatMap { references(in: $0.value) }
    case .array(let elements): return elements.flatMap(references(in:))
    default: return []
    }
  }

  // MARK: Built-in kinds

  /// The kinds of Kubernetes itself.
  private var builtInRoots: [(identity: JSONValue, definition: Definition)] {
    source.kubernetesKinds.flatMap { kind in kind.versions.map { (kind.identity($0), $0.definition) } }
  }

  // MARK: Kinds

  private var customKinds: JSONValue {
    .array(
      source.kinds.map { kind in
        var entry: JSONObject = [
          "kind": .string(kind.name), "group": .string(kind.group), "plural": .string(kind.plural),
          "singular": .string(kind.singular), "shortNames": .array(kind.shortNames.map { .string($0) }),
          "categories": .array(kind.categories.map { .string($0) }),
          "scope": kind.isNamespaced ? "Namespaced" : "Cluster",
        ]
        if !kind.columns.isEmpty { entry["columns"] = .array(kind.columns) }
        entry["versions"] = .array(kind.versions.map { version($0, of: kind) })
        return .object(entry)
      })
  }

  private func version(_ version: Kind.Version, of kind: Kind) -> JSONValue {
    var entry: JSONObject = ["name": .string(version.name), "type": .string(version.definition.swiftName)]
    if version.isStored { entry["storage"] = true }
    if version.isDeprecated { entry["deprecated"] = true }
    if version.isOpen { entry["isOpen"] = true }
    if version.hasStatus { entry["status"] = true }
    if let scale = version.scale { entry["scale"] = scale }
    return .object(entry)
  }

  private var builtInKinds: JSONValue {
    .array(
      builtInRoots.map { identity, definition in
        var entry = identity
        entry["type"] = .string(definition.definitionName(inKubernetes: true))
        return entry
      })
  }

  // MARK: Swift

  private static let header =
    "// Made from openapi/ by `make generate`; what is changed here is lost with the next one.\n\n"

  private func file(_ table: String, _ types: [String: JSONValue]) -> String {
    var text = Self.header + "extension APISchemas {\n  static let \(Self.identifier(table)): [TypeSchema] = [\n"
    for (name, schema) in types.sorted(by: { Self.precedes($0.key, $1.key) }) {
      text += "    TypeSchema(\n      \"\(name)\",\n      #\"\(schema.serialized())\"#),\n"
    }
    return text + "  ]\n}\n"
  }

  /// By bytes, as the tables are searched.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private func index(_ names: [String]) -> String {
    Self.header + """
      extension APISchemas {
        /// The tables of types, each sorted by name.
        public static let tables: [[TypeSchema]] = [
          \(names.map(Self.identifier).joined(separator: ", "))
        ]

        /// Our kinds as `openapi/kinds.json` has them, a JSON array; `type` is a type of the tables.
        public static let customKinds: StaticString = #\"\(customKinds.serialized())\"#

        /// The kinds of Kubernetes whose types are known, a JSON array.
        public static let builtInKinds: StaticString = #\"\(builtInKinds.serialized())\"#
      }

      """
  }

  private static func identifier(_ table: String) -> String { table.prefix(1).lowercased() + table.dropFirst() }
}

extension SchemaBuilder {
  /// The table that holds a type: `V1`, or `BuiltInCore` for a type of a built-in kind.
  func tableName(of definition: Definition) -> String {
    if case .builtInTable = style {
      let parts = definition.package.kubernetesDefinitions.split(separator: ".")
      let name = parts.dropLast().last.map(String.init) ?? "Core"
      return "BuiltIn" + name.prefix(1).uppercased() + name.dropFirst() + (parts.last ?? "").uppercased()
    }
    let namespace = definition.package.namespace
    return namespace.isEmpty ? "Kubernetes" : namespace.split(separator: ".").joined()
  }
}
