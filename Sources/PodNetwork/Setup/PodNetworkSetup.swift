import Kube
import VirtTypes

/// Makes a pod's network ready for its guest, or finds that it is already.
///
/// Root of the pod with NET_ADMIN calls it in the pod (launchers of v0.8.0); otherwise virt-handler does, from outside.
/// Calling it again, also after it was interrupted, brings about the same and returns the same.
public struct PodNetworkSetup: Sendable {
  public var profile: NetworkProfile
  /// A file that outlives the caller, one for each instance (its UID in the name): what the pod's links were before
  /// they were changed. Its folder must exist.
  public var cacheFile: String

  public init(profile: NetworkProfile, cacheFile: String) {
    self.profile = profile
    self.cacheFile = cacheFile
  }

  /// Works on the network namespace of the caller. Blocks for some milliseconds.
  public func apply(to instance: V1.VirtualMachineInstance) throws(NetworkError) -> [PluggedInterface] {
    throw .invalid("not there yet")
  }

  /// Works on the network namespace that the process is in, on a thread of its own. Blocks for some milliseconds.
  public func apply(
    to instance: V1.VirtualMachineInstance, inNamespaceOfProcess process: Int32
  ) throws(NetworkError) -> [PluggedInterface] {
    throw .invalid("not there yet")
  }
}

/// Whose way of wiring is followed.
public enum NetworkProfile: String, Sendable, Hashable {
  /// v0.8.0: the launcher is root, libvirt makes the guest's device on a bridge of the pod.
  case legacy
  /// v1: the guest's device is made by virt-handler, and the launcher without privileges opens it.
  case current
}
