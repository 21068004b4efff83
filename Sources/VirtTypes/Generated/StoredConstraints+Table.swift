// Made from openapi/ by `make generate`; what is changed here is lost with the next one.

extension StoredConstraints {
  static let kinds: [String: String] = [
    "VirtualMachine": "V1.VirtualMachine",
    "VirtualMachineInstance": "V1.VirtualMachineInstance",
    "VirtualMachineInstancePreset": "V1.VirtualMachineInstancePreset",
    "VirtualMachineInstanceReplicaSet": "V1.VirtualMachineInstanceReplicaSet",
  ]

  static let types: [String: StoredConstraints] = [
    "Affinity": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "nodeAffinity": "NodeAffinity",
        "podAffinity": "PodAffinity",
        "podAntiAffinity": "PodAntiAffinity",
      ]),
    "CDI.DataVolumeCheckpoint": StoredConstraints(
      required: ["current", "previous"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "gcs": "CDI.DataVolumeSourceGCS",
        "http": "CDI.DataVolumeSourceHTTP",
        "imageio": "CDI.DataVolumeSourceImageIO",
        "pvc": "CDI.DataVolumeSourcePVC",
        "s3": "CDI.DataVolumeSourceS3",
        "snapshot": "CDI.DataVolumeSourceSnapshot",
      ]),
    "CDI.DataVolumeSourceGCS": StoredConstraints(
      required: ["url"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourceHTTP": StoredConstraints(
      required: ["url"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourceImageIO": StoredConstraints(
      required: ["diskId", "url"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourcePVC": StoredConstraints(
      required: ["name", "namespace"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourceRef": StoredConstraints(
      required: ["kind", "name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourceS3": StoredConstraints(
      required: ["url"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSourceSnapshot": StoredConstraints(
      required: ["name", "namespace"],
      nullable: [],
      listed: [:],
      members: [:]),
    "CDI.DataVolumeSpec": StoredConstraints(
      required: [],
      nullable: [],
      listed: ["contentType": ["kubevirt", "archive"]],
      members: [
        "checkpoints": "CDI.DataVolumeCheckpoint",
        "pvc": "PersistentVolumeClaimSpec",
        "source": "CDI.DataVolumeSource",
        "sourceRef": "CDI.DataVolumeSourceRef",
        "storage": "CDI.StorageSpec",
      ]),
    "CDI.StorageSpec": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "dataSource": "TypedLocalObjectReference",
        "dataSourceRef": "TypedObjectReference",
        "selector": "LabelSelector",
      ]),
    "DownwardAPIVolumeFile": StoredConstraints(
      required: ["path"],
      nullable: [],
      listed: [:],
      members: [
        "fieldRef": "ObjectFieldSelector",
        "resourceFieldRef": "ResourceFieldSelector",
      ]),
    "HTTPGetAction": StoredConstraints(
      required: ["port"],
      nullable: [],
      listed: [:],
      members: [
        "httpHeaders": "HTTPHeader",
      ]),
    "HTTPHeader": StoredConstraints(
      required: ["name", "value"],
      nullable: [],
      listed: [:],
      members: [:]),
    "LabelSelector": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "matchExpressions": "LabelSelectorRequirement",
      ]),
    "LabelSelectorRequirement": StoredConstraints(
      required: ["key", "operator"],
      nullable: [],
      listed: [:],
      members: [:]),
    "NodeAffinity": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "preferredDuringSchedulingIgnoredDuringExecution": "PreferredSchedulingTerm",
        "requiredDuringSchedulingIgnoredDuringExecution": "NodeSelector",
      ]),
    "NodeSelector": StoredConstraints(
      required: ["nodeSelectorTerms"],
      nullable: [],
      listed: [:],
      members: [
        "nodeSelectorTerms": "NodeSelectorTerm",
      ]),
    "NodeSelectorRequirement": StoredConstraints(
      required: ["key", "operator"],
      nullable: [],
      listed: [:],
      members: [:]),
    "NodeSelectorTerm": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "matchExpressions": "NodeSelectorRequirement",
        "matchFields": "NodeSelectorRequirement",
      ]),
    "ObjectFieldSelector": StoredConstraints(
      required: ["fieldPath"],
      nullable: [],
      listed: [:],
      members: [:]),
    "PersistentVolumeClaimSpec": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "dataSource": "TypedLocalObjectReference",
        "dataSourceRef": "TypedObjectReference",
        "selector": "LabelSelector",
      ]),
    "PersistentVolumeClaimVolumeSource": StoredConstraints(
      required: ["claimName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "PodAffinity": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "preferredDuringSchedulingIgnoredDuringExecution": "WeightedPodAffinityTerm",
        "requiredDuringSchedulingIgnoredDuringExecution": "PodAffinityTerm",
      ]),
    "PodAffinityTerm": StoredConstraints(
      required: ["topologyKey"],
      nullable: [],
      listed: [:],
      members: [
        "labelSelector": "LabelSelector",
        "namespaceSelector": "LabelSelector",
      ]),
    "PodAntiAffinity": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "preferredDuringSchedulingIgnoredDuringExecution": "WeightedPodAffinityTerm",
        "requiredDuringSchedulingIgnoredDuringExecution": "PodAffinityTerm",
      ]),
    "PodResourceClaim": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "PreferredSchedulingTerm": StoredConstraints(
      required: ["preference", "weight"],
      nullable: [],
      listed: [:],
      members: [
        "preference": "NodeSelectorTerm",
      ]),
    "ResourceFieldSelector": StoredConstraints(
      required: ["resource"],
      nullable: [],
      listed: [:],
      members: [:]),
    "TCPSocketAction": StoredConstraints(
      required: ["port"],
      nullable: [],
      listed: [:],
      members: [:]),
    "TopologySpreadConstraint": StoredConstraints(
      required: ["maxSkew", "topologyKey", "whenUnsatisfiable"],
      nullable: [],
      listed: [:],
      members: [
        "labelSelector": "LabelSelector",
      ]),
    "TypedLocalObjectReference": StoredConstraints(
      required: ["kind", "name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "TypedObjectReference": StoredConstraints(
      required: ["kind", "name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.AccessCredential": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "sshPublicKey": "V1.SSHPublicKeyAccessCredential",
        "userPassword": "V1.UserPasswordAccessCredential",
      ]),
    "V1.AccessCredentialSecretSource": StoredConstraints(
      required: ["secretName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.AddVolumeOptions": StoredConstraints(
      required: ["disk", "name", "volumeSource"],
      nullable: [],
      listed: [:],
      members: [
        "disk": "V1.Disk",
        "volumeSource": "V1.HotplugVolumeSource",
      ]),
    "V1.BackupVolumeInfo": StoredConstraints(
      required: ["diskTarget", "volumeName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.CPU": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "features": "V1.CPUFeature",
      ]),
    "V1.CPUFeature": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.ChangedBlockTrackingStatus": StoredConstraints(
      required: ["state"],
      nullable: ["backupStatus"],
      listed: [:],
      members: [
        "backupStatus": "V1.VirtualMachineInstanceBackupStatus",
      ]),
    "V1.ContainerDiskSource": StoredConstraints(
      required: ["image"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.ContainerPathVolumeSource": StoredConstraints(
      required: ["path"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.DHCPOptions": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "privateOptions": "V1.DHCPPrivateOptions",
      ]),
    "V1.DHCPPrivateOptions": StoredConstraints(
      required: ["option", "value"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.DataVolumeSource": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.DataVolumeTemplateSpec": StoredConstraints(
      required: ["spec"],
      nullable: ["metadata", "status"],
      listed: [:],
      members: [
        "spec": "CDI.DataVolumeSpec",
      ]),
    "V1.Devices": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "disks": "V1.Disk",
        "filesystems": "V1.Filesystem",
        "gpus": "V1.GPU",
        "hostDevices": "V1.HostDevice",
        "inputs": "V1.Input",
        "interfaces": "V1.Interface",
        "sound": "V1.SoundDevice",
        "watchdog": "V1.Watchdog",
      ]),
    "V1.Disk": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.DomainMemoryDumpInfo": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.DomainSpec": StoredConstraints(
      required: ["devices"],
      nullable: [],
      listed: ["rebootPolicy": ["Reboot", "Terminate"]],
      members: [
        "cpu": "V1.CPU",
        "devices": "V1.Devices",
        "firmware": "V1.Firmware",
        "memory": "V1.Memory",
      ]),
    "V1.DownwardAPIVolumeSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "fields": "DownwardAPIVolumeFile",
      ]),
    "V1.EmptyDiskSource": StoredConstraints(
      required: ["capacity"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.EphemeralVolumeSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "persistentVolumeClaim": "PersistentVolumeClaimVolumeSource",
      ]),
    "V1.Filesystem": StoredConstraints(
      required: ["name", "virtiofs"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Firmware": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "kernelBoot": "V1.KernelBoot",
      ]),
    "V1.GPU": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.HostDevice": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.HostDisk": StoredConstraints(
      required: ["path", "type"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.HotplugVolumeSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "dataVolume": "V1.DataVolumeSource",
        "persistentVolumeClaim": "V1.PersistentVolumeClaimVolumeSource",
      ]),
    "V1.Input": StoredConstraints(
      required: ["name", "type"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Interface": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [
        "binding": "V1.PluginBinding",
        "dhcpOptions": "V1.DHCPOptions",
        "ports": "V1.Port",
      ]),
    "V1.KernelBoot": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "container": "V1.KernelBootContainer",
      ]),
    "V1.KernelBootContainer": StoredConstraints(
      required: ["image"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Memory": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "reservedOverhead": "V1.ReservedOverhead",
      ]),
    "V1.MemoryDumpVolumeSource": StoredConstraints(
      required: ["claimName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.MultusNetwork": StoredConstraints(
      required: ["networkName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Network": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [
        "multus": "V1.MultusNetwork",
      ]),
    "V1.PersistentVolumeClaimVolumeSource": StoredConstraints(
      required: ["claimName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.PluginBinding": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Port": StoredConstraints(
      required: ["port"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.Probe": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "httpGet": "HTTPGetAction",
        "tcpSocket": "TCPSocketAction",
      ]),
    "V1.QemuGuestAgentSSHPublicKeyAccessCredentialPropagation": StoredConstraints(
      required: ["users"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.RemoveVolumeOptions": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.ReservedOverhead": StoredConstraints(
      required: [],
      nullable: [],
      listed: ["memLock": ["NotRequired", "Required"]],
      members: [:]),
    "V1.SSHPublicKeyAccessCredential": StoredConstraints(
      required: ["propagationMethod", "source"],
      nullable: [],
      listed: [:],
      members: [
        "propagationMethod": "V1.SSHPublicKeyAccessCredentialPropagationMethod",
        "source": "V1.SSHPublicKeyAccessCredentialSource",
      ]),
    "V1.SSHPublicKeyAccessCredentialPropagationMethod": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "qemuGuestAgent": "V1.QemuGuestAgentSSHPublicKeyAccessCredentialPropagation",
      ]),
    "V1.SSHPublicKeyAccessCredentialSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "secret": "V1.AccessCredentialSecretSource",
      ]),
    "V1.SoundDevice": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.StorageMigratedVolumeInfo": StoredConstraints(
      required: ["volumeName"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.UserPasswordAccessCredential": StoredConstraints(
      required: ["propagationMethod", "source"],
      nullable: [],
      listed: [:],
      members: [
        "source": "V1.UserPasswordAccessCredentialSource",
      ]),
    "V1.UserPasswordAccessCredentialSource": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "secret": "V1.AccessCredentialSecretSource",
      ]),
    "V1.UtilityVolume": StoredConstraints(
      required: ["claimName", "name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VirtualMachine": StoredConstraints(
      required: ["spec"],
      nullable: [],
      listed: [:],
      members: [
        "spec": "V1.VirtualMachineSpec",
        "status": "V1.VirtualMachineStatus",
      ]),
    "V1.VirtualMachineCondition": StoredConstraints(
      required: ["status", "type"],
      nullable: ["lastProbeTime", "lastTransitionTime"],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineInstance": StoredConstraints(
      required: ["spec"],
      nullable: [],
      listed: [:],
      members: [
        "spec": "V1.VirtualMachineInstanceSpec",
        "status": "V1.VirtualMachineInstanceStatus",
      ]),
    "V1.VirtualMachineInstanceBackupStatus": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "volumes": "V1.BackupVolumeInfo",
      ]),
    "V1.VirtualMachineInstanceCondition": StoredConstraints(
      required: ["status", "type"],
      nullable: ["lastProbeTime", "lastTransitionTime"],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineInstanceMigrationState": StoredConstraints(
      required: [],
      nullable: ["endTimestamp", "startTimestamp"],
      listed: [:],
      members: [
        "targetState": "V1.VirtualMachineInstanceMigrationTargetState",
      ]),
    "V1.VirtualMachineInstanceMigrationTargetState": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineInstancePhaseTransitionTimestamp": StoredConstraints(
      required: [],
      nullable: ["phaseTransitionTimestamp"],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineInstancePreset": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "spec": "V1.VirtualMachineInstancePresetSpec",
      ]),
    "V1.VirtualMachineInstancePresetSpec": StoredConstraints(
      required: ["selector"],
      nullable: [],
      listed: [:],
      members: [
        "domain": "V1.DomainSpec",
        "selector": "LabelSelector",
      ]),
    "V1.VirtualMachineInstanceReplicaSet": StoredConstraints(
      required: ["spec"],
      nullable: ["status"],
      listed: [:],
      members: [
        "spec": "V1.VirtualMachineInstanceReplicaSetSpec",
        "status": "V1.VirtualMachineInstanceReplicaSetStatus",
      ]),
    "V1.VirtualMachineInstanceReplicaSetCondition": StoredConstraints(
      required: ["status", "type"],
      nullable: ["lastProbeTime", "lastTransitionTime"],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineInstanceReplicaSetSpec": StoredConstraints(
      required: ["selector", "template"],
      nullable: [],
      listed: [:],
      members: [
        "selector": "LabelSelector",
        "template": "V1.VirtualMachineInstanceTemplateSpec",
      ]),
    "V1.VirtualMachineInstanceReplicaSetStatus": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "conditions": "V1.VirtualMachineInstanceReplicaSetCondition",
      ]),
    "V1.VirtualMachineInstanceSpec": StoredConstraints(
      required: ["domain"],
      nullable: [],
      listed: [:],
      members: [
        "accessCredentials": "V1.AccessCredential",
        "affinity": "Affinity",
        "domain": "V1.DomainSpec",
        "livenessProbe": "V1.Probe",
        "networks": "V1.Network",
        "readinessProbe": "V1.Probe",
        "resourceClaims": "PodResourceClaim",
        "topologySpreadConstraints": "TopologySpreadConstraint",
        "utilityVolumes": "V1.UtilityVolume",
        "volumes": "V1.Volume",
      ]),
    "V1.VirtualMachineInstanceStatus": StoredConstraints(
      required: [],
      nullable: ["changedBlockTracking"],
      listed: [:],
      members: [
        "changedBlockTracking": "V1.ChangedBlockTrackingStatus",
        "conditions": "V1.VirtualMachineInstanceCondition",
        "migratedVolumes": "V1.StorageMigratedVolumeInfo",
        "migrationState": "V1.VirtualMachineInstanceMigrationState",
        "phaseTransitionTimestamps": "V1.VirtualMachineInstancePhaseTransitionTimestamp",
        "volumeStatus": "V1.VolumeStatus",
      ]),
    "V1.VirtualMachineInstanceTemplateSpec": StoredConstraints(
      required: [],
      nullable: ["metadata"],
      listed: [:],
      members: [
        "spec": "V1.VirtualMachineInstanceSpec",
      ]),
    "V1.VirtualMachineMemoryDumpRequest": StoredConstraints(
      required: ["claimName", "phase"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineSpec": StoredConstraints(
      required: ["template"],
      nullable: ["dataVolumeTemplates[]"],
      listed: [:],
      members: [
        "dataVolumeTemplates": "V1.DataVolumeTemplateSpec",
        "template": "V1.VirtualMachineInstanceTemplateSpec",
      ]),
    "V1.VirtualMachineStartFailure": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineStateChangeRequest": StoredConstraints(
      required: ["action"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VirtualMachineStatus": StoredConstraints(
      required: [],
      nullable: ["changedBlockTracking", "instancetypeRef", "memoryDumpRequest", "preferenceRef", "startFailure"],
      listed: [:],
      members: [
        "changedBlockTracking": "V1.ChangedBlockTrackingStatus",
        "conditions": "V1.VirtualMachineCondition",
        "memoryDumpRequest": "V1.VirtualMachineMemoryDumpRequest",
        "startFailure": "V1.VirtualMachineStartFailure",
        "stateChangeRequests": "V1.VirtualMachineStateChangeRequest",
        "volumeRequests": "V1.VirtualMachineVolumeRequest",
        "volumeSnapshotStatuses": "V1.VolumeSnapshotStatus",
        "volumeUpdateState": "V1.VolumeUpdateState",
      ]),
    "V1.VirtualMachineVolumeRequest": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "addVolumeOptions": "V1.AddVolumeOptions",
        "removeVolumeOptions": "V1.RemoveVolumeOptions",
      ]),
    "V1.Volume": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [
        "containerDisk": "V1.ContainerDiskSource",
        "containerPath": "V1.ContainerPathVolumeSource",
        "dataVolume": "V1.DataVolumeSource",
        "downwardAPI": "V1.DownwardAPIVolumeSource",
        "emptyDisk": "V1.EmptyDiskSource",
        "ephemeral": "V1.EphemeralVolumeSource",
        "hostDisk": "V1.HostDisk",
        "memoryDump": "V1.MemoryDumpVolumeSource",
        "persistentVolumeClaim": "V1.PersistentVolumeClaimVolumeSource",
      ]),
    "V1.VolumeMigrationState": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "migratedVolumes": "V1.StorageMigratedVolumeInfo",
      ]),
    "V1.VolumeSnapshotStatus": StoredConstraints(
      required: ["enabled", "name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "V1.VolumeStatus": StoredConstraints(
      required: ["name", "target"],
      nullable: [],
      listed: [:],
      members: [
        "memoryDumpVolume": "V1.DomainMemoryDumpInfo",
      ]),
    "V1.VolumeUpdateState": StoredConstraints(
      required: [],
      nullable: [],
      listed: [:],
      members: [
        "volumeMigrationState": "V1.VolumeMigrationState",
      ]),
    "V1.Watchdog": StoredConstraints(
      required: ["name"],
      nullable: [],
      listed: [:],
      members: [:]),
    "WeightedPodAffinityTerm": StoredConstraints(
      required: ["podAffinityTerm", "weight"],
      nullable: [],
      listed: [:],
      members: [
        "podAffinityTerm": "PodAffinityTerm",
      ]),
  ]
}
