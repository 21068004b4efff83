import Kube
import Testing

struct AddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.0.2.1", "::", "::1", "fd10:0:2::1", "1::", "1:0:0:2::3", "::ffff:1.2.3.4", "fe80::ff:fe00:1",
    "1:2:3:4:5:6:7:8", "1:0:2:3:4:5:6:7",
  ]) func writesAddressesAsTheyWereRead(_ text: String) throws {
    let address = try #require(IPAddress(text))
    #expect("\(address)" == text)
    #expect(IPAddress(bytes: address.bytes) == address)
  }

  @Test func knowsTheNetworkOfAnAddress() throws {
    #expect(try #require(CIDR("10.0.2.77/24")).network == IPAddress("10.0.2.0"))
    #expect(try #require(CIDR("10.0.2.77/0")).network == IPAddress("0.0.0.0"))
    #expect(try #require(CIDR("10.0.2.77/32")).network == IPAddress("10.0.2.77"))
    #expect(try #require(CIDR("fd10:0:2::1ff/120")).network == IPAddress("fd10:0:2::100"))
    #expect(try #require(CIDR("fd10:0:2::1ff/64")).network == IPAddress("fd10:0:2::"))
    #expect(try #require(CIDR("fd10:0:2::1ff/0")).network == IPAddress("::"))
    #expect(try #require(CIDR("10.0.2.0/24")).contains(.v4(0x0A00_02FF)))
    #expect(try !#require(CIDR("10.0.2.0/24")).contains(.v4(0x0A00_03FF)))
  }
}
