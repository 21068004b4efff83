import Kube
import KubeTypes

/// What one volume of a pod is on this machine.
enum PlannedVolume: Sendable, Hashable {
  /// A folder of the pod's own (emptyDir).
  ///
  /// - Parameter memoryBytes: in memory, with this limit where it is positive; nil for one on disk.
  case folder(path: String, memoryBytes: Int64?)
  /// Something of the machine's.
  case host(path: String, type: String)
  /// Files made of objects.
  case files(path: String, [PlannedFile])
  /// What a persistent volume claim is bound to.
  case claim(name: String)

  /// Where it is before it is mounted anywhere; nil until a claim's volume is known.
  var path: String? {
    switch self {
    case .folder(let path, _), .host(let path, _), .files(let path, _): path
    case .claim: nil
    }
  }

  /// Files made of objects are changed by nobody.
  var isReadOnly: Bool { if case .files = self { true } else { false } }
}

/// A file of a volume.
struct PlannedFile: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// A token of the pod's service account.
    case token(audience: String, seconds: Int64)
  }

  /// Relative to the volume.
  var path: String
  var mode: UInt32
  var content: Content
}

/// Decides what the volumes of a pod are (core/v1 Volume).
struct VolumePlan: Sendable {
  var pod: Core.Pod
  /// The folder of the pod's volumes.
  var folder: String
  var sources: PodSources
  var downward: DownwardValues
  /// Paths of the machine that lie elsewhere in this instance; the longest that fits counts.
  var hostPaths: [String: String]

  /// - Throws: what the volume needs and is not there.
  func volume(_ volume: Core.Volume) throws(PodRunnerError) -> PlannedVolume {
    if let empty = volume.emptyDir {
      let limit = empty.medium == "Memory" ? empty.sizeLimit?.value ?? 0 : nil
      return .folder(path: path("kubernetes.io~empty-dir", volume), memoryBytes: limit)
    }
    if let host = volume.hostPath { return .host(path: Self.mapped(host.path, hostPaths), type: host.type ?? "") }
    if let claim = volume.persistentVolumeClaim { return .claim(name: claim.claimName) }
    if let secret = volume.secret {
      let files = try items(
        secret.items, of: sources.secrets[secret.secretName]?.contents, mode: secret.defaultMode,
        isOptional: secret.optional, "secret \"\(secret.secretName)\"")
      return .files(path: path("kubernetes.io~secret", volume), files)
    }
    if let map = volume.configMap {
      let files = try items(
        map.items, of: sources.configMaps[map.name]?.contents, mode: map.defaultMode, isOptional: map.optional,
        "configmap \"\(map.name)\"")
      return .files(path: path("kubernetes.io~configmap", volume), files)
    }
    if let downwardAPI = volume.downwardAPI {
      let files = try fields(downwardAPI.items, mode: downwardAPI.defaultMode)
      return .files(path: path("kubernetes.io~downward-api", volume), files)
    }
    if let projected = volume.projected {
      var files: [PlannedFile] = []
      for source in projected.sources { files += try self.files(of: source, mode: projected.defaultMode) }
      return .files(path: path("kubernetes.io~projected", volume), files)
    }
    throw PodRunnerError("volume \"\(volume.name)\" is of a kind that this node cannot mount", reason: "FailedMount")
  }

  private func path(_ kind: String, _ volume: Core.Volume) -> String { "\(folder)/\(kind)/\(volume.name)" }

  private func files(of source: Core.VolumeProjection, mode: Int32?) throws(PodRunnerError) -> [PlannedFile] {
    if let token = source.serviceAccountToken {
      let seconds = max(600, token.expirationSeconds ?? 3600)
      return [
        PlannedFile(
          path: try Self.checked(token.path),
          mode: Self.mode(nil, pod.spec.securityContext?.fsGroup == nil ? 0o644 : 0o640),
          content: .token(audience: token.audience, seconds: seconds))
      ]
    }
    if let map = source.configMap {
      return try items(
        map.items, of: sources.configMaps[map.name]?.contents, mode: mode, isOptional: map.optional,
        "configmap \"\(map.name)\"")
    }
    if let secret = source.secret {
      return try items(
        secret.items, of: sources.secrets[secret.name]?.contents, mode: mode, isOptional: secret.optional,
        "secret \"\(secret.name)\"")
    }
    if let downwardAPI = source.downwardAPI { return try fields(downwardAPI.items, mode: mode) }
    return []
  }

  private func items(
    _ items: [Core.KeyToPath], of contents: [String: [UInt8]]?, mode: Int32?, isOptional: Bool?, _ name: String
  ) throws(PodRunnerError) -> [PlannedFile] {
    guard let contents else {
      if isOptional == true { return [] }
      throw PodRunnerError("\(name) not found", reason: "FailedMount")
    }
    if items.isEmpty {
      var files: [PlannedFile] = []
      for (key, bytes) in contents.sorted(by: { $0.key < $1.key }) {
        files.append(PlannedFile(path: try Self.checked(key), mode: Self.mode(mode), content: .bytes(bytes)))
      }
      return files
    }
    var files: [PlannedFile] = []
    for item in items {
      guard let bytes = contents[item.key] else {
        if isOptional == true { continue }
        throw PodRunnerError("\(name) has no key \(item.key)", reason: "FailedMount")
      }
      files.append(
        PlannedFile(path: try Self.checked(item.path), mode: Self.mode(item.mode ?? mode), content: .bytes(bytes)))
    }
    return files
  }

  private func fields(_ items: [DownwardAPIVolumeFile], mode: Int32?) throws(PodRunnerError) -> [PlannedFile] {
    var files: [PlannedFile] = []
    for item in items {
      let text =
        if let field = item.fieldRef {
          downward.field(field.fieldPath)
        } else if let resource = item.resourceFieldRef {
          downward.resource(resource, container: "")
        } else {
          nil as String?
        }
      guard let text else {
        throw PodRunnerError("the file \(item.path) names a field that a pod does not have", reason: "FailedMount")
      }
      files.append(
        PlannedFile(
          path: try Self.checked(item.path), mode: Self.mode(item.mode ?? mode), content: .bytes(Array(text.utf8))))
    }
    return files
  }

  private static func mode(_ mode: Int32?, _ standard: UInt32 = 0o644) -> UInt32 {
    mode.map { UInt32(truncatingIfNeeded: $0) & 0o777 } ?? standard
  }

  /// A path that stays below where it starts.
  static func checked(_ path: String) throws(PodRunnerError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), !path.utf8.contains(0) else {
      throw PodRunnerError("\"\(path)\" is no path below a volume", reason: "FailedMount")
    }
    return path
  }

  /// Where a path of the machine is in this instance.
  static func mapped(_ path: String, _ hostPaths: [String: String]) -> String {
    let prefix = hostPaths.keys.filter { path == $0 || path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
    guard let prefix, let target = hostPaths[prefix] else { return path }
    return target + path.dropFirst(prefix.count)
  }
}
