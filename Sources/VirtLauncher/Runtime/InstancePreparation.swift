import Kube
import LauncherProtocol
import VirtTypes
import XML

/// An instance made ready to be started.
struct PreparedDomain: Sendable {
  var xml: XMLElement
  /// The link in the pod behind each interface, by the interface's name.
  var podLinks: [String: String] = [:]
  /// What users should know of the way it was made, for the log.
  var remarks: [String] = []
}

/// Makes all that a guest needs before libvirt sees it: its disks, its network and its description.
protocol InstancePreparing: Sendable {
  /// - Throws: 422 where the instance cannot be rendered, 500 where something failed on the way.
  func prepare(_ instance: V1.VirtualMachineInstance, _ request: SyncRequest) async throws(Status) -> PreparedDomain

  /// Ends what serves the guest while it runs.
  func end()
}
