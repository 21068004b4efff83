import EmbeddedStore
import JSON

/// The roles and bindings that are there from the first start: those of Kubernetes that a client may count on, and
/// KubeVirt's, whose rules are part of `admin`, `edit` and `view`.
public enum BootstrapRoles {
  /// All of them, ready to be stored.
  public static let objects: [JSONValue] = writingOutAggregatedRules(clusterRoles + bindings)

  /// What counts of a role that is made of others is its selector; its rules are written out for readers.
  private static func writingOutAggregatedRules(_ objects: [JSONValue]) -> [JSONValue] {
    let snapshot = RoleSnapshot(
      objects.map { object in
        let kind = (object["kind"]?.string ?? "").lowercased() + "s."
        return (key: ObjectKey(collection: kind + group, name: name(object)), object: object)
      })
    return objects.map { object in
      guard object["aggregationRule"] != nil else { return object }
      var object = object
      let role = RoleSnapshot.RoleReference(kind: "ClusterRole", name: name(object))
      object["rules"] = .array((snapshot.rules(of: role, namespace: "") ?? []).map(\.json))
      return object
    }
  }

  private static func name(_ object: JSONValue) -> String { object.value(at: "metadata", "name")?.string ?? "" }

  // MARK: rules

  private static let read = ["get", "list", "watch"]
  private static let write = ["create", "delete", "deletecollection", "patch", "update"]
  private static let allButCollections = ["get", "delete", "create", "update", "patch", "list", "watch"]
  private static let all = allButCollections + ["deletecollection"]

  private static func rule(_ verbs: [String], _ group: String, _ resources: [String]) -> PolicyRule {
    PolicyRule(verbs: verbs, apiGroups: [group], resources: resources)
  }

  private static func rule(_ verbs: [String], paths: [String]) -> PolicyRule {
    PolicyRule(verbs: verbs, nonResourceURLs: paths)
  }

  /// What may be read in a namespace. Secrets are not among it: they hold tokens of others.
  private static let coreView: [PolicyRule] = [
    rule(
      read, "",
      [
        "configmaps", "endpoints", "events", "limitranges", "namespaces", "namespaces/status", "persistentvolumeclaims",
        "persistentvolumeclaims/status", "pods", "pods/log", "pods/status", "resourcequotas", "serviceaccounts",
        "services", "services/status",
      ]),
    rule(read, "events.k8s.io", ["events"]),
    rule(read, "policy", ["poddisruptionbudgets", "poddisruptionbudgets/status"]),
  ]

  private static let coreEdit: [PolicyRule] = [
    rule(
      read, "", ["pods/attach", "pods/exec", "pods/portforward", "pods/proxy", "secrets", "services/proxy"]),
    rule(["impersonate"], "", ["serviceaccounts"]),
    rule(write, "", ["pods", "pods/attach", "pods/exec", "pods/portforward", "pods/proxy"]),
    rule(["create"], "", ["pods/eviction"]),
    rule(
      write, "",
      ["configmaps", "events", "persistentvolumeclaims", "secrets", "serviceaccounts", "services", "services/proxy"]),
    rule(["create"], "", ["serviceaccounts/token"]),
    rule(write, "policy", ["poddisruptionbudgets"]),
    rule(read + write, "coordination.k8s.io", ["leases"]),
  ]

  private static let coreAdmin: [PolicyRule] = [
    rule(["create"], "authorization.k8s.io", ["localsubjectaccessreviews"]),
    rule(read + write, "rbac.authorization.k8s.io", ["roles", "rolebindings"]),
  ]

  private static let subresources = "subresources.kubevirt.io"

  private static func machinePaths(_ names: [String]) -> [String] { names.map { "virtualmachines/" + $0 } }
  private static func instancePaths(_ names: [String]) -> [String] {
    names.map { "virtualmachineinstances/" + $0 }
  }

  private static let machineKinds = [
    "virtualmachines", "virtualmachineinstances", "virtualmachineinstancepresets", "virtualmachineinstancereplicasets",
  ]

  /// Groups whose kinds are all used alike.
  private static let furtherKinds: [(group: String, resources: [String])] = [
    ("snapshot.kubevirt.io", ["virtualmachinesnapshots", "virtualmachinesnapshotcontents", "virtualmachinerestores"]),
    ("backup.kubevirt.io", ["virtualmachinebackups", "virtualmachinebackuptrackers"]),
    ("export.kubevirt.io", ["virtualmachineexports"]),
    ("clone.kubevirt.io", ["virtualmachineclones"]),
    (
      "instancetype.kubevirt.io",
      [
        "virtualmachineinstancetypes", "virtualmachineclusterinstancetypes", "virtualmachinepreferences",
        "virtualmachineclusterpreferences",
      ]
    ),
    ("pool.kubevirt.io", ["virtualmachinepools"]),
  ]

