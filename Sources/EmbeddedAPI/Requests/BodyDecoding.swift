import APISchemas
import JSON
import Kube
import YAML

/// Reads the bodies of requests.
enum BodyDecoding {
  /// The most bytes that a body may have.
  static let limit = 3 << 20

  /// A body as a tree, with the members that it gives twice.
  struct Document {
    var value: JSONValue
    /// `duplicate field "spec.running"`, in order.
    var duplicates: [String] = []
  }

  /// What the API reads.
  static let mediaTypes = ["application/json", "application/yaml", KubernetesProtobuf.mediaType]

  private static let protobuf = KubernetesProtobuf(table: APISchemas.protobufMessages)

  /// The type of a `Content-Type` without its parameters, in lower case; JSON where nothing is said.
  static func mediaType(_ contentType: String) -> String {
    let type = contentType.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    return type.isEmpty ? "application/json" : type
  }

  /// Reads JSON, YAML, or Kubernetes' protobuf.
  ///
  /// - Parameter kind: what is wanted, for the message of an error.
  static func document(_ body: [UInt8], contentType: String, kind: String) throws(Status) -> Document {
    switch mediaType(contentType) {
    case "application/json", "text/json", "*/*":
      do throws(DecodingFault) {
        return try json(body)
      } catch {
        throw unrecognized(kind, "couldn't get version/kind; json parse error: \(error.message)", body)
      }
    case "application/yaml", "application/x-yaml", "text/yaml":
      do throws(DecodingFault) {
        return Document(value: try yaml(body))
      } catch {
        throw unrecognized(kind, "yaml: \(error.message)", body)
      }
    case KubernetesProtobuf.mediaType:
      do throws(KubernetesProtobuf.Malformed) {
        return Document(value: try protobuf.object(body))
      } catch {
        throw unrecognized(kind, error.description, [])
      }
    default: throw .unsupportedBody(accepting: mediaTypes)
    }
  }

  struct DecodingFault: Error {
    var message: String
  }

  static func json(_ body: [UInt8]) throws(DecodingFault) -> Document {
    let (value, problems) = body.withUnsafeBytes { JSONValue.decode($0) }
    if body.isEmpty { throw DecodingFault(message: "unexpected end of JSON input") }
    if let fault = problems.first(where: \.isFault) { throw DecodingFault(message: String(describing: fault)) }
    let duplicates = problems.compactMap { problem -> String? in
      guard case .duplicateField(let name) = problem.kind else { return nil }
      let parent = problem.fieldPath
      return "duplicate field \(Status.quoted(parent.isEmpty ? name : parent + "." + name))"
    }
    return Document(value: value, duplicates: duplicates)
  }

  static func yaml(_ body: [UInt8]) throws(DecodingFault) -> JSONValue {
    do throws(YAMLError) {
      let documents = try YAML.documents(body)
      guard documents.count <= 1 else { throw YAMLError(.severalDocuments, line: 0, column: 0) }
      return documents.first ?? .null
    } catch {
      throw DecodingFault(message: String(describing: error))
    }
  }

  private static func unrecognized(_ kind: String, _ why: String, _ body: [UInt8]) -> Status {
    let summary =
      body.isEmpty
      ? "<empty>" : String(decoding: body.prefix(30), as: UTF8.self) + (body.count > 30 ? " ..." : "")
    return .badRequest("the object provided is unrecognized (must be of type \(kind)): \(why) (\(summary))")
  }
}

/// What is said about an object's members that nobody knows or that are given twice.
struct FieldFindings {
  /// Each as Kubernetes words it: `unknown field "spec.foo"`, `duplicate field "spec.bar"`.
  var messages: [String]

  /// Refuses the object, says so in warnings, or stays silent.
  ///
  /// - Returns: the warnings.
  func apply(_ validation: RequestOptions.FieldValidation, _ kind: GroupVersionKind) throws(Status) -> [String] {
    guard !messages.isEmpty else { return [] }
    switch validation {
    case .ignore: return []
    case .warn: return messages
    case .strict:
      throw .badRequest(
        "\(kind.kind) in version \(Status.quoted(kind.version)) cannot be handled as a \(kind.kind): "
          + "strict decoding error: " + messages.joined(separator: ", "))
    }
  }
}

/// Whether a body is an object of the kind that the path names.
enum BodyIdentity {
  /// Checks `apiVersion` and `kind`, and fills them in where a built-in kind may leave them out.
  static func check(_ object: inout JSONValue, is kind: GroupVersionKind, isCustom: Bool) throws(Status) {
    guard case .object(let members) = object else {
      throw .badRequest(
        "the object provided is unrecognized (must be of type \(kind.kind)): couldn't get version/kind; json parse "
          + "error: the body is \(object.typeName), not an object")
    }
    let foundKind = try text(members["kind"], "kind", kind)
    let foundVersion = try text(members["apiVersion"], "apiVersion", kind)
    if isCustom {
      if foundKind.isEmpty { throw .badRequest("Object 'Kind' is missing in '\(excerpt(object))'") }
      if foundVersion.isEmpty { throw .badRequest("Object 'apiVersion' is missing in '\(excerpt(object))'") }
    }
    let found = GroupVersionKind(apiVersion: foundVersion, kind: foundKind)
    if !foundKind.isEmpty, foundKind != kind.kind {
      throw .badRequest(
        "\(foundKind) in version \(Status.quoted(found.version)) cannot be handled as a \(kind.kind): the object's kind "
          + "is not the one that this path takes")
    }
    if !foundVersion.isEmpty, foundVersion != kind.apiVersion {
      // What is no custom object is not decoded at all, and that is said first.
      let start =
        isCustom ? "" : "\(kind.kind) in version \(Status.quoted(found.version)) cannot be handled as a \(kind.kind): "
      throw .badRequest(
        "\(start)the API version in the data (\(foundVersion)) does not match the expected API version "
          + "(\(kind.apiVersion))")
    }
    if foundKind.isEmpty { object["kind"] = .string(kind.kind) }
    if foundVersion.isEmpty { object["apiVersion"] = .string(kind.apiVersion) }
    switch object["metadata"] {
    case nil, .null?: object["metadata"] = [:]
    case .object?: break
    case .some(let other):
      throw .badRequest(
        "\(kind.kind) in version \(Status.quoted(kind.version)) cannot be handled as a \(kind.kind): metadata must be an "
          + "object, not \(other.typeName)")
    }
  }

  private static func text(_ value: JSONValue?, _ name: String, _ kind: GroupVersionKind) throws(Status) -> String {
    switch value {
    case nil, .null?: return ""
    case .string(let text)?: return text
    case .some(let other):
      throw .badRequest(
        "the object provided is unrecognized (must be of type \(kind.kind)): couldn't get version/kind; \(name) must be "
          + "a string, not \(other.typeName)")
    }
  }

  private static func excerpt(_ object: JSONValue) -> String { String(object.jsonText().prefix(200)) }
}
