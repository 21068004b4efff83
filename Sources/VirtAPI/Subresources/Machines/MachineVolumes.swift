import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// Plugs a volume into a machine while it runs.
struct AddMachineVolume {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let plugging = try VolumePlugging(request)
    guard var options = try SubresourceBody.decode(V1.AddVolumeOptions.self, from: request.body) else {
      throw .refused(.faultyRequest("Request with no body, a new name is expected as the request body"))
    }
    if options.name.isEmpty { throw .refused(.faultyRequest("AddVolumeOptions requires name to be set")) }
    guard var disk = options.disk else {
      throw .refused(.faultyRequest("AddVolumeOptions requires disk to not be nil"))
    }
    guard let source = options.volumeSource else {
      throw .refused(.faultyRequest("AddVolumeOptions requires VolumeSource to not be nil"))
    }
    disk.name = options.name
    options.disk = disk
    let machine = try request.observedMachine()
    try check(options.name, source, in: machine)
    var wanted = V1.VirtualMachineVolumeRequest()
    wanted.addVolumeOptions = options
    let isDryRun = !options.dryRun.isEmpty
    if plugging == .byTemplate {
      return try request.submit(
        machine.patch(addingVolume: volume(options.name, source), disk: disk),
        to: request.path(MachineRequest.machines), isDryRun: isDryRun, passesRefusals: true, &journal)
    }
    let requests = machine.value.status.volumeRequests
    if requests.contains(where: { $0.addVolumeOptions?.name == options.name }) {
      throw conflict("add volume request for volume [\(options.name)] already exists")
    }
    if requests.contains(where: { $0.removeVolumeOptions?.name == options.name }) {
      throw conflict("volume [\(options.name)] is still being removed")
    }
    try request.submit(
      machine.patch(asking: machine.volumeRequests + [wanted.jsonTree]),
      to: request.path(MachineRequest.machines, subresource: "status"), isDryRun: isDryRun, passesRefusals: true,
      &journal)
  }

  private func conflict(_ why: String) -> DecisionEnd { .refused(.stateConflict("virtualmachine", request.name, why)) }

  private func check(
    _ name: String, _ source: V1.HotplugVolumeSource, in machine: ObservedMachine
  ) throws(DecisionEnd) {
    let claim = source.dataVolume?.name ?? source.persistentVolumeClaim?.claimName ?? ""
    for volume in machine.volumes {
      if volume.name == name {
        throw conflict("Unable to add volume [\(name)] because volume with that name already exists")
      }
      if !claim.isEmpty, volume.claimName == claim {
        throw conflict("Unable to add volume source [\(claim)] because it already exists")
      }
    }
  }

  private func volume(_ name: String, _ source: V1.HotplugVolumeSource) -> V1.Volume {
    var volume = V1.Volume()
    volume.name = name
    volume.dataVolume = source.dataVolume
    volume.dataVolume?.hotpluggable = true
    volume.persistentVolumeClaim = source.persistentVolumeClaim
    volume.persistentVolumeClaim?.hotpluggable = true
    return volume
  }
}

/// Takes a volume out of a machine that was plugged in.
struct RemoveMachineVolume {
  let request: MachineRequest

  init(_ request: MachineRequest) { self.request = request }

  func decide(_ journal: inout WriteJournal) throws(DecisionEnd) {
    let plugging = try VolumePlugging(request)
    guard let options = try SubresourceBody.decode(V1.RemoveVolumeOptions.self, from: request.body) else {
      throw .refused(.faultyRequest("Request with no body, a name is expected as the request body"))
    }
    if options.name.isEmpty { throw .refused(.faultyRequest("RemoveVolumeOptions requires name to be set")) }
    let machine = try request.observedMachine()
    guard let volume = machine.volumes.first(where: { $0.name == options.name }) else {
      throw conflict("Unable to remove volume [\(options.name)] because it does not exist")
    }
    guard volume.isHotpluggable else {
      throw conflict("Unable to remove volume [\(options.name)] because it is not hotpluggable")
    }
    let isDryRun = !options.dryRun.isEmpty
    if plugging == .byTemplate {
      return try request.submit(
        machine.patch(removingVolume: options.name), to: request.path(MachineRequest.machines), isDryRun: isDryRun,
        passesRefusals: true, &journal)
    }
    if machine.value.status.volumeRequests.contains(where: { $0.removeVolumeOptions?.name == options.name }) {
      throw conflict("volume [\(options.name)] is being removed already")
    }
    // A request to plug it in that nobody has followed yet is withdrawn.
    let others = machine.volumeRequests.filter {
      $0.value(at: "addVolumeOptions", "name")?.string != options.name
    }
    var wanted = V1.VirtualMachineVolumeRequest()
    wanted.removeVolumeOptions = options
    try request.submit(
      machine.patch(asking: others + [wanted.jsonTree]),
      to: request.path(MachineRequest.machines, subresource: "status"), isDryRun: isDryRun, passesRefusals: true,
      &journal)
  }

