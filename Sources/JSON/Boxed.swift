/// Keeps a large optional value out of line, so that the struct which holds it stays small and cheap to copy.
///
/// Copies share the storage; a change makes a new one.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
  // It holds no optional: to destroy one, the runtime would look up its type each time.
  @usableFromInline final class Storage: Sendable {
    @usableFromInline let value: Value
    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var storage: Storage?

  @inlinable public init() { storage = nil }
  @inlinable public init(wrappedValue: Value?) { storage = wrappedValue.map { Storage($0) } }

  // Accessors that yield at one place only can be inlined.
  @inlinable public var wrappedValue: Value? {
    get { storage?.value }
    _modify {
      var value = storage?.value
      // Given up before the change, so that what the value holds is not shared with the storage meanwhile.
      storage = nil
      defer { storage = value.map { Storage($0) } }
      yield &value
    }
  }

  /// Whether there is a value, asked without a copy of it.
  @inlinable public var projectedValue: Bool { storage != nil }
}

extension Boxed: Equatable where Value: Equatable {
  @inlinable public static func == (left: Boxed, right: Boxed) -> Bool {
    left.storage === right.storage || left.wrappedValue == right.wrappedValue
  }
}

extension Boxed: Hashable where Value: Hashable {
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
