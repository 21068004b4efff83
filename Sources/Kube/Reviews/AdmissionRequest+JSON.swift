import JSON

extension AdmissionRequest: JSONDecodable {
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "uid", "kind", "resource", "subResource", "requestKind", "requestResource", "requestSubResource", "name",
    "namespace", "operation", "userInfo", "object", "oldObject", "options", "dryRun",
  ]

  public mutating func decode(from reader: inout JSONReader) { decode(from: &reader, object: nil) }

  mutating func decode(from reader: inout JSONReader, object readObject: AdmissionReview.ObjectReading?) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("uid", &uid)
      case 1: reader.nullableMember("kind", &kind)
      case 2: reader.nullableMember("resource", &resource)
      case 3: reader.nullableMember("subResource", &subresource)
      case 4: reader.nullableMember("requestKind", &requestKind)
      case 5: reader.nullableMember("requestResource", &requestResource)
      case 6: reader.nullableMember("requestSubResource", &requestSubresource)
      case 7: reader.nullableMember("name", &name)
      case 8: reader.nullableMember("namespace", &namespace)
      case 9:
        var text = ""
        reader.nullableMember("operation", &text)
        operation = AdmissionOperation(text)
      case 10: reader.nullableMember("userInfo", &userInfo)
      case 11: object = objectRange(from: &reader, readObject)
      case 12: oldObject = Self.range(from: &reader)
      case 13: options = Self.range(from: &reader)
      case 14: reader.nullableMember("dryRun", &isDryRun)
      default: reader.skip()
      }
    }
  }

  private func objectRange(
    from reader: inout JSONReader, _ readObject: AdmissionReview.ObjectReading?
  ) -> Range<Int>? {
    guard let readObject, reader.peek() == UInt8(ascii: "{"), let end = readObject(self, reader) else {
      return Self.range(from: &reader)
    }
    let start = reader.offset
    reader.resume(after: end)
    return start..<reader.offset
  }

  private static func range(from reader: inout JSONReader) -> Range<Int>? {
    reader.takeNull() ? nil : reader.skippedRange()
  }
}

extension UserInfo: JSONDecodable {
  public init() { self.init(username: "") }
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "username", "uid", "groups", "extra",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("username", &username)
      case 1: reader.nullableMember("uid", &uid)
      case 2: reader.nullableMember("groups", &groups)
      case 3: reader.nullableMember("extra", &extra)
      default: reader.skip()
      }
    }
  }
}

extension GroupVersionKind: JSONDecodable {
  public init() { self.init(group: "") }
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "group", "version", "kind",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("group", &group)
      case 1: reader.nullableMember("version", &version)
      case 2: reader.nullableMember("kind", &kind)
      default: reader.skip()
      }
    }
  }
}

extension GroupVersionResource: JSONDecodable {
  public init() { self.init(group: "") }
  public static var expectedJSON: String { "an object" }

  private static let memberNames: [StaticString] = [
    "group", "version", "resource",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      switch reader.index(of: key, in: Self.memberNames) {
      case 0: reader.nullableMember("group", &group)
      case 1: reader.nullableMember("version", &version)
      case 2: reader.nullableMember("resource", &resource)
      default: reader.skip()
      }
    }
  }
}
