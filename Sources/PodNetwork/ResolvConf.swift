import Kube

/// What a pod's resolv.conf says of name servers and search domains, for the guest's DHCP answers.
///
/// The file is read as laxly as KubeVirt reads it: a keyword needs no blank behind it, but none in front either, and the
/// address of a server is the first text on its line that looks like one.
public struct ResolvConf: Sendable, Hashable {
  /// One entry for every line that has something like an address; nil where it is none (`1.2.3.4.5`). The resolver of
  /// `8.8.8.8` where there is no entry at all.
  public var nameServerEntries: [IPAddress?]
  /// `cluster.local` where the file has none.
  public var searchDomains: [String]

  /// The servers that a guest can be told.
  public var nameServers: [IPAddress] { nameServerEntries.compactMap { $0 } }

  public init(parsing text: String) {
    nameServerEntries = []
    searchDomains = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("nameserver"), let address = Self.addressLike(in: line) {
        nameServerEntries.append(IPAddress(address).flatMap { $0.isV4 ? $0 : nil })
      } else if line.hasPrefix("search") {
        searchDomains += line.dropFirst("search".count).split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    if nameServerEntries.isEmpty { nameServerEntries = [IPAddress("8.8.8.8")] }
    if searchDomains.isEmpty { searchDomains = ["cluster.local"] }
  }

  /// The first match of the pattern `([0-9]{1,3}.?){4}`, longest groups first.
  private static func addressLike(in line: Substring) -> String? {
    let characters = Array(line.unicodeScalars)
    for start in characters.indices {
      if let end = end(ofGroups: 4, from: start, in: characters) {
        return String(String.UnicodeScalarView(characters[start..<end]))
      }
    }
    return nil
  }

  private static func end(ofGroups count: Int, from start: Int, in characters: [UnicodeScalar]) -> Int? {
    guard count > 0 else { return start }
    let digits = characters[start...].prefix(3).prefix { ("0"..."9").contains($0) }.count
    for length in stride(from: digits, to: 0, by: -1) {
      let next = start + length
      // With the character behind the digits, whatever it is, or without.
      if next < characters.count, let end = end(ofGroups: count - 1, from: next + 1, in: characters) { return end }
      if let end = end(ofGroups: count - 1, from: next, in: characters) { return end }
    }
    return nil
  }
}
