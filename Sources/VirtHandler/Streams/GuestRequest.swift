import JSON
import Kube
import KubeClient
import LauncherProtocol
import Transport

/// What can be asked about a guest at its node: `/v1/namespaces/<ns>/virtualmachineinstances/<name>/<what>`.
struct GuestRequest: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    /// A connection that goes on as bytes; the path at the launcher.
    case stream(String)
    /// Something that is done, and what is told of it.
    case command(LauncherCommand, reason: String, message: String)
    /// Something that is read; the path at the launcher.
    case document(String)
  }

  var instance: NamespacedName
  var subject: Subject

  private static let subjects: [String: (method: String, subject: Subject)] = [
    "console": ("GET", .stream(LauncherPath.console)),
    "vnc": ("GET", .stream(LauncherPath.vnc)),
    "guestosinfo": ("GET", .document(LauncherPath.guestInfo)),
    "userlist": ("GET", .document(LauncherPath.guestUsers)),
    "filesystemlist": ("GET", .document(LauncherPath.guestFilesystems)),
    "pause": ("PUT", .command(.pause, reason: "Paused", message: "VirtualMachineInstance paused")),
    "unpause": ("PUT", .command(.unpause, reason: "Unpaused", message: "VirtualMachineInstance unpaused")),
    "freeze": ("PUT", .command(.freeze, reason: "Frozen", message: "VirtualMachineInstance frozen")),
    "unfreeze": ("PUT", .command(.unfreeze, reason: "Unfrozen", message: "VirtualMachineInstance unfrozen")),
    "reset": ("PUT", .command(.reset, reason: "Reset", message: "VirtualMachineInstance reset")),
    "softreboot": (
      "PUT", .command(.softReboot, reason: "SoftRebooted", message: "VirtualMachineInstance soft rebooted")
    ),
  ]

  /// - Throws: 404 for any other path, 405 for another method.
  init(_ head: HTTPRequestHead) throws(Status) {
    let steps = head.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard steps.count == 7, steps[0].isEmpty, steps[1] == "v1", steps[2] == "namespaces",
      steps[4] == "virtualmachineinstances", NameValidation.isDNS1123Label(steps[3]),
      NameValidation.isDNS1123Subdomain(steps[5]), let (method, subject) = Self.subjects[steps[6]]
    else { throw .failure(.notFound, code: 404, message: "no such path") }
    guard head.method == method else {
      throw .failure(.methodNotAllowed, code: 405, message: "only \(method) is allowed here")
    }
    instance = NamespacedName(steps[3], steps[5])
    self.subject = subject
  }
}
