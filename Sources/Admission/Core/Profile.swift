/// Whose behaviour an object has: fixed when it is created by the version of the request, and kept from then on.
public enum Profile: Sendable, Hashable {
  /// v0.8.0's: objects that were created as v1alpha2.
  case legacy
  /// v1.8.4's: all others.
  case current

  /// The version whose requests make legacy objects.
  public static let legacyVersion = "v1alpha2"
  /// Marks machines and replica sets of the legacy profile.
  public static let annotation = "swift-virt.io/profile"
  public static let legacyAnnotationValue = "v0.8.0"
  /// v0.8.0's own mark of an instance that has its presets and defaults; by it an instance is legacy.
  public static let presetsAppliedAnnotation = "presets.virtualmachines.kubevirt.io/presets-applied"
  public static let presetsAppliedValue = "kubevirt.io/v1alpha2"

  /// The profile of a machine or a replica set.
  public init(machineAnnotations annotations: [String: String]?) {
    self = annotations?[Self.annotation] == Self.legacyAnnotationValue ? .legacy : .current
  }

  /// The profile of an instance.
  public init(instanceAnnotations annotations: [String: String]?) {
    self = annotations?[Self.presetsAppliedAnnotation] == Self.presetsAppliedValue ? .legacy : .current
  }

  /// What an update may not do to the annotations by which an object's profile is known: change, add or remove them.
  ///
  /// Validation of updates calls this in every version.
  public static func changes(from old: [String: String]?, to new: [String: String]?) -> [Cause] {
    if old == nil && new == nil { return [] }
    var causes: [Cause] = []
    for key in [annotation, presetsAppliedAnnotation] where old?[key] != new?[key] {
      let rule = "it was set when the object was created and cannot be changed"
      let message =
        switch old?[key] {
        case let value?: "annotation \"\(key)\" must stay \"\(value)\": \(rule)"
        case nil: "annotation \"\(key)\" cannot be added: \(rule)"
        }
      causes.append(.forbidden("metadata.annotations", message))
    }
    return causes
  }
}
