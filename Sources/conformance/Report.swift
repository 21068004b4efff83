/// What was found, counted.
struct Report {
  private struct Tally {
    var agreed = 0
    var total = 0
  }

  private var endpoints: [String: Tally] = [:]
  /// How often each disagreement was met, and the first record that has it.
  private var disagreements: [String: (count: Int, example: String)] = [:]
  private var skipped: [String: Int] = [:]
  private var remainingToShow: Int

  /// - Parameter shown: how many records that disagree are printed in full.
  init(shown: Int) { remainingToShow = shown }

  var agreedByEndpoint: [String: Int] { endpoints.mapValues(\.agreed) }
  var agreed: Int { endpoints.values.reduce(0) { $0 + $1.agreed } }
  var total: Int { endpoints.values.reduce(0) { $0 + $1.total } }
  var isComplete: Bool { total > 0 && agreed == total }

  mutating func add(id: String, endpoint: String, disagreements found: [String]) {
    endpoints[endpoint, default: Tally()].total += 1
    if found.isEmpty { endpoints[endpoint, default: Tally()].agreed += 1 }
    for line in Set(found) { disagreements[line, default: (0, id)].count += 1 }
    if !found.isEmpty, remainingToShow > 0 {
      remainingToShow -= 1
      print("--- \(id) \(endpoint)")
      for line in found { print("    \(line)") }
    }
  }

  /// Counts a record whose form is not judged.
  mutating func skip(file: String) { skipped[file, default: 0] += 1 }

  func printSummary(top: Int) {
    if !disagreements.isEmpty { print("commonest disagreements:") }
    let commonest = disagreements.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (line, (count, example)) in commonest.prefix(top) {
      print("\(Self.padded(count, 5))  \(line)   [\(example)]")
    }
    for (endpoint, tally) in endpoints.sorted(by: { $0.key < $1.key }) {
      print("\(Self.padded(tally.agreed, 6)) of \(Self.padded(tally.total, 6))  \(endpoint)")
    }
    for (file, count) in skipped.sorted(by: { $0.key < $1.key }) {
      print("\(count) records of \(file) are skipped: nothing judges them yet")
    }
    print("\(agreed) of \(total) records agree")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
