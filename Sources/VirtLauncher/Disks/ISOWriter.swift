import CArchive
import Glibc

/// Writes ISO 9660 images with Joliet and Rock Ridge names, by libarchive.
enum ISOWriter {
  /// - Parameter volumeID: at most 32 characters.
  static func write(_ files: [ISOFile], volumeID: String, to image: borrowing ConfinedFile) throws(DiskError) {
    let archive = try Archive(path: image.path)
    try archive.check(archive_write_set_format_iso9660(archive.handle))
    for (key, value) in [("volume-id", volumeID), ("joliet", "1"), ("rockridge", "useful")] {
      try archive.check(archive_write_set_format_option(archive.handle, "iso9660", key, value))
    }
    try archive.check(archive_write_open_fd(archive.handle, image.descriptor))
    var folders: Set<String> = []
    for file in files {
      for folder in Self.folders(of: file.path) where folders.insert(folder).inserted {
        try archive.add(folder, kind: UInt32(Glibc.S_IFDIR), permissions: 0o755, contents: [])
      }
      try archive.add(file.path, kind: UInt32(Glibc.S_IFREG), permissions: 0o644, contents: file.contents)
    }
    try archive.check(archive_write_close(archive.handle))
    try setVolumeID(volumeID, of: image)
  }

  /// Writes the name as it is. libarchive writes capitals, as the standard has it, and guests look for small letters.
  ///
  /// The field has 32 bytes at offset 40 of the primary volume descriptor, which is in sector 16 (ECMA-119, 8.4.7).
  private static func setVolumeID(_ volumeID: String, of image: borrowing ConfinedFile) throws(DiskError) {
    var field = Array(volumeID.utf8.prefix(32))
    field += [UInt8](repeating: UInt8(ascii: " "), count: 32 - field.count)
    guard pwrite(image.descriptor, field, field.count, 16 * 2048 + 40) == field.count else {
      throw .system(action: "write", path: image.path, code: errno)
    }
  }

  /// `a/b` and `a` of `a/b/c`, outermost first.
  private static func folders(of path: String) -> [String] {
    let parts = path.split(separator: "/")
    return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
  }

  /// An archive that is being written, freed at the end of its life.
  private struct Archive: ~Copyable {
    let handle: OpaquePointer
    let path: String

    init(path: String) throws(DiskError) {
      guard let handle = archive_write_new() else { throw .image(path: path, reason: "out of memory") }
      self.handle = handle
      self.path = path
    }

    deinit { archive_write_free(handle) }

    func check(_ result: Int32) throws(DiskError) {
      guard result == ARCHIVE_OK else {
        let reason = archive_error_string(handle).map { String(cString: $0) } ?? "libarchive says \(result)"
        throw .image(path: path, reason: reason)
      }
    }

    /// Adds an entry of the year 1980, so that an image says nothing of when it was made.
    func add(_ name: String, kind: UInt32, permissions: UInt32, contents: [UInt8]) throws(DiskError) {
      guard let entry = archive_entry_new() else { throw .image(path: path, reason: "out of memory") }
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname_utf8(entry, name)
      archive_entry_set_filetype(entry, kind)
      archive_entry_set_perm(entry, permissions)
      archive_entry_set_size(entry, Int64(contents.count))
      archive_entry_set_mtime(entry, 315_532_800, 0)
      try check(archive_write_header(handle, entry))
      guard !contents.isEmpty else { return }
      let written = contents.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
      guard written == contents.count else {
        try check(Int32(clamping: min(written, -1)))
        throw .image(path: path, reason: "\(name) was written in part")
      }
    }
  }
}
