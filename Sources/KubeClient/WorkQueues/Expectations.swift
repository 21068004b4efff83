import JSON
import Kube

/// Where an object is, among all of the cluster.
public struct ObjectAddress: Sendable, Hashable {
  public var resource: GroupVersionResource
  public var name: NamespacedName

  public init(_ resource: GroupVersionResource, _ name: NamespacedName) {
    self.resource = resource
    self.name = name
  }
}

/// The latest version of each resource that its cache has shown. Versions of one resource are numbers that rise; of one
/// that is no number nobody can say whether it was shown.
public struct ShownVersions: Sendable {
  private var latest: [GroupVersionResource: UInt64] = [:]

  public init() {}

  mutating func note(_ version: String, _ resource: GroupVersionResource) {
    if let number = UInt64(version) { latest[resource] = max(latest[resource] ?? 0, number) }
  }

  /// Whether a cache has shown everything up to a version.
  public func has(_ version: String, _ resource: GroupVersionResource) -> Bool {
    guard let number = UInt64(version), let latest = latest[resource] else { return false }
    return latest >= number
  }
}

/// What caches have not yet shown of our own writes.
///
/// A decision over a cache that lags behind would make the same object twice. So who writes notes what the cache has to
/// show, under the key of what was decided on, and decides again only once `isSatisfied`. Expectations that are not met
/// lapse after a while: a write may be undone by others before a cache sees it.
///
/// `now` is the time on a clock that never goes back, since whatever beginning. The cost of a change does not depend on
/// how many expectations there are.
public struct Expectations<Key: Hashable & Sendable>: Sendable {
  /// Something that a cache has to show.
  public enum Expectation: Sendable, Hashable {
    /// The object, in this version or a later one, or another by its name.
    case version(String, of: ObjectAddress)
    /// That there is no object of this uid there.
    case deletion(uid: String, of: ObjectAddress)
    /// An object of this name, whichever.
    case creation(of: ObjectAddress)

    var address: ObjectAddress {
      switch self {
      case .version(_, let address), .deletion(_, let address), .creation(let address): address
      }
    }
  }

  private struct Pending: Sendable {
    var expectations: Set<Expectation> = []
    /// Creations whose names are not known.
    var creations = 0
    var expiry: Duration
  }

  private let timeout: Duration
  private var pending: [Key: Pending] = [:]
  private var waiting: [ObjectAddress: Set<Key>] = [:]
  /// Keys that were asked for while something was missing.
  private var heldUp: Set<Key> = []
  /// How far the caches are.
  public private(set) var shown = ShownVersions()

  /// - Parameter timeout: after which expectations lapse.
  public init(timeout: Duration = .seconds(300)) { self.timeout = timeout }

  // MARK: Expecting

  /// Notes what a cache has to show, unless it has already.
  public mutating func expect(_ expectation: Expectation, for key: Key, now: Duration) {
    if case .version(let version, let address) = expectation, shown.has(version, address.resource) { return }
    pending[key, default: Pending(expiry: .zero)].expectations.insert(expectation)
    pending[key]?.expiry = now + timeout
    waiting[expectation.address, default: []].insert(key)
  }

  /// Notes that so many objects are going to be created, before they are: their names are not known yet.
  public mutating func expectCreations(_ count: Int, for key: Key, now: Duration) {
    guard count > 0 else { return }
    pending[key, default: Pending(expiry: .zero)].creations += count
    pending[key]?.expiry = now + timeout
  }

  /// One of the counted creations was seen, or did not come about.
  public mutating func lowerCreations(for key: Key) {
    guard let count = pending[key]?.creations, count > 0 else { return }
    pending[key]?.creations = count - 1
    dropIfMet(key)
  }

  // MARK: Observing

  /// Takes note of what a cache shows.
  /// - Returns: keys whose expectations are all met by it.
  @discardableResult
  public mutating func observe(_ change: ObjectChange, of resource: GroupVersionResource) -> [Key] {
    let object = change.object
    shown.note(object.resourceVersion, resource)
    let address = ObjectAddress(resource, object.id)
    guard let keys = waiting[address] else { return [] }
    var met: [Key] = []
    for key in keys {
      let left = (pending[key]?.expectations ?? []).filter { $0.address != address || !Self.isMet($0, by: change) }
      pending[key]?.expectations = left
      if !left.contains(where: { $0.address == address }) { stopWaiting(key, address) }
      if dropIfMet(key) { met.append(key) }
    }
    return met
  }

