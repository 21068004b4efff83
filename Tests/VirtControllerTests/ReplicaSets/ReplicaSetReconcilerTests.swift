import Admission
import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

@Suite struct ReplicaSetReconcilerTests {
  private func set(replicas: Int32? = nil, profile: Profile = .current) -> V1.VirtualMachineInstanceReplicaSet {
    var set = V1.VirtualMachineInstanceReplicaSet()
    set.apiVersion = "kubevirt.io/v1"
    set.kind = "VirtualMachineInstanceReplicaSet"
    set.metadata.name = "web"
    set.metadata.namespace = "default"
    set.metadata.uid = "set"
    set.metadata.resourceVersion = "5"
    set.metadata.annotations =
      profile == .legacy ? [Profile.annotation: Profile.legacyAnnotationValue] : Sample.observed
    set.spec.replicas = replicas
    var selector = LabelSelector()
    selector.matchLabels = ["app": "web"]
    set.spec.selector = selector
    var template = V1.VirtualMachineInstanceTemplateSpec()
    template.metadata.labels = ["app": "web"]
    set.spec.template = template
    return set
  }

  private func member(_ name: String, phase: String = "Running", ready: Bool = true, age: Int64 = 100)
    -> V1.VirtualMachineInstance
  {
    var instance = Sample.instance(name, phase: phase)
    instance.metadata.labels = ["app": "web"]
    instance.metadata.creationTimestamp = Reconciled.ago(age)
    instance.metadata.ownerReferences = [ReplicaSetRules(.current).ownerReference(to: set())]
    instance.status.conditions = [Sample.condition("Ready", ready ? "True" : "False")]
    return instance
  }

  private func reconcile(
    _ set: V1.VirtualMachineInstanceReplicaSet, _ instances: [V1.VirtualMachineInstance],
    refusing refusals: [String: Int] = [:], fresh: V1.VirtualMachineInstanceReplicaSet? = nil
  ) -> Reconciled {
    Reconciled(
      ReplicaSetReconciler(), ReplicaSetObservation(replicaSet: set, instances: instances), refusing: refusals,
      objects: ["virtualmachineinstancereplicasets/web": (fresh ?? set).jsonTree])
  }

  private func deleted(_ result: Reconciled) -> [String] {
    result.headings.compactMap { $0.hasPrefix("delete ") ? String($0.split(separator: " ")[2]) : nil }
  }

  @Test func noNumberCountsAsOne() {
    #expect(reconcile(set(), []).bodies("create virtualmachineinstances").count == 1)
  }

  @Test func createsWhatIsMissing() {
    let result = reconcile(set(replicas: 3), [member("a")])
    let created = result.bodies("create virtualmachineinstances")
    #expect(created.count == 2)
    #expect(created[0].value(at: "metadata", "generateName")?.string == "web")
    #expect(created[0].value(at: "metadata", "labels", "app")?.string == "web")
    let owner = created[0].value(at: "metadata", "ownerReferences")?[0]
    #expect(owner?["uid"]?.string == "set")
    #expect(owner?["apiVersion"]?.string == "kubevirt.io/v1")
    #expect(owner?["controller"]?.bool == true && owner?["blockOwnerDeletion"]?.bool == true)
    #expect(result.events == ["Normal SuccessfulCreate", "Normal SuccessfulCreate"])
    #expect(result.requeue == .no)
  }

  @Test func changesAtMost250InOneRound() {
    #expect(reconcile(set(replicas: 1000), []).bodies("create virtualmachineinstances").count == 250)
    let many = (0..<400).map { member("m\($0)") }
    #expect(deleted(reconcile(set(replicas: 0), many)).count == 250)
  }

  @Test(arguments: [("inner", "", "inner"), ("", "gen-", "gen-"), ("inner", "gen-", "inner"), ("", "", "web")])
  func namesComeFromTheTemplateOrTheSet(name: String, generateName: String, expected: String) {
    var set = set()
    set.spec.template?.metadata.name = name
    set.spec.template?.metadata.generateName = generateName
    let created = reconcile(set, []).body("create virtualmachineinstances")
    #expect(created.value(at: "metadata", "generateName")?.string == expected)
    #expect(created.value(at: "metadata", "name") == nil)
  }

  @Test func theFirstToGoAreNotReadyAndThenTheNewest() {
    let members = [
      member("old", age: 500), member("new", age: 10), member("middle", age: 100),
      member("waiting", phase: "Scheduling", ready: false, age: 1000),
    ]
    #expect(deleted(reconcile(set(replicas: 2), members)) == ["waiting", "new"])
    #expect(deleted(reconcile(set(replicas: 1), members)) == ["waiting", "new", "middle"])
  }

  @Test func onlyTheInstanceThatWasMeantIsDeleted() {
    let write = reconcile(set(replicas: 0), [member("a")]).writes.first
    #expect(write?.operation == .delete(DeletionOptions(uid: "uid-a")))
  }

