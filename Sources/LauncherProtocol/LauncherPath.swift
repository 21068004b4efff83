/// The paths that a launcher serves on its command socket; HTTP over a UNIX socket, JSON bodies.
public enum LauncherPath {
  /// GET; `{"version": …}`.
  public static let ping = "/v1/ping"
  /// GET; `{"domain": DomainReport or null}`.
  public static let domain = "/v1/domain"
  /// GET; one `{"domain": …}` a line, the present state first, then one at each change; an empty line each ten seconds.
  public static let events = "/v1/events"
  /// PUT with a `SyncRequest`; brings the domain in line with the instance, and answers like `domain`.
  public static let sync = "/v1/sync"
  /// GET with `Upgrade: kubevirt-bytes` (HTTP/1.1): the bytes of the serial console, and of the VNC socket.
  public static let console = "/v1/console"
  public static let vnc = "/v1/vnc"
  /// GET; the guest agent's answers as the subresources of the same names show them, `items` and all.
  public static let guestInfo = "/v1/guest/info"
  public static let guestUsers = "/v1/guest/users"
  public static let guestFilesystems = "/v1/guest/filesystems"
  /// PUT; asks whether the agent answers.
  public static let guestPing = "/v1/guest/ping"
  /// PUT with a `GuestCommand`, answered by a `GuestCommandResult`: what probes of the pod run in the guest.
  public static let guestExec = "/v1/guest/exec"

  /// The protocol named in an upgrade to a plain stream of bytes.
  public static let byteStreamProtocol = "kubevirt-bytes"

  /// PUT with an empty body; answers like `domain`.
  public static func command(_ command: LauncherCommand) -> String { "/v1/" + command.rawValue }
}

/// What a launcher does with its domain when told to.
public enum LauncherCommand: String, Sendable, Hashable, CaseIterable {
  /// Asks the guest to power off, by its agent or by ACPI, and starts the clock of the grace period.
  case shutdown
  /// Ends the guest's process.
  case kill
  /// Undefines a domain that does not run.
  case delete
  case pause
  case unpause
  case reset
  case softReboot = "soft-reboot"
  case freeze
  case unfreeze
}
