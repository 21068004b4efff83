import Kube

/// How a client wants objects: what is told of them, and in which notation.
public struct ResponseFormat: Sendable, Hashable {
  /// What a table's rows carry of their objects (meta/v1 IncludeObjectPolicy).
  public enum IncludeObject: String, Sendable, Hashable {
    case none = "None"
    case metadata = "Metadata"
    case object = "Object"
  }

  /// The version of meta.k8s.io that tables and metadata are in.
  public enum MetaVersion: String, Sendable, Hashable {
    case v1, v1beta1
    var apiVersion: String { "meta.k8s.io/" + rawValue }
  }

  public enum Shape: Sendable, Hashable {
    case object
    case table(includeObject: IncludeObject, MetaVersion)
    case partialMetadata(MetaVersion)
  }

  public enum Notation: Sendable, Hashable {
    case json, yaml
  }

  public var shape: Shape
  public var notation: Notation
  /// Indented JSON, for people.
  public var isPretty: Bool

  public init(shape: Shape = .object, notation: Notation = .json, isPretty: Bool = false) {
    self.shape = shape
    self.notation = notation
    self.isPretty = isPretty
  }

  /// Whole objects as compact JSON.
  public static let json = ResponseFormat()

  public var contentType: String { notation == .yaml ? "application/yaml" : "application/json" }

  /// Chooses the first of the client's alternatives that can be answered
  /// (kubernetes.io/docs/reference/using-api/api-concepts, "Alternate representations" and "Receiving resources as
  /// Tables").
  ///
  /// - Parameter isStream: a watch, for which there is no YAML.
  /// - Throws: a Status with code 406 when nothing fits, 400 for an unknown `includeObject`.
  public static func negotiate(
    _ accept: String, options: RequestOptions = RequestOptions(), isStream: Bool = false
  ) throws(Status) -> ResponseFormat {
    if accept.isEmpty { return ResponseFormat(isPretty: options.pretty) }
    for range in MediaRange.parse(accept) {
      for notation in isStream ? [Notation.json] : [.json, .yaml] {
        guard range.matches("application", notation == .json ? "json" : "yaml"),
          let shape = try shape(range.parameters, options)
        else { continue }
        return ResponseFormat(
          shape: shape, notation: notation, isPretty: options.pretty || range.parameters["pretty"] == "1")
      }
    }
    throw notAcceptable(isStream ? ["application/json;stream=watch"] : ["application/json", "application/yaml"])
  }

  static func notAcceptable(_ types: [String]) -> Status {
    .failure(
      .notAcceptable, code: 406,
      message: "only the following media types are accepted: " + types.joined(separator: ", "))
  }

  /// Nil where the alternative asks for something else than is known.
  private static func shape(_ parameters: [String: String], _ options: RequestOptions) throws(Status) -> Shape? {
    guard let kind = parameters["as"] else { return .object }
    guard parameters["g"] == "meta.k8s.io", let version = parameters["v"].flatMap(MetaVersion.init) else { return nil }
    switch kind {
    case "Table": return .table(includeObject: try includeObject(options.includeObject), version)
    case "PartialObjectMetadata", "PartialObjectMetadataList": return .partialMetadata(version)
    default: return nil
    }
  }

  private static func includeObject(_ text: String) throws(Status) -> IncludeObject {
    if text.isEmpty { return .metadata }
    guard let policy = IncludeObject(rawValue: text) else {
      throw .badRequest(
        "Unable to convert to Table as requested: includeObject: Invalid value: \"\(text)\": "
          + "must be 'Metadata', 'Object', 'None', or empty")
    }
    return policy
  }
}
