import JSON
import Testing
import VirtTypes

@Suite struct ProblemPathTests {
  @Test func everyProblemNamesItsPlace() {
    var text = """
      {"spec":{"domain":{"devices":{"disks":[{"name":"a"},{"name":7,"bsu":1}],"disks":[]},"cpu":{"cores":"2"}},
       "volumes":[{"name":"v","containerDisk":{"imagePullPolicy":"Sometimes"}}],
       "nodeSelector":{"zone":1},"networks":[{"pod":null}]}}
      """
    let problems = text.withUTF8 { V1.VirtualMachineInstance.decode(UnsafeRawBufferPointer($0)).problems }
    #expect(
      Set(problems.map(\.description)) == [
        "spec.domain.devices.disks[1].name: must be a string, not a number",
        "spec.domain.devices.disks[1]: unknown field \"bsu\"",
        "spec.domain.devices: duplicate field \"disks\"",
        "spec.domain.cpu.cores: must be an integer, not a string",
        "spec.volumes[0].containerDisk.imagePullPolicy: "
          + "unsupported value \"Sometimes\", must be one of Always, IfNotPresent, Never",
        "spec.nodeSelector.zone: must be a string, not a number",
        "spec.networks[0].pod: must be an object, not null",
      ])
  }
}