  private static let observing: [PolicyRule] = [
    rule(
      ["get"], subresources,
      instancePaths([
        "guestosinfo", "filesystemlist", "userlist", "sev/fetchcertchain", "sev/querylaunchmeasurement", "objectgraph",
      ]) + machinePaths(["expand-spec", "objectgraph"])),
    rule(["update"], subresources, ["expand-vm-spec"]),
  ]

  private static let operating: [PolicyRule] = [
    rule(
      ["get"], subresources,
      instancePaths(["console", "vnc", "portforward", "usbredir"]) + machinePaths(["portforward"])),
    rule(
      ["update"], subresources,
      instancePaths([
        "pause", "unpause", "addvolume", "removevolume", "freeze", "unfreeze", "softreboot", "reset",
        "sev/setupsession", "sev/injectlaunchsecret", "evacuate/cancel",
      ])
        + machinePaths([
          "start", "stop", "restart", "addvolume", "removevolume", "memorydump", "evacuate/cancel",
        ])),
  ]

  private static func machines(_ verbs: [String]) -> [PolicyRule] {
    [rule(verbs, "kubevirt.io", machineKinds), rule(read, "kubevirt.io", ["virtualmachineinstancemigrations"])]
      + furtherKinds.map { rule(verbs, $0.group, $0.resources) }
      + [rule(read, "migrations.kubevirt.io", ["migrationpolicies"])]
  }

  private static let kubevirtAdmin =
    operating + [rule(["get"], subresources, instancePaths(["vnc/screenshot"]))] + observing + machines(all)
  private static let kubevirtEdit =
    operating + observing + machines(allButCollections) + [rule(["get", "list"], "kubevirt.io", ["kubevirts"])]
  private static let kubevirtView =
    observing + machines(read) + [rule(["get", "list"], "kubevirt.io", ["kubevirts"])]

  // MARK: objects

  private static let group = RoleSnapshot.group
  private static let bootstrapping = ("kubernetes.io/bootstrapping", "rbac-defaults")

  private static func aggregating(_ role: String) -> (String, String) { ("\(group)/aggregate-to-\(role)", "true") }

  private static func clusterRole(
    _ name: String, labels: [(String, String)] = [bootstrapping], _ rules: [PolicyRule], aggregates role: String? = nil
  ) -> JSONValue {
    var object: JSONObject = ["apiVersion": .string(group + "/v1"), "kind": "ClusterRole"]
    object["metadata"] = metadata(name, labels)
    if let role {
      let selector: JSONValue = ["matchLabels": [aggregating(role).0: "true"]]
      object["aggregationRule"] = ["clusterRoleSelectors": [selector]]
    }
    object["rules"] = .array(rules.map(\.json))
    return .object(object)
  }

  private static func metadata(_ name: String, _ labels: [(String, String)]) -> JSONValue {
    let labels = JSONObject(labels.map { (key: $0.0, value: JSONValue.string($0.1)) })
    return ["name": .string(name), "labels": .object(labels)]
  }

  private static func binding(
    _ name: String, labels: [(String, String)] = [bootstrapping], groups: [String]
  ) -> JSONValue {
    [
      "apiVersion": .string(group + "/v1"), "kind": "ClusterRoleBinding", "metadata": metadata(name, labels),
      "roleRef": ["apiGroup": .string(group), "kind": "ClusterRole", "name": .string(name)],
      "subjects": .array(
        groups.map { ["apiGroup": .string(group), "kind": "Group", "name": .string($0)] as JSONValue }),
    ]
  }

  private static let kubevirtLabel = ("kubevirt.io", "")

  private static let clusterRoles: [JSONValue] = [
    clusterRole("cluster-admin", [rule(["*"], "*", ["*"]), rule(["*"], paths: ["*"])]),
    clusterRole("admin", [], aggregates: "admin"),
    clusterRole("edit", labels: [bootstrapping, aggregating("admin")], [], aggregates: "edit"),
    clusterRole("view", labels: [bootstrapping, aggregating("edit")], [], aggregates: "view"),
    clusterRole("system:aggregate-to-admin", labels: [bootstrapping, aggregating("admin")], coreAdmin),
    clusterRole("system:aggregate-to-edit", labels: [bootstrapping, aggregating("edit")], coreEdit),
    clusterRole("system:aggregate-to-view", labels: [bootstrapping, aggregating("view")], coreView),
    clusterRole(
      "system:discovery",
      [
        rule(
          ["get"],
          paths: [
            "/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version",
            "/version/",
          ])
      ]),
    clusterRole(
      "system:public-info-viewer",
      [rule(["get"], paths: ["/healthz", "/livez", "/readyz", "/version", "/version/"])]),
    clusterRole(
      "system:basic-user",
      [
        rule(["create"], "authorization.k8s.io", ["selfsubjectaccessreviews", "selfsubjectrulesreviews"]),
        rule(["create"], "authentication.k8s.io", ["selfsubjectreviews"]),
      ]),
    clusterRole(
      "system:auth-delegator",
      [
        rule(["create"], "authentication.k8s.io", ["tokenreviews"]),
        rule(["create"], "authorization.k8s.io", ["subjectaccessreviews"]),
      ]),
    clusterRole(
      "kubevirt.io:default", labels: [kubevirtLabel],
      [
        rule(["get", "list"], "kubevirt.io", ["kubevirts"]),
        rule(["get", "list"], subresources, ["version", "guestfs"]),
      ]),
    clusterRole("kubevirt.io:admin", labels: [kubevirtLabel, aggregating("admin")], kubevirtAdmin),
    clusterRole("kubevirt.io:edit", labels: [kubevirtLabel, aggregating("edit")], kubevirtEdit),
    clusterRole("kubevirt.io:view", labels: [kubevirtLabel, aggregating("view")], kubevirtView),
    clusterRole(
      "kubevirt.io:migrate", labels: [kubevirtLabel],
      [
        rule(["update"], subresources, machinePaths(["migrate"])),
        rule(all, "kubevirt.io", ["virtualmachineinstancemigrations"]),
      ]),
    clusterRole("kubevirt-controller", labels: [kubevirtLabel], controllerRules),
    clusterRole("kubevirt-handler", labels: [kubevirtLabel], handlerRules),
    clusterRole(
      "instancetype.kubevirt.io:view", labels: [kubevirtLabel],
      [
        rule(
          read, "instancetype.kubevirt.io",
          ["virtualmachineclusterinstancetypes", "virtualmachineclusterpreferences"])
      ]),
  ]

