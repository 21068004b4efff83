// Users of the API's types import one module for all versions.
@_exported import Kube
@_exported import VirtTypesV1
@_exported import VirtTypesV1alpha2
