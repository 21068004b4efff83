/// The type of a field, in the notation of the files in `openapi/`.
///
/// `string`, `CPU`, `Pool.Spec`; `CPU?` for what may be absent; `[string]` for lists; `{quantity}` for maps by name.
public indirect enum FieldType: Sendable, Hashable {
  case scalar(Scalar)
  case named(String)
  case optional(FieldType)
  case list(FieldType)
  case map(FieldType)

  /// Reads the notation; nil where it is none.
  public init?(_ text: String) {
    if text.hasSuffix("?") {
      guard let wrapped = FieldType(String(text.dropLast())) else { return nil }
      self = .optional(wrapped)
    } else if text.hasPrefix("["), text.hasSuffix("]") {
      guard let element = FieldType(String(text.dropFirst().dropLast())) else { return nil }
      self = .list(element)
    } else if text.hasPrefix("{"), text.hasSuffix("}") {
      guard let value = FieldType(String(text.dropFirst().dropLast())) else { return nil }
      self = .map(value)
    } else if let scalar = Scalar(rawValue: text) {
      self = .scalar(scalar)
    } else {
      guard let first = text.unicodeScalars.first, ("A"..."Z").contains(first) else { return nil }
      self = .named(text)
    }
  }

  /// The type without the optional around it.
  var required: FieldType { if case .optional(let wrapped) = self { wrapped } else { self } }
}

/// What a field holds when it is neither a list, a map nor a type of ours.
public enum Scalar: String, Sendable, Hashable, CaseIterable {
  case string, bool, double
  case int, int32, int64, uint, uint8, uint32, uint64
  case quantity, time, duration
  /// A time with microseconds.
  case microTime = "micro-time"
  /// Bytes as base64.
  case bytes
  case intOrString = "int-or-string"
  /// An object with any members.
  case any
  /// Any value, whatever its type.
  case json
}
