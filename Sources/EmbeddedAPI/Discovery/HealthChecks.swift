import Transport

/// Answers `/healthz`, `/livez` and `/readyz` with their single checks, as
/// kubernetes.io/docs/reference/using-api/health-checks describes them.
public struct HealthChecks: Sendable {
  /// Something that must be well.
  public struct Check: Sendable {
    public var name: String
    /// Whether it counts for `/livez` too: whether a restart would help.
    public var isVital: Bool
    /// What is wrong; nil when all is well. For the log, not for clients, who may be anyone.
    public var fault: @Sendable () -> String?

    public init(_ name: String, isVital: Bool = true, fault: @escaping @Sendable () -> String?) {
      self.name = name
      self.isVital = isVital
      self.fault = fault
    }
  }

  private let checks: [Check]

  public init(_ checks: [Check] = []) {
    self.checks = [Check("ping") { nil }] + checks
  }

  /// The answer for a path; nil for one that is no check's.
  public func answer(path: String, query: String) -> HTTPResponse? {
    let steps = path.split(separator: "/", maxSplits: 1).map(String.init)
    guard let kind = steps.first, ["healthz", "livez", "readyz"].contains(kind) else { return nil }
    let relevant = checks.filter { kind != "livez" || $0.isVital }
    if steps.count == 2 {
      guard let check = relevant.first(where: { $0.name == steps[1] }) else { return nil }
      return check.fault() == nil
        ? HTTPResponse(status: 200, headers: .plainText, body: Array("ok".utf8))
        : HTTPResponse(status: 500, headers: .plainText, body: Array("internal server error: \(check.name)\n".utf8))
    }
    return summary(kind, relevant, parameters: query.split(separator: "&").map(String.init))
  }

  private func summary(_ kind: String, _ checks: [Check], parameters: [String]) -> HTTPResponse {
    var text = ""
    var isFailed = false
    for check in checks {
      if parameters.contains("exclude=" + check.name) {
        text += "[+]\(check.name) excluded: ok\n"
      } else if check.fault() == nil {
        text += "[+]\(check.name) ok\n"
      } else {
        text += "[-]\(check.name) failed: reason withheld\n"
        isFailed = true
      }
    }
    if isFailed {
      return HTTPResponse(status: 500, headers: .plainText, body: Array((text + "\(kind) check failed\n").utf8))
    }
    let isVerbose = parameters.contains { $0 == "verbose" || $0.hasPrefix("verbose=") }
    return HTTPResponse(
      status: 200, headers: .plainText, body: Array((isVerbose ? text + "\(kind) check passed\n" : "ok").utf8))
  }
}
