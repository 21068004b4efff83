import Admission
import JSON
import Testing

@Suite struct MachineMutationTests {
  private func review(_ spec: String, _ cluster: String...) throws -> Review {
    Review(
      path: "/virtualmachines-mutate", resource: "virtualmachines", version: "v1",
      object: try json(#"{"metadata":{"name":"vm","namespace":"default"},"spec":"# + spec + "}"),
      cluster: try cluster.map(json))
  }

  private func machine(_ members: String = "", domain: String = #"{"devices":{}}"#, volumes: String = "[]") -> String {
    #"{"runStrategy":"Always","# + members + #""template":{"metadata":{},"spec":{"domain":"# + domain
      + #","volumes":"# + volumes + "}}}"
  }

  private func object(_ kind: String, _ name: String, labels: String = "{}", spec: String = "{}") -> String {
    let group =
      kind == "PersistentVolumeClaim"
      ? "v1" : kind.hasPrefix("Data") ? "cdi.kubevirt.io/v1beta1" : "instancetype.kubevirt.io/v1beta1"
    return """
      {"apiVersion":"\(group)","kind":"\(kind)","metadata":{"name":"\(name)","namespace":"default","labels":\(labels)},
      "spec":\(spec)}
      """
  }

  @Test func identityArchitectureAndMachineTypeAreFixedAtCreation() throws {
    let expected = """
      {"metadata":{"name":"vm","namespace":"default"},"spec":{"runStrategy":"Always","template":{
      "metadata":{"annotations":{"kubevirt.io/pci-topology-version":"v3"}},"spec":{"architecture":"amd64",
      "domain":{"devices":{},"firmware":{"serial":"\(Review.uuid)","uuid":"\(Review.uuid)"},
      "machine":{"type":"q35"}}}}}}
      """
    #expect(try review(machine()).patched() == json(expected))
  }

  @Test func emptyObjectsThatWereSentStay() throws {
    let domain = #"{"devices":{"disks":[{"name":"a","disk":{}}]},"features":{"acpi":{}},"resources":{}}"#
    let patched = try review(machine(domain: domain)).patched().value(at: "spec", "template", "spec", "domain")
    #expect(patched?.value(at: "features", "acpi") == [:])
    #expect(patched?["resources"] == [:])
    #expect(patched?.value(at: "devices", "disks")?[0]?["disk"] == [:])
  }

  @Test func anUpdateKeepsTheIdentityOpen() throws {
    var update = try review(machine())
    update.operation = "UPDATE"
    update.oldObject = update.object
    let template = try update.patched().value(at: "spec", "template")
    #expect(template?.value(at: "spec", "domain", "firmware") == nil)
    #expect(template?.value(at: "metadata", "annotations") == nil)
    #expect(template?.value(at: "spec", "architecture") == "amd64")
  }

  @Test func aMachineOfTheLegacyProfileStaysAsItIs() throws {
    var update = try review(machine())
    update.operation = "UPDATE"
    update.object?["metadata"]?["annotations"] = ["swift-virt.io/profile": "v0.8.0"]
    update.oldObject = update.object
    #expect(try update.patched() == update.object)
  }

  @Test func aMachineThatIsBeingDeletedStaysAsItIs() throws {
    var review = try review(machine())
    review.object?["metadata"]?["deletionTimestamp"] = "2026-01-01T00:00:00Z"
    #expect(try review.response()["patch"] == nil)
  }

  @Test(arguments: [("arm64", "arm64", "virt"), ("mips", "amd64", "q35")])
  func theSourceOfADiskTellsTheArchitecture(_ label: String, _ architecture: String, _ type: String) throws {
    let templates =
      #""dataVolumeTemplates":[{"metadata":{"name":"d"},"spec":{"storage":{},"sourceRef":{"kind":"DataSource","name":"s"}}}],"#
    let source = object("DataSource", "s", labels: #"{"template.kubevirt.io/architecture":""# + label + #""}"#)
    let spec = try review(machine(templates), source).patched().value(at: "spec", "template", "spec")
    #expect(spec?["architecture"]?.string == architecture)
    #expect(spec?.value(at: "domain", "machine", "type")?.string == type)
  }

  @Test func aSourceMayStandForAnother() throws {
    let templates = """
      "dataVolumeTemplates":[{"metadata":{"name":"d"},"spec":{"storage":{},
      "sourceRef":{"kind":"datasource","name":"alias","namespace":""}}}],
      """
    let alias = object("DataSource", "alias", spec: #"{"source":{"dataSource":{"name":"s","namespace":"default"}}}"#)
    let source = object("DataSource", "s", labels: #"{"template.kubevirt.io/architecture":"s390x"}"#)
    let patched = try review(machine(templates), alias, source).patched()
    #expect(patched.value(at: "spec", "template", "spec", "architecture") == "s390x")
  }

  @Test func aPreferenceChoosesMachineTypeAndStorageClass() throws {
    let preference = object(
      "VirtualMachinePreference", "p",
      spec: #"{"machine":{"preferredMachineType":"pc-q35-9.0"},"volumes":{"preferredStorageClassName":"fast"}}"#)
    let patched = try review(
      machine(
        """
        "preference":{"kind":"VirtualMachinePreference","name":"p"},
        "dataVolumeTemplates":[{"metadata":{"name":"a"},"spec":{"storage":{},"source":{"blank":{}}}},
        {"metadata":{"name":"b"},"spec":{"pvc":{"storageClassName":"slow","resources":{}},"source":{"blank":{}}}}],
        """), preference
    ).patched()
    #expect(patched.value(at: "spec", "template", "spec", "domain", "machine", "type") == "pc-q35-9.0")
    let templates = patched.value(at: "spec", "dataVolumeTemplates")
    #expect(templates?[0]?.value(at: "spec", "storage", "storageClassName") == "fast")
    #expect(templates?[1]?.value(at: "spec", "pvc", "storageClassName") == "slow")
  }

  @Test(arguments: [
    (#""instancetype":{},"#, ["spec.instancetype NotFound"]),
    (#""preference":{"kind":"x"},"#, ["spec.preference NotFound"]),
    (#""instancetype":{"name":"a","inferFromVolume":"v"},"#, ["spec.instancetype.name NotSupported"]),
    (#""instancetype":{"kind":"a","inferFromVolume":"v"},"#, ["spec.instancetype.kind NotSupported"]),
    (
      #""instancetype":{"name":"a","inferFromVolumeFailurePolicy":"Maybe"},"#,
      ["spec.instancetype.inferFromVolumeFailurePolicy Invalid"]
    ),
  ])
  func matchersThatSayTooMuchOrTooLittleAreRefused(_ members: String, _ expected: [String]) throws {
    #expect(try review(machine(members)).causes() == expected)
  }

  @Test(arguments: [
    (#"{"name":"a","revisionName":"r1"}"#, #"{"name":"b","revisionName":"r1"}"#, false),
    (#"{"name":"a","revisionName":"r1"}"#, #"{"name":"b","revisionName":"r2"}"#, true),
    (#"{"name":"a","revisionName":"r1"}"#, #"{"name":"b"}"#, true),
    (#"{"name":"a"}"#, #"{"name":"b","revisionName":"r1"}"#, true),
  ])
  func aRevisionIsClearedWithItsName(_ old: String, _ new: String, _ isAllowed: Bool) throws {
    var update = try review(machine(#""instancetype":"# + new + ","))
    update.operation = "UPDATE"
    update.oldObject = try json(#"{"metadata":{"name":"vm"},"spec":"# + machine(#""instancetype":"# + old + ",") + "}")
    #expect(try update.causes() == (isAllowed ? [] : ["spec.instancetype.revisionName Invalid"]))
  }

  private let labels = """
    {"instancetype.kubevirt.io/default-instancetype":"small",
    "instancetype.kubevirt.io/default-instancetype-kind":"VirtualMachineInstancetype"}
    """

  @Test func anInstanceTypeIsInferredFromAClaimBehindASource() throws {
    let source = object(
      "DataSource", "s", spec: #"{"source":{"pvc":{"name":"golden","namespace":"default"}}}"#)
    let patched = try review(
      machine(
        """
        "instancetype":{"inferFromVolume":"v"},
        "dataVolumeTemplates":[{"metadata":{"name":"dv"},"spec":{"storage":{},
        "sourceRef":{"kind":"DataSource","name":"s"}}}],
        """, volumes: #"[{"name":"v","dataVolume":{"name":"dv"}}]"#),
      source, object("PersistentVolumeClaim", "golden", labels: labels)
    ).patched()
    #expect(patched.value(at: "spec", "instancetype") == ["name": "small", "kind": "VirtualMachineInstancetype"])
  }

  @Test func memoryGivesWayToAnInferredInstanceType() throws {
    let members = #""instancetype":{"inferFromVolume":"v","inferFromVolumeFailurePolicy":"Ignore"},"#
    let domain = #"{"devices":{},"memory":{"guest":"1Gi"}}"#
    let volumes = #"[{"name":"v","persistentVolumeClaim":{"claimName":"c"}}]"#
    let inferred = try review(
      machine(members, domain: domain, volumes: volumes), object("PersistentVolumeClaim", "c", labels: labels)
    ).patched()
    #expect(inferred.value(at: "spec", "instancetype", "name") == "small")
    #expect(inferred.value(at: "spec", "template", "spec", "domain", "memory") == nil)
    let ignored = try review(
      machine(members, domain: domain, volumes: volumes), object("PersistentVolumeClaim", "c")
    ).patched()
    #expect(ignored.value(at: "spec", "instancetype") == nil)
    #expect(ignored.value(at: "spec", "template", "spec", "domain", "memory") == ["guest": "1Gi"])
  }

  @Test(arguments: ["Ignore", "Reject"])
  func aVolumeThatDoesNotExistFailsTheInference(_ policy: String) throws {
    let members = #""instancetype":{"inferFromVolume":"nope","inferFromVolumeFailurePolicy":""# + policy + #""},"#
    let response = try review(machine(members)).response()
    #expect(response.value(at: "status", "code") == 400)
  }

  @Test func aMigrationGetsItsLabelAndFinalizer() throws {
    let review = Review(
      path: "/migration-mutate-create", resource: "virtualmachineinstancemigrations", version: "v1",
      object: [
        "metadata": ["name": "m", "labels": ["x": "y", "kubevirt.io/vmi-name": "other"]], "spec": ["vmiName": "vm"],
      ])
    #expect(
      try review.patched()["metadata"] == [
        "name": "m", "labels": ["x": "y", "kubevirt.io/vmi-name": "vm"],
        "finalizers": ["kubevirt.io/migrationJobFinalize"],
      ])
  }
}
