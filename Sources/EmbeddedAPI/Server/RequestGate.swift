import Kube
import Transport
import VirtAPI

/// What a request wants and by whom it is sent, once both are known and it is allowed.
struct AdmittedRequest: Sendable {
  var user: UserInfo
  var target: Target

  enum Target: Sendable {
    case resource(ResourceRequest)
    /// A path below an object, in the group of such paths.
    case subresource(SubresourcePath)
    /// A path that is no resource's, without escapes.
    case other
  }
}

/// What is known of a request so far, for the audit hook.
struct RequestTrace: Sendable {
  var user: UserInfo?
  var impersonated: UserInfo?
  var attributes: AccessAttributes?
  var decisionReason = ""
}

/// Everything between a request's arrival and its handler: who sends it, what it names, whether that is allowed.
struct RequestGate: Sendable {
  let configuration: APIConfiguration

  /// - Parameters:
  ///   - request: with the user who was authenticated; the body may still be missing.
  ///   - trace: filled in as far as it gets.
  func admit(_ request: APIRequest, _ trace: inout RequestTrace) async throws(Status) -> AdmittedRequest {
    trace.user = request.user
    var user = request.user
    if let impersonation = try Impersonation(request.headers, sender: request.user) {
      for permission in impersonation.permissions {
        trace.attributes = permission
        try await authorize(permission, &trace)
      }
      user = impersonation.user
      trace.impersonated = user
    }
    guard let path = RequestPath(request.path) else { throw .badRequest("the path has escapes that can't be decoded") }
    switch path {
    case .other(let text):
      let attributes = AccessAttributes(user: user, verb: request.method.lowercased(), path: text)
      trace.attributes = attributes
      try await authorize(attributes, &trace)
      guard request.method == "GET" || request.method == "HEAD" else { throw .methodNotAllowed }
      return AdmittedRequest(user: user, target: .other)
    case .resource(let path):
      let parameters = PercentEncoding.parameters(request.query)
      let isWatch = parameters["watch"]?.first.map { $0 != "0" && $0.lowercased() != "false" } ?? false
      let verb = RequestPath.verb(request.method, path, isWatch: isWatch)
      let attributes = Self.attributes(
        path, verb: verb?.rawValue ?? request.method.lowercased(), user,
        fieldSelector: parameters["fieldSelector"]?.first)
      trace.attributes = attributes
      try await authorize(attributes, &trace)
      guard let verb else { throw .methodNotAllowed }
      if path.group == SubresourceGroup.name {
        guard let path = SubresourcePath(request.path) else {
          throw .badRequest("the path can be read in more than one way")
        }
        return AdmittedRequest(user: user, target: .subresource(path))
      }
      return AdmittedRequest(
        user: user, target: .resource(try resourceRequest(request, path, verb, parameters, user)))
    }
  }

  private func authorize(_ attributes: AccessAttributes, _ trace: inout RequestTrace) async throws(Status) {
    switch await configuration.authorizer.authorize(attributes) {
    case .allowed(let reason): trace.decisionReason = reason
    case .denied(let reason):
      trace.decisionReason = reason
      throw .forbidden(attributes, reason: reason)
    }
  }

  /// What an authorizer is asked about a resource's path.
  static func attributes(
    _ path: RequestPath.ResourcePath, verb: String, _ user: UserInfo, fieldSelector: String?
  ) -> AccessAttributes {
    var name = path.name
    if name.isEmpty, ["list", "watch", "deletecollection"].contains(verb), let fieldSelector,
      let selector = try? FieldSelector(parsing: fieldSelector),
      let term = selector.terms.first(where: { $0.field == "metadata.name" && $0.isEqual }),
      NameMessages.pathSegment(term.value).isEmpty
    {
      name = term.value
    }
    return AccessAttributes(
      user: user, verb: verb, group: path.group, version: path.version, resource: path.resource,
      subresource: path.group == SubresourceGroup.name
        ? SubresourceAccess.permitted(path.subresource) : path.firstSubresource,
      namespace: path.namespace, name: name)
  }

  /// The request as handlers get it. Throws 404 for what is not served, and 405 for what can't be done there.
  private func resourceRequest(
    _ request: APIRequest, _ path: RequestPath.ResourcePath, _ verb: Verb, _ parameters: [String: [String]],
    _ user: UserInfo
  ) throws(Status) -> ResourceRequest {
    guard
      let definition = configuration.registry.definition(
        group: path.group, version: path.version, resource: path.resource),
      definition.isNamespaced || !path.isBelowNamespace,
      // An object of a namespace has no path without it.
      !definition.isNamespaced || path.isBelowNamespace || path.name.isEmpty
    else { throw .noSuchResource }
    let isOverAllNamespaces = definition.isNamespaced && !path.isBelowNamespace
    if path.subresource.isEmpty {
      guard definition.verbs.contains(verb), (verb == .create) == (request.method == "POST"),
        verb != .create || path.name.isEmpty, ![.update, .patch].contains(verb) || !path.name.isEmpty,
        !isOverAllNamespaces || verb == .list || verb == .watch || definition.verbs == Verb.asked
      else { throw .methodNotAllowed }
    } else {
      try checkSubresource(path, verb, definition)
    }
    if request.method == "HEAD" { throw .methodNotAllowed }
    return ResourceRequest(
      verb: verb, definition: definition, version: path.version, namespace: path.namespace, name: path.name,
      subresource: path.subresource, options: try RequestOptions(parameters, verb: verb), user: user,
      body: request.body, contentType: request.headers["content-type"] ?? "", accept: request.headers["accept"] ?? "")
  }

  private func checkSubresource(
    _ path: RequestPath.ResourcePath, _ verb: Verb, _ definition: ResourceDefinition
  ) throws(Status) {
    guard let version = definition.version(path.version) else { throw .noSuchResource }
    let name = path.firstSubresource
    let key = EndpointKey(group: path.group, resource: path.resource, subresource: name)
    let hasEndpoint = configuration.endpoints[key] != nil || configuration.streamingEndpoints[key] != nil
    if let subresource = version.subresources.first(where: { $0.name == name }), hasEndpoint {
      guard subresource.verbs.contains(verb) else { throw .methodNotAllowed }
      return
    }
    if hasEndpoint { return }
    let isStored = name == "status" ? version.hasStatus : name == "scale" && version.scale != nil
    guard isStored, path.subresource == name else { throw .noSuchResource }
    guard [.get, .update, .patch].contains(verb) else { throw .methodNotAllowed }
  }
}
