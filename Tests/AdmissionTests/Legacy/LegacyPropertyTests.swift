import JSON
import Kube
import TestSupport
import Testing
import VirtTypes

/// Makes v1alpha2 specifications with all kinds of members, sound ones and others.
struct LegacySpecGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick(_ values: [JSONValue]) -> JSONValue { values.randomElement(using: &random) ?? .null }

  private let names: [JSONValue] = ["a", "b", "c", "default", ""]
  private let amounts: [JSONValue] = ["64M", "64000k", "1Gi", "1024Mi", "0", "-1Mi", "Mi", 5, "1e40", "0.5Gi", "2Mi"]

  mutating func object(_ members: (String, JSONValue, Int)...) -> JSONValue {
    .object(JSONObject(members.filter { chance($0.2) }.map { ($0.0, $0.1) }))
  }

  mutating func list(_ element: (inout LegacySpecGenerator) -> JSONValue) -> JSONValue {
    .array((0..<Int.random(in: 0...3, using: &random)).map { _ in element(&self) })
  }

  mutating func disk() -> JSONValue {
    let target = object(("bus", pick(["virtio", "sata"]), 50), ("tray", "open", 20), ("readonly", true, 20))
    return object(
      ("name", pick(names), 95), ("volumeName", pick(names), 95), ("bootOrder", pick([0, 1, 2]), 30),
      ("serial", pick(["x", "a b"]), 20), ("disk", target, 40), ("cdrom", target, 20), ("floppy", target, 10),
      ("lun", target, 10))
  }

  mutating func volume() -> JSONValue {
    let cloudInit = object(
      ("userData", "x", 50), ("userDataBase64", pick(["YQ==", "YQ"]), 30),
      ("secretRef", pick([["name": "s"], [:]]), 20))
    return object(
      ("name", pick(names), 95), ("registryDisk", ["image": "i"], 40), ("cloudInitNoCloud", cloudInit, 20),
      ("emptyDisk", ["capacity": pick(amounts)], 20), ("persistentVolumeClaim", ["claimName": "c"], 30),
      ("dataVolume", ["name": pick(names)], 10))
  }

  mutating func interface() -> JSONValue {
    object(
      ("name", pick(names), 95), ("bridge", [:], 60), ("slirp", [:], 20), ("model", pick(["virtio", "x"]), 20),
      ("macAddress", pick(["de:ad:00:00:be:af", "x"]), 20), ("bootOrder", pick([0, 1, 2]), 20),
      ("pciAddress", pick(["0000:81:00.1", "x"]), 20), ("ports", [["port": pick([0, 80, -1, 65536])]], 30))
  }

  mutating func spec() -> JSONValue {
    let timers = object(("rtc", ["tickPolicy": "delay"], 50), ("hpet", ["present": false], 50), ("kvm", [:], 50))
    let devices = object(
      ("disks", list { $0.disk() }, 80), ("interfaces", list { $0.interface() }, 50),
      ("autoattachPodInterface", pick([true, false]), 20), ("watchdog", ["name": "w"], 20))
    let domain = object(
      ("devices", devices, 90), ("cpu", ["cores": pick([1, 2])], 30),
      ("machine", ["type": pick(["pc", "q35", ""])], 30),
      ("resources", ["requests": object(("memory", pick(amounts), 80), ("cpu", "1", 30))], 60),
      ("memory", object(("guest", pick(amounts), 50), ("hugepages", ["pageSize": pick(amounts)], 50)), 30),
      ("clock", object(("utc", [:], 50), ("timezone", "CET", 30), ("timer", timers, 70)), 30),
      ("features", object(("acpi", [:], 50), ("apic", [:], 30), ("hyperv", ["spinlocks": [:]], 40)), 30))
    return object(
      ("domain", domain, 98), ("volumes", list { $0.volume() }, 80), ("hostname", pick(["a", "A"]), 20),
      ("networks", list { ["name": $0.pick(["a", "b", "c"]), "pod": [:]] }, 40),
      ("unknown", 1, 10))
  }
}

@Suite struct LegacyPropertyTests {
  private func review(_ path: String, _ spec: JSONValue) -> Review {
    Review(
      path: path, resource: "virtualmachineinstances", object: ["metadata": ["name": "vm"], "spec": spec],
      cluster: [
        [
          "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstancePreset",
          "metadata": ["name": "p", "namespace": "default"],
          "spec": ["selector": [:], "domain": ["cpu": ["cores": 2], "clock": ["utc": [:], "timer": ["rtc": [:]]]]],
        ]
      ])
  }

  @Test(arguments: 0..<300)
  func everySpecificationGetsOneVerdictAndAPatchThatSettlesIt(_ seed: Int) throws {
    var generator = LegacySpecGenerator(seed: UInt64(seed))
    let spec = generator.spec()
    let validation = review("/virtualmachineinstances-validate", spec)
    let verdict = try validation.response()
    #expect(try validation.response() == verdict)

    let mutation = review("/virtualmachineinstances-mutate", spec)
    guard try mutation.response()["allowed"] == true else {
      // Only what does not decode is refused: this preset contradicts no other.
      #expect(try mutation.response().value(at: "status", "code") == 400)
      #expect(verdict.value(at: "status", "code") == 400)
      return
    }
    let patched = try mutation.patched()
    var again = mutation
    again.object = patched
    #expect(try again.response()["patch"] == nil)

    // What is set stays, except requests without memory and interfaces without networks.
    let (written, problems) = try #require(patched["spec"]).jsonBytes().withUnsafeBytes {
      V1alpha2.VirtualMachineInstanceSpec.decode($0)
    }
    #expect(problems.filter(\.isFault).isEmpty)
    #expect(written.domain.resources.requests?["memory"] != nil)
    #expect(written.domain.firmware?.uuid.isEmpty == false)
    for (index, disk) in (spec.value(at: "domain", "devices", "disks")?.array ?? []).enumerated() {
      let after = try #require(patched.value(at: "spec", "domain", "devices", "disks")?[index])
      #expect(disk["name"].map { $0 == after["name"] } ?? true)
      #expect(after["disk"] != nil || after["cdrom"] != nil || after["floppy"] != nil || after["lun"] != nil)
    }
  }

  @Test(arguments: 0..<100)
  func theOrderOfMembersDoesNotMatter(_ seed: Int) throws {
    var generator = LegacySpecGenerator(seed: UInt64(1000 + seed))
    let spec = generator.spec()
    let path = "/virtualmachineinstances-validate"
    #expect(try review(path, spec).response() == review(path, Self.reversed(spec)).response())
  }

  private static func reversed(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members): .object(JSONObject(members.reversed().map { ($0.key, reversed($0.value)) }))
    case .array(let elements): .array(elements.map(reversed))
    default: value
    }
  }

  @Test(arguments: 0..<300)
  func damagedBodiesAreAnsweredToo(_ seed: Int) throws {
    var generator = LegacySpecGenerator(seed: UInt64(5000 + seed))
    let review = review("/virtualmachineinstances-validate", generator.spec())
    var bytes = review.body.jsonBytes()
    for _ in 0..<Int.random(in: 1...4, using: &generator.random) {
      let position = Int.random(in: 0..<bytes.count, using: &generator.random)
      switch Int.random(in: 0..<3, using: &generator.random) {
      case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator.random)
      case 1: bytes.remove(at: position)
      default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator.random)], at: position)
      }
    }
    #expect([200, 400].contains(review.post(bytes).status))
  }
}
