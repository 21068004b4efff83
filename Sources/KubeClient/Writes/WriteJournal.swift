/// Lets a pure function decide step by step on what its own writes bring.
///
/// A decision asks for a write by `perform`. When the outcome is not known yet, the function ends by throwing
/// `WriteInterruption`; the shell carries the writes out, notes the outcomes, and runs the function again from its
/// beginning over the same observation. It asks for the same writes in the same order then, gets the noted outcomes, and
/// comes further. So a decision reads like a sequence of requests, and stays a function from values to values that a
/// test, a recorded case or a simulation drives without a server.
///
/// The function may depend on nothing but its arguments: no clock, no random source, no cache.
public struct WriteJournal: Sendable {
  /// All writes so far and what came of them, in order.
  public private(set) var history: [(write: ObjectWrite, outcome: WriteOutcome)] = []
  private var position = 0
  /// Events to be recorded once the decision is complete, in order.
  public private(set) var events: [ObjectEvent] = []

  public init() {}

  /// The outcome of a write.
  /// - Throws: when it has to be carried out first.
  public mutating func perform(_ write: ObjectWrite) throws(WriteInterruption) -> WriteOutcome {
    try perform([write])[0]
  }

  /// The outcomes of writes that do not depend on each other; the shell may send them side by side.
  /// - Throws: when they have to be carried out first.
  public mutating func perform(_ writes: [ObjectWrite]) throws(WriteInterruption) -> [WriteOutcome] {
    guard position + writes.count <= history.count else {
      throw WriteInterruption(writes: Array(writes.dropFirst(history.count - position)))
    }
    defer { position += writes.count }
    return history[position..<position + writes.count].map(\.outcome)
  }

  /// Has an event recorded when the decision is complete.
  public mutating func record(_ event: ObjectEvent) { events.append(event) }

  /// Notes what came of a write that was asked for.
  public mutating func note(_ write: ObjectWrite, _ outcome: WriteOutcome) { history.append((write, outcome)) }

  /// Starts over with the outcomes that are known.
  public mutating func rewind() {
    position = 0
    events = []
  }
}

/// Ends a decision that needs outcomes.
public struct WriteInterruption: Error, Sendable {
  /// What has to be carried out, in order.
  public var writes: [ObjectWrite]
}

extension WriteJournal {
  /// Runs a decision to its end; `perform` carries out one write.
  public static func run<Decision, Failure: Error>(
    performing perform: (ObjectWrite) throws(Failure) -> WriteOutcome,
    _ decide: (inout WriteJournal) throws(WriteInterruption) -> Decision
  ) throws(Failure) -> (decision: Decision, journal: WriteJournal) {
    var journal = WriteJournal()
    while true {
      journal.rewind()
      let interruption: WriteInterruption
      do throws(WriteInterruption) {
        let decision = try decide(&journal)
        return (decision, journal)
      } catch { interruption = error }
      for write in interruption.writes { journal.note(write, try perform(write)) }
    }
  }
}
