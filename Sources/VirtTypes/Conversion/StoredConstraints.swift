import JSON

/// What the schema of stored objects demands of one type's members, beyond their types; the table is generated.
struct StoredConstraints: Sendable {
  var required: [String]
  /// Members that may be null; a name with `[]` after it stands for a list's elements.
  var nullable: [String]
  /// Members whose values the schema lists.
  var listed: [String: [String]]
  /// The types of members for which the table has something to say.
  var members: [String: String]

  /// What must change in an object, and where it may hold null.
  struct Walk {
    var changes: [SchemaChange] = []
    var allowedNulls: Set<[JSONProblem.Step]> = []
  }

  static func walk(_ object: JSONValue, kind: String) -> Walk {
    var walk = Walk()
    if let type = kinds[kind] { visit(object, type, [], &walk) }
    return walk
  }

  private static func visit(_ value: JSONValue, _ type: String, _ path: [JSONProblem.Step], _ walk: inout Walk) {
    guard let object = value.object, let constraints = types[type] else { return }
    for name in constraints.required where object[name] == nil {
      // Without the outermost objects there would be nothing to store; elsewhere what is incomplete goes as a whole.
      let isOutermost = path.count < 2
      walk.changes.append(isOutermost || fillable.contains(name) ? .fill(path + [.member(name)]) : .remove(path))
    }
    for (name, member) in object {
      let place = path + [.member(name)]
      if member.isNull {
        if constraints.nullable.contains(name) {
          walk.allowedNulls.insert(place)
        } else if path.count > 0 || name != "metadata" {
          walk.changes.append(.remove(place))
        }
        continue
      }
      if let allowed = constraints.listed[name], let text = member.string, !allowed.contains(text) {
        walk.changes.append(.remove(place))
      }
      if case .array(let elements) = member, constraints.nullable.contains(name + "[]") {
        for (index, element) in elements.enumerated() where element.isNull {
          walk.allowedNulls.insert(place + [.index(index)])
        }
      }
      guard let type = constraints.members[name] else { continue }
      switch member {
      case .array(let elements):
        for (index, element) in elements.enumerated() { visit(element, type, place + [.index(index)], &walk) }
      default: visit(member, type, place, &walk)
      }
    }
  }

  /// Objects that v1 requires and v1alpha2 does not, in presets.
  private static let fillable: Set<String> = ["devices"]
}
