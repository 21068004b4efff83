import Kube

/// Refusals of the group, each with the code and the reason that belong together. Names of kinds are singular here, as
/// KubeVirt writes them.
extension Status {
  private static func details(_ kind: String, _ name: String) -> StatusDetails {
    StatusDetails(name: name, group: "kubevirt.io", kind: kind)
  }

  static func noSuchObject(_ kind: String, _ name: String) -> Status {
    .failure(
      .notFound, code: 404, message: "\(kind).kubevirt.io \"\(name)\" not found", details: details(kind, name))
  }

  /// The object's state forbids it.
  static func stateConflict(_ kind: String, _ name: String, _ why: String) -> Status {
    .failure(
      .conflict, code: 409, message: "Operation cannot be fulfilled on \(kind).kubevirt.io \"\(name)\": \(why)",
      details: details(kind, name))
  }

  static func faultyRequest(_ why: String) -> Status { .failure(.badRequest, code: 400, message: why) }

  static func internalFailure(_ why: String) -> Status {
    .failure(
      .internalError, code: 500, message: "Internal error occurred: \(why)",
      details: StatusDetails(causes: [Cause("", "", why)]))
  }
}
