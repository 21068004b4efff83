import JSON
import Kube
import KubeTypes

/// What an image says of the containers made from it (OCI image configuration).
struct ImageConfiguration: Sendable, Hashable {
  var entrypoint: [String] = []
  var command: [String] = []
  var environment: [String] = []
  var workingDirectory = ""
  /// `user[:group]`, names or numbers.
  var user = ""

  init() {}

  /// Reads the `config` member of an image configuration.
  init(json: JSONValue) {
    func texts(_ name: String) -> [String] { json[name]?.array?.compactMap(\.string) ?? [] }
    entrypoint = texts("Entrypoint")
    command = texts("Cmd")
    environment = texts("Env")
    workingDirectory = json["WorkingDir"]?.string ?? ""
    user = json["User"]?.string ?? ""
  }
}

/// A mount in a container.
struct RuntimeMount: Sendable, Hashable {
  var source: String
  var destination: String
  var type = "bind"
  var options: [String]

  var json: JSONValue {
    [
      "destination": .string(destination), "type": .string(type), "source": .string(source),
      "options": .array(options.map { .string($0) }),
    ]
  }
}

/// A device of the machine that a container gets.
struct RuntimeDevice: Sendable, Hashable {
  var path: String
  /// `c` or `b`.
  var type: String
  var major: Int64
  var minor: Int64
  var mode: UInt32
  var group: UInt32
}

/// Whom a container runs as.
struct RuntimeUser: Sendable, Hashable {
  var user: UInt32 = 0
  var group: UInt32 = 0
  var groups: [UInt32] = []
}

/// The bundle's `config.json` of a container (OCI runtime specification): a pure function of the pod and of what is on
/// the machine.
struct RuntimeSpecification: Sendable {
  var pod: Core.Pod
  var container: Core.Container
  var image: ImageConfiguration
  /// `NAME=value`.
  var environment: [String]
  var user: RuntimeUser
  /// Besides those that every container has.
  var mounts: [RuntimeMount]
  var devices: [RuntimeDevice]
  /// Files that keep the pod's namespaces.
  var namespaces: PodNamespaces
  /// Below the root of each hierarchy.
  var cgroup: String
  /// Those that this process could give away.
  var availableCapabilities: Set<String>

  private var security: Core.SecurityContext? { container.securityContext }
  private var isPrivileged: Bool { security?.privileged == true }

  var json: JSONValue {
    [
      "ociVersion": "1.0.2", "process": process,
      "root": ["path": "rootfs", "readonly": .bool(security?.readOnlyRootFilesystem == true)],
      "mounts": .array((baseMounts + mounts.sorted { $0.depth < $1.depth }).map(\.json)), "linux": linux,
      "annotations": [
        "io.kubernetes.pod.uid": .string(pod.metadata.uid), "io.kubernetes.pod.name": .string(pod.metadata.name),
        "io.kubernetes.pod.namespace": .string(pod.metadata.namespace),
        "io.kubernetes.container.name": .string(container.name),
      ],
    ]
  }

  // MARK: process

  private var process: JSONValue {
    let capabilities: JSONValue = .array(capabilities.map { .string($0) })
    let directory =
      [container.workingDir, image.workingDirectory].first { $0.hasPrefix("/") } ?? "/"
    return [
      "terminal": .bool(container.tty),
      "user": [
        "uid": .number(JSONNumber(user.user)), "gid": .number(JSONNumber(user.group)),
        "additionalGids": .array(user.groups.map { .number(JSONNumber($0)) }),
      ],
      "args": .array(arguments.map { .string($0) }), "env": .array(environment.map { .string($0) }),
      "cwd": .string(directory),
      "capabilities": ["bounding": capabilities, "effective": capabilities, "permitted": capabilities],
      "noNewPrivileges": .bool(security?.allowPrivilegeEscalation == false && !isPrivileged),
    ]
  }

  /// The container's command, or the image's; variables are filled in.
  var arguments: [String] {
    var values: [String: String] = [:]
    for variable in environment {
      guard let equals = variable.firstIndex(of: "=") else { continue }
      values[String(variable[..<equals])] = String(variable[variable.index(after: equals)...])
    }
    let given = (container.command + container.args).map { ContainerEnvironment.expand($0, values) }
    if !container.command.isEmpty { return given }
    return image.entrypoint + (container.args.isEmpty ? image.command : given)
  }

  /// What containers may do unless said otherwise; the list that container engines share.
  static let standardCapabilities: Set<String> = [
    "CAP_AUDIT_WRITE", "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_MKNOD",
    "CAP_NET_BIND_SERVICE", "CAP_NET_RAW", "CAP_SETFCAP", "CAP_SETGID", "CAP_SETPCAP", "CAP_SETUID", "CAP_SYS_CHROOT",
  ]