  /// A component acts as its service account, with a certificate of the instance.
  private static func componentBinding(_ account: String) -> JSONValue {
    [
      "apiVersion": .string(group + "/v1"), "kind": "ClusterRoleBinding",
      "metadata": metadata(account, [kubevirtLabel]),
      "roleRef": ["apiGroup": .string(group), "kind": "ClusterRole", "name": .string(account)],
      "subjects": [["kind": "ServiceAccount", "name": .string(account), "namespace": "kubevirt"]],
    ]
  }

  /// What the handler of a node may, rule by rule as in `deploy/virt-handler/rbac.yaml`.
  private static let handlerRules: [PolicyRule] = [
    rule(read, "kubevirt.io", ["kubevirts"]),
    rule(read + ["patch"], "kubevirt.io", ["virtualmachineinstances"]),
    rule(read, "", ["pods"]),
    rule(["get", "patch"], "", ["nodes"]),
    rule(["get"], "", ["secrets"]),
    rule(["create", "patch"], "", ["events"]),
  ]

  /// What the controllers may, rule by rule as in `deploy/virt-controller/rbac.yaml`.
  private static let controllerRules: [PolicyRule] = [
    rule(read, "kubevirt.io", ["kubevirts"]),
    rule(read + ["patch"], "kubevirt.io", ["virtualmachines", "virtualmachineinstancereplicasets"]),
    rule(
      read + ["create", "patch", "delete"], "kubevirt.io",
      ["virtualmachineinstances", "virtualmachineinstancemigrations"]),
    rule(
      ["patch"], "kubevirt.io",
      [
        "virtualmachines/status", "virtualmachineinstancereplicasets/status",
        "virtualmachineinstancemigrations/status",
      ]),
    rule(
      ["update"], "kubevirt.io",
      [
        "virtualmachines/finalizers", "virtualmachineinstances/finalizers",
        "virtualmachineinstancereplicasets/finalizers", "virtualmachineinstancemigrations/finalizers",
      ]),
    rule(
      ["get"], "instancetype.kubevirt.io",
      [
        "virtualmachineinstancetypes", "virtualmachineclusterinstancetypes", "virtualmachinepreferences",
        "virtualmachineclusterpreferences",
      ]),
    rule(read + ["create", "patch", "delete"], "", ["pods"]),
    rule(["patch"], "", ["pods/status"]),
    rule(["update"], "", ["pods/finalizers"]),
    rule(read + ["patch"], "", ["nodes"]),
    rule(read, "", ["namespaces", "persistentvolumeclaims", "resourcequotas", "configmaps"]),
    rule(read + ["create", "delete"], "apps", ["controllerrevisions"]),
    rule(read + ["create", "patch", "delete"], "cdi.kubevirt.io", ["datavolumes"]),
    rule(read, "k8s.cni.cncf.io", ["network-attachment-definitions"]),
    rule(read + ["delete"], "policy", ["poddisruptionbudgets"]),
    rule(["create", "patch"], "", ["events"]),
  ]

  private static let bindings: [JSONValue] = [
    binding("cluster-admin", groups: [RoleSnapshot.superusers]),
    binding("system:discovery", groups: ["system:authenticated"]),
    binding("system:basic-user", groups: ["system:authenticated"]),
    binding("system:public-info-viewer", groups: ["system:authenticated", "system:unauthenticated"]),
    componentBinding("kubevirt-controller"), componentBinding("kubevirt-handler"),
    binding("kubevirt.io:default", labels: [kubevirtLabel], groups: ["system:authenticated"]),
    binding("instancetype.kubevirt.io:view", labels: [kubevirtLabel], groups: ["system:authenticated"]),
  ]
}
