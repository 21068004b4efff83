import Admission
import JSON
import Kube
import KubeClient
import Logging
import ComponentBase
import Transport

/// Answers requests to the group, once it is known that their senders may do what they ask.
public struct SubresourceService: Sendable {
  private let objects: any SubresourceObjects
  private let nodes: (any NodeHandlers)?
  private let configuration: @Sendable () async throws -> ClusterConfiguration
  private let health: @Sendable () -> HTTPResponse
  private let logger: Logger

  /// - Parameters:
  ///   - nodes: the way to what runs on nodes; nil where nothing does.
  ///   - configuration: what the KubeVirt object says now.
  ///   - health: the answer to `healthz`.
  public init(
    objects: any SubresourceObjects, nodes: (any NodeHandlers)? = nil,
    configuration: @escaping @Sendable () async throws -> ClusterConfiguration,
    health: @escaping @Sendable () -> HTTPResponse, logger: Logger
  ) {
    self.objects = objects
    self.nodes = nodes
    self.configuration = configuration
    self.health = health
    self.logger = logger
  }

  /// Largest body in bytes: bodies are a few options.
  public static let bodyLimit = 1 << 20

  // MARK: Documents

  /// The answer at a path that says nothing about anyone's machines; nil where there is none.
  public func document(method: String, path: SubresourcePath) -> HTTPResponse? {
    guard let make = document(at: path) else { return nil }
    guard method == "GET" || method == "HEAD" else { return Self.methodNotAllowed("GET, HEAD") }
    return make()
  }

  private func document(at path: SubresourcePath) -> (() -> HTTPResponse)? {
    let steps = path.steps.last == "" ? path.steps.dropLast() : path.steps[...]
    if steps == ["", "apis"] { return { Self.json(SubresourceDiscovery.groupList) } }
    guard path.isInGroup else { return nil }
    if steps.count == 3 { return { Self.json(SubresourceDiscovery.group) } }
    guard let version = path.version else { return nil }
    let rest = Array(path.rest)
    if rest.isEmpty { return { Self.json(SubresourceDiscovery.resources(version)) } }
    switch (version, rest) {
    case (_, ["version"]):
      return { HTTPResponse(status: 200, headers: .json, body: BuildInformation.versionJSON) }
    case (.v1, ["healthz"]), (.v1alpha3, ["healthz"]): return health
    default: return nil
    }
  }

  // MARK: Requests

  /// What is done at a path, or why nothing is.
  private func action(
    method: String, path: SubresourcePath
  ) -> Result<(SubresourceGroup.Action, SubresourcePath.ObjectPath), Status> {
    guard let version = path.version, let object = path.object else { return .failure(Self.notFound) }
    let routes = SubresourceGroup.routes(in: version, resource: object.resource, subresource: object.subresource)
    if let route = routes.first(where: { $0.method == method }) { return .success((route.action, object)) }
    if routes.isEmpty { return .failure(Self.notFound) }
    return .failure(
      .failure(.methodNotAllowed, code: 405, message: "the server does not allow this method on the resource"))
  }

  /// The answer to a request whose sender may make it.
  public func answer(method: String, path: SubresourcePath, body: [UInt8]) async -> HTTPResponse {
    if let document = document(method: method, path: path) { return document }
    switch action(method: method, path: path) {
    case .failure(let status): return Self.response(status)
    case .success((.nothing, _)): return HTTPResponse(status: 200)
    case .success((.instance(let subresource), let object)):
      if subresource.isStream { return Self.response(.faultyRequest("\(subresource.rawValue) is a WebSocket")) }
      return await answer(subresource, object, path, body)
    case .success((.machine(let subresource), let object)):
      do {
        switch try await decide(subresource, object, body) {
        case .accepted: return HTTPResponse(status: 202)
        case .refused(let status):
          if status.code >= 500 { log(status.message, path) }
          return Self.response(status)
        }
      } catch {
        log("\(error)", path)
        return Self.response(.internalFailure("\(error)"))
      }
    }
  }

  // MARK: Instances

  /// Whether the request is for a connection that goes on as a stream.
  public func isStream(_ head: HTTPRequestHead, path: SubresourcePath) -> Bool {
    guard WebSocketHandshake.isRequested(head),
      case .success((.instance(let subresource), _)) = action(
        method: head.method, path: path)
    else { return false }
    return subresource.isStream
  }

  /// Connects a client, who may do so, with the instance that the path names, until one of them ends it.
  public func stream(_ exchange: HTTPExchange, path: SubresourcePath) async throws {
    guard case .success((.instance(let subresource), let object)) = action(method: exchange.head.method, path: path)
    else { return try await exchange.respond(Self.response(Self.notFound)) }
    let opened: Result<ByteStream, Status> = await result(path) {
      switch try await self.decide(subresource, object, path, []) {
      case .refused(let status): return .failure(status)
      case .accepted: return .failure(Self.notFound)
      case .passedOn(let node):
        return .success(
          try await self.handlers().open(
            subresource.handlerPath(namespace: object.namespace, name: object.name), onNode: node))
      }
    }
    switch opened {
    case .failure(let status): try await exchange.respond(Self.response(status))
    case .success(let stream):
      do throws(WebSocketRefusal) {
        let headers = try WebSocketHandshake.response(to: exchange.head, supported: [Self.streamProtocol])
        await Self.relay(exchange, headers, stream)
      } catch {
        stream.close()
        try await exchange.respond(HTTPResponse(status: error.status, text: "the WebSocket handshake is not right"))
      }
    }
  }

