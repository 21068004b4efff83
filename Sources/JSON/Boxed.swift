/// Keeps a large optional value out of line, so that the struct which holds it stays small and cheap to copy.
///
/// Copies share the storage until one of them is changed.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
  // Safe to share: the only change of `value` is behind a check that no one else holds the storage.
  @usableFromInline final class Storage: @unchecked Sendable {
    @usableFromInline var value: Value?
    @inlinable init(_ value: Value?) { self.value = value }
  }

  @usableFromInline var storage: Storage?

  @inlinable public init() { storage = nil }
  @inlinable public init(wrappedValue: Value?) { storage = wrappedValue.map { Storage($0) } }

  @inlinable public var wrappedValue: Value? {
    _read { if let storage { yield storage.value } else { yield nil } }
    _modify {
      if storage == nil {
        storage = Storage(nil)
      } else if !isKnownUniquelyReferenced(&storage) {
        storage = Storage(storage?.value)
      }
      defer { if storage?.value == nil { storage = nil } }
      if let storage {
        yield &storage.value
      } else {
        var nothing: Value?
        yield &nothing
      }
    }
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
