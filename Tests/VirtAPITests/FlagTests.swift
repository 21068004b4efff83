import Testing

@testable import virt_api

/// The command line, in the forms of Kubernetes' servers.
@Suite struct FlagTests {
  @Test func aFlagTakesItsValueBehindASpaceOrAnEqualsSign() throws {
    let spaced = try VirtAPIFlags(["--secure-port", "9443", "-v", "4", "--objects", "/folder"])
    let joined = try VirtAPIFlags(["--secure-port=9443", "--v=4", "--objects=/folder"])
    #expect(spaced == joined)
    #expect(spaced.securePort == 9443)
    #expect(spaced.verbosity == 4)
    #expect(spaced.objects == "/folder")
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    #expect(try VirtAPIFlags([]) == VirtAPIFlags())
    #expect(VirtAPIFlags().bindAddress == "0.0.0.0")
    #expect(VirtAPIFlags().securePort == 8443)
  }

  @Test func namesAreTakenUpToTheNextFlag() throws {
    let flags = try VirtAPIFlags(["--tls-san", "a", "b", "--v", "1", "--tls-san=c"])
    #expect(flags.subjectNames == ["a", "b", "c"])
    #expect(flags.verbosity == 1)
  }

  @Test func aValueMayBeNegativeOrHoldAnEqualsSign() throws {
    #expect(try VirtAPIFlags(["-v", "-1"]).verbosity == -1)
    #expect(try VirtAPIFlags(["--objects=/a=b"]).objects == "/a=b")
  }

  @Test(arguments: [
    (["--nothing"], FlagError.unknown("--nothing")),
    (["folder"], .unexpected("folder")),
    (["--objects"], .missingValue("--objects")),
    (["--objects", "--v", "1"], .missingValue("--objects")),
    (["--secure-port", "65536"], .invalidValue("65536", flag: "--secure-port")),
    (["--reactors=0"], .invalidValue("0", flag: "--reactors")),
    (["-v", "much"], .invalidValue("much", flag: "--v")),
  ])
  func whatCanNotBeUsedIsRefused(_ arguments: [String], _ error: FlagError) {
    #expect(throws: error) { try VirtAPIFlags(arguments) }
  }

  @Test func someFlagsGoTogetherAndOthersDoNot() {
    #expect(throws: FlagError.self) { try VirtAPIFlags(["--tls-cert-file", "tls.crt"]) }
    #expect(throws: FlagError.self) { try VirtAPIFlags(["--kubeconfig", "a", "--objects", "b"]) }
  }

  @Test func theHelpNamesEveryFlag() {
    let help = VirtAPIFlags.table.help
    for flag in VirtAPIFlags.table.flags { #expect(help.contains("--\(flag.name) <\(flag.value)>")) }
  }
}