  /// What clients name when they open a stream.
  public static let streamProtocol = "plain.kubevirt.io"

  private static func relay(_ exchange: HTTPExchange, _ headers: HTTPHeaders, _ stream: ByteStream) async {
    guard let upgraded = try? await exchange.upgrade(headers: headers) else { return stream.close() }
    await WebSocketStream(upgraded, role: .server).relay(with: stream)
  }

  private func answer(
    _ subresource: InstanceSubresource, _ object: SubresourcePath.ObjectPath, _ path: SubresourcePath, _ body: [UInt8]
  ) async -> HTTPResponse {
    let answer: Result<HTTPResponse, Status> = await result(path) {
      switch try await self.decide(subresource, object, path, body) {
      case .refused(let status): return .failure(status)
      case .accepted: return .success(HTTPResponse(status: 200))
      case .passedOn(let node):
        return .success(
          try await self.handlers().send(
            subresource.method, subresource.handlerPath(namespace: object.namespace, name: object.name), body: body,
            toNode: node))
      }
    }
    switch answer {
    case .success(let response): return response
    case .failure(let status): return Self.response(status)
    }
  }

  private func handlers() throws -> any NodeHandlers {
    guard let nodes else { throw NodeHandlerError("no machines run here") }
    return nodes
  }

  private func decide(
    _ subresource: InstanceSubresource, _ object: SubresourcePath.ObjectPath, _ path: SubresourcePath, _ body: [UInt8]
  ) async throws -> InstanceDecision {
    let machinePath = ResourcePath(MachineRequest.machines, namespace: object.namespace, name: object.name)
    return subresource.decide(
      InstanceRequest(
        namespace: object.namespace, name: object.name, version: path.version ?? .v1, body: body,
        instance: try await objects.find(
          ResourcePath(MachineRequest.instances, namespace: object.namespace, name: object.name)),
        machine: subresource == .unpause ? try await objects.find(machinePath) : nil))
  }

  /// What the function says; whatever stands in its way is an internal error that is written down.
  private func result<Success>(
    _ path: SubresourcePath, _ attempt: () async throws -> Result<Success, Status>
  ) async -> Result<Success, Status> {
    do {
      return try await attempt()
    } catch {
      log("\(error)", path)
      return .failure(.internalFailure("\(error)"))
    }
  }

  private func log(_ reason: String, _ path: SubresourcePath) {
    logger.warning(
      "a request failed",
      metadata: ["path": "\(path.steps.joined(separator: "/").forLog)", "reason": "\(reason.forLog)"])
  }

  /// Reads what the decision is about, and carries out what it asks for.
  private func decide(
    _ subresource: MachineSubresource, _ object: SubresourcePath.ObjectPath, _ body: [UInt8]
  ) async throws -> SubresourceDecision {
    func path(_ resource: GroupVersionResource) -> ResourcePath {
      ResourcePath(resource, namespace: object.namespace, name: object.name)
    }
    async let machine = objects.find(path(MachineRequest.machines))
    async let instance = objects.find(path(MachineRequest.instances))
    async let configuration = configuration()
    var request = MachineRequest(
      namespace: object.namespace, name: object.name, body: body, machine: try await machine,
      instance: try await instance, configuration: try await configuration)
    if subresource.readsPods(body), let uid = request.instance?.value(at: "metadata", "uid")?.string {
      request.pods = try await objects.list(
        ResourcePath(MachineRequest.pods, namespace: object.namespace),
        labelSelector: "kubevirt.io=virt-launcher,kubevirt.io/created-by=\(uid)")
    }
    var journal = WriteJournal()
    while true {
      journal.rewind()
      do throws(WriteInterruption) {
        return try subresource.decide(request, &journal)
      } catch {
        for write in error.writes { journal.note(write, await objects.perform(write)) }
      }
    }
  }

  // MARK: Answers

  private static func json(_ value: JSONValue) -> HTTPResponse {
    HTTPResponse(status: 200, headers: .json, body: value.jsonBytes())
  }

  static let notFound = Status.failure(
    .notFound, code: 404, message: "the server could not find the requested resource")

  static func response(_ status: Status) -> HTTPResponse {
    HTTPResponse(status: Int(status.code), headers: .json, body: status.jsonBytes())
  }

  private static func methodNotAllowed(_ allowed: String) -> HTTPResponse {
    var answer = response(
      .failure(.methodNotAllowed, code: 405, message: "the server does not allow this method on the resource"))
    answer.headers.append("allow", allowed)
    return answer
  }
}
