import Admission
import JSON
import Testing

@Suite struct PresetApplicationTests {
  private func review(_ domain: String, annotations: String = "{}", _ presets: String...) throws -> Review {
    Review(
      path: "/virtualmachineinstances-mutate", resource: "virtualmachineinstances", version: "v1",
      object: try json(
        #"{"metadata":{"name":"vm","namespace":"default","labels":{"size":"small"},"annotations":"# + annotations
          + #"},"spec":{"domain":"# + domain + "}}"),
      cluster: try presets.map(json))
  }

  private func preset(_ name: String, _ domain: String, selector: String = "{}") -> String {
    """
    {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstancePreset","metadata":{"name":"\(name)",
    "namespace":"default"},"spec":{"selector":\(selector),"domain":\(domain)}}
    """
  }

  private func annotation(_ preset: String, in object: JSONValue) -> String? {
    object.value(at: "metadata", "annotations", "virtualmachinepreset.kubevirt.io/\(preset)")?.string
  }

  private let plain = #"{"devices":{}}"#

  @Test func aPresetFillsWhatIsMissing() throws {
    let patched = try review(
      plain,
      preset(
        "p",
        """
        {"devices":{"watchdog":{"name":"w","i6300esb":{"action":"poweroff"}},"rng":{}},"cpu":{"cores":2},
        "ioThreadsPolicy":"auto","resources":{"requests":{"memory":"2Gi"}},"memory":{"guest":"8Gi"}}
        """)
    ).patched()
    let domain = patched.value(at: "spec", "domain")
    #expect(domain?.value(at: "cpu", "cores") == 2)
    #expect(domain?["ioThreadsPolicy"] == "auto")
    #expect(domain?.value(at: "devices", "watchdog") == ["name": "w", "i6300esb": ["action": "poweroff"]])
    #expect(domain?.value(at: "memory", "guest") == "2Gi")
    #expect(domain?.value(at: "devices", "rng") == nil)
    #expect(annotation("p", in: patched) == "kubevirt.io/v1")
  }

  @Test func theInstancesOwnValueWinsWithAWarning() throws {
    let review = try review(#"{"devices":{},"cpu":{"cores":4}}"#, preset("p", #"{"devices":{},"cpu":{"cores":2}}"#))
    let patched = try review.patched()
    #expect(patched.value(at: "spec", "domain", "cpu", "cores") == 4)
    #expect(annotation("p", in: patched) == nil)
    #expect(
      try review.response()["warnings"] == ["spec.domain.cpu stays as it is: preset \"p\" has another value"])
  }

  @Test func anAppliedPresetIsCalledDeprecated() throws {
    let warnings = try review(plain, preset("p", #"{"devices":{},"cpu":{"cores":2}}"#)).response()["warnings"]?.array
    #expect(warnings?.count == 1)
    #expect(warnings?.first?.string?.contains("deprecated") == true)
  }

  @Test func equalAmountsCountAsAppliedHoweverTheyAreWritten() throws {
    let patched = try review(
      #"{"devices":{},"resources":{"requests":{"memory":"1Gi"}}}"#,
      preset("p", #"{"devices":{},"resources":{"requests":{"memory":"1024Mi"}}}"#)
    ).patched()
    #expect(annotation("p", in: patched) == "kubevirt.io/v1")
  }

  @Test func anEmptyMapOfRequestsIsNotFilled() throws {
    let patched = try review(
      #"{"devices":{},"resources":{"requests":{}}}"#,
      preset("p", #"{"devices":{},"resources":{"requests":{"memory":"1Gi"}}}"#)
    ).patched()
    #expect(patched.value(at: "spec", "domain", "resources", "requests") == nil)
    #expect(annotation("p", in: patched) == nil)
  }

  @Test func aClockWithOtherTimersIsNotApplied() throws {
    let preset = preset("p", #"{"devices":{},"clock":{"utc":{},"timer":{"hpet":{"present":true}}}}"#)
    let differing = try review(
      #"{"devices":{},"clock":{"utc":{},"timer":{"hpet":{"present":false}}}}"#, preset
    ).patched()
    #expect(annotation("p", in: differing) == nil)
    let filled = try review(plain, preset).patched()
    #expect(filled.value(at: "spec", "domain", "clock") == ["utc": [:], "timer": ["hpet": ["present": true]]])
    #expect(annotation("p", in: filled) == "kubevirt.io/v1")
  }

  @Test(arguments: [
    (#"{"devices":{},"cpu":{"cores":1}}"#, #"{"devices":{},"cpu":{"cores":2}}"#),
    (#"{"devices":{},"clock":{"utc":{}}}"#, #"{"devices":{},"clock":{"timezone":"UTC"}}"#),
    (
      #"{"devices":{},"resources":{"requests":{"cpu":"1","memory":"1Gi"}}}"#,
      #"{"devices":{},"resources":{"requests":{"memory":"2Gi"}}}"#
    ),
  ])
  func presetsThatConflictRefuseTheInstance(_ one: String, _ two: String) throws {
    let response = try review(plain, preset("one", one), preset("two", two)).response()
    #expect(response["allowed"] == false)
    #expect(response.value(at: "status", "code") == 422)
    let message = response.value(at: "status", "message")?.string ?? ""
    #expect(message.hasPrefix("VirtualMachinePresets cannot be applied due to conflicts: presets 'one' and 'two'"))
  }

  @Test func aConflictOfAPresetThatDoesNotSelectIsNone() throws {
    let patched = try review(
      plain, preset("one", #"{"devices":{},"cpu":{"cores":1}}"#),
      preset("two", #"{"devices":{},"cpu":{"cores":2}}"#, selector: #"{"matchLabels":{"size":"large"}}"#)
    ).patched()
    #expect(patched.value(at: "spec", "domain", "cpu", "cores") == 1)
  }

  @Test func aFaultySelectorRefusesTheInstance() throws {
    let selector = #"{"matchExpressions":[{"key":"a","operator":"Like"}]}"#
    let response = try review(plain, preset("p", plain, selector: selector)).response()
    #expect(response.value(at: "status", "code") == 422)
  }

  @Test func anExcludedInstanceStillGetsDefaults() throws {
    let patched = try review(
      plain, annotations: #"{"virtualmachineinstancepresets.admission.kubevirt.io/exclude":"true"}"#,
      preset("p", #"{"devices":{},"cpu":{"cores":2}}"#)
    ).patched()
    #expect(patched.value(at: "spec", "domain", "cpu", "cores") == 1)
    #expect(annotation("p", in: patched) == nil)
  }
}
