/// Why no launcher pod can be made for an instance now.
public enum LauncherPodError: Error, Sendable, Hashable {
  /// A volume names a claim that is not there.
  case claimMissing(volume: String, claim: String)
  /// The claim that holds the machine's firmware and TPM state is not there.
  case stateClaimMissing(instance: String)
  case networkMissing(network: String, definition: String)
  /// A host device or GPU that the KubeVirt object does not permit.
  case deviceNotPermitted(name: String, resource: String)
  /// A binding plugin that the KubeVirt object does not register.
  case bindingNotRegistered(interface: String, plugin: String)
  /// The image that a migrating instance runs can't be told by its digest.
  case imageUnknown(container: String)
  /// The handler has not yet reported the instance's SELinux context, or one without a level.
  case securityContextUnknown(instance: String)
  /// The node that the instance leaves does not say which CPU model it gave to the guest.
  case hostModelUnknown(node: String)
  /// A label or annotation that has to have another form.
  case malformed(member: String, reason: String)
  /// A hook sidecar's script is in a config map that is not there.
  case hookScriptMissing(configMap: String)
}

extension LauncherPodError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .claimMissing(let volume, let claim):
      "volume \(volume) needs the PersistentVolumeClaim \(claim), which does not exist in the namespace"
    case .stateClaimMissing(let instance):
      "no PersistentVolumeClaim holds the persistent state of \(instance) yet"
    case .networkMissing(let network, let definition):
      "network \(network) needs the NetworkAttachmentDefinition \(definition), which does not exist"
    case .deviceNotPermitted(let name, let resource):
      "device \(name) asks for \(resource), which is not among the permitted host devices of the KubeVirt object"
    case .bindingNotRegistered(let interface, let plugin):
      "interface \(interface) uses the binding plugin \(plugin), which the KubeVirt object does not register"
    case .imageUnknown(let container):
      "the digest of the image that container \(container) runs is not known, so the target could get another image"
    case .securityContextUnknown(let instance):
      "the SELinux context of \(instance) is not known yet, so the target could not use its files"
    case .hostModelUnknown(let node):
      "node \(node) has no label with the model of its CPU, which the target has to have too"
    case .malformed(let member, let reason): "\(member) \(reason)"
    case .hookScriptMissing(let configMap):
      "a hook sidecar needs the ConfigMap \(configMap), which does not exist in the namespace"
    }
  }
}
