import JSON

/// An answer to a list, whose objects are read one after the other, so that they need not be in memory as trees all at
/// once.
struct ListPage {
  private let bytes: [UInt8]
  private var objects: [Range<Int>] = []
  private var apiVersion = ""
  private var kind = ""
  private(set) var resourceVersion = ""
  /// The token that brings the next page; empty after the last one.
  private(set) var next = ""

  /// - Throws: the first fault outside of the objects.
  init(_ bytes: [UInt8]) throws(JSONProblem) {
    self.bytes = bytes
    var metadata = JSONValue.null
    let problems = bytes.withUnsafeBytes { buffer in
      var reader = JSONReader(buffer)
      if var members = reader.beginObject() {
        while let key = reader.nextKey(&members) {
          if key.equals("items") {
            if reader.takeNull() { continue }
            guard var elements = reader.beginArray() else { break }
            while reader.nextElement(&elements) { objects.append(reader.skippedRange()) }
          } else if key.equals("metadata") {
            reader.decodeValue(&metadata)
          } else if key.equals("kind") {
            reader.decodeValue(&kind)
          } else if key.equals("apiVersion") {
            reader.decodeValue(&apiVersion)
          } else {
            reader.skip()
          }
        }
      }
      reader.finish()
      return reader.problems
    }
    if let fault = problems.first(where: \.isFault) { throw fault }
    resourceVersion = metadata["resourceVersion"]?.string ?? ""
    next = metadata["continue"]?.string ?? ""
  }

  /// Calls the function with each object. Items of a list do not say their kind; the list does.
  func forEach(_ body: (JSONValue) throws -> Void) throws {
    for range in objects {
      var object = try JSONValue(parsing: bytes[range])
      if object["kind"] == nil, kind.hasSuffix("List") {
        object["apiVersion"] = .string(apiVersion)
        object["kind"] = .string(String(kind.dropLast(4)))
      }
      try body(object)
    }
  }
}
