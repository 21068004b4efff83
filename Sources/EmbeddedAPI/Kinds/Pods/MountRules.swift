import JSON
import Kube

/// What kube-apiserver demands of a container's mounts and block devices.
enum MountRules {
  /// - Parameter volumes: the pod's, by name.
  static func check(
    _ container: JSONValue, _ field: String, volumes: [String: JSONValue], _ errors: inout FieldErrors
  ) {
    let mounts = container.elements("volumeMounts")
    let devices = container.elements("volumeDevices")
    checkMounts(mounts, devices, field, volumes, &errors)
    checkDevices(devices, mounts, field, volumes, &errors)
  }

  private static func checkMounts(
    _ mounts: [JSONValue], _ devices: [JSONValue], _ field: String, _ volumes: [String: JSONValue],
    _ errors: inout FieldErrors
  ) {
    let deviceNames = Set(devices.map { $0.text("name") })
    let devicePaths = Set(devices.map { $0.text("devicePath") })
    var paths: Set<String> = []
    for (index, mount) in mounts.enumerated() {
      let field = "\(field).volumeMounts[\(index)]"
      let name = mount.text("name")
      if name.isEmpty {
        errors.required(field + ".name")
      } else if volumes[name] == nil {
        errors.notFound(field + ".name", mount["name"])
      }
      let path = mount.text("mountPath")
      if path.isEmpty { errors.required(field + ".mountPath") }
      if !paths.insert(path).inserted {
        errors.invalid(field + ".mountPath", mount["mountPath"] ?? "", "must be unique")
      }
      if deviceNames.contains(name) {
        errors.invalid(field + ".name", mount["name"], "must not already exist in volumeDevices")
      }
      if devicePaths.contains(path) {
        errors.invalid(field + ".mountPath", .string(path), "must not already exist as a path in volumeDevices")
      }
      for member in ["subPath", "subPathExpr"] where !mount.text(member).isEmpty {
        checkRelativePath("\(field).\(member)", mount.text(member), &errors)
      }
      errors.requireOne(
        of: ["Bidirectional", "HostToContainer", "None"], field + ".mountPropagation", mount["mountPropagation"])
    }
  }

  private static func checkDevices(
    _ devices: [JSONValue], _ mounts: [JSONValue], _ field: String, _ volumes: [String: JSONValue],
    _ errors: inout FieldErrors
  ) {
    let mountNames = Set(mounts.map { $0.text("name") })
    let mountPaths = Set(mounts.map { $0.text("mountPath") })
    var names: Set<String> = []
    var paths: Set<String> = []
    for (index, device) in devices.enumerated() {
      let field = "\(field).volumeDevices[\(index)]"
      let name = device.text("name")
      let path = device.text("devicePath")
      if name.isEmpty {
        errors.required(field + ".name")
      } else if let volume = volumes[name] {
        if !volume.has("persistentVolumeClaim"), !volume.has("ephemeral") {
          errors.invalid(
            field + ".name", device["name"], "can only use volume source type of PersistentVolumeClaim for block mode")
        }
      } else {
        errors.notFound(field + ".name", device["name"])
      }
      if !name.isEmpty, !names.insert(name).inserted {
        errors.invalid(field + ".name", device["name"], "must be unique")
      }
      if path.isEmpty {
        errors.required(field + ".devicePath")
      } else {
        if !paths.insert(path).inserted {
          errors.invalid(field + ".devicePath", device["devicePath"], "must be unique")
        }
        if hasStepUp(path) {
          errors.invalid(field + ".devicePath", device["devicePath"], "can not contain backsteps ('..')")
        }
      }
      if mountNames.contains(name) {
        errors.invalid(field + ".name", device["name"], "must not already exist in volumeMounts")
      }
      if mountPaths.contains(path) {
        errors.invalid(field + ".devicePath", .string(path), "must not already exist as a path in volumeMounts")
      }
    }
  }

  /// A path that stays below where it begins.
  static func checkRelativePath(_ field: String, _ path: String, _ errors: inout FieldErrors) {
    if path.hasPrefix("/") { errors.invalid(field, .string(path), "must be a relative path") }
    if hasStepUp(path) { errors.invalid(field, .string(path), "must not contain '..'") }
  }

  static func hasStepUp(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}
