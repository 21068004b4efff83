import Admission
import JSON
import Kube
import KubeTypes
import VirtTypes

/// Networks beside the pod network: Multus reads from annotations what it is to attach.
extension LauncherPodPlan {
  func networkAnnotations() throws(LauncherPodError) -> [String: String] {
    var annotations: [String: String] = [:]
    let attachments = try self.attachments
    if !attachments.isEmpty {
      annotations[LauncherPodMetadata.networks] = JSONValue.array(attachments).serialized()
    }
    if let multus = spec.networks.lazy.compactMap(\.multus).first(where: \.default) {
      annotations["v1.multus-cni.io/default-network"] = multus.networkName
    }
    if devices.interfaces.contains(where: { $0.masquerade != nil }) {
      for key in LauncherPodMetadata.istioInterfaces { annotations[key] = "k6t-\(PodInterfaceName.podNetwork)" }
    }
    return annotations
  }

  /// What Multus attaches, in the order of the networks.
  private var attachments: [JSONValue] {
    get throws(LauncherPodError) {
      var attachments: [JSONValue] = []
      var secondaryCount = 0
      for network in spec.networks {
        let secondary = network.multus.flatMap { $0.default ? nil : $0 }
        if secondary != nil { secondaryCount += 1 }
        guard let interface = interface(of: network) else { continue }
        if let secondary {
          var attachment = attachment(secondary.networkName)
          if !interface.macAddress.isEmpty { attachment["mac"] = .string(interface.macAddress) }
          attachment["interface"] = .string(
            namesInterfacesByOrder
              ? "net\(secondaryCount)" : PodInterfaceName.secondary(network: network.name))
          attachments.append(.object(attachment))
        }
        if let definition = try plugin(of: interface)?.networkAttachmentDefinition, !definition.isEmpty {
          var attachment = attachment(definition)
          attachment["cni-args"] = ["logicNetworkName": .string(network.name)]
          attachments.append(.object(attachment))
        }
      }
      return attachments
    }
  }

  private func attachment(_ definition: String) -> JSONObject {
    let name = attachmentName(definition)
    var attachment = JSONObject()
    attachment["name"] = .string(name.name)
    attachment["namespace"] = .string(name.namespace)
    return attachment
  }

  /// A definition's name, of this namespace where it says none.
  private func attachmentName(_ text: String) -> (namespace: String, name: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : (instance.metadata.namespace, text)
  }

  /// Resources that attachments take of the node, one name for each attachment.
  func networkResources() throws(LauncherPodError) -> [String] {
    // Then a webhook of the network's own adds them.
    if configuration.allows(.externalNetResourceInjection) { return [] }
    var resources: [String] = []
    for network in spec.networks {
      guard let multus = network.multus else { continue }
      let name = attachmentName(multus.networkName)
      guard let definition = lookups.networkAttachmentDefinitions["\(name.namespace)/\(name.name)"] else {
        throw .networkMissing(network: network.name, definition: "\(name.namespace)/\(name.name)")
      }
      let resource = definition.value(at: "metadata", "annotations", "k8s.v1.cni.cncf.io/resourceName")?.string ?? ""
      if !resource.isEmpty { resources.append(resource) }
    }
    return resources
  }
}

// Binding plugins
extension LauncherPodPlan {
  /// The plugin that serves an interface; nil where it is not served by one.
  func plugin(of interface: V1.Interface) throws(LauncherPodError) -> V1.InterfaceBindingPlugin? {
    guard let name = interface.binding?.name else { return nil }
    guard let plugin = given.network?.binding?[name] else {
      throw .bindingNotRegistered(interface: interface.name, plugin: name)
    }
    return plugin
  }

  /// The registered plugins of the interfaces, each once, in the order in which they are first used.
  var bindingPlugins: [V1.InterfaceBindingPlugin] {
    Self.bindingPlugins(of: instance, given)
  }

  static func bindingPlugins(
    of instance: V1.VirtualMachineInstance, _ given: V1.KubeVirtConfiguration
  ) -> [V1.InterfaceBindingPlugin] {
    var seen: Set<String> = []
    return instance.spec.domain.devices.interfaces.compactMap { interface in
      guard let name = interface.binding?.name, seen.insert(name).inserted else { return nil }
      return given.network?.binding?[name]
    }
  }

  /// Whether the launcher has to read the addresses of devices that a network brought into the pod.
  var readsNetworkInfo: Bool {
    devices.interfaces.contains { $0.sriov != nil }
      || bindingPlugins.contains { $0.downwardAPI == HookSidecar.deviceInfo }
  }
}
