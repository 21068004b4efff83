/// What SHA-1 and SHA-256 have in common: padding, blocks of 16 words, and the digest made of the state (FIPS 180-4,
/// sections 5.1.1, 5.2.1 and 6).
enum DigestBlocks {
  /// - Parameters:
  ///   - initial: the words of the state before the first block.
  ///   - process: takes the 16 words of a block into the state.
  static func digest(
    _ message: some Sequence<UInt8>, from initial: [UInt32], _ process: ([UInt32], inout [UInt32]) -> Void
  ) -> [UInt8] {
    var padded = Array(message)
    let bitCount = UInt64(padded.count) * 8
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bitCount >> shift))
    }
    var state = initial
    for block in stride(from: 0, to: padded.count, by: 64) {
      let words = stride(from: block, to: block + 64, by: 4).map { start in
        padded[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      process(words, &state)
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }
}
