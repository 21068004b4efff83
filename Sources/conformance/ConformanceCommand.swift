import Admission
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
      judged, and so are the reconciles, requests and renderings that are built; others are counted and passed over.
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

  @Option(
    help: ArgumentHelp("Write the domains of renderings into this folder, as libvirt gets them.", valueName: "folder"))
  var domains: String?

  mutating func run() throws {
    let minimums = try minimum.map { try Minimums(file: $0) }
    var report = Report(shown: show)
    var isSatisfied = true
    for file in files {
      let before = report.agreedByEndpoint
      try run(file: file, report: &report)
      // A selection of records says nothing about the whole file.
      guard only.isEmpty, let minimums else { continue }
      let agreed = report.agreedByEndpoint.map { ($0.key, $0.value - (before[$0.key] ?? 0)) }
      if !minimums.accept(Dictionary(uniqueKeysWithValues: agreed), file: file) { isSatisfied = false }
    }
    report.printSummary(top: top)
    if !(minimums == nil ? report.isComplete : isSatisfied) { throw ExitCode.failure }
  }

  private func run(file: String, report: inout Report) throws {
    let runner = VerdictRunner()
    let profile: Profile = file.contains("v1alpha2") ? .legacy : .current
    for line in try RecordFile.lines(of: file) {
      let record = try JSONValue(parsing: line)
      let id: String
      var judged: [(endpoint: String, disagreements: () throws -> [String])] = []
      if let verdict = VerdictRecord(record) {
        id = verdict.id
        judged.append((verdict.endpoint, { Judge.disagreements(of: runner.answer(to: verdict), with: verdict) }))
      } else if let recorded = RecordedCase(record, profile: profile) {
        id = recorded.id
        judged = CaseJudges.judges(for: recorded).map { endpoint, judge in (endpoint, { try judge(recorded) }) }
        if let domains { try RenderedDomains.write(recorded, into: domains) }
      } else {
        id = ""
      }
      if judged.isEmpty { report.skip(file: file) }
      for (endpoint, disagreements) in judged where isWanted(id, endpoint) {
        report.add(id: id, endpoint: endpoint, disagreements: try disagreements())
      }
    }
  }

  private func isWanted(_ id: String, _ endpoint: String) -> Bool {
    only.isEmpty || only.contains { endpoint.contains($0) || id.contains($0) }
  }
}
