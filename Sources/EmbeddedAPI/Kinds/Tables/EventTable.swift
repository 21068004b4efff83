import JSON
import Kube

/// Events of core/v1 as `kubectl get` shows them.
enum EventTable {
  static let layout = TableLayout([
    TableColumn("Last Seen", description: "How long ago it happened last."),
    TableColumn("Type", description: "Normal or Warning."),
    TableColumn("Reason", description: "What happened, in one word for programs."),
    TableColumn("Object", description: "What it happened to."),
    .wide("Subobject", "The part of the object that it happened to."),
    .wide("Source", "Who saw it."),
    TableColumn("Message", description: "What happened, for people."),
    .wide("First Seen", "How long ago it happened first."),
    .wide("Count", "How often it happened."),
    TableColumn("Name", format: "name", description: "The event's own name.", priority: 1),
  ]) { event, now in
    var first = Timestamp.age(of: event["firstTimestamp"]?.string, at: now)
    if !event.has("firstTimestamp") { first = Timestamp.age(of: event["eventTime"]?.string, at: now) }
    var last = event.has("lastTimestamp") ? Timestamp.age(of: event["lastTimestamp"]?.string, at: now) : first
    var count = event["count"]?.int64 ?? 0
    if let series = event["series"], !series.isNull {
      last = Timestamp.age(of: series["lastObservedTime"]?.string, at: now)
      count = series["count"]?.int64 ?? 0
    } else if count == 0 {
      count = 1
    }
    let object = event["involvedObject"] ?? [:]
    let kind = object.text("kind").lowercased()
    return [
      .string(last), .string(event.text("type")), .string(event.text("reason")),
      .string(object.text("name").isEmpty ? kind : kind + "/" + object.text("name")),
      .string(object.text("fieldPath")), .string(source(event)), .string(trimmed(event.text("message"))),
      .string(first), .number(JSONNumber(count)), Cell.name(event),
    ]
  }

  private static func source(_ event: JSONValue) -> String {
    let old = event["source"] ?? [:]
    let (component, host) =
      old.text("component").isEmpty
      ? (event.text("reportingComponent"), event.text("reportingInstance"))
      : (old.text("component"), old.text("host"))
    return host.isEmpty ? component : component + ", " + host
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
