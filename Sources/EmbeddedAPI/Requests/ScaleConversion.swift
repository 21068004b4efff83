import JSON
import Kube

/// The view of an object that `/scale` gives (autoscaling/v1 Scale), and the way back.
enum ScaleConversion {
  static let kind = GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale")

  /// The names of a path such as `.spec.replicas`.
  private static func steps(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }

  private static func value(of object: JSONValue, at path: String) -> JSONValue? {
    var value: JSONValue? = object
    for step in steps(path) { value = value?[step] }
    return value
  }

  private static func set(_ new: JSONValue, in object: inout JSONValue, at steps: ArraySlice<String>) {
    guard let first = steps.first else {
      object = new
      return
    }
    var member = object[first] ?? [:]
    set(new, in: &member, at: steps.dropFirst())
    object[first] = member
  }

  /// The Scale of an object.
  static func scale(of object: JSONValue, _ paths: ScalePaths) -> JSONValue {
    var metadata: JSONObject = [:]
    for name in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
      if let value = object.value(at: "metadata", name) { metadata[name] = value }
    }
    var status: JSONValue = ["replicas": value(of: object, at: paths.statusReplicas) ?? 0]
    if let path = paths.labelSelector, let selector = value(of: object, at: path)?.string, !selector.isEmpty {
      status["selector"] = .string(selector)
    }
    return [
      "kind": .string(kind.kind), "apiVersion": .string(kind.apiVersion), "metadata": .object(metadata),
      "spec": ["replicas": value(of: object, at: paths.specReplicas) ?? 0], "status": status,
    ]
  }

  /// The object with the number that a change of its Scale wants.
  static func apply(
    _ change: ObjectUpdate.ScaleChange, to object: JSONValue, _ request: ResourceRequest
  ) throws(Status) -> JSONValue {
    guard let paths = request.definition.version(request.version)?.scale else { throw .noSuchResource }
    var wanted = try change.wanted(scale(of: object, paths))
    try BodyIdentity.check(&wanted, is: kind, isCustom: false)
    try PlaceRules.check(wanted, name: request.name)
    try PlaceRules.check(wanted, namespace: request.namespace, isNamespaced: request.definition.isNamespaced)
    let replicas: Int64
    switch wanted.value(at: "spec", "replicas") {
    case nil, .null?: replicas = 0
    case .number(let number)? where number.int64.map { Int32(exactly: $0) != nil } ?? false:
      replicas = number.int64 ?? 0
    case .some:
      throw .badRequest(
        "Scale in version \"v1\" cannot be handled as a Scale: spec.replicas must be an integer of 32 bits")
    }
    if replicas < 0 {
      throw .invalid(
        kind, request.name,
        [Cause(.invalid, "spec.replicas", "Invalid value: \(replicas): must be greater than or equal to 0")])
    }
    var changed = object
    set(.number(JSONNumber(replicas)), in: &changed, at: steps(paths.specReplicas)[...])
    let revision = wanted.value(at: "metadata", "resourceVersion")?.string ?? ""
    if !revision.isEmpty { changed["metadata"]?["resourceVersion"] = .string(revision) }
    let uid = wanted.value(at: "metadata", "uid")?.string ?? ""
    if !uid.isEmpty { changed["metadata"]?["uid"] = .string(uid) }
    return changed
  }
}
