import Kube
import KubeTypes

/// Short forms of what a pod is made of.
extension Core.Volume {
  init(_ name: String, with configure: (inout Core.Volume) -> Void) {
    self.init()
    self.name = name
    configure(&self)
  }

  static func emptyDirectory(_ name: String, medium: String = "", sizeLimit: Quantity? = nil) -> Core.Volume {
    var source = Core.EmptyDirVolumeSource()
    source.medium = medium
    source.sizeLimit = sizeLimit
    return Core.Volume(name) { $0.emptyDir = source }
  }

  static func secret(_ name: String, secret: String, optional: Bool? = nil) -> Core.Volume {
    var source = Core.SecretVolumeSource()
    source.secretName = secret
    source.optional = optional
    return Core.Volume(name) { $0.secret = source }
  }

  static func configMap(
    _ name: String, configMap: String, optional: Bool? = nil, defaultMode: Int32? = nil
  ) -> Core.Volume {
    var source = Core.ConfigMapVolumeSource()
    source.name = configMap
    source.optional = optional
    source.defaultMode = defaultMode
    return Core.Volume(name) { $0.configMap = source }
  }

  static func claim(_ name: String, claim: String, isReadOnly: Bool = false) -> Core.Volume {
    var source = PersistentVolumeClaimVolumeSource()
    source.claimName = claim
    source.readOnly = isReadOnly
    return Core.Volume(name) { $0.persistentVolumeClaim = source }
  }

  static func image(_ name: String, reference: String, pullPolicy: String) -> Core.Volume {
    var source = Core.ImageVolumeSource()
    source.reference = reference
    source.pullPolicy = pullPolicy
    return Core.Volume(name) { $0.image = source }
  }

  static func hostPath(_ name: String, path: String, type: String?) -> Core.Volume {
    var source = Core.HostPathVolumeSource()
    source.path = path
    source.type = type
    return Core.Volume(name) { $0.hostPath = source }
  }

  static func downwardAPI(_ name: String, items: [DownwardAPIVolumeFile]) -> Core.Volume {
    var source = Core.DownwardAPIVolumeSource()
    source.items = items
    return Core.Volume(name) { $0.downwardAPI = source }
  }
}

extension Core.VolumeMount {
  /// Mounts that the node changes later are seen in a container with this propagation.
  static let fromHost = "HostToContainer"

  init(
    _ name: String, at path: String, isReadOnly: Bool = false, subPath: String = "", propagation: String? = nil
  ) {
    self.init()
    self.name = name
    mountPath = path
    readOnly = isReadOnly
    self.subPath = subPath
    mountPropagation = propagation
  }
}

extension Core.EnvVar {
  init(_ name: String, _ value: String) {
    self.init()
    self.name = name
    self.value = value
  }

  init(_ name: String, fieldPath: String) {
    self.init()
    self.name = name
    var field = ObjectFieldSelector()
    field.fieldPath = fieldPath
    var source = Core.EnvVarSource()
    source.fieldRef = field
    valueFrom = source
  }
}

extension Quantity {
  /// The quantity as it is written when it is computed: `1024Mi` becomes `1Gi`.
  var canonical: Quantity { self + Quantity() }

  static let one = Quantity(1)
}
