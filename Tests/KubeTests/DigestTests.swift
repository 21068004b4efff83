import Kube
import Testing

/// Examples of FIPS 180-4.
@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func sha256(_ message: String, _ digest: String) { #expect(SHA256.digest(message.utf8).hexadecimal == digest) }

  @Test func sha256OfManyBlocks() {
    let message = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.digest(message).hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func sha1() {
    #expect(SHA1.digest("abc".utf8).hexadecimal == "a9993e364706816aba3e25717850c26c9cd0d89d")
  }
}
