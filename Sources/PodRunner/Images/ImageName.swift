/// A container image's name, completed as container engines do: `x/y` is `docker.io/x/y:latest`.
struct ImageName: Sendable, Hashable, CustomStringConvertible {
  /// With registry, repository and tag or digest.
  let description: String

  /// Nil for what is no name.
  init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        true
      default: false
      }
    }
    guard isPlain, !text.isEmpty, text.utf8.count <= 240, !text.hasPrefix("/"), !text.hasPrefix("-") else { return nil }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    let isRegistry = parts.count > 1 && (parts[0].contains(".") || parts[0].contains(":") || parts[0] == "localhost")
    if !isRegistry {
      if parts.count == 1 { parts.insert("library", at: 0) }
      parts.insert("docker.io", at: 0)
    }
    let last = parts[parts.count - 1]
    if !last.contains(":"), !last.contains("@") { parts[parts.count - 1] = last + ":latest" }
    description = parts.joined(separator: "/")
  }

  /// As a file is named after it.
  var fileName: String { description.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F") }
}
