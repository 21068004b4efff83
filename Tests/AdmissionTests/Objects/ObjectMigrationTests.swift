import Admission
import JSON
import Testing

@Suite struct ObjectMigrationTests {
  private static let controller = "system:serviceaccount:kubevirt:kubevirt-controller"

  private func create(_ spec: String, user: String = "admin", gates: String = "[]", _ cluster: String...) throws
    -> Review
  {
    Review(
      path: "/migration-validate-create", resource: "virtualmachineinstancemigrations", version: "v1", user: user,
      object: try json(#"{"metadata":{"name":"m","namespace":"default"},"spec":"# + spec + "}"),
      cluster: try
        (cluster + [
          #"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"kubevirt"},"#
            + #""spec":{"configuration":{"developerConfiguration":{"featureGates":"# + gates + "}}}}"
        ]).map(json))
  }

  private func instance(_ status: String) -> String {
    #"{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"vm","namespace":"default"},"#
      + #""spec":{"domain":{"devices":{}}},"status":"# + status + "}"
  }

  private let running = #"{"phase":"Running"}"#
  private let stuck = """
    {"phase":"Running","conditions":[{"type":"LiveMigratable","status":"False","reason":"DisksNotLiveMigratable"}]}
    """

  @Test func aRunningInstanceMayBeMigrated() throws {
    #expect(try create(#"{"vmiName":"vm"}"#, instance(running)).causes() == [])
  }

  @Test func theInstanceMustBeNamed() throws {
    #expect(try create(#"{"vmiName":""}"#).causes() == ["spec.vmiName Required"])
  }

  @Test(arguments: [
    ("[]", "admin", ["spec.migrationPriority Forbidden"]),
    (#"["MigrationPriorityQueue"]"#, "admin", ["spec.migrationPriority Forbidden"]),
    (#"["MigrationPriorityQueue"]"#, controller, []),
  ])
  func prioritiesAreForTheControllerWithTheGate(_ gates: String, _ user: String, _ expected: [String]) throws {
    let review = try create(
      #"{"vmiName":"vm","priority":"system-critical"}"#, user: user, gates: gates, instance(running))
    #expect(try review.causes() == expected)
  }

  @Test(arguments: [#"{"phase":"Succeeded"}"#, #"{"phase":"Failed"}"#, "stuck", "absent"])
  func anInstanceThatCannotBeMigratedFails(_ status: String) throws {
    let known = status == "absent" ? [] : [instance(status == "stuck" ? stuck : status)]
    var review = try create(#"{"vmiName":"vm"}"#)
    review.cluster += try known.map(json)
    let response = try review.response()
    #expect(response["allowed"] == false)
    #expect(response.value(at: "status", "code") == 400)
  }

  @Test func disksDoNotMatterBetweenClusters() throws {
    let spec = #"{"vmiName":"vm","receive":{"migrationID":"1"}}"#
    #expect(try create(spec, instance(stuck)).causes() == [" NotSupported"])
    #expect(try create(spec, gates: #"["DecentralizedLiveMigration"]"#, instance(stuck)).causes() == [])
  }

  @Test func bothSidesHaveOneIdentifier() throws {
    let spec = #"{"vmiName":"vm","receive":{"migrationID":"1"},"sendTo":{"migrationID":"2","connectURL":"u"}}"#
    let review = try create(spec, gates: #"["DecentralizedLiveMigration"]"#, instance(running))
    #expect(try review.causes() == [" Invalid"])
  }

  @Test(arguments: [("Running", false), ("Succeeded", true), ("Failed", true)])
  func oneMigrationAtATime(_ phase: String, _ isAllowed: Bool) throws {
    let other = """
      {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstanceMigration","metadata":{"name":"o",
      "namespace":"default","labels":{"kubevirt.io/vmi-name":"vm"}},"spec":{"vmiName":"vm"},
      "status":{"phase":"\(phase)"}}
      """
    let response = try create(#"{"vmiName":"vm"}"#, instance(running), other).response()
    #expect(response["allowed"] == .bool(isAllowed))
    if !isAllowed { #expect(response.value(at: "status", "code") == 400) }
  }

  @Test(arguments: [
    (#"{"labels":{"kubevirt.io/vmi-name":"vm"}}"#, "vm", "Running", []),
    (#"{"labels":{"kubevirt.io/vmi-name":"vm","x":"y"}}"#, "vm", "Running", []),
    (#"{"labels":{"kubevirt.io/vmi-name":"vm"}}"#, "other", "Running", [" NotSupported"]),
    (#"{"labels":{"kubevirt.io/vmi-name":"other"}}"#, "vm", "Running", [" NotSupported"]),
    (#"{"labels":{}}"#, "vm", "Running", [" NotSupported"]),
    (#"{"labels":{}}"#, "vm", "Succeeded", []),
  ])
  func anUpdateChangesNeitherSpecNorLabel(
    _ metadata: String, _ instance: String, _ phase: String, _ expected: [String]
  ) throws {
    let review = Review(
      path: "/migration-validate-update", resource: "virtualmachineinstancemigrations", version: "v1",
      operation: "UPDATE",
      object: try json(
        #"{"metadata":"# + metadata + #","spec":{"vmiName":""# + instance + #""},"status":{"phase":""# + phase + #""}}"#
      ),
      oldObject: try json(
        #"{"metadata":{"labels":{"kubevirt.io/vmi-name":"vm"}},"spec":{"vmiName":"vm"}}"#))
    #expect(try review.causes() == expected)
  }
}