  private func conflict(_ why: String) -> DecisionEnd { .refused(.stateConflict("virtualmachine", request.name, why)) }
}

/// By which of the two ways a cluster plugs volumes.
enum VolumePlugging {
  /// The controller is asked by the status (gate HotplugVolumes).
  case byRequest
  /// The template is changed, and the running instance follows it (gate DeclarativeHotplugVolumes alone).
  case byTemplate

  init(_ request: MachineRequest) throws(DecisionEnd) {
    if request.configuration.allows(.hotplugVolumes) {
      self = .byRequest
    } else if request.configuration.allows(.declarativeHotplugVolumes) {
      self = .byTemplate
    } else {
      throw .refused(
        .faultyRequest(
          "Unable to plug volumes: neither of the feature gates HotplugVolumes and DeclarativeHotplugVolumes is on"))
    }
  }
}

extension ObservedMachine {
  var volumes: [V1.Volume] { value.spec.template?.spec.volumes ?? [] }

  /// The pending requests as stored.
  var volumeRequests: [JSONValue] { object.value(at: "status", "volumeRequests")?.array ?? [] }

  /// The patch of the status that replaces the requests for volumes.
  func patch(asking requests: [JSONValue]) -> JSONPatch {
    let place = JSONPointer(["status", "volumeRequests"])
    let wanted = JSONValue.array(requests)
    if object["status"] == nil {
      return JSONPatch([.add(JSONPointer(["status"]), ["volumeRequests": wanted])])
    }
    let present = object.value(at: "status", "volumeRequests") ?? .null
    return JSONPatch([
      .test(place, present), volumeRequests.isEmpty ? .add(place, wanted) : .replace(place, wanted),
    ])
  }

  private static let volumesPlace = ["spec", "template", "spec", "volumes"]
  private static let disksPlace = ["spec", "template", "spec", "domain", "devices", "disks"]

  func patch(addingVolume volume: V1.Volume, disk: V1.Disk) -> JSONPatch {
    replacing(Self.volumesPlace) { $0 + [volume.jsonTree] } + replacing(Self.disksPlace) { $0 + [disk.jsonTree] }
  }

  func patch(removingVolume name: String) -> JSONPatch {
    let others: ([JSONValue]) -> [JSONValue] = { $0.filter { $0["name"]?.string != name } }
    return replacing(Self.volumesPlace, others) + replacing(Self.disksPlace, others)
  }

  /// Replaces a list of the template as it was observed.
  private func replacing(_ path: [String], _ change: ([JSONValue]) -> [JSONValue]) -> JSONPatch {
    let present = path.reduce(Optional(object)) { $0?[$1] } ?? .null
    let place = JSONPointer(path)
    let wanted = JSONValue.array(change(present.array ?? []))
    return JSONPatch([.test(place, present), present.isNull ? .add(place, wanted) : .replace(place, wanted)])
  }
}

private func + (left: JSONPatch, right: JSONPatch) -> JSONPatch { JSONPatch(left.operations + right.operations) }

extension V1.Volume {
  /// The claim that the volume's data are in; nil for other sources.
  fileprivate var claimName: String? { dataVolume?.name ?? persistentVolumeClaim?.claimName ?? memoryDump?.claimName }

  fileprivate var isHotpluggable: Bool {
    dataVolume?.hotpluggable ?? persistentVolumeClaim?.hotpluggable ?? memoryDump?.hotpluggable ?? false
  }
}
