import Admission
import Kube
import VirtTypes

/// The image from which cloud-init configures a guest (its documentation, "NoCloud" and "Config drive").
public struct CloudInitImage: Sendable, Hashable {
  /// How the files are laid out and the guest is described.
  public enum Layout: Sendable, Hashable {
    /// As v0.8.0 wrote it: user data and two facts.
    case legacyNoCloud
    case noCloud
    case configDrive
  }

  /// Where text comes from.
  public enum Source: Sendable, Hashable {
    case none
    case given([UInt8])
    /// The first of these files that a mounted secret has.
    case secret(folder: String, names: [String])
  }

  public var place: FilePlace
  public var layout: Layout
  public var identity: CloudInitIdentity
  public var userData: Source
  public var networkData: Source
  /// Mounted secrets with public keys of SSH.
  public var keyFolders: [String] = []

  /// The name by which cloud-init finds it.
  public var volumeID: String {
    switch layout {
    case .legacyNoCloud, .noCloud: "cidata"
    case .configDrive: "config-2"
    }
  }
}

/// Who the guest is.
public struct CloudInitIdentity: Sendable, Hashable {
  public var name: String
  public var namespace: String
  public var hostname: String
  /// That of the firmware.
  public var uuid: String
  /// The instance type that the machine was made from; empty when there is none.
  public var instanceType = ""
}

extension CloudInitImage {
  /// The image of the instance's first volume of this kind; nil when it has none. Others are not looked at.
  init?(
    _ instance: V1.VirtualMachineInstance, _ paths: LauncherPaths, _ profile: Profile
  ) throws(DomainError) {
    let metadata = instance.metadata
    var identity = CloudInitIdentity(
      name: metadata.name, namespace: metadata.namespace, hostname: instance.hostname,
      uuid: instance.spec.domain.firmware?.uuid ?? "")
    identity.instanceType =
      metadata.annotations?["kubevirt.io/instancetype-name"]
      ?? metadata.annotations?["kubevirt.io/cluster-instancetype-name"] ?? ""
    for volume in instance.spec.volumes {
      let folder = paths.secret(volume.name)
      if let source = volume.cloudInitNoCloud {
        place = FilePlace(
          paths.noCloudImage(namespace: metadata.namespace, name: metadata.name), under: paths.ephemeralDirectory)
        layout = profile == .legacy ? .legacyNoCloud : .noCloud
        self.identity = identity
        userData = try Self.userData(
          source.userData, source.userDataBase64, isSecret: source.secretRef != nil, folder, volume.name)
        networkData = try Self.networkData(
          source.networkData, source.networkDataBase64, isSecret: source.networkDataSecretRef != nil, folder,
          volume.name)
        keyFolders = Self.keyFolders(instance, paths) { $0.noCloud != nil }
        return
      }
      if let source = volume.cloudInitConfigDrive {
        place = FilePlace(
          paths.configDriveImage(namespace: metadata.namespace, name: metadata.name), under: paths.ephemeralDirectory)
        layout = .configDrive
        self.identity = identity
        userData = try Self.userData(
          source.userData, source.userDataBase64, isSecret: source.secretRef != nil, folder, volume.name)
        networkData = try Self.networkData(
          source.networkData, source.networkDataBase64, isSecret: source.networkDataSecretRef != nil, folder,
          volume.name)
        keyFolders = Self.keyFolders(instance, paths) { $0.configDrive != nil }
        return
      }
    }
    return nil
  }

  private static func userData(
    _ text: String, _ base64: String, isSecret: Bool, _ folder: String, _ volume: String
  ) throws(DomainError) -> Source {
    try source(text, base64, isSecret ? .secret(folder: folder, names: ["userdata", "userData"]) : .none, volume)
  }

  private static func networkData(
    _ text: String, _ base64: String, isSecret: Bool, _ folder: String, _ volume: String
  ) throws(DomainError) -> Source {
    try source(text, base64, isSecret ? .secret(folder: folder, names: ["networkdata", "networkData"]) : .none, volume)
  }

  /// Plain text counts before Base64, and both before a secret.
  private static func source(
    _ text: String, _ base64: String, _ other: Source, _ volume: String
  ) throws(DomainError) -> Source {
    if !text.isEmpty { return .given(Array(text.utf8)) }
    guard !base64.isEmpty else { return other }
    // Line ends are allowed between the characters.
    guard let bytes = try? Base64.decode(base64.filter { !$0.isNewline }) else {
      throw .malformed(field: "data of volume \(volume)", reason: "are no Base64")
    }
    return .given(bytes)
  }

  private static func keyFolders(
    _ instance: V1.VirtualMachineInstance, _ paths: LauncherPaths,
    _ applies: (V1.SSHPublicKeyAccessCredentialPropagationMethod) -> Bool
  ) -> [String] {
    instance.spec.accessCredentials.compactMap { credential in
      guard let keys = credential.sshPublicKey, applies(keys.propagationMethod),
        let secret = keys.source.secret?.secretName, !secret.isEmpty
      else { return nil }
      return paths.secret(secret + "-access-cred")
    }
  }
}
