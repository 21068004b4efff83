/// A struct whose members are those of a JSON object.
///
/// The generated types conform; what they have in common is here, so that each of them stays small.
public protocol JSONStructure: JSONCodable, Equatable, Sendable {
  /// The members' names; a member's position here is its number.
  static var memberNames: [StaticString] { get }
}

extension JSONStructure {
  public static var expectedJSON: String { "an object" }

  /// True when every member has the value of an absent one.
  public var isEmptyJSON: Bool { self == Self() }
}

extension JSONKey {
  /// The number of the name that equals the key without regard to case; -1 when there is none or case matters.
  public func foldedIndex(in names: [StaticString], _ options: JSONReader.Options) -> Int {
    guard options.foldsCase else { return -1 }
    return names.firstIndex(where: equalsFolded) ?? -1
  }
}

extension JSONReader {
  /// Notes that the object which carries everything is not there: once as missing and once as not being an object, for
  /// KubeVirt's webhooks count both.
  public mutating func requireObject(_ index: Int, _ members: JSONMembers, _ name: StaticString) {
    let mark = problems.count
    require(index, members, name)
    if problems.count == mark { return }
    let elementMark = problems.count
    note(.null(expected: "an object"))
    prefix(since: elementMark, .member(name.description))
  }

  /// Decodes the value of a member whose elements must each be one of a list; what is no text is none of it either.
  public mutating func listedElements(_ name: StaticString, _ value: inout [String], _ allowed: [String]) {
    let mark = problems.count
    decodeValue(&value)
    if options.notesSchema, !hasSyntaxError {
      let faulty = Set(problems[mark...].map(\.reversedPath))
      for (index, text) in value.enumerated() where faulty.contains([.index(index)]) || !allowed.contains(text) {
        let elementMark = problems.count
        note(.notListed(text, allowed: allowed))
        prefix(since: elementMark, .index(index))
      }
    }
    if problems.count != mark { prefix(since: mark, .member(name.description)) }
  }
}
