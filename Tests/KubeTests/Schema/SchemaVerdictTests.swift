import JSON
import Testing

@testable import Kube

/// What kube-apiserver with `deploy/crds` answered to each object; its newer versions put positions of list elements in
/// paths, and say `Too many` where 1.20 says `Invalid value`.
@Suite struct SchemaVerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: String
    var path: String
    var value: String?
    var causes: [String]
    var testDescription: String { "\(kind) \(path) = \(value ?? "absent")" }

    init(_ kind: String, _ path: String, _ value: String?, _ causes: String...) {
      self.kind = kind
      self.path = path
      self.value = value
      self.causes = causes
    }
  }

  static func wrongType(_ field: String, _ expected: String, _ found: String) -> String {
    "FieldValueInvalid \(field): Invalid value: \"\(found)\": \(field) in body must be of type \(expected): \"\(found)\""
  }

  static func noIntOrString(_ field: String, _ found: String) -> [String] {
    [
      wrongType(field, "integer,string", found),
      "FieldValueInvalid <nil>: Invalid value: \"\": \"\(field)\" must validate at least one schema (anyOf)",
      wrongType(field, "integer", found),
    ]
  }

  static let machine = "VirtualMachine"
  static let instance = "VirtualMachineInstance"
  static let domain = "spec.template.spec.domain"
  static let guest = domain + ".memory.guest"
  static let cores = "spec.domain.cpu.cores"
  static let end = "status.migrationState.endTimestamp"

  static let cases: [Case] = [
    Case(machine, "", nil),
    Case(machine, "spec.running", #""yes""#, wrongType("spec.running", "boolean", "string")),
    Case(machine, "spec.running", "1", wrongType("spec.running", "boolean", "integer")),
    Case(machine, "spec.running", "null"),
    Case(machine, "spec.template", nil, "FieldValueRequired spec.template: Required value"),
    Case(machine, "spec.template", "null", "FieldValueRequired spec.template: Required value"),
    Case(machine, "spec.template", #""x""#, wrongType("spec.template", "object", "string")),
    Case(machine, "spec", nil, "FieldValueRequired spec: Required value"),
    Case(machine, "spec", "null", "FieldValueRequired spec: Required value"),
    Case(machine, "spec", "[]", wrongType("spec", "object", "array")),
    Case(machine, "foo", "1"),
    Case(machine, "spec.template.spec.nodeSelectr", "{}"),
    Case(
      machine, domain + ".devices.disks[0].name", "5", wrongType(domain + ".devices.disks[0].name", "string", "integer")
    ),
    Case(
      machine, domain + ".devices.disks[0].name", nil,
      "FieldValueRequired \(domain).devices.disks[0].name: Required value"),
    Case(machine, domain + ".devices.disks", "{}", wrongType(domain + ".devices.disks", "array", "object")),
    Case(machine, domain + ".devices.disks[0]", "null", wrongType(domain + ".devices.disks[0]", "object", "null")),
    Case(machine, domain + ".devices.disks[0]", #""s""#, wrongType(domain + ".devices.disks[0]", "object", "string")),
    Case(machine, domain + ".cpu.cores", #""4""#, wrongType(domain + ".cpu.cores", "integer", "string")),
    Case(machine, domain + ".cpu.cores", "-4"),
    Case(machine, domain + ".cpu.cores", "1.0"),
    Case(machine, domain + ".cpu.cores", "5000000000"),
    Case(
      machine, guest, #""1Q""#,
      "FieldValueInvalid \(guest): Invalid value: \"1Q\": \(guest) in body should match '\(SchemaFormats.quantityPattern)'"
    ),
    Case(machine, guest, "1024"),
    Case(machine, domain + ".resources.requests.memory", "null"),
    Case(machine, "spec.template.metadata.labels.a", "5"),
    Case(
      machine, "spec.template.spec.nodeSelector.a", "5",
      wrongType("spec.template.spec.nodeSelector.a", "string", "integer")),
    Case(machine, "spec.template.spec.nodeSelector.a", "null"),
    Case(
      machine, "spec.template.spec.tolerations", #"[{"key":1}]"#,
      wrongType("spec.template.spec.tolerations[0].key", "string", "integer")),
    Case(machine, "spec.dataVolumeTemplates", "[null]"),
    Case(
      machine, "spec.template.spec.topologySpreadConstraints",
      #"[{"maxSkew":1,"topologyKey":"a","whenUnsatisfiable":"x"},{"maxSkew":1,"topologyKey":"a","whenUnsatisfiable":"x"}]"#,
      #"FieldValueDuplicate spec.template.spec.topologySpreadConstraints[1]: Duplicate value: map[string]interface {}{"topologyKey":"a", "whenUnsatisfiable":"x"}"#
    ),
    Case(
      machine, domain + ".firmware", #"{"uuid":5,"bootloader":{"efi":{"secureBoot":"no"}}}"#,
      wrongType(domain + ".firmware.uuid", "string", "integer"),
      wrongType(domain + ".firmware.bootloader.efi.secureBoot", "boolean", "string")),
    Case(
      machine, "spec.template.spec.affinity",
      #"{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{}}}"#,
      "FieldValueRequired spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value"
    ),
    Case(
      machine, "spec.template.spec.volumes[0].hostDisk", #"{"path":"/a"}"#,
      "FieldValueRequired spec.template.spec.volumes[0].hostDisk.type: Required value"),
    Case(
      machine, domain + ".clock", #"{"utc":{"offsetSeconds":"x"},"foo":{"a":1}}"#,
      wrongType(domain + ".clock.utc.offsetSeconds", "integer", "string")),
    Case(instance, cores, "true", wrongType(cores, "integer", "boolean")),
    Case(instance, cores, "{}", wrongType(cores, "integer", "object")),
    Case(instance, cores, "[]", wrongType(cores, "integer", "array")),
    Case(instance, cores, "1.5", wrongType(cores, "integer", "number")),
    Case(instance, cores, "1e30", wrongType(cores, "integer", "number")),
    Case(instance, "spec.terminationGracePeriodSeconds", "99999999999"),
    Case(
      instance, "spec.terminationGracePeriodSeconds", "1.5",
      wrongType("spec.terminationGracePeriodSeconds", "integer", "number")),
    Case(instance, "spec.hostname", "1.0", wrongType("spec.hostname", "string", "number")),
    Case(instance, end, "true", wrongType(end, "date-time", "")),
    Case(instance, end, "{}", wrongType(end, "date-time", "")),
    Case(instance, end, "5", wrongType(end, "date-time", "int64")),
    Case(instance, end, "1.5", wrongType(end, "date-time", "float64")),
    Case(instance, end, #""""#, wrongType(end, "date-time", "")),
    Case(instance, end, #""2020-01-01""#, wrongType(end, "date-time", "2020-01-01")),
    Case(instance, end, #""2020-01-01T00:00:00""#, wrongType(end, "date-time", "2020-01-01T00:00:00")),
    Case(instance, end, #""2020-13-01T00:00:00Z""#, wrongType(end, "date-time", "2020-13-01T00:00:00Z")),
    Case(instance, end, #""2020-01-01 00:00:00Z""#, wrongType(end, "date-time", "2020-01-01 00:00:00Z")),
    Case(instance, end, #""2020-01-01T00:00:00Z""#),
    Case(instance, end, #""2020-01-01t00:00:00.5+01:00""#),
    Case(instance, "status.conditions", #"[{"type":"a","status":"b","lastTransitionTime":null}]"#),
    Case(
      instance, "status.VSOCKCID", "-1",
      "FieldValueInvalid status.VSOCKCID: Invalid value: -1: status.VSOCKCID in body should be greater than or equal to 0"
    ),
    Case(
      instance, "status.kernelBootStatus", #"{"initrdInfo":{"checksum":4294967296}}"#,
      "FieldValueInvalid status.kernelBootStatus.initrdInfo.checksum: Invalid value: 4294967296: status.kernelBootStatus.initrdInfo.checksum in body should be less than or equal to 4294967295"
    ),
    Case(
      instance, "spec.domain.devices.disks",
      "[" + (0...256).map { #"{"name":"a\#($0)"}"# }.joined(separator: ",") + "]",
      "FieldValueTooMany spec.domain.devices.disks: Too many: 257: must have at most 256 items"),
    Case(
      instance, "spec.resourceClaims", #"[{"name":"a"},{"name":"a"},{"name":"a"}]"#,
      #"FieldValueDuplicate spec.resourceClaims[1]: Duplicate value: map[string]interface {}{"name":"a"}"#),
    Case(
      instance, "spec.resourceClaims", "[5]", wrongType("spec.resourceClaims[0]", "object", "integer"),
      "FieldValueInvalid spec.resourceClaims[0]: Invalid value: 5: must be an object for an array of list-type map"),
    Case(
      instance, "spec.accessCredentials",
      #"[{"sshPublicKey":{"source":{"secret":{"secretName":"a"}},"propagationMethod":{"qemuGuestAgent":{"users":["a","b","a"]}}}}]"#,
      #"FieldValueDuplicate spec.accessCredentials[0].sshPublicKey.propagationMethod.qemuGuestAgent.users[2]: Duplicate value: "a""#
    ),
    Case(
      instance, "spec", #"{"domain":{"devices":{"disks":"x"},"cpu":5},"volumes":[{"name":1},{"foo":1}]}"#,
      wrongType("spec.domain.devices.disks", "array", "string"), wrongType("spec.domain.cpu", "object", "integer"),
      wrongType("spec.volumes[0].name", "string", "integer"), "FieldValueRequired spec.volumes[1].name: Required value"),
    Case(instance, "spec.domain", nil, "FieldValueRequired spec.domain: Required value"),
    Case(
      "KubeVirt", "spec.configuration.vmRolloutStrategy", #""Foo""#,
      #"FieldValueNotSupported spec.configuration.vmRolloutStrategy: Unsupported value: "Foo": supported values: "Stage", "LiveUpdate""#
    ),
    Case(
      "KubeVirt", "spec.configuration.vmRolloutStrategy", "null",
      #"FieldValueNotSupported spec.configuration.vmRolloutStrategy: Unsupported value: "null": supported values: "Stage", "LiveUpdate""#
    ),
    Case(
      "KubeVirt", "spec.configuration.vmRolloutStrategy", "5",
      wrongType("spec.configuration.vmRolloutStrategy", "string", "integer"),
      #"FieldValueNotSupported spec.configuration.vmRolloutStrategy: Unsupported value: 5: supported values: "Stage", "LiveUpdate""#
    ),
    Case(
      "KubeVirt", "spec.configuration.developerConfiguration.memoryOvercommit", "1",
      "FieldValueInvalid spec.configuration.developerConfiguration.memoryOvercommit: Invalid value: 1: spec.configuration.developerConfiguration.memoryOvercommit in body should be greater than or equal to 10"
    ),
    Case(
      "KubeVirt", "spec.configuration.tlsConfiguration", #"{"minTLSVersion":"x","ciphers":["a","a"]}"#,
      #"FieldValueNotSupported spec.configuration.tlsConfiguration.minTLSVersion: Unsupported value: "x": supported values: "VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13""#,
      #"FieldValueDuplicate spec.configuration.tlsConfiguration.ciphers[1]: Duplicate value: "a""#),
    Case(
      "KubeVirt", "spec.customizeComponents.patches",
      #"[{"resourceName":"","resourceType":"x","patch":"x","type":"json"}]"#,
      #"FieldValueInvalid spec.customizeComponents.patches[0].resourceName: Invalid value: "": spec.customizeComponents.patches[0].resourceName in body should be at least 1 chars long"#
    ),
    Case(
      "KubeVirt", "spec.configuration.supportContainerResources",
      #"[{"type":"a","resources":{}},{"type":"a","resources":{}}]"#,
      #"FieldValueDuplicate spec.configuration.supportContainerResources[1]: Duplicate value: map[string]interface {}{"type":"a"}"#
    ),
    Case("VirtualMachineInstancetype", "spec.cpu", "{}", "FieldValueRequired spec.cpu.guest: Required value"),
  ]

  @Test(arguments: cases)
  func causesAreThoseOfKubernetes(_ example: Case) throws {
    #expect(try verdict(example.kind, example.path, example.value) == example.causes)
  }

  @Test(arguments: ["true", "1.5", "{}"])
  func quantitiesOfWrongTypesAreRefusedThreeTimes(value: String) throws {
    let found = ["true": "boolean", "1.5": "number", "{}": "object"][value] ?? ""
    for field in [Self.guest, "spec.template.spec.readinessProbe.httpGet.port"] {
      #expect(try verdict(Self.machine, field, value) == Self.noIntOrString(field, found))
    }
  }

  private func verdict(_ kind: String, _ path: String, _ value: String?) throws -> [String] {
    let object = try Schemas.object(kind, path, value)
    let schema = try Schemas.schema(object["apiVersion"]?.string ?? "", kind)
    return schema.validate(Schemas.stored(object, schema)).map { "\($0.type.rawValue) \($0.field): \($0.message)" }
  }
}
