import Testing

@testable import VirtLauncher

@Suite struct CPUPoolTests {
  /// Two cells of four CPUs each, two threads a core.
  private var topology: NodeTopology {
    var topology = NodeTopology()
    for id in 0..<2 {
      var cell = NodeTopology.Cell()
      cell.id = id
      cell.cpus = (0..<4).map { cpu in
        let number = id * 4 + cpu
        return NodeTopology.CPU(id: number, siblings: [number, number ^ 1])
      }
      topology.cells.append(cell)
    }
    return topology
  }

  /// What is taken of available CPUs, and then one thread after the other.
  private func taken(
    _ count: Int, threads: Int, isStrict: Bool, of available: [Int]
  ) -> (cores: [CPUPool.Thread]?, rest: [CPUPool.Thread]) {
    var pool = CPUPool(topology, available: available)
    let cores = pool.takeCores(count, threads: threads, isStrict: isStrict)
    var rest: [CPUPool.Thread] = []
    while let thread = pool.takeThread() { rest.append(thread) }
    return (cores, rest)
  }

  @Test func coresAreTakenWhole() throws {
    let result = taken(2, threads: 2, isStrict: true, of: [1, 2, 3, 4, 5])
    let threads = try #require(result.cores)
    #expect(threads.map(\.cpu) == [2, 3, 4, 5])
    #expect(threads.map(\.cell) == [0, 0, 1, 1])
    #expect(result.rest.map(\.cpu) == [1])
  }

  @Test func whatIsLeftOfCoresWillDoUnlessItIsStrict() {
    #expect(taken(2, threads: 2, isStrict: true, of: [0, 2, 3, 4]).cores == nil)
    #expect(taken(2, threads: 2, isStrict: false, of: [0, 2, 3, 4]).cores?.map(\.cpu) == [2, 3, 0, 4])
    #expect(taken(3, threads: 1, isStrict: false, of: [0, 2]).cores == nil)
  }

  @Test func onlyCPUsOfTheContainerAreGivenOut() {
    #expect(taken(0, threads: 1, isStrict: true, of: [5, 99]).rest == [CPUPool.Thread(cpu: 5, cell: 1)])
  }
}
