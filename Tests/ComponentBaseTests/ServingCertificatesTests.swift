import Foundation
import Testing
import Transport

@testable import ComponentBase

@Suite struct ServingCertificatesTests {
  private func withFolder(_ test: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    // Neither the folder nor the one above it is there.
    try test(folder.path + "/one/two")
  }

  private func prepare(_ folder: String, _ names: [String] = ["localhost", "127.0.0.1", "::1", "*.example.org"]) throws
  {
    try ServingCertificates.ownIn(folder: folder, names: names).prepare()
  }

  private func pair(_ folder: String, _ name: String = "tls") throws -> CertificatePair {
    try CertificatePair(
      certificatePEM: File.read("\(folder)/\(name).crt", limit: 1 << 20),
      keyPEM: File.read("\(folder)/\(name).key", limit: 1 << 20))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func makesAPairThatItsAuthoritySigned() throws {
    try withFolder { folder in
      try prepare(folder)
      let (pair, authority) = try (pair(folder), pair(folder, "ca"))
      let names = ["localhost", "127.0.0.1", "::1", "*.example.org", "www.example.org"]
      #expect(pair.isUsable(signedBy: authority.certificatePEM, names: names, for: .seconds(300 * 86400)))
      #expect(!pair.isUsable(signedBy: authority.certificatePEM, names: ["example.com"], for: .zero))
      #expect(!pair.isUsable(signedBy: authority.certificatePEM, for: .seconds(366 * 86400)))
      #expect(!pair.isUsable(for: .zero))
      #expect(mode(folder) == 0o700)
      #expect(mode(folder + "/tls.key") == 0o600 && mode(folder + "/ca.key") == 0o600)
    }
  }

  @Test func keepsWhatIsGood() throws {
    try withFolder { folder in
      try prepare(folder)
      let first = try pair(folder)
      try prepare(folder)
      #expect(try pair(folder) == first)
      // As a version left it that kept no key of the authority.
      unlink(folder + "/ca.key")
      try prepare(folder)
      #expect(try pair(folder) == first)
    }
  }

  @Test func makesANewPairForNewNamesByTheSameAuthority() throws {
    try withFolder { folder in
      try prepare(folder, ["localhost"])
      let (first, authority) = try (pair(folder), pair(folder, "ca"))
      try prepare(folder, ["localhost", "virt-api.example.org"])
      #expect(try pair(folder) != first)
      #expect(try pair(folder, "ca") == authority)
    }
  }

  @Test func renewsBeforeTheEnd() throws {
    try withFolder { folder in
      try prepare(folder, ["localhost"])
      let authority = try pair(folder, "ca")
      let request = CertificateRequest(
        commonName: "virt-api", dnsNames: ["localhost"], validity: ServingCertificates.validity / 4)
      let old = try CertificateAuthority(pair: authority).issue(request)
      try Data(old.certificatePEM).write(to: URL(fileURLWithPath: folder + "/tls.crt"))
      try Data(old.keyPEM).write(to: URL(fileURLWithPath: folder + "/tls.key"))
      try prepare(folder, ["localhost"])
      let renewed = try pair(folder)
      #expect(renewed != old)
      #expect(renewed.isUsable(signedBy: authority.certificatePEM, for: ServingCertificates.validity / 2))
    }
  }

  /// As a crash between two writes leaves it.
  @Test func replacesAKeyOfAnotherCertificate() throws {
    try withFolder { folder in
      try prepare(folder)
      try Data(pair(folder, "ca").keyPEM).write(to: URL(fileURLWithPath: folder + "/tls.key"))
      try prepare(folder)
      let (pair, authority) = try (pair(folder), pair(folder, "ca"))
      #expect(pair.isUsable(signedBy: authority.certificatePEM, for: .zero))
    }
  }

  @Test func letsProcessesStartTogether() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withThrowingTaskGroup(of: CertificatePair.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try prepare(folder)
          return try pair(folder)
        }
      }
      var pairs: Set<CertificatePair> = []
      for try await pair in group { pairs.insert(pair) }
      #expect(pairs.count == 1)
    }
  }

  @Test func saysWhichFolderCannotBeMade() {
    let error = #expect(throws: ServingCertificateError.self) { try prepare("/proc/nothing/here") }
    #expect(error?.description.contains("/proc/nothing/here") == true)
  }
}
