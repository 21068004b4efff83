import EmbeddedStore
import Kube

/// Where a watch begins, by the rules for `resourceVersion` and `sendInitialEvents`
/// (kubernetes.io/docs/reference/using-api/api-concepts, "Resource versions").
enum WatchStart: Sendable, Hashable {
  /// With the changes after this moment.
  case now
  /// With the changes after a revision.
  case after(Revision)
  /// With the present state, not older than a revision, as if all of it had just been created; then perhaps a bookmark.
  case state(endsWithBookmark: Bool, notOlderThan: Revision?)

  /// - Throws: a Status for options that contradict each other or no revision.
  init(_ options: RequestOptions) throws(Status) {
    let revision = try Self.revision(options.resourceVersion)
    switch options.sendInitialEvents {
    case nil:
      if options.resourceVersionMatch != nil {
        throw Self.forbidden("resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")
      }
      self = revision.map(WatchStart.after) ?? .state(endsWithBookmark: false, notOlderThan: nil)
    case true:
      guard options.resourceVersionMatch == .notOlderThan else {
        throw Self.forbidden("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")
      }
      self = .state(endsWithBookmark: true, notOlderThan: revision)
    case false:
      guard options.resourceVersionMatch == .notOlderThan else {
        throw Self.forbidden("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")
      }
      self = revision.map(WatchStart.after) ?? .now
    }
  }

  /// Nil for no text and for 0, which both mean any.
  private static func revision(_ text: String) throws(Status) -> Revision? {
    if text.isEmpty { return nil }
    guard let revision = Revision(text: text) else {
      throw .failure(
        .badRequest, code: 400,
        message: "resourceVersion: Invalid value: \"\(text)\": must be the revision of an object or a list")
    }
    return revision.value == 0 ? nil : revision
  }

  private static func forbidden(_ message: String) -> Status {
    .invalidOptions("ListOptions", [Cause(.forbidden, "resourceVersionMatch", "Forbidden: \(message)")])
  }
}
