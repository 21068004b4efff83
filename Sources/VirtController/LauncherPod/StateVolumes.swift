import Kube
import KubeTypes
import VirtTypes

/// What a machine keeps from one run to the next beside its disks: TPM, EFI variables, bitmaps of changed blocks.
extension LauncherPodPlan {
  /// Label of the claim that holds a machine's state; its value is the machine's name.
  static let stateClaimLabel = "persistent-state-for"

  private var keepsTPM: Bool { hasTPM && devices.tpm?.persistent == true }
  private var keepsFirmware: Bool { domain.firmware?.bootloader?.efi?.persistent == true }
  private var keepsBitmaps: Bool {
    ["Initializing", "Enabled"].contains(instance.status.changedBlockTracking?.state ?? "")
  }

  /// Folders of the claim and where the launcher has them.
  private var stateFolders: [(subPath: String, path: String)] {
    let libvirt = runsAsRoot ? "/var/lib/libvirt" : "\(LauncherPaths.privateDirectory)/libvirt"
    let local = runsAsRoot ? "/var/lib" : "\(LauncherPaths.privateDirectory)/var/lib"
    var folders: [(String, String)] = []
    if keepsTPM {
      folders.append(("swtpm", runsAsRoot ? "\(libvirt)/swtpm" : "\(libvirt)/qemu/swtpm"))
      folders.append(("swtpm-localca", "\(local)/swtpm-localca"))
    }
    if keepsFirmware { folders.append(("nvram", "\(libvirt)/qemu/nvram")) }
    if keepsBitmaps { folders.append(("cbt", "\(libvirt)/qemu/cbt")) }
    return folders
  }

  func addStateVolumes(to volumes: inout LauncherVolumes) throws(LauncherPodError) {
    let folders = stateFolders
    guard !folders.isEmpty else { return }
    let name = LauncherVolumeNames.state
    volumes.add(
      .claim(name, claim: try stateClaim()),
      .init(name, at: LauncherPaths.stateMetadata, subPath: "meta"))
    if !runsAsRoot {
      // Else Kubernetes would make the folders above the mounts, owned by root.
      let libvirt = "\(LauncherPaths.privateDirectory)/libvirt"
      volumes.add(.emptyDirectory("private-libvirt"), .init("private-libvirt", at: libvirt))
      volumes.add(.emptyDirectory("private-libvirt-qemu"), .init("private-libvirt-qemu", at: "\(libvirt)/qemu"))
    }
    volumes.mounts += folders.map { .init(name, at: $0.path, subPath: $0.subPath) }
  }

  /// The claim with the state: of a migration's target its own, else the instance's by label or by name.
  private func stateClaim() throws(LauncherPodError) -> String {
    let machine = instance.metadata.name
    let name = migration.map(stateClaim(ofTargetOf:)) ?? stateClaim(ofMachine: machine)
    guard let name else { throw .stateClaimMissing(instance: machine) }
    return name
  }

  /// Of several the one with the name that the controller gives, then the first by name.
  private func stateClaim(ofMachine machine: String) -> String? {
    let usual = "\(Self.stateClaimLabel)-\(machine)"
    let present = lookups.claims.values.filter { $0.metadata.deletionTimestamp == nil }
    let names = present.filter { $0.metadata.labels?[Self.stateClaimLabel] == machine }.map(\.metadata.name).sorted()
    if names.contains(usual) { return usual }
    return names.first ?? present.map(\.metadata.name).first { $0 == usual }
  }

  /// Where the storage can't be shared, the state moves to a claim of the migration's.
  private func stateClaim(ofTargetOf migration: V1.VirtualMachineInstanceMigration) -> String? {
    let recorded = migration.status.migrationState?.targetPersistentStatePVCName ?? ""
    if !recorded.isEmpty { return lookups.claims[recorded].map { _ in recorded } }
    return lookups.claims.values
      .filter { $0.metadata.labels?["kubevirt.io/migrationName"] == migration.metadata.name }
      .map(\.metadata.name).min()
  }
}
