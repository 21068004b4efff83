import JSON

/// What is wrong with a file in `openapi/`.
public struct SourceError: Error, CustomStringConvertible {
  public var file: String
  public var message: String
  public var description: String { "openapi/\(file): \(message)" }
}

/// Everything that `openapi/` says.
public struct Source: Sendable {
  public var definitions: [Definition] = []
  public var kinds: [Kind] = []
  /// Kubernetes' own kinds, as far as they have schemas here.
  public var kubernetesKinds: [Kind] = []
  /// Objects of ours as another group sees them: with paths below them, and without the objects themselves.
  public var subresourceKinds: [Kind] = []
  /// The fields of Kubernetes' messages by number; nil where the file is not there.
  public var protobufMessages: JSONValue?
  private static let kubernetesKindsPath = "kubernetes/kinds.json"
  private var positions: [String: Int] = [:]

  /// Reads the files; `files` holds their bytes by path below `openapi/`.
  public init(files: [String: [UInt8]]) throws {
    let packages = try Self.readPackages(files)
    for path in files.keys.sorted()
    where path.hasSuffix(".json") && path.contains("/") && path != Self.kubernetesKindsPath {
      let file = String(path.dropLast(5))
      guard let package = Self.package(of: file, in: packages) else {
        throw SourceError(file: path, message: "belongs to no package of packages.json")
      }
      guard let types = try Self.parse(path, files).object else {
        throw SourceError(file: path, message: "must be an object of types")
      }
      for (name, value) in types {
        try add(DefinitionReader(path: path).read(name, value, package: package, file: file))
      }
    }
    try checkReferences()
    if files["protobuf.json"] != nil { protobufMessages = try Self.parse("protobuf.json", files) }
    for (name, value) in try Self.parse("kinds.json", files).object ?? JSONObject() {
      kinds.append(try Kind.read(name, value, source: self, isKubernetes: false))
    }
    for (name, value) in files["subresources.json"] == nil
      ? JSONObject() : try Self.parse("subresources.json", files).object ?? JSONObject()
    {
      subresourceKinds.append(try Kind.read(name, value, source: self, isKubernetes: false))
    }
    if files[Self.kubernetesKindsPath] == nil { return }
    for (name, value) in try Self.parse(Self.kubernetesKindsPath, files).object ?? JSONObject() {
      kubernetesKinds.append(try Kind.read(name, value, source: self, isKubernetes: true))
    }
  }

  /// The package of the file itself, or of the closest folder around it.
  private static func package(of file: String, in packages: [String: Package]) -> Package? {
    var path = file[...]
    while true {
      if let package = packages[String(path)] { return package }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = path[..<slash]
    }
  }

  private static func parse(_ path: String, _ files: [String: [UInt8]]) throws -> JSONValue {
    guard let bytes = files[path] else { throw SourceError(file: path, message: "is missing") }
    let (value, problems) = bytes.withUnsafeBytes { JSONValue.decode($0) }
    // A type or field that is given twice is as wrong as a comma too many.
    if let problem = problems.first { throw SourceError(file: path, message: "\(problem)") }
    return value
  }

  private static func readPackages(_ files: [String: [UInt8]]) throws -> [String: Package] {
    var packages: [String: Package] = [:]
    for (path, value) in try parse("packages.json", files).object ?? JSONObject() {
      guard let namespace = value["namespace"]?.string,
        let definitions = value["definitions"]?.string
      else { throw SourceError(file: "packages.json", message: "\(path) needs namespace and definitions") }
      packages[path] = Package(
        module: value["module"]?.string, namespace: namespace, definitions: definitions,
        kubernetesDefinitions: value["kubernetesDefinitions"]?.string ?? definitions)
    }
    return packages
  }

  private mutating func add(_ definition: Definition) throws {
    if positions.updateValue(definitions.count, forKey: definition.swiftName) != nil {
      throw SourceError(file: definition.file, message: "\(definition.swiftName) is defined twice")
    }
    definitions.append(definition)
  }

