import JSON

/// Reads YAML, and JSON with it, into JSON trees, as Kubernetes' tools do.
public enum YAML {
  /// Bounds on what a text may grow to.
  public struct Limits: Sendable, Hashable {
    /// Levels of lists and mappings in one another.
    public var depth: Int
    /// Values that aliases may stand for, all together.
    public var aliasedNodes: Int

    public init(depth: Int = 128, aliasedNodes: Int = 100_000) {
      self.depth = depth
      self.aliasedNodes = aliasedNodes
    }
  }

  /// Reads all documents of a stream; those that are empty or null are left out.
  public static func documents(
    _ text: some Collection<UInt8>, limits: Limits = Limits()
  ) throws(YAMLError) -> [JSONValue] {
    let bytes = Array(text)
    if let json = json(bytes, limits: limits) { return [json] }
    return try composeAll(bytes, limits: limits)
  }

  /// Reads all documents of a stream; those that are empty or null are left out.
  public static func documents(_ text: String, limits: Limits = Limits()) throws(YAMLError) -> [JSONValue] {
    try documents(text.utf8, limits: limits)
  }

  /// Reads a text of one document; an empty text is null.
  public static func value(parsing text: String, limits: Limits = Limits()) throws(YAMLError) -> JSONValue {
    let documents = try documents(text, limits: limits)
    guard documents.count <= 1 else { throw YAMLError(.severalDocuments, line: 0, column: 0) }
    return documents.first ?? .null
  }

  /// JSON is nearly YAML; what begins like it and is it, is read as such (libyaml refuses surrogate pairs).
  private static func json(_ bytes: [UInt8], limits: Limits) -> JSONValue? {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = bytes.first(where: { !blanks.contains($0) }), first == 0x7B || first == 0x5B else { return nil }
    let (value, problems) = bytes.withUnsafeBytes {
      JSONValue.decode($0, options: JSONReader.Options(depthLimit: limits.depth))
    }
    guard problems.isEmpty else { return nil }
    return value
  }

  private static func composeAll(_ bytes: [UInt8], limits: Limits) throws(YAMLError) -> [JSONValue] {
    // A typed error does not pass through `withUnsafeBytes`' rethrow in every toolchain; a Result does.
    let result = bytes.withUnsafeBytes { buffer -> Result<[JSONValue], YAMLError> in
      guard let parser = YAMLEventParser(buffer) else {
        return .failure(YAMLError(.syntax("out of memory"), line: 0, column: 0))
      }
      var composer = YAMLComposer(parser, limits: limits)
      do throws(YAMLError) {
        return .success(try composer.composeStream())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
