import JSON
import Kube

/// core/v1 ConfigMap.
struct ConfigMapStrategy: ResourceStrategy {
  func validate(_ change: ObjectChange) -> [Cause] {
    var errors = FieldErrors()
    let object = change.object
    if let old = change.old, old["immutable"]?.bool == true {
      if object["immutable"]?.bool != true {
        errors.forbidden("immutable", "field is immutable when `immutable` is set")
      }
      for field in ["data", "binaryData"] where ConfigData.differ(object[field], old[field]) {
        errors.forbidden(field, "field is immutable when `immutable` is set")
      }
    }
    let binary = object["binaryData"]?.object ?? [:]
    ConfigData.checkKeys(object["data"], "data", &errors)
    for key in (object["data"]?.object ?? [:]).keys where binary[key] != nil {
      errors.invalid("data[\(key)]", .string(key), "duplicate of key present in binaryData")
    }
    ConfigData.checkKeys(object["binaryData"], "binaryData", &errors)
    let size =
      (object["data"]?.object ?? [:]).reduce(0) { $0 + ($1.value.string?.utf8.count ?? 0) }
      + binary.reduce(0) { $0 + ConfigData.decodedCount($1.value) }
    if size > ConfigData.limit { errors.tooLong("", limit: ConfigData.limit) }
    return errors.causes
  }

  var table: TableLayout? { SmallTables.configMap }
}

/// What config maps and secrets have in common.
enum ConfigData {
  /// Bytes of all values together.
  static let limit = 1_048_576

  static func checkKeys(_ data: JSONValue?, _ field: String, _ errors: inout FieldErrors) {
    for key in (data?.object ?? [:]).keys {
      for problem in NameRules.configKey(key) { errors.invalid("\(field)[\(key)]", .string(key), problem) }
    }
  }

  /// Nothing and an empty object say the same.
  static func differ(_ new: JSONValue?, _ old: JSONValue?) -> Bool { (new?.object ?? [:]) != (old?.object ?? [:]) }

  /// How many bytes a value in base64 has.
  static func decodedCount(_ value: JSONValue) -> Int {
    guard let text = value.string else { return 0 }
    return max(0, text.utf8.count / 4 * 3 - text.utf8.suffix(2).count { $0 == UInt8(ascii: "=") })
  }
}
