import JSON
import Kube

/// Kinds with few columns as `kubectl get` shows them.
enum SmallTables {
  /// What Kubernetes shows of kinds for which it has no table of its own.
  static let createdAt = TableLayout([
    .name, TableColumn("Created At", type: "date", description: "When the object was created."),
  ]) { object, _ in [Cell.name(object), object.metadata["creationTimestamp"] ?? .null] }

  static let namespace = TableLayout([
    .name, TableColumn("Status", description: "Active, or Terminating while its objects are being deleted."), .age,
  ]) { [Cell.name($0), .string($0.text("status", "phase")), Cell.age($0, $1)] }

  static let configMap = TableLayout([
    .name, TableColumn("Data", description: "How many entries there are."), .age,
  ]) { object, now in
    let count = (object["data"]?.object?.count ?? 0) + (object["binaryData"]?.object?.count ?? 0)
    return [Cell.name(object), Cell.count(count), Cell.age(object, now)]
  }

  static let secret = TableLayout([
    .name, TableColumn("Type", description: "What the secret is for."),
    TableColumn("Data", description: "How many entries there are."), .age,
  ]) { [Cell.name($0), .string($0.text("type")), Cell.count($0["data"]?.object?.count ?? 0), Cell.age($0, $1)] }

  static let serviceAccount = TableLayout([
    .name, TableColumn("Secrets", description: "How many secrets belong to the account."), .age,
  ]) { [Cell.name($0), Cell.count($0.elements("secrets").count), Cell.age($0, $1)] }

  static let lease = TableLayout([
    .name, TableColumn("Holder", description: "Who has the lease."), .age,
  ]) { [Cell.name($0), .string($0.text("spec", "holderIdentity")), Cell.age($0, $1)] }

  static let controllerRevision = TableLayout([
    .name, TableColumn("Controller", description: "Which object the state is of."),
    TableColumn("Revision", description: "The number of the state."), .age,
  ]) { revision, now in
    let owner = revision.value(at: "metadata", "ownerReferences")?.array?.first { $0["controller"]?.bool == true }
    let controller = owner.map { owner in
      let group = owner["apiVersion"]?.string.flatMap { $0.split(separator: "/").dropLast().first } ?? ""
      let kind = (owner["kind"]?.string ?? "").lowercased()
      return (group.isEmpty ? kind : "\(kind).\(group)") + "/" + (owner["name"]?.string ?? "")
    }
    return [
      Cell.name(revision), .string(controller ?? "<none>"), Cell.count(Int(revision["revision"]?.int64 ?? 0)),
      Cell.age(revision, now),
    ]
  }

  static let disruptionBudget = TableLayout([
    .name,
    TableColumn("Min Available", description: "How many pods must stay."),
    TableColumn("Max Unavailable", description: "How many pods may be missing."),
    TableColumn("Allowed Disruptions", type: "integer", description: "How many pods may be evicted now."),
    .age,
  ]) { budget, now in
    let number = { (key: String) -> JSONValue in
      switch budget.spec[key] {
      case .string(let text): .string(text)
      case .number(let number): .string(number.text)
      default: "N/A"
      }
    }
    return [
      Cell.name(budget), number("minAvailable"), number("maxUnavailable"),
      budget.status["disruptionsAllowed"] ?? 0, Cell.age(budget, now),
    ]
  }

  static let apiService = TableLayout([
    .name,
    TableColumn("Service", description: "Who serves the group's version; Local is this server itself."),
    TableColumn("Available", description: "Whether it is being served."),
    .age,
  ]) { object, now in
    let service = object.spec["service"] ?? .null
    let condition = object.status.elements("conditions").first { $0.text("type") == "Available" } ?? [:]
    let state = condition.text("status").isEmpty ? "Unknown" : condition.text("status")
    let reason = condition.text("reason")
    return [
      Cell.name(object),
      .string(service.isNull ? "Local" : service.text("namespace") + "/" + service.text("name")),
      .string(state == "True" || reason.isEmpty ? state : "\(state) (\(reason))"), Cell.age(object, now),
    ]
  }

  static let roleBinding = TableLayout([
    .name,
    TableColumn("Role", description: "The role that is given."),
    .age,
    .wide("Users", "Users who get it."),
    .wide("Groups", "Groups that get it."),
    .wide("ServiceAccounts", "Service accounts that get it."),
  ]) { binding, now in
    let subjects = binding.elements("subjects")
    let names = { (kind: String) -> JSONValue in
      .string(
        subjects.filter { $0.text("kind") == kind }.map {
          kind == "ServiceAccount" ? $0.text("namespace") + "/" + $0.text("name") : $0.text("name")
        }.joined(separator: ", "))
    }
    let role = binding["roleRef"] ?? [:]
    return [
      Cell.name(binding), .string(role.text("kind") + "/" + role.text("name")), Cell.age(binding, now),
      names("User"), names("Group"), names("ServiceAccount"),
    ]
  }
}
