import Glibc
import JSON
import YAML

/// Reads the Kubernetes objects of a folder's manifests: YAML (any number of documents) and JSON, Lists taken apart.
public struct ManifestDirectory: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// What could not be read, and why.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var file: String
    public var reason: String

    public var description: String { "\(file): \(reason)" }
  }

  /// Every object of every manifest, in the order of the files' names, and what was wrong with the others.
  ///
  /// A manifest with a fault adds nothing and hides none of the rest.
  public func load() -> (objects: [JSONValue], failures: [Failure]) {
    var objects: [JSONValue] = []
    var failures: [Failure] = []
    guard let names = Self.entries(of: path) else {
      return ([], [Failure(file: path, reason: "the folder can't be read: \(String(cString: strerror(errno)))")])
    }
    for name in names where Self.isManifest(name) {
      let file = path + "/" + name
      do {
        objects += try Self.objects(inFile: file)
      } catch {
        failures.append(error)
      }
    }
    return (objects, failures)
  }

  /// The objects of one manifest file.
  public static func objects(inFile file: String) throws(Failure) -> [JSONValue] {
    guard let bytes = contents(of: file) else {
      throw Failure(file: file, reason: "can't be read: \(String(cString: strerror(errno)))")
    }
    let documents: [JSONValue]
    do {
      documents = try YAML.documents(bytes)
    } catch {
      throw Failure(file: file, reason: "\(error)")
    }
    var objects: [JSONValue] = []
    for document in documents where !document.isNull {
      try collect(document, file: file, into: &objects)
    }
    return objects
  }

  private static func collect(_ value: JSONValue, file: String, into objects: inout [JSONValue]) throws(Failure) {
    guard let kind = value["kind"]?.string, value["apiVersion"]?.string != nil else {
      throw Failure(file: file, reason: "a document without apiVersion and kind is no Kubernetes object")
    }
    guard kind.hasSuffix("List"), let items = value["items"]?.array else { return objects.append(value) }
    for item in items { try collect(item, file: file, into: &objects) }
  }

  /// A text that changes whenever a manifest is added, removed or rewritten.
  ///
  /// Names, sizes and modification times are compared, through links: so it also notices how kubelet swaps the link of
  /// a mounted ConfigMap, which inotify on the folder would not tell reliably.
  public func signature() -> String {
    guard let names = Self.entries(of: path) else { return "" }
    return names.filter(Self.isManifest).map { name in
      var status = stat()
      guard stat(path + "/" + name, &status) == 0 else { return "\(name) gone" }
      return "\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
    }.joined(separator: "\n")
  }

  private static func isManifest(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
  }

  private static func entries(of path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted()
  }

  private static func contents(of file: String) -> [UInt8]? {
    guard let stream = fopen(file, "re") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      bytes += buffer[..<count]
      if count < buffer.count { return ferror(stream) == 0 ? bytes : nil }
    }
  }
}
