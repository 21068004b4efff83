import Admission
import JSON
import Kube

/// What came back for a posted body.
struct Answer {
  /// The HTTP status.
  var status: Int
  var body: [UInt8]
}

/// Answers recorded reviews by the function that the servers call.
struct VerdictRunner {
  private let handler = ReviewHandler()
  /// How often an admission function may ask for more objects.
  private static let mostRounds = 8

  func answer(to record: VerdictRecord) -> Answer {
    let cluster = SnapshotBuilder(record.manifests)
    var environment = AdmissionEnvironment(
      snapshot: cluster.makeSnapshot(), makeUUID: { UUID.random().description }, now: Timestamp.now())
    for _ in 0..<Self.mostRounds {
      let outcome = record.body.withUnsafeBytes {
        handler.answer(
          path: record.endpoint, contentType: record.contentType, body: $0, environment: environment)
      }
      switch outcome {
      case .answer(let answer): return Answer(status: answer.status, body: answer.body)
      case .needs(let references): cluster.store.answer(references, into: &environment.found)
      }
    }
    return Answer(status: 500, body: [])
  }
}
