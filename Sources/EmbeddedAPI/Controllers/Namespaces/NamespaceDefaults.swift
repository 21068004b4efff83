import EmbeddedStore
import JSON
import Kube

/// Keeps in every namespace what programs in pods count on: the service account `default`, and the configmap
/// `kube-root-ca.crt` with the authority that signed the server's certificate.
struct NamespaceDefaults: Controller {
  static let accountName = "default"
  static let configMapName = "kube-root-ca.crt"

  let name = "namespace-defaults"
  let context: ControllerContext
  /// The certificate of the authority in PEM, as it is now.
  let authority: @Sendable () -> String

  var collections: Set<String> { ["namespaces", "serviceaccounts", "configmaps"] }

  func observe(_ change: Change) throws(Status) -> [String] {
    let key = change.object.key
    switch key.collection {
    case "namespaces": return change.kind == .removed ? [] : [key.name]
    case "serviceaccounts": return key.name == Self.accountName && change.kind == .removed ? [key.namespace] : []
    default: return key.name == Self.configMapName && change.kind != .created ? [key.namespace] : []
    }
  }

  func reconcile(_ namespace: String) async throws(Status) -> Duration? {
    guard let object = try context.object(ObjectKey(collection: "namespaces", name: namespace)),
      !object.isBeingDeleted
    else { return nil }
    let accounts = GroupVersionResource(version: "v1", resource: "serviceaccounts")
    if try context.object(ObjectKey(collection: "serviceaccounts", namespace: namespace, name: Self.accountName)) == nil
    {
      try await create(accounts, Self.account(namespace))
    }
    let maps = GroupVersionResource(version: "v1", resource: "configmaps")
    let wanted = Self.configMap(namespace, authority: authority())
    let key = ObjectKey(collection: "configmaps", namespace: namespace, name: Self.configMapName)
    if let map = try context.object(key) {
      if map["data"] != wanted["data"], let definition = context.registry.definition(group: "", resource: "configmaps")
      {
        try await context.modify(definition, key, uid: map.uid) { $0["data"] = wanted["data"] }
      }
    } else {
      try await create(maps, wanted)
    }
    return nil
  }

  private func create(_ resource: GroupVersionResource, _ object: JSONValue) async throws(Status) {
    do {
      _ = try await context.objects.create(resource, namespace: object.namespace, object, isDryRun: false)
    } catch  where error.reason == .alreadyExists {}
  }

  static func account(_ namespace: String) -> JSONValue {
    [
      "apiVersion": "v1", "kind": "ServiceAccount",
      "metadata": ["name": .string(accountName), "namespace": .string(namespace)],
    ]
  }

  static func configMap(_ namespace: String, authority: String) -> JSONValue {
    [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": [
        "name": .string(configMapName), "namespace": .string(namespace),
        "annotations": [
          "kubernetes.io/description": "The certificate authority of this server: clients in pods verify it by this."
        ],
      ],
      "data": ["ca.crt": .string(authority)],
    ]
  }
}
