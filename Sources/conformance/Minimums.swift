import JSON

/// How many records of each file must agree, so that agreement never falls unseen.
struct Minimums {
  private let figures: [String: Int]

  init(file: String) throws {
    let lines = try RecordFile.lines(of: file)
    figures = try [String: Int](json: lines.joined())
  }

  /// Says how a file's agreement stands to its figure; false when it is below.
  ///
  /// A figure is for every file whose path ends in its name.
  func accept(_ agreed: Int, file: String) -> Bool {
    guard let (name, least) = figures.first(where: { file == $0.key || file.hasSuffix("/" + $0.key) }) else {
      return true
    }
    if agreed > least { print("\(name): \(agreed) records agree; the minimum can be raised from \(least)") }
    if agreed < least { print("\(name): only \(agreed) records agree; at least \(least) must") }
    return agreed >= least
  }
}
