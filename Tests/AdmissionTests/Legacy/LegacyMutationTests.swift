import Admission
import JSON
import Testing

@Suite struct LegacyMutationTests {
  private func review(_ object: String, _ cluster: String...) throws -> Review {
    Review(
      path: "/virtualmachineinstances-mutate", resource: "virtualmachineinstances", object: try json(object),
      cluster: try cluster.map(json))
  }

  private func preset(_ name: String, _ domain: String, selector: String = "{}") -> String {
    """
    {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstancePreset","metadata":{"name":"\(name)",
    "namespace":"default"},"spec":{"selector":\(selector),"domain":\(domain)}}
    """
  }

  private let plain = #"{"metadata":{"name":"vm","labels":{"size":"small"}},"spec":{"domain":{"devices":{}}}}"#

  @Test func aPlainInstanceGetsTheDefaults() throws {
    let expected = """
      {"metadata":{"name":"vm","labels":{"size":"small"},
      "annotations":{"presets.virtualmachines.kubevirt.io/presets-applied":"kubevirt.io/v1alpha2"},
      "finalizers":["foregroundDeleteVirtualMachine"]},
      "spec":{"domain":{"devices":{"interfaces":[{"name":"default","bridge":{}}]},
      "features":{"acpi":{"enabled":true}},"firmware":{"uuid":"\(Review.uuid)"},"machine":{"type":"q35"},
      "resources":{"requests":{"memory":"8Mi"}}},"networks":[{"name":"default","pod":{}}]}}
      """
    #expect(try review(plain).patched() == json(expected))
  }

  @Test func aPresetFillsWhatIsMissing() throws {
    let patched = try review(
      plain, preset("small", #"{"cpu":{"cores":2},"resources":{"requests":{"memory":"64M","cpu":"1"}}}"#)
    ).patched()
    #expect(patched.value(at: "spec", "domain", "cpu", "cores") == 2)
    #expect(patched.value(at: "spec", "domain", "resources", "requests") == ["cpu": "1", "memory": "64M"])
    #expect(
      patched.value(at: "metadata", "annotations", "virtualmachinepreset.kubevirt.io/small") == "kubevirt.io/v1alpha2")
  }

