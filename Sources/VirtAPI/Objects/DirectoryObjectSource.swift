import Admission
import Logging
import Synchronization

/// Takes objects from a folder of manifests, and follows what changes there.
public final class DirectoryObjectSource: ObjectSource {
  private struct State {
    var snapshot: ClusterSnapshot
    var store: ObjectStore
    var signature: String
  }

  private let directory: ManifestDirectory?
  private let logger: Logger
  private let state: Mutex<State>

  /// How long a change may go unseen.
  private static let pollInterval = Duration.milliseconds(250)

  /// Reads the folder once; without one there are no objects.
  public init(directory: ManifestDirectory?, logger: Logger) {
    self.directory = directory
    self.logger = logger
    // The signature is taken before the files are read: a change in between is then seen as one.
    let signature = directory?.signature() ?? ""
    state = Mutex(Self.load(directory, signature: signature, logger: logger))
  }

  public var snapshot: ClusterSnapshot { state.withLock { $0.snapshot } }

  public var unreadyReason: String? { nil }

  public func cached(_ references: [ObjectReference]) -> FoundObjects? {
    let store = state.withLock { $0.store }
    var found = FoundObjects()
    store.answer(references, into: &found)
    return found
  }

  public func fetch(_ references: [ObjectReference]) async throws -> FoundObjects {
    cached(references) ?? FoundObjects()
  }

  public func follow() async {
    guard let directory else { return }
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: Self.pollInterval)
      } catch {
        return
      }
      let signature = directory.signature()
      if signature == state.withLock({ $0.signature }) { continue }
      let fresh = Self.load(directory, signature: signature, logger: logger)
      state.withLock { $0 = fresh }
      logger.info("manifests read again", metadata: ["folder": "\(directory.path)"])
    }
  }

  private static func load(_ directory: ManifestDirectory?, signature: String, logger: Logger) -> State {
    let (objects, failures) = directory?.load() ?? ([], [])
    for failure in failures { logger.error("manifest passed over", metadata: ["reason": "\(failure)"]) }
    let builder = SnapshotBuilder(objects)
    for problem in builder.problems { logger.error("object passed over", metadata: ["reason": "\(problem)"]) }
    return State(snapshot: builder.makeSnapshot(), store: builder.store, signature: signature)
  }
}