  /// A cache has seen everything up to this version, be it by a list or a bookmark: what it does not show by now is gone
  /// already. Looks through all that is waited for, so it is for what happens rarely.
  /// - Returns: keys whose expectations are all met by it.
  @discardableResult
  public mutating func observe(version: String, of resource: GroupVersionResource) -> [Key] {
    shown.note(version, resource)
    let keys = waiting.reduce(into: Set<Key>()) { if $1.key.resource == resource { $0.formUnion($1.value) } }
    return keys.filter { dropReached($0) }
  }

  private static func isMet(_ expectation: Expectation, by change: ObjectChange) -> Bool {
    let object = change.object
    var isGone = false
    if case .deleted = change { isGone = true }
    switch expectation {
    case .version(let version, _): return isLater(object.resourceVersion, than: version)
    case .deletion(let uid, _): return isGone || object.uid != uid
    case .creation: return !isGone
    }
  }

  /// Versions of one resource are numbers that rise; of what is none, only the same is known to be as late.
  private static func isLater(_ version: String, than other: String) -> Bool {
    if let number = UInt64(version), let other = UInt64(other) { return number >= other }
    return version == other
  }

  // MARK: Asking

  /// Whether caches have shown everything that was expected under a key, or it has lapsed.
  public mutating func isSatisfied(_ key: Key, now: Duration) -> Bool {
    guard let entry = pending[key] else { return true }
    if now >= entry.expiry {
      forget(key)
      return true
    }
    if dropReached(key) { return true }
    heldUp.insert(key)
    return false
  }

  /// Those of the keys for which `isSatisfied` was asked in vain since: they have to be looked at now. The others are as
  /// the last decision left them, unless a change concerns them.
  public mutating func release(_ met: [Key]) -> [Key] { met.filter { heldUp.remove($0) != nil } }

  /// When what is expected under a key lapses; nil when nothing is.
  public func expiry(of key: Key) -> Duration? { pending[key]?.expiry }

  /// What is not met yet, for a log.
  public func unmet(_ key: Key) -> [Expectation] { Array(pending[key]?.expectations ?? []) }

  /// Drops all expectations under a key.
  public mutating func forget(_ key: Key) {
    heldUp.remove(key)
    for expectation in pending.removeValue(forKey: key)?.expectations ?? [] { stopWaiting(key, expectation.address) }
  }

  /// Drops the versions that caches have gone past, and the key when nothing is left.
  private mutating func dropReached(_ key: Key) -> Bool {
    for case .version(let version, let address) in pending[key]?.expectations ?? []
    where shown.has(version, address.resource) {
      pending[key]?.expectations.remove(.version(version, of: address))
      if pending[key]?.expectations.contains(where: { $0.address == address }) == false { stopWaiting(key, address) }
    }
    return dropIfMet(key)
  }

  @discardableResult
  private mutating func dropIfMet(_ key: Key) -> Bool {
    guard let entry = pending[key] else { return true }
    guard entry.expectations.isEmpty, entry.creations == 0 else { return false }
    pending[key] = nil
    return true
  }

  private mutating func stopWaiting(_ key: Key, _ address: ObjectAddress) {
    waiting[address]?.remove(key)
    if waiting[address]?.isEmpty == true { waiting[address] = nil }
  }
}

extension Expectations {
  /// Notes what the cache has to show of a write that succeeded.
  ///
  /// - Parameter answer: what the API server said: the object afterwards, or a Status when it is gone.
  public mutating func expect(_ write: ObjectWrite, answer: JSONValue, for key: Key, now: Duration) {
    let resource = write.path.resource
    switch write.operation {
    case .get, .list: return
    case .create, .change, .patch:
      // Answers to subresources such as eviction are no objects of the resource.
      guard let version = answer.value(at: "metadata", "resourceVersion")?.string, !version.isEmpty else { return }
      expect(.version(version, of: ObjectAddress(resource, NamespacedName(answer))), for: key, now: now)
    case .delete(let options):
      let address = ObjectAddress(
        resource, NamespacedName(write.path.namespace ?? "", write.path.name ?? ""))
      if answer["kind"] != "Status", let version = answer.value(at: "metadata", "resourceVersion")?.string {
        expect(.version(version, of: address), for: key, now: now)
      } else if !options.uid.isEmpty {
        expect(.deletion(uid: options.uid, of: address), for: key, now: now)
      } else if let uid = answer.value(at: "details", "uid")?.string {
        expect(.deletion(uid: uid, of: address), for: key, now: now)
      }
    }
  }
}
