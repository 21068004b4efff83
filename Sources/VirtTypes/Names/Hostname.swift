extension V1.VirtualMachineInstance {
  /// The host name of guest and pod: as the spec has it or else the instance's name, as one DNS label.
  ///
  /// A label that would end in a hyphen after being cut to 63 characters loses it: no pod could have that name.
  public var hostname: String {
    let name = spec.hostname.isEmpty ? metadata.name : spec.hostname
    var label = name.split(separator: ".", omittingEmptySubsequences: false).first.map { $0.prefix(63) } ?? ""
    while label.last == "-" { label.removeLast() }
    return String(label)
  }
}

extension V1alpha2.VirtualMachineInstance {
  /// The host name of pod and guest with v0.8.0: the wanted one as it is, or the instance's name up to its first dot.
  public var podHostname: String {
    if !spec.hostname.isEmpty { return spec.hostname }
    var label = metadata.name.prefix { $0 != "." }.prefix(63)
    // No host name ends in a dash, which may be where the cut is.
    while label.last == "-" { label.removeLast() }
    return String(label)
  }
}
