// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInAppsV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.apps.v1.ControllerRevision",
      #"{"type":"object","required":["revision"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"data":{"x-kubernetes-preserve-unknown-fields":true},"revision":{"type":"integer","format":"int32"}}}"#),
  ]
}
