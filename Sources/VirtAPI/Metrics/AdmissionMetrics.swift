import ComponentBase
import Admission
import Synchronization

/// Counts admission requests and their durations by endpoint, version and verdict.
///
/// Reactors share it: a lock held for some nanoseconds costs less than merging counters of each reactor would in code.
final class AdmissionMetrics: Sendable {
  private struct Key: Hashable {
    var path: String
    var version: String
    var decision: ReviewAnswer.Decision
  }

  private let histograms = Mutex<[Key: Histogram]>([:])

  /// The path must be one of the served endpoints, so that the number of series stays bounded.
  func observe(path: String, version: String, decision: ReviewAnswer.Decision, seconds: Double) {
    let key = Key(path: path, version: version, decision: decision)
    histograms.withLock { $0[key, default: Histogram()].observe(seconds) }
  }

  func write(to text: inout PrometheusText) {
    let snapshot = histograms.withLock { $0 }.sorted {
      ($0.key.path, $0.key.version, $0.key.decision.rawValue) < ($1.key.path, $1.key.version, $1.key.decision.rawValue)
    }
    func labels(_ key: Key) -> [(String, String)] {
      [("endpoint", key.path), ("version", key.version), ("verdict", key.decision.rawValue)]
    }
    text.family("swift_virt_admission_requests_total", .counter, "Admission requests answered.")
    for (key, histogram) in snapshot {
      text.sample("swift_virt_admission_requests_total", labels(key), histogram.count)
    }
    text.family("swift_virt_admission_duration_seconds", .histogram, "Time from the whole request to its answer.")
    for (key, histogram) in snapshot { text.histogram("swift_virt_admission_duration_seconds", labels(key), histogram) }
  }
}
