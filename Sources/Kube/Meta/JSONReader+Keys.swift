import JSON

extension JSONReader {
  /// Whether a member has this name, in any case where the reader's options say so.
  func matches(_ key: JSONKey, _ name: StaticString) -> Bool {
    key.equals(name) || (options.foldsCase && key.equalsFolded(name))
  }
}
