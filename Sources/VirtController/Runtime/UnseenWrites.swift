import JSON
import Kube
import KubeClient

/// Writes of ours that the caches do not show yet.
///
/// An object whose last writes have not come back would be judged by what it was before them, and created, deleted or
/// counted twice: it waits until they have, or for so long that the caches must be right about them.
public struct UnseenWrites: Sendable {
  private struct Write {
    var resource: GroupVersionResource
    var key: NamespacedName
    var uid: String
    /// Nil for a deletion.
    var resourceVersion: UInt64?
    var due: Timestamp
  }

  private var writes: [NamespacedName: [Write]] = [:]
  /// After which time a write that was never seen is forgotten, as client-go's expectations are.
  public static let timeout = Duration.seconds(300)

  public init() {}

  /// Notes what came of the writes of a decision about an object.
  public mutating func note(
    _ history: [(write: ObjectWrite, outcome: WriteOutcome)], of key: NamespacedName, at now: Timestamp
  ) {
    for (write, outcome) in history {
      guard case .success(let object) = outcome, case .some(let noted) = Self.expected(write, object, now) else {
        continue
      }
      writes[key, default: []].append(noted)
    }
  }

  private static func expected(_ write: ObjectWrite, _ object: JSONValue, _ now: Timestamp) -> Write? {
    let metadata = object["metadata"]
    var key = NamespacedName(write.path.namespace ?? "", write.path.name ?? "")
    var version = metadata?["resourceVersion"]?.string.flatMap { UInt64($0) }
    let uid = metadata?["uid"]?.string ?? ""
    switch write.operation {
    case .get: return nil
    case .create: key = NamespacedName(object)
    case .change, .patch: if version == nil { return nil }
    case .delete(let options):
      // An answer that is the object itself, marked, comes back as a change of it.
      if metadata?["deletionTimestamp"] == nil {
        version = nil
        if !options.uid.isEmpty {
          return Write(resource: stored(write), key: key, uid: options.uid, resourceVersion: nil, due: now + timeout)
        }
      }
    }
    return Write(resource: stored(write), key: key, uid: uid, resourceVersion: version, due: now + timeout)
  }

  /// The resource as the caches have it: instances that are created in an older version are the same objects.
  private static func stored(_ write: ObjectWrite) -> GroupVersionResource {
    var resource = write.path.resource
    if resource.group == Resources.virtualMachines.group { resource.version = Resources.virtualMachines.version }
    return resource
  }

  /// Whether the object has to wait; forgets what has been seen.
  public mutating func isWaiting(_ key: NamespacedName, _ caches: some ClusterCaches, at now: Timestamp) -> Bool {
    guard let waiting = writes[key] else { return false }
    let left = waiting.filter { $0.due > now && !Self.isSeen($0, caches) }
    writes[key] = left.isEmpty ? nil : left
    return !left.isEmpty
  }

  private static func isSeen(_ write: Write, _ caches: some ClusterCaches) -> Bool {
    guard let object = caches.object(write.resource, write.key) else {
      // Created and not there: not yet. Changed and not there: gone since.
      return write.resourceVersion == nil
    }
    let metadata = object["metadata"]
    guard let version = write.resourceVersion else {
      let isOther = !write.uid.isEmpty && metadata?["uid"]?.string != write.uid
      return isOther || metadata?["deletionTimestamp"]?.string != nil
    }
    return (metadata?["resourceVersion"]?.string.flatMap { UInt64($0) } ?? .max) >= version
  }
}
