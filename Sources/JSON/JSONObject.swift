/// Members of a JSON object in the order in which they came.
///
/// Equality does not regard the order. Names are the same only when their bytes are: Swift's own comparison of texts
/// would take two spellings of one accented letter for one name, and lose a member.
public struct JSONObject: Sendable {
  public typealias Element = (key: String, value: JSONValue)

  private var members: [Element] = []
  /// Positions by name, kept once there are so many members that looking through them would be slow.
  private var positions: [Name: Int]?
  /// What `positions` says of each member, in rising order, once a removal has moved members up; nil while that is the
  /// member's position itself. So a removal is no reason to index all the others again.
  private var ordinals: [Int]?
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
    if let positions {
      guard let ordinal = positions[Name(text: key)] else { return nil }
      return ordinals.map { Self.position(of: ordinal, in: $0) } ?? ordinal
    }
    return members.firstIndex { Self.isSame($0.key, key) }
  }

  /// Where a number is in a rising list that has it.
  private static func position(of ordinal: Int, in ordinals: [Int]) -> Int {
    var (low, high) = (0, ordinals.count)
    while low < high {
      let middle = (low + high) / 2
      if ordinals[middle] < ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Assigning nil removes the member, a value replaces it in place or adds it last.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil):
        if positions != nil {
          if ordinals == nil { ordinals = Array(0..<members.count) }
          ordinals?.remove(at: position)
          positions?[Name(text: key)] = nil
        }
        members.remove(at: position)
      case (nil, let value?):
        members.append((key, value))
        if positions != nil {
          let ordinal = ordinals.map { ($0.last ?? -1) + 1 } ?? members.count - 1
          positions?[Name(text: key)] = ordinal
          ordinals?.append(ordinal)
        }
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

  /// Removes members together, in hardly more time than one alone takes; names that are not there don't matter.
  public mutating func remove(_ names: [String]) {
    guard names.count > 1 else {
      if let name = names.first { self[name] = nil }
      return
    }
    let unwanted = Set(names.map(Name.init))
    members.removeAll { unwanted.contains(Name(text: $0.key)) }
    positions = nil
    ordinals = nil
    indexIfLarge()
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
