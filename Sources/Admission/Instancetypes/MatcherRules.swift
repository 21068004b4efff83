import VirtTypes

/// How a machine says which instance type or preference it wants.
protocol Matcher: Equatable {
  var name: String { get }
  var kind: String { get }
  var revisionName: String { get }
  var inferFromVolume: String { get }
  var inferFromVolumeFailurePolicy: String? { get }
}

extension V1.InstancetypeMatcher: Matcher {}
extension V1.PreferenceMatcher: Matcher {}

/// Rules of matchers, which the schema can't express.
enum MatcherRules {
  /// A matcher has either a name or a volume from which it is inferred.
  static func causes(_ matcher: (some Matcher)?, at field: String) -> [Cause] {
    guard let matcher else { return [] }
    var causes: [Cause] = []
    if matcher.name.isEmpty, matcher.inferFromVolume.isEmpty {
      causes.append(.notFound(field, "\(field) must have either a name or inferFromVolume"))
    }
    if !matcher.inferFromVolume.isEmpty {
      if !matcher.name.isEmpty {
        causes.append(.notSupported("\(field).name", "\(field).name must be left out when inferFromVolume is given"))
      }
      if !matcher.kind.isEmpty {
        causes.append(.notSupported("\(field).kind", "\(field).kind must be left out when inferFromVolume is given"))
      }
    }
    if let policy = matcher.inferFromVolumeFailurePolicy, policy != "Ignore", policy != "Reject" {
      causes.append(
        .invalid(
          "\(field).inferFromVolumeFailurePolicy",
          "\(field).inferFromVolumeFailurePolicy must be Ignore or Reject, not \"\(policy)\""))
    }
    return causes
  }

  /// A revision belongs to the object of one name.
  static func changeCauses<Value: Matcher>(_ old: Value?, _ new: Value?, at field: String) -> [Cause] {
    guard let old, let new, !old.revisionName.isEmpty, old.revisionName == new.revisionName, old.name != new.name
    else { return [] }
    return [
      .invalid(
        "\(field).revisionName",
        "\(field).revisionName \"\(new.revisionName)\" belongs to \"\(old.name)\"; clear it when the name is changed")
    ]
  }
}
