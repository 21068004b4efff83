import JSON

/// Puts OpenAPI 2.0 documents together, without reading more of them than where their members are.
enum OpenAPIMerging {
  /// One document with the paths and definitions of all; of two definitions of one name the first stays.
  static func merge(_ documents: [StaticString]) -> [UInt8] {
    guard documents.count > 1, let first = documents.first else {
      return documents.first.map { Array(bytes(of: $0)) } ?? Array("{}".utf8)
    }
    var merged: [UInt8] = []
    merged.reserveCapacity(documents.reduce(0) { $0 + $1.utf8CodeUnitCount })
    var isFirst = true
    for name in memberNames(of: first) {
      merged.append(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ","))
      isFirst = false
      merged.append(contentsOf: name.jsonBytes())
      merged.append(UInt8(ascii: ":"))
      if name == "paths" || name == "definitions" {
        appendUnion(of: name, documents, to: &merged)
      } else {
        forEachMember(of: bytes(of: first)) { key, value in
          if key == name { merged.append(contentsOf: value) }
        }
      }
    }
    merged.append(UInt8(ascii: "}"))
    return merged
  }

  private static func appendUnion(of name: String, _ documents: [StaticString], to merged: inout [UInt8]) {
    var known: Set<String> = []
    merged.append(UInt8(ascii: "{"))
    for document in documents {
      forEachMember(of: bytes(of: document)) { key, members in
        guard key == name else { return }
        forEachMember(of: members) { key, value in
          guard known.insert(key).inserted else { return }
          if known.count > 1 { merged.append(UInt8(ascii: ",")) }
          merged.append(contentsOf: key.jsonBytes())
          merged.append(UInt8(ascii: ":"))
          merged.append(contentsOf: value)
        }
      }
    }
    merged.append(UInt8(ascii: "}"))
  }

  private static func bytes(of document: StaticString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: document.utf8Start, count: document.utf8CodeUnitCount)
  }

  private static func memberNames(of document: StaticString) -> [String] {
    var names: [String] = []
    forEachMember(of: bytes(of: document)) { key, _ in names.append(key) }
    return names
  }

  private static func forEachMember(
    of object: UnsafeRawBufferPointer, _ body: (String, UnsafeRawBufferPointer) -> Void
  ) {
    var reader = JSONReader(object, options: .lenient)
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let name = key.string
      _ = reader.peek()
      let start = reader.offset
      reader.skip()
      if !reader.hasSyntaxError { body(name, UnsafeRawBufferPointer(rebasing: object[start..<reader.offset])) }
    }
  }
}
