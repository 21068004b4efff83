import Glibc

/// What v0.8.0's registry disk images do as `/entry-point.sh`: the image below `/disk` is copied to where `COPY_PATH`
/// says, with its format as suffix; then the container is ready, and stays as long as the copy does.
struct RegistryDisk {
  private static let folder = "/disk"
  private static let healthFile = "/tmp/healthy"

  func run() throws(Failure) {
    guard let value = getenv("COPY_PATH").map({ String(cString: $0) }), !value.isEmpty else {
      throw Failure("COPY_PATH does not say where the disk is to be copied to")
    }
    var signals = EndingSignals()
    guard let name = try Self.names(in: Self.folder).last else { throw Failure("there is no disk in \(Self.folder)") }
    let image = try SourceImage("\(Self.folder)/\(name)")
    let copy = value + image.suffix
    // v0.8.0's script makes a folder of this name, and thus the one that the copy goes to.
    try Files.makeDirectory(value)
    // Under its own name it is complete.
    try image.copy(to: copy + ".part")
    guard rename(copy + ".part", copy) == 0 else { throw Failure("rename", copy + ".part") }
    try Files.makeDirectory("/tmp")
    let health = open(Self.healthFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard health >= 0 else { throw Failure("make", Self.healthFile) }
    close(health)
    while access(copy, F_OK) == 0 {
      if signals.arrive(within: 5) { return }
    }
  }

  /// Names in a folder that do not begin with a dot, sorted.
  private static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure("open", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

/// A disk image that is to be copied.
struct SourceImage {
  let path: String
  /// `.raw` or `.qcow2`, or what the file's name says of it.
  let suffix: String

  /// - Throws: when it is neither raw nor qcow2: there is nothing here that could convert it.
  init(_ path: String) throws(Failure) {
    self.path = path
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    if ending == "raw" || ending == "qcow2" {
      suffix = "." + ending
      return
    }
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Failure("open", path) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 512)
    let count = max(read(file, &header, header.count), 0)
    switch Self.format(Array(header[..<count])) {
    case "raw": suffix = ".raw"
    case "qcow2": suffix = ".qcow2"
    case let format:
      throw Failure("\(path) is a \(format) image, which must be converted to raw or qcow2 before it is packed")
    }
  }

  /// By the marks at the beginning of images; QEMU's name of the format.
  private static func format(_ header: [UInt8]) -> String {
    let marks: [(at: Int, bytes: [UInt8], format: String)] = [
      (0, [0x51, 0x46, 0x49, 0xFB], "qcow2"),
      (0, Array("KDMV".utf8), "vmdk"), (0, Array("COWD".utf8), "vmdk"), (0, Array("# Disk Desc".utf8), "vmdk"),
      (0, Array("vhdxfile".utf8), "vhdx"), (0, Array("conectix".utf8), "vpc"), (0, Array("QED\0".utf8), "qed"),
      (64, [0x7F, 0x10, 0xDA, 0xBE], "vdi"),
      (0, [0x1F, 0x8B, 0x08], "gzip"), (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ]
    for mark in marks where header.dropFirst(mark.at).starts(with: mark.bytes) { return mark.format }
    return "raw"
  }

  /// Copies the image; blocks of zeros become holes.
  func copy(to target: String) throws(Failure) {
    let source = open(path, O_RDONLY)
    guard source >= 0 else { throw Failure("open", path) }
    defer { close(source) }
    let copy = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
    guard copy >= 0 else { throw Failure("make", target) }
    defer { close(copy) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var size: off_t = 0
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count >= 0 else { throw Failure("read", path) }
      if count == 0 { break }
      size += off_t(count)
      if buffer.withUnsafeBytes({ Self.isZero(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) {
        guard lseek(copy, off_t(count), SEEK_CUR) >= 0 else { throw Failure("write", target) }
      } else {
        guard Files.write(Array(buffer[..<count]), to: copy) else { throw Failure("write", target) }
      }
    }
    guard ftruncate(copy, size) == 0 else { throw Failure("write", target) }
  }

  private static func isZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress, bytes.count > 1 else { return bytes.first == 0 }
    return bytes[0] == 0 && memcmp(start, start + 1, bytes.count - 1) == 0
  }
}
