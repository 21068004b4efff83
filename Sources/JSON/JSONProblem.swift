/// One thing that a reader found wrong with a document, and where.
public struct JSONProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The bytes are no JSON (RFC 8259); `offset` counts bytes from the start.
    case syntax(String, offset: Int)
    /// The document nests deeper than the reader's limit.
    case tooDeep(limit: Int)
    /// The document has so many elements for its size that they would fill the memory.
    case tooManyElements
    /// The value has another type than the field.
    case wrongType(expected: String, found: String)
    /// `null` where the schema wants a value; Kubernetes decoders take it as absent.
    case null(expected: String)
    /// A number that the field's type can't hold, such as a negative or a fraction for an unsigned integer.
    case outOfRange(number: String, type: String)
    /// An integer beyond ±(2^53 − 1), which readers that keep numbers as binary floating point take as no integer.
    case inexactInteger(String)
    /// A string that the field's own grammar refuses, such as a quantity.
    case invalidValue(String)
    /// A member that the type does not have.
    case unknownField(String)
    /// A member that is given twice.
    case duplicateField(String)
    /// A member that must be there and is not.
    case missingField(String)
    /// A string that is none of the values which the schema lists.
    case notListed(String, allowed: [String])
  }

  /// One step from an object or array to what it holds.
  public enum Step: Sendable, Hashable {
    case member(String)
    case index(Int)
  }

  public var kind: Kind
  /// Steps from the innermost value outwards, as they are collected while decoders return.
  var reversedPath: [Step]

  public init(_ kind: Kind, path: [Step] = []) {
    self.kind = kind
    self.reversedPath = path.reversed()
  }

  /// Steps from the document's root to the value that is wrong.
  public var path: [Step] { reversedPath.reversed() }

  /// The path in Kubernetes' notation, such as `spec.volumes[2].name`.
  public var fieldPath: String {
    var text = ""
    for step in reversedPath.reversed() {
      switch step {
      case .member(let name):
        if !text.isEmpty { text += "." }
        text += name
      case .index(let index):
        text += "[\(index)]"
      }
    }
    return text
  }

  /// True when a decoder could not make a value of what it read.
  public var isFault: Bool {
    switch kind {
    case .syntax, .tooDeep, .tooManyElements, .wrongType, .outOfRange, .invalidValue: true
    case .null, .inexactInteger, .unknownField, .duplicateField, .missingField, .notListed: false
    }
  }

  /// True when the schema check of KubeVirt's webhooks refuses the object for it.
  ///
  /// The check knows which members an object has, and looks at all of `spec`; in `status` it lets unknown members pass.
  /// `apiVersion`, `kind`, `metadata` and the type of the object itself are left to the decoder, and so are the ranges
  /// of the integer types.
  public var isSchemaViolation: Bool {
    guard let outermost = reversedPath.last else { return isViolationOfObject }
    switch outermost {
    case .member("apiVersion"), .member("kind"), .member("metadata"): return false
    case .member("status"):
      if case .unknownField = kind { return false }
    default: break
    }
    return isViolationOfSchema
  }

  private var isViolationOfObject: Bool {
    switch kind {
    case .wrongType, .null: false
    case .unknownField(let name): !["apiVersion", "kind", "metadata", "status"].contains(name)
    default: isViolationOfSchema
    }
  }

  private var isViolationOfSchema: Bool {
    switch kind {
    case .wrongType, .null, .inexactInteger, .missingField, .notListed: true
    // The checker passes over the names that JSON Schema itself uses.
    case .unknownField(let name): name != "id" && name != "$schema"
    case .outOfRange(let number, _): Double(number).map { $0.magnitude >= 0x1p53 } ?? true
    case .syntax, .tooDeep, .tooManyElements, .invalidValue, .duplicateField: false
    }
  }

  /// What is wrong and what would be right, without the path.
  public var message: String {
    switch kind {
    case .syntax(let what, let offset): "invalid JSON at byte \(offset): \(what)"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .tooManyElements: "too many elements"
    case .wrongType(let expected, let found): "must be \(expected), not \(found)"
    case .null(let expected): "must be \(expected), not null"
    case .outOfRange(let number, let type): "\(number) does not fit \(type)"
    case .inexactInteger(let number): "\(number) is beyond ±(2^53 − 1), where integers are not exact everywhere"
    case .invalidValue(let what): what
    case .unknownField(let name): "unknown field \"\(name)\""
    case .duplicateField(let name): "duplicate field \"\(name)\""
    case .missingField(let name): "required field \"\(name)\" is missing"
    case .notListed(let value, let allowed):
      "unsupported value \"\(value)\", must be one of \(allowed.joined(separator: ", "))"
    }
  }
}

extension JSONProblem: CustomStringConvertible, Error {
  public var description: String { reversedPath.isEmpty ? message : "\(fieldPath): \(message)" }
}
