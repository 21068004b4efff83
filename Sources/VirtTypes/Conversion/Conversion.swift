import JSON

/// Writes kubevirt.io objects in another version of their group, in both directions without loss.
///
/// Version v1alpha3 has the fields of v1; v1alpha2 differs by the rules of `ConversionTable`. What v1 cannot express is
/// kept in one annotation of the v1 form (`LegacyRemainder`), which the v1alpha2 form does not have. What only v1
/// knows stays where it is, since v1alpha2 keeps unknown fields. Of the metadata only annotations change.
public enum Conversion {
  /// The annotation that carries what v1 cannot express.
  public static let annotation = LegacyRemainder.annotation

  /// The object, or list of objects, as `apiVersion` (group and version) writes it.
  public static func convert(_ value: JSONValue, to apiVersion: String) throws(ConversionError) -> JSONValue {
    guard let object = value.object, let kind = object["kind"]?.string, let current = object["apiVersion"]?.string,
      !kind.isEmpty, !current.isEmpty
    else { throw ConversionError(value, .notAnObject) }
    if current == apiVersion { return value }
    guard let from = APIVersion(current), let to = APIVersion(apiVersion), from.group == to.group else {
      throw ConversionError(value, .otherGroup(wanted: apiVersion))
    }
    if kind.hasSuffix("List"), let items = object["items"]?.array {
      var list = object
      var converted: [JSONValue] = []
      converted.reserveCapacity(items.count)
      for item in items { converted.append(try convert(item, to: apiVersion)) }
      list["items"] = .array(converted)
      list["apiVersion"] = .string(apiVersion)
      return .object(list)
    }
    guard from.group == "kubevirt.io", let table = ConversionTable(kind: kind) else {
      return value.withAPIVersion(apiVersion)
    }
    guard let source = Shape(version: from.version) else { throw ConversionError(value, .unknownVersion(current)) }
    guard let target = Shape(version: to.version) else { throw ConversionError(value, .unknownVersion(apiVersion)) }
    let converted: JSONValue
    switch (source, target) {
    case (.legacy, .current): converted = try currentForm(of: value, table)
    case (.current, .legacy): converted = legacyForm(of: value, table)
    case (.legacy, .legacy), (.current, .current): converted = value
    }
    return converted.withAPIVersion(apiVersion)
  }

  /// From v1alpha2 to the fields of v1.
  private static func currentForm(of legacy: JSONValue, _ table: ConversionTable) throws(ConversionError) -> JSONValue {
    let wanted = LegacyRemainder.removed(from: legacy)
    var current = wanted
    table.toCurrent(&current)
    guard let fitted = CurrentSchema.fitted(current, kind: table.kind) else {
      throw ConversionError(legacy, .tooManyUnknownFields)
    }
    current = fitted
    var derived = current
    table.toLegacy(&derived)
    let remainder = LegacyRemainder(of: wanted, beside: derived, table: table)
    guard !remainder.isEmpty else { return current }
    remainder.add(to: &current)
    guard LegacyRemainder.annotationsFit(current) else { throw ConversionError(legacy, .remainderTooLarge) }
    return current
  }

  /// From the fields of v1 to v1alpha2. Never fails: an annotation that makes no sense counts for nothing.
  private static func legacyForm(of current: JSONValue, _ table: ConversionTable) -> JSONValue {
    var legacy = LegacyRemainder.removed(from: current)
    table.toLegacy(&legacy)
    LegacyRemainder(storedIn: current)?.apply(to: &legacy, table: table)
    return legacy
  }

  /// Which of the two sets of fields a version has.
  private enum Shape {
    case legacy, current

    init?(version: String) {
      switch version {
      case "v1alpha2": self = .legacy
      case "v1alpha3", "v1": self = .current
      default: return nil
      }
    }
  }

  private struct APIVersion {
    var group: String
    var version: String

    init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      group = String(parts[0])
      version = String(parts[1])
    }
  }
}

/// Why an object cannot be written in another version.
public struct ConversionError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case notAnObject
    case otherGroup(wanted: String)
    case unknownVersion(String)
    case tooManyUnknownFields
    /// The annotations would be longer than an API server takes.
    case remainderTooLarge
  }

  /// Kind, namespace and name, as far as they are known.
  public var object: String
  public var reason: Reason

  init(_ value: JSONValue, _ reason: Reason) {
    let names = [value.value(at: "metadata", "namespace"), value.value(at: "metadata", "name")]
    let name = names.compactMap { $0?.string }.joined(separator: "/")
    object = [value["kind"]?.string ?? "object", name].filter { !$0.isEmpty }.joined(separator: " ")
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .notAnObject: "\(object): must have apiVersion and kind to be converted"
    case .otherGroup(let wanted): "\(object): cannot be converted to \"\(wanted)\", which is no version of its group"
    case .unknownVersion(let version):
      "\(object): \"\(version)\" is none of the versions kubevirt.io/v1alpha2, kubevirt.io/v1alpha3, kubevirt.io/v1"
    case .tooManyUnknownFields: "\(object): has too many fields that version v1 does not have"
    case .remainderTooLarge:
      """
      \(object): the fields that version v1 does not have must be kept in annotations, which must not exceed \
      \(LegacyRemainder.annotationLimit) bytes in all
      """
    }
  }
}

extension JSONValue {
  fileprivate func withAPIVersion(_ apiVersion: String) -> JSONValue {
    var copy = self
    copy["apiVersion"] = .string(apiVersion)
    return copy
  }
}
