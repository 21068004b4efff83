import Kube
import VirtTypes

/// Rules of writes to the status of machines, replica sets and migrations.
enum StatusValidation {
  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide { () throws(Decided) in
      let reading = ObjectReading(request, body, environment)
      guard request.resource.group == "kubevirt.io" else {
        throw .failed("this webhook takes resources of kubevirt.io, not of \"\(request.resource.group)\"")
      }
      switch request.resource.resource {
      case "virtualmachines":
        let machine = try reading.object(V1.VirtualMachine.self, schema: .status)
        return .unless(try StorageRules(reading).checkStatus(machine))
      case "virtualmachineinstancereplicasets":
        _ = try reading.object(V1.VirtualMachineInstanceReplicaSet.self, schema: .status)
      case "virtualmachineinstancemigrations":
        _ = try reading.object(V1.VirtualMachineInstanceMigration.self, schema: .status)
      default: break
      }
      return .allowed()
    }
  }
}
