import Kube
import VirtTypes

/// Rules of writes to the status of machines, replica sets and migrations.
enum StatusValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try checkSchema(reading)
      let resource = request.resource
      guard resource.group == "kubevirt.io", resource.resource == "virtualmachines",
        currentVersions.contains(resource.version)
      else { return .allowed() }
      let machine = try reading.object(V1.VirtualMachine.self, schema: .status)
      if request.operation == .update { _ = try reading.oldObject(V1.VirtualMachine.self) }
      return .unless(try StorageRules(reading).checkStatus(machine))
    }
  }

  /// The object itself says by which schema its status is checked.
  private static func checkSchema(_ reading: ObjectReading) throws(Decided) {
    let object = try reading.objectTree()
    let kind = object["kind"]?.string ?? ""
    let slashes = (object["apiVersion"]?.string ?? "").utf8.count { $0 == UInt8(ascii: "/") }
    guard !kind.isEmpty, slashes <= 1 else {
      throw Decided(.refused([Cause(.none, "", "kind and apiVersion must say what kind of object it is")]))
    }
    switch kind {
    case "VirtualMachine": try reading.checkSchema(of: V1.VirtualMachine.self, .status)
    case "VirtualMachineInstance": try reading.checkSchema(of: V1.VirtualMachineInstance.self, .status)
    case "VirtualMachineInstanceReplicaSet":
      try reading.checkSchema(of: V1.VirtualMachineInstanceReplicaSet.self, .status)
    case "VirtualMachineInstanceMigration":
      try reading.checkSchema(of: V1.VirtualMachineInstanceMigration.self, .status)
    default: break
    }
  }
}
