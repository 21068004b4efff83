import Glibc
import JSON

/// What is in an image for cloud-init; a pure function of texts and names.
struct CloudInitFiles {
  var identity: CloudInitIdentity
  var userData: [UInt8]
  /// Nil where nothing is said of the network.
  var networkData: [UInt8]?
  var publicKeys: [String] = []

  func files(in layout: CloudInitImage.Layout) -> [ISOFile] {
    switch layout {
    case .legacyNoCloud:
      return [ISOFile("meta-data", legacyMetadata), ISOFile("user-data", userData)]
    case .noCloud:
      var files = [ISOFile("meta-data", metadata.serialized()), ISOFile("user-data", userData)]
      if let networkData { files.append(ISOFile("network-config", networkData)) }
      return files
    case .configDrive:
      let folder = "openstack/latest/"
      var files = [
        ISOFile(folder + "meta_data.json", configDriveMetadata.serialized()),
        ISOFile(folder + "user_data", userData),
      ]
      if let networkData { files.append(ISOFile(folder + "network_data.json", networkData)) }
      return files
    }
  }

  /// v0.8.0's text to the byte: guests compare what they were given before.
  private var legacyMetadata: String {
    let id = JSONValue.string("\(identity.name).\(identity.namespace)").serialized()
    let hostname = JSONValue.string(identity.hostname).serialized()
    return "{ \"instance-id\": \(id), \"local-hostname\": \(hostname) }\n"
  }

  private var metadata: JSONValue {
    var metadata = JSONObject()
    if !identity.instanceType.isEmpty { metadata["instance-type"] = .string(identity.instanceType) }
    metadata["instance-id"] = .string(identity.uuid)
    metadata["local-hostname"] = .string(identity.hostname)
    if let keys { metadata["public-keys"] = keys }
    return .object(metadata)
  }

  private var configDriveMetadata: JSONValue {
    var metadata = JSONObject()
    if !identity.instanceType.isEmpty { metadata["instance_type"] = .string(identity.instanceType) }
    metadata["instance_id"] = .string("\(identity.name).\(identity.namespace)")
    metadata["hostname"] = .string(identity.hostname)
    metadata["uuid"] = .string(identity.uuid)
    if let keys { metadata["public_keys"] = keys }
    return .object(metadata)
  }

  /// Numbered; nil when there are none.
  private var keys: JSONValue? {
    guard !publicKeys.isEmpty else { return nil }
    var keys = JSONObject()
    for (index, key) in publicKeys.enumerated() { keys[String(index)] = .string(key) }
    return .object(keys)
  }
}

extension CloudInitImage {
  /// Of each text, in bytes.
  private static let limit = 4 << 20

  /// Reads what comes from mounted secrets, and lays the files out.
  func contents() throws(DiskError) -> [ISOFile] {
    let userData = try Self.bytes(userData)
    let networkData = try Self.bytes(networkData)
    var files = CloudInitFiles(identity: identity, userData: userData ?? [], networkData: networkData)
    for folder in keyFolders { files.publicKeys += try Self.keys(in: folder) }
    return files.files(in: layout)
  }

  private static func bytes(_ source: Source) throws(DiskError) -> [UInt8]? {
    switch source {
    case .none: return nil
    case .given(let bytes): return bytes
    case .secret(let folder, let names):
      let root = try ConfinedFile(directory: folder)
      for name in names {
        guard let file = try root.openIfPresent(name, flags: O_RDONLY | O_NONBLOCK, followsLinks: true),
          try file.status().st_mode & S_IFMT == S_IFREG
        else { continue }
        return try file.readAll(limit: limit)
      }
      return nil
    }
  }

  /// A key a line, of all files in the order of their names.
  private static func keys(in folder: String) throws(DiskError) -> [String] {
    let place = FilePlace(root: folder, path: "")
    let files = try FolderImage(place: place, volumeID: "", folder: folder).contents()
    return files.flatMap { file in
      String(decoding: file.contents, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
        String(line.drop { $0 == " " })
      }.filter { !$0.isEmpty }
    }
  }
}
