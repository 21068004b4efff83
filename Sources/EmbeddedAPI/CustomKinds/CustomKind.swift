/// A kind of ours, in the words of its CRD.
struct CustomKind: Sendable {
  struct Version: Sendable {
    var name: String
    var isDeprecated = false
    var hasStatus = false
    var hasScale = false
    /// Whether unknown members are kept everywhere; such a version has no columns of its own.
    var isOpen = false
  }

  var group: String
  var names: ResourceDefinition.Names
  var isNamespaced = true
  var columns: [PrinterColumn] = []
  /// The newest first; it is the one that objects are stored in.
  var versions: [Version]
}

extension CustomKind {
  /// The kinds of `openapi/kinds.json`.
  static let all: [CustomKind] = [
    CustomKind(
      group: "kubevirt.io", names: names("VirtualMachine", ["vm", "vms"]),
      columns: [
        .age, PrinterColumn(name: "Status", type: "string", jsonPath: ".status.printableStatus"), .condition("Ready"),
      ], versions: threeVersions(hasStatus: true)),
    CustomKind(
      group: "kubevirt.io", names: names("VirtualMachineInstance", ["vmi", "vmis"]),
      columns: [
        .age, .phase, PrinterColumn(name: "IP", type: "string", jsonPath: ".status.interfaces[0].ipAddress"),
        PrinterColumn(name: "NodeName", type: "string", jsonPath: ".status.nodeName"), .condition("Ready"),
        .condition("LiveMigratable", name: "Live-Migratable", priority: 1), .condition("Paused", priority: 1),
      ], versions: threeVersions()),
    CustomKind(
      group: "kubevirt.io", names: names("VirtualMachineInstanceReplicaSet", ["vmirs", "vmirss"]),
      columns: replicaColumns, versions: threeVersions(hasStatus: true, hasScale: true)),
    CustomKind(
      group: "kubevirt.io", names: names("VirtualMachineInstancePreset", ["vmipreset", "vmipresets"]),
      versions: [
        Version(name: "v1", isDeprecated: true), Version(name: "v1alpha3", isDeprecated: true),
        Version(name: "v1alpha2", isOpen: true),
      ]),
    CustomKind(
      group: "kubevirt.io", names: names("VirtualMachineInstanceMigration", ["vmim", "vmims"]),
      columns: [.phase, PrinterColumn(name: "VMI", type: "string", jsonPath: ".spec.vmiName")],
      versions: twoVersions),
    CustomKind(
      group: "kubevirt.io", names: names("KubeVirt", ["kv", "kvs"]), columns: [.age, .phase], versions: twoVersions),
    CustomKind(
      group: "pool.kubevirt.io", names: names("VirtualMachinePool", ["vmpool", "vmpools"]), columns: replicaColumns,
      versions: [Version(name: "v1beta1", hasStatus: true, hasScale: true)]),
    CustomKind(
      group: "instancetype.kubevirt.io",
      names: names("VirtualMachineInstancetype", ["vminstancetype", "vminstancetypes", "vmf", "vmfs"]),
      versions: betaVersion),
    CustomKind(
      group: "instancetype.kubevirt.io",
      names: names(
        "VirtualMachineClusterInstancetype", ["vmclusterinstancetype", "vmclusterinstancetypes", "vmcf", "vmcfs"],
        categories: []),
      isNamespaced: false, versions: betaVersion),
    CustomKind(
      group: "instancetype.kubevirt.io",
      names: names("VirtualMachinePreference", ["vmpref", "vmprefs", "vmp", "vmps"]), versions: betaVersion),
    CustomKind(
      group: "instancetype.kubevirt.io",
      names: names("VirtualMachineClusterPreference", ["vmcp", "vmcps"], categories: []), isNamespaced: false,
      versions: betaVersion),
  ]

  private static func names(_ kind: String, _ shortNames: [String], categories: [String] = ["all"])
    -> ResourceDefinition.Names
  {
    ResourceDefinition.Names(
      plural: kind.lowercased() + "s", singular: kind.lowercased(), kind: kind, shortNames: shortNames,
      categories: categories)
  }

  private static let betaVersion = [Version(name: "v1beta1")]
  private static let twoVersions = [
    Version(name: "v1", hasStatus: true), Version(name: "v1alpha3", isDeprecated: true, hasStatus: true),
  ]

  private static func threeVersions(hasStatus: Bool = false, hasScale: Bool = false) -> [Version] {
    [
      Version(name: "v1", hasStatus: hasStatus, hasScale: hasScale),
      Version(name: "v1alpha3", isDeprecated: true, hasStatus: hasStatus, hasScale: hasScale),
      Version(name: "v1alpha2", isOpen: true),
    ]
  }

  private static let replicaColumns: [PrinterColumn] = [
    PrinterColumn(name: "Desired", type: "integer", jsonPath: ".spec.replicas"),
    PrinterColumn(name: "Current", type: "integer", jsonPath: ".status.replicas"),
    PrinterColumn(name: "Ready", type: "integer", jsonPath: ".status.readyReplicas"), .age,
  ]
}

extension PrinterColumn {
  static let age = PrinterColumn(name: "Age", type: "date", jsonPath: ".metadata.creationTimestamp")
  static let phase = PrinterColumn(name: "Phase", type: "string", jsonPath: ".status.phase")

  static func condition(_ type: String, name: String? = nil, priority: Int = 0) -> PrinterColumn {
    PrinterColumn(
      name: name ?? type, type: "string", priority: priority,
      jsonPath: ".status.conditions[?(@.type=='\(type)')].status")
  }
}
