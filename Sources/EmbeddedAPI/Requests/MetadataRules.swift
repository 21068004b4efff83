import JSON
import Kube

/// What the server decides about an object's metadata, and what it refuses there (apimachinery's ObjectMeta rules).
enum MetadataRules {
  /// Who may set generateName's five characters: no vowels and nothing that looks like another.
  private static let suffixAlphabet = Array("bcdfghjklmnpqrstvwxz2456789")
  /// The longest name that is made.
  private static let generatedNameLimit = 63

  // MARK: what the server decides

  /// Prepares the metadata of a new object.
  static func prepareForCreate(
    _ object: inout JSONValue, namespace: String, uid: String, now: Timestamp, tracksGeneration: Bool
  ) {
    var metadata = object["metadata"]?.object ?? [:]
    object["metadata"] = .null
    // Field management comes with server-side apply; until then nothing is kept about it.
    for name in ["deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion", "selfLink", "managedFields"] {
      metadata[name] = nil
    }
    if namespace.isEmpty { metadata["namespace"] = nil } else { metadata["namespace"] = .string(namespace) }
    metadata["uid"] = .string(uid)
    metadata["creationTimestamp"] = .string(now.text)
    if tracksGeneration { metadata["generation"] = 1 }
    object["metadata"] = .object(metadata.withoutNulls)
  }

  /// Takes over from the stored object what an update does not change, so that clients may leave it out.
  static func prepareForUpdate(_ object: inout JSONValue, old: JSONValue) {
    var metadata = object["metadata"]?.object ?? [:]
    object["metadata"] = .null
    let kept = old["metadata"]?.object ?? [:]
    for name in ["selfLink", "managedFields"] { metadata[name] = nil }
    metadata = metadata.withoutNulls
    for name in ["creationTimestamp", "generation"] { metadata[name] = kept[name] }
    for name in ["uid", "name", "namespace"] where metadata[name]?.string ?? "" == "" { metadata[name] = kept[name] }
    // A deletion that has begun goes on.
    if kept["deletionTimestamp"] != nil {
      for name in ["deletionTimestamp", "deletionGracePeriodSeconds"] { metadata[name] = kept[name] }
    }
    metadata["resourceVersion"] = kept["resourceVersion"]
    object["metadata"] = .object(metadata)
  }

  /// A name that begins with `base`, cut so that it stays a label, and ends with five characters of chance.
  static func generatedName(_ base: String) -> String {
    var generator = SystemRandomNumberGenerator()
    return generatedName(base, using: &generator)
  }

  static func generatedName(_ base: String, using generator: inout some RandomNumberGenerator) -> String {
    let suffix = (0..<5).map { _ in suffixAlphabet[Int.random(in: 0..<suffixAlphabet.count, using: &generator)] }
    return String(base.prefix(generatedNameLimit - 5)) + String(suffix)
  }

  // MARK: what it refuses

  /// Faults of the types of metadata's members: what makes it undecodable.
  static func typeFaults(_ metadata: JSONObject) -> [String] {
    var faults: [String] = []
    func check(_ name: String, _ what: String, _ isRight: (JSONValue) -> Bool) {
      if let value = metadata[name], !value.isNull, !isRight(value) {
        faults.append("metadata.\(name) must be \(what), not \(value.typeName)")
      }
    }
    for name in ["name", "generateName", "namespace", "uid", "resourceVersion", "selfLink"] {
      check(name, "a string") { $0.string != nil }
    }
    for name in ["creationTimestamp", "deletionTimestamp"] {
      check(name, "a time") { $0.string.map { Timestamp($0) != nil } ?? false }
    }
    for name in ["generation", "deletionGracePeriodSeconds"] { check(name, "an integer") { $0.int64 != nil } }
    for name in ["labels", "annotations"] {
      check(name, "an object of strings") { value in
        value.object?.allSatisfy { $0.value.string != nil || $0.value.isNull } ?? false
      }
    }
    check("finalizers", "a list of strings") { $0.array?.allSatisfy { $0.string != nil } ?? false }
    check("ownerReferences", "a list of objects") { $0.array?.allSatisfy { isOwnerReference($0) } ?? false }
    return faults
  }

