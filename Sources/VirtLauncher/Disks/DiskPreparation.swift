import CLinux
import Glibc

/// Carries out what `DiskPlan` says. Blocks: call it on a thread of its own.
public struct DiskPreparation: Sendable {
  /// Whom made images belong to; nil leaves them with the launcher's own user.
  public var owner: FileOwner?
  public var tool = ImageTool()

  public init(owner: FileOwner? = nil) { self.owner = owner }

  /// A user and a group by their numbers.
  public struct FileOwner: Sendable, Hashable {
    public var user: UInt32
    public var group: UInt32

    public init(user: UInt32, group: UInt32) {
      self.user = user
      self.group = group
    }
  }

  /// Does the steps in their order, and stops at the first that fails. Doing them again changes nothing.
  public func carryOut(_ steps: [DiskStep]) throws(DiskError) {
    for step in steps { try carryOut(step) }
  }

  private func carryOut(_ step: DiskStep) throws(DiskError) {
    switch step {
    case .use(let place, let format, let isCopy):
      try check(place, format: format)
      if isCopy { try give(place.openImage()) }
    case .overlay(let place, let backing, let format):
      try check(backing, format: format)
      try make(place) { (file) throws(DiskError) in
        try tool.createOverlay(file, over: backing.file, format: format)
      }
    case .emptyDisk(let place, let bytes):
      try make(place) { (file) throws(DiskError) in try tool.create(file, bytes: bytes) }
    case .hostDisk(let disk):
      try makeHostDisk(disk)
    case .folderImage(let image):
      try writeISO(image.contents(), volumeID: image.volumeID, to: image.place)
    case .cloudInit(let image):
      try writeISO(image.contents(), volumeID: image.volumeID, to: image.place)
    case .metricsDisk(let place):
      try make(place) { (file) throws(DiskError) in try Self.writeMetricsDisk(file) }
    }
  }

  /// Raw images are what they are; of qcow2 only what `ImageHeader` lets pass.
  private func check(_ place: FilePlace, format: String) throws(DiskError) {
    guard format != ImageHeader.Format.raw.rawValue else {
      _ = try place.openImage()
      return
    }
    let header = try ImageHeader(of: place)
    guard header.format.rawValue == format else {
      throw .unsuitable(path: place.file, reason: "it is \(header.format.rawValue), not \(format)")
    }
  }

  /// Makes a file under another name and puts it in place when it is complete, unless it is there already.
  private func make(_ place: FilePlace, _ write: (String) throws(DiskError) -> Void) throws(DiskError) {
    let folder = try place.makeFolder()
    guard try folder.openIfPresent(place.name, flags: O_RDONLY | O_NONBLOCK) == nil else { return }
    let staging = place.name + ".staging"
    unlinkat(folder.descriptor, staging, 0)
    try write("\(place.file).staging")
    try give(folder.open(staging))
    try Self.rename(staging, to: place.name, in: folder)
  }

  private func makeHostDisk(_ disk: HostDisk) throws(DiskError) {
    let folder = try ConfinedFile(directory: disk.place.root)
    if try folder.openIfPresent(disk.place.path, flags: O_RDONLY | O_NONBLOCK) != nil {
      _ = try disk.place.openImage()
      return
    }
    guard disk.createsWhenMissing else {
      throw .system(action: "open", path: disk.place.file, code: ENOENT)
    }
    let bytes = try disk.size(available: max(folder.availableBytes() - disk.reserve, 0))
    let file = try folder.open(disk.place.path, flags: O_RDWR | O_CREAT | O_EXCL, mode: 0o660)
    guard ftruncate(file.descriptor, off_t(bytes)) == 0 else {
      let code = errno
      unlinkat(folder.descriptor, disk.place.path, 0)
      throw .system(action: "enlarge", path: disk.place.file, code: code)
    }
    try give(file)
  }

  /// Writes the image unless the one that is there has the same contents, which a file beside it says: the guest may
  /// have written to the image itself.
  private func writeISO(_ files: [ISOFile], volumeID: String, to place: FilePlace) throws(DiskError) {
    let folder = try place.makeFolder()
    let digest = ISOFile.digest(files, volumeID: volumeID)
    let note = place.name + ".contents"
    if try folder.openIfPresent(place.name) != nil, let known = try folder.openIfPresent(note),
      try known.readAll(limit: 4096) == digest
    {
      return
    }
    unlinkat(folder.descriptor, note, 0)
    let staging = place.name + ".staging"
    unlinkat(folder.descriptor, staging, 0)
    let image = try folder.open(staging, flags: O_RDWR | O_CREAT | O_EXCL, mode: 0o640)
    try ISOWriter.write(files, volumeID: volumeID, to: image)
    try give(image)
    try Self.rename(staging, to: place.name, in: folder)
    try folder.open(note, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600).writeAll(digest)
  }

  private func give(_ file: borrowing ConfinedFile) throws(DiskError) {
    guard let owner else { return }
    guard fchown(file.descriptor, owner.user, owner.group) == 0 else {
      throw .system(action: "change the owner of", path: file.path, code: errno)
    }
  }

  private static func rename(_ name: String, to wanted: String, in folder: borrowing ConfinedFile) throws(DiskError) {
    guard renameat(folder.descriptor, name, folder.descriptor, wanted) == 0 else {
      throw .system(action: "rename", path: "\(folder.path)/\(name)", code: errno)
    }
  }

  /// vhostmd's disk: a header of 16 bytes ("mvbd", busy flag, checksum, length, big endian), then the metrics as XML.
  private static func writeMetricsDisk(_ file: String) throws(DiskError) {
    let metrics = Array("<metrics>\n</metrics>\n".utf8)
    let sum = metrics.reduce(UInt32(0)) { $0 &+ UInt32($1) }
    func bigEndian(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    var bytes = Array("mvbd".utf8) + bigEndian(0) + bigEndian(sum) + bigEndian(UInt32(metrics.count)) + metrics
    bytes += [UInt8](repeating: 0, count: 256 << 10 - bytes.count)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(action: "make", path: file, code: errno) }
    try ConfinedFile(descriptor: descriptor, path: file).writeAll(bytes)
  }
}

extension HostDisk {
  /// How large the image becomes in that much room: all of it, or what is there when the shortage is tolerated.
  func size(available: Int64) throws(DiskError) -> Int64 {
    guard capacity > 0 else { throw .unsuitable(path: place.file, reason: "it is to be made without a capacity") }
    if capacity <= available { return capacity }
    let least = Double(capacity) * Double(100 - toleratedShortage) / 100
    guard Double(available) >= least else { throw .noSpace(path: place.file, needed: capacity, available: available) }
    return available / (1 << 20) * (1 << 20)
  }
}
