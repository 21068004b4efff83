import Foundation
import JSON
import OpenAPIGenerator
import Testing
import YAML

/// The repository's own files, found from where this test stands.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder, by path below it.
  static func files(below folder: String) throws -> [String: [UInt8]] {
    let base = root.appendingPathComponent(folder)
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
      let file = base.appendingPathComponent(path)
      if file.hasDirectoryPath || path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      files[path] = try Array(Data(contentsOf: file))
    }
    return files
  }
}

@Suite struct GeneratedOutputTests {
  @Test func generatedFilesAreCurrent() throws {
    let wanted = try Generator.files(from: Repository.files(below: "openapi"))
    for (path, text) in wanted {
      let present = try? String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
      #expect(present == text, "\(path) is not what openapi/ says: run `make generate`")
    }
    for folder in Generator.folders {
      for path in try Repository.files(below: folder).keys {
        #expect(wanted["\(folder)/\(path)"] != nil, "\(folder)/\(path) comes from nothing: run `make generate`")
      }
    }
  }

  @Test func everyTypeAndFieldIsDescribedInASentence() throws {
    for definition in try Source(files: Repository.files(below: "openapi")).definitions {
      #expect(definition.description.hasSuffix("."), "\(definition.name)")
      for field in definition.fields {
        #expect(field.description.hasSuffix("."), "\(definition.name).\(field.name)")
      }
    }
  }

  @Test(arguments: [
    (#"{"A":{"fields":{"b":{"type":"B"}}}}"#, "unknown type B"),
    (#"{"A":{"fields":{"b":{"type":"text"}}}}"#, "can't be read"),
    (#"{"A":{"fields":{"b":{"type":"string","requird":true}}}}"#, "attribute requird"),
    (#"{"A":{"fields":{}},"A":{"fields":{}}}"#, "duplicate field"),
  ])
  func faultsInTheSourceAreNamed(types: String, message: String) {
    let files = [
      "packages.json": Array(#"{"v1":{"module":"M","namespace":"V1","definitions":"v1."}}"#.utf8),
      "kinds.json": Array("{}".utf8),
      "v1/a.json": Array(types.utf8),
    ]
    let error = #expect(throws: SourceError.self) { _ = try Generator.files(from: files) }
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }
}
