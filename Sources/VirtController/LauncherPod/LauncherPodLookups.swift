import JSON
import Kube
import KubeTypes

/// What a launcher pod depends on besides its instance, as the caches had it.
public struct LauncherPodLookups: Sendable {
  /// Claims of the instance's namespace, by name: those of its volumes and those labelled as state of a machine.
  public var claims: [String: Core.PersistentVolumeClaim] = [:]
  /// Network attachment definitions, by `namespace/name`.
  public var networkAttachmentDefinitions: [String: JSONValue] = [:]
  /// Config maps of the instance's namespace that hold scripts of hook sidecars, by name.
  public var configMaps: [String: Core.ConfigMap] = [:]
  /// Resource quotas of the instance's namespace.
  public var resourceQuotas: [JSONValue] = []
  /// The labels of the instance's namespace.
  public var namespaceLabels: [String: String] = [:]

  public init() {}
}
