import JSON
import Kube

/// core/v1 Secret.
struct SecretStrategy: ResourceStrategy {
  func prepare(_ change: inout ObjectChange) {
    change.object.setDefault("type", change.operation == .create ? "Opaque" : change.old?["type"] ?? "Opaque")
    // Plain texts are a way to write, never to read.
    guard let texts = change.object["stringData"]?.object else {
      change.object["stringData"] = nil
      return
    }
    var data = change.object["data"]?.object ?? [:]
    for (key, text) in texts { data[key] = .string(Base64.encode(Array((text.string ?? "").utf8))) }
    if !data.isEmpty { change.object["data"] = .object(data) }
    change.object["stringData"] = nil
  }

  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let secret = change.object
    if let old = change.old {
      errors.requireImmutable("type", secret["type"], old["type"])
      if old["immutable"]?.bool == true {
        if secret["immutable"]?.bool != true {
          errors.forbidden("immutable", "field is immutable when `immutable` is set")
        }
        if ConfigData.differ(secret["data"], old["data"]) {
          errors.forbidden("data", "field is immutable when `immutable` is set")
        }
      }
    }
    ConfigData.checkKeys(secret["data"], "data", &errors)
    let data = secret["data"]?.object ?? [:]
    if data.reduce(0, { $0 + ConfigData.decodedCount($1.value) }) > ConfigData.limit {
      errors.tooLong("data", limit: ConfigData.limit)
    }
    checkType(secret, data, &errors)
    return errors.causes
  }

  private func checkType(_ secret: JSONValue, _ data: JSONObject, _ errors: inout FieldErrors) {
    let bytes = { (key: String) -> String in data[key]?.string ?? "" }
    switch secret.text("type") {
    case "kubernetes.io/service-account-token":
      let annotation = "kubernetes.io/service-account.name"
      if secret.metadata.text("annotations", annotation).isEmpty {
        errors.required("metadata.annotations[\(annotation)]")
      }
    case "kubernetes.io/dockercfg": checkDocument(".dockercfg", data, &errors)
    case "kubernetes.io/dockerconfigjson": checkDocument(".dockerconfigjson", data, &errors)
    case "kubernetes.io/basic-auth":
      if data["username"] == nil, data["password"] == nil {
        errors.required("data[username]")
        errors.required("data[password]")
      }
    case "kubernetes.io/ssh-auth":
      if bytes("ssh-privatekey").isEmpty { errors.required("data[ssh-privatekey]") }
    case "kubernetes.io/tls":
      for key in ["tls.crt", "tls.key"] where data[key] == nil { errors.required("data[\(key)]") }
    default: break
    }
  }

  private func checkDocument(_ key: String, _ data: JSONObject, _ errors: inout FieldErrors) {
    guard let text = data[key]?.string else {
      errors.required("data[\(key)]")
      return
    }
    guard let bytes = try? Base64.decode(text), (try? JSONValue(parsing: bytes)) != nil else {
      errors.invalid("data[\(key)]", "<secret contents redacted>", "is no JSON document")
      return
    }
  }

  let selectableFieldNames: Set<String> = ["type"]
  func selectableFields(of object: JSONValue) -> [String: String] { ["type": object.text("type")] }
  var table: TableLayout? { SmallTables.secret }
}
