/// Finds the members kind and apiVersion at the beginning of an object's text, where they are in nearly all.
enum LeadingKind {
  /// Where the members behind the two begin; nil where the text is not of that form.
  static func rest(of text: [UInt8]) -> Int? {
    guard text.first == UInt8(ascii: "{") else { return nil }
    var position = 1
    guard let first = skip(text, &position), let second = skip(text, &position), first != second else { return nil }
    return position
  }

  private enum Member { case kind, apiVersion }

  private static func skip(_ text: [UInt8], _ position: inout Int) -> Member? {
    let member: Member
    if takes("\"kind\":\"", text, &position) {
      member = .kind
    } else if takes("\"apiVersion\":\"", text, &position) {
      member = .apiVersion
    } else {
      return nil
    }
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      if text[position] == UInt8(ascii: "\\") { return nil }
      position += 1
    }
    position += 1
    guard position < text.count, text[position] == UInt8(ascii: ",") else { return nil }
    position += 1
    return member
  }

  private static func takes(_ word: StaticString, _ text: [UInt8], _ position: inout Int) -> Bool {
    let count = word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard text.count - position >= count, text[position..<position + count].elementsEqual(wanted) else { return false }
    position += count
    return true
  }
}
