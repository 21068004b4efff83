import JSON
import Kube

/// What kube-apiserver demands of a pod's volumes.
enum VolumeRules {
  static func check(_ volumes: [JSONValue], _ field: String, _ errors: inout FieldErrors) {
    var names: Set<String> = []
    for (index, volume) in volumes.enumerated() {
      let field = "\(field)[\(index)]"
      let name = volume.text("name")
      errors.requireLabelName(field + ".name", name)
      if !name.isEmpty, !names.insert(name).inserted { errors.duplicate(field + ".name", volume["name"]) }
      checkSource(volume, field, &errors)
    }
  }

  private static func checkSource(_ volume: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    var isFirst = true
    // A volume that is empty comes first, as it is the one that others take the place of.
    let order = ["emptyDir"] + PodDefaults.sources.filter { $0 != "emptyDir" }
    for kind in order where volume.has(kind) {
      guard isFirst else {
        errors.forbidden("\(field).\(kind)", "may not specify more than 1 volume type")
        continue
      }
      isFirst = false
      checkKind(kind, volume[kind] ?? [:], "\(field).\(kind)", &errors)
    }
    if isFirst { errors.required(field, "must specify a volume type") }
  }

  private static func checkKind(_ kind: String, _ source: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    switch kind {
    case "emptyDir":
      if let limit = Quantity(json: source["sizeLimit"]), limit.sign < 0 {
        errors.forbidden(field + ".sizeLimit", "SizeLimit field must be a valid resource quantity")
      }
    case "hostPath": checkHostPath(source, field, &errors)
    case "persistentVolumeClaim":
      if source.text("claimName").isEmpty { errors.required(field + ".claimName") }
    case "secret":
      if source.text("secretName").isEmpty { errors.required(field + ".secretName") }
      checkFiles(source, field, &errors)
    case "configMap":
      if source.text("name").isEmpty { errors.required(field + ".name") }
      checkFiles(source, field, &errors)
    case "downwardAPI": checkFiles(source, field, needsKey: false, &errors)
    case "projected":
      checkMode(source["defaultMode"], field + ".defaultMode", &errors)
      checkProjections(source.elements("sources"), field + ".sources", &errors)
    case "nfs":
      if source.text("server").isEmpty { errors.required(field + ".server") }
      if source.text("path").isEmpty { errors.required(field + ".path") }
      if !source.text("path").hasPrefix("/") {
        errors.invalid(field + ".path", source["path"] ?? "", "must be an absolute path")
      }
    case "iscsi":
      for member in ["targetPortal", "iqn"] where source.text(member).isEmpty { errors.required("\(field).\(member)") }
    case "csi":
      if source.text("driver").isEmpty { errors.required(field + ".driver") }
    default: break
    }
  }

  private static let hostPathTypes = [
    "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
  ]

  static func checkHostPath(_ source: JSONValue, _ field: String, _ errors: inout FieldErrors) {
    let path = source.text("path")
    if path.isEmpty {
      errors.required(field + ".path")
    } else if MountRules.hasStepUp(path) {
      errors.invalid(field + ".path", source["path"], "must not contain '..'")
    }
    errors.requireOne(of: hostPathTypes, field + ".type", source["type"])
  }

  private static func checkFiles(
    _ source: JSONValue, _ field: String, needsKey: Bool = true, _ errors: inout FieldErrors
  ) {
    checkMode(source["defaultMode"], field + ".defaultMode", &errors)
    for (index, item) in source.elements("items").enumerated() {
      let field = "\(field).items[\(index)]"
      if needsKey, item.text("key").isEmpty { errors.required(field + ".key") }
      let path = item.text("path")
      if path.isEmpty {
        errors.required(field + ".path")
      } else {
        MountRules.checkRelativePath(field + ".path", path, &errors)
        if path.hasPrefix(".."), !MountRules.hasStepUp(path) {
          errors.invalid(field + ".path", item["path"], "must not start with '..'")
        }
      }
      checkMode(item["mode"], field + ".mode", &errors)
    }
  }

  private static func checkMode(_ mode: JSONValue?, _ field: String, _ errors: inout FieldErrors) {
    if let number = mode?.int64, !(0...0o777).contains(number) {
      errors.invalid(field, mode, "must be a number between 0 and 0777 (octal), both inclusive")
    }
  }

  private static func checkProjections(_ sources: [JSONValue], _ field: String, _ errors: inout FieldErrors) {
    for (index, source) in sources.enumerated() {
      let field = "\(field)[\(index)]"
      for kind in ["secret", "configMap"] where source.has(kind) {
        let projection = source[kind] ?? [:]
        if projection.text("name").isEmpty { errors.required("\(field).\(kind).name") }
        checkFiles(projection, "\(field).\(kind)", &errors)
      }
      if let token = source["serviceAccountToken"], !token.isNull {
        if let seconds = token["expirationSeconds"]?.int64 {
          if seconds < 600 {
            errors.invalid(
              field + ".serviceAccountToken.expirationSeconds", token["expirationSeconds"],
              "may not specify a duration less than 10 minutes")
          } else if seconds > 1 << 32 {
            errors.invalid(
              field + ".serviceAccountToken.expirationSeconds", token["expirationSeconds"],
              "may not specify a duration larger than 2^32 seconds")
          }
        }
        if token.text("path").isEmpty { errors.required(field + ".serviceAccountToken.path") }
      }
    }
  }
}
