import JSON
import Kube

/// A request to a resource, read from its path and query: what authorization and handlers work on.
public struct ResourceRequest: Sendable {
  public var verb: Verb
  public var definition: ResourceDefinition
  /// The version in the path.
  public var version: String
  /// Empty for objects of the cluster and for lists over all namespaces.
  public var namespace: String
  /// Empty for collections.
  public var name: String
  /// Empty for the object itself; may have several steps, as `proxy/metrics`.
  public var subresource: String
  public var options: RequestOptions
  public var user: UserInfo
  /// As it came; `contentType` says what it is.
  public var body: [UInt8]
  public var contentType: String
  /// The `Accept` header; what is answered by default is JSON.
  public var accept: String

  public init(
    verb: Verb, definition: ResourceDefinition, version: String, namespace: String = "", name: String = "",
    subresource: String = "", options: RequestOptions = RequestOptions(), user: UserInfo, body: [UInt8] = [],
    contentType: String = "application/json", accept: String = "application/json"
  ) {
    self.verb = verb
    self.definition = definition
    self.version = version
    self.namespace = namespace
    self.name = name
    self.subresource = subresource
    self.options = options
    self.user = user
    self.body = body
    self.contentType = contentType
    self.accept = accept
  }

  public var kind: GroupVersionKind { definition.kind(in: version) }
  public var resource: GroupVersionResource { definition.resource(in: version) }
}

/// The parameters of a query that the API knows (meta/v1 GetOptions, ListOptions, CreateOptions …).
public struct RequestOptions: Sendable, Hashable {
  public enum FieldValidation: String, Sendable, Hashable {
    case ignore = "Ignore"
    case warn = "Warn"
    case strict = "Strict"
  }

  /// How `resourceVersion` is meant in lists.
  public enum VersionMatch: String, Sendable, Hashable {
    case exact = "Exact"
    case notOlderThan = "NotOlderThan"
  }

  public var labelSelector = ""
  public var fieldSelector = ""
  public var resourceVersion = ""
  public var resourceVersionMatch: VersionMatch?
  public var limit: Int?
  public var continueToken = ""
  public var watch = false
  public var allowWatchBookmarks = false
  public var sendInitialEvents: Bool?
  public var timeoutSeconds: Int?
  public var isDryRun = false
  public var fieldManager = ""
  /// Warn where the client says nothing, as Kubernetes does.
  public var fieldValidation = FieldValidation.warn
  public var pretty = false
  public var gracePeriodSeconds: Int64?
  /// `Orphan`, `Background` or `Foreground`; empty when not said.
  public var propagationPolicy = ""
  /// For tables: `None`, `Metadata` or `Object`.
  public var includeObject = ""
  /// All parameters as they came, decoded: for `exec`, `log` and the like.
  public var parameters: [String: [String]] = [:]

  public init() {}
}
