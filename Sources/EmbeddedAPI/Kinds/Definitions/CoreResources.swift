import Kube

extension BuiltInResources {
  /// Kinds of the core group.
  static let core: [ResourceDefinition] = [
    definition("", "Binding", "bindings", verbs: Verb.asked),
    definition("", "ConfigMap", "configmaps", shortNames: ["cm"], strategy: ConfigMapStrategy()),
    definition("", "Event", "events", shortNames: ["ev"], strategy: EventStrategy()),
    definition("", "LimitRange", "limitranges", shortNames: ["limits"], strategy: LimitRangeStrategy()),
    definition(
      "", "Namespace", "namespaces", shortNames: ["ns"], isNamespaced: false, hasStatus: true,
      subresources: [subresource("finalize", "", "Namespace", [.update])],
      verbs: Verb.stored.subtracting([.deletecollection]), strategy: NamespaceStrategy()),
    definition("", "Node", "nodes", shortNames: ["no"], isNamespaced: false, hasStatus: true, strategy: NodeStrategy()),
    definition(
      "", "PersistentVolumeClaim", "persistentvolumeclaims", shortNames: ["pvc"], hasStatus: true,
      strategy: ClaimStrategy()),
    definition(
      "", "PersistentVolume", "persistentvolumes", shortNames: ["pv"], isNamespaced: false, hasStatus: true,
      strategy: VolumeStrategy()),
    definition(
      "", "Pod", "pods", shortNames: ["po"], categories: ["all"], hasStatus: true, subresources: podSubresources,
      strategy: PodStrategy()),
    definition("", "Secret", "secrets", strategy: SecretStrategy()),
    definition(
      "", "ServiceAccount", "serviceaccounts", shortNames: ["sa"],
      subresources: [subresource("token", "authentication.k8s.io", "TokenRequest", [.create])],
      strategy: ServiceAccountStrategy()),
    definition(
      "", "Service", "services", shortNames: ["svc"], categories: ["all"], hasStatus: true, strategy: ServiceStrategy()),
  ]

  /// Paths below a pod; the streams are opened by GET (`get`) or by POST (`create`).
  private static let podSubresources = [
    subresource("attach", "", "PodAttachOptions", [.create, .get]),
    subresource("binding", "", "Binding", [.create]),
    subresource("eviction", "policy", "Eviction", [.create]),
    subresource("exec", "", "PodExecOptions", [.create, .get]),
    subresource("log", "", "Pod", [.get]),
    subresource("portforward", "", "PodPortForwardOptions", [.create, .get]),
  ]
}
