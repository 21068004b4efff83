import Admission
import Kube
import KubeClient

/// Brings one object nearer to what its spec asks for: a pure function of what was observed.
///
/// Writes and events go through the journal, in the order in which they are to happen. Nothing else has an effect.
public protocol Reconciler: Sendable {
  /// Everything that the decision may know of the cluster, read from the caches at one moment.
  associatedtype Observation: Sendable

  func reconcile(
    _ observation: Observation, in context: ReconcileContext, _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Requeue
}

/// What is the same for every object in a round.
public struct ReconcileContext: Sendable {
  /// The moment for which the decision is made. One reconcile keeps one moment, however often it is run.
  public var now: Timestamp
  /// Where jitter and random names come from; one reconcile keeps one seed.
  public var seed: UInt64
  /// What the KubeVirt object says, with defaults filled in.
  public var configuration: ClusterConfiguration
  /// What v0.8.0's ConfigMap says; only the legacy profile asks.
  public var legacyConfiguration: LegacyConfiguration
  public var settings: ControllerSettings

  public init(
    now: Timestamp, seed: UInt64, configuration: ClusterConfiguration = ClusterConfiguration(),
    settings: ControllerSettings = ControllerSettings(),
    legacyConfiguration: LegacyConfiguration = LegacyConfiguration()
  ) {
    self.now = now
    self.seed = seed
    self.configuration = configuration
    self.settings = settings
    self.legacyConfiguration = legacyConfiguration
  }
}
