import CArchive

/// What is in an ISO image, read by libarchive.
struct ISOReader {
  var volumeID: String
  var files: [String: String] = [:]

  struct Failure: Error { var reason: String }

  init(_ bytes: [UInt8]) throws {
    // The primary volume descriptor is in sector 16, its name 40 bytes from its beginning (ECMA-119, section 8.4).
    guard bytes.count > 17 * 2048 else { throw Failure(reason: "too short") }
    let start = 16 * 2048 + 40
    let name = String(decoding: bytes[start..<start + 32], as: UTF8.self)
    volumeID = String(name.reversed().drop { $0 == " " || $0 == "\0" }.reversed())
    let archive = archive_read_new()
    defer { archive_read_free(archive) }
    archive_read_support_format_iso9660(archive)
    try bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        throw Failure(reason: String(cString: archive_error_string(archive)))
      }
      var entry: OpaquePointer?
      while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
        let size = Int(archive_entry_size(entry))
        guard archive_entry_filetype(entry) == 0o100000 else { continue }
        var contents = [UInt8](repeating: 0, count: size)
        let count = archive_read_data(archive, &contents, size)
        files[String(cString: archive_entry_pathname(entry))] = String(decoding: contents.prefix(count), as: UTF8.self)
      }
    }
  }
}
