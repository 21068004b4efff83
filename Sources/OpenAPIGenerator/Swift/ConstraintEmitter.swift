/// Writes what the schemas of stored objects demand beyond the types of their members, for the kinds that have a
/// version with other fields.
struct ConstraintEmitter {
  let source: Source
  static let folder = "Sources/VirtTypes/Generated"

  func files() -> [String: String] {
    let kinds = source.kinds.filter { $0.versions.contains(where: \.isOpen) }
    let roots = kinds.compactMap { kind in kind.versions.first(where: \.isStored).map { (kind.name, $0.definition) } }
    if roots.isEmpty { return [:] }
    var types: [String: Constraints] = [:]
    for (_, root) in roots { collect(root, into: &types) }
    let reached = Self.closed(types)
    var lines = [
      "// Made from openapi/ by `make generate`; what is changed here is lost with the next one.",
      "",
      "extension StoredConstraints {",
      "  static let kinds: [String: String] = [",
    ]
    lines += roots.map { "    \"\($0.0)\": \"\($0.1.swiftName)\"," }.sorted()
    lines += ["  ]", "", "  static let types: [String: StoredConstraints] = ["]
    for name in reached.sorted() { lines += types[name]?.lines(name, reached) ?? [] }
    lines += ["  ]", "}", ""]
    return ["\(Self.folder)/StoredConstraints+Table.swift": lines.joined(separator: "\n")]
  }

  /// What one type demands of its members.
  private struct Constraints {
    var required: [String] = []
    /// A name with `[]` after it stands for a list's elements.
    var nullable: [String] = []
    var listed: [(name: String, values: [String])] = []
    var members: [(name: String, type: String)] = []
    var hasTime = false

    var isEmpty: Bool { required.isEmpty && nullable.isEmpty && listed.isEmpty && !hasTime }

    func lines(_ name: String, _ reached: Set<String>) -> [String] {
      func list(_ names: [String]) -> String { "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
      func map(_ entries: [String]) -> String { entries.isEmpty ? "[:]" : "[" + entries.joined(separator: ", ") + "]" }
      let members = members.filter { reached.contains($0.type) }
      var lines = ["    \"\(name)\": StoredConstraints("]
      lines.append("      required: \(list(required)),")
      lines.append("      nullable: \(list(nullable)),")
      lines.append("      listed: \(map(listed.map { "\"\($0.name)\": \(list($0.values))" })),")
      if members.isEmpty {
        lines.append("      members: [:]),")
      } else {
        lines.append("      members: [")
        lines += members.map { "        \"\($0.name)\": \"\($0.type)\"," }
        lines.append("      ]),")
      }
      return lines
    }
  }

  private func collect(_ definition: Definition, into types: inout [String: Constraints]) {
    if types[definition.swiftName] != nil { return }
    var constraints = Constraints()
    types[definition.swiftName] = constraints
    for field in definition.fields {
      if field.isRequired { constraints.required.append(field.name) }
      if field.crd.isNullable || field.type == .scalar(.time) { constraints.nullable.append(field.name) }
      if field.crd.hasNullableItems { constraints.nullable.append(field.name + "[]") }
      if !field.crd.enumeration.isEmpty { constraints.listed.append((field.name, field.crd.enumeration)) }
      if field.type.required == .scalar(.time) { constraints.hasTime = true }
      if case .map = field.type.required { continue }
      for name in field.type.namedTypes where name != "ObjectMeta" {
        guard let target = source.definition(name, in: definition.package.namespace) else { continue }
        constraints.members.append((field.name, target.swiftName))
        collect(target, into: &types)
      }
    }
    types[definition.swiftName] = constraints
  }

  /// The types that demand something, and those on the way to them.
  private static func closed(_ types: [String: Constraints]) -> Set<String> {
    var reached = Set(types.filter { !$0.value.isEmpty }.keys)
    while true {
      let more = types.filter { name, constraints in
        !reached.contains(name) && constraints.members.contains { reached.contains($0.type) }
      }
      if more.isEmpty { return reached }
      reached.formUnion(more.keys)
    }
  }
}
