import JSON
import Kube
import Testing

@testable import EmbeddedAPI

/// Faults of pods as kube-apiserver finds them.
@Suite("Rules of pods")
struct PodRulesTests {
  private static func container(_ members: String) -> String {
    #"{"spec":{"containers":[{"name":"c","image":"x",\#(members)}]}}"#
  }

  static let cases: [(String, [String])] = [
    (#"{"spec":{"containers":[]}}"#, ["spec.containers: Required value"]),
    (
      #"{"spec":{"containers":[{}]}}"#,
      ["spec.containers[0].name: Required value", "spec.containers[0].image: Required value"]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"},{"name":"c","image":"x"}]}}"#,
      [#"spec.containers[1].name: Duplicate value: "c""#]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"restartPolicy":"Foo","dnsPolicy":"Bar"}}"#,
      [
        #"spec.restartPolicy: Unsupported value: "Foo": supported values: "Always", "OnFailure", "Never""#,
        #"spec.dnsPolicy: Unsupported value: "Bar": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None""#,
      ]
    ),
    (
      container(#""resources":{"limits":{"cpu":"1"},"requests":{"cpu":"2","memory":"-1"}}"#),
      [
        #"spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit"#,
        #"spec.containers[0].resources.requests[memory]: Invalid value: "-1": must be greater than or equal to 0"#,
      ]
    ),
    (
      container(#""resources":{"limits":{"devices.kubevirt.io/kvm":"1"},"requests":{"devices.kubevirt.io/kvm":"2"}}"#),
      [
        #"spec.containers[0].resources.requests: Invalid value: "2": must be equal to devices.kubevirt.io/kvm limit"#
      ]
    ),
    (
      container(#""ports":[{"containerPort":0},{"containerPort":1,"name":"a"},{"containerPort":1,"name":"a"}]"#),
      [
        "spec.containers[0].ports[0].containerPort: Required value",
        #"spec.containers[0].ports[2].name: Duplicate value: "a""#,
      ]
    ),
    (
      container(#""volumeMounts":[{"name":"x","mountPath":""}]"#),
      [
        #"spec.containers[0].volumeMounts[0].name: Not found: "x""#,
        "spec.containers[0].volumeMounts[0].mountPath: Required value",
      ]
    ),
    (
      container(#""livenessProbe":{},"startupProbe":{"exec":{"command":["a"]},"successThreshold":3}"#),
      [
        "spec.containers[0].livenessProbe: Required value: must specify a handler type",
        "spec.containers[0].startupProbe.successThreshold: Invalid value: 3: must be 1",
      ]
    ),
    (
      container(#""env":[{"name":""},{"name":"b","valueFrom":{}}]"#),
      [
        "spec.containers[0].env[0].name: Required value",
        #"spec.containers[0].env[1].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"#,
      ]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"tolerations":[{"operator":"Equal"},{"key":"a","tolerationSeconds":3}]}}"#,
      [
        #"spec.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys""#,
        #"spec.tolerations[1].effect: Invalid value: "": effect must be 'NoExecute' when `tolerationSeconds` is set"#,
      ]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"volumes":[{"name":"v"},{"name":"v"},{"name":"w","emptyDir":{},"hostPath":{"path":""}},{"name":"y","persistentVolumeClaim":{"claimName":""}},{"name":"h","hostPath":{"path":"../a","type":"X"}}]}}"#,
      [
        #"spec.volumes[1].name: Duplicate value: "v""#,
        "spec.volumes[2].hostPath: Forbidden: may not specify more than 1 volume type",
        "spec.volumes[3].persistentVolumeClaim.claimName: Required value",
        #"spec.volumes[4].hostPath.path: Invalid value: "../a": must not contain '..'"#,
        #"spec.volumes[4].hostPath.type: Unsupported value: "X": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket""#,
      ]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"dnsPolicy":"None"}}"#,
      ["spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None"]
    ),
    (
      container(#""resources":{"limits":{"example.com/thing":"500m","cpu":"500m"}}"#),
      [
        #"spec.containers[0].resources.limits[example.com/thing]: Invalid value: "500m": must be an integer"#,
        #"spec.containers[0].resources.requests[example.com/thing]: Invalid value: "500m": must be an integer"#,
      ]
    ),
    (
      container(#""envFrom":[{"configMapRef":{}}]"#),
      ["spec.containers[0].envFrom[0].configMapRef.name: Required value"]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"hostPID":true,"shareProcessNamespace":true}}"#,
      [
        "spec.securityContext.shareProcessNamespace: Invalid value: true: a pod has its own processes or sees the host's"
      ]
    ),
    (
      #"{"spec":{"containers":[{"name":"c","image":"x"}],"securityContext":{"sysctls":[{"name":"kernel.a_b"},{"name":"kernel.a_b"},{"name":""}]}}}"#,
      [
        #"spec.securityContext.sysctls[1].name: Duplicate value: "kernel.a_b""#,
        "spec.securityContext.sysctls[2].name: Required value",
      ]
    ),
    (#"{"spec":{"containers":[{"name":"c","image":"x"}],"terminationGracePeriodSeconds":-1}}"#, []),
  ]

  @Test("a new pod's faults are kube-apiserver's", arguments: cases)
  func creation(pod: String, faults: [String]) throws {
    #expect(try KindSamples.faults(PodStrategy(), "Pod", pod) == faults)
  }

  @Test("names of kernel parameters have parts", arguments: [("net.core_x.a-b", true), ("A", false), ("a..b", false)])
  func kernelParameters(name: String, isGood: Bool) {
    #expect(NameRules.isKernelParameter(name) == isGood)
  }

  @Test("a condition has its times, known or not, and no empty texts")
  func conditions() throws {
    let pod = try KindSamples.created(PodStrategy(), "Pod", Self.pod)
    var changed = pod
    changed["status"]?["conditions"] = [["type": "Ready", "status": "True", "message": ""]]
    let stored = KindSamples.updated(PodStrategy(), "Pod", changed, old: pod, subresource: "status")
    #expect(
      stored.value(at: "status", "conditions") == [
        ["type": "Ready", "status": "True", "lastProbeTime": .null, "lastTransitionTime": .null]
      ])
  }

  private static let pod = #"{"spec":{"containers":[{"name":"c","image":"x"}],"activeDeadlineSeconds":50}}"#

  @Test("a pod's image may change, and its labels")
  func allowedUpdates() throws {
    let faults = try KindSamples.faults(PodStrategy(), "Pod", updating: Self.pod) {
      $0["spec"]?["containers"] = [["name": "c", "image": "y:1", "imagePullPolicy": "Always"]]
      $0["metadata"] = ["labels": ["a": "b"]]
    }
    #expect(faults == [])
  }

  @Test("a pod that nobody runs goes at once, and its last form says so")
  func removal() throws {
    let pod = try KindSamples.created(PodStrategy(), "Pod", #"{"metadata":{"name":"p"},"spec":{"containers":[]}}"#)
    let decision = DeletionDecision.decide(pod, DeletionOptions(), strategy: PodStrategy(), now: KindSamples.now)
    guard case .remove(let last) = decision else {
      Issue.record("\(decision)")
      return
    }
    #expect(last.value(at: "metadata", "deletionGracePeriodSeconds") == 0)
    #expect(last.value(at: "metadata", "deletionTimestamp") == .string(KindSamples.now.text))
  }

  @Test("a pod's other parts may not change")
  func refusedUpdates() throws {
    let update = { (body: (inout JSONValue) -> Void) in
      try KindSamples.faults(PodStrategy(), "Pod", updating: Self.pod, body)
    }
    #expect(
      try update { $0["spec"]?["restartPolicy"] = "Never" }.first?
        .hasPrefix("spec: Forbidden: a pod keeps its spec, but for") == true)
    #expect(
      try update { $0["spec"]?["containers"] = [] } == [
        "spec.containers: Forbidden: a pod keeps its containers"
      ])
    #expect(
      try update { $0["spec"]?["activeDeadlineSeconds"] = 60 } == [
        "spec.activeDeadlineSeconds: Invalid value: 60: must be less than or equal to previous value"
      ])
    #expect(
      try update { $0["spec"]?["activeDeadlineSeconds"] = nil } == [
        "spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value"
      ])
    #expect(try update { $0["spec"]?["tolerations"] = [["key": "z", "operator": "Exists"]] } == [])
  }
}
