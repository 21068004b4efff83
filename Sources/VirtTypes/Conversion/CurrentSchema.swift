import JSON

/// Takes out of an object what the schema of v1 has no place for: an API server would drop it from the stored object,
/// or refuse every later change of it.
enum CurrentSchema {
  /// The largest part of an object that is valid in v1; nil when it has so much else that it can only be an attempt to
  /// keep the reader busy.
  static func fitted(_ object: JSONValue, kind: String) -> JSONValue? {
    var fitted = object
    var patience = 4
    // Taking one thing out can bring up another, such as a member that is required and was of the wrong type. Every
    // round takes out or fills in something, so there is a last one.
    while true {
      let problems = problems(of: fitted, kind: kind)
      if problems.contains(where: { $0.kind == .tooManyElements }) { return nil }
      let walk = StoredConstraints.walk(fitted, kind: kind)
      let changes = ChangeTree(problems.compactMap { change(for: $0, walk.allowedNulls) } + walk.changes)
      if changes.isEmpty { return fitted }
      if problems.count >= JSONReader.problemLimit { patience -= 1 }
      guard patience > 0, let changed = changes.applied(to: fitted), changed != fitted else { return nil }
      fitted = changed
    }
  }

  private static func problems(of object: JSONValue, kind: String) -> [JSONProblem] {
    let bytes = object.jsonBytes()
    return bytes.withUnsafeBytes { buffer in
      switch kind {
      case "VirtualMachine": V1.VirtualMachine.decode(buffer).problems
      case "VirtualMachineInstance": V1.VirtualMachineInstance.decode(buffer).problems
      case "VirtualMachineInstanceReplicaSet": V1.VirtualMachineInstanceReplicaSet.decode(buffer).problems
      case "VirtualMachineInstancePreset": V1.VirtualMachineInstancePreset.decode(buffer).problems
      default: []
      }
    }
  }

  /// Types, ranges and names are what the decoder knows; `StoredConstraints` knows the rest.
  private static func change(for problem: JSONProblem, _ allowedNulls: Set<[JSONProblem.Step]>) -> SchemaChange? {
    let path = problem.path
    if keepsAnything(path) { return nil }
    switch problem.kind {
    case .unknownField(let name): return keepsUnknown(path) ? nil : .remove(path + [.member(name)])
    case .null: return allowedNulls.contains(path) ? nil : .remove(path)
    case .wrongType, .outOfRange, .invalidValue: return path.isEmpty ? nil : .remove(path)
    case .missingField, .notListed, .syntax, .tooDeep, .tooManyElements, .inexactInteger, .duplicateField: return nil
    }
  }

  /// The API server looks after an object's metadata, and the schema leaves that of templates open.
  private static func keepsAnything(_ path: [JSONProblem.Step]) -> Bool {
    switch path.first {
    case .member("apiVersion"), .member("kind"), .member("metadata"): return true
    default: break
    }
    let members = path.compactMap { if case .member(let name) = $0 { name } else { nil } }
    return openMetadata.contains { members.starts(with: $0) }
  }

  private static let openMetadata = [
    ["spec", "template", "metadata"], ["spec", "dataVolumeTemplates", "metadata"],
  ]

  private static func keepsUnknown(_ path: [JSONProblem.Step]) -> Bool { path.suffix(2) == clock }

  private static let clock: [JSONProblem.Step] = [.member("domain"), .member("clock")]
}

/// One step towards a valid object.
enum SchemaChange {
  case remove([JSONProblem.Step])
  /// Puts an empty object where one is required.
  case fill([JSONProblem.Step])
}

/// Changes by their places, so that one pass over the object makes them all.
private struct ChangeTree {
  private var isRemoved = false
  private var filled: [String] = []
  private var inner: [JSONProblem.Step: ChangeTree] = [:]

  init() {}

  init(_ changes: [SchemaChange]) {
    for change in changes { insert(change) }
  }

  var isEmpty: Bool { !isRemoved && filled.isEmpty && inner.isEmpty }

  private mutating func insert(_ change: SchemaChange) {
    switch change {
    case .remove(let path): descend(path[...]) { $0.isRemoved = true }
    case .fill(let path):
      guard case .member(let name)? = path.last else { return }
      descend(path.dropLast()) { $0.filled.append(name) }
    }
  }

  private mutating func descend(_ path: ArraySlice<JSONProblem.Step>, _ body: (inout ChangeTree) -> Void) {
    guard let step = path.first else { return body(&self) }
    inner[step, default: ChangeTree()].descend(path.dropFirst(), body)
  }

  /// The changed value; nil where it is taken out.
  func applied(to value: JSONValue) -> JSONValue? {
    if isRemoved { return nil }
    if isEmpty { return value }
    switch value {
    case .object(let object):
      var members: [JSONObject.Element] = []
      members.reserveCapacity(object.count)
      for (key, member) in object {
        guard let change = inner[.member(key)] else {
          members.append((key, member))
          continue
        }
        if let changed = change.applied(to: member) { members.append((key, changed)) }
      }
      for name in filled { members.append((name, [:])) }
      return .object(JSONObject(members))
    case .array(let elements):
      return .array(
        elements.enumerated().compactMap { index, element in
          guard let change = inner[.index(index)] else { return element }
          return change.applied(to: element)
        })
    default: return value
    }
  }
}
