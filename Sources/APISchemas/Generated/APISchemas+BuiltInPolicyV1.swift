// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInPolicyV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.policy.v1.Eviction",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"deleteOptions":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions"}}}"#),
    TypeSchema(
      "io.k8s.api.policy.v1.PodDisruptionBudget",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.api.policy.v1.PodDisruptionBudgetSpec"},"status":{"$ref":"io.k8s.api.policy.v1.PodDisruptionBudgetStatus"}}}"#),
    TypeSchema(
      "io.k8s.api.policy.v1.PodDisruptionBudgetSpec",
      #"{"type":"object","properties":{"maxUnavailable":{"type":"string","format":"int-or-string"},"minAvailable":{"type":"string","format":"int-or-string"},"selector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector","x-kubernetes-patch-strategy":"replace"},"unhealthyPodEvictionPolicy":{"type":"string","enum":["AlwaysAllow","IfHealthyBudget"]}}}"#),
    TypeSchema(
      "io.k8s.api.policy.v1.PodDisruptionBudgetStatus",
      #"{"type":"object","required":["currentHealthy","desiredHealthy","disruptionsAllowed","expectedPods"],"properties":{"conditions":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.Condition"},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"type"},"currentHealthy":{"type":"integer","format":"int32"},"desiredHealthy":{"type":"integer","format":"int32"},"disruptedPods":{"type":"object","additionalProperties":{"type":"string","format":"date-time","nullable":true}},"disruptionsAllowed":{"type":"integer","format":"int32"},"expectedPods":{"type":"integer","format":"int32"},"observedGeneration":{"type":"integer","format":"int64"}}}"#),
  ]
}
