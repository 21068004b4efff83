import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct ResponseFormatTests {
  private static let table = ResponseFormat.Shape.table(includeObject: .metadata, .v1)

  /// As kubectl 1.32 and client-go send them.
  @Test(arguments: [
    ("", ResponseFormat.Shape.object, ResponseFormat.Notation.json),
    ("*/*", .object, .json),
    ("application/json", .object, .json),
    ("application/json, */*", .object, .json),
    ("application/vnd.kubernetes.protobuf,application/json", .object, .json),
    (
      "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json",
      table, .json
    ),
    (
      "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json",
      .table(includeObject: .metadata, .v1beta1), .json
    ),
    ("application/json;as=Table;v=v9;g=meta.k8s.io,application/json", .object, .json),
    (
      "application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,"
        + "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json",
      .partialMetadata(.v1), .json
    ),
    ("application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", .partialMetadata(.v1), .json),
    ("application/yaml", .object, .yaml),
    ("application/json;q=0.5, application/yaml", .object, .yaml),
    ("application/yaml;q=0, application/*", .object, .json),
    ("text/html, application/xhtml+xml, */*;q=0.8", .object, .json),
  ])
  func takesTheFirstThatCanBeAnswered(accept: String, shape: ResponseFormat.Shape, notation: ResponseFormat.Notation)
    throws
  {
    let format = try ResponseFormat.negotiate(accept)
    #expect(format.shape == shape)
    #expect(format.notation == notation)
  }

  @Test(arguments: ["application/vnd.kubernetes.protobuf", "text/html", "application/json;as=Table;v=v1;g=other"])
  func refusesWhatItDoesNotWrite(accept: String) {
    let status = #expect(throws: Status.self) { try ResponseFormat.negotiate(accept) }
    #expect(status?.code == 406)
    #expect(status?.reason == .notAcceptable)
    #expect(status?.message == "only the following media types are accepted: application/json, application/yaml")
  }

  @Test func watchesAreNeverYAML() throws {
    #expect(throws: Status.self) { try ResponseFormat.negotiate("application/yaml", isStream: true) }
    #expect(try ResponseFormat.negotiate("application/yaml,*/*;q=0.1", isStream: true).notation == .json)
  }

  @Test func readsWhatRowsCarry() throws {
    var options = RequestOptions()
    let accept = "application/json;as=Table;v=v1;g=meta.k8s.io"
    options.includeObject = "None"
    #expect(try ResponseFormat.negotiate(accept, options: options).shape == .table(includeObject: .none, .v1))
    options.includeObject = "Object"
    #expect(try ResponseFormat.negotiate(accept, options: options).shape == .table(includeObject: .object, .v1))
    options.includeObject = "Foo"
    let status = #expect(throws: Status.self) { try ResponseFormat.negotiate(accept, options: options) }
    #expect(status?.code == 400)
  }

  @Test func isPrettyWhenAsked() throws {
    var options = RequestOptions()
    #expect(try ResponseFormat.negotiate("application/json;pretty=1").isPretty)
    #expect(try !ResponseFormat.negotiate("*/*", options: options).isPretty)
    options.pretty = true
    #expect(try ResponseFormat.negotiate("*/*", options: options).isPretty)
  }
}
