import JSON
import Kube
import KubeClient
import VirtTypes

/// Objects of the legacy profile as v0.8.0 saw them: in version v1alpha2.
enum LegacyForm {
  static let apiVersion = "kubevirt.io/" + resource.version
  /// Instances of legacy machines and replica sets are created here, so that they get v0.8.0's presets and defaults.
  static let resource = GroupVersionResource(
    group: "kubevirt.io", version: "v1alpha2", resource: "virtualmachineinstances")

  /// Turns an instance as observed into the one that is wanted; nil when there is nothing to change.
  ///
  /// Members that version v1 writes although they say nothing are left out: v1alpha2 does not know them.
  static func change(
    _ path: ResourcePath, from observed: V1.VirtualMachineInstance, to wanted: V1.VirtualMachineInstance
  ) -> ObjectWrite? {
    if observed == wanted { return nil }
    let (old, new) = (withoutIdleMembers(observed), withoutIdleMembers(wanted))
    return old == new ? nil : ObjectWrite(path, .change(from: old, to: new))
  }

  private static func withoutIdleMembers(_ instance: V1.VirtualMachineInstance) -> JSONValue {
    var tree = instance.jsonTree
    guard var status = tree["status"]?.object else { return tree }
    if status["guestOSInfo"] == [:] { status["guestOSInfo"] = nil }
    if status["runtimeUser"] == 0 { status["runtimeUser"] = nil }
    tree["status"] = .object(status)
    return tree
  }

  static func instance(
    _ instance: V1.VirtualMachineInstance
  ) throws(ConversionError) -> V1alpha2.VirtualMachineInstance {
    try V1alpha2.VirtualMachineInstance(converting: instance)
  }

  /// The object in version v1alpha2, with what only v1 knows where it is.
  static func tree(_ object: some JSONStructure, kind: String) throws(ConversionError) -> JSONValue {
    var tree = object.jsonTree
    // Items of lists do not say what they are.
    tree["apiVersion"] = "kubevirt.io/v1"
    tree["kind"] = .string(kind)
    return try Conversion.convert(tree, to: apiVersion)
  }
}
