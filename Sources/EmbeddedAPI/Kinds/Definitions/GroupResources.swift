import Kube

extension BuiltInResources {
  /// Kinds of named groups that are stored.
  static let groups: [ResourceDefinition] = [
    ResourceDefinition(
      group: "events.k8s.io",
      names: ResourceDefinition.Names(plural: "events", singular: "event", kind: "Event", shortNames: ["ev"]),
      versions: [ResourceDefinition.Version(name: "v1")], strategy: EventStrategy(),
      collection: "events", storageGroup: ""),
    definition("apps", "ControllerRevision", "controllerrevisions", strategy: ControllerRevisionStrategy()),
    definition("coordination.k8s.io", "Lease", "leases", strategy: LeaseStrategy()),
    definition(
      "policy", "PodDisruptionBudget", "poddisruptionbudgets", shortNames: ["pdb"], hasStatus: true,
      strategy: DisruptionBudgetStrategy()),
    definition(
      "apiextensions.k8s.io", "CustomResourceDefinition", "customresourcedefinitions", shortNames: ["crd", "crds"],
      categories: ["api-extensions"], isNamespaced: false, hasStatus: true, verbs: Verb.readOnly,
      strategy: CustomResourceDefinitionStrategy()),
    definition(
      "apiregistration.k8s.io", "APIService", "apiservices", categories: ["api-extensions"], isNamespaced: false,
      hasStatus: true, verbs: Verb.readOnly, strategy: APIServiceStrategy()),
    definition(
      "rbac.authorization.k8s.io", "ClusterRoleBinding", "clusterrolebindings", isNamespaced: false,
      strategy: RoleBindingStrategy()),
    definition(
      "rbac.authorization.k8s.io", "ClusterRole", "clusterroles", isNamespaced: false,
      strategy: RoleStrategy()),
    definition(
      "rbac.authorization.k8s.io", "RoleBinding", "rolebindings", strategy: RoleBindingStrategy()),
    definition("rbac.authorization.k8s.io", "Role", "roles", strategy: RoleStrategy()),
  ]

  /// Kinds that answer a question and are not stored.
  static let reviews: [ResourceDefinition] = [
    definition(
      "authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews", isNamespaced: false, verbs: Verb.asked),
    definition("authentication.k8s.io", "TokenReview", "tokenreviews", isNamespaced: false, verbs: Verb.asked),
    definition("authorization.k8s.io", "LocalSubjectAccessReview", "localsubjectaccessreviews", verbs: Verb.asked),
    definition(
      "authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews", isNamespaced: false,
      verbs: Verb.asked),
    definition(
      "authorization.k8s.io", "SelfSubjectRulesReview", "selfsubjectrulesreviews", isNamespaced: false,
      verbs: Verb.asked),
    definition(
      "authorization.k8s.io", "SubjectAccessReview", "subjectaccessreviews", isNamespaced: false, verbs: Verb.asked),
  ]
}
