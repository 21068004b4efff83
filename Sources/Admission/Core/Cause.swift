/// One reason for which an object is refused, as `status.details.causes` carries it (Kubernetes `StatusCause`).
public struct Cause: Sendable, Hashable {
  /// What kind of fault it is, by Kubernetes' own names.
  public enum Kind: String, Sendable {
    case invalid = "FieldValueInvalid"
    case required = "FieldValueRequired"
    case duplicate = "FieldValueDuplicate"
    case notSupported = "FieldValueNotSupported"
    case notFound = "FieldValueNotFound"
    case forbidden = "FieldValueForbidden"
    /// What the API server sent could not be used.
    case unexpectedResponse = "UnexpectedServerResponse"
    /// A violation of the schema, which names neither field nor kind.
    case none = ""
  }

  public var kind: Kind
  /// Where, from the object's root; empty where the reference names none (the message then says where).
  public var field: String
  /// What is wrong and what would be right.
  public var message: String

  public init(_ kind: Kind, _ field: String, _ message: String) {
    self.kind = kind
    self.field = field
    self.message = message
  }
}

extension Cause {
  public static func invalid(_ field: String, _ message: String) -> Cause { Cause(.invalid, field, message) }
  public static func required(_ field: String, _ message: String) -> Cause { Cause(.required, field, message) }
  public static func duplicate(_ field: String, _ message: String) -> Cause { Cause(.duplicate, field, message) }
  public static func notSupported(_ field: String, _ message: String) -> Cause { Cause(.notSupported, field, message) }
  public static func notFound(_ field: String, _ message: String) -> Cause { Cause(.notFound, field, message) }
  public static func forbidden(_ field: String, _ message: String) -> Cause { Cause(.forbidden, field, message) }
}
