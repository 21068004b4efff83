import JSON
import KubeClient

/// One request to the API server, in the form of the records.
struct RecordedAction {
  /// `create`, `update`, `patch` or `delete`.
  var verb: String
  var resource: String
  var subresource = ""
  /// Empty where the server makes the name.
  var name = ""
  var object: JSONValue?
  var patch: JSONValue?
  var isRefused = false

  init(_ record: JSONValue) {
    let words = (record["verb"]?.string ?? "").split(separator: " ", maxSplits: 1)
    verb = words.first.map(String.init) ?? ""
    isRefused = words.count > 1 || record["refused"]?.bool == true
    resource = record["resource"]?.string ?? ""
    subresource = record["subresource"]?.string ?? ""
    name = record["name"]?.string ?? ""
    object = record["object"]
    patch = record["patch"].map(Self.withoutReplacingTheAbsent)
  }

  /// Clients of Kubernetes "replace" what they have just tested to be absent; that adds it.
  private static func withoutReplacingTheAbsent(_ patch: JSONValue) -> JSONValue {
    guard let operations = patch.array else { return patch }
    let absent = Set(
      operations.filter { $0["op"]?.string == "test" && $0["value"] ?? .null == .null }.map { $0["path"] })
    return .array(
      operations.map { operation in
        guard operation["op"]?.string == "replace", absent.contains(operation["path"]) else { return operation }
        var operation = operation
        operation["op"] = "add"
        return operation
      })
  }

  /// A write of ours. Of an update of a status only the status counts.
  init(_ write: ObjectWrite, _ outcome: WriteOutcome) {
    resource = write.path.resource.resource
    subresource = write.path.subresource ?? ""
    name = write.path.name ?? ""
    switch write.operation {
    case .get: verb = "get"
    case .list: verb = "list"
    case .create(let object):
      verb = "create"
      self.object = object
      name = object.value(at: "metadata", "name")?.string ?? ""
    case .change(_, let wanted):
      verb = "update"
      object = subresource == "status" ? ["status": wanted["status"] ?? [:]] : wanted
    case .patch(let patch):
      verb = "patch"
      switch patch {
      case .json(let patch): self.patch = patch.jsonTree
      case .merge(let value), .strategicMerge(let value), .apply(let value): self.patch = value
      }
    case .delete: verb = "delete"
    }
    if case .failure = outcome { isRefused = true }
  }

  /// What is done to what, without how.
  var heading: String {
    let place = subresource.isEmpty ? resource : "\(resource)/\(subresource)"
    return "\(verb) \(place)\(isRefused ? " (refused)" : "")"
  }

  var key: String { heading + " " + name }
}

extension RecordedAction {
  /// In what the writes differ from the recorded ones.
  ///
  /// - Parameters:
  ///   - inOrder: whether their order counts; without it both are sorted first.
  ///   - compared: what of an object counts.
  static func differences(
    _ expected: [RecordedAction], _ found: [RecordedAction], inOrder: Bool,
    compared: (JSONValue) -> JSONValue = ObjectComparison.tidy
  ) -> [String] {
    let expected = inOrder ? expected : expected.sorted { $0.key < $1.key }
    let found = inOrder ? found : found.sorted { $0.key < $1.key }
    guard expected.map(\.heading) == found.map(\.heading) else {
      return ["writes [\(list(expected))], got [\(list(found))]"]
    }
    var differences: [String] = []
    for (expected, found) in zip(expected, found) {
      if !expected.name.isEmpty, expected.name != found.name {
        differences.append("\(expected.heading): name \(expected.name), got \(found.name)")
      }
      for (wanted, present) in [(expected.object, found.object), (expected.patch, found.patch)] {
        let places = ObjectComparison.differences(compared(wanted ?? .null), compared(present ?? .null))
        differences += places.map {
          "\(expected.heading) \($0.pathWithoutNumbers): \($0.expected), got \($0.found)"
        }
      }
    }
    return differences
  }

  private static func list(_ actions: [RecordedAction]) -> String {
    actions.map(\.heading).joined(separator: ", ")
  }
}
