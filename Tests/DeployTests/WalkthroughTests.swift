import Foundation
import JSON
import Testing
import YAML

@Suite("The objects that make run shows")
struct WalkthroughTests {
  static let tests = Manifests.root.deletingLastPathComponent().appending(path: "Tests/EndToEnd")

  func json(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: Data(contentsOf: Self.tests.appending(path: "run/\(name).json")))
  }

  @Test("the machine and the preset are those of the walkthrough's manifest")
  func machineAndPreset() throws {
    let manifest = try YAML.documents(Data(contentsOf: Self.tests.appending(path: "walkthrough/vm.yaml")))
    #expect(try manifest == [json("vm"), json("preset")])
  }

  @Test("the instance is that of the end-to-end cases")
  func instance() throws {
    let manifest = try YAML.documents(
      Data(contentsOf: Self.tests.appending(path: "kube/manifests/v1alpha2/vmi-testvm.yaml")))
    #expect(try manifest == [json("vmi")])
  }
}
