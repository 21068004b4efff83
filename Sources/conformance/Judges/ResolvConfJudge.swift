import JSON
import PodNetwork

/// Reads resolv.conf files for a guest's DHCP answers.
enum ResolvConfJudge {
  @Sendable static func differences(_ record: RecordedCase) throws -> [String] {
    let file = ResolvConf(parsing: record.input["text"]?.string ?? "")
    // The records print an entry that is no address as Go does.
    let servers = file.nameServerEntries.map { $0.map { "\($0)" } ?? "<nil>" }
    return difference("nameservers", servers, record) + difference("search", file.searchDomains, record)
  }

  private static func difference(_ member: String, _ found: [String], _ record: RecordedCase) -> [String] {
    let expected = (record.output[member]?.array ?? []).compactMap(\.string)
    return expected == found ? [] : ["\(member) \(expected), got \(found)"]
  }
}
