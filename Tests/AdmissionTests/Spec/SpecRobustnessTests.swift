import JSON
import Testing
import VirtTypes

@testable import Admission

/// Whatever stands in an instance, the rules end, and every cause says something.
@Suite struct SpecRobustnessTests {
  /// An instance that uses most of the specification.
  private static let rich = """
    {"metadata": {"name": "rich", "labels": {"a": "b"}, "annotations": {"kubevirt.io/ignitiondata": "{}"}},
     "spec": {
       "architecture": "amd64", "hostname": "h", "subdomain": "s", "startStrategy": "Paused",
       "evictionStrategy": "None", "dnsPolicy": "None",
       "dnsConfig": {"nameservers": ["1.1.1.1"], "searches": ["a.b."], "options": [{"name": "n"}]},
       "readinessProbe": {"httpGet": {"port": 80}}, "resourceClaims": [{"name": "c"}],
       "topologySpreadConstraints": [
         {"maxSkew": 1, "topologyKey": "z", "whenUnsatisfiable": "DoNotSchedule",
          "labelSelector": {"matchLabels": {"a": "b"}}}],
       "affinity": {
         "nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [
           {"matchExpressions": [{"key": "k", "operator": "Gt", "values": ["1"]}],
            "matchFields": [{"key": "metadata.name", "operator": "In", "values": ["n"]}]}]}},
         "podAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [
           {"weight": 1, "podAffinityTerm": {"topologyKey": "z", "namespaces": ["n"]}}]}},
       "accessCredentials": [
         {"sshPublicKey": {"source": {"secret": {"secretName": "s"}},
                           "propagationMethod": {"qemuGuestAgent": {"users": ["u"]}}}}],
       "domain": {
         "cpu": {"cores": 2, "sockets": 1, "threads": 2, "maxSockets": 4, "dedicatedCpuPlacement": true,
                 "numa": {"guestMappingPassthrough": {}}, "realtime": {},
                 "features": [{"name": "vmx", "policy": "require"}]},
         "memory": {"guest": "1Gi", "hugepages": {"pageSize": "2Mi"}},
         "resources": {"requests": {"cpu": "4", "memory": "1Gi"}, "limits": {"cpu": "4", "memory": "1Gi"}},
         "machine": {"type": "q35"}, "ioThreadsPolicy": "supplementalPool",
         "ioThreads": {"supplementalPoolThreadCount": 1},
         "firmware": {"bootloader": {"efi": {"secureBoot": false}}, "acpi": {"slicNameRef": "s"},
                      "kernelBoot": {"kernelArgs": "x", "container": {"image": "i", "kernelPath": "/k"}}},
         "features": {"hyperv": {"evmcs": {"enabled": true}, "vapic": {"enabled": true}}, "smm": {"enabled": true}},
         "launchSecurity": {"sev": {"attestation": {}}},
         "devices": {
           "disks": [
             {"name": "d", "bootOrder": 1, "serial": "S", "cache": "none", "io": "native", "errorPolicy": "stop",
              "dedicatedIOThread": true, "disk": {"bus": "virtio", "pciAddress": "0000:01:00.0"},
              "blockSize": {"custom": {"logical": 512, "physical": 4096, "discardGranularity": 512}}},
             {"name": "s", "disk": {"bus": "virtio"}}],
           "interfaces": [
             {"name": "p", "masquerade": {}, "bootOrder": 2, "model": "virtio", "macAddress": "02:00:00:00:00:01",
              "pciAddress": "0000:02:00.0", "ports": [{"port": 80, "name": "http", "protocol": "TCP"}],
              "dhcpOptions": {"privateOptions": [{"option": 230, "value": "x"}], "ntpServers": ["1.1.1.1"]}}],
           "inputs": [{"name": "i", "type": "tablet", "bus": "usb"}], "sound": {"name": "s", "model": "ac97"},
           "gpus": [{"name": "g", "claimName": "c", "requestName": "r"}], "video": {"type": "vga"},
           "panicDevices": [{"model": "isa"}], "watchdog": {"name": "w", "i6300esb": {}}}},
       "networks": [{"name": "p", "pod": {}}],
       "volumes": [
         {"name": "d", "cloudInitNoCloud": {"userDataBase64": "YQ=="}}, {"name": "s", "secret": {"secretName": "s"}}]}}
    """

  private static let numbers = [
    "0", "-1", "1", "65537", "2147483647", "4294967295", "4294967296", "9223372036854775807", "-9223372036854775808",
    "18446744073709551615", "1e300", "0.5",
  ]
  private static let texts = [
    "", "0", "-1", "x", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e40", "-1e40", "9Ei",
    "0.0000000001", String(repeating: "é", count: 300), "/", "//", "/..", "a/b", "[", "*", "\\", "ff:ff:ff:ff:ff:ff",
    "::", "\u{0}", "-", "..", "n", "1e-30",
  ]

  /// The tree with about one value in forty replaced by one of its type.
  private func mutated(_ value: JSONValue, _ random: inout SplitMix) -> JSONValue {
    switch value {
    case .object(let object):
      var result = JSONObject()
      for (key, member) in object where random.next() % 200 != 0 { result[key] = mutated(member, &random) }
      return .object(result)
    case .array(let elements):
      var result = elements.map { mutated($0, &random) }
      if let first = result.first, random.next() % 20 == 0 { result.append(first) }
      return .array(result)
    case .number where random.next() % 20 == 0:
      return (try? JSONValue(parsing: random.pick(Self.numbers))) ?? value
    case .string where random.next() % 40 == 0: return .string(random.pick(Self.texts))
    case .bool(let flag) where random.next() % 20 == 0: return .bool(!flag)
    default: return value
    }
  }

  @Test func rulesEndOnAnything() throws {
    let tree = try JSONValue(parsing: Self.rich)
    var random = SplitMix(state: 7)
    let context = Specimen.context(gates: Set(FeatureGate.allCases))
    var refusals = 0
    for _ in 0..<1000 {
      let bytes = mutated(tree, &random).jsonBytes()
      let instance = bytes.withUnsafeBytes { V1.VirtualMachineInstance.decode($0).value }
      let causes = validateNewInstance(instance, context: context)
      refusals += causes.isEmpty ? 0 : 1
      #expect(causes.allSatisfy { $0.message.count > 10 })
    }
    #expect(refusals > 300)
  }
}

/// A small deterministic generator, so that a failure can be repeated.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick(_ choices: [String]) -> String { choices[Int(next() % UInt64(choices.count))] }
}
