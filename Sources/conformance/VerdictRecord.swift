import JSON

/// A recorded review: where it was posted, what the cluster was like, and what the real system answered.
struct VerdictRecord {
  let id: String
  let endpoint: String
  let contentType: String
  /// The posted body.
  let body: [UInt8]
  /// The review's request; nil where the body was recorded as text.
  let request: JSONValue?
  let expected: JSONValue
  /// The cluster's objects.
  let manifests: [JSONValue]

  /// Nil when the record is of another form.
  init?(_ record: JSONValue) {
    guard let endpoint = record["endpoint"]?.string, endpoint.hasPrefix("/"), let expected = record["expected"] else {
      return nil
    }
    self.endpoint = endpoint
    self.expected = expected
    id = record["id"]?.string ?? ""
    contentType = record["contentType"]?.string ?? "application/json"
    request = record["request"]
    if let raw = record["rawBody"]?.string {
      body = Array(raw.utf8)
    } else if let request {
      let review: JSONValue = [
        "apiVersion": record["review"] ?? "admission.k8s.io/v1", "kind": "AdmissionReview", "request": request,
      ]
      body = review.jsonBytes()
    } else {
      return nil
    }
    manifests = Self.manifests(of: record)
  }

  /// Presets, other objects, and a KubeVirt object with the recorded configuration.
  private static func manifests(of record: JSONValue) -> [JSONValue] {
    var manifests = (record["presets"]?.array ?? []) + (record["objects"]?.array ?? [])
    if let kubeVirt = kubeVirt(gates: record["featureGates"], configuration: record["config"]) {
      manifests.append(kubeVirt)
    }
    return manifests
  }

  /// A KubeVirt object that says this, if anything is said.
  static func kubeVirt(gates: JSONValue?, configuration: JSONValue?) -> JSONValue? {
    if gates == nil && configuration == nil { return nil }
    var configuration = configuration ?? [:]
    if let gates, gates.array?.isEmpty == false {
      var developer = configuration["developerConfiguration"] ?? [:]
      developer["featureGates"] = gates
      configuration["developerConfiguration"] = developer
    }
    return [
      "apiVersion": "kubevirt.io/v1", "kind": "KubeVirt",
      "metadata": ["name": "kubevirt", "namespace": "kubevirt"],
      "spec": ["configuration": configuration],
    ]
  }
}
