import JSON
import Testing
import Transport
import VirtTypes

@testable import VirtAPI

@Suite struct ConversionServiceTests {
  private func instance(_ name: String, volume: Int) -> JSONValue {
    [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstance", "metadata": ["name": .string(name)],
      "spec": [
        "domain": ["devices": [:]],
        "volumes": [["name": "v", "registryDisk": ["image": .string(String(repeating: "i", count: volume))]]],
      ],
    ]
  }

  private func review(_ objects: [JSONValue], to version: String = "kubevirt.io/v1") -> [UInt8] {
    let review: JSONValue = [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "ConversionReview",
      "request": ["uid": "7", "desiredAPIVersion": .string(version), "objects": .array(objects)],
    ]
    return review.jsonBytes()
  }

  /// A short review is answered on the reactor, a long one beside it, beyond the limit of other bodies and beyond what a
  /// connection may hold of several.
  @Test(arguments: [(1, 10), (40, 100_000), (2, 9_000_000)])
  func convertsObjectsInTheirOrder(count: Int, volume: Int) async throws {
    try await TestService.run { service in
      let objects = (0..<count).map { instance("vmi-\($0)", volume: volume) }
      let answer = try await service.post("/convert?timeout=30s", review(objects))
      #expect(answer.status == 200)
      let response = try #require(answer.json?["response"])
      #expect(response["uid"] == "7")
      #expect(response.value(at: "result", "status") == "Success")
      let expected = try objects.map { try Conversion.convert($0, to: "kubevirt.io/v1") }
      #expect(response["convertedObjects"]?.array == expected)
      #expect(expected[0].value(at: "spec", "volumes")?[0]?["containerDisk"] != nil)
      let metrics = try await service.get("/metrics").text
      #expect(metrics.contains("endpoint=\"/convert\""))
    }
  }

  @Test func saysWhichObjectCannotBeConverted() async throws {
    try await TestService.run { service in
      let answer = try await service.post("/convert", review([instance("a", volume: 1)], to: "kubevirt.io/v9"))
      #expect(answer.status == 200)
      let result = answer.json?.value(at: "response", "result")
      #expect(result?["status"] == "Failure")
      #expect(result?["message"]?.string?.hasPrefix("VirtualMachineInstance a: ") == true, "\(answer.text)")
    }
  }

  @Test func refusesWhatIsNoReview() async throws {
    try await TestService.run { service in
      let empty = try await service.post("/convert", Array("{}".utf8))
      #expect(empty.status == 400)
      let read = try await service.get("/convert")
      #expect(read.status == 405)
    }
  }
}
