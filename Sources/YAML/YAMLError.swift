/// Why a text is not usable YAML, and where.
public struct YAMLError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The text breaks YAML's grammar; the message is the parser's.
    case syntax(String)
    case duplicateKey(String)
    /// An alias names no anchor before it, or one that contains the alias.
    case unknownAnchor(String)
    /// Aliases would multiply the document beyond the limit.
    case tooManyAliasedNodes(limit: Int)
    case tooDeep(limit: Int)
    /// A mapping key that is null, a list or a mapping.
    case unsupportedKey
    /// A tag that has no JSON counterpart, or that the value does not fit.
    case unsupportedTag(String)
    /// `<<` wants a mapping or a list of mappings.
    case invalidMerge
    /// One document was wanted.
    case severalDocuments
  }

  public var kind: Kind
  /// From 1; 0 when unknown.
  public var line: Int
  /// In characters from 1; 0 when unknown.
  public var column: Int

  public init(_ kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// What is wrong, without the place.
  public var message: String {
    switch kind {
    case .syntax(let problem): problem
    case .duplicateKey(let key): "the key \"\(key)\" is given twice"
    case .unknownAnchor(let name): "there is no anchor \"\(name)\" before this alias"
    case .tooManyAliasedNodes(let limit): "aliases stand for more than \(limit) values"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .unsupportedKey: "a key must be a string, number or boolean"
    case .unsupportedTag(let tag): "the tag \(tag) does not fit this value or has no JSON counterpart"
    case .invalidMerge: "a merge key needs a mapping or a list of mappings"
    case .severalDocuments: "there is a second document where one was expected"
    }
  }
}

extension YAMLError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(message)" }
}
