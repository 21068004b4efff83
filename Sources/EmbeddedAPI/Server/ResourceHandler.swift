import EmbeddedStore
import JSON
import Kube
import Transport

/// Answers requests to resources that are allowed: decodes the body, lets the service do it, and presents the outcome.
struct ResourceHandler: Sendable {
  let configuration: APIConfiguration
  let service: ResourceService

  init(_ configuration: APIConfiguration) {
    self.configuration = configuration
    service = ResourceService(configuration)
  }

  func answer(_ request: ResourceRequest, _ warnings: WarningList) async throws(Status) -> HTTPResponse {
    if let warning = request.definition.version(request.version)?.deprecationWarning { warnings.add([warning]) }
    guard request.body.count <= BodyDecoding.limit else { throw .tooLarge(limit: BodyDecoding.limit) }
    let format = try ResponseFormat.negotiate(request.accept, options: request.options)
    if let endpoint = endpoint(for: request) {
      let answer = try await endpoint.respond(
        request, LocalAccess(service: service, user: request.user))
      return HTTPResponse(status: answer.status, headers: .json, body: answer.object.jsonBytes())
    }
    if request.subresource == "scale" { return try await scale(request, warnings) }
    let presenter = ObjectPresenter(
      definition: request.definition, version: request.version, format: format, now: configuration.now())
    switch request.verb {
    case .get: return try present(.stored(try service.get(request)), presenter)
    case .list: return try present(try await service.list(request), presenter)
    case .create: return try present(try await create(request, warnings), presenter, status: 201)
    case .update: return try present(try await update(request, warnings), presenter)
    case .patch: return try present(try await patch(request, warnings), presenter)
    case .delete:
      return try present(try await service.delete(request, try deletionOptions(request), warnings), presenter)
    case .deletecollection:
      return try present(
        try await service.deleteCollection(request, try deletionOptions(request), warnings), presenter)
    default: throw .methodNotAllowed
    }
  }

  private func endpoint(for request: ResourceRequest) -> (any ResourceEndpoint)? {
    let subresource = request.subresource.split(separator: "/").first.map(String.init) ?? ""
    return configuration.endpoints[
      EndpointKey(
        group: request.definition.group, resource: request.definition.names.plural, subresource: subresource)]
  }

  // MARK: bodies

  private func document(_ request: ResourceRequest) throws(Status) -> BodyDecoding.Document {
    try BodyDecoding.document(
      request.body, contentType: request.contentType, kind: request.definition.names.kind)
  }

  private func create(
    _ request: ResourceRequest, _ warnings: WarningList
  ) async throws(Status) -> ResourceService.Outcome {
    try await service.create(request, try document(request), warnings)
  }

  private func update(
    _ request: ResourceRequest, _ warnings: WarningList
  ) async throws(Status) -> ResourceService.Outcome {
    let document = try document(request)
    return try await service.update(
      request, .replace(document.value, duplicates: document.duplicates), warnings)
  }

  private func patch(
    _ request: ResourceRequest, _ warnings: WarningList
  ) async throws(Status) -> ResourceService.Outcome {
    let (patch, duplicates) = try PatchApplication.read(
      request.body, contentType: request.contentType, isCustom: request.definition.isCustom)
    return try await service.update(request, .patch(patch, duplicates: duplicates), warnings)
  }

  private func deletionOptions(_ request: ResourceRequest) throws(Status) -> DeletionOptions {
    if request.body.isEmpty { return try DeletionOptions(request.options) }
    let document = try BodyDecoding.document(
      request.body, contentType: request.contentType, kind: "DeleteOptions")
    return try DeletionOptions(document.value, query: request.options)
  }

  // MARK: scale

  private func scale(_ request: ResourceRequest, _ warnings: WarningList) async throws(Status) -> HTTPResponse {
    guard let paths = request.definition.version(request.version)?.scale else { throw .noSuchResource }
    let outcome: ResourceService.Outcome
    switch request.verb {
    case .get: outcome = .stored(try service.get(request))
    case .update:
      let wanted = try BodyDecoding.document(request.body, contentType: request.contentType, kind: "Scale").value
      outcome = try await service.update(
        request, .scale(ObjectUpdate.ScaleChange { _ throws(Status) in wanted }), warnings)
    case .patch:
      let (patch, _) = try PatchApplication.read(
        request.body, contentType: request.contentType, isCustom: request.definition.isCustom)
      outcome = try await service.update(
        request,
        .scale(
          ObjectUpdate.ScaleChange { scale throws(Status) in
            try PatchApplication.apply(patch, to: scale, schema: nil)
          }), warnings)
    default: throw .methodNotAllowed
    }
    let object: JSONValue
    switch outcome {
    case .stored(let stored): object = try stored.tree(request.definition, in: request.version)
    case .value(let value): object = value
    case .status(let status):
      return HTTPResponse(status: 200, headers: .json, body: status.jsonBytes())
    }
    return HTTPResponse(
      status: 200, headers: .json, body: ScaleConversion.scale(of: object, paths).jsonBytes())
  }

  // MARK: presentation

  private func present(
    _ outcome: ResourceService.Outcome, _ presenter: ObjectPresenter, status: Int = 200
  ) throws(Status) -> HTTPResponse {
    switch outcome {
    case .stored(let stored):
      return HTTPResponse(status: status, headers: headers(presenter), body: try presenter.object(stored))
    case .value(let value):
      return HTTPResponse(status: status, headers: headers(presenter), body: try presenter.object(value))
    case .status(let answer):
      return HTTPResponse(status: 200, headers: .json, body: answer.jsonBytes())
    }
  }

  private func present(_ page: ListPage, _ presenter: ObjectPresenter) throws(Status) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: headers(presenter),
      body: try presenter.list(
        page.objects, revision: page.revision, continueToken: page.continueToken, remaining: page.remaining))
  }

  private func headers(_ presenter: ObjectPresenter) -> HTTPHeaders { ["content-type": presenter.contentType] }
}

extension ResourceRequest {
  /// The body as an object of a kind, for endpoints: it may leave `kind` and `apiVersion` out.
  ///
  /// Throws 400 for what is no such object, 415 for notations that are not read.
  public func decodedBody(as kind: GroupVersionKind) throws(Status) -> JSONValue {
    var value = try BodyDecoding.document(body, contentType: contentType, kind: kind.kind).value
    try BodyIdentity.check(&value, is: kind, isCustom: false)
    return value
  }
}
