import Kube
import Testing

struct NameTests {
  private static let long = String(repeating: "a", count: 64)

  @Test func knowsLabelsAndSubdomains() {
    for name in ["a", "a-b", "0", "a1"] { #expect(NameValidation.isDNS1123Label(name)) }
    for name in ["", "-a", "a-", "A", "a.b", "a_b", "ä", Self.long] { #expect(!NameValidation.isDNS1123Label(name)) }
    #expect(NameValidation.isDNS1123Subdomain("a.b-c.0"))
    #expect(NameValidation.isDNS1123Subdomain(Self.long))
    for name in ["", ".", "a.", ".a", "a..b", String(repeating: "a", count: 254)] {
      #expect(!NameValidation.isDNS1123Subdomain(name))
    }
    #expect(NameValidation.isDNS1035Label("a0") && !NameValidation.isDNS1035Label("0a"))
  }

  @Test func knowsQualifiedNamesAndLabelValues() {
    for name in ["a", "A_b.c-d", "kubevirt.io/vm", "0/0"] { #expect(NameValidation.isQualifiedName(name)) }
    for name in ["", "/a", "a/", "a/b/c", "K/a", "-a", "a/" + Self.long, "a b"] {
      #expect(!NameValidation.isQualifiedName(name))
    }
    for value in ["", "a", "A.b_c-1"] { #expect(NameValidation.isLabelValue(value)) }
    for value in ["-", "a-", "a/b", " ", Self.long] { #expect(!NameValidation.isLabelValue(value)) }
  }

  @Test func knowsPortNames() {
    for name in ["http", "a", "0a", "a-0-b"] { #expect(NameValidation.isPortName(name)) }
    for name in ["", "80", "a--b", "-a", "a-", "HTTP", "abcdefghijklmnop"] { #expect(!NameValidation.isPortName(name)) }
  }

  @Test func readsAddresses() {
    #expect(IPAddress("10.0.2.1") == .v4(0x0A00_0201))
    #expect(IPAddress("::") == .v6(high: 0, low: 0))
    #expect(IPAddress("fd10:0:2::1") == .v6(high: 0xFD10_0000_0002_0000, low: 1))
    #expect(IPAddress("::ffff:1.2.3.4") == .v6(high: 0, low: 0xFFFF_0102_0304))
    #expect(IPAddress("1:2:3:4:5:6:7:8") == .v6(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008))
    for text in [
      "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.-4", ":::", "1::2::3", "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "::12345", "fe80::1%eth0", "1:2:3:4:5:6:7:8::", ":1", "1:", "1.2.3.4::", "::1.2.3", "g::",
    ] { #expect(IPAddress(text) == nil, "\(text)") }
  }

  @Test func readsNetworks() {
    #expect(CIDR("10.0.2.0/24")?.prefixLength == 24)
    #expect(CIDR("fd10::/120")?.address == .v6(high: 0xFD10_0000_0000_0000, low: 0))
    for text in ["10.0.2.0", "10.0.2.0/33", "10.0.2.0/", "10.0.2.0/-1", "10.0.2.0/+1", "::/129", "/24", "1.2.3.4/1/2"] {
      #expect(CIDR(text) == nil, "\(text)")
    }
  }

  @Test func readsHardwareAddresses() {
    let expected: [UInt8] = [0x52, 0x54, 0, 0x12, 0xAB, 0x56]
    for text in ["52:54:00:12:ab:56", "52-54-00-12-AB-56", "5254.0012.ab56"] {
      #expect(HardwareAddress(text)?.bytes == expected)
    }
    #expect(HardwareAddress("00:00:00:00:fe:80:00:00")?.bytes.count == 8)
    #expect(HardwareAddress(Array(repeating: "0000", count: 10).joined(separator: "."))?.bytes.count == 20)
    #expect(HardwareAddress("52-54-00-12-AB-56")?.description == "52:54:00:12:ab:56")
    for text in [
      "", "52:54:00:12:ab", "52:54:00:12:ab:5", "52:54:00:12:ab:56:", "52:54-00:12:ab:56", "5254:0012:ab56",
      "52:54:00:12:ab:56:78", "gg:54:00:12:ab:56", "525400-12ab56",
    ] { #expect(HardwareAddress(text) == nil, "\(text)") }
  }
}
