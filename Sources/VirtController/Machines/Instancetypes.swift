import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// An instance type or a preference that a machine names.
struct InstancetypeMatch {
  /// The two things that a machine can name, each for a namespace or for the cluster.
  enum Subject: Hashable {
    case instancetype
    case preference

    var resources: (namespaced: String, cluster: String) {
      switch self {
      case .instancetype: ("virtualmachineinstancetypes", "virtualmachineclusterinstancetypes")
      case .preference: ("virtualmachinepreferences", "virtualmachineclusterpreferences")
      }
    }

    /// The annotations of an instance that name it.
    var annotations: (namespaced: String, cluster: String) {
      switch self {
      case .instancetype: ("kubevirt.io/instancetype-name", "kubevirt.io/cluster-instancetype-name")
      case .preference: ("kubevirt.io/preference-name", "kubevirt.io/cluster-preference-name")
      }
    }
  }

  var subject: Subject
  var name: String
  /// As the machine gives it; empty means the cluster's.
  var kind: String
  /// The revision that the machine is fixed to; empty for none.
  var revisionName: String

  init?(_ matcher: V1.InstancetypeMatcher?) {
    guard let matcher, !matcher.name.isEmpty else { return nil }
    (subject, name, kind, revisionName) = (.instancetype, matcher.name, matcher.kind, matcher.revisionName)
  }

  init?(_ matcher: V1.PreferenceMatcher?) {
    guard let matcher, !matcher.name.isEmpty else { return nil }
    (subject, name, kind, revisionName) = (.preference, matcher.name, matcher.kind, matcher.revisionName)
  }

  var isNamespaced: Bool {
    let kind = kind.lowercased()
    let resource = subject.resources.namespaced
    return kind == resource || kind == resource.dropLast()
  }

  /// The annotation by which an instance tells what it was made from.
  var annotation: String { isNamespaced ? subject.annotations.namespaced : subject.annotations.cluster }

  func path(namespace: String) -> ResourcePath {
    let resource = isNamespaced ? subject.resources.namespaced : subject.resources.cluster
    return ResourcePath(
      GroupVersionResource(group: "instancetype.kubevirt.io", version: "v1beta1", resource: resource),
      namespace: isNamespaced ? namespace : nil, name: name)
  }
}

extension MachineRound {
  private var matches: [InstancetypeMatch] {
    [InstancetypeMatch(machine.spec.instancetype), InstancetypeMatch(machine.spec.preference)].compactMap { $0 }
  }

  private func reference(to subject: InstancetypeMatch.Subject) -> V1.InstancetypeStatusRef? {
    subject == .instancetype ? status.instancetypeRef : status.preferenceRef
  }

  /// Keeps a copy of the instance type and of the preference as they are now, so that the machine stays what it is when
  /// they change; the status says where the copies are. What does not exist yet is looked for again at the start.
  mutating func fixInstancetypes(_ journal: inout WriteJournal) throws(WriteInterruption) -> SyncFailure? {
    if machine.spec.instancetype == nil { status.instancetypeRef = nil }
    if machine.spec.preference == nil { status.preferenceRef = nil }
    for match in matches {
      var revision = match.revisionName
      if revision.isEmpty {
        if let present = reference(to: match.subject), present.name == match.name, present.kind == match.kind,
          present.controllerRevisionRef?.name.isEmpty == false
        {
          continue
        }
        switch try journal.perform(ObjectWrite(match.path(namespace: machine.metadata.namespace), .get)) {
        case .failure(let error) where error.isNotFound: continue
        case .failure(let error): return SyncFailure(.failedCreate, "\(match.name) can't be read", error)
        case .success(let object):
          let copy = InstancetypeRevision.make(of: object, for: machine)
          var path = revisionPath
          path.name = nil
          let creation = try journal.perform(ObjectWrite(path, .create(copy)))
          if case .failure(let error) = creation, !error.isAlreadyExists {
            return SyncFailure(.failedCreate, "no copy of \(match.name) can be kept", error)
          }
          revision = copy.value(at: "metadata", "name")?.string ?? ""
        }
      }
      note(match, revision)
    }
    return nil
  }

  private mutating func note(_ match: InstancetypeMatch, _ revision: String) {
    var reference = V1.InstancetypeStatusRef()
    reference.name = match.name
    reference.kind = match.kind
    reference.controllerRevisionRef = V1.ControllerRevisionRef()
    reference.controllerRevisionRef?.name = revision
    switch match.subject {
    case .instancetype: status.instancetypeRef = reference
    case .preference: status.preferenceRef = reference
    }
  }

  /// The instance type and the preference, from their copies.
  func findInstancetypes(
    _ journal: inout WriteJournal
  ) throws(WriteInterruption) -> Result<InstancetypeReferences, InstanceSetup.Fault> {
    var found = InstancetypeReferences()
    for match in matches {
      let revision = reference(to: match.subject)?.controllerRevisionRef?.name ?? ""
      guard !revision.isEmpty else { return .failure(.init(message: "\(match.name) does not exist")) }
      var path = revisionPath
      path.name = revision
      switch try journal.perform(ObjectWrite(path, .get)) {
      case .failure(let error): return .failure(.init(message: "the copy of \(match.name) can't be read: \(error)"))
      case .success(let object):
        let spec = object.value(at: "data", "spec") ?? [:]
        switch match.subject {
        case .instancetype: found.instancetype = try? .init(json: spec.jsonBytes(), options: .lenient)
        case .preference: found.preference = try? .init(json: spec.jsonBytes(), options: .lenient)
        }
      }
    }
    return .success(found)
  }

  /// By which names the instance was made, for its annotations.
  var instancetypeAnnotations: [String: String] {
    Dictionary(matches.map { ($0.annotation, $0.name) }, uniquingKeysWith: { $1 })
  }

  private var revisionPath: ResourcePath {
    ResourcePath(Resources.controllerRevisions, namespace: machine.metadata.namespace)
  }
}

/// The ControllerRevisions that keep copies of instance types and preferences.
enum InstancetypeRevision {
  private static let prefix = "instancetype.kubevirt.io/object-"

  static func make(of object: JSONValue, for machine: V1.VirtualMachine) -> JSONValue {
    let metadata = object["metadata"]
    let name = metadata?["name"]?.string ?? ""
    let uid = metadata?["uid"]?.string ?? ""
    let generation = metadata?["generation"]?.int64 ?? 0
    let version = object["apiVersion"]?.string?.split(separator: "/").last.map(String.init) ?? ""
    var data = object
    data["metadata"] = metadata.map { metadata in
      var kept = metadata
      kept["managedFields"] = nil
      return kept
    }
    return [
      "apiVersion": "apps/v1", "kind": "ControllerRevision",
      "metadata": [
        "name": .string("\(machine.metadata.name)-\(name)-\(uid)-\(generation)"),
        "namespace": .string(machine.metadata.namespace),
        "labels": [
          prefix + "generation": .string(String(generation)),
          prefix + "kind": object["kind"] ?? "", prefix + "name": .string(name), prefix + "uid": .string(uid),
          prefix + "version": .string(version),
        ],
        "ownerReferences": [OwnerReference(controller: machine).jsonTree],
      ],
      "data": data, "revision": 0,
    ]
  }
}
