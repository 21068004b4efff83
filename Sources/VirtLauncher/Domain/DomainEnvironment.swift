import Admission
import JSON

/// What a launcher finds in its container and on its node: all that the making of a domain needs besides the instance.
public struct DomainEnvironment: Sendable {
  public var paths = LauncherPaths()
  /// Whether the node's KVM can be used; otherwise QEMU emulates the processor.
  public var usesKVM = true
  /// Whether emulation is permitted where KVM cannot be used.
  public var allowsEmulation = false
  /// The KubeVirt object's configuration.
  public var configuration = ClusterConfiguration()
  /// Format of the images of container disks by volume, `raw` or `qcow2`.
  public var diskFormats: [String: String] = [:]
  /// Of each registry disk's volume (legacy profile) the suffix of the file that was copied.
  public var registryDisks: [String: RegistryDiskSuffix] = [:]
  /// Volumes whose claim is a block device, which is at `paths.blockDevice(ofVolume:)`.
  public var blockVolumes: Set<String> = []
  /// Whether the file at a path can be opened with O_DIRECT.
  public var supportsDirectIO: @Sendable (_ path: String) -> Bool = { _ in true }
  /// Whether all blocks of the image at a path are allocated.
  public var isPreallocated: @Sendable (_ path: String) -> Bool = { _ in false }
  /// Logical block size, physical one and discard granularity, in bytes, of what holds the file or device at a path;
  /// nil where it cannot be told.
  public var blockSizes: @Sendable (_ path: String) -> BlockSizes? = { _ in
    BlockSizes(logical: 512, physical: 512, discardGranularity: nil)
  }
  /// Whether a firmware file is installed at a path.
  public var firmwareExists: @Sendable (_ path: String) -> Bool = { _ in true }
  /// CPUs of the node that are the container's alone (`Cpus_allowed_list`), ascending; for dedicated CPUs.
  public var cpuSet: [Int] = []
  /// NUMA cells of the node; empty when they are not known.
  public var topology = NodeTopology()
  /// The launcher's environment variables, in which device plugins put addresses of what they gave.
  public var variables: [String: String] = [:]
  /// The pod's file of network devices (`/etc/podinfo/network-info`); null when there is none.
  public var networkInfo: JSONValue = .null
  /// Search domains of the pod's resolv.conf, for user networking.
  public var searchDomains: [String] = []

  public init() {}

  /// Block sizes of a disk in bytes.
  public struct BlockSizes: Sendable, Hashable {
    public var logical: UInt
    public var physical: UInt
    public var discardGranularity: UInt?

    public init(logical: UInt, physical: UInt, discardGranularity: UInt?) {
      self.logical = logical
      self.physical = physical
      self.discardGranularity = discardGranularity
    }
  }
}

/// Which CPUs and how much memory the NUMA cells of a node have.
public struct NodeTopology: Sendable, Hashable {
  public var cells: [Cell] = []

  public init() {}

  public struct Cell: Sendable, Hashable {
    public var id: Int = 0
    public var cpus: [CPU] = []
    /// Sizes in KiB of the pages that the cell has.
    public var pageSizes: [UInt64] = []
    /// How far other cells are, by their id; 10 is the cell itself.
    public var distances: [Int: Int] = [:]

    public init() {}
  }

  /// A CPU, that is: a hardware thread.
  public struct CPU: Sendable, Hashable {
    public var id: Int
    /// Threads of the same core, itself among them.
    public var siblings: [Int]

    public init(id: Int, siblings: [Int]) {
      self.id = id
      self.siblings = siblings
    }
  }
}

extension NodeTopology {
  /// Reads the form in which the handler passes a node's topology on (`numa_cells`).
  public init(_ json: JSONValue) {
    cells = (json["numa_cells"]?.array ?? []).map { value in
      var cell = Cell()
      cell.id = Int(value["id"]?.int64 ?? 0)
      cell.cpus = (value["cpus"]?.array ?? []).map { cpu in
        CPU(
          id: Int(cpu["id"]?.int64 ?? 0),
          siblings: (cpu["siblings"]?.array ?? []).compactMap { $0.int64.map { Int($0) } })
      }
      cell.pageSizes = (value["pages"]?.array ?? []).compactMap { $0["size"]?.int64.flatMap(UInt64.init(exactly:)) }
      for distance in value["distances"]?.array ?? [] {
        cell.distances[Int(distance["id"]?.int64 ?? 0)] = Int(distance["value"]?.int64 ?? 0)
      }
      return cell
    }
  }
}
