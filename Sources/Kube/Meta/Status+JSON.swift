import JSON

extension Status: JSONCodable {
  public init() { self.init(outcome: nil) }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "status") {
        var text = outcome?.rawValue ?? ""
        reader.nullableMember("status", &text)
        outcome = Outcome(rawValue: text)
      } else if reader.matches(key, "message") {
        reader.nullableMember("message", &message)
      } else if reader.matches(key, "reason") {
        reader.nullableMember("reason", &reason.rawValue)
      } else if reader.matches(key, "details") {
        reader.nullableMember("details", &details)
      } else if reader.matches(key, "code") {
        reader.nullableMember("code", &code)
      } else {
        reader.skip()
      }
    }
  }

  /// Writes a document of its own, with kind and apiVersion.
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", "Status")
    writer.member("apiVersion", "v1")
    encodeMembers(to: &writer)
    writer.endObject()
  }

  /// Writes the status as a part of another object.
  func encodeNested(to writer: inout JSONWriter) {
    writer.beginObject()
    encodeMembers(to: &writer)
    writer.endObject()
  }

  private func encodeMembers(to writer: inout JSONWriter) {
    writer.key("metadata")
    writer.beginObject()
    writer.endObject()
    writer.memberUnlessEmpty("status", outcome?.rawValue ?? "")
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason.rawValue)
    if let details { writer.member("details", details) }
    writer.memberUnlessEmpty("code", code)
  }
}

extension StatusDetails: JSONCodable {
  public init() { self.init(name: "") }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "name") {
        reader.nullableMember("name", &name)
      } else if reader.matches(key, "group") {
        reader.nullableMember("group", &group)
      } else if reader.matches(key, "kind") {
        reader.nullableMember("kind", &kind)
      } else if reader.matches(key, "uid") {
        reader.nullableMember("uid", &uid)
      } else if reader.matches(key, "causes") {
        reader.nullableMember("causes", &causes)
      } else if reader.matches(key, "retryAfterSeconds") {
        reader.nullableMember("retryAfterSeconds", &retryAfterSeconds)
      } else {
        reader.skip()
      }
    }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("group", group)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("uid", uid)
    writer.memberUnlessEmpty("causes", causes)
    writer.memberUnlessEmpty("retryAfterSeconds", retryAfterSeconds)
    writer.endObject()
  }
}

extension Cause: JSONCodable {
  public init() { self.init("", "", "") }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "reason") {
        reader.nullableMember("reason", &type.rawValue)
      } else if reader.matches(key, "message") {
        reader.nullableMember("message", &message)
      } else if reader.matches(key, "field") {
        reader.nullableMember("field", &field)
      } else {
        reader.skip()
      }
    }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("reason", type.rawValue)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("field", field)
    writer.endObject()
  }
}
