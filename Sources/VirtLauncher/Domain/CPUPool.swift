/// CPUs of a node that are the guest's alone, given out core by core.
struct CPUPool {
  /// By NUMA cell: its id, and of each core the threads that are still free.
  private var cells: [(id: Int, cores: [[Int]])] = []

  /// - Parameter available: the CPUs of the container.
  init(_ topology: NodeTopology, available: [Int]) {
    var free = Set(available)
    for cell in topology.cells {
      var cores: [[Int]] = []
      for cpu in cell.cpus where free.contains(cpu.id) {
        let core = Set(cpu.siblings).union([cpu.id]).intersection(free).sorted()
        free.subtract(core)
        cores.append(core)
      }
      if !cores.isEmpty { cells.append((cell.id, cores)) }
    }
  }

  /// A CPU, and the cell that it is of.
  struct Thread: Sendable, Hashable {
    var cpu: Int
    var cell: Int
  }

  /// Takes cores with that many free threads each; in what is left over they may be apart unless `isStrict`.
  ///
  /// Nil when there are not enough.
  mutating func takeCores(_ count: Int, threads: Int, isStrict: Bool) -> [Thread]? {
    var taken: [Thread] = []
    let needed = count * threads
    for cell in cells.indices {
      for core in cells[cell].cores.indices {
        while taken.count < needed, cells[cell].cores[core].count >= threads {
          taken += cells[cell].cores[core].prefix(threads).map { Thread(cpu: $0, cell: cells[cell].id) }
          cells[cell].cores[core].removeFirst(threads)
        }
      }
    }
    while !isStrict, taken.count < needed, let thread = takeThread() { taken.append(thread) }
    return taken.count == needed ? taken : nil
  }

  /// Takes the first free thread; nil when there is none.
  mutating func takeThread() -> Thread? {
    for cell in cells.indices {
      for core in cells[cell].cores.indices where !cells[cell].cores[core].isEmpty {
        return Thread(cpu: cells[cell].cores[core].removeFirst(), cell: cells[cell].id)
      }
    }
    return nil
  }
}
