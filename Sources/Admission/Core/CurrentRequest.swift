import JSON
import Kube
import VirtTypes

/// What every webhook of the current versions does with a request before the rules: it checks the resource, and the
/// object against its schema, and only then takes the object as a value.
struct CurrentRequest {
  let request: AdmissionRequest
  let body: UnsafeRawBufferPointer

  /// Why the rules are not asked.
  struct Failure: Error {
    var verdict: Verdict

    static func unusable(_ message: String) -> Failure { Failure(verdict: .failed(code: 400, message: message)) }
  }

  init(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, resource: String, group: String = "kubevirt.io",
    versions: Set<String> = currentVersions
  ) throws(Failure) {
    guard request.resource.resource == resource, request.resource.group == group,
      versions.contains(request.resource.version)
    else {
      throw .unusable(
        "expected resource \(resource) of \(group), got \"\(request.resource.resource)\" of "
          + "\"\(request.resource.apiVersion)\"")
    }
    self.request = request
    self.body = body
  }

  /// The object that is to be stored.
  func object<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value {
    guard let range = request.object else { throw .unusable("the request has no object") }
    return try decode(range)
  }

  /// The object as it is stored now, which needs to satisfy no schema.
  func oldObject<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value {
    guard let range = request.oldObject else { throw .unusable("the request has no old object") }
    let (value, problems) = Value.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: .lenient)
    if let fault = problems.first(where: \.isFault) { throw .unusable("the old object is not usable: \(fault)") }
    return value
  }

  private func decode<Value: JSONDecodable>(_ range: Range<Int>) throws(Failure) -> Value {
    let (value, problems) = Value.decode(UnsafeRawBufferPointer(rebasing: body[range]))
    if problems.isEmpty { return value }
    let violations = problems.filter(\.isSchemaViolation)
    guard violations.isEmpty else {
      // A member that is given twice is one member.
      var seen: Set<JSONProblem> = []
      let distinct = violations.filter { seen.insert($0).inserted }
      throw Failure(verdict: .refused(distinct.map { Cause(.none, "", "\($0)") }))
    }
    if let fault = problems.first(where: \.isFault) { throw .unusable("the object is not usable: \(fault)") }
    return value
  }
}

/// Versions of the API in which objects have today's form.
let currentVersions: Set<String> = ["v1", "v1alpha3"]
