import Kube

/// Where the pod runner keeps what is on this machine, below `<data>/node`.
public struct NodeFolder: Sendable, Hashable {
  public let path: String
  /// Where images are, `<data>/images`.
  public let images: String

  /// - Parameter data: the instance's data directory, an absolute path without links.
  public init(data: String) {
    path = data + "/node"
    images = data + "/images"
  }

  /// Folders of pods, by uid; also what kubelet has at `/var/lib/kubelet/pods`.
  public var pods: String { path + "/pods" }
  /// What stands for the machine's `/var/run/kubevirt`.
  public var share: String { path + "/run/kubevirt" }
  /// The container runtime's own state.
  var runtime: String { path + "/run/runtime" }
  /// Where monitors write the exit codes of containers.
  var exits: String { path + "/run/exits" }
  var network: String { path + "/network" }
  var networkChoice: String { path + "/network/subnet" }
  /// What launchers find in `/usr` besides the machine's own.
  var programs: String { path + "/programs" }

  /// The folder of a pod; nil for what is no uid, which could lead elsewhere.
  func pod(_ uid: String) -> PodFolder? {
    let isPlain = uid.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
    guard isPlain, !uid.isEmpty, uid.utf8.count <= 64 else { return nil }
    return PodFolder(path: pods + "/" + uid, uid: uid)
  }
}

/// The folder of one pod.
struct PodFolder: Sendable, Hashable {
  let path: String
  let uid: String

  var record: String { path + "/state.json" }
  var namespaceFolder: String { path + "/namespaces" }
  var namespaces: PodNamespaces {
    PodNamespaces(
      network: namespaceFolder + "/net", ipc: namespaceFolder + "/ipc", uts: namespaceFolder + "/uts")
  }
  var volumes: String { path + "/volumes" }
  var hosts: String { path + "/etc-hosts" }
  var hostname: String { path + "/etc-hostname" }
  var resolver: String { path + "/resolv.conf" }
  var sharedMemory: String { path + "/shm" }
  var containers: String { path + "/containers" }
  /// The pod's name in cgroup hierarchies.
  var cgroup: String { NodeCgroups.root + "/" + uid }

  func container(_ name: String, attempt: Int32) -> ContainerFolder {
    ContainerFolder(
      path: "\(containers)/\(name)/\(attempt)", runtimeID: "\(uid)_\(name)_\(attempt)",
      cgroup: "\(cgroup)/\(name)-\(attempt)", log: log(name, attempt: attempt))
  }

  func log(_ container: String, attempt: Int32) -> String { "\(path)/logs/\(container)/\(attempt).log" }
  func terminationLog(_ container: String, attempt: Int32) -> String {
    "\(path)/termination/\(container)-\(attempt)"
  }
}

/// The folder of one run of a container: its bundle (OCI runtime specification) and what its monitor writes.
struct ContainerFolder: Sendable, Hashable {
  let path: String
  let runtimeID: String
  let cgroup: String
  let log: String

  var configuration: String { path + "/config.json" }
  var root: String { path + "/rootfs" }
  var upper: String { path + "/upper" }
  var work: String { path + "/work" }
  var processFile: String { path + "/pid" }
  var monitorFile: String { path + "/monitor.pid" }
  var monitorLog: String { path + "/monitor.log" }
  /// conmon's socket, with its option to write it into the bundle.
  var attachSocket: String { path + "/attach" }
  /// There when the kernel ended the container for its memory.
  var outOfMemory: String { path + "/oom" }
}
