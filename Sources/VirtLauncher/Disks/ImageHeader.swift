import Glibc

/// What the first bytes of a disk image say (QEMU's `docs/interop/qcow2.rst`).
///
/// Images come from users. They are looked at here and not by programs that try every format they know: those would
/// open the other files that a header can name.
public struct ImageHeader: Sendable, Hashable {
  public enum Format: String, Sendable, Hashable {
    case raw
    case qcow2
  }

  public var format: Format
  /// The size of the disk in bytes; of raw images that of the file.
  public var virtualSize: UInt64

  /// How many bytes are looked at, at most.
  static let length = 104

  /// - Throws: the reason for which the image must not be used.
  init(_ bytes: [UInt8], fileSize: UInt64) throws(Unacceptable) {
    guard bytes.count >= 72, bytes.starts(with: [0x51, 0x46, 0x49, 0xFB]) else {
      (format, virtualSize) = (.raw, fileSize)
      return
    }
    func number(at offset: Int, bytes count: Int) -> UInt64 {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | UInt64($1) }
    }
    let version = number(at: 4, bytes: 4)
    guard version == 2 || version == 3 else { throw Unacceptable(reason: "it is qcow2 of version \(version)") }
    guard number(at: 8, bytes: 8) == 0 else { throw Unacceptable(reason: "it has a backing file") }
    guard number(at: 32, bytes: 4) == 0 else { throw Unacceptable(reason: "it is encrypted") }
    if version == 3 {
      guard bytes.count >= 80 else { throw Unacceptable(reason: "its header is cut short") }
      let hasExternalData = number(at: 72, bytes: 8) & 1 << 2 != 0
      guard !hasExternalData else { throw Unacceptable(reason: "its data are in another file") }
    }
    (format, virtualSize) = (.qcow2, number(at: 24, bytes: 8))
  }

  struct Unacceptable: Error {
    var reason: String
  }

  /// Reads the header of an image below its root.
  public init(of place: FilePlace) throws(DiskError) {
    let image = try place.openImage()
    var bytes = [UInt8](repeating: 0, count: Self.length)
    let count = pread(image.descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw .system(action: "read", path: place.file, code: errno) }
    let size = lseek(image.descriptor, 0, SEEK_END)
    do throws(Unacceptable) {
      try self.init(Array(bytes.prefix(count)), fileSize: UInt64(clamping: size))
    } catch {
      throw .unsuitable(path: place.file, reason: error.reason)
    }
  }
}