  private static func isOwnerReference(_ value: JSONValue) -> Bool {
    guard let reference = value.object else { return false }
    return ["apiVersion", "kind", "name", "uid"].allSatisfy {
      reference[$0].map { $0.isNull || $0.string != nil } ?? true
    }
      && ["controller", "blockOwnerDeletion"].allSatisfy { reference[$0].map { $0.isNull || $0.bool != nil } ?? true }
  }

  /// What is wrong with the metadata of a new or changed object.
  ///
  /// - Parameter isCustom: of a kind that is described by a CRD, whose finalizers may be plain names.
  static func validate(
    _ metadata: JSONObject, isNamespaced: Bool, nameForm: NameForm, isCustom: Bool
  ) -> [Cause] {
    var causes: [Cause] = []
    let name = metadata["name"]?.string ?? ""
    let generateName = metadata["generateName"]?.string ?? ""
    if !generateName.isEmpty {
      causes += NameMessages.prefix(generateName, nameForm).map { invalid("metadata.generateName", generateName, $0) }
    }
    if name.isEmpty {
      causes.append(Cause(.required, "metadata.name", "Required value: name or generateName is required"))
    } else {
      causes += NameMessages.name(name, nameForm).map { invalid("metadata.name", name, $0) }
    }
    let namespace = metadata["namespace"]?.string ?? ""
    if isNamespaced {
      if namespace.isEmpty {
        causes.append(Cause(.required, "metadata.namespace", "Required value"))
      } else {
        causes += NameMessages.label(namespace).map { invalid("metadata.namespace", namespace, $0) }
      }
    } else if !namespace.isEmpty {
      causes.append(Cause(.forbidden, "metadata.namespace", "Forbidden: not allowed on this type"))
    }
    if let generation = metadata["generation"]?.int64, generation < 0 {
      causes.append(
        Cause(
          .invalid, "metadata.generation", "Invalid value: \(generation): must be greater than or equal to 0"))
    }
    causes += labelFaults(metadata["labels"]?.object ?? [:], at: "metadata.labels")
    causes += annotationFaults(metadata["annotations"]?.object ?? [:])
    causes += ownerReferenceFaults(metadata["ownerReferences"]?.array ?? [])
    let finalizers = (metadata["finalizers"]?.array ?? []).compactMap(\.string)
    causes += finalizerFaults(finalizers)
    if !isCustom {
      for (index, finalizer) in finalizers.enumerated() {
        causes += Finalizers.ownerFaults(finalizer, at: "metadata.finalizers[\(index)]")
      }
    }
    return causes
  }

  static func labelFaults(_ labels: JSONObject, at field: String) -> [Cause] {
    labels.flatMap { key, value in
      let text = value.string ?? ""
      return NameMessages.qualifiedName(key).map { invalid(field, key, $0) }
        + NameMessages.labelValue(text).map { invalid(field, text, $0) }
    }
  }

  /// The most bytes of all annotations, keys and values.
  static let annotationLimit = 256 << 10

  private static func annotationFaults(_ annotations: JSONObject) -> [Cause] {
    var causes: [Cause] = []
    var size = 0
    for (key, value) in annotations {
      causes += NameMessages.qualifiedName(key.lowercased()).map { invalid("metadata.annotations", key, $0) }
      size += key.utf8.count + (value.string ?? "").utf8.count
    }
    if size > annotationLimit {
      causes.append(
        Cause(.tooLong, "metadata.annotations", "Too long: may not be more than \(annotationLimit) bytes"))
    }
    return causes
  }

