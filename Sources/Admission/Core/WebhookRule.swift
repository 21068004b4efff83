import Kube

/// Which requests are sent to which webhook: what the configurations of `deploy/webhooks` say, as values.
///
/// A request is matched exactly (`matchPolicy: Exact`): by the version that it was made in.
public struct WebhookRule: Sendable, Hashable {
  public enum Phase: Sendable, Hashable {
    case mutating, validating
  }

  /// The hook's name, which kube-apiserver puts into refusals.
  public var name: String
  public var phase: Phase
  /// The path of its `AdmissionEndpoint`.
  public var path: String
  public var group: String
  public var versions: [String]
  /// Plurals, with `/status` for that path below the object.
  public var resources: [String]
  public var operations: [AdmissionOperation]

  public func covers(
    _ operation: AdmissionOperation, of resource: GroupVersionResource, subresource: String
  ) -> Bool {
    guard group == resource.group, versions.contains(resource.version), operations.contains(operation) else {
      return false
    }
    return resources.contains(subresource.isEmpty ? resource.resource : resource.resource + "/" + subresource)
  }
}

extension WebhookRule {
  /// The hooks of a phase that see a request, in the order in which they are called.
  public static func rules(
    _ phase: Phase, for operation: AdmissionOperation, of resource: GroupVersionResource, subresource: String
  ) -> [WebhookRule] {
    all.filter { $0.phase == phase && $0.covers(operation, of: resource, subresource: subresource) }
  }

  /// Every hook that is registered. Those of evictions and launcher pods are not: nothing stands behind them yet.
  public static let all: [WebhookRule] = mutating + validating

  private static let mutating: [WebhookRule] = [
    .mutating("virtualmachines-mutator", "/virtualmachines-mutate", "virtualmachines"),
    .mutating("virtualmachineinstances-mutator", "/virtualmachineinstances-mutate", "virtualmachineinstances"),
    .mutating("migrations-mutator", "/migration-mutate-create", "virtualmachineinstancemigrations", [.create]),
    .mutating("virtualmachines-mutator", "/virtualmachines-mutate", "virtualmachines", versions: legacyVersions),
    .mutating(
      "virtualmachineinstances-mutator", "/virtualmachineinstances-mutate", "virtualmachineinstances",
      versions: legacyVersions),
    .mutating(
      "virtualmachinereplicaset-mutator", "/virtualmachinereplicaset-mutate", "virtualmachineinstancereplicasets",
      versions: legacyVersions),
  ]

  private static let validating: [WebhookRule] = [
    .validating(
      "virtualmachineinstances-create-validator", "/virtualmachineinstances-validate-create",
      ["virtualmachineinstances"], [.create]),
    .validating(
      "virtualmachineinstances-update-validator", "/virtualmachineinstances-validate-update",
      ["virtualmachineinstances"], [.update]),
    .validating("virtualmachine-validator", "/virtualmachines-validate", ["virtualmachines"]),
    .validating(
      "virtualmachinereplicaset-validator", "/virtualmachinereplicaset-validate",
      ["virtualmachineinstancereplicasets"]),
    WebhookRule(
      name: "virtualmachinepool-validator.kubevirt.io", phase: .validating, path: "/virtualmachinepool-validate",
      group: "pool.kubevirt.io", versions: ["v1beta1"], resources: ["virtualmachinepools"], operations: written),
    .validating("virtualmachinepreset-validator", "/vmipreset-validate", ["virtualmachineinstancepresets"]),
    .validating(
      "migration-create-validator", "/migration-validate-create", ["virtualmachineinstancemigrations"], [.create]),
    .validating(
      "migration-update-validator", "/migration-validate-update", ["virtualmachineinstancemigrations"], [.update]),
    .instancetype("virtualmachineinstancetype"),
    .instancetype("virtualmachinepreference"),
    .instancetype("virtualmachineclusterinstancetype"),
    .instancetype("virtualmachineclusterpreference"),
    .validating(
      "kubevirt-crd-status-validator", "/status-validate",
      [
        "virtualmachines/status", "virtualmachineinstancereplicasets/status",
        "virtualmachineinstancemigrations/status",
      ]),
    // v0.8.0 validates creations only.
    .validating(
      "virtualmachineinstances-validator", "/virtualmachineinstances-validate", ["virtualmachineinstances"],
      [.create], versions: legacyVersions),
    .validating(
      "virtualmachine-validator", "/virtualmachines-validate", ["virtualmachines"], [.create],
      versions: legacyVersions),
    .validating(
      "virtualmachinereplicaset-validator", "/virtualmachinereplicaset-validate",
      ["virtualmachineinstancereplicasets"], [.create], versions: legacyVersions),
    .validating(
      "virtualmachinepreset-validator", "/vmipreset-validate", ["virtualmachineinstancepresets"], [.create],
      versions: legacyVersions),
  ]

  private static let written: [AdmissionOperation] = [.create, .update]
  private static let newVersions = ["v1alpha3", "v1"]
  private static let legacyVersions = [Profile.legacyVersion]

  private static func mutating(
    _ name: String, _ path: String, _ resource: String, _ operations: [AdmissionOperation] = written,
    versions: [String] = newVersions
  ) -> WebhookRule {
    WebhookRule(
      name: name + ".kubevirt.io", phase: .mutating, path: path, group: "kubevirt.io", versions: versions,
      resources: [resource], operations: operations)
  }

  private static func validating(
    _ name: String, _ path: String, _ resources: [String], _ operations: [AdmissionOperation] = written,
    versions: [String] = newVersions
  ) -> WebhookRule {
    WebhookRule(
      name: name + ".kubevirt.io", phase: .validating, path: path, group: "kubevirt.io", versions: versions,
      resources: resources, operations: operations)
  }

  private static func instancetype(_ singular: String) -> WebhookRule {
    WebhookRule(
      name: singular + "-validator.instancetype.kubevirt.io", phase: .validating, path: "/\(singular)s-validate",
      group: "instancetype.kubevirt.io", versions: ["v1beta1"], resources: [singular + "s"], operations: written)
  }
}
