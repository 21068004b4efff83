/// Times of a leader election. The defaults are those of Kubernetes' own controllers.
public struct LeaderElectionOptions: Sendable, Hashable {
  /// How long others wait, after the last sign of a holder, before they take the lease; whole seconds are written.
  public var leaseDuration: Duration
  /// How long a holder acts after it last began a renewal that succeeded. What is left of the lease's duration is the
  /// time that its work has to end in.
  public var renewDeadline: Duration
  /// How long a holder waits between renewals. Candidates look twice as often, so that a lease that is released finds its
  /// next holder within this time.
  public var retryPeriod: Duration
  /// How many times longer a candidate may wait, by chance, so that candidates don't meet.
  public var jitterFactor: Double

  /// Why times don't fit each other.
  public struct Mismatch: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
  }

  public init() {
    leaseDuration = .seconds(15)
    renewDeadline = .seconds(10)
    retryPeriod = .seconds(2)
    jitterFactor = 1.2
  }

  /// - Throws: unless the lease lasts longer than the renew deadline, and that than a retry.
  public init(
    leaseDuration: Duration, renewDeadline: Duration, retryPeriod: Duration, jitterFactor: Double = 1.2
  ) throws(Mismatch) {
    if leaseDuration < .seconds(1) { throw Mismatch(description: "the lease must last for a second at least") }
    if leaseDuration <= renewDeadline {
      throw Mismatch(description: "the lease must last longer than the renew deadline")
    }
    if retryPeriod <= .zero || jitterFactor < 1 || renewDeadline <= retryPeriod * jitterFactor {
      throw Mismatch(description: "the renew deadline must be longer than the retry period with its jitter")
    }
    self.leaseDuration = leaseDuration
    self.renewDeadline = renewDeadline
    self.retryPeriod = retryPeriod
    self.jitterFactor = jitterFactor
  }
}
