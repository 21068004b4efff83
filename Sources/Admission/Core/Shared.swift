/// Keeps a large value out of line, so that what holds it is copied at the cost of one reference.
///
/// Copies share the storage until one of them is changed.
@propertyWrapper
public struct Shared<Value: Sendable>: Sendable {
  // Safe to share: the only change of `value` is behind a check that no one else holds the storage.
  private final class Storage: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  public init(wrappedValue: Value) { storage = Storage(wrappedValue) }

  public var wrappedValue: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }

  /// The wrapper itself, for those who want to hold the same storage.
  public var projectedValue: Shared<Value> { self }
}
