import Admission
import Foundation
import JSON
import Testing
import XML

@testable import conformance

/// libvirt's schema of domains, and the tool that checks documents against it, as `virt-xml-validate` does.
private enum DomainSchema {
  static let path = "/usr/share/libvirt/schemas/domain.rng"
  static let tool = "/usr/bin/xmllint"

  static var isInstalled: Bool {
    let isThere = [path, tool].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    if !isThere { print("rendered domains are not validated: \(path) (libvirt) or \(tool) (libxml2-utils) is missing") }
    return isThere
  }

  /// The names of the files that the schema refuses.
  static func refused(in folder: URL, _ files: [String]) throws -> Set<String> {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.currentDirectoryURL = folder
    process.arguments = ["--nonet", "--noout", "--relaxng", path] + files
    let output = folder.appending(path: "output")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    process.standardError = handle
    process.standardOutput = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let verdicts = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    let accepted = verdicts.filter { $0.hasSuffix(" validates") }.map { String($0.dropLast(" validates".count)) }
    return Set(files).subtracting(accepted)
  }
}

@Suite struct DomainSchemaTests {
  /// What libvirt 9 does not know, by what it is.
  private struct Unknown: Sendable {
    var reason: String
    var isIn: @Sendable (XMLElement) -> Bool

    init(_ reason: String, _ isIn: @escaping @Sendable (XMLElement) -> Bool) {
      self.reason = reason
      self.isIn = isIn
    }
  }

  private static let unknown = [
    Unknown("launch security by TDX or SEV-SNP is newer") {
      ["tdx", "sev-snp"].contains($0.child("launchSecurity")?[attribute: "type"])
    },
    Unknown("the panic device pvpanic is newer") { $0.has("panic") { $0[attribute: "model"] == "pvpanic" } },
    Unknown("the ACPI table msdm is newer") {
      $0.descendant("os", "acpi")?.children.contains { $0[attribute: "type"] == "msdm" } == true
    },
    Unknown("pools of I/O threads for a disk are newer") {
      $0.has("disk") { $0.descendant("driver", "iothreads") != nil }
    },
    Unknown("a disk's discard granularity is newer") {
      $0.has("disk") { $0.child("blockio")?[attribute: "discard_granularity"] != nil }
    },
    Unknown("passt over vhost-user is newer") { $0.has("interface") { $0[attribute: "type"] == "vhostuser" } },
    Unknown("a LUN has to be a block device, and libvirt refuses this claim of files like v1.8.4's") {
      $0.has("disk") { $0[attribute: "device"] == "lun" && $0[attribute: "type"] == "file" }
    },
    Unknown("disks of legacy instances on buses that v0.8.0 did not know have no target") {
      $0.has("disk") { $0.child("target")?[attribute: "dev"] == nil }
    },
  ]

  private func root() -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Conformance")
  }

  @Test(
    "Every rendered domain is valid by libvirt's schema, as far as this knows its elements",
    .enabled(if: DomainSchema.isInstalled), arguments: [("v1", Profile.current), ("v1alpha2", .legacy)])
  func domainsAreValid(_ folder: String, _ profile: Profile) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "domains-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    var domains: [String: XMLElement] = [:]
    for line in try RecordFile.lines(of: root().appending(path: "\(folder)/renders.jsonl.gz").path) {
      let record = try #require(RecordedCase(JSONValue(parsing: line), profile: profile))
      guard let domain = RenderedDomains.domain(of: record) else { continue }
      let name = "\(domains.count).xml"
      try domain.printed().write(to: directory.appending(path: name), atomically: false, encoding: .utf8)
      domains[name] = domain
      // What is printed is what is meant.
      #expect(try XMLComparison.differences(domain, XMLElement(parsing: domain.printed())) == [])
    }
    #expect(!domains.isEmpty)
    for name in try DomainSchema.refused(in: directory, domains.keys.sorted()) {
      let domain = try #require(domains[name])
      #expect(Self.unknown.contains { $0.isIn(domain) }, "\(domain.printed())")
    }
  }
}

extension XMLElement {
  fileprivate func has(_ device: String, where isMeant: (XMLElement) -> Bool) -> Bool {
    child("devices")?.children(named: device).contains(where: isMeant) ?? false
  }
}