  @Test func requestsAreTakenAllOrNone() throws {
    let object = #"{"metadata":{"name":"vm"},"spec":{"domain":{"resources":{"requests":{"cpu":"2"}}}}}"#
    let patched = try review(object, preset("p", #"{"resources":{"requests":{"memory":"64M"}}}"#)).patched()
    #expect(patched.value(at: "spec", "domain", "resources", "requests") == ["memory": "8Mi"])
    #expect(patched.value(at: "metadata", "annotations", "virtualmachinepreset.kubevirt.io/p") == nil)
  }

  @Test func theInstancesOwnValueWinsWithAWarning() throws {
    let object = #"{"metadata":{"name":"vm"},"spec":{"domain":{"cpu":{"cores":4}}}}"#
    let review = try review(object, preset("p", #"{"cpu":{"cores":2},"firmware":{"uuid":"u"}}"#))
    let patched = try review.patched()
    #expect(patched.value(at: "spec", "domain", "cpu", "cores") == 4)
    #expect(patched.value(at: "spec", "domain", "firmware", "uuid") == "u")
    let warnings = try review.response()["warnings"]?.array ?? []
    #expect(warnings.count == 1)
    #expect(warnings.first?.string?.contains("spec.domain.cpu") == true)
  }

  @Test func presetsThatContradictOneAnotherRefuseTheInstance() throws {
    let review = try review(plain, preset("a", #"{"cpu":{"cores":2}}"#), preset("b", #"{"cpu":{"cores":4}}"#))
    #expect(try review.causes() == ["spec.domain.cpu Invalid"])
  }

  @Test(arguments: [
    ("64M", "64M", true), ("64M", "64000k", false), ("64000k", "64000k", false), ("1024Mi", "1024Mi", false),
    ("1Gi", "1Gi", true), ("0.5Gi", "0.5Gi", false), ("1500m", "1.5", false),
  ])
  func presetsAgreeOnQuantitiesOnlyAsTheyAreHeld(_ first: String, _ second: String, _ isAllowed: Bool) throws {
    let review = try review(
      plain, preset("a", #"{"resources":{"requests":{"memory":"\#(first)"}}}"#),
      preset("b", #"{"resources":{"requests":{"memory":"\#(second)"}}}"#))
    #expect(try review.response()["allowed"] == .bool(isAllowed))
  }

  @Test func onlySelectingPresetsOfTheNamespaceApply() throws {
    let elsewhere = preset("b", #"{"cpu":{"cores":4}}"#).replacing(#""default""#, with: #""other""#)
    let patched = try review(
      plain, preset("a", #"{"cpu":{"cores":2}}"#, selector: #"{"matchLabels":{"size":"big"}}"#), elsewhere
    ).patched()
    #expect(patched.value(at: "spec", "domain", "cpu") == nil)
  }

  @Test func aFaultySelectorIsPassedOverWithAWarning() throws {
    let review = try review(
      plain,
      preset("a", #"{"cpu":{"cores":2}}"#, selector: #"{"matchExpressions":[{"key":"a","operator":"is"}]}"#))
    #expect(try review.patched().value(at: "spec", "domain", "cpu") == nil)
    #expect(try review.response()["warnings"]?.array?.count == 1)
  }

  @Test func anExcludedInstanceGetsNeitherPresetsNorDefaults() throws {
    let object = #"""
      {"metadata":{"name":"vm","annotations":{"virtualmachineinstancepresets.admission.kubevirt.io/exclude":"true"}},
      "spec":{"domain":{"devices":{}}}}
      """#
    let patched = try review(object, preset("a", #"{"cpu":{"cores":2}}"#)).patched()
    #expect(patched.value(at: "spec", "domain") == ["devices": [:]])
    #expect(patched.value(at: "metadata", "annotations")?.object?.count == 2)
    #expect(patched.value(at: "metadata", "finalizers") == ["foregroundDeleteVirtualMachine"])
  }

  @Test func anInstanceThatHasItsPresetsStaysAsItIs() throws {
    let object = #"""
      {"metadata":{"annotations":{"presets.virtualmachines.kubevirt.io/presets-applied":"x"}},"spec":{"domain":{}}}
      """#
    #expect(try review(object).response()["patch"] == nil)
  }

  @Test func theSmallestLimitOfTheNamespaceBecomesTheMemoryLimit() throws {
    let range = """
      {"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"l","namespace":"default"},"spec":{"limits":[
      {"type":"Container","default":{"memory":"1Gi"}},{"type":"Container","default":{"memory":"0"}},
      {"type":"Pod","default":{"memory":"1Mi"}},{"type":"Container","default":{"memory":"512Mi"}}]}}
      """
    let patched = try review(plain, range).patched()
    #expect(patched.value(at: "spec", "domain", "resources", "limits") == ["memory": "512Mi"])
  }

  @Test func quantitiesBecomeCanonical() throws {
    let object = #"""
      {"metadata":{"name":"vm","labels":{}},"spec":{"domain":{"resources":{"requests":{"memory":"4096Mi"}}}}}
      """#
    let patched = try review(object).patched()
    #expect(patched.value(at: "spec", "domain", "resources", "requests", "memory") == "4Gi")
    #expect(patched.value(at: "metadata", "labels") == nil)
  }

  @Test func disksGetTargetsBusesAndTrays() throws {
    let object = #"""
      {"spec":{"domain":{"machine":{"type":"pc"},"devices":{"autoattachPodInterface":false,"watchdog":{"name":"w"},
      "disks":[{"name":"a","volumeName":"a"},{"name":"b","volumeName":"b","cdrom":{}},
      {"name":"c","volumeName":"c","floppy":{}},{"name":"d","volumeName":"d","lun":{"bus":"scsi"}}]}}}}
      """#
    let devices = try review(object).patched().value(at: "spec", "domain", "devices")
    #expect(devices?["disks"]?[0]?["disk"] == ["bus": "ide"])
    #expect(devices?["disks"]?[1]?["cdrom"] == ["bus": "ide", "readonly": true, "tray": "closed"])
    #expect(devices?["disks"]?[2]?["floppy"] == ["tray": "closed"])
    #expect(devices?["disks"]?[3]?["lun"] == ["bus": "scsi"])
    #expect(devices?["watchdog"] == ["name": "w", "i6300esb": ["action": "reset"]])
    #expect(devices?["interfaces"] == nil)
  }

  @Test func theExplanationIsWrittenWhereItIsAskedFor() throws {
    let configuration = """
      {"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"kubevirt","namespace":"kubevirt",
      "annotations":{"swift-virt.io/explain-presets":"true"}},"spec":{}}
      """
    let patched = try review(plain, preset("p", #"{"cpu":{"cores":2}}"#), configuration).patched()
    #expect(
      patched.value(at: "metadata", "annotations", PresetExplanation.annotation) == #"{"spec.domain.cpu.cores":"p"}"#)
  }

  @Test func patchingTwiceChangesNothingMore() throws {
    var review = try review(plain, preset("p", #"{"cpu":{"cores":2},"clock":{"timer":{"rtc":{}},"utc":{}}}"#))
    review.object = try review.patched()
    #expect(try review.response()["patch"] == nil)
  }

  @Test func whatTheWebhookMakesPassesValidation() throws {
    let object = try review(plain, preset("p", #"{"features":{"hyperv":{"spinlocks":{}}}}"#)).patched()
    let validation = Review(
      path: "/virtualmachineinstances-validate", resource: "virtualmachineinstances", object: object)
    #expect(try validation.causes() == [])
  }
}

@Suite struct LegacyProfileTests {
  private func review(_ object: String, old: String? = nil, path: String = "/virtualmachines-mutate") throws -> Review {
    Review(
      path: path, resource: "virtualmachines", operation: old == nil ? "CREATE" : "UPDATE", object: try json(object),
      oldObject: try old.map(json))
  }

  private let marked =
    #"{"metadata":{"name":"vm","annotations":{"swift-virt.io/profile":"v0.8.0"}},"spec":{"template":{}}}"#
  private let unmarked = #"{"metadata":{"name":"vm","annotations":{"a":"b"}},"spec":{"template":{}}}"#

  @Test func aNewMachineIsMarkedAndKeepsEverythingElse() throws {
    let object = #"{"metadata":{"name":"vm","annotations":{"a":"b"}},"spec":{"selector":{"x":1},"memory":"64000k"}}"#
    var expected = try json(object)
    expected["metadata"]?["annotations"]?["swift-virt.io/profile"] = "v0.8.0"
    #expect(try review(object).patched() == expected)
  }

  @Test func anUpdateThatLeavesTheMarkOutKeepsIt() throws {
    let patched = try review(unmarked, old: marked).patched()
    #expect(patched.value(at: "metadata", "annotations") == ["a": "b", "swift-virt.io/profile": "v0.8.0"])
  }

  @Test func anUpdateMayNotChangeOrAddTheMark() throws {
    let changed = marked.replacing("v0.8.0", with: "v1")
    #expect(try review(changed, old: marked).causes() == ["metadata.annotations Forbidden"])
    #expect(try review(marked, old: unmarked).causes() == ["metadata.annotations Forbidden"])
    #expect(
      try review(marked, old: unmarked, path: "/virtualmachines-validate").causes()
        == ["metadata.annotations Forbidden"])
    #expect(try review(marked, old: marked).causes() == [])
  }

  @Test(arguments: [
    ("/virtualmachines-validate", "virtualmachines"),
    ("/virtualmachinereplicaset-validate", "virtualmachineinstancereplicasets"),
  ])
  func noVersionMayTakeTheMarkAway(_ path: String, _ resource: String) throws {
    var review = try review(unmarked, old: marked, path: path)
    review.resource = resource
    review.version = "v1"
    review.object = try json(
      """
      {"metadata":{"name":"a"},"spec":{"running":false,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":
      {"labels":{"a":"b"}},"spec":{"domain":{"devices":{},"resources":{"requests":{"memory":"64M"}}}}}}}
      """)
    if resource != "virtualmachines" { review.object?["spec"]?["running"] = nil }
    if resource == "virtualmachines" { review.object?["spec"]?["selector"] = nil }
    #expect(try review.causes() == ["metadata.annotations Forbidden"])
  }

  @Test func aMachineThatWasMadeAsV1StaysUnmarked() throws {
    #expect(try review(unmarked, old: unmarked).response()["patch"] == nil)
  }

  @Test func annotationsSayTheProfile() {
    #expect(Profile(machineAnnotations: ["swift-virt.io/profile": "v0.8.0"]) == .legacy)
    #expect(Profile(machineAnnotations: nil) == .current)
    #expect(
      Profile(instanceAnnotations: ["presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"])
        == .legacy)
    #expect(Profile(instanceAnnotations: ["presets.virtualmachines.kubevirt.io/presets-applied": "x"]) == .current)
  }
}
