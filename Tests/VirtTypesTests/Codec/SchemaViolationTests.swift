import JSON
import Testing
import VirtTypes

/// What the schema check of the v1 webhooks counts; each row is a rule that their recorded verdicts show.
@Suite struct SchemaViolationTests {
  private func violations<Value: JSONDecodable>(_: Value.Type, _ text: String) -> [String] {
    var text = text
    return text.withUTF8 { Value.decode(UnsafeRawBufferPointer($0)).problems }
      .filter(\.isSchemaViolation).map(\.description)
  }

  private func instance(spec: String, _ more: String = "") -> String {
    #"{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"a"},"spec":\#(spec)\#(more)}"#
  }

  @Test(arguments: [
    (#"{"domain":{"devices":{}}}"#, 0),
    (#"{"domain":{"devices":{},"x":1}}"#, 1),
    (#"{"domain":{"devices":{},"id":1}}"#, 0),
    // The unknown member, and the devices that are not there.
    (#"{"domain":{"x":1}}"#, 2),
    (#"{"Domain":1,"domain":{"devices":{}}}"#, 1),
    (#"{}"#, 1),
    (#"null"#, 1),
    (#"[]"#, 1),
    // A required text has the empty text as its default.
    (#"{"domain":{"devices":{"watchdog":{}}}}"#, 0),
    (#"{"domain":{"devices":{},"firmware":{"kernelBoot":{"container":{"kernelPath":"/k"}}}}}"#, 0),
    (#"{"domain":{"devices":{"disks":null}}}"#, 1),
    (#"{"domain":{"devices":{"disks":[null]}}}"#, 1),
    (#"{"domain":{"devices":{},"cpu":null}}"#, 1),
    (#"{"domain":{"devices":{},"cpu":{"cores":"2"}}}"#, 1),
    (#"{"domain":{"devices":{},"cpu":{"cores":4294967295}}}"#, 0),
    // The decoder refuses these two, not the schema.
    (#"{"domain":{"devices":{},"cpu":{"cores":-1}}}"#, 0),
    (#"{"domain":{"devices":{},"memory":{"guest":"lots"}}}"#, 0),
    (#"{"domain":{"devices":{},"memory":{"guest":true}}}"#, 1),
    (#"{"domain":{"devices":{}},"terminationGracePeriodSeconds":9223372036854775808}"#, 1),
    (#"{"domain":{"devices":{}},"terminationGracePeriodSeconds":9007199254740992}"#, 1),
    (#"{"domain":{"devices":{}},"terminationGracePeriodSeconds":9007199254740991}"#, 0),
    (#"{"domain":{"devices":{}},"terminationGracePeriodSeconds":2.5}"#, 1),
    (#"{"domain":{"devices":{}},"terminationGracePeriodSeconds":"30"}"#, 1),
    (#"{"domain":{"devices":{}},"dnsPolicy":"None"}"#, 0),
    (#"{"domain":{"devices":{}},"dnsPolicy":"none"}"#, 1),
    // Of the wrong type, and no listed value.
    (#"{"domain":{"devices":{}},"dnsPolicy":null}"#, 2),
    (#"{"domain":{"devices":{}},"nodeSelector":{"a":5}}"#, 1),
    (#"{"domain":{"devices":{}},"livenessProbe":{"httpGet":{"port":"http"}}}"#, 0),
    (#"{"domain":{"devices":{}},"livenessProbe":{"httpGet":{"port":80.5}}}"#, 0),
  ])
  func countsInSpec(spec: String, count: Int) {
    let found = violations(V1.VirtualMachineInstance.self, instance(spec: spec))
    #expect(found.count == count, "\(found)")
  }

  @Test(arguments: [
    (#","status":null"#, 0),
    (#","status":{"unheardOf":1}"#, 0),
    (#","status":{"phase":5}"#, 1),
    (#","unheardOf":1"#, 1),
    (#","id":1"#, 1),
  ])
  func countsBesideSpec(more: String, count: Int) {
    let found = violations(V1.VirtualMachineInstance.self, instance(spec: #"{"domain":{"devices":{}}}"#, more))
    #expect(found.count == count, "\(found)")
  }

  @Test func aMissingSpecCountsTwice() {
    #expect(violations(V1.VirtualMachineInstance.self, #"{"metadata":{"name":"a"}}"#).count == 2)
    #expect(violations(V1.VirtualMachineInstanceReplicaSet.self, "{}").count == 2)
    #expect(violations(V1.VirtualMachineInstancePreset.self, #"{"metadata":{"name":"a"}}"#).count == 2)
  }

  @Test func metadataOfTheObjectIsTheDecodersBusiness() {
    let spec = #""spec":{"domain":{"devices":{}}}"#
    #expect(violations(V1.VirtualMachineInstance.self, #"{"metadata":null,\#(spec)}"#).isEmpty)
    #expect(violations(V1.VirtualMachineInstance.self, #"{"metadata":{"name":5},\#(spec)}"#).isEmpty)
    #expect(violations(V1.VirtualMachineInstance.self, "null").isEmpty)
    #expect(violations(V1.VirtualMachineInstance.self, "[]").isEmpty)
  }

  @Test func metadataOfATemplateIsChecked() {
    let template = #"{"metadata":{"creationTimestamp":null,"labels":{"a":1},"x":1},"spec":{"domain":{"devices":{}}}}"#
    let found = violations(V1.VirtualMachine.self, #"{"spec":{"template":\#(template)}}"#)
    #expect(found.count == 2, "\(found)")
  }

  @Test func aPresetMayCarryAnyStatus() {
    let text = #"{"spec":{"selector":{}},"status":{"a":1}}"#
    #expect(violations(V1.VirtualMachineInstancePreset.self, text).isEmpty)
  }
}
