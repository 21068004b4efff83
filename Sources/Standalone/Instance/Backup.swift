import EmbeddedStore
import Foundation
import Transport

/// Backup and restore of all that an instance keeps, but for the contents of volumes.
public enum Backup {
  /// Copies objects, authorities, certificates and keys into one file, whether an instance runs or not. Returns what
  /// to tell the user.
  public static func write(_ directory: DataDirectory, to file: String) throws(StandaloneError) -> String {
    var files: [String: [UInt8]] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.certificates)) ?? []
    for name in names.sorted() where !name.hasSuffix(".new") {
      guard let content = try? File.read(directory.certificates + "/" + name, limit: 1 << 20) else {
        throw StandaloneError("\(directory.certificates)/\(name) can't be read")
      }
      files["pki/" + name] = content
    }
    do {
      let count = try StoreArchive.write(store: directory.store, files: files, to: file)
      return "Wrote \(count) objects and \(files.count) keys and certificates to \(file)."
    } catch {
      throw StandaloneError("\(error)")
    }
  }

  /// Takes a backup's contents in place of what is there, which is set aside. Returns what to tell the user.
  public static func restore(_ directory: DataDirectory, from file: String) throws(StandaloneError) -> String {
    try directory.create()
    guard let lock = try InstanceLock.acquire(directory) else {
      throw StandaloneError("\(RunningInstance.message(directory)) End it first with `swift-virt down`.")
    }
    defer { lock.keep() }
    let draft = directory.path + "/restoring"
    try? FileManager.default.removeItem(atPath: draft)
    guard mkdir(draft, 0o700) == 0, mkdir(draft + "/pki", 0o700) == 0 else { throw .system("make", draft, errno) }
    do {
      let files = try StoreArchive.read(
        file, store: draft + "/objects.db", after: StoreArchive.revision(ofStore: directory.store) ?? Revision(0))
      for (name, content) in files {
        // Names come from a file that anybody may have written.
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "pki", !parts[1].isEmpty, !parts[1].hasPrefix(".") else {
          throw StandaloneError("\(file) holds a file with the name \(name), which is none of ours")
        }
        try PrivateFile.write(content, to: draft + "/" + name)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw (error as? StandaloneError) ?? StandaloneError("\(error)")
    }
    let aside = try setAside(directory)
    for name in ["pki", "objects.db"] {
      guard rename(draft + "/" + name, directory.path + "/" + name) == 0 else {
        throw .system("put in place", draft + "/" + name, errno)
      }
    }
    rmdir(draft)
    // It is of an authority that may no longer be there; the next start writes it.
    unlink(directory.adminKubeconfig)
    return "Restored \(file)." + (aside.map { " What was there before is in \($0)." } ?? "")
  }

  /// Moves the present data into a folder of their own; nil where there are none.
  private static func setAside(_ directory: DataDirectory) throws(StandaloneError) -> String? {
    let present = ["objects.db", "objects.db-wal", "objects.db-shm", "pki"].filter {
      FileManager.default.fileExists(atPath: directory.path + "/" + $0)
    }
    if present.isEmpty { return nil }
    var folder = directory.path + "/before-restore"
    var number = 1
    while mkdir(folder, 0o700) != 0 {
      guard errno == EEXIST else { throw .system("make", folder, errno) }
      number += 1
      folder = "\(directory.path)/before-restore-\(number)"
    }
    for name in present {
      guard rename(directory.path + "/" + name, folder + "/" + name) == 0 else {
        throw .system("set aside", directory.path + "/" + name, errno)
      }
    }
    return folder
  }
}
