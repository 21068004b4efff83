import JSON
import Kube
import Testing

@testable import EmbeddedAPI

/// What a new pod becomes; the expected values were made by a kube-apiserver.
@Suite("Defaults of pods")
struct PodDefaultsTests {
  @Test("a pod with every kind of probe, hook and volume gets kube-apiserver's defaults")
  func everything() throws {
    let pod = try KindSamples.created(PodStrategy(), "Pod", KindSamples.pod)
    #expect(pod["spec"] == (try JSONValue(parsing: KindSamples.podSpecOfKubernetes)))
    #expect(pod["status"] == ["phase": "Pending", "qosClass": "Burstable"])
  }

  @Test("defaults are the same when they are filled in twice")
  func idempotence() throws {
    let once = try KindSamples.created(PodStrategy(), "Pod", KindSamples.pod)
    var again = ObjectChange(
      operation: .create, object: once, kind: GroupVersionKind(version: "v1", kind: "Pod"), now: KindSamples.now)
    PodStrategy().prepare(&again)
    #expect(again.object == once)
  }

  @Test(
    "an image is pulled always only when its tag is latest",
    arguments: [
      ("x", "Always"), ("x:latest", "Always"), ("x:1", "IfNotPresent"), ("reg:5000/x", "Always"),
      ("reg:5000/x:1", "IfNotPresent"), ("x@sha256:aa", "IfNotPresent"),
    ])
  func pullPolicy(image: String, policy: String) {
    #expect(PodDefaults.pullPolicy(of: image) == policy)
  }

  @Test("amounts are written in their canonical form")
  func amounts() throws {
    let pod = try KindSamples.created(
      PodStrategy(), "Pod",
      #"{"spec":{"containers":[{"name":"a","image":"x","resources":{"limits":{"cpu":"1000m","memory":"1024Mi"}}}]}}"#)
    let resources = pod.spec.elements("containers").first?["resources"]
    #expect(resources?["limits"] == ["cpu": "1", "memory": "1Gi"])
    #expect(resources?["requests"] == ["cpu": "1", "memory": "1Gi"])
    #expect(pod.text("status", "qosClass") == "Guaranteed")
  }

  @Test("a pod with no amounts is evicted first")
  func bestEffort() throws {
    let pod = try KindSamples.created(PodStrategy(), "Pod", #"{"spec":{"containers":[{"name":"a","image":"x"}]}}"#)
    #expect(pod.text("status", "qosClass") == "BestEffort")
  }

  @Test(
    "a deletion waits only for pods that run",
    arguments: [
      (#"{"spec":{}}"#, nil, 0), (#"{"spec":{"nodeName":"n"}}"#, nil, 30), (#"{"spec":{"nodeName":"n"}}"#, 0, 0),
      (#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":7}}"#, nil, 7),
      (#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":7}}"#, 3, 3),
      (#"{"spec":{"nodeName":"n"},"status":{"phase":"Succeeded"}}"#, 9, 0),
    ] as [(String, Int64?, Int64)])
  func grace(pod: String, requested: Int64?, expected: Int64) throws {
    #expect(PodStrategy().deletionGracePeriod(of: try JSONValue(parsing: pod), requested: requested) == expected)
  }

  @Test("binding makes a pod scheduled, and an update without the node's name does not unbind it")
  func binding() throws {
    let old = try KindSamples.created(PodStrategy(), "Pod", #"{"spec":{"containers":[{"name":"a","image":"x"}]}}"#)
    var bound = old
    bound["spec"]?["nodeName"] = "n"
    bound = KindSamples.updated(PodStrategy(), "Pod", bound, old: old, subresource: "binding")
    #expect(
      bound.status["conditions"] == [
        [
          "type": "PodScheduled", "status": "True", "lastProbeTime": .null,
          "lastTransitionTime": .string(KindSamples.now.text),
        ]
      ])
    let replaced = KindSamples.updated(PodStrategy(), "Pod", old, old: bound)
    #expect(replaced.text("spec", "nodeName") == "n")
  }
}
