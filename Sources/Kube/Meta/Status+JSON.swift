import JSON

extension Status: JSONCodable {
  public init() { self.init(outcome: nil) }
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "status", "message", "reason", "details", "code",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0:
        var text = outcome?.rawValue ?? ""
        reader.nullableMember("status", &text)
        outcome = Outcome(rawValue: text)
      case 1: reader.nullableMember("message", &message)
      case 2: reader.nullableMember("reason", &reason.rawValue)
      case 3: reader.nullableMember("details", &details)
      case 4: reader.nullableMember("code", &code)
      default: reader.skip()
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
    writer.memberUnlessEmpty("continue", continueToken)
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

  private static let memberNames: [StaticString] = [
    "name", "group", "kind", "uid", "causes", "retryAfterSeconds",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("name", &name)
      case 1: reader.nullableMember("group", &group)
      case 2: reader.nullableMember("kind", &kind)
      case 3: reader.nullableMember("uid", &uid)
      case 4: reader.nullableMember("causes", &causes)
      case 5: reader.nullableMember("retryAfterSeconds", &retryAfterSeconds)
      default: reader.skip()
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

  private static let memberNames: [StaticString] = [
    "reason", "message", "field",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("reason", &type.rawValue)
      case 1: reader.nullableMember("message", &message)
      case 2: reader.nullableMember("field", &field)
      default: reader.skip()
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
