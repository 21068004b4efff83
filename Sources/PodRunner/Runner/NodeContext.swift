import Glibc
import JSON
import Kube
import KubeClient
import KubeTypes
import Logging
import Transport

/// What every pod's worker uses of the node.
struct NodeContext: Sendable {
  let client: KubernetesClient
  let folder: NodeFolder
  let runtime: ContainerRuntime
  let networks: PodNetworks
  let images: ImageStore
  let launcher: LauncherImage
  let events: EventRecorder
  let logger: Logger
  let nodeName: String
  let hostAddress: String
  let bootID: String
  /// Names as in `CAP_NET_ADMIN`, of what this process may give away.
  let capabilities: Set<String>
  /// Extended resources and the devices they stand for, as far as the machine has them.
  let devices: NodeDevices
  let allocatable: [String: Quantity]
  let hostPaths: [String: String]
  let probes: HTTPClient

  static let pods = GroupVersionResource(version: "v1", resource: "pods")
  static let configMaps = GroupVersionResource(version: "v1", resource: "configmaps")
  static let secrets = GroupVersionResource(version: "v1", resource: "secrets")
  static let serviceAccounts = GroupVersionResource(version: "v1", resource: "serviceaccounts")
  static let claims = GroupVersionResource(version: "v1", resource: "persistentvolumeclaims")
  static let volumes = GroupVersionResource(version: "v1", resource: "persistentvolumes")

  /// Tells users what happened to a pod.
  func tell(_ pod: Core.Pod, _ reason: String, _ message: String) { record(pod, .normal, reason, message) }

  func warn(_ pod: Core.Pod, _ reason: String, _ message: String) { record(pod, .warning, reason, message) }

  private func record(_ pod: Core.Pod, _ severity: ObjectEvent.Severity, _ reason: String, _ message: String) {
    let subject = ObjectEvent.Subject(
      apiVersion: "v1", kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name,
      uid: pod.metadata.uid, resourceVersion: pod.metadata.resourceVersion)
    events.record(
      ObjectEvent(subject, severity, reason: reason, message: message),
      from: EventSource(component: "kubelet", host: nodeName))
  }

  /// The image a container names, of those on this machine.
  func image(_ text: String) -> ContainerImage? {
    guard let name = ImageName(text) else { return nil }
    return launcher.image(name) ?? images.image(name)
  }
}

/// Facts of this process.
enum ProcessFacts {
  /// Names of capabilities by their number (capabilities(7)).
  private static let capabilityNames = [
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP",
    "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER",
    "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE",
    "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP",
    "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF",
    "CHECKPOINT_RESTORE",
  ]

  /// The capabilities in the bounding set, from `/proc/self/status`.
  static func capabilities(status: String) -> Set<String> {
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("CapBnd:") }),
      let bits = UInt64(line.dropFirst(7).drop { $0 == "\t" || $0 == " " }, radix: 16)
    else { return [] }
    return Set(
      capabilityNames.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map { "CAP_" + $0.element })
  }

  static var bootID: String {
    (HostFiles.text("/proc/sys/kernel/random/boot_id") ?? "").filter { !$0.isWhitespace }
  }
}
