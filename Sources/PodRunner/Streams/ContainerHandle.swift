import Glibc
import JSON
import Kube

/// A container of a pod, as those reach it who want to see what it writes or run something in it.
public struct ContainerHandle: Sendable, Hashable {
  /// The runtime's program and its global flags.
  public var runtime: [String]
  /// The runtime's name for the container.
  public var id: String
  public var isRunning: Bool
  /// What it wrote, in the runtime interface's form: time, stream, `F` or `P`, text.
  public var log: String
  /// What the container wrote that ran before it; nil when none did.
  public var previousLog: String?
  /// The socket at which its monitor shows its output and takes input; nil when it has none.
  public var attachSocket: String?
  /// The file that keeps the pod's network namespace.
  public var networkNamespace: String

  public init(
    runtime: [String], id: String, isRunning: Bool, log: String, previousLog: String? = nil,
    attachSocket: String? = nil, networkNamespace: String
  ) {
    self.runtime = runtime
    self.id = id
    self.isRunning = isRunning
    self.log = log
    self.previousLog = previousLog
    self.attachSocket = attachSocket
    self.networkNamespace = networkNamespace
  }
}

/// Knows the containers that run here.
public protocol ContainerLookup: Sendable {
  /// - Parameter name: nil where any container will do, for what they share.
  /// - Throws: 404 or 400 with the reason when there is none yet.
  func container(_ name: String?, of pod: JSONValue) async throws(Status) -> ContainerHandle
}
