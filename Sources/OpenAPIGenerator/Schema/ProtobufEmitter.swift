import JSON

/// Writes the table by which Kubernetes' binary form of its own kinds is read.
struct ProtobufEmitter {
  let source: Source

  func files() -> [String: String] {
    guard let messages = source.protobufMessages else { return [:] }
    let text = """
      // Made from openapi/ by `make generate`; what is changed here is lost with the next one.

      extension APISchemas {
        /// Messages by name, and in each the fields by number: name and type (see openapi/README.md).
        public static let protobufMessages: StaticString = ##"\(messages.serialized())"##
      }

      """
    return ["\(SchemaTableEmitter.folder)/APISchemas+Protobuf.swift": text]
  }
}
