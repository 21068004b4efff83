import JSON

/// What an object of v1alpha2 says beyond its v1 form, for the way back.
///
/// Each entry has a place in the v1alpha2 form, the value there, and a hash of what the v1 form gives for that place.
/// An entry counts only while that is the same; once a client of v1 has changed it, v1 wins. Places are JSON pointers
/// in which an element of a list of named things is written `key=name` instead of its index, so that entries follow
/// their elements when a list is reordered, and end with them. In other lists an element is nothing by itself: there
/// the whole list is one value.
struct LegacyRemainder {
  static let annotation = "swift-virt.io/v1alpha2-fields"
  /// Bytes of all names and values of an object's annotations (`TotalAnnotationSizeLimitB` of apimachinery).
  static let annotationLimit = 256 << 10

  struct Entry {
    var pointer: JSONPointer
    /// Nil where v1alpha2 has nothing.
    var value: JSONValue?
    var hash: String
  }

  private(set) var entries: [Entry] = []
  var isEmpty: Bool { entries.isEmpty }

  // MARK: Comparing

  /// What must be changed in `derived`, the v1alpha2 form of a v1 object, to make it `wanted`.
  init(of wanted: JSONValue, beside derived: JSONValue, table: ConversionTable) {
    for (key, _) in (wanted.object ?? JSONObject()) where key != "metadata" && key != "apiVersion" {
      compare(wanted[key], derived[key], [key], derived, table)
    }
    for (key, _) in (derived.object ?? JSONObject()) where wanted[key] == nil {
      compare(nil, derived[key], [key], derived, table)
    }
    // An empty map of annotations would go with the one that is added.
    if !entries.isEmpty, let annotations = wanted.value(at: "metadata", "annotations"),
      annotations.object?.isEmpty ?? true
    {
      record(annotations, ["metadata", "annotations"], [:], table)
    }
  }

  private mutating func compare(
    _ wanted: JSONValue?, _ derived: JSONValue?, _ path: [String], _ parent: JSONValue, _ table: ConversionTable
  ) {
    if wanted == derived { return }
    switch (wanted, derived) {
    case (.object(let wantedMembers)?, .object(let derivedMembers)?):
      let added = derivedMembers.keys.filter { wantedMembers[$0] == nil }
      for key in wantedMembers.keys + added {
        compare(wantedMembers[key], derivedMembers[key], path + [key], .object(derivedMembers), table)
      }
    case (.array(let wantedElements)?, .array(let derivedElements)?):
      guard let key = ConversionTable.key(ofList: path.last),
        let names = ElementNames(wantedElements, key), names == ElementNames(derivedElements, key)
      else { return record(wanted, path, parent, table) }
      for (index, token) in names.tokens.enumerated() {
        compare(wantedElements[index], derivedElements[index], path + [token], derived ?? .null, table)
      }
    default: record(wanted, path, parent, table)
    }
  }

  private mutating func record(
    _ value: JSONValue?, _ path: [String], _ parent: JSONValue, _ table: ConversionTable
  ) {
    entries.append(Entry(pointer: JSONPointer(path), value: value, hash: Self.hash(path, parent, table)))
  }

  /// The hash of what the v1 form gives at the end of `path`, together with the members that decide with it.
  private static func hash(_ path: [String], _ parent: JSONValue, _ table: ConversionTable) -> String {
    let group = table.group(of: path)
    guard group.count > 1 else { return StableHash.text(of: parent[path.last ?? ""]) }
    let members = group.compactMap { name in parent[name].map { (key: name, value: $0) } }
    return StableHash.text(of: .object(JSONObject(members)))
  }

  // MARK: Applying

  /// Puts back what still counts.
  func apply(to legacy: inout JSONValue, table: ConversionTable) {
    var tree = EntryTree()
    for entry in entries where Self.mayCount(entry) { tree.insert(entry) }
    tree.apply(to: &legacy, path: []) { path, parent in Self.hash(path, parent, table) }
  }

  /// Of metadata only that there were annotations, and none: an API server that is given metadata of another type
  /// refuses the whole list in which the object is, and the annotation is anyone's to write.
  private static func mayCount(_ entry: Entry) -> Bool {
    let path = entry.pointer.tokens
    switch path.first {
    case nil, "apiVersion", "kind": return false
    case "metadata": return path == ["metadata", "annotations"] && (entry.value == [:] || entry.value == .null)
    default: return true
    }
  }

  // MARK: The annotation

  /// Nil without the annotation, and where it is not of this form.
  init?(storedIn object: JSONValue) {
    guard let text = object.value(at: "metadata", "annotations", Self.annotation)?.string,
      let stored = (try? JSONValue(parsing: text))?.object
    else { return nil }
    for (place, entry) in stored {
      guard let pointer = JSONPointer(parsing: place), let hash = entry["hash"]?.string else { return nil }
      entries.append(Entry(pointer: pointer, value: entry["value"], hash: hash))
    }
  }

  func add(to object: inout JSONValue) {
    var stored = JSONObject()
    for entry in entries.sorted(by: { $0.pointer.text < $1.pointer.text }) {
      var members = JSONObject()
      members["value"] = entry.value
      members["hash"] = .string(entry.hash)
      stored[entry.pointer.text] = .object(members)
    }
    var metadata = object["metadata"] ?? [:]
    var annotations = metadata["annotations"] ?? [:]
    annotations[Self.annotation] = .string(JSONValue.object(stored).serialized())
    metadata["annotations"] = annotations
    object["metadata"] = metadata
  }

  /// The object without the annotation, and without annotations where it was the only one.
  static func removed(from object: JSONValue) -> JSONValue {
    guard var annotations = object.value(at: "metadata", "annotations")?.object, annotations[annotation] != nil else {
      return object
    }
    annotations[annotation] = nil
    var copy = object
    copy["metadata"]?["annotations"] = annotations.isEmpty ? nil : .object(annotations)
    return copy
  }

  static func annotationsFit(_ object: JSONValue) -> Bool {
    let annotations = object.value(at: "metadata", "annotations")?.object ?? JSONObject()
    let bytes = annotations.reduce(0) { $0 + $1.key.utf8.count + ($1.value.string ?? "").utf8.count }
    return bytes <= annotationLimit
  }
}
