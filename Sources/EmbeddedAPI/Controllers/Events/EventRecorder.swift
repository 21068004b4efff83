import JSON
import Kube
import KubeClient

/// Tells users what a controller found, as events about the object; one that is told again is counted.
struct EventRecorder: Sendable {
  let context: ControllerContext
  /// The component that the events come from.
  let source: String

  /// The same again within so many seconds is not worth a write.
  private static let quietSeconds: Int64 = 15

  /// Never fails: an event that can't be written is logged.
  func record(about object: JSONValue, isWarning: Bool = true, reason: String, message: String) async {
    let events = GroupVersionResource(version: "v1", resource: "events")
    let namespace = object.namespace.isEmpty ? "default" : object.namespace
    let now = context.now()
    let name = Self.name(object, reason, message)
    guard let definition = context.registry.definition(group: "", resource: "events") else { return }
    do throws(Status) {
      if let known = try context.object(definition.key(namespace: namespace, name: name)) {
        let last = known["lastTimestamp"]?.string.flatMap { Timestamp($0) } ?? Timestamp()
        if now.seconds - last.seconds < Self.quietSeconds { return }
        try await context.modify(definition, definition.key(of: known), uid: known.uid) { event in
          event["count"] = .number(JSONNumber((event["count"]?.int64 ?? 1) + 1))
          event["lastTimestamp"] = .string(now.text)
        }
        return
      }
      let subject = ObjectEvent.Subject(
        apiVersion: object["apiVersion"]?.string ?? "v1", kind: object["kind"]?.string ?? "",
        namespace: object.namespace, name: object.name, uid: object.uid, resourceVersion: object.resourceVersion)
      let event = ObjectEvent(subject, isWarning ? .warning : .normal, reason: reason, message: message)
        .object(name: name, source: EventSource(component: source), count: 1, first: now, last: now)
      _ = try await context.objects.create(events, namespace: namespace, event, isDryRun: false)
    } catch {
      context.logger.info(
        "event not written", metadata: ["reason": "\(reason)", "object": "\(object.name)", "error": "\(error.message)"])
    }
  }

  /// The object's name, and a hash of what is told (FNV-1a): the same event has the same name.
  private static func name(_ object: JSONValue, _ reason: String, _ message: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(object.uid) \(reason) \(message)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return object.name.prefix(230) + "." + String(hash, radix: 16)
  }
}
