import Kube
import VirtTypes

/// User and network data of a cloud-init volume, whichever kind of drive they are on.
struct CloudInit {
  struct Data {
    /// Names of members.
    let plainMember: String
    let base64Member: String
    let secretMember: String
    var plain: String
    var base64: String
    var secret: String?
  }

  var user: Data
  var network: Data

  init(_ source: V1.CloudInitNoCloudSource) {
    user = .user(source.userData, source.userDataBase64, source.secretRef)
    network = .network(source.networkData, source.networkDataBase64, source.networkDataSecretRef)
  }

  init(_ source: V1.CloudInitConfigDriveSource) {
    user = .user(source.userData, source.userDataBase64, source.secretRef)
    network = .network(source.networkData, source.networkDataBase64, source.networkDataSecretRef)
  }
}

extension CloudInit.Data {
  fileprivate static func user(_ plain: String, _ base64: String, _ secret: LocalObjectReference?) -> Self {
    .init(
      plainMember: "userData", base64Member: "userDataBase64", secretMember: "secretRef", plain: plain,
      base64: base64, secret: secret?.name)
  }

  fileprivate static func network(_ plain: String, _ base64: String, _ secret: LocalObjectReference?) -> Self {
    .init(
      plainMember: "networkData", base64Member: "networkDataBase64", secretMember: "networkDataSecretRef",
      plain: plain, base64: base64, secret: secret?.name)
  }

  /// How many ways there are to the data; a reference without a name is none.
  fileprivate var sourceCount: Int {
    (plain.isEmpty ? 0 : 1) + (base64.isEmpty ? 0 : 1) + ((secret ?? "").isEmpty ? 0 : 1)
  }
}

extension SpecRules {
  /// More has to be in a secret.
  private static let mostCloudInitBytes = 2048

  mutating func check(_ cloudInit: CloudInit, _ index: Int, _ source: String) {
    check(cloudInit.user, index, source)
    check(cloudInit.network, index, source)
    if cloudInit.user.sourceCount == 0, cloudInit.network.sourceCount == 0 {
      invalid(path.volume(index, source), "must have user data or network data")
    }
  }

  private mutating func check(_ data: CloudInit.Data, _ index: Int, _ source: String) {
    var length = 0
    if !data.base64.isEmpty {
      do {
        length = try Base64.decode(data.base64).count
      } catch {
        length = error.decoded.count
        invalid(path.volume(index, "\(source).\(data.base64Member)"), "must be base64 (RFC 4648), with its padding")
      }
    }
    if !data.plain.isEmpty { length = data.plain.utf8.count }
    if data.sourceCount > 1 {
      invalid(
        path.volume(index, source),
        "must have only one of \(data.secretMember), \(data.base64Member) and \(data.plainMember)")
    }
    if length > Self.mostCloudInitBytes {
      invalid(
        path.volume(index, source),
        "has \(length) bytes of \(data.plainMember), must have at most \(Self.mostCloudInitBytes); more can be in a secret"
      )
    }
  }
}
