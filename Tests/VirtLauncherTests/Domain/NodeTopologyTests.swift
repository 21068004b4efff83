import Testing

@testable import VirtLauncher

@Suite struct NodeTopologyTests {
  @Test func listsAreNumbersAndRanges() {
    #expect(CPUList.parse("0-3,8\n") == [0, 1, 2, 3, 8])
    #expect(CPUList.parse("") == [])
    #expect(CPUList.parse("3-1,x,-2,1-2-3,0-999999999999") == [2])
  }

  @Test func cellsAreReadFromTheKernelsFiles() {
    let files = [
      "/s/node/online": "0-1", "/s/node/node0/cpulist": "0-1", "/s/node/node1/cpulist": "2,3",
      "/s/node/node0/distance": "10 21", "/s/node/node0/hugepages/hugepages-2048kB/nr_hugepages": "0",
      "/s/cpu/cpu0/topology/thread_siblings_list": "0-1", "/s/cpu/cpu1/topology/thread_siblings_list": "0-1",
    ]
    let topology = NodeTopology(directory: "/s") { files[$0] ?? "" }
    #expect(topology.cells.map(\.id) == [0, 1])
    #expect(topology.cells.first?.cpus == [.init(id: 0, siblings: [0, 1]), .init(id: 1, siblings: [0, 1])])
    #expect(topology.cells.first?.distances == [0: 10, 1: 21])
    #expect(topology.cells.first?.pageSizes == [2048])
    #expect(topology.cells.last?.cpus == [.init(id: 2, siblings: [2]), .init(id: 3, siblings: [3])])
  }

  @Test func aKernelWithoutNUMAHasOneCell() {
    let topology = NodeTopology(directory: "/s") { $0 == "/s/cpu/online" ? "0-2" : "" }
    #expect(topology.cells.map { $0.cpus.map(\.id) } == [[0, 1, 2]])
  }
}
