// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInRbacV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.rbac.v1.AggregationRule",
      #"{"type":"object","properties":{"clusterRoleSelectors":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.ClusterRole",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"aggregationRule":{"$ref":"io.k8s.api.rbac.v1.AggregationRule"},"rules":{"type":"array","items":{"$ref":"io.k8s.api.rbac.v1.PolicyRule"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.ClusterRoleBinding",
      #"{"type":"object","required":["roleRef"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"roleRef":{"$ref":"io.k8s.api.rbac.v1.RoleRef"},"subjects":{"type":"array","items":{"$ref":"io.k8s.api.rbac.v1.Subject"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.PolicyRule",
      #"{"type":"object","required":["verbs"],"properties":{"apiGroups":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"nonResourceURLs":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"resourceNames":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"resources":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"verbs":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.Role",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"rules":{"type":"array","items":{"$ref":"io.k8s.api.rbac.v1.PolicyRule"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.RoleBinding",
      #"{"type":"object","required":["roleRef"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"roleRef":{"$ref":"io.k8s.api.rbac.v1.RoleRef"},"subjects":{"type":"array","items":{"$ref":"io.k8s.api.rbac.v1.Subject"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.RoleRef",
      #"{"type":"object","required":["apiGroup","kind","name"],"properties":{"apiGroup":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"}},"x-kubernetes-map-type":"atomic"}"#),
    TypeSchema(
      "io.k8s.api.rbac.v1.Subject",
      #"{"type":"object","required":["kind","name"],"properties":{"apiGroup":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"namespace":{"type":"string"}},"x-kubernetes-map-type":"atomic"}"#),
  ]
}
