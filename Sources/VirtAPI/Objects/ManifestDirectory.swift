import Glibc
import JSON
import Transport
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

  /// What the manifests say, and what was wrong with some.
  public struct Contents: Sendable {
    /// The objects of each manifest, in the order of the files' names.
    public var manifests: [(file: String, objects: [JSONValue])] = []
    public var failures: [Failure] = []

    /// Every object of every manifest.
    public var objects: [JSONValue] { manifests.flatMap(\.objects) }

    public init() {}
  }

  /// Bytes that one manifest may have.
  private static let sizeLimit = 64 << 20

  /// Reads all manifests. A faulty one hides none of the rest.
  ///
  /// - Parameter previous: what was read before. A manifest that can't be read now still says what it said then, and
  ///   so does the whole folder: a file that is half-written must not take a preset away for a moment.
  public func load(keeping previous: Contents = Contents()) -> Contents {
    var contents = Contents()
    guard let names = Self.entries(of: path) else {
      let reason = "the folder can't be read: \(String(cString: strerror(errno)))"
      contents.manifests = previous.manifests
      contents.failures = [Failure(file: path, reason: reason)]
      return contents
    }
    for name in names where Self.isManifest(name) {
      let file = path + "/" + name
      do {
        contents.manifests.append((file, try Self.objects(inFile: file)))
      } catch {
        contents.failures.append(error)
        contents.manifests += previous.manifests.filter { $0.file == file }
      }
    }
    return contents
  }

  /// Why the folder can't be read; nil when it can.
  public var unreadableReason: String? {
    Self.entries(of: path) == nil ? String(cString: strerror(errno)) : nil
  }

  /// The objects of one manifest file.
  public static func objects(inFile file: String) throws(Failure) -> [JSONValue] {
    let bytes: [UInt8]
    do {
      bytes = try File.read(file, limit: sizeLimit)
    } catch {
      throw Failure(file: file, reason: "can't be read: \(error)")
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
}
