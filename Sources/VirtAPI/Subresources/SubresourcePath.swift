import Kube

/// A path of the group, taken apart into steps.
public struct SubresourcePath: Sendable, Hashable {
  /// The steps between slashes, without escapes; the first one is empty, for the path begins with a slash.
  let steps: [String]

  /// Nil for a path with escapes that are none, or whose steps would be others for a server that decodes it first: what
  /// one program authorizes must be what another one does.
  public init?(_ path: String) {
    var steps: [String] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard let step = PercentEncoding.decode(part), !step.utf8.contains(UInt8(ascii: "/")), step != ".", step != ".."
      else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  /// Whether the path is the group's, or below it.
  public var isInGroup: Bool {
    steps.count >= 3 && steps[1] == "apis" && steps[2] == SubresourceGroup.name
  }

  /// Nil where the path has no version, or one that is not served.
  public var version: SubresourceGroup.Version? {
    isInGroup && steps.count > 3 ? SubresourceGroup.Version(rawValue: steps[3]) : nil
  }

  /// What is below the version; a slash at the end is nothing.
  var rest: ArraySlice<String> {
    let rest = steps.dropFirst(4)
    return rest.last == "" ? rest.dropLast() : rest
  }

  /// An object and the steps below it.
  struct ObjectPath: Hashable {
    var namespace: String
    var resource: String
    var name: String
    /// Joined by `/`.
    var subresource: String
  }

  /// Nil for a path that is not below an object.
  var object: ObjectPath? {
    let rest = Array(rest)
    guard rest.count >= 5, rest[0] == "namespaces", rest.allSatisfy({ !$0.isEmpty }) else { return nil }
    return ObjectPath(
      namespace: rest[1], resource: rest[2], name: rest[3], subresource: rest[4...].joined(separator: "/"))
  }
}
