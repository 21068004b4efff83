// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

/// The OpenAPI documents as compact JSON.
public enum OpenAPIDocuments {
  /// The OpenAPI 3.0 document of our kinds at each path below `/openapi/v3`.
  public static let v3: [(path: String, document: StaticString)] = [
    ("apis/kubevirt.io/v1", kubevirtV1),
    ("apis/kubevirt.io/v1alpha3", kubevirtV1alpha3),
    ("apis/kubevirt.io/v1alpha2", kubevirtV1alpha2),
    ("apis/pool.kubevirt.io/v1beta1", poolV1beta1),
    ("apis/instancetype.kubevirt.io/v1beta1", instancetypeV1beta1),
    ("apis/subresources.kubevirt.io/v1", subresourcesV1),
    ("apis/subresources.kubevirt.io/v1alpha3", subresourcesV1alpha3),
  ]

  /// The OpenAPI 3.0 documents of Kubernetes' own kinds likewise.
  public static let kubernetesV3: [(path: String, document: StaticString)] = [
    ("api/v1", coreV1),
    ("apis/apps/v1", appsV1),
    ("apis/events.k8s.io/v1", eventsV1),
    ("apis/coordination.k8s.io/v1", coordinationV1),
    ("apis/policy/v1", policyV1),
    ("apis/apiextensions.k8s.io/v1", apiextensionsV1),
    ("apis/apiregistration.k8s.io/v1", apiregistrationV1),
    ("apis/rbac.authorization.k8s.io/v1", rbacV1),
    ("apis/authentication.k8s.io/v1", authenticationV1),
    ("apis/authorization.k8s.io/v1", authorizationV1),
  ]
}
