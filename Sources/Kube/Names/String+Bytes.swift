extension String {
  /// Whether every byte of the text's UTF-8 satisfies the condition.
  ///
  /// Goes straight over the bytes, where the UTF-8 view's own `allSatisfy` looks at the kind of storage for each.
  @inlinable public func everyByte(_ satisfies: (UInt8) -> Bool) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where !satisfies(bytes[index]) { return false }
    return true
  }
}
