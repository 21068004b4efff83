import XML

/// Compares two elements as libvirt reads them: attributes have no order, children have one among those of their name,
/// and what is empty says nothing.
enum XMLComparison {
  /// In what the second differs from the first; nothing where they agree. Places are paths without numbers, so that
  /// like differences add up.
  static func differences(_ expected: XMLElement, _ found: XMLElement) -> [String] {
    guard expected.name == found.name else { return ["element \(expected.name), got \(found.name)"] }
    return differences(expected, found, path: expected.name)
  }

  private static func differences(_ expected: XMLElement, _ found: XMLElement, path: String) -> [String] {
    var result: [String] = []
    let (wanted, given) = (attributes(expected), attributes(found))
    for name in Set(wanted.keys).union(given.keys).sorted() where wanted[name] != given[name] {
      result.append("\(path)@\(name): \(wanted[name] ?? "none"), got \(given[name] ?? "none")")
    }
    let (text, other) = (trimmed(expected.text), trimmed(found.text))
    if text != other { result.append("\(path): \"\(text)\", got \"\(other)\"") }
    var names: [String] = []
    for child in expected.children + found.children where !names.contains(child.name) { names.append(child.name) }
    for name in names {
      let (left, right) = (expected.children(named: name), found.children(named: name))
      for (left, right) in zip(left, right) { result += differences(left, right, path: "\(path)/\(name)") }
      let count = left.count - right.count
      if count > 0 {
        for element in left.suffix(count) { result.append("missing \(path)/\(summary(element))") }
      } else if count < 0 {
        for element in right.suffix(-count) { result.append("extra \(path)/\(summary(element))") }
      }
    }
    return result
  }

  private static func attributes(_ element: XMLElement) -> [String: String] {
    var values: [String: String] = [:]
    for attribute in element.attributes where !attribute.value.isEmpty { values[attribute.name] = attribute.value }
    return values
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func summary(_ element: XMLElement) -> String {
    let attributes = element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    return "\(element.name)\(attributes)\(element.children.isEmpty ? "" : " …")"
  }
}
