import JSON
import Kube
import Testing

@testable import EmbeddedAPI

/// Defaults and faults of Kubernetes' own kinds besides pods; values and messages were made by a kube-apiserver.
@Suite("Rules of Kubernetes' own kinds")
struct KindRulesTests {
  @Test("a service gets its defaults, and no address")
  func service() throws {
    let service = try KindSamples.created(
      ServiceStrategy(), "Service",
      #"{"spec":{"type":"NodePort","sessionAffinity":"ClientIP","ports":[{"port":80}],"selector":{"a":"b"}}}"#)
    #expect(
      service["spec"] == [
        "externalTrafficPolicy": "Cluster", "ports": [["port": 80, "protocol": "TCP", "targetPort": 80]],
        "selector": ["a": "b"], "sessionAffinity": "ClientIP",
        "sessionAffinityConfig": ["clientIP": ["timeoutSeconds": 10800]], "type": "NodePort",
      ])
    #expect(service["status"] == ["loadBalancer": [:]])
    let headless = try KindSamples.created(ServiceStrategy(), "Service", #"{"spec":{"clusterIP":"None"}}"#)
    #expect(
      headless["spec"] == [
        "clusterIP": "None", "clusterIPs": ["None"], "sessionAffinity": "None", "type": "ClusterIP",
      ])
  }

