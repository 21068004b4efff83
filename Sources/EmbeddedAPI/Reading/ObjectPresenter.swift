import EmbeddedStore
import JSON
import Kube
import YAML

/// Writes objects of a kind in the version and the form that a client asked for.
///
/// Whatever does not depend on the moment is made once for each version of an object, and the stored text is sent as
/// it is where it is what was asked for.
public struct ObjectPresenter: Sendable {
  let definition: ResourceDefinition
  let version: String
  let format: ResponseFormat
  let now: Timestamp
  private let apiVersion: String
  /// The names of what is kept with object versions: the form, and the version of the kind.
  private let formName: String
  /// Nil for other forms than tables.
  private let table: ObjectTable?

  public init(definition: ResourceDefinition, version: String, format: ResponseFormat, now: Timestamp) {
    self.definition = definition
    self.version = version
    self.format = format
    self.now = now
    apiVersion = definition.kind(in: version).apiVersion
    switch format.shape {
    case .object:
      formName = "object/" + apiVersion
      table = nil
    case .partialMetadata(let meta):
      formName = "partial/\(meta.rawValue)/" + apiVersion
      table = nil
    case .table:
      formName = ""
      table = ObjectTable(definition, version: version)
    }
  }

  public var contentType: String { format.contentType }

  // MARK: One object

  /// A stored object.
  public func object(_ stored: ObjectVersion) throws(Status) -> [UInt8] { try noted(compact(stored)) }

  /// An object that is not stored, such as the result of a dry run; it is in the version of the request already.
  public func object(_ value: JSONValue) throws(Status) -> [UInt8] {
    switch format.shape {
    case .object: return noted(tree: value)
    case .partialMetadata(let meta): return noted(tree: Self.partial(value, meta))
    case .table(let included, let meta):
      return try noted(
        tableBytes(meta, listMeta: listMeta(value["metadata"]?["resourceVersion"]?.string ?? "")) { writer in
          writeRow(value, json: value.jsonBytes(), included, meta, to: &writer)
        })
    }
  }

  private func compact(_ stored: ObjectVersion, withColumns: Bool = true) throws(Status) -> [UInt8] {
    switch format.shape {
    case .object: return try stored.json(of: definition, in: version)
    case .partialMetadata(let meta): return try partial(stored, meta)
    case .table(let included, let meta):
      return try tableBytes(meta, listMeta: listMeta(stored.revision.description), withColumns: withColumns) {
        writer throws(Status) in
        try writeRow(stored, included, meta, to: &writer)
      }
    }
  }

  // MARK: Lists

  /// A list as of a revision.
  ///
  /// - Parameters:
  ///   - continueToken: where the rest begins; empty for a list that is whole.
  ///   - remaining: how many objects follow; 0 where none do or nobody knows.
  public func list(
    _ objects: [ObjectVersion], revision: Revision, continueToken: String = "", remaining: Int = 0
  ) throws(Status) -> [UInt8] {
    let meta = listMeta(revision.description, continueToken: continueToken, remaining: remaining)
    switch format.shape {
    case .object: return try noted(objectList(objects, meta))
    case .partialMetadata(let metaVersion):
      var writer = JSONWriter(reserving: 512 * objects.count + 256)
      writer.beginObject()
      writer.member("kind", "PartialObjectMetadataList")
      writer.member("apiVersion", metaVersion.apiVersion)
      writer.member("metadata", meta)
      writer.key("items")
      writer.beginArray()
      for object in objects { writer.raw(try partial(object, metaVersion)) }
      writer.endArray()
      writer.endObject()
      return try noted(writer.bytes)
    case .table(let included, let metaVersion):
      return try noted(
        tableBytes(metaVersion, listMeta: meta) { writer throws(Status) in
          for object in objects { try writeRow(object, included, metaVersion, to: &writer) }
        })
    }
  }

