/// Members of a JSON object in the order in which they came.
///
/// Equality does not regard the order. Names are the same only when their bytes are: Swift's own comparison of texts
/// would take two spellings of one accented letter for one name, and lose a member.
public struct JSONObject: Sendable {
  public typealias Element = (key: String, value: JSONValue)

  private var members: [Element] = []
  /// Positions by name, kept once there are so many members that looking through them would be slow.
  private var positions: [Name: Int]?
  private static let indexingThreshold = 16

  private struct Name: Hashable {
    var text: String

    static func == (left: Name, right: Name) -> Bool { JSONObject.isSame(left.text, right.text) }
    // Texts of the same bytes are equal to Swift as well, and so hash alike.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
  }

  public init() {}

  public init(_ members: some Sequence<Element>) {
    for (key, value) in members { self[key] = value }
  }

  public var count: Int { members.count }
  public var isEmpty: Bool { members.isEmpty }
  public var keys: [String] { members.map(\.key) }

  private func position(of key: String) -> Int? {
    if let positions { return positions[Name(text: key)] }
    return members.firstIndex { Self.isSame($0.key, key) }
  }

  /// Assigning nil removes the member, a value replaces it in place or adds it last.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil):
        members.remove(at: position)
        positions = nil
        indexIfLarge()
      case (nil, let value?):
        members.append((key, value))
        positions?[Name(text: key)] = members.count - 1
        indexIfLarge()
      case (nil, nil): break
      }
    }
    _modify {
      var value = self[key]
      if let position = position(of: key) { members[position].value = .null }
      defer { self[key] = value }
      yield &value
    }
  }

  private mutating func indexIfLarge() {
    guard positions == nil, members.count > Self.indexingThreshold else { return }
    positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { (Name(text: $1.key), $0) })
  }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Element]> { members.makeIterator() }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for key in keys.sorted() { hasher.combine(key) }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    for (key, value) in elements { self[key] = value }
  }
}
