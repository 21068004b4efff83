import JSON

/// Where the fields of v1alpha2 and v1 differ in one kind, and how one becomes the other.
struct ConversionTable: Sendable {
  let kind: String
  private let rules: [FieldRule]

  /// Nil for kinds whose versions differ in their names only.
  init?(kind: String) {
    guard let spec = Self.instanceSpecs[kind] else { return nil }
    self.kind = kind
    rules =
      (kind == "VirtualMachine" ? [Self.runStrategy] : [])
      + Self.instanceRules.map { $0.below(spec) }
      + Self.quantities.map { FieldRule.quantity(spec + $0) }
      + (kind == "VirtualMachine" ? Self.templateQuantities.map { FieldRule.quantity($0) } : [])
  }

  /// Changes an object of v1alpha2 so that it has the names of v1.
  func toCurrent(_ object: inout JSONValue) {
    for rule in rules { object.change(at: rule.path[...], rule.toCurrent) }
  }

  /// Changes an object of v1 so that it has the names of v1alpha2.
  func toLegacy(_ object: inout JSONValue) {
    for rule in rules { object.change(at: rule.path[...], rule.toLegacy) }
  }

  /// The members whose values decide together with the one at the end of `path` (of the v1alpha2 form): when one of
  /// them changes, what v1alpha2 said of any of them is out of date.
  func group(of path: [String]) -> [String] {
    guard let member = path.last else { return [] }
    let parent = path.dropLast()
    let groups: [[String]] =
      switch parent.dropLast().last {
      case "disks": [Self.diskTargets]
      case "volumes": [Self.volumeSources]
      default: kind == "VirtualMachine" && parent == ["spec"] ? [["running", "runStrategy"]] : []
      }
    return groups.first { $0.contains(member) } ?? [member]
  }

  /// The member that tells the elements of a list from one another, in the v1alpha2 form, as a path within an element;
  /// nil for lists whose elements have no name.
  static func key(ofList member: String?) -> [String]? { listKeys[member ?? ""] }

  // MARK: The table

  private static let instanceSpecs: [String: [String]] = [
    "VirtualMachine": ["spec", "template", "spec"],
    "VirtualMachineInstance": ["spec"],
    "VirtualMachineInstancePreset": ["spec"],
    "VirtualMachineInstanceReplicaSet": ["spec", "template", "spec"],
  ]

  private static let instanceRules: [FieldRule] = [
    .rename(at: ["volumes", "*"], legacy: "registryDisk", current: "containerDisk"),
    .diskName(at: ["domain", "devices", "disks", "*"]),
  ]

  /// Version v1alpha2 takes any number as a quantity, v1 whole numbers only.
  private static let quantities: [[String]] = [
    ["domain", "resources", "requests", "*"],
    ["domain", "resources", "limits", "*"],
    ["domain", "memory", "guest"],
    ["volumes", "*", "emptyDisk", "capacity"],
  ]

  private static let templateQuantities: [[String]] = ["requests", "limits"].map {
    ["spec", "dataVolumeTemplates", "*", "spec", "pvc", "resources", $0, "*"]
  }

  private static let listKeys: [String: [String]] = [
    "disks": ["volumeName"],
    "volumes": ["name"],
    "interfaces": ["name"],
    "networks": ["name"],
    "conditions": ["type"],
    "dataVolumeTemplates": ["metadata", "name"],
  ]

  private static let diskTargets = ["disk", "lun", "cdrom", "floppy"]

  private static let volumeSources = [
    "registryDisk", "containerDisk", "persistentVolumeClaim", "cloudInitNoCloud", "cloudInitConfigDrive", "ephemeral",
    "emptyDisk", "dataVolume", "configMap", "secret", "serviceAccount", "downwardAPI", "downwardMetrics", "hostDisk",
    "memoryDump", "sysprep", "containerPath",
  ]

  // MARK: Run strategies

  /// `running` is true or false in v1alpha2; v1 has it or a strategy, never both.
  private static let runStrategy = FieldRule(
    path: ["spec"],
    toCurrent: { spec in
      guard let running = spec["running"]?.bool, let strategy = spec["runStrategy"]?.string else { return }
      // A client of v1alpha2 that changes `running` means it, and knows nothing of the strategy.
      spec[running == isRunning(strategy) ? "running" : "runStrategy"] = nil
    },
    toLegacy: { spec in
      guard spec["running"] == nil, let strategy = spec["runStrategy"]?.string else { return }
      spec["running"] = .bool(isRunning(strategy))
    })

  /// Whether a strategy wants an instance to be there without being asked for one.
  private static func isRunning(_ strategy: String) -> Bool {
    switch strategy {
    case "Always", "RerunOnFailure", "Once", "WaitAsReceiver": true
    default: false
    }
  }
}

/// One difference between the versions: the place, `*` standing for every element or member, and the change there.
struct FieldRule: Sendable {
  var path: [String]
  var toCurrent: @Sendable (inout JSONValue) -> Void
  var toLegacy: @Sendable (inout JSONValue) -> Void

  func below(_ parent: [String]) -> FieldRule {
    FieldRule(path: parent + path, toCurrent: toCurrent, toLegacy: toLegacy)
  }

  /// A member that has another name in v1. A member of v1's name is nothing that v1alpha2 knows, and is not taken for
  /// the renamed one.
  static func rename(at path: [String], legacy: String, current: String) -> FieldRule {
    FieldRule(
      path: path,
      toCurrent: { object in
        guard object.object != nil else { return }
        object[current] = object[legacy]
        object[legacy] = nil
      },
      toLegacy: { object in
        guard let value = object[current] else { return }
        object[current] = nil
        object[legacy] = value
      })
  }

  /// Version v1alpha2 names a disk and, beside it, the disk's volume; in v1 the disk has its volume's name.
  static func diskName(at path: [String]) -> FieldRule {
    FieldRule(
      path: path,
      toCurrent: { disk in
        guard let volumeName = disk["volumeName"] else { return }
        disk["name"] = volumeName
        disk["volumeName"] = nil
      },
      toLegacy: { disk in
        guard let name = disk["name"] else { return }
        disk["volumeName"] = name
      })
  }

  static func quantity(_ path: [String]) -> FieldRule {
    FieldRule(
      path: path,
      toCurrent: { value in
        if let number = value.number, number.int64 == nil { value = .string(number.text) }
      },
      toLegacy: { _ in })
  }
}

extension JSONValue {
  /// Changes every value at a place, `*` standing for every element of a list and every member of an object.
  fileprivate mutating func change(at path: ArraySlice<String>, _ body: (inout JSONValue) -> Void) {
    guard let step = path.first else { return body(&self) }
    let rest = path.dropFirst()
    switch self {
    case .object(var object):
      self = .null  // Lets go of the members, so that they are changed in place.
      for key in step == "*" ? object.keys : [step] {
        guard var member = object[key] else { continue }
        object[key] = .null
        member.change(at: rest, body)
        object[key] = member
      }
      self = .object(object)
    case .array(var elements) where step == "*":
      self = .null
      for index in elements.indices { elements[index].change(at: rest, body) }
      self = .array(elements)
    default: break
    }
  }
}
