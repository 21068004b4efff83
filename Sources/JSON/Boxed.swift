/// Keeps a large optional value out of line, so that the struct which holds it stays small and cheap to copy.
///
/// Copies share the storage until one of them is changed.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
  // Safe to share: the only change of `value` is behind a check that no one else holds the storage. That check also
  // makes the runtime's own for overlapping accesses needless, which would cost more than all the rest of an access.
  @usableFromInline final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var value: Value?
    @inlinable init(_ value: Value?) { self.value = value }
  }

  @usableFromInline var storage: Storage?

  @inlinable public init() { storage = nil }
  @inlinable public init(wrappedValue: Value?) { storage = wrappedValue.map { Storage($0) } }

  // Accessors that yield at one place only can be inlined.
  @inlinable public var wrappedValue: Value? {
    get { storage?.value }
    _modify {
      let storage = uniqueStorage()
      self.storage = storage
      defer { if storage.value == nil { self.storage = nil } }
      yield &storage.value
    }
  }

  @inlinable mutating func uniqueStorage() -> Storage {
    if isKnownUniquelyReferenced(&storage), let storage { return storage }
    return Storage(storage?.value)
  }
}

extension Boxed: Equatable where Value: Equatable {
  @inlinable public static func == (left: Boxed, right: Boxed) -> Bool {
    left.storage === right.storage || left.wrappedValue == right.wrappedValue
  }
}

extension Boxed: Hashable where Value: Hashable {
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
