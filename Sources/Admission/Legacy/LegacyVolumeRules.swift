import Kube
import VirtTypes

extension LegacyRuleContext {
  mutating func checkVolumes() {
    var names: Set<String> = []
    for (index, volume) in spec.volumes.enumerated() {
      let field = "\(path).volumes[\(index)]"
      if !names.insert(volume.name).inserted {
        invalid(field + ".name", "\"\(volume.name)\" is the name of another volume already")
      }
      if let source = volume.dataVolume {
        if !allowsDataVolumes {
          invalid(field, "is a dataVolume, for which the feature gate DataVolumes must be on")
        }
        if source.name.isEmpty { required(field + ".name", "needs the name of a data volume in dataVolume.name") }
      }
      let sources = volume.sourceCount
      if sources != 1 {
        invalid(field, "must have exactly one source, not \(sources == 0 ? "none" : "\(sources)")")
      }
      if let source = volume.cloudInitNoCloud { checkCloudInit(source, field: field + ".cloudInitNoCloud") }
    }
  }

  /// The most bytes of user data that v0.8.0 takes.
  private static let longestUserData = 2048

  private mutating func checkCloudInit(_ source: V1alpha2.CloudInitNoCloudSource, field: String) {
    var sources = 0
    var length = 0
    if let secret = source.secretRef, !secret.name.isEmpty { sources += 1 }
    if !source.userDataBase64.isEmpty {
      sources += 1
      do {
        length = try Base64.decode(source.userDataBase64).count
      } catch {
        length = error.decoded.count
        invalid(field + ".userDataBase64", "is no base64 from byte \(error.offset) on")
      }
    }
    if !source.userData.isEmpty {
      sources += 1
      length = source.userData.utf8.count
    }
    if sources != 1 {
      invalid(
        field,
        "must have exactly one of secretRef, userDataBase64 and userData, not \(sources == 0 ? "none" : "\(sources)")"
      )
    }
    if length > Self.longestUserData {
      invalid(field, "has \(length) bytes of user data; at most \(Self.longestUserData) are possible")
    }
  }
}

extension V1alpha2.Volume {
  /// How many kinds of source are given.
  var sourceCount: Int {
    let sources = [
      cloudInitNoCloud != nil, dataVolume != nil, emptyDisk != nil, ephemeral != nil, persistentVolumeClaim != nil,
      registryDisk != nil,
    ]
    return sources.count(where: \.self)
  }
}
