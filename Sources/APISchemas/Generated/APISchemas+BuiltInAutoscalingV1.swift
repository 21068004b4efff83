// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInAutoscalingV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.autoscaling.v1.Scale",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.api.autoscaling.v1.ScaleSpec"},"status":{"$ref":"io.k8s.api.autoscaling.v1.ScaleStatus"}}}"#),
    TypeSchema(
      "io.k8s.api.autoscaling.v1.ScaleSpec",
      #"{"type":"object","properties":{"replicas":{"type":"integer","format":"int32"}}}"#),
    TypeSchema(
      "io.k8s.api.autoscaling.v1.ScaleStatus",
      #"{"type":"object","required":["replicas"],"properties":{"replicas":{"type":"integer","format":"int32"},"selector":{"type":"string"}}}"#),
  ]
}
