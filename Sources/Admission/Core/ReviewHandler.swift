import JSON
import Kube

/// What became of a posted review.
public enum ReviewOutcome: Sendable {
  /// What goes back to the caller.
  case answer(ReviewAnswer)
  /// Objects of the cluster are lacking: fetch them, add them to the environment, and ask again.
  case needs([ObjectReference])
}

/// The answer to a posted review, and what metrics and logs say of it.
public struct ReviewAnswer: Sendable {
  /// What was decided, for metrics and logs.
  public enum Decision: String, Sendable, CaseIterable {
    case allowed, refused, failed
    /// The body was no review that could be answered.
    case malformed
  }

  /// The HTTP status.
  public var status: Int
  /// A review, or a `Status` unless the HTTP status is 200.
  public var body: [UInt8]
  public var decision: Decision
  /// The version of the resource that the request is about; empty when it could not be read.
  public var version = ""
  public var uid = ""

  /// Refuses what is no review; the API server then applies the webhook's failure policy.
  static func malformed(_ code: Int, _ reason: StatusReason, _ message: String) -> ReviewAnswer {
    let status = Status.failure(reason, code: Int32(code), message: message)
    return ReviewAnswer(status: code, body: status.jsonBytes(), decision: .malformed)
  }
}

/// From a posted body to the answer's bytes, without I/O: servers and recorded requests come through here.
public struct ReviewHandler: Sendable {
  public let endpoints: AdmissionEndpoints

  public init(endpoints: AdmissionEndpoints = AdmissionEndpoints(ReviewHandler.allEndpoints)) {
    self.endpoints = endpoints
  }

  /// Answers a review that was posted to `path` (without its query).
  ///
  /// A body that is no review, or that has another content type than exactly `application/json`, gets status 400, a
  /// path that is no webhook's 404.
  public func answer(
    path: String, contentType: String, body: UnsafeRawBufferPointer, environment: AdmissionEnvironment
  ) -> ReviewOutcome {
    let candidates = endpoints.endpoints(at: path)
    guard !candidates.isEmpty else {
      return .answer(.malformed(404, .notFound, "no webhook at \(path)"))
    }
    guard contentType == "application/json" else {
      return .answer(
        .malformed(400, .badRequest, "the content type must be application/json, not \"\(contentType)\""))
    }
    let review: AdmissionReview
    var environment = environment
    environment.decodedObject = nil
    do {
      review = try AdmissionReview(body: body) { request, reader in
        let decoded = candidates.decodeObject(request, reader)
        environment.decodedObject = decoded?.object
        return decoded?.end
      }
    } catch {
      return .answer(.malformed(400, .badRequest, "\(error)"))
    }
    let version = review.request.resource.version
    guard let endpoint = candidates.endpoint(version: version) else {
      return .answer(.malformed(404, .notFound, "no webhook at \(path) for version \(version)"))
    }
    let verdict = endpoint.admit(review.request, body, environment)
    let decision: ReviewAnswer.Decision
    switch verdict {
    case .needs(let references): return .needs(references)
    case .allowed: decision = .allowed
    case .refused: decision = .refused
    case .failed: decision = .failed
    }
    let response = AdmissionResponse(uid: review.request.uid, verdict: verdict, profile: endpoint.profile)
    return .answer(
      ReviewAnswer(
        status: 200, body: response.reviewBytes(apiVersion: review.apiVersion), decision: decision,
        version: endpoint.versions.contains(version) ? version : "", uid: review.request.uid))
  }
}

extension AdmissionResponse {
  /// Says a verdict in the way of a profile.
  public init(uid: String, verdict: Verdict, profile: Profile) {
    switch verdict {
    case .allowed(let patch, let warnings):
      let operations = patch.flatMap { $0.isEmpty ? nil : $0.jsonBytes() }
      self.init(uid: uid, isAllowed: true, patch: operations, warnings: warnings)
    case .refused(let causes, let warnings):
      self.init(uid: uid, isAllowed: false, status: Status(causes: causes, profile: profile), warnings: warnings)
    case .failed(let code, let message):
      self.init(uid: uid, isAllowed: false, status: Status(message: message, code: code))
    case .needs:
      self.init(uid: uid, isAllowed: false, status: Status(message: "objects are missing", code: 500))
    }
  }
}

extension Status {
  /// How many causes v1.8.4 lists before it only counts.
  static let mostCauses = 10

  /// Broken rules: v0.8.0 lists every cause and gives no reason, v1.8.4 lists the first ten and says how many more.
  init(causes: [Admission.Cause], profile: Profile) {
    switch profile {
    case .legacy:
      let message = causes.reduce(into: "") { $0 += " " + $1.message }
      self.init(message: message, details: StatusDetails(causes: causes.map(Kube.Cause.init)), code: 422)
    case .current:
      let listed = causes.prefix(Self.mostCauses)
      var message = listed.map(\.message).joined(separator: ", ")
      if causes.count > listed.count { message += ", and \(causes.count - listed.count) more validation errors" }
      self.init(
        message: message, reason: .invalid, details: StatusDetails(causes: listed.map(Kube.Cause.init)), code: 422)
    }
  }
}

extension Kube.Cause {
  init(_ cause: Admission.Cause) {
    self.init(CauseType(rawValue: cause.kind.rawValue), cause.field, cause.message)
  }
}
