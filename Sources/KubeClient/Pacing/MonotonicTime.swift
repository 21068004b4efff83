/// The clock of everything here that is decided by an explicit `now`: never goes back, counts sleep of the machine, and
/// starts anywhere.
public enum MonotonicTime {
  private static let beginning = ContinuousClock.now

  /// Time since some moment of this process.
  public static var now: Duration { ContinuousClock.now - beginning }

  /// - Throws: `CancellationError` when the task is cancelled.
  static func sleep(until moment: Duration) async throws {
    try await Task.sleep(until: beginning + moment, clock: .continuous)
  }
}
