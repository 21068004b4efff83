import Kube
import KubeClient
import Logging
import ComponentBase
import Transport

/// The group as virt-api serves it to an API server in front: who asks is what the front proxy says, and whether he may
/// is asked of that API server. Whatever is not allowed expressly is refused, with 401 and a line of text.
struct SubresourceServer: Sendable {
  let service: SubresourceService
  /// Whom to believe; nil believes nobody.
  let proxy: @Sendable () -> FrontProxy?
  /// Nil without an API server to ask, and then nobody may do anything.
  let reviews: (any AccessReviewing)?
  let logger: Logger

  /// Nil for paths that are not the group's.
  func handler(for head: HTTPRequestHead) -> HTTPHandler? {
    guard head.path == "/apis" || head.path.hasPrefix("/apis/") else { return nil }
    guard let path = SubresourcePath(head.path) else {
      return .respond(SubresourceService.response(.faultyRequest("the path can be read in more than one way")))
    }
    switch SubresourceAccess.requirement(method: head.method, path: path) {
    case .nothing:
      let answer = service.document(method: head.method, path: path)
      return .respond(answer ?? SubresourceService.response(SubresourceService.notFound))
    case .refusal(let reason): return .respond(refusal(reason, head))
    case .permission(let permission):
      // Who is not known does not get his body read.
      switch user(head, path) {
      case .failure(let reason): return .respond(refusal(reason.description, head))
      case .success(let user):
        let review = AccessReview(user: user, permission: permission)
        if service.isStream(head, path: path) {
          return .streaming { exchange in
            switch await verdict(on: review, head) {
            case .failure(let refusal): try await exchange.respond(refusal.response)
            case .success: try await service.stream(exchange, path: path)
            }
          }
        }
        return .buffered(bodyLimit: SubresourceService.bodyLimit) { request in
          .later { await answer(request, path, review) }
        }
      }
    }
  }

  private func user(
    _ head: HTTPRequestHead, _ path: SubresourcePath
  ) -> Result<UserInfo, FrontProxy.Refusal> {
    Result { () throws(FrontProxy.Refusal) in
      guard let proxy = proxy() else { throw FrontProxy.Refusal(description: "no front proxy is known") }
      return try proxy.user(
        certificate: head.connection.peerCertificate, headers: head.headers,
        keys: path.version == .v1alpha2 ? .legacy : .current)
    }
  }

  private func answer(_ request: HTTPRequest, _ path: SubresourcePath, _ review: AccessReview) async -> HTTPResponse {
    switch await verdict(on: review, request.head) {
    case .failure(let refusal): refusal.response
    case .success: await service.answer(method: request.head.method, path: path, body: request.body.bytes)
    }
  }

  /// The answer to who may not do what he asks for.
  private struct Refusal: Error {
    var response: HTTPResponse
  }

  private func verdict(on review: AccessReview, _ head: HTTPRequestHead) async -> Result<Void, Refusal> {
    guard let reviews else {
      return .failure(Refusal(response: refusal("there is no API server to ask for permission", head)))
    }
    do {
      switch try await reviews.verdict(on: review) {
      case .denied(let reason):
        return .failure(
          Refusal(response: refusal(reason.isEmpty ? "the request is not allowed" : reason, head)))
      case .allowed: return .success(())
      }
    } catch {
      logger.error(
        "permission could not be asked for",
        metadata: ["path": "\(head.path.forLog)", "reason": "\("\(error)".forLog)"])
      return .failure(
        Refusal(
          response: HTTPResponse(status: 500, text: "the permission for this request could not be asked for")))
    }
  }

  private func refusal(_ reason: String, _ head: HTTPRequestHead) -> HTTPResponse {
    logger.debug(
      "refused",
      metadata: ["method": "\(head.method)", "path": "\(head.path.forLog)", "reason": "\(reason.forLog)"])
    return HTTPResponse(status: 401, text: reason)
  }
}