  @Test("a service's faults are named")
  func serviceFaults() throws {
    #expect(try KindSamples.faults(ServiceStrategy(), "Service", #"{"spec":{}}"#) == ["spec.ports: Required value"])
    #expect(
      try KindSamples.faults(ServiceStrategy(), "Service", #"{"spec":{"type":"ExternalName"}}"#) == [
        "spec.externalName: Required value"
      ])
    #expect(
      try KindSamples.faults(
        ServiceStrategy(), "Service", #"{"spec":{"type":"Foo","ports":[{"port":80},{"port":0,"name":"y"}]}}"#)
        == [
          "spec.ports[0].name: Required value",
          "spec.ports[1].port: Invalid value: 0: must be between 1 and 65535, inclusive",
          "spec.ports[1].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
          #"spec.type: Unsupported value: "Foo": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort""#,
        ])
  }

  @Test("a secret's texts become its data")
  func secret() throws {
    let secret = try KindSamples.created(
      SecretStrategy(), "Secret", #"{"stringData":{"a":"b"},"data":{"c":"aGk="}}"#)
    #expect(secret == ["data": ["a": "Yg==", "c": "aGk="], "type": "Opaque"])
  }

  @Test(
    "secrets have what their type asks for",
    arguments: [
      ("kubernetes.io/dockerconfigjson", ["data[.dockerconfigjson]: Required value"]),
      ("kubernetes.io/tls", ["data[tls.crt]: Required value", "data[tls.key]: Required value"]),
      ("kubernetes.io/ssh-auth", ["data[ssh-privatekey]: Required value"]),
      (
        "kubernetes.io/service-account-token",
        ["metadata.annotations[kubernetes.io/service-account.name]: Required value"]
      ),
    ])
  func secretTypes(type: String, faults: [String]) throws {
    #expect(try KindSamples.faults(SecretStrategy(), "Secret", #"{"type":"\#(type)"}"#) == faults)
  }

  @Test("what is immutable stays")
  func immutability() throws {
    let secret = #"{"type":"Opaque","immutable":true,"data":{"a":"Yg=="}}"#
    #expect(
      try KindSamples.faults(SecretStrategy(), "Secret", updating: secret) { $0["stringData"] = ["z": "b"] } == [
        "data: Forbidden: field is immutable when `immutable` is set"
      ])
    #expect(
      try KindSamples.faults(SecretStrategy(), "Secret", updating: secret) { $0["type"] = "foo" } == [
        #"type: Invalid value: "foo": field is immutable"#
      ])
    #expect(
      try KindSamples.faults(ConfigMapStrategy(), "ConfigMap", updating: #"{"immutable":true,"data":{"a":"b"}}"#) {
        $0["immutable"] = false
      } == ["immutable: Forbidden: field is immutable when `immutable` is set"])
  }

  @Test("claims and volumes get their defaults and are checked")
  func storage() throws {
    let claim = #"{"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1024Mi"}}}}"#
    let made = try KindSamples.created(ClaimStrategy(), "PersistentVolumeClaim", claim)
    #expect(
      made == [
        "spec": [
          "accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]], "volumeMode": "Filesystem",
        ], "status": ["phase": "Pending"],
      ])
    #expect(
      try KindSamples.faults(ClaimStrategy(), "PersistentVolumeClaim", #"{"spec":{}}"#) == [
        "spec.accessModes: Required value: at least 1 access mode is required",
        "spec.resources[storage]: Required value",
      ])
    let grow = { (object: inout JSONValue) -> Void in
      object["spec"]?["resources"] = ["requests": ["storage": "2Gi"]]
    }
    #expect(
      try KindSamples.faults(ClaimStrategy(), "PersistentVolumeClaim", updating: claim, grow) == [
        "spec: Forbidden: a claim keeps its spec; once it is bound, more can be requested"
      ])
    var bound = made
    bound["status"] = ["phase": "Bound"]
    #expect(KindSamples.faults(ClaimStrategy(), "PersistentVolumeClaim", updating: bound, grow) == [])
    #expect(
      try KindSamples.faults(VolumeStrategy(), "PersistentVolume", #"{"spec":{}}"#) == [
        "spec.accessModes: Required value", "spec.capacity: Required value",
        #"spec.capacity: Unsupported value: {}: supported values: "storage""#,
        "spec: Required value: must specify a volume type",
      ])
  }

  @Test("a namespace begins active, and only its own path takes its finalizers away")
  func namespace() throws {
    let made = try KindSamples.created(NamespaceStrategy(), "Namespace", #"{"metadata":{"name":"n"}}"#)
    #expect(
      made == [
        "metadata": ["name": "n", "labels": ["kubernetes.io/metadata.name": "n"]],
        "spec": ["finalizers": ["kubernetes"]], "status": ["phase": "Active"],
      ])
    var emptied = made
    emptied["spec"] = ["finalizers": []]
    #expect(
      NamespaceStrategy().holdsDeletion(of: KindSamples.updated(NamespaceStrategy(), "Namespace", emptied, old: made)))
    let finalized = KindSamples.updated(
      NamespaceStrategy(), "Namespace", emptied, old: made, subresource: "finalize")
    #expect(!NamespaceStrategy().holdsDeletion(of: finalized))
    let decision = DeletionDecision.decide(
      made, DeletionOptions(), strategy: NamespaceStrategy(), now: KindSamples.now)
    guard case .mark(let going) = decision else {
      Issue.record("\(decision)")
      return
    }
    #expect(going.text("status", "phase") == "Terminating")
    #expect(going.value(at: "metadata", "deletionGracePeriodSeconds") == nil)
  }

  @Test("a limit range's defaults come from its bounds")
  func limitRange() throws {
    let range = try KindSamples.created(
      LimitRangeStrategy(), "LimitRange",
      #"{"spec":{"limits":[{"type":"Container","max":{"cpu":2},"min":{"cpu":"100m"},"default":{"memory":"1Gi"}}]}}"#)
    #expect(
      range.spec.elements("limits") == [
        [
          "type": "Container", "max": ["cpu": "2"], "min": ["cpu": "100m"], "default": ["memory": "1Gi", "cpu": "2"],
          "defaultRequest": ["memory": "1Gi", "cpu": "2"],
        ]
      ])
  }

  @Test("an event is the same in both groups")
  func events() throws {
    let core = try JSONValue(
      parsing:
        #"{"apiVersion":"v1","kind":"Event","involvedObject":{"name":"x"},"message":"z","source":{"component":"k"},"count":3,"reportingComponent":"a/b","reportingInstance":""}"#
    )
    let group = try EventStrategy().convert(core, to: "events.k8s.io/v1")
    #expect(
      group == [
        "apiVersion": "events.k8s.io/v1", "kind": "Event", "regarding": ["name": "x"], "note": "z",
        "deprecatedSource": ["component": "k"], "deprecatedCount": 3, "reportingController": "a/b",
      ])
    #expect(try EventStrategy().convert(group, to: "v1") == core)
  }

  @Test("every layout has as many cells as columns, for the emptiest object too")
  func layouts() {
    for definition in BuiltInResources.definitions {
      guard let table = definition.strategy.table else { continue }
      #expect(table.cells([:], KindSamples.now).count == table.columns.count, "\(definition.names.kind)")
    }
  }

  @Test("a disruption budget counts pods where nobody else does")
  func budgets() throws {
    let budget = try JSONValue(
      parsing:
        #"{"metadata":{"name":"d","generation":1},"spec":{"minAvailable":1,"selector":{"matchLabels":{"a":"b"}}}}"#)
    let pod = try JSONValue(
      parsing:
        #"{"metadata":{"name":"p","labels":{"a":"b"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}"#
    )
    #expect(DisruptionBudget.covers(budget, pod))
    let one = DisruptionBudget.state(budget, pods: [pod])
    #expect(one == DisruptionBudget.State(allowed: 0, healthy: 1, desired: 1, isCounted: false))
    let refusal = try #require(DisruptionBudget.refusal(budget, one))
    #expect(refusal.code == 429)
    #expect(
      refusal.details?.causes.map(\.message) == ["The disruption budget d needs 1 healthy pods and has 1 currently"])
    #expect(DisruptionBudget.refusal(budget, DisruptionBudget.state(budget, pods: [pod, pod])) == nil)
  }

  @Test("containers are found as kube-apiserver finds them")
  func containers() throws {
    let pod = try JSONValue(
      parsing:
        #"{"metadata":{"name":"two"},"spec":{"initContainers":[{"name":"i"}],"containers":[{"name":"a"},{"name":"b"}]}}"#
    )
    let message = { (name: String) -> String in
      do throws(Status) {
        return try PodOptions.container(name, in: pod)
      } catch {
        return error.message
      }
    }
    #expect(message("") == "a container name must be specified for pod two, choose one of: [i a b]")
    #expect(message("zz") == "container zz is not valid for pod two")
    #expect(message("i") == "i")
  }

  @Test("limits are held in kube-apiserver's words")
  func limits() throws {
    let item = try JSONValue(
      parsing:
        #"{"type":"Container","min":{"cpu":"100m"},"max":{"cpu":"2"},"maxLimitRequestRatio":{"cpu":"2"}}"#)
    let pod = try JSONValue(
      parsing:
        #"{"spec":{"containers":[{"name":"a","resources":{"requests":{"cpu":"1m"},"limits":{"cpu":"1"}}}]}}"#)
    #expect(
      LimitCheck.pod(pod, item) == [
        "minimum cpu usage per Container is 100m, but request is 1m",
        "cpu max limit to request ratio per Container is 2, but provided ratio is 1000.000000",
      ])
  }
}
