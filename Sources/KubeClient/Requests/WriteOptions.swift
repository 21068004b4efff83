import JSON
import Kube

/// How objects are written.
public struct WriteOptions: Sendable, Hashable {
  /// The owner of the fields; empty for a name made from the user agent.
  public var fieldManager: String
  /// Runs everything but the storing.
  public var isDryRun: Bool
  /// `Strict`, `Warn` or `Ignore`; empty for the server's own choice.
  public var fieldValidation: String
  /// Takes fields over from other managers; apply patches only.
  public var isForced: Bool

  public init(
    fieldManager: String = "", isDryRun: Bool = false, fieldValidation: String = "", isForced: Bool = false
  ) {
    self.fieldManager = fieldManager
    self.isDryRun = isDryRun
    self.fieldValidation = fieldValidation
    self.isForced = isForced
  }

  var query: [(String, String)] {
    var fields: [(String, String)] = []
    if !fieldManager.isEmpty { fields.append(("fieldManager", fieldManager)) }
    if isDryRun { fields.append(("dryRun", "All")) }
    if !fieldValidation.isEmpty { fields.append(("fieldValidation", fieldValidation)) }
    if isForced { fields.append(("force", "true")) }
    return fields
  }
}

/// A change of an object.
public enum ObjectPatch: Sendable, Hashable {
  /// RFC 6902.
  case json(JSONPatch)
  /// RFC 7386.
  case merge(JSONValue)
  /// Kubernetes' strategic merge patch, for its own kinds only.
  case strategicMerge(JSONValue)
  /// Server-side apply of a whole configuration.
  case apply(JSONValue)

  var contentType: String {
    switch self {
    case .json: "application/json-patch+json"
    case .merge: "application/merge-patch+json"
    case .strategicMerge: "application/strategic-merge-patch+json"
    case .apply: "application/apply-patch+yaml"
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .json(let patch): patch.jsonBytes()
    case .merge(let value), .strategicMerge(let value), .apply(let value): value.jsonBytes()
    }
  }
}

/// How an object is deleted.
public struct DeletionOptions: Sendable, Hashable {
  /// `Foreground`, `Background` or `Orphan`; empty for the kind's default.
  public var propagationPolicy: String
  /// Nil for the kind's default.
  public var gracePeriodSeconds: Int64?
  /// The object that is meant, in case its name was given to another.
  public var uid: String
  public var resourceVersion: String
  public var isDryRun: Bool

  public init(
    propagationPolicy: String = "", gracePeriodSeconds: Int64? = nil, uid: String = "", resourceVersion: String = "",
    isDryRun: Bool = false
  ) {
    self.propagationPolicy = propagationPolicy
    self.gracePeriodSeconds = gracePeriodSeconds
    self.uid = uid
    self.resourceVersion = resourceVersion
    self.isDryRun = isDryRun
  }

  var body: JSONValue {
    var preconditions = JSONObject()
    if !uid.isEmpty { preconditions["uid"] = .string(uid) }
    if !resourceVersion.isEmpty { preconditions["resourceVersion"] = .string(resourceVersion) }
    var body: JSONObject = ["kind": "DeleteOptions", "apiVersion": "v1"]
    if !propagationPolicy.isEmpty { body["propagationPolicy"] = .string(propagationPolicy) }
    if let gracePeriodSeconds { body["gracePeriodSeconds"] = .number(JSONNumber(gracePeriodSeconds)) }
    if !preconditions.isEmpty { body["preconditions"] = .object(preconditions) }
    if isDryRun { body["dryRun"] = ["All"] }
    return .object(body)
  }
}
