import KubeClient

/// Where handler and launchers meet on the node.
public struct NodePaths: Sendable, Hashable {
  /// The folder that legacy launchers share with the handler.
  public var shareDirectory = "/var/run/kubevirt"
  /// Where the kubelet keeps pods' volumes.
  public var podsDirectory = "/var/lib/kubelet/pods"
  public var devicePlugins = "/var/lib/kubelet/device-plugins"
  /// What the handler has to remember of guests while they run.
  public var privateDirectory = "/var/run/kubevirt-private"

  public init() {}

  // MARK: Legacy launchers

  var legacySockets: String { shareDirectory + "/sockets" }
  var shutdownTriggers: String { shareDirectory + "/graceful-shutdown-trigger" }
  static let legacySocketSuffix = "_sock"

  /// Named after the instance's UID, which is a name only if it has no slash.
  func legacySocket(uid: String) -> LauncherSocket? {
    Self.isFileName(uid)
      ? LauncherSocket(directory: legacySockets, name: uid + Self.legacySocketSuffix) : nil
  }

  func watchdogFile(_ instance: NamespacedName) -> String? { file("watchdog-files", instance) }
  func shutdownTrigger(_ instance: NamespacedName) -> String? { file("graceful-shutdown-trigger", instance) }

  private func file(_ folder: String, _ instance: NamespacedName) -> String? {
    guard Self.isFileName(instance.namespace), Self.isFileName(instance.name) else { return nil }
    return "\(shareDirectory)/\(folder)/\(instance.namespace)_\(instance.name)"
  }

  // MARK: Current launchers

  static let currentSocketName = "launcher-sock"

  func currentSocket(podUID: String) -> LauncherSocket? {
    emptyDirectory("sockets", podUID: podUID).map { LauncherSocket(directory: $0, name: Self.currentSocketName) }
  }

  /// The folder of a pod's volume of the kind emptyDir.
  func emptyDirectory(_ volume: String, podUID: String) -> String? {
    guard Self.isFileName(podUID), Self.isFileName(volume) else { return nil }
    return "\(podsDirectory)/\(podUID)/volumes/kubernetes.io~empty-dir/\(volume)"
  }

  /// Where is kept what the pod's links were before they were changed.
  func networkCache(uid: String) -> String? {
    Self.isFileName(uid) ? "\(privateDirectory)/network-info-cache/\(uid).json" : nil
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
  }
}

/// Where a launcher listens.
struct LauncherSocket: Sendable, Hashable {
  var directory: String
  var name: String

  var path: String { directory + "/" + name }
}
