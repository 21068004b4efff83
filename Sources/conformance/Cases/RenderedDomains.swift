import Glibc
import JSON
import VirtLauncher
import XML

/// The domains of renderings in the form in which libvirt gets them, for checks by its own tools.
enum RenderedDomains {
  /// Nil for records of other kinds and for instances of which no domain can be made.
  static func domain(of record: RecordedCase) -> XMLElement? {
    guard record.endpoint == "render", let instance = record.output["vmi"] else { return nil }
    let rendered: XMLElement?
    switch record.profile {
    case .legacy: rendered = try? LegacyDomainCases.render(record, instance).formForLibvirt
    case .current: rendered = (try? DomainCases.render(record)).map { $0.domain.formForLibvirt.padded(with: $0.ports) }
    }
    guard var domain = rendered else { return nil }
    domain.replaceMark()
    return domain
  }

  /// Writes the record's domain, if it has one, into a folder that exists.
  static func write(_ record: RecordedCase, into folder: String) throws(RecordFile.Failure) {
    guard let domain = domain(of: record) else { return }
    let path = "\(folder)/\(record.id.split(separator: "/").joined(separator: "-")).xml"
    guard let file = fopen(path, "w") else { throw RecordFile.Failure(description: "cannot write \(path)") }
    fputs(domain.printed(), file)
    fclose(file)
  }
}

extension XMLElement {
  /// Puts a UUID where the record only has a mark of one.
  fileprivate mutating func replaceMark() {
    if text == "@uuid" { text = "00000000-0000-4000-8000-000000000000" }
    for index in children.indices { children[index].replaceMark() }
  }
}
