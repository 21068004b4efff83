// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInMetaV1: [TypeSchema] = [
    TypeSchema(
      "k8s.io.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"fieldsType":{"type":"string"},"fieldsV1":{"x-kubernetes-preserve-unknown-fields":true},"manager":{"type":"string"},"operation":{"type":"string"},"subresource":{"type":"string"},"time":{"type":"string","format":"date-time"}}}"#),
    TypeSchema(
      "k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta",
      #"{"type":"object","properties":{"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time","nullable":true},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"deletionTimestamp":{"type":"string","format":"date-time"},"finalizers":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set","x-kubernetes-patch-strategy":"merge"},"generateName":{"type":"string"},"generation":{"type":"integer","format":"int64"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"managedFields":{"type":"array","items":{"$ref":"k8s.io.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry"},"x-kubernetes-list-type":"atomic"},"name":{"type":"string"},"namespace":{"type":"string"},"ownerReferences":{"type":"array","items":{"$ref":"k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference"},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["uid"],"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"uid"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}}"#),
    TypeSchema(
      "k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference",
      #"{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"blockOwnerDeletion":{"type":"boolean"},"controller":{"type":"boolean"},"name":{"type":"string"},"uid":{"type":"string"}},"x-kubernetes-map-type":"atomic"}"#),
  ]
}
