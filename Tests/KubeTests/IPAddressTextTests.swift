import Kube
import Testing

@Suite struct IPAddressTextTests {
  @Test(arguments: [
    ("10.0.2.15", "10.0.2.15"), ("::", "::"), ("0:0:0:0:0:0:0:1", "::1"), ("fd00:0:0:1:0:0:0:2", "fd00:0:0:1::2"),
    ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"), ("FD00::", "fd00::"),
  ])
  func canonicalTextIsThatOfRFC5952(text: String, expected: String) {
    #expect(IPAddress(text)?.description == expected)
  }
}
