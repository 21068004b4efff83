import JSON
import Kube
import KubeClient
import VirtTypes

/// Has a running machine moved to another node.
struct MigrateMachine {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let (options, isDryRun) = try SubresourceBody.options(
      V1.MigrateOptions.self, from: request.body, dryRun: \.dryRun)
    _ = try request.observedMachine()
    guard let instance = try request.observedInstance() else {
      throw .refused(.noSuchObject("virtualmachineinstance", request.name))
    }
    guard instance.phase == "Running" else {
      throw .refused(.stateConflict("virtualmachine", request.name, "VM is not running"))
    }
    var spec: JSONObject = ["vmiName": .string(request.name)]
    if let selector = options.addedNodeSelector, !selector.isEmpty {
      spec["addedNodeSelector"] = .object(
        JSONObject(selector.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }
    let migration: JSONValue = [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstanceMigration",
      "metadata": ["generateName": "kubevirt-migrate-vm-", "namespace": .string(request.namespace)],
      "spec": .object(spec),
    ]
    let write = ObjectWrite(
      ResourcePath(MachineRequest.migrations, namespace: request.namespace), .create(migration),
      options: WriteOptions(isDryRun: isDryRun))
    if case .failure(let error) = try request.perform(write, &journal) {
      throw .refused(.internalFailure("\(error)"))
    }
  }
}
