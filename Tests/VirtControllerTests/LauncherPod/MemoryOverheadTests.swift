import JSON
import Testing

@testable import VirtController

@Suite struct MemoryOverheadTests {
  /// A change of the instance, and the overhead that it leads to.
  struct Example: CustomTestStringConvertible {
    var testDescription: String
    var change: JSONValue
    var overhead: String

    init(_ description: String, _ change: JSONValue, _ overhead: String) {
      testDescription = description
      self.change = change
      self.overhead = overhead
    }
  }

  static let examples = [
    Example("the least, with graphics", [:], "268Mi"),
    Example(
      "without graphics", ["spec": ["domain": ["devices": ["autoattachGraphicsDevice": false]]]], "236Mi"),
    Example("four vCPUs", ["spec": ["domain": ["cpu": ["cores": 2, "threads": 2]]]], "292Mi"),
    Example("page tables", ["spec": ["domain": ["resources": ["requests": ["memory": "1Gi"]]]]], "283115520"),
    Example(
      "page tables of a decimal request", ["spec": ["domain": ["resources": ["requests": ["memory": "64M"]]]]],
      "281143368"),
    Example("arm64", ["spec": ["architecture": "arm64"]], "396Mi"),
    Example(
      "a GPU", ["spec": ["domain": ["devices": ["gpus": [["name": "g", "deviceName": "vendor/gpu"]]]]]], "1292Mi"),
    Example(
      "SR-IOV",
      ["spec": ["domain": ["devices": ["interfaces": [["name": "default", "sriov": [:]]]]]]], "1292Mi"),
    Example("a TPM", ["spec": ["domain": ["devices": ["tpm": [:]]]]], "321Mi"),
    Example("a TPM that is turned off", ["spec": ["domain": ["devices": ["tpm": ["enabled": false]]]]], "268Mi"),
    Example("SEV", ["spec": ["domain": ["launchSecurity": ["sev": [:]]]]], "524Mi"),
    Example("SNP", ["spec": ["domain": ["launchSecurity": ["snp": [:]]]]], "524Mi"),
    Example("TDX", ["spec": ["domain": ["launchSecurity": ["tdx": [:]]]]], "268Mi"),
    Example(
      "two exec probes",
      [
        "spec": [
          "livenessProbe": ["exec": ["command": ["true"]]], "readinessProbe": ["exec": ["command": ["true"]]],
        ]
      ], "388Mi"),
    Example("a ping probe", ["spec": ["livenessProbe": ["guestAgentPing": [:]]]], "268Mi"),
    Example("dedicated CPUs", ["spec": ["domain": ["cpu": ["dedicatedCpuPlacement": true]]]], "368Mi"),
    Example(
      "downward metrics as a disk", ["spec": ["volumes": [["name": "m", "downwardMetrics": [:]]]]], "269Mi"),
    Example(
      "reserved memory",
      ["spec": ["domain": ["memory": ["reservedOverhead": ["addedOverhead": "100Mi"]]]]], "368Mi"),
    Example(
      "passt",
      ["spec": ["domain": ["devices": ["interfaces": [["name": "default", "passtBinding": [:]]]]]]], "518Mi"),
  ]

  @Test("adds up parts", arguments: examples) func parts(_ example: Example) throws {
    #expect(try LauncherPodOrder(example.change).overhead() == example.overhead)
  }

  @Test func countsABindingPluginOnceForAllItsInterfaces() throws {
    let interfaces: JSONValue = [["name": "a", "binding": ["name": "p"]], ["name": "b", "binding": ["name": "p"]]]
    let order = try LauncherPodOrder(
      ["spec": ["domain": ["devices": ["interfaces": interfaces]]]],
      configuration: [
        "network": ["binding": ["p": ["computeResourceOverhead": ["requests": ["memory": "64Mi"]]]]]
      ])
    #expect(try order.overhead() == "332Mi")
  }

  @Test func growsByTheConfiguredRatioInWholeKilobytes() throws {
    let order = try LauncherPodOrder(configuration: ["additionalGuestMemoryOverheadRatio": "1.25"])
    #expect(try order.overhead() == "\((268 << 20) + 70_254_000)")
  }

  @Test(arguments: ["", "much", "nan", "1e300", "-inf"]) func keepsItsSizeUnderAnUnusableRatio(_ ratio: String) throws {
    let order = try LauncherPodOrder(configuration: ["additionalGuestMemoryOverheadRatio": .string(ratio)])
    #expect(try order.overhead() == "268Mi")
  }

  @Test func survivesTheLargestTopology() throws {
    let most = JSONValue.number(JSONNumber(Int64(UInt32.max)))
    let order = try LauncherPodOrder(
      ["spec": ["domain": ["cpu": ["cores": most, "sockets": most, "threads": most]]]])
    #expect(try order.compute().resources.requests?["cpu"]?.sign == 1)
  }
}
