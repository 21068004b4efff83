import CLibvirt

/// What libvirt says when a call fails (virError).
public struct LibvirtError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong (virErrorNumber).
  public var code: Code
  /// The part of libvirt that says so (virErrorDomain).
  public var origin: Int32
  /// For people.
  public var message: String

  public init(code: Code, origin: Int32 = 0, message: String) {
    self.code = code
    self.origin = origin
    self.message = message
  }

  public var description: String { message.isEmpty ? "libvirt error \(code.rawValue)" : message }

  /// Numbers of virErrorNumber that are told apart here.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public var rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }
    init(_ number: virErrorNumber) { rawValue = Int32(number.rawValue) }

    public static let internalError = Code(VIR_ERR_INTERNAL_ERROR)
    public static let systemError = Code(VIR_ERR_SYSTEM_ERROR)
    public static let noConnection = Code(VIR_ERR_INVALID_CONN)
    public static let noDomain = Code(VIR_ERR_NO_DOMAIN)
    public static let operationFailed = Code(VIR_ERR_OPERATION_FAILED)
    public static let operationInvalid = Code(VIR_ERR_OPERATION_INVALID)
    public static let operationTimeout = Code(VIR_ERR_OPERATION_TIMEOUT)
    public static let operationUnsupported = Code(VIR_ERR_OPERATION_UNSUPPORTED)
    public static let configurationUnsupported = Code(VIR_ERR_CONFIG_UNSUPPORTED)
    public static let agentUnresponsive = Code(VIR_ERR_AGENT_UNRESPONSIVE)
    public static let agentUnsynced = Code(VIR_ERR_AGENT_UNSYNCED)
    public static let xmlError = Code(VIR_ERR_XML_ERROR)
    public static let xmlDetail = Code(VIR_ERR_XML_DETAIL)
    public static let xmlInvalid = Code(VIR_ERR_XML_INVALID_SCHEMA)
  }

  /// The error of the last call of this thread; to be taken before the thread calls libvirt again.
  static func last() -> LibvirtError {
    guard let error = virGetLastError() else {
      return LibvirtError(code: .internalError, message: "libvirt failed without saying why")
    }
    return LibvirtError(
      code: Code(rawValue: error.pointee.code), origin: error.pointee.domain,
      message: error.pointee.message.map { String(cString: $0) } ?? "")
  }
}
