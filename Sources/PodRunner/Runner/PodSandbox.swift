import CLinux
import Glibc
import KubeTypes
import Processes

/// What a pod's containers share: namespaces, memory, and the files that say who they are.
enum PodSandbox {
  /// - Throws: what could not be made; what was made is taken away by `tearDown`.
  static func setUp(_ folder: PodFolder, pod: Core.Pod) async throws(PodRunnerError) {
    let hostname = pod.podHostname
    let result = await BlockingCall.run { () -> Result<Void, PodRunnerError> in
      Result { () throws(PodRunnerError) -> Void in
        // What an interrupted attempt left.
        HostFiles.unmountAll(below: folder.namespaceFolder)
        try HostFiles.removeTree(folder.namespaceFolder)
        try HostFiles.makeFolder(folder.path)
        try HostFiles.makeFolder(folder.namespaceFolder, mode: 0o700)
        let files = folder.namespaces
        let code = clinux_make_namespaces(files.network, files.ipc, files.uts, hostname, UInt(hostname.utf8.count))
        guard code == 0 else { throw .system("make namespaces in", folder.namespaceFolder, code) }
        HostFiles.unmountAll(below: folder.sharedMemory)
        try HostFiles.makeFolder(folder.sharedMemory, mode: 0o1777)
        try HostFiles.mount(
          "shm", on: folder.sharedMemory, type: "tmpfs", flags: UInt(MS_NOSUID | MS_NODEV | MS_NOEXEC),
          data: "mode=1777,size=67108864")
      }
    }
    try result.get()
  }

  /// The files that containers see as `/etc/hosts`, `/etc/hostname` and `/etc/resolv.conf`.
  static func writeFiles(_ folder: PodFolder, pod: Core.Pod, addresses: [String]) throws(PodRunnerError) {
    let hostname = pod.podHostname
    var lines = ["127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback"]
    if let address = addresses.first { lines.append("\(address)\t\(hostname)") }
    for alias in pod.spec.hostAliases { lines.append(([alias.ip] + alias.hostnames).joined(separator: "\t")) }
    try HostFiles.write(lines.joined(separator: "\n") + "\n", to: folder.hosts)
    try HostFiles.write(hostname + "\n", to: folder.hostname)
    try HostFiles.write(resolver(of: pod, machine: HostFiles.text("/etc/resolv.conf") ?? ""), to: folder.resolver)
  }

  /// There is no cluster DNS on one machine: pods ask whom the machine asks, and their own configuration adds to that.
  static func resolver(of pod: Core.Pod, machine: String) -> String {
    let own = pod.spec.dnsConfig
    var lines = pod.spec.dnsPolicy == "None" ? [] : machine.split(separator: "\n").map(String.init)
    if let own {
      lines = own.nameservers.map { "nameserver \($0)" } + lines
      if !own.searches.isEmpty { lines.append("search " + own.searches.joined(separator: " ")) }
      let options = own.options.map { option in option.value.map { "\(option.name):\($0)" } ?? option.name }
      if !options.isEmpty { lines.append("options " + options.joined(separator: " ")) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Idempotent.
  static func tearDown(_ folder: PodFolder, _ networks: PodNetworks) async throws(PodRunnerError) {
    var fault: PodRunnerError?
    do throws(PodRunnerError) {
      try await networks.disconnect(folder.uid, namespace: folder.namespaces.network)
    } catch {
      fault = error
    }
    await BlockingCall.run {
      HostFiles.unmountAll(below: folder.path)
      try? HostFiles.removeTree(folder.namespaceFolder)
      NodeCgroups.remove(folder.cgroup)
    }
    if let fault { throw fault }
  }
}
