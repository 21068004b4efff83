import JSON
import Kube
import VirtTypes

/// The secrets that an instance's cloud-init volumes name: read by the handler, so that launchers need no access.
public struct CloudInitSecrets: Sendable {
  /// Of the instance's namespace; each once.
  public let names: [String]

  public init(of instance: V1.VirtualMachineInstance) {
    var names: [String] = []
    for volume in instance.spec.volumes {
      let references = [
        volume.cloudInitNoCloud?.secretRef, volume.cloudInitNoCloud?.networkDataSecretRef,
        volume.cloudInitConfigDrive?.secretRef, volume.cloudInitConfigDrive?.networkDataSecretRef,
      ]
      for name in references.compactMap({ $0?.name }) where !names.contains(name) { names.append(name) }
    }
    self.names = names
  }

  /// A secret that is not there, or lacks what is needed; its values are never told.
  public struct Missing: Error, Sendable, Hashable, CustomStringConvertible {
    public var secret: String
    public var key: String?

    public var description: String {
      if let key { return "The secret \(secret) of a cloud-init volume has no \(key)" }
      return "The secret \(secret) of a cloud-init volume does not exist"
    }
  }

  private static let userData = ["userdata", "userData"]
  private static let networkData = ["networkdata", "networkData"]

  /// The instance with what the secrets say in the places of the references.
  public func resolved(
    in instance: V1.VirtualMachineInstance, from secrets: [String: JSONValue]
  ) throws(Missing) -> V1.VirtualMachineInstance {
    if names.isEmpty { return instance }
    var instance = instance
    for index in instance.spec.volumes.indices {
      if var source = instance.spec.volumes[index].cloudInitNoCloud {
        if let reference = source.secretRef {
          (source.userData, source.userDataBase64) = try Self.text(Self.userData, reference.name, secrets)
          source.secretRef = nil
        }
        if let reference = source.networkDataSecretRef {
          (source.networkData, source.networkDataBase64) = try Self.text(Self.networkData, reference.name, secrets)
          source.networkDataSecretRef = nil
        }
        instance.spec.volumes[index].cloudInitNoCloud = source
      }
      if var source = instance.spec.volumes[index].cloudInitConfigDrive {
        if let reference = source.secretRef {
          (source.userData, source.userDataBase64) = try Self.text(Self.userData, reference.name, secrets)
          source.secretRef = nil
        }
        if let reference = source.networkDataSecretRef {
          (source.networkData, source.networkDataBase64) = try Self.text(Self.networkData, reference.name, secrets)
          source.networkDataSecretRef = nil
        }
        instance.spec.volumes[index].cloudInitConfigDrive = source
      }
    }
    return instance
  }

  /// What a secret has under the first of the keys: as text, or in base64 where it is none.
  private static func text(
    _ keys: [String], _ name: String, _ secrets: [String: JSONValue]
  ) throws(Missing) -> (text: String, base64: String) {
    guard let secret = secrets[name] else { throw Missing(secret: name) }
    for key in keys {
      guard let encoded = secret.value(at: "data", key)?.string else { continue }
      guard let bytes = try? Base64.decode(encoded) else { throw Missing(secret: name, key: key) }
      if let text = String(validating: bytes, as: UTF8.self) { return (text, "") }
      return ("", encoded)
    }
    throw Missing(secret: name, key: keys[0])
  }
}
