import Kube

/// All kinds that are served, found by the words of a path or of an object: an immutable value, replaced as a whole
/// when kinds come or go.
public struct ResourceRegistry: Sendable {
  public let definitions: [ResourceDefinition]
  private var byResource: [String: Int] = [:]
  private var byKind: [String: Int] = [:]

  public init(_ definitions: [ResourceDefinition]) {
    self.definitions = definitions
    for (index, definition) in definitions.enumerated() {
      byResource[definition.group + "/" + definition.names.plural] = index
      byKind[definition.group + "/" + definition.names.kind] = index
    }
  }

  /// The kind behind a path; nil when the group, the version or the resource is not served.
  public func definition(group: String, version: String, resource: String) -> ResourceDefinition? {
    guard let index = byResource[group + "/" + resource] else { return nil }
    return definitions[index].version(version) == nil ? nil : definitions[index]
  }

  /// The kind of an object; nil when it is not served in that version.
  public func definition(of kind: GroupVersionKind) -> ResourceDefinition? {
    guard let index = byKind[kind.group + "/" + kind.kind] else { return nil }
    return definitions[index].version(kind.version) == nil ? nil : definitions[index]
  }

  /// The kind by its names, in whatever version.
  public func definition(group: String, resource: String) -> ResourceDefinition? {
    byResource[group + "/" + resource].map { definitions[$0] }
  }
}
