import Admission
import VirtTypes
import XML

/// Which CPUs of the node run a guest that has dedicated ones.
struct CPUPlacement: Sendable, Hashable {
  /// By vCPU.
  var pins: [Int]
  /// Of the emulator's own thread; empty where it runs among the vCPUs.
  var emulator: [Int]
  /// NUMA cells that the vCPUs are of, for guests that see them.
  var cells: [PlacedCell]
}

/// A NUMA cell of the node with what of the guest is in it.
struct PlacedCell: Sendable, Hashable {
  /// The node's number of it; the guest counts from 0.
  var id: Int
  var vCPUs: [Int]
  var memoryBytes: UInt64
}

extension CurrentDomain {
  /// Nil without dedicated CPUs.
  func cpuPlacement() throws(DomainError) -> CPUPlacement? {
    guard hasDedicatedCPUs else { return nil }
    guard !environment.topology.cells.isEmpty else {
      throw .notAvailable("the node's CPU topology is not known, and dedicated CPUs cannot be given out without it")
    }
    let available = environment.cpuSet
    var pool = CPUPool(environment.topology, available: available)
    let threads = pool.takeCores(
      Int(topology.sockets * topology.cores), threads: Int(topology.threads), isStrict: mapsNUMA)
    guard let threads else { throw .tooFewCPUs(needed: Int(topology.vCPUs), available: available.count) }
    var emulator: [Int] = []
    for _ in 0..<emulatorThreads {
      guard let thread = pool.takeThread() else {
        throw .tooFewCPUs(needed: Int(topology.vCPUs) + emulatorThreads, available: available.count)
      }
      emulator.append(thread.cpu)
    }
    return CPUPlacement(pins: threads.map(\.cpu), emulator: emulator, cells: mapsNUMA ? try cells(threads) : [])
  }

  /// Two where nodes give whole cores out and the guest's CPUs are even: an odd rest would be nobody's.
  private var emulatorThreads: Int {
    guard domain.cpu?.isolateEmulatorThread == true else { return 0 }
    let completesPair = instance.metadata.annotations?[ClusterConfiguration.emulatorThreadParityAnnotation] != nil
    return completesPair && topology.vCPUs % 2 == 0 ? 2 : 1
  }

  /// The guest's memory over the cells of its CPUs, page by page.
  private func cells(_ threads: [CPUPool.Thread]) throws(DomainError) -> [PlacedCell] {
    let ids = Set(threads.map(\.cell)).sorted()
    let size = hugePageBytes
    guard size > 0 else {
      throw .malformed(field: "spec.domain.memory.hugepages", reason: "must have a page size for NUMA passthrough")
    }
    let pages = memoryBytes / size
    return ids.enumerated().map { index, id in
      let share = pages / UInt64(ids.count) + (UInt64(index) < pages % UInt64(ids.count) ? 1 : 0)
      return PlacedCell(
        id: id, vCPUs: threads.indices.filter { threads[$0].cell == id }, memoryBytes: share * size)
    }
  }

  /// Pins of vCPUs, I/O threads and the emulator, and of memory.
  func tuning(_ placement: CPUPlacement, _ threads: IOThreads?) throws(DomainError) -> [XMLElement] {
    var pins = placement.pins.enumerated().map { index, cpu in
      XMLElement("vcpupin", ["vcpu": String(index), "cpuset": String(cpu)])
    }
    if let threads {
      for (index, cpus) in try ioThreadPins(placement, threads).enumerated() where !cpus.isEmpty {
        pins.append(XMLElement("iothreadpin", ["iothread": String(index + 1), "cpuset": Self.list(cpus)]))
      }
    }
    if !placement.emulator.isEmpty {
      pins.append(XMLElement("emulatorpin", ["cpuset": Self.list(placement.emulator)]))
    }
    var elements = [XMLElement("cputune", children: pins)]
    if mapsNUMA {
      let nodes = placement.cells.enumerated().map { index, cell in
        XMLElement("memnode", ["cellid": String(index), "mode": "strict", "nodeset": String(cell.id)])
      }
      let memory = XMLElement("memory", ["mode": "strict", "nodeset": Self.list(placement.cells.map(\.id))])
      elements.append(XMLElement("numatune", children: [memory] + nodes))
    }
    return elements
  }

  /// CPUs by I/O thread: a pool's own; the emulator's where that is apart; else those of the guest, shared evenly.
  private func ioThreadPins(_ placement: CPUPlacement, _ threads: IOThreads) throws(DomainError) -> [[Int]] {
    let cpus = environment.cpuSet
    let (count, vCPUs) = (Int(threads.count), Int(topology.vCPUs))
    if usesSupplementalPool {
      // As v1.8.4 does it: the first thread shares the last CPU before its own.
      let first = vCPUs + placement.emulator.count - 1
      guard first + count <= cpus.count else { throw .tooFewCPUs(needed: first + count, available: cpus.count) }
      return cpus[first..<first + count].map { [$0] }
    }
    if let emulator = placement.emulator.first { return [[emulator]] }
    if count >= vCPUs { return (0..<count).map { [cpus[$0 % cpus.count]] } }
    var start = 0
    return (0..<count).map { thread in
      let share = vCPUs / count + (thread < vCPUs % count ? 1 : 0)
      defer { start += share }
      return Array(cpus[start..<start + share])
    }
  }

  private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
}
