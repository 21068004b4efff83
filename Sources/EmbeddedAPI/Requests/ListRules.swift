import EmbeddedStore
import JSON
import Kube

/// How the parameters of a list go together ("Resource versions" and "Retrieving large results sets in chunks" in
/// Kubernetes' API concepts).
enum ListRules {
  /// Where a list begins and what it is of.
  struct Start: Equatable {
    /// Nil is now.
    var revision: Revision?
    var after: ObjectKey?
    var isContinued = false
  }

  /// A revision's text; nil where any will do.
  static func revision(_ text: String) throws(Status) -> Revision? {
    if text.isEmpty || text == "0" { return nil }
    guard let revision = Revision(text: text) else {
      throw .badRequest("Invalid value: \(Status.quoted(text)): strconv.ParseUint: invalid syntax")
    }
    return revision
  }

  static func start(_ options: RequestOptions, collection: String, current: Revision) throws(Status) -> Start {
    try validate(options)
    if !options.continueToken.isEmpty {
      if !options.resourceVersion.isEmpty, options.resourceVersion != "0" {
        throw .badRequest("specifying resource version is not allowed when using continue")
      }
      let token = try ContinueToken(parsing: options.continueToken)
      return Start(revision: token.revision, after: token.key(in: collection), isContinued: true)
    }
    guard let revision = try revision(options.resourceVersion) else { return Start() }
    if revision > current { throw .tooLargeVersion(revision, current: current) }
    switch options.resourceVersionMatch {
    case .exact: return Start(revision: revision)
    case .notOlderThan: return Start()
    // A limit without a match means the exact moment, as it always has.
    case nil: return (options.limit ?? 0) > 0 ? Start(revision: revision) : Start()
    }
  }

  private static func validate(_ options: RequestOptions) throws(Status) {
    var causes: [Cause] = []
    func forbid(_ field: String, _ why: String) { causes.append(Cause(.forbidden, field, "Forbidden: " + why)) }
    if let match = options.resourceVersionMatch {
      if options.resourceVersion.isEmpty {
        forbid("resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided")
      }
      if !options.continueToken.isEmpty {
        forbid("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided")
      }
      if match == .exact, options.resourceVersion == "0" {
        forbid("resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")
      }
    }
    if options.sendInitialEvents != nil {
      forbid("sendInitialEvents", "sendInitialEvents is forbidden for list")
    }
    if !causes.isEmpty { throw .invalidOptions("ListOptions", causes) }
  }
}

/// A part of a list, or all of it.
struct ListPage: Sendable {
  var objects: [ObjectVersion]
  var revision: Revision
  /// Empty when nothing follows.
  var continueToken = ""
  /// 0 when nothing follows or nobody knows.
  var remaining = 0
}
