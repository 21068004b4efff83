import JSON
import Kube
import VirtTypes

/// What every webhook of v1alpha2 does with a request before the rules: it checks the resource, and decodes the object
/// as v0.8.0 did, names in any case and unknown members passed over.
struct LegacyRequest {
  let request: AdmissionRequest
  let body: UnsafeRawBufferPointer

  /// Why a request is not served at all: code 400 without causes.
  struct Failure: Error {
    var message: String
    var verdict: Verdict { .failed(code: 400, message: message) }
  }

  init(_ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, resource: String) throws(Failure) {
    let expected = GroupVersionResource(group: "kubevirt.io", version: Profile.legacyVersion, resource: resource)
    guard request.resource == expected else {
      throw Failure(
        message: "expected resource \(resource) of \(expected.apiVersion), "
          + "got \"\(request.resource.resource)\" of \"\(request.resource.apiVersion)\"")
    }
    self.request = request
    self.body = body
  }

  /// The object that is to be stored.
  func object<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value {
    guard let range = request.object else { throw Failure(message: "the request has no object") }
    return try decode(range)
  }

  /// The object as it is stored now; nil where there is none.
  func oldObject<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(Failure) -> Value? {
    guard let range = request.oldObject else { return nil }
    return try decode(range) as Value
  }

  private func decode<Value: JSONDecodable>(_ range: Range<Int>) throws(Failure) -> Value {
    let (value, problems) = Value.decode(UnsafeRawBufferPointer(rebasing: body[range]), options: .lenient)
    if let fault = problems.first(where: \.isFault) { throw Failure(message: "the object is not usable: \(fault)") }
    return value
  }
}
