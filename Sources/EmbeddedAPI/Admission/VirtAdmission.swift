import Admission
import EmbeddedStore
import JSON
import Kube
import Logging
import VirtTypes

/// Our webhooks, called in process: they get the values that kube-apiserver would post, and refusals read as
/// kube-apiserver makes them of a webhook's denial.
public struct VirtAdmission: AdmissionStep {
  private let source: VirtObjectSource
  private let endpoints: AdmissionEndpoints
  private let logger: Logger
  private let now: @Sendable () -> Timestamp
  private let makeUUID: @Sendable () -> String

  /// Rounds of look-ups that one request may take: two matchers inferred over chains of data sources take nine.
  private static let mostRounds = 12

  public init(
    source: VirtObjectSource, endpoints: AdmissionEndpoints = AdmissionEndpoints(ReviewHandler.allEndpoints),
    logger: Logger, now: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    makeUUID: @escaping @Sendable () -> String = { UUID.random().description }
  ) {
    self.source = source
    self.endpoints = endpoints
    self.logger = logger
    self.now = now
    self.makeUUID = makeUUID
  }

  public func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    for rule in rules(.mutating, request) {
      guard let patch = try await call(rule, &request), !patch.isEmpty, let object = request.object else { continue }
      do {
        request.object = try patch.applied(to: object)
      } catch {
        throw .webhookFailure(rule.name, "its patch can't be applied: \(error)")
      }
    }
  }

  public func validate(_ request: inout ObjectAdmission) async throws(Status) {
    for rule in rules(.validating, request) { _ = try await call(rule, &request) }
  }

  private func rules(_ phase: WebhookRule.Phase, _ request: ObjectAdmission) -> [WebhookRule] {
    WebhookRule.rules(phase, for: request.operation, of: request.resource, subresource: request.subresource)
  }

  /// Asks one webhook, as often as it lacks objects; returns its patch.
  private func call(_ rule: WebhookRule, _ request: inout ObjectAdmission) async throws(Status) -> JSONPatch? {
    guard let endpoint = endpoints.endpoint(at: rule.path, version: request.resource.version) else {
      throw .webhookFailure(rule.name, "no webhook at \(rule.path)")
    }
    let (review, body) = request.review(uid: makeUUID())
    do {
      var environment = AdmissionEnvironment(snapshot: try await source.snapshot(), makeUUID: makeUUID, now: now())
      for _ in 0..<Self.mostRounds {
        let verdict = body.withUnsafeBytes { endpoint.admit(review, $0, environment) }
        switch verdict {
        case .needs(let references):
          environment.found.merge(try await source.fetch(references))
        case .allowed(let patch, let warnings):
          request.warnings += warnings
          return patch
        case .refused, .failed:
          let response = AdmissionResponse(uid: review.uid, verdict: verdict, profile: endpoint.profile)
          request.warnings += response.warnings
          throw Status.denial(by: rule.name, response.status)
        }
      }
    } catch let status as Status {
      throw status
    } catch {
      logger.warning("look-up failed", metadata: ["webhook": "\(rule.name)", "reason": "\(error)"])
      throw .webhookFailure(rule.name, "objects that the rules look up can't be read: \(error)")
    }
    throw .webhookFailure(rule.name, "the object's references lead to too many others")
  }
}

extension ObjectAdmission {
  /// The request as an AdmissionReview has it, and the bytes that its ranges are of: every object is encoded once.
  func review(uid: String) -> (AdmissionRequest, [UInt8]) {
    var request = AdmissionRequest()
    request.uid = uid
    request.kind = kind
    request.resource = resource
    request.subresource = subresource
    request.requestKind = kind
    request.requestResource = resource
    request.requestSubresource = subresource
    request.name = name
    request.namespace = namespace
    request.operation = operation
    request.userInfo = user
    request.isDryRun = isDryRun
    var body: [UInt8] = []
    func append(_ value: JSONValue?) -> Range<Int>? {
      guard let value, !value.isNull else { return nil }
      let start = body.count
      body += value.jsonBytes()
      return start..<body.count
    }
    request.object = append(object)
    request.oldObject = append(oldObject)
    request.options = append(options)
    return (request, body)
  }
}

extension Status {
  /// What kube-apiserver answers when a webhook says no: the webhook's own status behind a sentence that names it.
  static func denial(by name: String, _ status: Status?) -> Status {
    var denial = status ?? Status()
    denial.outcome = .failure
    if denial.code < 400 { denial.code = 400 }
    let subject = "admission webhook \"\(name)\" denied the request"
    if !denial.message.isEmpty {
      denial.message = subject + ": " + denial.message
    } else if !denial.reason.rawValue.isEmpty {
      denial.message = subject + ": " + denial.reason.rawValue
    } else {
      denial.message = subject + " without explanation"
    }
    return denial
  }

  /// What kube-apiserver answers when a webhook that must be asked gives no usable answer.
  static func webhookFailure(_ name: String, _ reason: String) -> Status {
    let cause = "failed calling webhook \"\(name)\": \(reason)"
    return .failure(
      .internalError, code: 500, message: "Internal error occurred: \(cause)",
      details: StatusDetails(causes: [Cause("", "", cause)]))
  }
}
