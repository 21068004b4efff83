import JSON

extension AdmissionRequest: JSONDecodable {
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "uid") {
        reader.nullableMember("uid", &uid)
      } else if reader.matches(key, "kind") {
        reader.nullableMember("kind", &kind)
      } else if reader.matches(key, "resource") {
        reader.nullableMember("resource", &resource)
      } else if reader.matches(key, "subResource") {
        reader.nullableMember("subResource", &subresource)
      } else if reader.matches(key, "requestKind") {
        reader.nullableMember("requestKind", &requestKind)
      } else if reader.matches(key, "requestResource") {
        reader.nullableMember("requestResource", &requestResource)
      } else if reader.matches(key, "requestSubResource") {
        reader.nullableMember("requestSubResource", &requestSubresource)
      } else if reader.matches(key, "name") {
        reader.nullableMember("name", &name)
      } else if reader.matches(key, "namespace") {
        reader.nullableMember("namespace", &namespace)
      } else if reader.matches(key, "operation") {
        var text = ""
        reader.nullableMember("operation", &text)
        operation = AdmissionOperation(text)
      } else if reader.matches(key, "userInfo") {
        reader.nullableMember("userInfo", &userInfo)
      } else if reader.matches(key, "object") {
        object = Self.range(from: &reader)
      } else if reader.matches(key, "oldObject") {
        oldObject = Self.range(from: &reader)
      } else if reader.matches(key, "options") {
        options = Self.range(from: &reader)
      } else if reader.matches(key, "dryRun") {
        reader.nullableMember("dryRun", &isDryRun)
      } else {
        reader.skip()
      }
    }
  }

  private static func range(from reader: inout JSONReader) -> Range<Int>? {
    reader.takeNull() ? nil : reader.skippedRange()
  }
}

extension UserInfo: JSONDecodable {
  public init() { self.init(username: "") }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "username") {
        reader.nullableMember("username", &username)
      } else if reader.matches(key, "uid") {
        reader.nullableMember("uid", &uid)
      } else if reader.matches(key, "groups") {
        reader.nullableMember("groups", &groups)
      } else if reader.matches(key, "extra") {
        reader.nullableMember("extra", &extra)
      } else {
        reader.skip()
      }
    }
  }
}

extension GroupVersionKind: JSONDecodable {
  public init() { self.init(group: "") }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "group") {
        reader.nullableMember("group", &group)
      } else if reader.matches(key, "version") {
        reader.nullableMember("version", &version)
      } else if reader.matches(key, "kind") {
        reader.nullableMember("kind", &kind)
      } else {
        reader.skip()
      }
    }
  }
}

extension GroupVersionResource: JSONDecodable {
  public init() { self.init(group: "") }
  public static var expectedJSON: String { "an object" }

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if reader.matches(key, "group") {
        reader.nullableMember("group", &group)
      } else if reader.matches(key, "version") {
        reader.nullableMember("version", &version)
      } else if reader.matches(key, "resource") {
        reader.nullableMember("resource", &resource)
      } else {
        reader.skip()
      }
    }
  }
}
