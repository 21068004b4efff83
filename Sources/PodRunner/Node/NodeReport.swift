import Glibc
import JSON
import Kube

/// What the machine says of itself as a node (core/v1 NodeStatus).
struct NodeReport: Sendable {
  var name: String
  var address: String
  var devices: NodeDevices
  var runtimeVersion: String
  var version: String

  /// Cores, memory and places for pods.
  var capacity: [String: Quantity] {
    var capacity: [String: Quantity] = [
      "cpu": Quantity(Int64(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))), "memory": Quantity(bytes: Self.memory),
      "pods": Quantity(500), "ephemeral-storage": Quantity(bytes: Self.storage),
    ]
    for (name, amount) in devices.resources { capacity[name] = amount }
    return capacity
  }

  private static var memory: Int64 {
    let line = (HostFiles.text("/proc/meminfo") ?? "").split(separator: "\n").first { $0.hasPrefix("MemTotal:") }
    let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap { Int64($0) } ?? 0
    return kibibytes << 10
  }

  private static var storage: Int64 {
    var status = statvfs()
    return statvfs("/", &status) == 0 ? Int64(clamping: UInt64(status.f_blocks) &* UInt64(status.f_frsize)) : 0
  }

  static var architecture: String {
    #if arch(x86_64)
      "amd64"
    #elseif arch(arm64)
      "arm64"
    #else
      "unknown"
    #endif
  }

  /// The labels every node has.
  var labels: [String: String] {
    [
      "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "kubernetes.io/arch": Self.architecture,
      "beta.kubernetes.io/os": "linux", "beta.kubernetes.io/arch": Self.architecture,
    ]
  }

  func status(conditions present: [JSONValue], now: Timestamp) -> JSONValue {
    let amounts = JSONObject(
      capacity.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value.canonicalText)) })
    var system = utsname()
    uname(&system)
    let kernel = withUnsafeBytes(of: &system.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let release = (HostFiles.text("/etc/os-release") ?? "").split(separator: "\n")
      .first { $0.hasPrefix("PRETTY_NAME=") }.map { $0.dropFirst(12).filter { $0 != "\"" } }
    return [
      "addresses": [
        ["type": "InternalIP", "address": .string(address)], ["type": "Hostname", "address": .string(name)],
      ],
      "capacity": .object(amounts), "allocatable": .object(amounts),
      "conditions": .array(conditions.map { Self.condition($0, present, now) }),
      "nodeInfo": [
        "architecture": .string(Self.architecture), "operatingSystem": "linux", "kernelVersion": .string(kernel),
        "osImage": .string(release ?? "Linux"), "bootID": .string(ProcessFacts.bootID),
        "machineID": .string((HostFiles.text("/etc/machine-id") ?? "").filter { !$0.isWhitespace }), "systemUUID": "",
        "containerRuntimeVersion": .string(runtimeVersion), "kubeletVersion": .string(version),
        "kubeProxyVersion": .string(version),
      ],
    ]
  }

  private struct Finding {
    var type: String
    var status: String
    var reason: String
    var message: String
  }

  private var conditions: [Finding] {
    [
      Finding(type: "Ready", status: "True", reason: "PodRunnerReady", message: "pods run"),
      Finding(
        type: "VirtualizationUsable", status: devices.isVirtualizationUsable ? "True" : "False",
        reason: devices.isVirtualizationUsable ? "KVM" : "Emulation",
        message: devices.isVirtualizationUsable
          ? "guests run on hardware (KVM)"
          : "guests are emulated, which is slow: /dev/kvm does not open, or neither kvm_intel nor kvm_amd is loaded"),
    ]
  }

  private static func condition(_ finding: Finding, _ present: [JSONValue], _ now: Timestamp) -> JSONValue {
    let known = present.first { $0["type"]?.string == finding.type }
    let since = known?["status"]?.string == finding.status ? known?["lastTransitionTime"]?.string : nil
    return [
      "type": .string(finding.type), "status": .string(finding.status), "reason": .string(finding.reason),
      "message": .string(finding.message), "lastHeartbeatTime": .string(now.text),
      "lastTransitionTime": .string(since ?? now.text),
    ]
  }
}
