import JSON
import Kube
import KubeClient

/// Stands where the API server stands when a case is run: takes every write but those which the record refuses.
struct RecordedCluster {
  /// As "verb resource".
  var refusals: Set<String>
  /// The objects that there are, by resource and name.
  private var objects: [String: JSONValue] = [:]

  init(_ input: JSONValue) {
    refusals = Set(input["fail"]?.array?.compactMap(\.string) ?? [])
  }

  /// Has an object to be read and patched.
  mutating func add(_ object: JSONValue, _ resource: String) {
    objects[resource + "/" + (object.value(at: "metadata", "name")?.string ?? "")] = object
  }

  mutating func perform(_ write: ObjectWrite) -> WriteOutcome {
    let action = RecordedAction(write, .success(.null))
    if refusals.contains("\(action.verb) \(action.resource)") {
      return .failure(.status(.failure(.internalError, code: 500, message: "refused, as the record says")))
    }
    let key = action.resource + "/" + action.name
    switch write.operation {
    case .get:
      guard let object = objects[key] else {
        return .failure(.status(.failure(.notFound, code: 404, message: "\(key) not found")))
      }
      return .success(object)
    case .list: return .success(["items": []])
    case .create(var object):
      var metadata = object["metadata"] ?? [:]
      if action.name.isEmpty { metadata["name"] = .string((metadata["generateName"]?.string ?? "") + "xxxxx") }
      if metadata["namespace"] == nil, let namespace = write.path.namespace {
        metadata["namespace"] = .string(namespace)
      }
      object["metadata"] = metadata
      add(object, action.resource)
      return .success(object)
    case .change(_, let wanted):
      objects[key] = wanted
      return .success(wanted)
    case .patch(let patch):
      guard var object = objects[key] else { return .success([:]) }
      switch patch {
      case .json(let patch):
        guard let patched = try? patch.applied(to: object) else {
          return .failure(.status(.failure(.invalid, code: 422, message: "the patch does not apply")))
        }
        object = patched
      case .merge(let value), .strategicMerge(let value), .apply(let value):
        object = MergePatch.apply(value, to: object)
      }
      objects[key] = object
      return .success(object)
    case .delete:
      return .success(objects[key] ?? [:])
    }
  }
}
