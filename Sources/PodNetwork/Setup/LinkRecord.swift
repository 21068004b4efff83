import Glibc
import JSON
import Transport

/// The file that keeps what the pod's links were at first.
struct LinkRecord: Sendable {
  var path: String

  /// The links by name; nothing where there is no file, or none that this program wrote.
  func load() -> [String: PodLink] {
    guard let bytes = try? File.read(path, limit: 1 << 20), let json = try? JSONValue(parsing: bytes) else {
      return [:]
    }
    let links = json["links"]?.array?.compactMap { PodLink($0) } ?? []
    return Dictionary(links.map { ($0.name, $0) }) { first, _ in first }
  }

  /// On disk when it returns, so that a change to the links is never without its record.
  func save(_ links: [String: PodLink]) throws(NetworkError) {
    let json: JSONValue = ["links": .array(links.values.sorted { $0.name < $1.name }.map(\.json))]
    if let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }) { mkdir(folder, 0o755) }
    do throws(TransportError) {
      try File.replace(path, with: Array(json.serialized().utf8))
    } catch {
      throw .unknownOrigin("the pod's links cannot be recorded: \(error)")
    }
  }
}
