import JSON
import Testing
import VirtTypes

/// Decoding as Go's `encoding/json` does it, which version v1alpha2 relies on.
@Suite struct LenientDecodingTests {
  private func decode(_ text: String) -> (value: V1alpha2.VirtualMachineInstance, problems: [JSONProblem]) {
    var text = text
    return text.withUTF8 { V1alpha2.VirtualMachineInstance.decode(UnsafeRawBufferPointer($0), options: .lenient) }
  }

  @Test func namesMatchInAnyCase() {
    let (value, problems) = decode(
      #"{"KIND":"a","Spec":{"DOMAIN":{"Devices":{"autoAttachPodInterface":false}},"hostName":"h"}}"#)
    #expect(problems.isEmpty)
    #expect(value.kind == "a")
    #expect(value.spec.hostname == "h")
    #expect(value.spec.domain.devices.autoattachPodInterface == false)
  }

  @Test func aMemberGivenTwiceIsDecodedOverTheFirst() {
    let (value, problems) = decode(
      """
      {"spec":{"hostname":"a","subdomain":"s","domain":{"devices":{"disks":[
        {"name":"d0","volumeName":"v0","disk":{"bus":"virtio"}},{"name":"d1","volumeName":"v1"}]}}},
       "SPEC":{"hostname":"b","domain":{"devices":{"disks":[{"name":"e0","disk":{"readonly":true}}]}}}}
      """)
    #expect(problems.isEmpty)
    #expect(value.spec.hostname == "b")
    #expect(value.spec.subdomain == "s")
    let disks = value.spec.domain.devices.disks
    #expect(disks.count == 1)
    #expect(disks.first?.name == "e0")
    #expect(disks.first?.volumeName == "v0")
    #expect(disks.first?.disk?.bus == "virtio")
    #expect(disks.first?.disk?.readonly == true)
  }

  @Test func nullLeavesTheZeroValueAndUnknownMembersPass() {
    let (value, problems) = decode(
      #"{"x":1,"spec":{"hostname":null,"domain":{"machine":null,"cpu":null,"devices":{"disks":null,"y":[{}]}}}}"#)
    #expect(problems.isEmpty)
    #expect(value == V1alpha2.VirtualMachineInstance())
  }

  @Test(arguments: [
    #"{"spec":{"domain":{"devices":{"disks":[{"bootOrder":-1}]}}}}"#,
    #"{"spec":{"domain":{"cpu":{"cores":4294967296}}}}"#,
    #"{"spec":{"domain":{"cpu":{"cores":1.0}}}}"#,
    #"{"spec":{"domain":{"cpu":{"cores":1e1}}}}"#,
    #"{"spec":{"domain":{"cpu":{"cores":"1"}}}}"#,
    #"{"spec":{"volumes":[{"emptyDisk":{"capacity":"lots"}}]}}"#,
    #"{"spec":[]}"#,
  ])
  func whatDoesNotFitIsAFault(text: String) {
    let faults = decode(text).problems.filter(\.isFault)
    #expect(!faults.isEmpty)
  }
}