  var capabilities: [String] {
    if isPrivileged { return availableCapabilities.sorted() }
    func names(_ names: [String]) -> Set<String> { Set(names.map { $0.hasPrefix("CAP_") ? $0 : "CAP_" + $0 }) }
    let add = names(security?.capabilities?.add ?? [])
    let drop = names(security?.capabilities?.drop ?? [])
    var set = drop.contains("CAP_ALL") ? [] : Self.standardCapabilities
    set.subtract(drop)
    set.formUnion(add.contains("CAP_ALL") ? availableCapabilities : add)
    return set.intersection(availableCapabilities).sorted()
  }

  // MARK: mounts

  private var baseMounts: [RuntimeMount] {
    let control = ["nosuid", "noexec", "nodev", isPrivileged ? "rw" : "ro"]
    return [
      RuntimeMount(source: "proc", destination: "/proc", type: "proc", options: ["nosuid", "noexec", "nodev"]),
      RuntimeMount(
        source: "tmpfs", destination: "/dev", type: "tmpfs",
        options: ["nosuid", "strictatime", "mode=755", "size=65536k"]),
      RuntimeMount(
        source: "devpts", destination: "/dev/pts", type: "devpts",
        options: ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]),
      RuntimeMount(
        source: "mqueue", destination: "/dev/mqueue", type: "mqueue", options: ["nosuid", "noexec", "nodev"]),
      RuntimeMount(source: "sysfs", destination: "/sys", type: "sysfs", options: control),
      RuntimeMount(
        source: "cgroup", destination: "/sys/fs/cgroup", type: "cgroup", options: control + ["relatime"]),
    ]
  }

  // MARK: linux

  private var linux: JSONValue {
    var linux: JSONValue = [
      "namespaces": [
        ["type": "pid"], ["type": "mount"], ["type": "network", "path": .string(namespaces.network)],
        ["type": "ipc", "path": .string(namespaces.ipc)], ["type": "uts", "path": .string(namespaces.uts)],
      ],
      "cgroupsPath": .string(cgroup), "resources": resources,
      "devices": .array(
        devices.map { device in
          [
            "path": .string(device.path), "type": .string(device.type), "major": .number(JSONNumber(device.major)),
            "minor": .number(JSONNumber(device.minor)), "fileMode": .number(JSONNumber(device.mode)), "uid": 0,
            "gid": .number(JSONNumber(device.group)),
          ]
        }),
    ]
    // Mounts that others make later are to come through.
    if mounts.contains(where: { $0.options.contains("rslave") || $0.options.contains("rshared") }) {
      linux["rootfsPropagation"] = .string(mounts.contains { $0.options.contains("rshared") } ? "rshared" : "rslave")
    }
    if !isPrivileged {
      linux["maskedPaths"] = [
        "/proc/asound", "/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
        "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware",
      ]
      linux["readonlyPaths"] = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"]
    }
    // As containerd does: every user of a pod may serve on its ports, a launcher's DHCP server for instance.
    var sysctls: JSONObject = ["net.ipv4.ip_unprivileged_port_start": "0"]
    for setting in pod.spec.securityContext?.sysctls ?? [] { sysctls[setting.name] = .string(setting.value) }
    linux["sysctl"] = .object(sysctls)
    return linux
  }

  private var resources: JSONValue {
    var rules: [JSONValue] = [["allow": .bool(isPrivileged), "access": "rwm"]]
    for device in devices {
      rules.append([
        "allow": true, "type": .string(device.type), "major": .number(JSONNumber(device.major)),
        "minor": .number(JSONNumber(device.minor)), "access": "rwm",
      ])
    }
    var resources: JSONValue = ["devices": .array(rules)]
    if let limit = container.resources.limits?["memory"]?.value, limit > 0 {
      resources["memory"] = ["limit": .number(JSONNumber(limit))]
    }
    var processor: JSONObject = [:]
    let request = container.resources.requests?["cpu"] ?? container.resources.limits?["cpu"]
    // As kubelet counts: a core is 1024 shares, of which there are at least two and at most 262144.
    let shares = min(262_144, max(2, (request?.milliValue ?? 0) * 1024 / 1000))
    processor["shares"] = .number(JSONNumber(shares))
    if let limit = container.resources.limits?["cpu"]?.milliValue, limit > 0 {
      processor["period"] = 100_000
      processor["quota"] = .number(JSONNumber(max(1000, limit * 100)))
    }
    resources["cpu"] = .object(processor)
    return resources
  }
}

extension RuntimeMount {
  /// Outer mounts come before those in them.
  fileprivate var depth: Int { destination.split(separator: "/").count }
}

/// The files that keep the namespaces which a pod's containers share.
struct PodNamespaces: Sendable, Hashable {
  var network: String
  var ipc: String
  var uts: String
}
