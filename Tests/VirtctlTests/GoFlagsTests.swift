import Testing

@testable import Virtctl

@Suite struct GoFlagsTests {
  private func normalized(_ text: String) -> String {
    GoFlags.normalized(text.split(separator: " ").map(String.init), subcommands: ["start", "stop"])
      .joined(separator: " ")
  }

  @Test func switchesMayHaveGoValues() {
    #expect(normalized("stop vm --force=true --grace-period=0") == "stop vm --force --grace-period=0")
    #expect(normalized("start vm --paused=false --dry-run=1") == "start vm --dry-run")
    #expect(normalized("start vm --paused=perhaps") == "start vm --paused=perhaps")
  }

  @Test func flagsBeforeTheCommandBelongToIt() {
    #expect(normalized("-n start --kubeconfig=/a start vm") == "start -n start --kubeconfig=/a vm")
    #expect(normalized("-nspace --insecure-skip-tls-verify stop vm") == "stop -nspace --insecure-skip-tls-verify vm")
    #expect(normalized("start vm -n space") == "start vm -n space")
    #expect(normalized("--help") == "--help")
    #expect(normalized("-n space unknown") == "-n space unknown")
  }
}
