// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInAuthenticationV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.authentication.v1.BoundObjectReference",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.SelfSubjectReview",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"status":{"$ref":"io.k8s.api.authentication.v1.SelfSubjectReviewStatus"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.SelfSubjectReviewStatus",
      #"{"type":"object","properties":{"userInfo":{"$ref":"io.k8s.api.authentication.v1.UserInfo"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenRequest",
      #"{"type":"object","required":["spec"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.api.authentication.v1.TokenRequestSpec"},"status":{"$ref":"io.k8s.api.authentication.v1.TokenRequestStatus"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenRequestSpec",
      #"{"type":"object","required":["audiences"],"properties":{"audiences":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"boundObjectRef":{"$ref":"io.k8s.api.authentication.v1.BoundObjectReference"},"expirationSeconds":{"type":"integer","format":"int64"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenRequestStatus",
      #"{"type":"object","required":["expirationTimestamp","token"],"properties":{"expirationTimestamp":{"type":"string","format":"date-time","nullable":true},"token":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenReview",
      #"{"type":"object","required":["spec"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.api.authentication.v1.TokenReviewSpec"},"status":{"$ref":"io.k8s.api.authentication.v1.TokenReviewStatus"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenReviewSpec",
      #"{"type":"object","properties":{"audiences":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"token":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.TokenReviewStatus",
      #"{"type":"object","properties":{"audiences":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"authenticated":{"type":"boolean"},"error":{"type":"string"},"user":{"$ref":"io.k8s.api.authentication.v1.UserInfo"}}}"#),
    TypeSchema(
      "io.k8s.api.authentication.v1.UserInfo",
      #"{"type":"object","properties":{"extra":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},"groups":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"uid":{"type":"string"},"username":{"type":"string"}}}"#),
  ]
}
