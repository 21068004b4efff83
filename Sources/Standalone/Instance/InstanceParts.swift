import ComponentBase
import APISchemas
import EmbeddedAPI
import EmbeddedStore
import Glibc
import JSON
import Kube
import KubeClient
import Logging
import OpenAPIDocuments
import PodRunner
import Transport
import VirtAPI

/// What one instance is made of, put together; the API's parts know each other only here.
struct InstanceParts: Sendable {
  let store: EmbeddedStore
  let registry: ResourceRegistry
  let authorizer: RoleAuthorizer
  let server: APIServer
  let controllers: BuiltInControllers
  let authenticator: RequestAuthenticator
  /// The HTTP server once it has started.
  let running = ServerReference()
  private let drain = WatchDrain()
  /// Where the handler of this machine's guests listens.
  let handlerAddress = HandlerAddress()
  /// Who runs this machine's pods.
  let pods = PodRunnerReference()
  let port: UInt16
  let logger: Logger

  init(_ options: InstanceOptions, store: EmbeddedStore, certificates: InstanceCertificates, logger: Logger) throws {
    self.store = store
    self.logger = logger
    port = options.port
    registry = ResourceRegistry(BuiltInResources.definitions + CustomResources.definitions)
    authorizer = RoleAuthorizer(store: store, logger: logger)
    let tokens = ServiceAccountTokens(keys: try certificates.tokenKeys(), store: store)
    authenticator = RequestAuthenticator(tokens: tokens)
    let source = VirtObjectSource(store: store, registry: registry, logger: logger)
    let running = running
    let discovery = DiscoveryService(
      registry: registry, additionalGroups: [.subresources], serverAddress: "\(options.bindAddress):\(options.port)",
      openAPI: OpenAPIService(
        version2: [OpenAPIDocuments.v2, OpenAPIDocuments.kubernetesV2],
        version3: OpenAPIDocuments.v3 + OpenAPIDocuments.kubernetesV3),
      health: HealthChecks([Self.storeCheck(store)]),
      metrics: { ServerMetrics.text(server: running.server?.metrics) })
    server = APIServer(
      APIConfiguration(
        store: store, registry: registry,
        schemas: SchemaCatalog(
          table: APISchemas.schema(of:), customKinds: APISchemas.customKinds, builtInKinds: APISchemas.builtInKinds),
        authenticator: authenticator, authorizer: authorizer,
        admission: BuiltInAdmission.steps(store: store) + [
          RoleEscalationStep(authorizer: authorizer),
          SecretTokenStep(
            tokens: tokens, store: store, authorities: { (try? certificates.servingAuthorities()) ?? [] }),
          VirtAdmission(source: source, logger: logger),
        ],
        endpoints: BuiltInEndpoints.endpoints.merging(
          AccessEndpoints.all(authorizer: authorizer, tokens: tokens)
        ) { first, _ in first },
        streamingEndpoints: BuiltInEndpoints.streams(runner: PodStreams(pods, logger: logger)),
        subresources: SubresourceOptions(
          configuration: { try await source.snapshot().configuration },
          nodes: options.runsControllers && options.runsGuests ? try handlerAddress.nodes(certificates) : nil),
        discovery: discovery,
        watches: WatchService(store: store, drain: drain),
        audit: options.auditLogPath.map { AuditLog(path: $0, logger: logger) }, logger: logger))
    controllers = BuiltInControllers(
      ControllerContext(store: store, registry: registry, objects: server.objects(as: Self.user), logger: logger),
      directories: HostDirectories(root: options.directory.volumes),
      authority: { String(decoding: (try? certificates.servingAuthorities()) ?? [], as: UTF8.self) })
  }

  /// As whom the built-in controllers write.
  private static let user = UserInfo(
    username: "system:swift-virt", groups: ["system:masters", "system:authenticated"])

  /// Brings the store in line with this release, and reads what requests are decided by.
  func prepare() async throws {
    try await SeedObjects(
      registry: registry, roles: BootstrapRoles.objects, groups: [.subresources], port: Int(port)
    )
    .ensure(in: store, registry: registry, now: Timestamp.now())
    try await authorizer.load()
  }

  /// What goes on beside the requests, until it is cancelled.
  func run(in group: inout TaskGroup<Void>) {
    group.addTask { await authorizer.run() }
    group.addTask { await controllers.run() }
  }

  /// Ends the watches in good order, so that what is left is short.
  func beginDraining() { drain.begin() }

  /// Whether the store can be read.
  private static func storeCheck(_ store: EmbeddedStore) -> HealthChecks.Check {
    HealthChecks.Check("store") {
      do {
        _ = try store.get(ObjectKey(collection: "namespaces", name: "default"))
        return nil
      } catch {
        return "\(error)"
      }
    }
  }

  /// The API's paths, and the one that `swift-virt status` asks.
  var router: HTTPRouter {
    let api = server.router
    return { head in
      guard head.path == InstanceStatus.path else { return api(head) }
      return .buffered(bodyLimit: 0) { request in .later { await status(request.head) } }
    }
  }

  private func status(_ head: HTTPRequestHead) async -> HTTPResponse {
    do throws(Status) {
      let user = try await authenticator.authenticate(head)
      let attributes = AccessAttributes(user: user, verb: head.method.lowercased(), path: head.path)
      if case .denied(let reason) = await authorizer.authorize(attributes) {
        throw .failure(.forbidden, code: 403, message: "only administrators may see this: \(reason)")
      }
      return HTTPResponse(status: 200, headers: .json, body: try currentStatus().json.jsonBytes())
    } catch {
      return HTTPResponse(status: Int(error.code), headers: .json, body: error.jsonBytes())
    }
  }

  private func currentStatus() throws(Status) -> InstanceStatus {
    let fault = Self.storeCheck(store).fault()
    var parts = [InstanceStatus.Part(name: "store", isReady: fault == nil, message: fault ?? "")]
    parts.append(InstanceStatus.Part(name: "api", isReady: !drain.isDraining))
    do {
      let statistics = try store.statistics()
      return InstanceStatus(
        parts: parts, objects: statistics.objects, revision: statistics.revision.value,
        fileBytes: statistics.fileBytes, residentBytes: ProcessMetrics.residentBytes ?? 0)
    } catch {
      throw .failure(.internalError, code: 500, message: "\(error)")
    }
  }
}
