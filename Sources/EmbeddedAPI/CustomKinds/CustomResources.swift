import JSON
import Kube
import VirtTypes

/// Our kinds as the API serves them: the ones that `deploy/crds` describes to a cluster.
public enum CustomResources {
  /// Every kind of kubevirt.io, instancetype.kubevirt.io and pool.kubevirt.io in all its versions.
  public static let definitions: [ResourceDefinition] = CustomKind.all.map(\.definition)
}

extension CustomKind {
  var definition: ResourceDefinition {
    ResourceDefinition(
      group: group, names: names, isNamespaced: isNamespaced,
      versions: versions.map { version in
        ResourceDefinition.Version(
          name: version.name, deprecationWarning: deprecationWarning(for: version), hasStatus: version.hasStatus,
          scale: version.hasScale ? .replicas : nil, columns: version.isOpen ? [] : columns)
      },
      isCustom: true, strategy: CustomKindStrategy())
  }

  /// The warning that kube-apiserver makes for a deprecated version that has none of its own: it names the newest
  /// version after it which is not deprecated.
  private func deprecationWarning(for version: Version) -> String? {
    guard version.isDeprecated else { return nil }
    let warning = "\(group)/\(version.name) \(names.kind) is deprecated"
    // `versions` has the newest first.
    guard let newer = versions.prefix(while: { $0.name != version.name }).first(where: { !$0.isDeprecated }) else {
      return warning
    }
    return warning + "; use \(group)/\(newer.name) \(names.kind)"
  }
}

extension ScalePaths {
  static let replicas = ScalePaths(
    specReplicas: ".spec.replicas", statusReplicas: ".status.replicas", labelSelector: ".status.labelSelector")
}

/// What our kinds have beyond any other described by a CRD: conversion between their versions.
struct CustomKindStrategy: ResourceStrategy {
  func convert(_ object: JSONValue, to apiVersion: String) throws(Status) -> JSONValue {
    do {
      return try Conversion.convert(object, to: apiVersion)
    } catch {
      // The words of kube-apiserver for a conversion webhook's failure.
      let from = object["apiVersion"]?.string ?? ""
      throw .failure(
        .internalError, code: 500,
        message: "conversion webhook for \(from), Kind=\(object["kind"]?.string ?? "") failed: \(error)")
    }
  }
}
