import VirtTypes
import XML

/// Threads of QEMU that serve disks: which there are, and which disk gets which.
struct IOThreads: Sendable, Hashable {
  var count: UInt64
  /// What serves a disk of the virtio bus by its name.
  var ofDisk: [String: Service] = [:]

  enum Service: Sendable, Hashable {
    case thread(UInt64)
    /// All threads together, queue by queue.
    case pool
  }
}

extension CurrentDomain {
  var usesSupplementalPool: Bool { domain.ioThreadsPolicy == "supplementalPool" }

  /// Nil when disks have no threads of their own.
  ///
  /// `shared` is one thread for all disks; `auto` as many as disks, up to twice the CPUs that the pod asks for; disks
  /// with a dedicated thread get one in any case. Disks of every bus are counted, and those of the virtio bus served.
  var ioThreads: IOThreads? {
    let virtio = devices.disks.filter { $0.targetBus == "virtio" }
    if usesSupplementalPool {
      let count = UInt64(domain.ioThreads?.supplementalPoolThreadCount ?? 1)
      return IOThreads(
        count: count, ofDisk: Dictionary(virtio.map { ($0.name, .pool) }, uniquingKeysWith: { first, _ in first }))
    }
    let dedicated = UInt64(devices.disks.count { $0.dedicatedIOThread == true })
    guard domain.ioThreadsPolicy != nil || dedicated > 0 else { return nil }
    var limit: UInt64 = 1
    if domain.ioThreadsPolicy == "auto" {
      let cpus = domain.resources.requests?["cpu"] ?? domain.resources.limits?["cpu"]
      limit = 2 * UInt64(min(max(cpus?.value ?? 1, 1), 4096))
    }
    var shared = UInt64(devices.disks.count) - dedicated
    if shared + dedicated > limit { shared = limit > dedicated ? limit - dedicated : 1 }
    var threads = IOThreads(count: shared + dedicated)
    var (nextShared, nextDedicated): (UInt64, UInt64) = (1, shared + 1)
    for disk in devices.disks {
      let thread: UInt64
      if disk.dedicatedIOThread == true {
        thread = nextDedicated
        nextDedicated += 1
      } else {
        thread = nextShared
        nextShared = shared > 0 ? nextShared % shared + 1 : 1
      }
      if disk.targetBus == "virtio" { threads.ofDisk[disk.name] = .thread(thread) }
    }
    return threads
  }
}
