// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInApiregistrationV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService",
      #"{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"spec":{"$ref":"io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec"},"status":{"$ref":"io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus"}}}"#),
    TypeSchema(
      "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition",
      #"{"type":"object","required":["status","type"],"properties":{"lastTransitionTime":{"type":"string","format":"date-time","nullable":true},"message":{"type":"string"},"reason":{"type":"string"},"status":{"type":"string"},"type":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec",
      #"{"type":"object","required":["groupPriorityMinimum","versionPriority"],"properties":{"caBundle":{"type":"string","format":"byte"},"group":{"type":"string"},"groupPriorityMinimum":{"type":"integer","format":"int32"},"insecureSkipTLSVerify":{"type":"boolean"},"service":{"$ref":"io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference"},"version":{"type":"string"},"versionPriority":{"type":"integer","format":"int32"}}}"#),
    TypeSchema(
      "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus",
      #"{"type":"object","properties":{"conditions":{"type":"array","items":{"$ref":"io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition"},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["type"],"x-kubernetes-patch-strategy":"merge","x-kubernetes-patch-merge-key":"type"}}}"#),
    TypeSchema(
      "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference",
      #"{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"},"port":{"type":"integer","format":"int32"}}}"#),
  ]
}
