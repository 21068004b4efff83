import JSON
import KubeClient
import VirtController

/// Compares what a reconcile did with what the record says.
enum CaseComparison {
  /// Differences of writes, events and of whether the object is put back.
  ///
  /// - Parameter action: the write in the form of the records; legacy cases convert the objects in it.
  static func differences(
    _ record: RecordedCase, _ journal: WriteJournal, _ requeue: Requeue, inOrder: Bool,
    action: (ObjectWrite, WriteOutcome) -> RecordedAction = RecordedAction.init
  ) -> [String] {
    let found = journal.history.map(action).filter { $0.verb != "get" }
    let expected = (record.output["actions"]?.array ?? []).map { RecordedAction($0) }
    return RecordedAction.differences(expected, found, inOrder: inOrder)
      + events(record, journal.events) + requeues(record, requeue)
  }

  private static func events(_ record: RecordedCase, _ found: [ObjectEvent]) -> [String] {
    let expected = (record.output["events"]?.array ?? []).map {
      "\($0["type"]?.string ?? "") \($0["reason"]?.string ?? "")"
    }.sorted()
    let found = found.map { "\($0.severity.rawValue) \($0.reason)" }.sorted()
    return expected == found ? [] : ["events \(expected), got \(found)"]
  }

  private static func requeues(_ record: RecordedCase, _ found: Requeue) -> [String] {
    var differences: [String] = []
    let backsOff = if case .backingOff = found { true } else { false }
    let isDelayed = if case .after = found { true } else { false }
    if let expected = record.output["requeued"]?.bool, expected != backsOff {
      differences.append("requeued \(expected), got \(found)")
    }
    if let expected = record.output["delayed"]?.bool, expected != isDelayed {
      differences.append("delayed \(expected), got \(found)")
    }
    return differences
  }
}
