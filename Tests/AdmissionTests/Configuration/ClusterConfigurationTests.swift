import Testing
import VirtTypes

@testable import Admission

@Suite struct ClusterConfigurationTests {
  @Test func defaultsAreThoseOfTheRelease() {
    let configuration = ClusterConfiguration.make(from: V1.KubeVirtConfiguration())
    #expect(configuration.machineType(ofArchitecture: "amd64") == "q35")
    #expect(configuration.machineType(ofArchitecture: "arm64") == "virt")
    #expect(configuration.machineType(ofArchitecture: "s390x") == "s390-ccw-virtio")
    #expect(configuration.emulatedMachines(ofArchitecture: "amd64") == ["q35*", "pc-q35*"])
    #expect(configuration.rolloutStrategy == .liveUpdate)
    #expect(configuration.liveUpdate.maxHotplugRatio == 4)
    #expect(configuration.defaultNetworkInterface == "bridge")
    #expect(configuration.permitsBridgeOnPodNetwork)
    #expect(configuration.evictionStrategy == "None")
    #expect(configuration.cpuRequest.milliValue == 100)
  }

  @Test func aGateIsOnWhenListedOrGenerallyAvailable() throws {
    let given = try V1.KubeVirtConfiguration(
      json: #"{"developerConfiguration":{"featureGates":["HostDisk","VideoConfig","NoSuchGate","MultiArchitecture"]}}"#)
    let configuration = ClusterConfiguration.make(from: given)
    #expect(configuration.allows(.hostDisk))
    #expect(configuration.allows(.videoConfig))
    #expect(configuration.allows(.numa))
    #expect(!configuration.allows(.panicDevices))
    #expect(configuration.deprecatedGates == [.multiArchitecture])
  }

  @Test func oneMachineTypeForAllGoesBeforeThoseOfArchitectures() throws {
    let given = try V1.KubeVirtConfiguration(
      json:
        #"{"machineType":"q35","emulatedMachines":["q35*"],"architectureConfiguration":{"arm64":{"machineType":"v"}}}"#
    )
    let configuration = ClusterConfiguration.make(from: given)
    #expect(configuration.machineType(ofArchitecture: "arm64") == "q35")
    #expect(configuration.emulatedMachines(ofArchitecture: "arm64") == ["q35*"])
  }

  @Test(arguments: [
    #"{"network":{"defaultNetworkInterface":"vhostuser"}}"#, #"{"imagePullPolicy":"Sometimes"}"#,
    #"{"developerConfiguration":{"memoryOvercommit":-1}}"#, #"{"developerConfiguration":{"cpuAllocationRatio":-1}}"#,
    #"{"developerConfiguration":{"pvcTolerateLessSpaceUpToPercent":101}}"#,
  ])
  func aConfigurationThatCannotBeUsedLeavesThePreviousOne(json: String) throws {
    var previous = ClusterConfiguration()
    previous.cpuModel = "Haswell"
    let configuration = ClusterConfiguration.make(from: try V1.KubeVirtConfiguration(json: json), previous: previous)
    #expect(configuration.cpuModel == "Haswell")
  }
}
