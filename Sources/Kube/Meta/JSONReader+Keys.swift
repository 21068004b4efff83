import JSON

extension JSONReader {
  /// Which of the names a member has, in any case where the reader's options say so; −1 for none.
  func index(of key: JSONKey, in names: [StaticString]) -> Int {
    for index in names.indices where key.equals(names[index]) { return index }
    return key.foldedIndex(in: names, options)
  }
}
