/// Lists of CPUs as the kernel writes them: numbers and ranges between commas (cpuset(7)), such as `0-3,8`.
enum CPUList {
  /// More than any kernel has.
  private static let most = 1 << 16

  /// Parts that are no numbers or ranges are left out.
  static func parse(_ text: some StringProtocol) -> [Int] {
    text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).flatMap { part -> [Int] in
      let ends = part.split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 0 <= first, first <= last,
        last < most
      else { return [] }
      return Array(first...last)
    }
  }
}

extension NodeTopology {
  /// Reads the kernel's description of the node (`/sys/devices/system`): its NUMA cells, or one of all CPUs where the
  /// kernel knows of none.
  ///
  /// - Parameter read: the content of a file, empty when there is none.
  init(directory: String = "/sys/devices/system", read: (_ path: String) -> String) {
    func siblings(_ cpu: Int) -> [Int] {
      let list = CPUList.parse(read("\(directory)/cpu/cpu\(cpu)/topology/thread_siblings_list"))
      return list.isEmpty ? [cpu] : list
    }
    func cell(_ id: Int, _ list: String) -> Cell {
      var cell = Cell()
      cell.id = id
      cell.cpus = CPUList.parse(list).map { CPU(id: $0, siblings: siblings($0)) }
      return cell
    }
    let ids = CPUList.parse(read("\(directory)/node/online"))
    guard !ids.isEmpty else {
      cells = [cell(0, read("\(directory)/cpu/online"))]
      return
    }
    cells = ids.map { id in
      let node = "\(directory)/node/node\(id)"
      var cell = cell(id, read("\(node)/cpulist"))
      let distances = read("\(node)/distance").split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      cell.distances = Dictionary(zip(ids, distances)) { first, _ in first }
      // The sizes of huge pages that x86 has.
      cell.pageSizes = [2048, 1_048_576].filter { !read("\(node)/hugepages/hugepages-\($0)kB/nr_hugepages").isEmpty }
      return cell
    }
  }
}
