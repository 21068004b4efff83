// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

/// The OpenAPI documents of our kinds, as compact JSON.
public enum OpenAPIDocuments {
  /// The OpenAPI 3.0 document at each path below `/openapi/v3`.
  public static let v3: [(path: String, document: StaticString)] = [
    ("apis/kubevirt.io/v1", kubevirtV1),
    ("apis/kubevirt.io/v1alpha3", kubevirtV1alpha3),
    ("apis/kubevirt.io/v1alpha2", kubevirtV1alpha2),
    ("apis/pool.kubevirt.io/v1beta1", poolV1beta1),
    ("apis/instancetype.kubevirt.io/v1beta1", instancetypeV1beta1),
  ]
}