  /// The objects' texts one after the other. Kubernetes' own kinds have no kind and apiVersion in lists, which say it
  /// for all; those of CRDs have.
  private func objectList(_ objects: [ObjectVersion], _ meta: JSONValue) throws(Status) -> [UInt8] {
    let texts: [[UInt8]]
    if definition.stores(version) {
      texts = []
    } else {
      var converted: [[UInt8]] = []
      converted.reserveCapacity(objects.count)
      for object in objects { converted.append(try object.json(of: definition, in: version)) }
      texts = converted
    }
    let size = texts.isEmpty ? objects.reduce(0) { $0 + $1.bytes.count } : texts.reduce(0) { $0 + $1.count }
    var writer = JSONWriter(reserving: size + objects.count + 512)
    writer.beginObject()
    writer.member("kind", definition.names.listKind)
    writer.member("apiVersion", apiVersion)
    writer.member("metadata", meta)
    writer.key("items")
    writer.beginArray()
    for (index, object) in objects.enumerated() {
      let text = texts.isEmpty ? object.bytes : texts[index]
      if definition.isCustom { writer.raw(text) } else { try Self.writeWithoutKind(text, to: &writer) }
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// Writes an object without its kind and apiVersion, which in most texts are the first members.
  private static func writeWithoutKind(_ text: [UInt8], to writer: inout JSONWriter) throws(Status) {
    if let rest = LeadingKind.rest(of: text) {
      writer.raw(CollectionOfOne(UInt8(ascii: "{")))
      writer.bytes.append(contentsOf: text[rest...])
      return
    }
    guard var tree = try? JSONValue(parsing: text) else {
      throw .internalError("a stored object is not readable")
    }
    tree["kind"] = nil
    tree["apiVersion"] = nil
    writer.raw(tree.jsonBytes())
  }

  private func listMeta(_ revision: String, continueToken: String = "", remaining: Int = 0) -> JSONValue {
    var meta: JSONObject = ["resourceVersion": .string(revision)]
    if !continueToken.isEmpty {
      meta["continue"] = .string(continueToken)
      if remaining > 0 { meta["remainingItemCount"] = .number(JSONNumber(remaining)) }
    } else if definition.isCustom, format.shape == .object {
      meta["continue"] = ""
    }
    return .object(meta)
  }

  // MARK: Watch events

  /// One event of a watch, a line of JSON. It is made once for all watchers of the same form, but for tables, whose
  /// ages depend on the moment.
  ///
  /// - Parameter withColumns: whether a table describes its columns, as the first one of a watch does.
  public func event(
    _ type: WatchEventType, _ stored: ObjectVersion, withColumns: Bool = true
  ) throws(Status) -> [UInt8] {
    if table != nil { return Self.event(type, try compact(stored, withColumns: withColumns)) }
    return try stored.derived("event/\(type.rawValue)/" + formName) { () throws(Status) in
      Self.event(type, try compact(stored))
    }
  }

  /// A bookmark: an object of the kind that has nothing but a revision, up to which the watcher has seen everything.
  public func bookmark(_ revision: Revision, endsInitialEvents: Bool = false) -> [UInt8] {
    var metadata: JSONObject = ["resourceVersion": .string(revision.description), "creationTimestamp": .null]
    if endsInitialEvents { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
    let object: JSONValue = [
      "kind": .string(definition.names.kind), "apiVersion": .string(apiVersion), "metadata": .object(metadata),
    ]
    switch format.shape {
    case .object: return Self.event(.bookmark, object.jsonBytes())
    case .partialMetadata(let meta): return Self.event(.bookmark, Self.partial(object, meta).jsonBytes())
    case .table(let included, let meta):
      let table = tableBytes(meta, listMeta: listMeta(revision.description), withColumns: false) { writer in
        writeRow(object, json: object.jsonBytes(), included, meta, to: &writer)
      }
      return Self.event(.bookmark, table)
    }
  }

  /// The last event of a watch that can't go on.
  public static func error(_ status: Status) -> [UInt8] { event(.error, status.jsonBytes()) }

  private static func event(_ type: WatchEventType, _ object: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(object.count + 40)
    line.append(contentsOf: "{\"type\":\"".utf8)
    line.append(contentsOf: type.rawValue.utf8)
    line.append(contentsOf: "\",\"object\":".utf8)
    line.append(contentsOf: object)
    line.append(contentsOf: "}\n".utf8)
    return line
  }

  // MARK: Metadata alone

  private func partial(_ stored: ObjectVersion, _ meta: ResponseFormat.MetaVersion) throws(Status) -> [UInt8] {
    try stored.derived("partial/\(meta.rawValue)/" + apiVersion) { () throws(Status) in
      Self.partial(try stored.tree(definition, in: version), meta).jsonBytes()
    }
  }

  private static func partial(_ object: JSONValue, _ meta: ResponseFormat.MetaVersion) -> JSONValue {
    [
      "kind": "PartialObjectMetadata", "apiVersion": .string(meta.apiVersion),
      "metadata": object["metadata"] ?? .object(JSONObject()),
    ]
  }

  // MARK: Tables

  private func tableBytes<Fault: Error>(
    _ meta: ResponseFormat.MetaVersion, listMeta: JSONValue, withColumns: Bool = true,
    rows: (inout JSONWriter) throws(Fault) -> Void
  ) throws(Fault) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("kind", "Table")
    writer.member("apiVersion", meta.apiVersion)
    writer.member("metadata", listMeta)
    writer.key("columnDefinitions")
    if withColumns { Self.write(table?.columns ?? [], to: &writer) } else { writer.null() }
    writer.key("rows")
    writer.beginArray()
    try rows(&writer)
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private static func write(_ columns: [TableColumn], to writer: inout JSONWriter) {
    writer.beginArray()
    for column in columns {
      writer.beginObject()
      writer.member("name", column.name)
      writer.member("type", column.type)
      writer.member("format", column.format)
      writer.member("description", column.description)
      writer.member("priority", column.priority)
      writer.endObject()
    }
    writer.endArray()
  }

  private func writeRow(
    _ stored: ObjectVersion, _ included: ResponseFormat.IncludeObject, _ meta: ResponseFormat.MetaVersion,
    to writer: inout JSONWriter
  ) throws(Status) {
    let tree = try stored.tree(definition, in: version)
    let json = included == .object ? try stored.json(of: definition, in: version) : []
    writeRow(tree, json: json, included, meta, to: &writer)
  }

  private func writeRow(
    _ object: JSONValue, json: @autoclosure () -> [UInt8], _ included: ResponseFormat.IncludeObject,
    _ meta: ResponseFormat.MetaVersion, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("cells", JSONValue.array(table?.cells(object, now) ?? []))
    writer.key("object")
    switch included {
    case .none: writer.null()
    case .metadata: Self.partial(object, meta).encode(to: &writer)
    case .object: writer.raw(json())
    }
    writer.endObject()
  }

  // MARK: Notation

  private func noted(_ json: [UInt8]) throws(Status) -> [UInt8] {
    if format.notation == .json, !format.isPretty { return json }
    guard let tree = try? JSONValue(parsing: json) else {
      throw .internalError("a stored object is not readable")
    }
    return noted(tree: tree)
  }

  private func noted(tree: JSONValue) -> [UInt8] {
    switch format.notation {
    case .yaml: Array(YAMLWriter.document(tree).utf8)
    case .json: format.isPretty ? Array((tree.serialized(pretty: true) + "\n").utf8) : tree.jsonBytes()
    }
  }
}
