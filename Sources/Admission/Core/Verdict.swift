import JSON

/// What an admission function says of one request.
public enum Verdict: Sendable {
  /// The object may be stored, after the patch where there is one.
  case allowed(patch: JSONPatch? = nil, warnings: [String] = [])
  /// Rules are broken: code 422; the profile decides how many causes are told.
  case refused([Cause], warnings: [String] = [])
  /// No rule speaks but the request can't be served: a wrong resource, an object that does not decode, code 400 as a rule.
  case failed(code: Int32, message: String)
  /// The function lacks objects of the cluster: fetch them, add them to the environment, and ask again.
  case needs([ObjectReference])
}

/// An object, or a list of objects, that a rule looks up by name.
public enum ObjectReference: Hashable, Sendable {
  /// One object; the namespace is empty for cluster-scoped kinds.
  case object(kind: ObjectKind, namespace: String, name: String)
  /// All objects of a namespace that have a label; an empty label takes all.
  case list(kind: ObjectKind, namespace: String, label: String, value: String)
  /// One object after a patch of it, which is to be carried out: the only thing that admission ever has done.
  case patched(kind: ObjectKind, namespace: String, name: String, patch: JSONPatch)
}

/// The kinds that rules look up, each with the group, version and resource under which it is read.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable {
  case virtualMachine = "kubevirt.io/v1/virtualmachines"
  case virtualMachineInstance = "kubevirt.io/v1/virtualmachineinstances"
  case migration = "kubevirt.io/v1/virtualmachineinstancemigrations"
  case instancetype = "instancetype.kubevirt.io/v1beta1/virtualmachineinstancetypes"
  case clusterInstancetype = "instancetype.kubevirt.io/v1beta1/virtualmachineclusterinstancetypes"
  case preference = "instancetype.kubevirt.io/v1beta1/virtualmachinepreferences"
  case clusterPreference = "instancetype.kubevirt.io/v1beta1/virtualmachineclusterpreferences"
  case dataSource = "cdi.kubevirt.io/v1beta1/datasources"
  case dataVolume = "cdi.kubevirt.io/v1beta1/datavolumes"
  case persistentVolumeClaim = "v1/persistentvolumeclaims"
  case controllerRevision = "apps/v1/controllerrevisions"
  case pod = "v1/pods"
  case namespace = "v1/namespaces"
}

/// Objects that were looked up; one that was looked up and does not exist is known too.
public struct FoundObjects: Sendable {
  private var objects: [ObjectReference: [JSONValue]] = [:]

  public init() {}

  /// Nil when the reference was not looked up; `.some(nil)` when there is no such object.
  public func object(_ kind: ObjectKind, namespace: String, name: String) -> JSONValue?? {
    objects[.object(kind: kind, namespace: namespace, name: name)].map { $0.first }
  }

  /// Nil when the list was not looked up.
  public func list(_ kind: ObjectKind, namespace: String, label: String = "", value: String = "") -> [JSONValue]? {
    objects[.list(kind: kind, namespace: namespace, label: label, value: value)]
  }

  /// Nil when it was not asked to patch the object; false when there is no such object.
  public func isPatched(_ reference: ObjectReference) -> Bool? { objects[reference].map { !$0.isEmpty } }

  /// Adds the answer to a reference: no element where nothing was found.
  public mutating func insert(_ reference: ObjectReference, _ found: [JSONValue]) { objects[reference] = found }

  /// Adds what another round of look-ups found.
  public mutating func merge(_ other: FoundObjects) { objects.merge(other.objects) { _, new in new } }
}
