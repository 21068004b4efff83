/// One thing to be done before a guest can be started; the pure half of it (`DiskPlan`) is apart from the doing
/// (`DiskPreparation`).
public enum DiskStep: Sendable, Hashable {
  /// The image must be there, must be a file or block device reached without links, and must name no other files. One
  /// that was copied for this guest is given to its user.
  case use(FilePlace, format: String, isCopy: Bool)
  /// A qcow2 image takes the writes to another one, unless it is there already.
  case overlay(FilePlace, over: FilePlace, format: String)
  /// An empty qcow2 image, unless it is there already.
  case emptyDisk(FilePlace, bytes: Int64)
  case hostDisk(HostDisk)
  /// An ISO image with the files of a mounted folder.
  case folderImage(FolderImage)
  case cloudInit(CloudInitImage)
  /// The disk over which the guest reads the node's metrics, without any yet.
  case metricsDisk(FilePlace)
}

/// A raw image in a mounted directory.
public struct HostDisk: Sendable, Hashable {
  public var place: FilePlace
  /// In bytes.
  public var capacity: Int64
  /// Whether it is made where it is missing (type `DiskOrCreate`).
  public var createsWhenMissing: Bool
  /// The part of the capacity, in percent, by which the room may fall short.
  public var toleratedShortage: Int
  /// Bytes of the file system that are left free.
  public var reserve: Int64
}

/// An ISO image with the files of a directory, such as a mounted secret.
public struct FolderImage: Sendable, Hashable {
  public var place: FilePlace
  /// At most 32 characters (ECMA-119, section 8.4.7).
  public var volumeID: String
  public var folder: String
  /// One of these files must be there, in upper or lower case; none when empty.
  public var requiredFiles: Set<String> = []
}
