/// What the command line of virt-api says.
struct VirtAPIFlags: Equatable {
  var bindAddress = "0.0.0.0"
  var securePort: UInt16 = 8443
  var tlsCertFile: String?
  var tlsPrivateKeyFile: String?
  var certDir = "/var/run/swift-virt/virt-api"
  /// More names for a certificate of our own making.
  var subjectNames: [String] = []
  var clientCAFile: String?
  var kubeconfig: String?
  var objects: String?
  var reactors: Int?
  /// Seconds.
  var shutdownDelay = 0
  /// Seconds.
  var shutdownGracePeriod = 25
  var verbosity = 2

  init() {}

  /// Reads the arguments behind the command's name.
  init(_ arguments: some Sequence<String>) throws(FlagError) {
    try Self.table.parse(arguments, into: &self)
    if (tlsCertFile == nil) != (tlsPrivateKeyFile == nil) {
      throw .conflict("--tls-cert-file and --tls-private-key-file go together")
    }
    if kubeconfig != nil, objects != nil {
      throw .conflict("--kubeconfig and --objects exclude each other: objects come from one place")
    }
  }

  /// The flags, named as Kubernetes' servers name them.
  static let table = FlagTable<VirtAPIFlags>(flags: [
    .text("bind-address", "ip", "The address to listen on, 0.0.0.0 unless said; \"::\" is all of both families.") {
      $0.bindAddress = $1
    },
    .number("secure-port", "port", 0...65535, "The port to serve HTTPS on, 8443 unless said; 0 takes any free one.") {
      $0.securePort = UInt16($1)
    },
    .text("tls-cert-file", "file", "The serving certificate and its chain (PEM). Read again when it changes.") {
      $0.tlsCertFile = $1
    },
    .text("tls-private-key-file", "file", "The serving certificate's private key (PEM). Read again when it changes.") {
      $0.tlsPrivateKeyFile = $1
    },
    .text(
      "cert-dir", "folder", "For a certificate of our own making (tls, ca: .crt, .key), used without --tls-cert-file."
    ) {
      $0.certDir = $1
    },
    Flag(
      name: "tls-san", takesMany: true, value: "name ...",
      help: "More DNS names and IP addresses for a certificate of our own making."
    ) { flags, name in
      flags.subjectNames.append(name)
      return true
    },
    .text("client-ca-file", "file", "Authorities of client certificates (PEM); without it none is asked for.") {
      $0.clientCAFile = $1
    },
    .text("kubeconfig", "file", "The cluster to watch presets, the configuration and instance types in.") {
      $0.kubeconfig = $1
    },
    .text("objects", "folder", "Manifests (YAML or JSON, Lists too) to take objects from instead of a cluster.") {
      $0.objects = $1
    },
    .number("reactors", "count", 1...256, "Threads that serve, each with its own socket; one a core unless said.") {
      $0.reactors = $1
    },
    .number(
      "shutdown-delay", "seconds", 0...3600,
      "How long to go on serving after SIGTERM while /readyz says no, until load balancers have noticed."
    ) {
      $0.shutdownDelay = $1
    },
    .number("shutdown-grace-period", "seconds", 0...3600, "How long requests under way may take after SIGTERM.") {
      $0.shutdownGracePeriod = $1
    },
    Flag(
      name: "v", letter: "v", value: "level",
      help: "How much is logged: 0 warnings, 2 what happens, 4 a line a request, 6 everything."
    ) { flags, text in
      guard let level = Int(text) else { return false }
      flags.verbosity = level
      return true
    },
  ])
}

extension Flag<VirtAPIFlags> {
  fileprivate static func text(
    _ name: String, _ value: String, _ help: String, _ set: @escaping @Sendable (inout VirtAPIFlags, String) -> Void
  ) -> Flag {
    Flag(name: name, value: value, help: help) { flags, text in
      set(&flags, text)
      return true
    }
  }

  fileprivate static func number(
    _ name: String, _ value: String, _ range: ClosedRange<Int>, _ help: String,
    _ set: @escaping @Sendable (inout VirtAPIFlags, Int) -> Void
  ) -> Flag {
    Flag(name: name, value: value, help: help) { flags, text in
      guard let number = Int(text), range.contains(number) else { return false }
      set(&flags, number)
      return true
    }
  }
}
