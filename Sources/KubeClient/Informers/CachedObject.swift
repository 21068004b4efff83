import JSON

/// An object as a cache keeps it: its JSON, which takes a fraction of the memory of a tree or of a typed value, and what
/// is asked of it without decoding it.
public struct CachedObject: Sendable, Hashable {
  public let id: NamespacedName
  public let uid: String
  public let resourceVersion: String
  /// The object as JSON.
  public let json: [UInt8]

  public init(_ object: JSONValue) {
    let metadata = object["metadata"]
    id = NamespacedName(object)
    uid = metadata?["uid"]?.string ?? ""
    resourceVersion = metadata?["resourceVersion"]?.string ?? ""
    // A copy has no more room than it needs.
    json = object.jsonBytes().withUnsafeBytes { Array($0) }
  }

  public var namespace: String { id.namespace }
  public var name: String { id.name }

  /// The object as a tree.
  public var tree: JSONValue { (try? JSONValue(parsing: json)) ?? .null }

  /// The object as a typed value; members that the type does not know are passed over.
  /// - Throws: the first fault, where a member has a value that the type can't have.
  public func decode<Object: JSONDecodable>(as type: Object.Type = Object.self) throws(JSONProblem) -> Object {
    let (value, problems) = json.withUnsafeBytes { Object.decode($0, options: Self.options) }
    if let fault = problems.first(where: \.isFault) { throw fault }
    return value
  }

  private static let options = JSONReader.Options(notesSchema: false)
}
