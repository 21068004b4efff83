import JSON

/// Applies patches as the records mean them: RFC 6902, except that a `replace` of something absent adds it.
enum PatchApplication {
  static func apply(_ patch: JSONValue, to document: JSONValue) throws -> JSONValue {
    var document = document
    for operation in patch.array ?? [] {
      var operation = operation
      if operation["op"]?.string == "replace", let path = operation["path"]?.string,
        !exists(path, in: document)
      {
        operation["op"] = "add"
      }
      document = try JSONPatch(.array([operation])).applied(to: document)
    }
    return document
  }

  private static func exists(_ path: String, in document: JSONValue) -> Bool {
    JSONPointer(parsing: path).flatMap(document.value(at:)) != nil
  }
}
