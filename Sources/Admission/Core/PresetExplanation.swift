import JSON
import Kube

/// Which preset set which field of an instance.
public struct PresetExplanation: Sendable, Hashable {
  public struct Field: Sendable, Hashable {
    /// Path from the instance's root, such as `spec.domain.cpu.cores`.
    public var field: String
    public var preset: String
    public var value: JSONValue
  }

  /// In the order of the presets.
  public private(set) var fields: [Field] = []

  /// Holds the explanation on an instance, where the configuration asks for it.
  public static let annotation = "swift-virt.io/presets-explained"

  /// The parts of a domain that presets set; requests of different names are different parts.
  private static let sections: [[String]] = [
    ["resources", "requests"], ["cpu"], ["firmware"], ["clock"], ["features"], ["devices", "watchdog"],
    ["ioThreadsPolicy"],
  ]

  /// Compares specifications, as JSON, without and with the presets that were applied.
  ///
  /// `before` is nil where only the result is known: then every field that is as a preset has it counts as set by the
  /// first such preset. Each preset comes with its own specification.
  public init(before: JSONValue?, after: JSONValue, presets: [(name: String, spec: JSONValue)]) {
    var explained: Set<String> = []
    for preset in presets {
      for section in Self.sections {
        let path = ["domain"] + section
        guard let part = Self.value(at: path, in: preset.spec) else { continue }
        for (leaf, value) in Self.leaves(of: part, at: path) {
          guard let result = Self.value(at: leaf, in: after), Self.isSame(value, result) else { continue }
          if let before, Self.value(at: leaf, in: before) != nil { continue }
          let field = "spec." + leaf.joined(separator: ".")
          guard explained.insert(field).inserted else { continue }
          fields.append(Field(field: field, preset: preset.name, value: value))
        }
      }
    }
  }

  /// Explains an instance as it is stored, of any version, by the presets of its namespace.
  ///
  /// Those that set something are named by the instance's annotations.
  public init(instance: JSONValue, presets: [JSONValue]) {
    let annotations = instance.value(at: "metadata", "annotations")?.object ?? JSONObject()
    let applied = presets.compactMap { preset -> (name: String, spec: JSONValue)? in
      guard let name = preset.value(at: "metadata", "name")?.string, let spec = preset["spec"],
        annotations[Self.appliedAnnotationPrefix + name] != nil
      else { return nil }
      return (name, spec)
    }
    self.init(before: nil, after: instance["spec"] ?? .null, presets: applied.sorted { $0.name < $1.name })
  }

  /// Followed by a preset's name, on an instance: that preset set something, or found it set as it wants it.
  static let appliedAnnotationPrefix = "virtualmachinepreset.kubevirt.io/"

  /// The explanation as the annotation's text: a JSON object from fields to the names of presets.
  public var annotationValue: String {
    JSONValue.object(JSONObject(fields.map { ($0.field, .string($0.preset)) })).serialized()
  }

  /// Quantities are the same however they are written.
  private static func isSame(_ wanted: JSONValue, _ found: JSONValue) -> Bool {
    if wanted == found { return true }
    guard let wanted = quantity(wanted), let found = quantity(found) else { return false }
    return wanted.isEqual(to: found)
  }

  private static func quantity(_ value: JSONValue) -> Quantity? {
    (value.string ?? value.number?.text).flatMap { try? Quantity($0) }
  }

  private static func value(at path: [String], in tree: JSONValue) -> JSONValue? {
    path.reduce(Optional(tree)) { $0?[$1] }
  }

  /// Everything that is no object with members, with its path.
  private static func leaves(of value: JSONValue, at path: [String]) -> [(path: [String], value: JSONValue)] {
    guard case .object(let members) = value, !members.isEmpty else { return [(path, value)] }
    return members.flatMap { leaves(of: $0.value, at: path + [$0.key]) }
  }
}
