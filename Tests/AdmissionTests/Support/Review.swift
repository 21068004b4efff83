import Admission
import JSON
import Kube
import Testing

/// Posts reviews in process, as virt-api does.
struct Review {
  var path: String
  var resource: String
  var group = "kubevirt.io"
  var version = "v1alpha2"
  var operation = "CREATE"
  var namespace = "default"
  var name = ""
  var user = "admin"
  /// What the API server knows of the user beside the name.
  var extra: JSONValue?
  var object: JSONValue?
  var oldObject: JSONValue?
  var contentType = "application/json"
  /// The cluster's objects.
  var cluster: [JSONValue] = []

  static let uuid = "11111111-2222-4333-8444-555555555555"

  var body: JSONValue {
    var request: JSONValue = [
      "uid": "42", "namespace": .string(namespace), "operation": .string(operation),
      "resource": ["group": .string(group), "version": .string(version), "resource": .string(resource)],
    ]
    request["name"] = .string(name)
    request["userInfo"] = ["username": .string(user)]
    request["userInfo"]?["extra"] = extra
    request["object"] = object
    request["oldObject"] = oldObject
    return ["apiVersion": "admission.k8s.io/v1beta1", "kind": "AdmissionReview", "request": request]
  }

  /// HTTP status and body of the answer.
  func post(_ bytes: [UInt8]? = nil) -> (status: Int, body: [UInt8]) {
    let builder = SnapshotBuilder(cluster)
    var environment = AdmissionEnvironment(
      snapshot: builder.makeSnapshot(), makeUUID: { Review.uuid }, now: Timestamp())
    let bytes = bytes ?? body.jsonBytes()
    for _ in 0..<8 {
      let outcome = bytes.withUnsafeBytes {
        ReviewHandler().answer(path: path, contentType: contentType, body: $0, environment: environment)
      }
      switch outcome {
      case .answer(let answer): return (answer.status, answer.body)
      case .needs(let references): builder.store.answer(references, into: &environment.found)
      }
    }
    return (0, [])
  }

  /// The review's response.
  func response() throws -> JSONValue {
    let answer = post()
    try #require(answer.status == 200)
    return try #require(try JSONValue(parsing: answer.body)["response"])
  }

  /// Causes as `field type`, sorted; the verdict must be a refusal with code 422 unless there are none.
  func causes() throws -> [String] {
    let response = try response()
    let causes = response.value(at: "status", "details", "causes")?.array ?? []
    #expect(response["allowed"] == .bool(causes.isEmpty))
    if !causes.isEmpty { #expect(response.value(at: "status", "code") == 422) }
    return causes.map { cause in
      let type = (cause["reason"]?.string ?? "").replacing("FieldValue", with: "")
      return "\(cause["field"]?.string ?? "") \(type)"
    }
    .sorted()
  }

  /// The object after the answer's patch.
  func patched() throws -> JSONValue {
    let response = try response()
    #expect(response["allowed"] == true)
    let object = try #require(object)
    guard let patch = response["patch"]?.string else { return object }
    return try JSONPatch(JSONValue(parsing: Base64.decode(patch))).applied(to: object)
  }
}

/// JSON from a literal of the test.
func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }
