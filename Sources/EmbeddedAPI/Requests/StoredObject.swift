import EmbeddedStore
import JSON
import Kube

extension ObjectVersion {
  /// The object in the version that it is stored in.
  ///
  /// Throws a `Status` with code 500 when the bytes are no object, which only a damaged store has.
  public func tree() throws(Status) -> JSONValue {
    do throws(JSONProblem) {
      return try JSONValue(json: bytes, options: JSONReader.Options(notesSchema: false))
    } catch {
      throw .internalError("\(key.collection) \(key.namespace)/\(key.name) can't be read: \(error)")
    }
  }

  /// The object in a version of its kind.
  public func tree(_ definition: ResourceDefinition, in version: String) throws(Status) -> JSONValue {
    try definition.object(try tree(), in: version)
  }
}

extension ResourceDefinition {
  /// The object as a version of the kind writes it; the one that is in that version stays as it is.
  public func object(_ object: JSONValue, in version: String) throws(Status) -> JSONValue {
    let wanted = kind(in: version).apiVersion
    return object["apiVersion"]?.string == wanted ? object : try strategy.convert(object, to: wanted)
  }

  /// The object in the version that it is stored in.
  public func storedForm(of object: JSONValue) throws(Status) -> JSONValue {
    object["apiVersion"]?.string == storageKind.apiVersion
      ? object : try strategy.convert(object, to: storageKind.apiVersion)
  }

  /// Where an object of the kind is in the store.
  public func key(namespace: String, name: String) -> ObjectKey {
    ObjectKey(collection: collection, namespace: isNamespaced ? namespace : "", name: name)
  }

  /// Where the object itself says that it is.
  public func key(of object: JSONValue) -> ObjectKey {
    key(
      namespace: object.value(at: "metadata", "namespace")?.string ?? "",
      name: object.value(at: "metadata", "name")?.string ?? "")
  }
}

extension EncodedObject {
  /// The object's text for the store: `apiVersion`, `kind` and `metadata` first, and an empty revision.
  ///
  /// - Parameter object: in the storage version of its kind; a revision that it has is left out.
  public init(_ object: JSONValue) {
    var writer = JSONWriter(reserving: 1024)
    var offset = 0
    writer.beginObject()
    if let apiVersion = object["apiVersion"] { writer.member("apiVersion", apiVersion) }
    if let kind = object["kind"] { writer.member("kind", kind) }
    writer.key("metadata")
    writer.beginObject()
    for (name, value) in object["metadata"]?.object ?? [:] where name != "resourceVersion" {
      writer.key(name)
      value.encode(to: &writer)
    }
    writer.key("resourceVersion")
    writer.string("")
    offset = writer.bytes.count - 1
    writer.endObject()
    for (name, value) in object.object ?? [:] where name != "apiVersion" && name != "kind" && name != "metadata" {
      writer.key(name)
      value.encode(to: &writer)
    }
    writer.endObject()
    self.init(bytes: writer.bytes, revisionOffset: offset)
  }
}
