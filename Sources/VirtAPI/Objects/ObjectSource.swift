import Admission

/// Where admission's knowledge of the cluster comes from: a folder of manifests, or a cluster.
public protocol ObjectSource: Sendable {
  /// What is known now; an immutable value that is replaced as a whole.
  var snapshot: ClusterSnapshot { get }

  /// Nil once everything was read for the first time, else what is still missing.
  var unreadyReason: String? { get }

  /// Answers from memory; nil when one of the references has to be fetched.
  func cached(_ references: [ObjectReference]) -> FoundObjects?

  /// Answers by asking the cluster; throws when it can't be asked, which is not the same as finding nothing.
  func fetch(_ references: [ObjectReference]) async throws -> FoundObjects

  /// Keeps the snapshot up to date until the task is cancelled.
  func follow() async
}
