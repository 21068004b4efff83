import JSON
import Kube

@testable import EmbeddedAPI

/// Objects for tests of kinds, and what a kube-apiserver makes of them.
enum KindSamples {
  static let now = Timestamp(seconds: 1_800_000_000)

  /// A new object as its strategy prepares it.
  static func created(_ strategy: some ResourceStrategy, _ kind: String, _ object: String) throws -> JSONValue {
    var change = ObjectChange(
      operation: .create, object: try JSONValue(parsing: object), kind: GroupVersionKind(version: "v1", kind: kind),
      now: now)
    strategy.prepare(&change)
    return change.object
  }

  /// An update as the strategy prepares it.
  static func updated(
    _ strategy: some ResourceStrategy, _ kind: String, _ object: JSONValue, old: JSONValue, subresource: String = ""
  ) -> JSONValue {
    var change = ObjectChange(
      operation: .update, subresource: subresource, object: object, old: old,
      kind: GroupVersionKind(version: "v1", kind: kind), now: now)
    strategy.prepare(&change)
    return change.object
  }

  /// What is wrong with a new object once it is prepared, as `field: message`.
  static func faults(
    _ strategy: some ResourceStrategy, _ kind: String, _ object: String, group: String = ""
  ) throws -> [String] {
    var change = ObjectChange(
      operation: .create, object: try JSONValue(parsing: object),
      kind: GroupVersionKind(group: group, version: "v1", kind: kind), now: now)
    strategy.prepare(&change)
    return strategy.validate(change).map { "\($0.field): \($0.message)" }
  }

  /// What is wrong with an update that changes one thing.
  static func faults(
    _ strategy: some ResourceStrategy, _ kind: String, updating object: String, subresource: String = "",
    _ body: (inout JSONValue) -> Void
  ) throws -> [String] {
    let old = try created(strategy, kind, object)
    return faults(strategy, kind, updating: old, subresource: subresource, body)
  }

  static func faults(
    _ strategy: some ResourceStrategy, _ kind: String, updating old: JSONValue, subresource: String = "",
    _ body: (inout JSONValue) -> Void
  ) -> [String] {
    var object = old
    body(&object)
    var change = ObjectChange(
      operation: .update, subresource: subresource, object: object, old: old,
      kind: GroupVersionKind(version: "v1", kind: kind), now: now)
    strategy.prepare(&change)
    return strategy.validate(change).map { "\($0.field): \($0.message)" }
  }

  /// A pod with probes, hooks and volumes of many kinds.
  static let pod = """
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": "default"},
    "spec": {"initContainers": [{"name": "i", "image": "busybox:1.2"}], "containers": [{"name": "c",
    "image": "reg:5000/nginx", "ports": [{"containerPort": 80}], "livenessProbe": {"httpGet": {"port": 80}},
    "readinessProbe": {"exec": {"command": ["a"]}}, "env": [{"name": "X",
    "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}],
    "lifecycle": {"preStop": {"httpGet": {"port": 1}}}, "resources": {"limits": {"cpu": 1}},
    "securityContext": {}}], "volumes": [{"name": "v1"}, {"name": "v2", "secret": {"secretName": "s"}},
    {"name": "v3", "configMap": {"name": "s"}}, {"name": "v4", "downwardAPI": {"items": [{"path": "a",
    "fieldRef": {"fieldPath": "metadata.name"}}]}}, {"name": "v5",
    "projected": {"sources": [{"serviceAccountToken": {"path": "t"}}, {"downwardAPI": {"items": [{"path": "a",
    "fieldRef": {"fieldPath": "metadata.name"}}]}}]}}, {"name": "v6", "hostPath": {"path": "/"}},
    {"name": "v7", "iscsi": {"targetPortal": "a", "iqn": "iqn.2001-04.com.example:storage", "lun": 0}},
    {"name": "v8", "rbd": {"monitors": ["a"], "image": "x"}}, {"name": "v9", "azureDisk": {"diskName": "a",
    "diskURI": "https://a.blob.core.windows.net/b/c.vhd"}}, {"name": "v10", "scaleIO": {"gateway": "a",
    "system": "s", "secretRef": {"name": "a"}, "volumeName": "v"}}]}}
    """

  /// Its spec as kube-apiserver stores it, without what admission adds.
  static let podSpecOfKubernetes = """
    {"containers": [{"env": [{"name": "X", "valueFrom": {"fieldRef": {"apiVersion": "v1",
    "fieldPath": "metadata.name"}}}], "image": "reg:5000/nginx", "imagePullPolicy": "Always",
    "lifecycle": {"preStop": {"httpGet": {"path": "/", "port": 1, "scheme": "HTTP"}}},
    "livenessProbe": {"failureThreshold": 3, "httpGet": {"path": "/", "port": 80, "scheme": "HTTP"},
    "periodSeconds": 10, "successThreshold": 1, "timeoutSeconds": 1}, "name": "c",
    "ports": [{"containerPort": 80, "protocol": "TCP"}], "readinessProbe": {"exec": {"command": ["a"]},
    "failureThreshold": 3, "periodSeconds": 10, "successThreshold": 1, "timeoutSeconds": 1},
    "resources": {"limits": {"cpu": "1"}, "requests": {"cpu": "1"}}, "securityContext": {},
    "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}],
    "dnsPolicy": "ClusterFirst", "enableServiceLinks": true, "initContainers": [{"image": "busybox:1.2",
    "imagePullPolicy": "IfNotPresent", "name": "i", "resources": {},
    "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}],
    "restartPolicy": "Always", "schedulerName": "default-scheduler", "securityContext": {},
    "terminationGracePeriodSeconds": 30, "volumes": [{"emptyDir": {}, "name": "v1"}, {"name": "v2",
    "secret": {"defaultMode": 420, "secretName": "s"}}, {"configMap": {"defaultMode": 420, "name": "s"},
    "name": "v3"}, {"downwardAPI": {"defaultMode": 420, "items": [{"fieldRef": {"apiVersion": "v1",
    "fieldPath": "metadata.name"}, "path": "a"}]}, "name": "v4"}, {"name": "v5",
    "projected": {"defaultMode": 420, "sources": [{"serviceAccountToken": {"expirationSeconds": 3600,
    "path": "t"}}, {"downwardAPI": {"items": [{"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"},
    "path": "a"}]}}]}}, {"hostPath": {"path": "/", "type": ""}, "name": "v6"},
    {"iscsi": {"iqn": "iqn.2001-04.com.example:storage", "iscsiInterface": "default", "lun": 0,
    "targetPortal": "a"}, "name": "v7"}, {"name": "v8", "rbd": {"image": "x", "keyring": "/etc/ceph/keyring",
    "monitors": ["a"], "pool": "rbd", "user": "admin"}}, {"azureDisk": {"cachingMode": "ReadWrite",
    "diskName": "a", "diskURI": "https://a.blob.core.windows.net/b/c.vhd", "fsType": "ext4", "kind": "Shared",
    "readOnly": false}, "name": "v9"}, {"name": "v10", "scaleIO": {"fsType": "xfs", "gateway": "a",
    "secretRef": {"name": "a"}, "storageMode": "ThinProvisioned", "system": "s", "volumeName": "v"}}]}
    """
}
