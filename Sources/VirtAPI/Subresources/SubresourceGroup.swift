import Kube

/// The API group `subresources.kubevirt.io`: what can be done with machines besides writing their objects.
public enum SubresourceGroup {
  public static let name = "subresources.kubevirt.io"

  /// The versions, the preferred one first.
  public enum Version: String, Sendable, Hashable, CaseIterable {
    case v1
    case v1alpha3
    /// v0.8.0's: its own rules of access, and no requests to machines.
    case v1alpha2
  }

  /// What is done when a path is asked for.
  enum Action: Sendable, Hashable {
    /// Asks a machine for something, by a decision and its writes.
    case machine(MachineSubresource)
    /// Has an instance's node do something, or connects to it.
    case instance(InstanceSubresource)
    /// Says no more than that it may be asked for.
    case nothing
  }

  /// A path below an object.
  struct Route: Sendable {
    /// The object's resource.
    var resource: String
    /// The steps below the object, joined by `/`.
    var subresource: String
    var method: String
    /// The kind of the body in kubevirt.io/v1; discovery names it.
    var kind: String
    var versions: Set<Version> = [.v1, .v1alpha3]
    /// Whether discovery lists it: KubeVirt's own does not list all.
    var isListed = true
    var action: Action
  }

  /// All paths below objects that are served. What is not here is not found.
  static let routes: [Route] = [
    Route(machine: .start, kind: "StartOptions"),
    Route(machine: .stop, kind: "StopOptions"),
    Route(machine: .restart, kind: "RestartOptions"),
    Route(machine: .migrate, kind: "MigrateOptions"),
    Route(machine: .addVolume, kind: "AddVolumeOptions", isListed: false),
    Route(machine: .removeVolume, kind: "RemoveVolumeOptions", isListed: false),
    Route(instance: .console, versions: Set(Version.allCases)),
    Route(instance: .vnc, versions: Set(Version.allCases)),
    Route(instance: .pause, kind: "PauseOptions"),
    Route(instance: .unpause, kind: "UnpauseOptions"),
    Route(instance: .freeze, kind: "FreezeUnfreezeTimeout"),
    Route(instance: .unfreeze),
    Route(instance: .reset),
    Route(instance: .softReboot),
    Route(instance: .guestOSInfo, kind: "VirtualMachineInstanceGuestAgentInfo"),
    Route(instance: .userList, kind: "VirtualMachineInstanceGuestOSUserList"),
    Route(instance: .filesystemList, kind: "VirtualMachineInstanceFileSystemList"),
    Route(
      resource: "virtualmachineinstances", subresource: "test", method: "GET", kind: "", versions: [.v1alpha2],
      isListed: false, action: .nothing),
  ]

  static func routes(
    in version: Version, resource: String, subresource: String
  ) -> [Route] {
    routes.filter { $0.versions.contains(version) && $0.resource == resource && $0.subresource == subresource }
  }
}

extension SubresourceGroup.Route {
  init(machine subresource: MachineSubresource, kind: String, isListed: Bool = true) {
    self.init(
      resource: "virtualmachines", subresource: subresource.rawValue, method: "PUT", kind: kind, isListed: isListed,
      action: .machine(subresource))
  }

  init(
    instance subresource: InstanceSubresource, kind: String = "",
    versions: Set<SubresourceGroup.Version> = [.v1, .v1alpha3]
  ) {
    self.init(
      resource: "virtualmachineinstances", subresource: subresource.rawValue, method: subresource.method, kind: kind,
      versions: versions, action: .instance(subresource))
  }
}
