// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInMetaV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.Condition",
      #"{"type":"object","required":["lastTransitionTime","message","reason","status","type"],"properties":{"lastTransitionTime":{"type":"string","format":"date-time","nullable":true},"message":{"type":"string"},"observedGeneration":{"type":"integer","format":"int64"},"reason":{"type":"string"},"status":{"type":"string"},"type":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"dryRun":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"},"gracePeriodSeconds":{"type":"integer","format":"int64"},"ignoreStoreReadErrorWithClusterBreakingPotential":{"type":"boolean"},"orphanDependents":{"type":"boolean"},"preconditions":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions"},"propagationPolicy":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement",
      #"{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector",
      #"{"type":"object","properties":{"matchExpressions":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement"},"x-kubernetes-list-type":"atomic"},"matchLabels":{"type":"object","additionalProperties":{"type":"string"}}},"x-kubernetes-map-type":"atomic"}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement",
      #"{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"atomic"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta",
      #"{"type":"object","properties":{"continue":{"type":"string"},"remainingItemCount":{"type":"integer","format":"int64"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"fieldsType":{"type":"string"},"fieldsV1":{"x-kubernetes-preserve-unknown-fields":true},"manager":{"type":"string"},"operation":{"type":"string"},"subresource":{"type":"string"},"time":{"type":"string","format":"date-time"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta",
      #"{"type":"object","properties":{"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time","nullable":true},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"deletionTimestamp":{"type":"string","format":"date-time"},"finalizers":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set","x-kubernetes-patch-strategy":"merge"},"generateName":{"type":"string"},"generation":{"type":"integer","format":"int64"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"managedFields":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry"},"x-kubernetes-list-type":"atomic"},"name":{"type":"string"},"namespace":{"type":"string"},"ownerReferences":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference"},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["uid"],"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"uid"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference",
      #"{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"blockOwnerDeletion":{"type":"boolean"},"controller":{"type":"boolean"},"name":{"type":"string"},"uid":{"type":"string"}},"x-kubernetes-map-type":"atomic"}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions",
      #"{"type":"object","properties":{"resourceVersion":{"type":"string"},"uid":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.Status",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"},"code":{"type":"integer","format":"int32"},"details":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails"},"message":{"type":"string"},"reason":{"type":"string"},"status":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause",
      #"{"type":"object","properties":{"field":{"type":"string"},"message":{"type":"string"},"reason":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails",
      #"{"type":"object","properties":{"causes":{"type":"array","items":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause"},"x-kubernetes-list-type":"atomic"},"group":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"retryAfterSeconds":{"type":"integer","format":"int32"},"uid":{"type":"string"}}}"#),
  ]
}
