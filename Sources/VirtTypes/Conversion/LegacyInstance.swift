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
}
