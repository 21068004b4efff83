import CZlib
import Testing

@testable import PodRunner

@Suite("SPDY/3.1 frames")
struct SPDYCodecTests {
  @Test("the dictionary is the protocol's, by its checksum")
  func hasTheDictionary() {
    let dictionary = SPDYHeaderCompression.dictionary
    #expect(dictionary.count == 1423)
    #expect(adler32(1, dictionary, UInt32(dictionary.count)) == 0xe3c6_a7c2)
  }

  @Test("frames come back as they were, however their bytes are cut")
  func roundTrips() throws {
    var sender = SPDYCodec()
    let frames: [SPDYFrame] = [
      .synStream(id: 1, headers: ["streamtype": "error", "port": "80", "requestid": "0"], isFinal: false),
      .synStream(id: 3, headers: ["streamtype": "data", "port": "80", "requestid": "0"], isFinal: false),
      .synReply(id: 1, headers: [:], isFinal: false), .data(id: 3, bytes: Array("GET /".utf8), isFinal: false),
      .ping(id: 7), .data(id: 3, bytes: [], isFinal: true), .reset(id: 3, status: 5), .goAway,
      .headers(id: 5, headers: ["a": "b"], isFinal: true),
    ]
    let bytes = frames.flatMap { sender.encode($0) }
    for piece in [1, 3, 11, bytes.count] {
      var receiver = SPDYCodec()
      var received: [SPDYFrame] = []
      for start in stride(from: 0, to: bytes.count, by: piece) {
        received += try receiver.decode(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
      #expect(received == frames)
    }
  }

  @Test("random bytes are refused or wait for more, and never trap")
  func survivesGarbage() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var codec = SPDYCodec()
      var bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
      if bytes.count > 8, Bool.random(using: &random) {
        bytes.replaceSubrange(0..<8, with: [0x80, 3, 0, UInt8.random(in: 1...8), 0, 0, 0, UInt8(bytes.count - 8)])
      }
      _ = try? codec.decode(bytes)
    }
  }
}
