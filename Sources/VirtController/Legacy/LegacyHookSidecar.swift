import JSON
import Kube

/// A container beside the launcher that may change the guest's domain, as an annotation of the instance asks.
struct LegacyHookSidecar {
  static let annotation = "hooks.kubevirt.io/hookSidecars"

  var image = ""
  var imagePullPolicy = ""

  /// The sidecars of an instance, a JSON list of objects with `image` and `imagePullPolicy`.
  static func requested(by annotations: [String: String]?) throws(LauncherPodError) -> [LegacyHookSidecar] {
    guard let text = annotations?[annotation] else { return [] }
    let list: JSONValue
    do { list = try JSONValue(parsing: text) } catch { throw malformed("is no JSON: \(error)") }
    if list.isNull { return [] }
    guard let elements = list.array else { throw malformed("must be a list") }
    var sidecars: [LegacyHookSidecar] = []
    for element in elements { sidecars.append(try LegacyHookSidecar(element)) }
    return sidecars
  }

  private init(_ element: JSONValue) throws(LauncherPodError) {
    if element.isNull { return }
    guard let members = element.object else { throw Self.malformed("must be a list of objects") }
    for (key, value) in members where !value.isNull {
      switch key.lowercased() {
      case "image": image = try Self.text(value, key)
      case "imagepullpolicy": imagePullPolicy = try Self.text(value, key)
      default: break
      }
    }
  }

  private static func text(_ value: JSONValue, _ key: String) throws(LauncherPodError) -> String {
    guard let text = value.string else { throw malformed("must have a text as \(key)") }
    return text
  }

  private static func malformed(_ reason: String) -> LauncherPodError {
    .malformed(member: "metadata.annotations[\(annotation)]", reason: reason)
  }
}
