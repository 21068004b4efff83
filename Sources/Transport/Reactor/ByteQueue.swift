/// Bytes that are appended at the end and consumed from the front.
struct ByteQueue {
  private var storage: [UInt8] = []
  private var start = 0

  init() {}
  /// Takes the bytes over without a copy.
  init(_ bytes: [UInt8]) { storage = bytes }

  var count: Int { storage.count - start }
  var isEmpty: Bool { start == storage.count }

  mutating func append(_ bytes: UnsafeRawBufferPointer) { storage.append(contentsOf: bytes) }
  mutating func append(_ bytes: [UInt8]) { storage.append(contentsOf: bytes) }
  mutating func append(_ bytes: ArraySlice<UInt8>) { storage.append(contentsOf: bytes) }
  mutating func append(_ text: StaticString) {
    storage.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  mutating func append(_ byte: UInt8) { storage.append(byte) }

  func withUnsafeBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  mutating func consume(_ amount: Int) {
    start += amount
    if start == storage.count {
      start = 0
      // A burst must not keep its memory for the life of an idle connection.
      if storage.capacity > 64 << 10 { storage = [] } else { storage.removeAll(keepingCapacity: true) }
    } else if start > 64 << 10, start > storage.count / 2 {
      storage.removeSubrange(..<start)
      start = 0
    }
  }

  mutating func removeAll() {
    storage = []
    start = 0
  }
}
