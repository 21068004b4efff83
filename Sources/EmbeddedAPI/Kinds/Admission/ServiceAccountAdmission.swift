import EmbeddedStore
import JSON
import Kube

/// Gives pods their service account, its pull secrets, and a token where containers look for one (ServiceAccount).
struct ServiceAccountAdmission: AdmissionStep {
  static let tokenPath = "/var/run/secrets/kubernetes.io/serviceaccount"
  static let volumePrefix = "kube-api-access-"
  let store: any ObjectStoring

  func mutate(_ request: inout ObjectAdmission) async throws(Status) {
    guard request.writes("pods", .create), var pod = request.object else { return }
    var spec = pod.spec
    spec.setDefault("serviceAccountName", spec["serviceAccount"] ?? "default")
    spec.setDefault("serviceAccountName", "default")
    let name = spec.text("serviceAccountName")
    spec["serviceAccount"] = .string(name)
    let found: ObjectVersion?
    do throws(StoreError) {
      found = try store.get(
        ObjectKey(collection: "serviceaccounts", namespace: request.namespace, name: name))
    } catch {
      throw Status(error, GroupVersionResource(version: "v1", resource: "serviceaccounts"), name)
    }
    guard let account = try found?.tree() else {
      throw request.forbidden(
        "error looking up service account \(request.namespace)/\(name): serviceaccount \(Status.quoted(name)) not found"
      )
    }
    let wantsToken =
      spec["automountServiceAccountToken"]?.bool ?? account["automountServiceAccountToken"]?.bool ?? true
    if wantsToken { Self.mountToken(&spec, volume: MetadataRules.generatedName(Self.volumePrefix)) }
    if spec.elements("imagePullSecrets").isEmpty, !account.elements("imagePullSecrets").isEmpty {
      spec["imagePullSecrets"] = account["imagePullSecrets"]
    }
    pod["spec"] = spec
    request.object = pod
  }

  /// Mounts a token into every container that mounts nothing at its place.
  ///
  /// - Parameter volume: the name of the volume, should one be needed.
  static func mountToken(_ spec: inout JSONValue, volume: String) {
    let existing = spec.elements("volumes").first { $0.text("name").hasPrefix(volumePrefix) }
    let name = existing?.text("name") ?? volume
    var isNeeded = false
    for list in ["initContainers", "containers"] {
      spec.changeElements(list) { container in
        let mounts = container.elements("volumeMounts")
        if mounts.contains(where: { $0.text("mountPath") == tokenPath }) { return }
        isNeeded = true
        container["volumeMounts"] = .array(
          mounts + [["name": .string(name), "readOnly": true, "mountPath": .string(tokenPath)]])
      }
    }
    guard isNeeded, existing == nil else { return }
    spec["volumes"] = .array(spec.elements("volumes") + [tokenVolume(name)])
  }

  private static func tokenVolume(_ name: String) -> JSONValue {
    [
      "name": .string(name),
      "projected": [
        "sources": [
          ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
          ["configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]],
          [
            "downwardAPI": [
              "items": [
                ["path": "namespace", "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"]]
              ]
            ]
          ],
        ],
        "defaultMode": 420,
      ],
    ]
  }
}
