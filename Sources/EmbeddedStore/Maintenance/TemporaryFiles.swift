import Foundation

/// A directory that is removed with its owner.
final class TemporaryFiles: Sendable {
  let path: String

  init() throws(StoreError) {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/swift-virt-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("cannot make a directory in", base, errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  deinit { remove() }
}