  private static func ownerReferenceFaults(_ references: [JSONValue]) -> [Cause] {
    let field = "metadata.ownerReferences"
    var causes: [Cause] = []
    for reference in references {
      let kind = GroupVersionKind(
        apiVersion: reference["apiVersion"]?.string ?? "", kind: reference["kind"]?.string ?? "")
      let name = reference["name"]?.string ?? ""
      let uid = reference["uid"]?.string ?? ""
      if kind.version.isEmpty {
        causes.append(invalid(field + ".apiVersion", kind.apiVersion, "version must not be empty"))
      }
      if kind.kind.isEmpty { causes.append(invalid(field + ".kind", "", "kind must not be empty")) }
      if name.isEmpty { causes.append(invalid(field + ".name", "", "name must not be empty")) }
      if uid.isEmpty { causes.append(invalid(field + ".uid", "", "uid must not be empty")) }
      if kind == GroupVersionKind(version: "v1", kind: "Event") {
        causes.append(
          Cause(.invalid, field, "Invalid value: \"/v1, Kind=Event\": is disallowed from being an owner"))
      }
    }
    // Once, however many there are: it shows the whole list.
    let controllers = references.filter { $0["controller"]?.bool == true }.prefix(2).map { $0["name"]?.string ?? "" }
    if controllers.count == 2 {
      causes.append(
        Cause(
          .invalid, field,
          "Invalid value: \(JSONValue.array(references).jsonText()): one owner at most is the controller, and "
            + "\(controllers[0]) and \(controllers[1]) are both said to be"))
    }
    return causes
  }

  private static func finalizerFaults(_ finalizers: [String]) -> [Cause] {
    let field = "metadata.finalizers"
    var causes = finalizers.flatMap { finalizer in
      NameMessages.qualifiedName(finalizer).map { invalid(field, finalizer, $0) }
    }
    if finalizers.contains(Finalizers.orphan), finalizers.contains(Finalizers.foreground) {
      causes.append(
        Cause(
          .invalid, field,
          "Invalid value: [\(finalizers.map { "\"\($0)\"" }.joined(separator: ","))]: the orphan and "
            + "foregroundDeletion finalizers exclude each other"))
    }
    return causes
  }

  /// What an update may not change.
  static func validateUpdate(_ metadata: JSONObject, old: JSONObject) -> [Cause] {
    var causes: [Cause] = []
    if old["deletionTimestamp"] != nil {
      let known = Set((old["finalizers"]?.array ?? []).compactMap(\.string))
      let added = Set((metadata["finalizers"]?.array ?? []).compactMap(\.string)).subtracting(known).sorted()
      if !added.isEmpty {
        causes.append(
          Cause(
            .forbidden, "metadata.finalizers",
            "Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"
              + added.map(Status.quoted).joined(separator: ", ") + "}"))
      }
    }
    for name in ["name", "namespace", "uid", "creationTimestamp"] where metadata[name] != old[name] {
      causes.append(
        Cause(.invalid, "metadata.\(name)", "Invalid value: \(text(metadata[name])): field is immutable"))
    }
    for name in ["deletionTimestamp", "deletionGracePeriodSeconds"] where metadata[name] != old[name] {
      causes.append(
        Cause(
          .invalid, "metadata.\(name)",
          "Invalid value: \(text(metadata[name])): field is immutable; may only be changed via deletion"))
    }
    return causes
  }

  private static func text(_ value: JSONValue?) -> String { (value ?? .null).jsonText() }

  private static func invalid(_ field: String, _ value: String, _ message: String) -> Cause {
    Cause(.invalid, field, "Invalid value: \(Status.quoted(value)): \(message)")
  }
}

/// Finalizers that the API itself sets.
enum Finalizers {
  /// Dependents are to be left alone, by the garbage collector, before the object goes.
  static let orphan = "orphan"
  /// Dependents are to go before the object does.
  static let foreground = "foregroundDeletion"
  /// Of namespaces, while their objects are deleted.
  static let namespace = "kubernetes"

  /// Objects of Kubernetes' own kinds are held only by whom their finalizers name.
  static func ownerFaults(_ finalizer: String, at field: String) -> [Cause] {
    if finalizer.contains("/") || [orphan, foreground, namespace].contains(finalizer) { return [] }
    return [
      Cause(
        .invalid, field,
        "Invalid value: \(Status.quoted(finalizer)): a finalizer needs its owner's domain before it, such as "
          + "example.com/cleanup")
    ]
  }
}

extension JSONObject {
  /// Without members that are null: Kubernetes' decoders take those as absent.
  var withoutNulls: JSONObject { JSONObject(filter { !$0.value.isNull }) }
}
