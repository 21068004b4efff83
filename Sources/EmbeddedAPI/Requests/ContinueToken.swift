import EmbeddedStore
import JSON
import Kube

/// Where a list that was cut goes on, in the form that clients hand back: opaque to them, base64 of JSON as Kubernetes'.
struct ContinueToken: Hashable {
  /// The moment that the list is of; nil goes on with what is there now.
  var revision: Revision?
  var namespace: String
  var name: String

  init(revision: Revision?, after key: ObjectKey) {
    self.revision = revision
    namespace = key.namespace
    name = key.name
  }

  /// Throws a `Status` with code 400 for what is no token.
  init(parsing text: String) throws(Status) {
    guard text.utf8.count <= 4096, let bytes = try? Base64.decode(Self.standardBase64(text)),
      let value = try? JSONValue(json: bytes), value["v"]?.string == "meta.k8s.io/v1",
      let revision = value["rv"]?.int64, let namespace = value["ns"]?.string, let name = value["start"]?.string,
      revision == -1 || revision > 0
    else { throw .badRequest("invalid continue token: continue key is not valid") }
    self.revision = revision == -1 ? nil : Revision(UInt64(revision))
    self.namespace = namespace
    self.name = name
  }

  var text: String {
    let value: JSONValue = [
      "v": "meta.k8s.io/v1", "rv": .number(revision.map { JSONNumber($0.value) } ?? -1), "ns": .string(namespace),
      "start": .string(name),
    ]
    return Base64.encode(value.jsonBytes()).map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" }
      .reduce(into: "") { $0.append($1) }
  }

  private static func standardBase64(_ text: String) -> String {
    let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }.filter { $0 != "=" })
    return plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
  }

  func key(in collection: String) -> ObjectKey { ObjectKey(collection: collection, namespace: namespace, name: name) }

  /// The answer to a token whose moment is forgotten, with one that goes on with what is there now.
  var expired: Status {
    var status = Status.expired(
      "the list that this token continues is too old: begin a new one, or go on with the token in this answer, which "
        + "gives the rest as it is now and not as it was when the list began")
    var next = self
    next.revision = nil
    status.continueToken = next.text
    return status
  }
}
