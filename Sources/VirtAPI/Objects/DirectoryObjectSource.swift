import Admission
import Logging
import Synchronization

/// Takes objects from a folder of manifests, and follows what changes there.
public final class DirectoryObjectSource: ObjectSource {
  private struct State {
    var snapshot: ClusterSnapshot
    var store: ObjectStore
    var contents: ManifestDirectory.Contents
    var signature: String
  }

  private let directory: ManifestDirectory?
  private let logger: Logger
  private let state: Mutex<State>

  /// A change is taken when it is there for so long, unseen or without another one.
  private static let pollInterval = Duration.milliseconds(250)
  /// A folder that never rests is read after so many looks all the same.
  private static let mostLooks = 8

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
    var seen: String?
    var looks = 0
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: Self.pollInterval)
      } catch {
        return
      }
      let signature = directory.signature()
      let (loaded, contents) = state.withLock { ($0.signature, $0.contents) }
      if signature == loaded {
        (seen, looks) = (nil, 0)
        continue
      }
      // Whoever writes may not have finished, and half a manifest is often a manifest too: wait until it rests.
      looks += 1
      if signature != seen && looks < Self.mostLooks {
        seen = signature
        continue
      }
      (seen, looks) = (nil, 0)
      let fresh = Self.load(directory, keeping: contents, signature: signature, logger: logger)
      state.withLock { $0 = fresh }
      logger.info("manifests read again", metadata: ["folder": "\(directory.path)"])
    }
  }

  private static func load(
    _ directory: ManifestDirectory?, keeping previous: ManifestDirectory.Contents = .init(), signature: String,
    logger: Logger
  ) -> State {
    let contents = directory?.load(keeping: previous) ?? ManifestDirectory.Contents()
    for failure in contents.failures {
      logger.error("manifest not taken; what it said before stays", metadata: ["reason": "\(failure)"])
    }
    let builder = SnapshotBuilder(contents.objects)
    for problem in builder.problems { logger.error("object passed over", metadata: ["reason": "\(problem)"]) }
    return State(snapshot: builder.makeSnapshot(), store: builder.store, contents: contents, signature: signature)
  }
}
