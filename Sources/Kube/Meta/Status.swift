/// The answer to a request that failed, or that has no object to return (meta/v1 Status).
public struct Status: Error, Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable {
    case success = "Success"
    case failure = "Failure"
  }

  public var outcome: Outcome?
  /// For people.
  public var message: String
  /// For programs.
  public var reason: StatusReason
  public var details: StatusDetails?
  /// The HTTP status code; 0 when not stated.
  public var code: Int32
  /// With an expired list: the token that goes on with it all the same (`metadata.continue`).
  public var continueToken = ""

  public init(
    outcome: Outcome? = nil, message: String = "", reason: StatusReason = "", details: StatusDetails? = nil,
    code: Int32 = 0
  ) {
    self.outcome = outcome
    self.message = message
    self.reason = reason
    self.details = details
    self.code = code
  }

  /// A failed request.
  public static func failure(
    _ reason: StatusReason, code: Int32, message: String, details: StatusDetails? = nil
  ) -> Status {
    Status(outcome: .failure, message: message, reason: reason, details: details, code: code)
  }
}

/// Why a request failed, in one word that programs compare.
public struct StatusReason: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  public static let alreadyExists: StatusReason = "AlreadyExists"
  public static let badRequest: StatusReason = "BadRequest"
  public static let conflict: StatusReason = "Conflict"
  public static let expired: StatusReason = "Expired"
  public static let forbidden: StatusReason = "Forbidden"
  public static let gone: StatusReason = "Gone"
  public static let internalError: StatusReason = "InternalError"
  public static let invalid: StatusReason = "Invalid"
  public static let methodNotAllowed: StatusReason = "MethodNotAllowed"
  public static let notAcceptable: StatusReason = "NotAcceptable"
  public static let notFound: StatusReason = "NotFound"
  public static let requestEntityTooLarge: StatusReason = "RequestEntityTooLarge"
  public static let serverTimeout: StatusReason = "ServerTimeout"
  public static let serviceUnavailable: StatusReason = "ServiceUnavailable"
  public static let timeout: StatusReason = "Timeout"
  public static let tooManyRequests: StatusReason = "TooManyRequests"
  public static let unauthorized: StatusReason = "Unauthorized"
  public static let unsupportedMediaType: StatusReason = "UnsupportedMediaType"
}

/// What a `Status` is about.
public struct StatusDetails: Sendable, Hashable {
  public var name: String
  public var group: String
  public var kind: String
  public var uid: String
  public var causes: [Cause]
  /// Seconds to wait before asking again; 0 when not stated.
  public var retryAfterSeconds: Int32

  public init(
    name: String = "", group: String = "", kind: String = "", uid: String = "", causes: [Cause] = [],
    retryAfterSeconds: Int32 = 0
  ) {
    self.name = name
    self.group = group
    self.kind = kind
    self.uid = uid
    self.causes = causes
    self.retryAfterSeconds = retryAfterSeconds
  }
}

/// One fault of a request (meta/v1 StatusCause).
public struct Cause: Sendable, Hashable {
  public var type: CauseType
  /// The faulty field as a path, such as `spec.domain.devices.disks[0].name`; may be empty.
  public var field: String
  public var message: String

  public init(_ type: CauseType, _ field: String, _ message: String) {
    self.type = type
    self.field = field
    self.message = message
  }
}

/// The kind of a fault; on the wire it is the cause's `reason`.
public struct CauseType: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  public static let duplicate: CauseType = "FieldValueDuplicate"
  public static let forbidden: CauseType = "FieldValueForbidden"
  public static let invalid: CauseType = "FieldValueInvalid"
  public static let notFound: CauseType = "FieldValueNotFound"
  public static let notSupported: CauseType = "FieldValueNotSupported"
  public static let required: CauseType = "FieldValueRequired"
  public static let tooLong: CauseType = "FieldValueTooLong"
  public static let tooMany: CauseType = "FieldValueTooMany"
  public static let typeInvalid: CauseType = "FieldValueTypeInvalid"
  public static let unexpectedServerResponse: CauseType = "UnexpectedServerResponse"
}
