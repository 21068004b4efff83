import VirtTypes

/// How a number of vCPUs is presented to a guest.
enum CPUTopologyPreference: Equatable {
  case sockets
  case cores
  case threads
  case any
  case spread(ratio: UInt32, across: Spread)

  /// Over which two or three levels vCPUs are spread.
  enum Spread: String {
    case socketsCores = "SocketsCores"
    case coresThreads = "CoresThreads"
    case socketsCoresThreads = "SocketsCoresThreads"
  }

  static let threadsPerCore: UInt32 = 2
  private static let defaultRatio: UInt32 = 2

  /// The names of topologies; the longer ones are the old ones.
  static let names: Set<String> = [
    "sockets", "cores", "threads", "spread", "any", "preferSockets", "preferCores", "preferThreads", "preferSpread",
    "preferAny",
  ]

  init(_ preference: Instancetype.VirtualMachinePreferenceSpec?) {
    switch preference?.cpu?.preferredCPUTopology {
    case "cores", "preferCores": self = .cores
    case "threads", "preferThreads": self = .threads
    case "any", "preferAny": self = .any
    case "spread", "preferSpread":
      let options = preference?.cpu?.spreadOptions
      let older = preference?.preferSpreadSocketToCoreRatio ?? 0
      self = .spread(
        ratio: max(1, options?.ratio ?? (older == 0 ? Self.defaultRatio : older)),
        across: options?.across.flatMap(Spread.init(rawValue:)) ?? .socketsCores)
    default: self = .sockets
    }
  }

  /// Gives a guest that many vCPUs.
  func apply(_ count: UInt32, to cpu: inout V1.CPU) {
    cpu.cores = 1
    cpu.sockets = 1
    cpu.threads = 1
    guard count != 1 else { return }
    switch self {
    case .sockets, .any: cpu.sockets = count
    case .cores: cpu.cores = count
    case .threads: cpu.threads = count
    case .spread(let ratio, .socketsCores):
      cpu.cores = ratio
      cpu.sockets = count / ratio
    case .spread(let ratio, .coresThreads):
      cpu.threads = ratio
      cpu.cores = count / ratio
    case .spread(let ratio, .socketsCoresThreads):
      cpu.threads = Self.threadsPerCore
      cpu.cores = ratio
      cpu.sockets = count / Self.threadsPerCore / ratio
    }
  }

  /// Whether that many vCPUs can be spread without a rest.
  func divides(_ count: UInt32) -> Bool {
    switch self {
    case .sockets, .cores, .threads, .any: true
    case .spread(let ratio, .socketsCores), .spread(let ratio, .coresThreads): count % ratio == 0
    case .spread(let ratio, .socketsCoresThreads):
      count % Self.threadsPerCore == 0 && (count / Self.threadsPerCore) % ratio == 0
    }
  }
}
