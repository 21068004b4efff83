// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInCoordinationV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.coordination.v1.Lease",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.api.coordination.v1.LeaseSpec"}}}"#),
    TypeSchema(
      "io.k8s.api.coordination.v1.LeaseSpec",
      #"{"type":"object","properties":{"acquireTime":{"type":"string","format":"date-time"},"holderIdentity":{"type":"string"},"leaseDurationSeconds":{"type":"integer","format":"int32"},"leaseTransitions":{"type":"integer","format":"int32"},"preferredHolder":{"type":"string"},"renewTime":{"type":"string","format":"date-time"},"strategy":{"type":"string"}}}"#),
  ]
}
