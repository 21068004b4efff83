import JSON
import Kube
import VirtTypes

/// Writes decoded parts back into the object as it was sent.
enum LegacyTree {
  /// The object as v0.8.0's controllers wrote it: the specification as its type has it, so that quantities become
  /// canonical and unknown members go; of the metadata only annotations and finalizers change, and what is empty goes.
  static func rewritten(_ object: JSONValue, metadata: ObjectMeta, spec: JSONValue) -> JSONValue {
    var result = withAnnotations(object, metadata.annotations ?? [:])
    var members = result["metadata"]?.object ?? JSONObject()
    members["finalizers"] = .array(metadata.finalizers.map { .string($0) })
    for (key, value) in members where value == [:] || value == [] { members[key] = nil }
    result["metadata"] = .object(members)
    return replacing("spec", in: result, with: spec)
  }

  /// The object with other annotations and nothing else changed.
  static func withAnnotations(_ object: JSONValue, _ annotations: [String: String]) -> JSONValue {
    let metadata = member("metadata", of: object) ?? [:]
    let tree = JSONValue.object(
      JSONObject(annotations.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    return replacing("metadata", in: object, with: replacing("annotations", in: metadata, with: tree))
  }

  /// A member by its name, in any case if there is none in this one.
  private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    value[name] ?? value.object?.first { $0.key.lowercased() == name }?.value
  }

  /// Replaces a member, under whatever case of its name it was sent.
  private static func replacing(_ name: String, in value: JSONValue, with replacement: JSONValue) -> JSONValue {
    var members = value.object ?? JSONObject()
    for key in members.keys where key != name && key.lowercased() == name { members[key] = nil }
    members[name] = replacement
    return .object(members)
  }
}

/// The metadata of any object.
struct LegacyMetadata: JSONDecodable {
  var metadata = ObjectMeta()

  static let expectedJSON = "an object"

  mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      if key.equals("metadata") || key.equalsFolded("metadata") {
        reader.nullableMember("metadata", &metadata)
      } else {
        reader.skip()
      }
    }
  }
}
