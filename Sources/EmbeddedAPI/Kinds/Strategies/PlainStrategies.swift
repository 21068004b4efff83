import JSON
import Kube

/// core/v1 ServiceAccount.
struct ServiceAccountStrategy: ResourceStrategy {
  var returnsDeletedObject: Bool { true }
  var table: TableLayout? { SmallTables.serviceAccount }
}

/// apiextensions.k8s.io/v1 CustomResourceDefinition, as a view of what is built in.
struct CustomResourceDefinitionStrategy: ResourceStrategy {
  var tracksGeneration: Bool { true }
  var allowsUnconditionalUpdate: Bool { false }
  var table: TableLayout? { SmallTables.createdAt }
}

/// apiregistration.k8s.io/v1 APIService, as a view of what is built in.
struct APIServiceStrategy: ResourceStrategy {
  var allowsUnconditionalUpdate: Bool { false }
  var table: TableLayout? { SmallTables.apiService }
}
