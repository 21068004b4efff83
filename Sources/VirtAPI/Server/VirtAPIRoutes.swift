import ComponentBase
import Admission
import JSON
import Kube
import Transport
import VirtTypes

/// What virt-api serves, by path: one table for HTTP/1.1 and HTTP/2.
struct VirtAPIRoutes: Sendable {
  let admission: AdmissionService
  let conversion: ConversionService
  let health: HealthService
  let subresources: SubresourceServer
  let metrics: @Sendable () -> String
  private let openAPI = OpenAPIService()
  private let admissionPaths: Set<String>
  /// Made once: requests are many.
  private let review: HTTPHandler

  init(
    admission: AdmissionService, conversion: ConversionService, health: HealthService,
    subresources: SubresourceServer, metrics: @escaping @Sendable () -> String
  ) {
    self.admission = admission
    self.conversion = conversion
    self.health = health
    self.subresources = subresources
    self.metrics = metrics
    admissionPaths = Set(admission.handler.endpoints.paths)
    review = .buffered(bodyLimit: nil) { request in admission.answer(request) }
  }

  func handler(for head: HTTPRequestHead) -> HTTPHandler {
    if admissionPaths.contains(head.path) {
      return Self.post(head, review)
    }
    if let handler = subresources.handler(for: head) { return handler }
    if head.path.hasPrefix(OpenAPIService.prefix), let answer = openAPI.answer(head) {
      return Self.get(head) { answer }
    }
    switch head.path {
    case ConversionService.path:
      return Self.post(
        head, .buffered(bodyLimit: ConversionService.bodyLimit) { [conversion] in conversion.answer($0) })
    case "/healthz", "/livez": return Self.get(head) { HTTPResponse(status: 200, text: "ok") }
    case "/readyz": return Self.get(head) { [health] in health.readiness }
    case "/metrics":
      return Self.get(head) { [metrics] in
        HTTPResponse(status: 200, headers: ["content-type": PrometheusText.contentType], body: Array(metrics().utf8))
      }
    case "/version":
      return Self.get(head) { HTTPResponse(status: 200, headers: .json, body: BuildInformation.versionJSON) }
    default: return Self.refuse(404, .notFound, "no such path: \(head.path)")
    }
  }

  private static func get(_ head: HTTPRequestHead, _ answer: @escaping @Sendable () -> HTTPResponse) -> HTTPHandler {
    guard head.method == "GET" || head.method == "HEAD" else { return methodNotAllowed(head, allowed: "GET, HEAD") }
    return .immediate { _ in answer() }
  }

  private static func post(_ head: HTTPRequestHead, _ handler: @autoclosure () -> HTTPHandler) -> HTTPHandler {
    head.method == "POST" ? handler() : methodNotAllowed(head, allowed: "POST")
  }

  private static func methodNotAllowed(_ head: HTTPRequestHead, allowed: String) -> HTTPHandler {
    refuse(405, .methodNotAllowed, "\(head.path) takes \(allowed), not \(head.method)", headers: ["allow": allowed])
  }

  private static func refuse(
    _ code: Int, _ reason: StatusReason, _ message: String, headers: HTTPHeaders = HTTPHeaders()
  ) -> HTTPHandler {
    var headers = headers
    headers.append("content-type", "application/json")
    let status = Status.failure(reason, code: Int32(code), message: message)
    return .respond(HTTPResponse(status: code, headers: headers, body: status.jsonBytes()))
  }
}
