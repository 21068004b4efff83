// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension APISchemas {
  static let builtInEventsV1: [TypeSchema] = [
    TypeSchema(
      "io.k8s.api.events.v1.Event",
      #"{"type":"object","required":["eventTime"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},"action":{"type":"string"},"deprecatedCount":{"type":"integer","format":"int32"},"deprecatedFirstTimestamp":{"type":"string","format":"date-time","nullable":true},"deprecatedLastTimestamp":{"type":"string","format":"date-time","nullable":true},"deprecatedSource":{"$ref":"io.k8s.api.core.v1.EventSource"},"eventTime":{"type":"string","format":"date-time"},"note":{"type":"string"},"reason":{"type":"string"},"regarding":{"$ref":"io.k8s.api.core.v1.ObjectReference"},"related":{"$ref":"io.k8s.api.core.v1.ObjectReference"},"reportingController":{"type":"string"},"reportingInstance":{"type":"string"},"series":{"$ref":"io.k8s.api.events.v1.EventSeries"},"type":{"type":"string"}}}"#),
    TypeSchema(
      "io.k8s.api.events.v1.EventSeries",
      #"{"type":"object","required":["count","lastObservedTime"],"properties":{"count":{"type":"integer","format":"int32"},"lastObservedTime":{"type":"string","format":"date-time"}}}"#),
  ]
}
