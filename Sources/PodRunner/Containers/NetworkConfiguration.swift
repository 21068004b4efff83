import JSON

/// The pods' network: a link of its own to the machine for each (CNI specification 1.0, plugins ptp and portmap).
struct NetworkConfiguration: Sendable, Hashable {
  /// Such as `10.91.7.0/24`.
  var subnet: String
  /// Where addresses that are given away are kept.
  var dataDirectory: String
  /// Whether pods reach other networks under the machine's address; needs iptables.
  var masquerades: Bool

  static let name = "swift-virt"

  /// The plugins in their order.
  var plugins: [JSONValue] {
    [
      [
        "cniVersion": "0.4.0", "name": .string(Self.name), "type": "ptp", "ipMasq": .bool(masquerades),
        "ipam": [
          "type": "host-local", "ranges": [[["subnet": .string(subnet)]]], "routes": [["dst": "0.0.0.0/0"]],
          "dataDir": .string(dataDirectory),
        ],
      ]
    ]
  }

  static let loopback: JSONValue = ["cniVersion": "0.4.0", "name": "loopback", "type": "loopback"]

  /// A subnet of this instance's own: by its folder's name, and the next one where other routes of the machine have that
  /// already.
  ///
  /// - Parameter usedSubnets: destinations of routes, as `10.91.7`.
  static func subnet(for directory: String, usedSubnets: Set<String>) -> String {
    // FNV-1a (RFC-to-be draft-eastlake-fnv): the same for each start.
    let hash = directory.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
    for offset in 0..<(64 * 256) {
      let number = (Int(hash % (64 * 256)) + offset) % (64 * 256)
      let prefix = "10.\(64 + number / 256).\(number % 256)"
      if !usedSubnets.contains(prefix) { return prefix + ".0/24" }
    }
    return "10.64.0.0/24"
  }

  /// The first three numbers of each destination in `/proc/net/route` (addresses in the machine's byte order).
  static func usedSubnets(routes: String) -> Set<String> {
    Set(
      routes.split(separator: "\n").dropFirst().compactMap { line in
        let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
        guard fields.count > 1, let address = UInt32(fields[1], radix: 16) else { return nil }
        return "\(address & 255).\(address >> 8 & 255).\(address >> 16 & 255)"
      })
  }

  /// The addresses of a plugin's result, without prefix lengths.
  static func addresses(of result: JSONValue) -> [String] {
    (result["ips"]?.array ?? []).compactMap { $0["address"]?.string }.map { address in
      String(address.prefix { $0 != "/" })
    }
  }
}
