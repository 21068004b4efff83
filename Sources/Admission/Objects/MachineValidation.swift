import Kube
import VirtTypes

/// Rules of virtual machines, in steps: the first step that finds causes ends the check.
enum MachineValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachines")
      let machine = try reading.object(V1.VirtualMachine.self)
      if machine.metadata.deletionTimestamp != nil { return .allowed() }
      var effective = machine
      let missing = try apply(&effective, reading)
      try checkSpec(machine: machine, effective: effective, reading)
      try Decided.refuse(StorageRules(reading).check(machine))
      return .allowed(warnings: missing + warnings(machine, reading.configuration))
    }
  }

  /// Fills the machine's template with what its instance type, its preference and the cluster's defaults say.
  ///
  /// An instance type or preference that does not exist yet is worth a warning only, so that it can come with its
  /// machine in one file.
  private static func apply(_ machine: inout V1.VirtualMachine, _ reading: ObjectReading) throws(Decided) -> [String] {
    let lookup = InstancetypeLookup(reading: reading)
    let references = try lookup.find(for: machine)
    let missing = references.missing(of: machine)
    guard var template = machine.spec.template else { return missing }
    let conflicts = InstancetypeApplication(references).apply(to: &template.spec, metadata: &template.metadata)
    try Decided.refuse(
      conflicts.map { conflict in
        .invalid(
          conflict.path,
          "\(conflict.path) is also set by the instance type \"\(machine.spec.instancetype?.name ?? "")\"; "
            + "leave it to one of the two")
      })
    do {
      try InstanceDefaults(configuration: reading.configuration).apply(to: &template.spec)
    } catch {
      throw .failed(error.description)
    }
    if let preference = references.preference {
      try Decided.refuse(PreferenceRequirements(references).check(template.spec, preference))
    }
    machine.spec.template = template
    return missing
  }

  private static func checkSpec(
    machine: V1.VirtualMachine, effective: V1.VirtualMachine, _ reading: ObjectReading
  ) throws(Decided) {
    if reading.request.operation == .create, let template = effective.spec.template {
      try Decided.refuse(validateDiscontinuedGates(template.spec, context: reading.context))
      // Reported without the template's path in the reference.
      try Decided.refuse(validateDiscontinuedBindings(template.spec, at: .instance, context: reading.context))
    }
    try Decided.refuse(MachineSpecRules(context: reading.context, path: "spec").check(effective.spec))
  }

  private static func warnings(_ machine: V1.VirtualMachine, _ configuration: ClusterConfiguration) -> [String] {
    (machine.spec.running == nil ? [] : [MachineSpecRules.runningWarning]) + deprecationWarnings(configuration)
  }
}
