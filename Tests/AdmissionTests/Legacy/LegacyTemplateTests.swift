import JSON
import Testing

@Suite struct LegacyTemplateTests {
  private func machine(_ spec: String) throws -> Review {
    Review(
      path: "/virtualmachines-validate", resource: "virtualmachines",
      object: try json(#"{"metadata":{"name":"vm"},"spec":\#(spec)}"#))
  }

  private func replicaSet(_ selector: String) throws -> Review {
    let spec = #"{"template":{"metadata":{"labels":{"a":"b"}},"spec":{}}\#(selector)}"#
    return Review(
      path: "/virtualmachinereplicaset-validate", resource: "virtualmachineinstancereplicasets",
      object: try json(#"{"metadata":{"name":"rs"},"spec":\#(spec)}"#))
  }

  @Test func aMissingTemplateIsTheOnlyCause() throws {
    #expect(try machine(#"{"dataVolumeTemplates":[{}]}"#).causes() == ["spec.template Required"])
  }

  @Test func causesInsideATemplateHaveItsPath() throws {
    #expect(
      try machine(#"{"template":{"spec":{"hostname":"A"}}}"#).causes() == ["spec.template.spec.hostname Invalid"])
  }

  @Test func dataVolumeTemplatesAreUsed() throws {
    #expect(
      try machine(#"{"template":{"spec":{}},"dataVolumeTemplates":[{"metadata":{"name":"d"}},{}]}"#).causes() == [
        "spec.dataVolumeTemplate[0] Required", "spec.dataVolumeTemplate[1] Required",
        "spec.dataVolumeTemplate[1].name Required",
      ])
  }

  @Test(arguments: [
    (#","selector":{"matchLabels":{"a":"b"}}"#, true), (#","selector":{}"#, true), ("", false),
    (#","selector":{"matchLabels":{"a":"c"}}"#, false),
    (#","selector":{"matchExpressions":[{"key":"a","operator":"In"}]}"#, false),
    (#","selector":{"matchExpressions":[{"key":"a","operator":"Exists"}]}"#, true),
    (#","selector":{"matchExpressions":[{"key":"a","operator":"is"}]}"#, false),
  ])
  func aReplicaSetSelectsItsTemplate(_ selector: String, _ isAllowed: Bool) throws {
    #expect(try replicaSet(selector).causes() == (isAllowed ? [] : ["spec.selector Invalid"]))
  }

  @Test(arguments: [
    (#"{"selector":{"matchExpressions":[{"key":"","operator":"is"}]},"domain":{}}"#, []),
    (#"{"selector":{}}"#, ["spec.domain Required"]),
    (
      #"{"domain":{"devices":{"disks":[{"name":"a","bootOrder":0,"volumeName":"nowhere"}]}}}"#,
      ["spec.domain.devices.disks[0].bootOrder Invalid"]
    ),
  ])
  func presetsAreCheckedForDisksOnly(_ spec: String, _ causes: [String]) throws {
    let review = Review(
      path: "/vmipreset-validate", resource: "virtualmachineinstancepresets",
      object: try json(#"{"metadata":{"name":"p"},"spec":\#(spec)}"#))
    #expect(try review.causes() == causes)
  }
}

@Suite struct LegacyRequestTests {
  private func code(_ review: Review) throws -> JSONValue? {
    let response = try review.response()
    #expect(response["allowed"] == false)
    #expect(response.value(at: "status", "details") == nil)
    return response.value(at: "status", "code")
  }

  @Test func namesAreTakenInAnyCaseAndTheLastOfTwoWins() throws {
    var review = try legacyInstance("{}")
    let body = #"""
      {"Request":{"UID":"7","Resource":{"group":"kubevirt.io","version":"v1alpha2","resource":"virtualmachineinstances"},
      "object":{"Spec":{"hostname":"A","HostName":"b","unknown":1}}}}
      """#
    review.object = nil
    let answer = try JSONValue(parsing: review.post(Array(body.utf8)).body)
    #expect(answer.value(at: "response", "allowed") == true)
    #expect(answer.value(at: "response", "uid") == "7")
  }

  @Test(arguments: [
    #"{"hostname":1}"#, #"{"domain":{"cpu":{"cores":-1}}}"#, #"{"domain":{"cpu":{"cores":1.0}}}"#,
    #"{"domain":{"cpu":{"cores":4294967296}}}"#, #"{"domain":{"resources":{"requests":{"memory":""}}}}"#,
    #"{"terminationGracePeriodSeconds":"1"}"#, #"{"volumes":{}}"#,
  ])
  func whatDoesNotDecodeHasCode400(_ spec: String) throws {
    #expect(try code(legacyInstance(spec)) == 400)
  }

  @Test func anotherResourceHasCode400() throws {
    var review = try legacyInstance("{}")
    review.version = "v1alpha1"
    #expect(try code(review) == 400)
    review.version = "v1alpha2"
    review.resource = "pods"
    #expect(try code(review) == 400)
  }

  @Test func aMissingObjectHasCode400() throws {
    var review = try legacyInstance("{}")
    review.object = .null
    #expect(try code(review) == 400)
    review.object = nil
    #expect(try code(review) == 400)
  }

  @Test func theMessageIsEveryCauseBehindASpace() throws {
    let status = try legacyInstance(#"{"hostname":"A","subdomain":"B"}"#).response()["status"]
    let messages = (status?.value(at: "details", "causes")?.array ?? []).compactMap { $0["message"]?.string }
    #expect(messages.count == 2)
    #expect(status?["message"]?.string == messages.map { " " + $0 }.joined())
    #expect(status?["reason"] == nil)
  }
}
