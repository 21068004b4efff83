import Glibc
import Kube

/// The image of launcher pods on one machine: the machine's own `/usr` with our programs laid over it, read-only, and
/// small private folders besides. No image has to be built.
struct LauncherImage: Sendable {
  /// The names that stand for it.
  let names: Set<String>
  private let root: String
  private let layer: String

  /// Lays it out anew.
  ///
  /// - Parameters:
  ///   - names: as launcher pods have them.
  ///   - folder: of the node.
  ///   - programs: where our executables are.
  ///   - files: folders with `usr/share/kubevirt` and so on; the first that is there counts.
  init(
    names: [String], folder: NodeFolder, programs: ProgramFolder, files: [String]
  ) async throws(PodRunnerError) {
    self.names = Set(names.compactMap { ImageName($0)?.description })
    root = folder.images + "/launcher/rootfs"
    layer = folder.programs + "/usr"
    try Self.makeRoot(root)
    try await Self.makeLayer(layer, programs, files)
  }

  private static func makeRoot(_ root: String) throws(PodRunnerError) {
    for name in [
      "", "/dev", "/etc", "/home", "/init", "/opt", "/proc", "/run", "/sys", "/usr", "/var", "/var/cache", "/var/lib",
      "/var/log",
    ] {
      try HostFiles.makeFolder(root + name)
    }
    try HostFiles.makeFolder(root + "/root", mode: 0o700)
    for name in ["/tmp", "/var/tmp"] { try HostFiles.makeFolder(root + name, mode: 0o1777) }
    for name in ["bin", "lib", "lib64", "sbin"] {
      unlink(root + "/" + name)
      guard symlink("usr/" + name, root + "/" + name) == 0 else { throw .system("make", root + "/" + name) }
    }
    unlink(root + "/var/run")
    symlink("/run", root + "/var/run")
    symlink("/run/lock", root + "/var/lock")
    for (name, text) in files { try HostFiles.write(text, to: root + "/etc/" + name) }
    for name in ["ld.so.cache", "ld.so.conf", "protocols", "services", "mime.types"] {
      if let bytes = HostFiles.read("/etc/" + name) { try HostFiles.write(bytes, to: root + "/etc/" + name) }
    }
    for name in ["alternatives", "ssl", "libvirt", "qemu"] { try HostFiles.makeFolder(root + "/etc/" + name) }
  }

  /// Debian's libvirt wants its own user and groups to exist, whatever its configuration says.
  private static let files = [
    "passwd": """
    root:x:0:0:root:/root:/bin/bash
    nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
    qemu:x:107:107:qemu user:/:/usr/sbin/nologin
    libvirt-qemu:x:64055:107:Libvirt QEMU:/var/lib/libvirt:/usr/sbin/nologin

    """,
    "group": """
    root:x:0:
    tty:x:5:
    disk:x:6:
    kvm:x:36:qemu,libvirt-qemu
    qemu:x:107:libvirt-qemu
    libvirt:x:121:
    libvirt-qemu:x:64055:qemu
    nogroup:x:65534:

    """,
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\nprotocols: files\nservices: files\n",
    "hosts": "127.0.0.1 localhost\n",
  ]

  /// Programs are copied: one that is built anew beside a running instance changes no container.
  private static func makeLayer(
    _ layer: String, _ programs: ProgramFolder, _ files: [String]
  ) async throws(PodRunnerError) {
    let draft = layer + ".new"
    try HostFiles.removeTree(draft)
    try HostFiles.makeFolder(draft + "/bin")
    if let folder = files.first(where: { HostFiles.exists($0 + "/usr") }) {
      try await copy(folder + "/usr/.", draft + "/")
    }
    for name in ["virt-launcher", "virt-launcher-monitor", "container-disk", "virt-probe", "virt-freezer", "virt-tail"]
    {
      guard let program = programs.program(name) else { continue }
      try await copy(program, draft + "/bin/" + name)
    }
    // Running containers keep the old one: it is a layer of theirs, by its own name.
    let old = layer + ".old-\(UUID.random())"
    if HostFiles.exists(layer), rename(layer, old) != 0 { throw .system("move", layer) }
    guard rename(draft, layer) == 0 else { throw .system("move", draft) }
    try? HostFiles.removeTree(old)
  }

  private static func copy(_ from: String, _ to: String) async throws(PodRunnerError) {
    let copied = try await ProgramRun.run([
      "/bin/cp", "-a", "--no-preserve=ownership", "--reflink=auto", "--", from, to,
    ])
    guard copied.code == 0 else { throw PodRunnerError(copied.message) }
  }

  /// The image, when the name is one of its own.
  func image(_ name: ImageName) -> ContainerImage? {
    guard names.contains(name.description) else { return nil }
    var configuration = ImageConfiguration()
    configuration.entrypoint = ["/usr/bin/virt-launcher"]
    configuration.environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    let lower = HostFiles.overlayPath(layer) + ":/usr"
    return ContainerImage(
      id: "sha256:launcher", root: root, configuration: configuration,
      mounts: [
        RuntimeMount(source: "overlay", destination: "/usr", type: "overlay", options: ["lowerdir=" + lower, "ro"]),
        RuntimeMount(source: "/etc/alternatives", destination: "/etc/alternatives", options: ["rbind", "ro"]),
        RuntimeMount(source: "/etc/ssl", destination: "/etc/ssl", options: ["rbind", "ro"]),
      ] + Self.toolchain)
  }

  /// Programs that were built for debugging use the toolchain's libraries, as this one does then.
  private static var toolchain: [RuntimeMount] {
    let libraries = (HostFiles.text("/proc/self/maps") ?? "").split(separator: "\n").compactMap { line -> String? in
      guard line.hasSuffix("/libswiftCore.so"), let start = line.firstIndex(of: "/") else { return nil }
      return String(line[start...].dropLast("/libswiftCore.so".count))
    }
    guard let folder = libraries.first, !folder.hasPrefix("/usr/") else { return [] }
    return [RuntimeMount(source: folder, destination: folder, options: ["rbind", "ro"])]
  }
}
