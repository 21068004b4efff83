import KubeClient

/// Why a machine could not be brought nearer to what it asks for; becomes its condition Failure.
struct SyncFailure: Sendable, Hashable {
  /// The condition's reason.
  enum Reason: String, Sendable, Hashable {
    case failedCreate = "FailedCreate"
    case failedDelete = "FailedDelete"
    case failedUpdate = "FailedUpdateError"
    case hotplugVolume = "HotPlugVolumeError"
    case hotplugCPU = "HotPlugCPUError"
    case hotplugMemory = "HotPlugMemoryError"
    case hotplugNetwork = "HotPlugNetworkInterfaceError"
    case affinityChange = "AffinityChangeError"
    case tolerationsChange = "TolerationsChangeError"
    case memoryDump = "MemoryDumpError"
    case firmwareUUID = "FirmwareUUIDError"
  }

  var reason: Reason
  var message: String

  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }

  init(_ reason: Reason, _ what: String, _ error: KubernetesError) {
    self.init(reason, "\(what): \(error)")
  }
}
