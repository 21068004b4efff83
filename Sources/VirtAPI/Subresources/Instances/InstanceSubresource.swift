/// What can be asked of a running instance; the node's virt-handler does it.
public enum InstanceSubresource: String, Sendable, Hashable, CaseIterable {
  case console
  case vnc
  case pause
  case unpause
  case freeze
  case unfreeze
  case reset
  case softReboot = "softreboot"
  case guestOSInfo = "guestosinfo"
  case userList = "userlist"
  case filesystemList = "filesystemlist"

  /// Whether the connection becomes a stream of bytes.
  var isStream: Bool { self == .console || self == .vnc }

  /// GET for what only reads.
  var method: String {
    switch self {
    case .console, .vnc, .guestOSInfo, .userList, .filesystemList: "GET"
    case .pause, .unpause, .freeze, .unfreeze, .reset, .softReboot: "PUT"
    }
  }

  /// The path at the node's virt-handler.
  func handlerPath(namespace: String, name: String) -> String {
    "/v1/namespaces/\(namespace)/virtualmachineinstances/\(name)/\(rawValue)"
  }
}
