import JSON
import Kube

/// What is left in a namespace that is being deleted, and how its status says so.
struct NamespaceContent: Sendable, Hashable {
  /// Objects by `resource.group`.
  var remaining: [String: Int] = [:]
  /// Objects that wait for a finalizer, by its name.
  var finalizers: [String: Int] = [:]
  /// What could not be deleted, with the reason.
  var failures: [String] = []

  var isEmpty: Bool { remaining.isEmpty && failures.isEmpty }

  /// Types, reasons and messages as Kubernetes' namespace controller has them.
  private var conditions: [(type: String, isTrue: Bool, reason: String, message: String)] {
    [
      (
        "NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered",
        "All resources successfully discovered"
      ),
      (
        "NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions",
        "All legacy kube types successfully parsed"
      ),
      failures.isEmpty
        ? (
          "NamespaceDeletionContentFailure", false, "ContentDeleted",
          "All content successfully deleted, may be waiting on finalization"
        )
        : (
          "NamespaceDeletionContentFailure", true, "ContentDeletionFailed",
          "Failed to delete all resource types, \(failures.count) remaining: "
            + failures.sorted().joined(separator: ", ")
        ),
      remaining.isEmpty
        ? ("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed")
        : (
          "NamespaceContentRemaining", true, "SomeResourcesRemain",
          "Some resources are remaining: " + Self.counts(remaining, " has ", " resource instances")
        ),
      finalizers.isEmpty
        ? (
          "NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers",
          "All content-preserving finalizers finished"
        )
        : (
          "NamespaceFinalizersRemaining", true, "SomeFinalizersRemain",
          "Some content in the namespace has finalizers remaining: "
            + Self.counts(finalizers, " in ", " resource instances")
        ),
    ]
  }

  private static func counts(_ counts: [String: Int], _ before: String, _ after: String) -> String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key)\(before)\($0.value)\(after)" }.joined(separator: ", ")
  }

  /// Writes the conditions into a namespace's status; times of those that say the same as before stay.
  func apply(to namespace: inout JSONValue, now: Timestamp) {
    var status = namespace["status"] ?? [:]
    var list = status["conditions"]?.array ?? []
    for condition in conditions {
      let value = condition.isTrue ? "True" : "False"
      var new: JSONValue = [
        "type": .string(condition.type), "status": .string(value), "lastTransitionTime": .string(now.text),
        "reason": .string(condition.reason), "message": .string(condition.message),
      ]
      guard let index = list.firstIndex(where: { $0["type"]?.string == condition.type }) else {
        list.append(new)
        continue
      }
      if list[index]["status"]?.string == value, let time = list[index]["lastTransitionTime"] {
        new["lastTransitionTime"] = time
      }
      list[index] = new
    }
    status["conditions"] = .array(list)
    status["phase"] = "Terminating"
    namespace["status"] = status
  }
}
