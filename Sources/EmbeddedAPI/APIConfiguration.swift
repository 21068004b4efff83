import EmbeddedStore
import Kube
import Logging

/// What an API server is made of; every part can be another one in tests.
public struct APIConfiguration: Sendable {
  public var store: any ObjectStoring
  public var registry: ResourceRegistry
  public var schemas: any SchemaSource
  public var authenticator: any Authenticator
  public var authorizer: any Authorizer
  /// In the order in which they run.
  public var admission: [any AdmissionStep]
  /// Who answers for kinds that are not stored and for paths below objects.
  public var endpoints: [EndpointKey: any ResourceEndpoint]
  public var streamingEndpoints: [EndpointKey: any StreamingEndpoint]
  /// Nil does not serve the group `subresources.kubevirt.io`.
  public var subresources: SubresourceOptions?
  /// Nil describes the registry with nothing else.
  public var discovery: DiscoveryService?
  /// Nil serves watches of the store with the usual options.
  public var watches: WatchService?
  /// Gets to know every request that was answered.
  public var audit: (any RequestAudit)?
  public var logger: Logger
  public var now: @Sendable () -> Timestamp
  public var makeUID: @Sendable () -> String

  public init(
    store: any ObjectStoring, registry: ResourceRegistry, schemas: any SchemaSource,
    authenticator: any Authenticator, authorizer: any Authorizer, admission: [any AdmissionStep] = [],
    endpoints: [EndpointKey: any ResourceEndpoint] = [:],
    streamingEndpoints: [EndpointKey: any StreamingEndpoint] = [:], subresources: SubresourceOptions? = nil,
    discovery: DiscoveryService? = nil,
    watches: WatchService? = nil, audit: (any RequestAudit)? = nil, logger: Logger,
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    makeUID: @escaping @Sendable () -> String = { UUID.random().description }
  ) {
    self.store = store
    self.registry = registry
    self.schemas = schemas
    self.authenticator = authenticator
    self.authorizer = authorizer
    self.admission = admission
    self.endpoints = endpoints
    self.streamingEndpoints = streamingEndpoints
    self.subresources = subresources
    self.discovery = discovery
    self.watches = watches
    self.audit = audit
    self.logger = logger
    self.now = now
    self.makeUID = makeUID
  }
}
