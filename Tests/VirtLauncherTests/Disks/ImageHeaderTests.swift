import Testing

@testable import VirtLauncher

@Suite struct ImageHeaderTests {
  /// A header of a qcow2 image of 1 GiB.
  private func header(version: UInt8 = 3, changes: [Int: UInt8] = [:]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 104)
    bytes.replaceSubrange(0..<4, with: [0x51, 0x46, 0x49, 0xFB])
    bytes[7] = version
    bytes[28] = 0x40
    for (index, byte) in changes { bytes[index] = byte }
    return bytes
  }

  @Test(arguments: [UInt8(2), 3])
  func qcow2IsKnownWithItsSize(version: UInt8) throws {
    let header = try ImageHeader(header(version: version), fileSize: 200_000)
    #expect(header.format == .qcow2)
    #expect(header.virtualSize == 1 << 30)
  }

  @Test func allElseIsRaw() throws {
    #expect(try ImageHeader([UInt8](repeating: 7, count: 104), fileSize: 4096).format == .raw)
    #expect(try ImageHeader([], fileSize: 0).format == .raw)
    // A monolithic VMDK too: its own references are never followed.
    #expect(try ImageHeader(Array("KDMV".utf8) + [UInt8](repeating: 0, count: 100), fileSize: 104).format == .raw)
  }

  @Test(arguments: [
    [15: UInt8(0x70)],  // a backing file
    [79: 0b100],  // data in another file
    [35: 2],  // encryption
    [7: 9],  // a version that there is not
  ])
  func imagesThatReachForOtherFilesAreRefused(changes: [Int: UInt8]) {
    #expect(throws: ImageHeader.Unacceptable.self) {
      try ImageHeader(header(changes: changes), fileSize: 200_000)
    }
  }
}