  /// The definition that a name means inside a namespace: one of its own, one of the namespace around it, a qualified
  /// one, or Kubernetes' own (which `Kube.` before the name demands).
  public func definition(_ name: String, in namespace: String) -> Definition? {
    let kubePrefix = "Kube."
    let candidates =
      name.hasPrefix(kubePrefix)
      ? [String(name.dropFirst(kubePrefix.count))]
      : [namespace + "." + name, namespace.prefix { $0 != "." } + "." + name, name]
    return candidates.lazy.compactMap { positions[$0] }.first.map { definitions[$0] }
  }

  private func checkReferences() throws {
    for definition in definitions {
      for field in definition.fields {
        for name in field.type.namedTypes where self.definition(name, in: definition.package.namespace) == nil {
          throw SourceError(
            file: definition.file, message: "\(definition.name).\(field.name) has the unknown type \(name)")
        }
      }
    }
  }
}

extension FieldType {
  /// The names of the types of ours in it.
  var namedTypes: [String] {
    switch self {
    case .scalar: []
    case .named(let name): [name]
    case .optional(let inner), .list(let inner), .map(let inner): inner.namedTypes
    }
  }
}

/// Reads one definition, and refuses whatever it does not know.
private struct DefinitionReader {
  var path: String

  func fail(_ message: String) -> SourceError { SourceError(file: path, message: message) }

  func read(_ name: String, _ value: JSONValue, package: Package, file: String) throws -> Definition {
    var definition = Definition(
      name: name, description: "", fields: [], isNullable: false, mapType: nil, package: package, file: file)
    for (key, value) in value.object ?? JSONObject() {
      switch (key, value) {
      case ("description", .string(let text)): definition.description = text
      case ("nullable", .bool(let flag)): definition.isNullable = flag
      case ("mapType", .string(let text)): definition.mapType = text
      case ("fields", .object(let fields)):
        definition.fields = try fields.map { try readField(name, $0.key, $0.value) }
      default: throw fail("\(name) has the unknown or mistyped attribute \(key)")
      }
    }
    if definition.package.module != nil && definition.fields.count > 64 {
      throw fail("\(name) has more than 64 fields, which is all the decoder can track")
    }
    return definition
  }

  private func readField(_ typeName: String, _ name: String, _ value: JSONValue) throws -> Field {
    guard let notation = value["type"]?.string, let type = FieldType(notation) else {
      throw fail("\(typeName).\(name) has no type, or one that can't be read")
    }
    var field = Field(
      name: name, type: type, description: "", isRequired: false, isAlwaysWritten: false, enumeration: [],
      crd: CRDConstraints(), merge: MergeSemantics())
    for (key, value) in value.object ?? JSONObject() where key != "type" {
      guard try read(key, value, into: &field) else {
        throw fail("\(typeName).\(name) has the unknown or mistyped attribute \(key)")
      }
    }
    return field
  }

  private func read(_ key: String, _ value: JSONValue, into field: inout Field) throws -> Bool {
    switch (key, value) {
    case ("description", .string(let text)): field.description = text
    case ("required", .bool(let flag)): field.isRequired = flag
    case ("demanded", .bool(let flag)): field.isDemanded = flag
    case ("always", .bool(let flag)): field.isAlwaysWritten = flag
    case ("enum", .array(let values)): field.enumeration = values.compactMap(\.string)
    case ("values", .array): break  // Known values, for readers; nothing enforces them.
    case ("crdEnum", .array(let values)): field.crd.enumeration = values.compactMap(\.string)
    case ("nullable", .bool(let flag)): field.crd.isNullable = flag
    case ("nullableItems", .bool(let flag)): field.crd.hasNullableItems = flag
    case ("keepsUnknown", .bool(let flag)): field.crd.keepsUnknown = flag
    case ("default", let value): field.crd.defaultValue = value
    case ("rules", .array(let rules)): field.crd.rules = rules.compactMap(\.string)
    case ("listType", .string(let text)): field.merge.listType = text
    case ("listMapKeys", .array(let keys)): field.merge.listMapKeys = keys.compactMap(\.string)
    case ("patchStrategy", .string(let text)): field.merge.patchStrategy = text
    case ("patchMergeKey", .string(let text)): field.merge.patchMergeKey = text
    case (_, .number(let number)) where CRDConstraints.boundNames.contains(key):
      guard let bound = number.int64 else { return false }
      field.crd.bounds.append((key, bound))
    default: return false
    }
    return true
  }
}
