import JSON

/// How many records of each file must agree, so that agreement never falls unseen.
struct Minimums {
  private let figures: [String: Int]

  init(file: String) throws {
    let lines = try RecordFile.lines(of: file)
    figures = try [String: Int](json: lines.joined())
  }

  /// Says how a file's agreement stands to its figures; false when it is below one.
  ///
  /// A figure is for every file whose path ends in its name, for all its records or, after a blank, for those of an
  /// endpoint.
  func accept(_ agreed: [String: Int], file: String) -> Bool {
    var isAccepted = true
    for (name, least) in figures.sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
      guard let path = parts.first, file == path || file.hasSuffix("/" + path) else { continue }
      let count = parts.count > 1 ? agreed[parts[1]] ?? 0 : agreed.values.reduce(0, +)
      if count > least { print("\(name): \(count) records agree; the minimum can be raised from \(least)") }
      if count < least { print("\(name): only \(count) records agree; at least \(least) must") }
      if count < least { isAccepted = false }
    }
    return isAccepted
  }
}
