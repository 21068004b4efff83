import Glibc
import JSON

/// The tree of an image that holds one disk, for both contracts: v0.8.0's registry disk (`/entry-point.sh` copies what is
/// in `/disk`) and v1's container disk (a program from another volume serves what is in `/disk`).
enum DiskImage {
  /// Who the disk belongs to: QEMU's user in launchers.
  private static let owner: UInt32 = 107

  static let configuration: JSONValue = ["config": ["Entrypoint": ["/entry-point.sh"], "Env": []]]

  /// - Parameters:
  ///   - disk: the file's name in `/disk`; its ending says the format.
  ///   - programs: where our static program for these images is; else a static busybox does it.
  static func make(
    _ root: String, disk: String, from file: String, programs: ProgramFolder
  ) async throws(PodRunnerError) {
    for folder in ["", "/bin", "/disk", "/etc", "/usr", "/usr/bin"] { try HostFiles.makeFolder(root + folder) }
    try HostFiles.makeFolder(root + "/tmp", mode: 0o1777)
    try HostFiles.write("root:x:0:0:root:/:/bin/sh\nqemu:x:107:107:qemu:/:/bin/sh\n", to: root + "/etc/passwd")
    try HostFiles.write("root:x:0:\nqemu:x:107:\n", to: root + "/etc/group")
    let target = root + "/disk/" + disk
    let copied = try await ProgramRun.run(
      ["/bin/cp", "--reflink=auto", "--sparse=auto", "--", file, target], timeout: .seconds(3600))
    guard copied.code == 0 else { throw PodRunnerError(copied.message) }
    chmod(target, 0o440)
    chown(target, owner, owner)
    if let program = programs.program("container-disk") {
      try await install(program, root + "/usr/bin/container-disk")
      guard symlink("usr/bin/container-disk", root + "/entry-point.sh") == 0,
        symlink("../usr/bin/container-disk", root + "/bin/cat") == 0
      else { throw .system("make", root + "/entry-point.sh") }
    } else if let busybox = ProgramRun.find(["busybox"]) {
      try await install(busybox, root + "/bin/busybox")
      for name in ["sh", "cat", "cp", "mv", "chmod", "sleep", "touch", "rm", "ls"] {
        symlink("busybox", root + "/bin/" + name)
      }
      try HostFiles.write(entryPoint, to: root + "/entry-point.sh", mode: 0o755)
    } else {
      throw PodRunnerError("neither container-disk, beside this program, nor busybox (busybox-static) is there")
    }
  }

  private static func install(_ program: String, _ target: String) async throws(PodRunnerError) {
    let copied = try await ProgramRun.run(["/bin/cp", "--", program, target])
    guard copied.code == 0, chmod(target, 0o755) == 0 else { throw PodRunnerError(copied.message) }
  }

  /// Copies the disk to `COPY_PATH` with its ending, says so in `/tmp/healthy`, and ends when the copy is gone.
  private static let entryPoint = """
    #!/bin/sh
    set -eu
    for disk in /disk/*.qcow2 /disk/*.raw; do
      [ -f "$disk" ] || continue
      copy="$COPY_PATH.${disk##*.}"
      cp "$disk" "$copy.part"
      chmod 0660 "$copy.part"
      mv "$copy.part" "$copy"
      touch /tmp/healthy
      trap 'exit 0' TERM INT
      while [ -f "$copy" ]; do sleep 1; done
      exit 0
    done
    echo "there is no disk below /disk" >&2
    exit 1

    """
}
