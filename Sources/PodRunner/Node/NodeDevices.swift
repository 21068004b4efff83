import Glibc
import Kube

/// The devices that pods ask for by resource name, as KubeVirt's device plugins give them.
struct NodeDevices: Sendable, Hashable {
  /// The device of each resource that the machine has.
  var paths: [String: String]
  /// Whether guests can run on hardware.
  var isVirtualizationUsable: Bool

  /// How many pods may have a device at once, as virt-handler says.
  static let instances: Int64 = 1000

  private static let all = [
    "devices.kubevirt.io/kvm": "/dev/kvm", "devices.kubevirt.io/tun": "/dev/net/tun",
    "devices.kubevirt.io/vhost-net": "/dev/vhost-net", "devices.kubevirt.io/vhost-vsock": "/dev/vhost-vsock",
  ]

  init(paths: [String: String], isVirtualizationUsable: Bool) {
    self.paths = paths
    self.isVirtualizationUsable = isVirtualizationUsable
  }

  /// Looks at this machine.
  static func observe() -> NodeDevices {
    let usable = isVirtualizationUsable
    let paths = all.filter { name, path in
      HostFiles.exists(path) && (name != "devices.kubevirt.io/kvm" || usable)
    }
    return NodeDevices(paths: paths, isVirtualizationUsable: usable)
  }

  /// `/dev/kvm` opens, and the hardware's module is there: a device without it boots no ordinary guest.
  static var isVirtualizationUsable: Bool {
    let file = open("/dev/kvm", O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    close(file)
    return HostFiles.exists("/sys/module/kvm_intel") || HostFiles.exists("/sys/module/kvm_amd")
  }

  var resources: [String: Quantity] { paths.mapValues { _ in Quantity(Self.instances) } }

  /// The devices of a container's limits.
  func devices(limits: [String: Quantity]) -> [RuntimeDevice] {
    limits.keys.sorted().compactMap { name in
      guard limits[name]?.sign == 1, let path = paths[name] else { return nil }
      return Self.device(path)
    }
  }

  /// A node of this machine; nil where it is none.
  static func device(_ path: String) -> RuntimeDevice? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let type = status.st_mode & S_IFMT
    guard type == S_IFCHR || type == S_IFBLK else { return nil }
    // As the kernel encodes device numbers (makedev(3)).
    let number = UInt64(status.st_rdev)
    let major = (number >> 8 & 0xfff) | (number >> 32 & ~0xfff)
    let minor = (number & 0xff) | (number >> 12 & ~0xff)
    return RuntimeDevice(
      path: path, type: type == S_IFCHR ? "c" : "b", major: Int64(major), minor: Int64(minor),
      mode: 0o666, group: 0)
  }
}
