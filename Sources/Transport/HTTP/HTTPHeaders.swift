import Glibc

/// Header fields in order, names in lower case, kept as one run of bytes.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
  struct Entry: Sendable {
    var start: Int32
    var nameCount: Int32
    var valueCount: Int32
    var valueStart: Int { Int(start + nameCount) }
    var end: Int { Int(start + nameCount + valueCount) }
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  public var isEmpty: Bool { entries.isEmpty }
  public var count: Int { entries.count }

  /// The value of the first field of this name (in any case); setting replaces all fields of the name.
  public subscript(name: String) -> String? {
    get { firstIndex(of: name).map { valueText(entries[$0]) } }
    set {
      remove(name)
      if let newValue { append(name, newValue) }
    }
  }

  /// The values of all fields of this name, in order.
  public func values(_ name: String) -> [String] {
    let key = name.lowercased()
    return entries.filter { nameEquals($0, key) }.map(valueText)
  }

  /// Whether a comma-separated field of this name lists `token`, compared without case (RFC 9110 section 5.6.1).
  public func lists(_ name: String, _ token: String) -> Bool {
    let wanted = Array(token.lowercased().utf8)
    return values(name).contains { value in
      value.utf8.split(separator: UInt8(ascii: ",")).contains {
        HTTPGrammar.trimmed($0).lazy.map(HTTPGrammar.lowercased).elementsEqual(wanted)
      }
    }
  }

  /// Adds a field; one without a name is left out. Bytes that may not stand in a value (CR, LF, NUL and other control
  /// bytes) become spaces, so that no value taken from elsewhere can forge another field, and the space around a value
  /// goes: HTTP/2 peers refuse a message with either (RFC 9113 section 8.2.1).
  public mutating func append(_ name: String, _ value: String) {
    if name.isEmpty { return }
    let start = bytes.count
    for byte in name.utf8 { bytes.append(HTTPGrammar.isTokenByte(byte) ? HTTPGrammar.lowercased(byte) : 0x5f) }
    let nameCount = bytes.count - start
    for byte in value.utf8 {
      let isSpace = byte == 0x20 || byte == 0x09 || !HTTPGrammar.isFieldValueByte(byte)
      if isSpace, bytes.count == start + nameCount { continue }
      bytes.append(HTTPGrammar.isFieldValueByte(byte) ? byte : 0x20)
    }
    while bytes.count > start + nameCount, let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    entries.append(
      Entry(start: Int32(start), nameCount: Int32(nameCount), valueCount: Int32(bytes.count - start - nameCount)))
  }

  /// Removes all fields of this name.
  public mutating func remove(_ name: String) {
    let key = name.lowercased()
    let kept = entries.filter { !nameEquals($0, key) }
    entries = kept
  }

  /// Adds a field whose bytes were checked by a protocol parser; the name is lower-cased unless it is so already.
  mutating func append(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, isLowercase: Bool = false) {
    if bytes.isEmpty {
      bytes.reserveCapacity(512)
      entries.reserveCapacity(16)
    }
    let start = bytes.count
    bytes.append(contentsOf: name)
    if !isLowercase {
      bytes.withUnsafeMutableBufferPointer { all in
        for index in start..<all.count { all[index] = HTTPGrammar.lowercased(all[index]) }
      }
    }
    bytes.append(contentsOf: value)
    entries.append(Entry(start: Int32(start), nameCount: Int32(name.count), valueCount: Int32(value.count)))
  }

  /// Calls `body` with each name and value as bytes.
  func forEachBytes(_ body: (_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { all in
      for entry in entries {
        body(
          UnsafeRawBufferPointer(rebasing: all[Int(entry.start)..<entry.valueStart]),
          UnsafeRawBufferPointer(rebasing: all[entry.valueStart..<entry.end]))
      }
    }
  }

  private func firstIndex(of name: String) -> Int? {
    if let index = entries.firstIndex(where: { nameEquals($0, name) }) { return index }
    // Callers write names in lower case; any other spelling costs a second look.
    let key = name.lowercased()
    return key == name ? nil : entries.firstIndex { nameEquals($0, key) }
  }

  private func nameEquals(_ entry: Entry, _ key: String) -> Bool {
    guard key.utf8.count == Int(entry.nameCount) else { return false }
    var index = Int(entry.start)
    for byte in key.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  private func valueText(_ entry: Entry) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[entry.valueStart..<entry.end]), as: UTF8.self)
    }
  }
}

extension HTTPHeaders: Sequence {
  public func makeIterator() -> AnyIterator<(name: String, value: String)> {
    var rest = entries[...]
    return AnyIterator {
      guard let entry = rest.popFirst() else { return nil }
      let name = String(decoding: bytes[Int(entry.start)..<entry.valueStart], as: UTF8.self)
      return (name, valueText(entry))
    }
  }
}

extension HTTPHeaders {
  /// `content-type: application/json`, made once.
  public static let json: HTTPHeaders = ["content-type": "application/json"]
  /// `content-type: text/plain; charset=utf-8`, made once.
  public static let plainText: HTTPHeaders = ["content-type": "text/plain; charset=utf-8"]
}
