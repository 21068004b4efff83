import JSON
import Kube
import VirtTypes

/// What of a machine's defaults is fixed when it is written: identity, architecture and machine type.
enum MachineMutation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachines")
      var machine = try reading.object(V1.VirtualMachine.self)
      if machine.metadata.deletionTimestamp != nil { return .allowed() }
      let old = request.operation == .update ? try reading.oldObject(V1.VirtualMachine.self) : nil
      // v0.8.0 never defaulted a machine, and one of its profile stays as it is whichever version changes it.
      if let old, Profile(machineAnnotations: old.metadata.annotations) == .legacy { return .allowed() }
      let preference = try settleMatchers(&machine, old: old, reading)
      try setDefaults(&machine, preference, reading)
      let patch = ObjectPatch(try reading.objectTree()).replacing(
        ("spec", machine.spec), ("metadata", machine.metadata))
      return .allowed(patch: patch)
    }
  }

  /// Checks and infers which instance type and preference are meant; returns the preference if it can be found.
  private static func settleMatchers(
    _ machine: inout V1.VirtualMachine, old: V1.VirtualMachine?, _ reading: ObjectReading
  ) throws(Decided) -> Instancetype.VirtualMachinePreferenceSpec? {
    if let old {
      try Decided.refuse(
        MatcherRules.changeCauses(old.spec.instancetype, machine.spec.instancetype, at: "spec.instancetype"))
      try Decided.refuse(
        MatcherRules.changeCauses(old.spec.preference, machine.spec.preference, at: "spec.preference"))
    }
    try Decided.refuse(MatcherRules.causes(machine.spec.instancetype, at: "spec.instancetype"))
    try Decided.refuse(MatcherRules.causes(machine.spec.preference, at: "spec.preference"))
    try MatcherInference(reading: reading).infer(&machine)
    return try InstancetypeLookup(reading: reading).findPreference(for: machine)?.spec
  }

  private static func setDefaults(
    _ machine: inout V1.VirtualMachine, _ preference: Instancetype.VirtualMachinePreferenceSpec?,
    _ reading: ObjectReading
  ) throws(Decided) {
    setStorageClass(&machine, preference)
    guard var template = machine.spec.template else { return }
    let isNew = reading.request.operation == .create
    if isNew { setIdentity(&template.spec.domain, makeUUID: reading.environment.makeUUID) }
    if template.spec.architecture.isEmpty {
      let wanted =
        if let preferred = preference?.preferredArchitecture, !preferred.isEmpty {
          Optional(preferred)
        } else {
          try architecture(ofSources: machine, reading)
        }
      template.spec.architecture = wanted ?? reading.configuration.defaultArchitecture
    }
    setMachineType(&template.spec, preference, reading.configuration)
    if isNew { PCITopology.mark(&template.metadata, for: template.spec) }
    machine.spec.template = template
  }

  private static func setIdentity(_ domain: inout V1.DomainSpec, makeUUID: () -> String) {
    var firmware = domain.firmware ?? V1.Firmware()
    if firmware.uuid.isEmpty { firmware.uuid = makeUUID() }
    if firmware.serial.isEmpty { firmware.serial = makeUUID() }
    domain.firmware = firmware
  }

  private static func setMachineType(
    _ spec: inout V1.VirtualMachineInstanceSpec, _ preference: Instancetype.VirtualMachinePreferenceSpec?,
    _ configuration: ClusterConfiguration
  ) {
    var machine = spec.domain.machine ?? V1.Machine()
    if machine.type.isEmpty {
      let preferred = preference?.machine?.preferredMachineType ?? ""
      machine.type = preferred.isEmpty ? configuration.machineType(ofArchitecture: spec.architecture) : preferred
    }
    spec.domain.machine = machine
  }

  private static func setStorageClass(
    _ machine: inout V1.VirtualMachine, _ preference: Instancetype.VirtualMachinePreferenceSpec?
  ) {
    guard let name = preference?.volumes?.preferredStorageClassName, !name.isEmpty else { return }
    for index in machine.spec.dataVolumeTemplates.indices {
      if machine.spec.dataVolumeTemplates[index].spec.pvc != nil,
        machine.spec.dataVolumeTemplates[index].spec.pvc?.storageClassName == nil
      {
        machine.spec.dataVolumeTemplates[index].spec.pvc?.storageClassName = name
      }
      if machine.spec.dataVolumeTemplates[index].spec.storage != nil,
        machine.spec.dataVolumeTemplates[index].spec.storage?.storageClassName == nil
      {
        machine.spec.dataVolumeTemplates[index].spec.storage?.storageClassName = name
      }
    }
  }

  private static let architectureLabel = "template.kubevirt.io/architecture"

  /// The architecture that the source of one of the machine's disks is for.
  private static func architecture(
    ofSources machine: V1.VirtualMachine, _ reading: ObjectReading
  ) throws(Decided) -> String? {
    for template in machine.spec.dataVolumeTemplates {
      guard let reference = template.spec.sourceRef, reference.kind.lowercased() == "datasource" else { continue }
      let given = reference.namespace ?? ""
      let namespace = given.isEmpty ? reading.namespace(of: machine.metadata) : given
      guard let source = try dataSource(reference.name, namespace, reading),
        let label = source.value(at: "metadata", "labels", architectureLabel)?.string,
        let known = Architecture(rawValue: label)
      else { continue }
      return known.rawValue
    }
    return nil
  }

  /// A data source, or the one that it stands for.
  private static func dataSource(
    _ name: String, _ namespace: String, _ reading: ObjectReading
  ) throws(Decided) -> JSONValue? {
    let source = try reading.lookUp(.dataSource, namespace: namespace, name: name, as: JSONValue.self)
    guard let other = source?.value(at: "spec", "source", "dataSource") else { return source }
    return try reading.lookUp(
      .dataSource, namespace: other["namespace"]?.string ?? namespace, name: other["name"]?.string ?? "",
      as: JSONValue.self)
  }
}
