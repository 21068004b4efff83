import APISchemas
import EmbeddedAPI
import EmbeddedStore
import Glibc
import JSON
import Kube
import KubeClient
import Logging
import Transport

/// What one instance is made of, put together; the API's parts know each other only here.
struct InstanceParts: Sendable {
  let store: EmbeddedStore
  let registry: ResourceRegistry
  let authorizer: RoleAuthorizer
  let server: APIServer
  let controllers: BuiltInControllers
  let directory: DataDirectory
  let port: UInt16
  let logger: Logger

  init(_ options: InstanceOptions, store: EmbeddedStore, certificates: InstanceCertificates, logger: Logger) throws {
    self.store = store
    self.logger = logger
    directory = options.directory
    port = options.port
    registry = ResourceRegistry(BuiltInResources.definitions + CustomResources.definitions)
    authorizer = RoleAuthorizer(store: store, logger: logger)
    let tokens = ServiceAccountTokens(keys: try certificates.tokenKeys(), store: store)
    let source = VirtObjectSource(store: store, registry: registry, logger: logger)
    let configuration = APIConfiguration(
      store: store, registry: registry,
      schemas: SchemaCatalog(
        table: APISchemas.schema(of:), customKinds: APISchemas.customKinds, builtInKinds: APISchemas.builtInKinds),
      authenticator: RequestAuthenticator(tokens: tokens), authorizer: authorizer,
      admission: [RoleEscalationStep(authorizer: authorizer), VirtAdmission(source: source, logger: logger)],
      endpoints: AccessEndpoints.all(authorizer: authorizer, tokens: tokens),
      audit: options.auditLogPath.map { AuditLog(path: $0, logger: logger) }, logger: logger)
    server = APIServer(configuration)
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
    try await SeedObjects(registry: registry, roles: BootstrapRoles.objects, port: Int(port))
      .ensure(in: store, registry: registry, now: Timestamp.now())
    try await authorizer.load()
  }

  /// What goes on beside the requests, until it is cancelled.
  func run(in group: inout TaskGroup<Void>) {
    group.addTask { await authorizer.run() }
    group.addTask { await controllers.run() }
  }

  func beginDraining() {}

  var router: HTTPRouter { server.router }
}
