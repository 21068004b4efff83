import ArgumentParser
import JSON

/// Runs recorded requests through the functions that the servers call, and counts the answers that agree.
@main
struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Run recorded requests through admission, and compare the answers with those of the real system.",
    discussion: """
      Records are JSON objects, one a line, in files that may be compressed by gzip; - is standard input. Verdicts are \
      judged; records of other forms (renders, transitions) are counted and passed over.
      The status is 0 when every record agrees or, with --minimum, when each file reaches its figure.
      """)

  @Argument(help: "Files of records.")
  var files: [String]

  @Option(help: "Only records whose endpoint or id contains this text; may be given several times.")
  var only: [String] = []

  @Option(help: "Print the first disagreements in full, this many.")
  var show = 0

  @Option(help: "Rows in the table of disagreements.")
  var top = 25

  @Option(
    help: ArgumentHelp(
      "How many records of each file must agree: a JSON object from file names to numbers.", valueName: "file"))
  var minimum: String?

  mutating func run() throws {
    let minimums = try minimum.map { try Minimums(file: $0) }
    var report = Report(shown: show)
    var isSatisfied = true
    for file in files {
      let agreedBefore = report.agreed
      try run(file: file, report: &report)
      // A selection of records says nothing about the whole file.
      if only.isEmpty, let minimums, !minimums.accept(report.agreed - agreedBefore, file: file) { isSatisfied = false }
    }
    report.printSummary(top: top)
    if !(minimums == nil ? report.isComplete : isSatisfied) { throw ExitCode.failure }
  }

  private func run(file: String, report: inout Report) throws {
    let runner = VerdictRunner()
    for line in try RecordFile.lines(of: file) {
      let record = try JSONValue(parsing: line)
      guard let verdict = VerdictRecord(record) else {
        report.skip(file: file)
        continue
      }
      guard only.isEmpty || only.contains(where: { verdict.endpoint.contains($0) || verdict.id.contains($0) }) else {
        continue
      }
      report.add(verdict, disagreements: Judge.disagreements(of: runner.answer(to: verdict), with: verdict))
    }
  }
}
