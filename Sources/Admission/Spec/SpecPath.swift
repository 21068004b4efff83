/// Where in an object the specification of an instance is.
///
/// Field paths are made only when a cause needs one: on the way to "allowed" there is nothing to build.
public struct SpecPath: Sendable, Hashable {
  /// The path of the specification itself.
  public let root: String

  public init(_ root: String) { self.root = root }

  /// In an instance and in a preset.
  public static let instance = SpecPath("spec")
  /// In what machines and replica sets make instances of.
  public static let template = SpecPath("spec.template.spec")

  /// A member of the specification.
  func callAsFunction(_ member: String) -> String { "\(root).\(member)" }

  /// A member of `domain`.
  func domain(_ member: String) -> String { "\(root).domain.\(member)" }

  /// A member of `domain.devices`.
  func device(_ member: String) -> String { "\(root).domain.devices.\(member)" }

  func disk(_ index: Int, _ member: String) -> String { device("disks[\(index)].\(member)") }

  func interface(_ index: Int, _ member: String) -> String { device("interfaces[\(index)].\(member)") }

  func volume(_ index: Int, _ member: String) -> String { self("volumes[\(index)].\(member)") }
}
