/// Makes everything that comes from `openapi/`.
public enum Generator {
  /// The generated files by path below the repository's root; `source` holds the files of `openapi/` by path below it.
  public static func files(from source: [String: [UInt8]]) throws -> [String: String] {
    let source = try Source(files: source)
    let parts = [
      SwiftEmitter(source: source).files(), CRDEmitter(source: source).files(), OpenAPIEmitter(source: source).files(),
      ConstraintEmitter(source: source).files(), try SchemaTableEmitter(source: source).files(),
      ProtobufEmitter(source: source).files(),
    ]
    return parts.reduce(into: [:]) { files, part in files.merge(part) { first, _ in first } }
  }

  /// Folders that hold generated files only, so that whatever else is in them is left from an earlier run.
  public static let folders = [
    "Sources/Kube/Generated", "Sources/VirtTypesV1/Generated", "Sources/VirtTypesV1alpha2/Generated",
    ConstraintEmitter.folder, SchemaTableEmitter.folder,
    CRDEmitter.folder, OpenAPIEmitter.folder,
  ]
}
