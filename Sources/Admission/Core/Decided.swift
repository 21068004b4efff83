import Kube

/// Ends an admission function before its last line: what it says is decided.
struct Decided: Error {
  var verdict: Verdict

  init(_ verdict: Verdict) { self.verdict = verdict }
}

extension Decided {
  /// No rule is broken, but the request can't be served as it is.
  static func failed(_ message: String, code: Int32 = 400) -> Decided {
    Decided(.failed(code: code, message: message))
  }

  /// Ends the function where rules are broken.
  static func refuse(_ causes: [Cause]) throws(Decided) {
    if !causes.isEmpty { throw Decided(.refused(causes)) }
  }
}

extension Verdict {
  /// Runs the steps of an admission function, each of which may decide, over what they read of the request.
  static func decide(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment,
    _ steps: (ObjectReading) throws(Decided) -> Verdict
  ) -> Verdict {
    do { return try steps(ObjectReading(request, body, environment)) } catch { return error.verdict }
  }

  /// Refuses when rules are broken, and allows otherwise.
  static func unless(_ causes: [Cause], warnings: [String] = []) -> Verdict {
    causes.isEmpty ? .allowed(warnings: warnings) : .refused(causes, warnings: warnings)
  }
}
