import JSON

extension V1alpha2.VirtualMachineInstance {
  /// The instance as v0.8.0 saw it: in version v1alpha2, without what only v1 knows.
  ///
  /// - Throws: when the object has no form in that version.
  public init(converting instance: V1.VirtualMachineInstance) throws(ConversionError) {
    var tree = instance.jsonTree
    // Items of lists do not say what they are.
    tree["apiVersion"] = "kubevirt.io/v1"
    tree["kind"] = "VirtualMachineInstance"
    try self.init(convertingTree: tree)
  }

  /// The same of an object as JSON, which says its version itself.
  public init(convertingTree tree: JSONValue) throws(ConversionError) {
    let legacy = try Conversion.convert(tree, to: "kubevirt.io/v1alpha2")
    self = legacy.jsonBytes().withUnsafeBytes { V1alpha2.VirtualMachineInstance.decode($0, options: .lenient).0 }
  }

  /// The host name of pod and guest: the wanted one, or the instance's name up to its first dot, as one DNS label.
  public var podHostname: String {
    if !spec.hostname.isEmpty { return spec.hostname }
    var label = metadata.name.prefix { $0 != "." }.prefix(63)
    // No host name ends in a dash, which may be where the cut is.
    while label.last == "-" { label.removeLast() }
    return String(label)
  }
}
