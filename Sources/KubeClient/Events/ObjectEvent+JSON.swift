import JSON
import Kube

extension ObjectEvent {
  /// Where events about a subject are kept: in its namespace, or in `default`.
  public var namespace: String { subject.namespace.isEmpty ? "default" : subject.namespace }

  /// The name that client-go gives an event: the object's, and the time in hexadecimal nanoseconds.
  public func name(at now: Timestamp) -> String {
    let (product, _) = now.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return subject.name + "." + String(product &+ Int64(now.nanoseconds), radix: 16)
  }

  /// The Event object (core/v1) that tells of this.
  public func object(
    name: String, source: EventSource, count: Int, first: Timestamp, last: Timestamp
  ) -> JSONValue {
    var involved: JSONObject = ["kind": .string(subject.kind)]
    func add(_ member: String, _ value: String) { if !value.isEmpty { involved[member] = .string(value) } }
    add("namespace", subject.namespace)
    add("name", subject.name)
    add("uid", subject.uid)
    add("apiVersion", subject.apiVersion)
    add("resourceVersion", subject.resourceVersion)
    var origin: JSONObject = ["component": .string(source.component)]
    if !source.host.isEmpty { origin["host"] = .string(source.host) }
    return [
      "apiVersion": "v1", "kind": "Event",
      "metadata": ["name": .string(name), "namespace": .string(namespace)],
      "involvedObject": .object(involved), "reason": .string(reason), "message": .string(message),
      "source": .object(origin), "firstTimestamp": .string(first.text), "lastTimestamp": .string(last.text),
      "count": .number(JSONNumber(Int64(count))), "type": .string(severity.rawValue),
      "reportingComponent": .string(source.component), "reportingInstance": .string(source.host),
    ]
  }
}