  @Test func theEndedAreReplacedAndThenRemoved() {
    var going = member("going")
    going.status.conditions = [Sample.condition("Ready", "False", reason: "PodTerminating")]
    let result = reconcile(set(replicas: 1), [member("ended", phase: "Failed"), going])
    #expect(
      result.headings.prefix(3) == [
        "create virtualmachineinstances", "delete virtualmachineinstances ended",
        "delete virtualmachineinstances going",
      ])
  }

  @Test func theEndedStayWhenReplacingThemFails() {
    let result = reconcile(
      set(replicas: 1), [member("ended", phase: "Failed")], refusing: ["create virtualmachineinstances": 500])
    #expect(deleted(result).isEmpty)
    #expect(result.events == ["Warning FailedCreate"])
  }

  @Test func instancesThatAreBeingDeletedCountNotAndAreLeftAlone() {
    var going = member("going")
    going.metadata.deletionTimestamp = Reconciled.now
    let result = reconcile(set(replicas: 1), [going])
    #expect(result.bodies("create virtualmachineinstances").count == 1)
    #expect(deleted(result).isEmpty)
  }

  @Test func theStatusTellsTheNumbersAndTheSelector() {
    let result = reconcile(set(replicas: 2), [member("a"), member("b", phase: "Scheduling", ready: false)])
    let status = result.body("update virtualmachineinstancereplicasets/status")["status"]
    #expect(status?["replicas"] == 2)
    #expect(status?["readyReplicas"] == 1)
    #expect(status?["labelSelector"]?.string == "app=web")
  }

  @Test func anUnchangedStatusIsNotWritten() {
    var set = set(replicas: 1)
    set.status.replicas = 1
    set.status.readyReplicas = 1
    set.status.labelSelector = "app=web"
    #expect(reconcile(set, [member("a")]).headings.isEmpty)
  }

  @Test func aRefusalBecomesAConditionAndIsTriedAgain() {
    let result = reconcile(set(), [], refusing: ["create virtualmachineinstances": 500])
    let condition = result.body("update virtualmachineinstancereplicasets/status").value(at: "status", "conditions")?[0]
    #expect(condition?["type"]?.string == "ReplicaFailure")
    #expect(condition?["reason"]?.string == "FailedCreate")
    #expect(condition?["status"]?.string == "True")
    guard case .backingOff = result.requeue else {
      Issue.record("not put back")
      return
    }
    let surplus = reconcile(set(replicas: 0), [member("a")], refusing: ["delete virtualmachineinstances": 500])
    let reason = surplus.body("update virtualmachineinstancereplicasets/status").value(at: "status", "conditions")?[0]
    #expect(reason?["reason"]?.string == "FailedDelete")
    #expect(surplus.events == ["Warning FailedDelete"])
  }

  @Test func aFailureIsForgottenOnceScalingWorks() {
    var set = set()
    set.status.note(ReplicaFailure(reason: "FailedCreate", message: "x"), at: Reconciled.now)
    let status = reconcile(set, [member("a")]).body("update virtualmachineinstancereplicasets/status")
    #expect(status.value(at: "status", "conditions") == nil)
  }

  @Test func anInstanceThatIsGoneAlreadyIsNoFailure() {
    let result = reconcile(set(replicas: 0), [member("a")], refusing: ["delete virtualmachineinstances": 404])
    #expect(result.events.isEmpty)
    #expect(result.requeue == .no)
  }

  @Test func pausingStopsScalingAndIsTold() {
    var set = set(replicas: 3)
    set.spec.paused = true
    let result = reconcile(set, [member("a"), member("ended", phase: "Failed")])
    #expect(result.headings == ["update virtualmachineinstancereplicasets/status web"])
    #expect(result.events == ["Normal SuccessfulPaused"])
    let condition = result.body("update virtualmachineinstancereplicasets/status").value(at: "status", "conditions")?[0]
    #expect(condition?["type"]?.string == "ReplicaPaused")
    #expect(condition?["reason"]?.string == "Paused")
  }

  @Test func resumingIsToldAndScales() {
    var set = set(replicas: 2)
    set.status.note(isPaused: true, at: Reconciled.now)
    let result = reconcile(set, [member("a")])
    #expect(result.events == ["Normal SuccessfulCreate", "Normal SuccessfulResumed"])
  }

  @Test func aStatusThatIsRefusedIsTriedAgainAndTellsNothing() {
    var set = set()
    set.spec.paused = true
    let result = reconcile(set, [], refusing: ["update virtualmachineinstancereplicasets/status": 409])
    #expect(result.events.isEmpty)
    guard case .backingOff = result.requeue else {
      Issue.record("not put back")
      return
    }
  }

  @Test func aStrayInstanceThatMatchesIsTakenIn() {
    var stray = member("stray")
    stray.metadata.ownerReferences = []
    let result = reconcile(set(), [stray])
    #expect(
      result.headings.prefix(2) == [
        "get virtualmachineinstancereplicasets web", "patch virtualmachineinstances stray",
      ])
    let metadata = result.body("patch virtualmachineinstances")["metadata"]
    #expect(metadata?["uid"]?.string == "uid-stray")
    #expect(metadata?["resourceVersion"]?.string == "1")
    #expect(metadata?["ownerReferences"]?[0]?["uid"]?.string == "set")
    #expect(result.bodies("create virtualmachineinstances").isEmpty)
  }

  @Test func nothingIsTakenInBySomeoneWhoIsGoing() {
    var stray = member("stray")
    stray.metadata.ownerReferences = []
    var fresh = set()
    fresh.metadata.deletionTimestamp = Reconciled.now
    // The cache does not know yet.
    let late = reconcile(set(), [stray], fresh: fresh)
    #expect(late.headings == ["get virtualmachineinstancereplicasets web"])
    // It knows.
    let known = reconcile(fresh, [stray])
    #expect(known.bodies("patch virtualmachineinstances").isEmpty)
    #expect(known.bodies("create virtualmachineinstances").isEmpty)
  }

  @Test func anInstanceThatMatchesNoMoreIsLetGo() {
    var gone = member("gone")
    gone.metadata.labels = ["app": "other"]
    var friend = OwnerReference()
    friend.uid = "friend"
    gone.metadata.ownerReferences.append(friend)
    let result = reconcile(set(), [gone])
    let owners = result.body("patch virtualmachineinstances").value(at: "metadata", "ownerReferences")?.array
    #expect(owners?.compactMap { $0["uid"]?.string } == ["friend"])
    #expect(result.bodies("create virtualmachineinstances").count == 1)
  }

  @Test func instancesOfOthersAreLeftAlone() {
    var foreign = member("foreign")
    foreign.metadata.ownerReferences[0].uid = "somebody"
    let result = reconcile(set(replicas: 0), [foreign])
    #expect(deleted(result).isEmpty)
    #expect(result.bodies("patch virtualmachineinstances").isEmpty)
  }

  @Test func nothingIsDoneWhileTheSetIsBeingDeletedButItsStatus() {
    var set = set(replicas: 3)
    set.metadata.deletionTimestamp = Reconciled.now
    #expect(reconcile(set, [member("a")]).headings == ["update virtualmachineinstancereplicasets/status web"])
  }

  @Test func aSetThatCannotWorkIsLeftAlone() {
    var mismatch = set()
    mismatch.spec.template?.metadata.labels = ["app": "other"]
    var unlabelled = set()
    unlabelled.spec.template?.metadata.labels = nil
    var unselected = set()
    unselected.spec.selector = nil
    var untemplated = set()
    untemplated.spec.template = nil
    var malformed = set()
    var near = LabelSelectorRequirement()
    near.key = "app"
    near.operator = "Near"
    malformed.spec.selector?.matchExpressions = [near]
    for set in [mismatch, unlabelled, unselected, untemplated, malformed] {
      let result = reconcile(set, [])
      #expect(result.headings.isEmpty)
      #expect(result.requeue == .no)
    }
  }

  @Test func theVersionIsNotedBeforeAnythingElse() {
    var set = set()
    set.metadata.annotations = nil
    let result = reconcile(set, [])
    #expect(result.headings == ["patch virtualmachineinstancereplicasets web"])
    let annotations = result.body("patch virtualmachineinstancereplicasets").value(at: "metadata", "annotations")
    #expect(annotations?["kubevirt.io/latest-observed-api-version"]?.string == "v1")
  }

  @Test func aLegacySetCreatesThroughItsVersionAndCountsRunningAsReady() {
    let unready = member("a", ready: false)
    let result = reconcile(set(replicas: 2, profile: .legacy), [unready])
    let write = result.writes.first
    #expect(write?.path.resource.version == "v1alpha2")
    let created = result.body("create virtualmachineinstances")
    #expect(created["apiVersion"]?.string == "kubevirt.io/v1alpha2")
    #expect(created.value(at: "metadata", "ownerReferences")?[0]?["apiVersion"]?.string == "kubevirt.io/v1alpha2")
    let status = result.body("update virtualmachineinstancereplicasets/status")["status"]
    #expect(status?["readyReplicas"] == 1)
    #expect(status?["labelSelector"] == nil)
  }

  @Test func aLegacySetWaitsForItsStatusToComeBack() {
    let result = reconcile(set(profile: .legacy), [], refusing: ["create virtualmachineinstances": 500])
    #expect(result.requeue == .no)
  }

  @Test func selectorsAreWrittenInOrder() {
    var selector = LabelSelector()
    selector.matchLabels = ["z": "1", "a": "2"]
    var among = LabelSelectorRequirement()
    among.key = "m"
    among.operator = "In"
    among.values = ["y", "x"]
    var absent = LabelSelectorRequirement()
    absent.key = "b"
    absent.operator = "DoesNotExist"
    selector.matchExpressions = [among, absent]
    #expect(selector.text == "a=2,!b,m in (x,y),z=1")
  }
}
