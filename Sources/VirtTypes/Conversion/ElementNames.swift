import JSON

/// The names that tell a list's elements from one another.
struct ElementNames: Equatable {
  /// One pointer token for each element.
  var tokens: [String]

  /// Nil unless every element has a name of its own.
  init?(_ elements: [JSONValue], _ key: [String]) {
    tokens = []
    tokens.reserveCapacity(elements.count)
    for element in elements {
      guard let token = Self.token(element, key) else { return nil }
      tokens.append(token)
    }
    if Set(tokens).count != tokens.count { return nil }
  }

  static func token(_ element: JSONValue, _ key: [String]) -> String? {
    element.value(at: JSONPointer(key))?.string.map { key.joined(separator: ".") + "=" + $0 }
  }

  /// The elements by token; without those of one name with others.
  static func indices(of elements: [JSONValue], _ key: [String]) -> [String: Int] {
    var indices: [String: Int] = [:]
    var repeated: Set<String> = []
    for (index, element) in elements.enumerated() {
      guard let token = token(element, key) else { continue }
      if indices.updateValue(index, forKey: token) != nil { repeated.insert(token) }
    }
    for token in repeated { indices[token] = nil }
    return indices
  }
}
