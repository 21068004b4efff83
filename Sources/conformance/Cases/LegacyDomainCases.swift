import JSON
import VirtLauncher
import VirtTypes
import XML

/// Describes recorded legacy instances to libvirt.
enum LegacyDomainCases {
  @Sendable static func differences(_ record: RecordedCase) throws -> [String] {
    let fails = record.output["domainError"]?.bool == true
    guard let given = record.output["vmi"], fails || record.output["domainXML"] != nil else { return [] }
    let found: XMLElement
    do {
      found = try render(record, given)
    } catch let error as DomainError {
      return fails ? [] : ["a domain, got: \(error)"]
    }
    guard !fails, let text = record.output["domainXML"]?.string else { return ["no domain, got one"] }
    return XMLComparison.differences(withoutEmptyInformation(try XMLElement(parsing: text)), found)
  }

  /// Elements of `sysinfo` without entries say nothing, and libvirt's schema does not have them.
  private static func withoutEmptyInformation(_ domain: XMLElement) -> XMLElement {
    var domain = domain
    for index in domain.children.indices where domain.children[index].name == "sysinfo" {
      domain.children[index].children.removeAll { $0.children.isEmpty }
    }
    return domain
  }

  /// What is made of an instance of the record.
  static func render(_ record: RecordedCase, _ given: JSONValue) throws -> XMLElement {
    // As the launcher gets it: in the version that is stored.
    let instance: V1.VirtualMachineInstance = try LegacyObjects.decode(LegacyObjects.stored(given))
    return try DomainRenderer.domain(for: instance, in: environment(record, instance))
  }

  /// What the launcher of the record found: KVM, qcow2 images unless the record says otherwise.
  private static func environment(
    _ record: RecordedCase, _ instance: V1.VirtualMachineInstance
  ) -> DomainEnvironment {
    var environment = DomainEnvironment()
    environment.paths.ephemeralDirectory = "/var/run/libvirt/kubevirt-ephemeral-disk"
    environment.searchDomains = ["cluster.local"]
    for volume in instance.spec.volumes where volume.containerDisk != nil {
      let suffix = record.input["registryFiles"]?[volume.name]?.string ?? RegistryDiskSuffix.qcow2.rawValue
      environment.registryDisks[volume.name] = RegistryDiskSuffix(rawValue: suffix)
    }
    return environment
  }
}
