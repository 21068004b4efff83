import Kube

/// A file to be put into an image.
struct ISOFile: Sendable, Hashable {
  /// Relative, with `/` between folders.
  var path: String
  var contents: [UInt8]

  init(_ path: String, _ contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }

  /// Stands for the names and contents of all files and the image's name, in hexadecimal digits.
  static func digest(_ files: [ISOFile], volumeID: String) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ part: [UInt8]) {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) }
      bytes += part
    }
    append(Array(volumeID.utf8))
    for file in files {
      append(Array(file.path.utf8))
      append(file.contents)
    }
    let digits = Array("0123456789abcdef".utf8)
    return SHA256.digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
