// swift-tools-version: 6.2
// One package; the layers below are those of Sources/README.md, and arrows point down only.
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

func command(
  _ name: String, _ dependencies: [Target.Dependency], linkerSettings: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: swiftSettings, linkerSettings: linkerSettings)
}

/// For servers: no table of dynamic symbols and a packed one of relocations (DT_RELR, glibc 2.36 or newer), which the
/// loader would have to go through at start; three megabytes less stay resident.
let compactImage: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
    .when(configuration: .release))
]

/// For containers whose image may have no library: everything is in the program. The compiler must know it as well,
/// since it says what is to be linked.
func staticCommand(_ name: String) -> Target {
  .executableTarget(
    name: name, swiftSettings: swiftSettings + [.unsafeFlags(["-static-executable"])],
    linkerSettings: [.unsafeFlags(["-static-executable"])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "swift-virt",
  products: [
    .executable(name: "virt-api", targets: ["virt-api"]),
    .executable(name: "virt-controller", targets: ["virt-controller"]),
    .executable(name: "virt-launcher", targets: ["virt-launcher"]),
    .executable(name: "virt-launcher-monitor", targets: ["virt-launcher-monitor"]),
    .executable(name: "virt-tail", targets: ["virt-tail"]),
    .executable(name: "virt-probe", targets: ["virt-probe"]),
    .executable(name: "container-disk", targets: ["container-disk"]),
    .executable(name: "virt-handler", targets: ["virt-handler"]),
    .executable(name: "virtctl", targets: ["virtctl"]),
    .executable(name: "swift-virt", targets: ["swift-virt"]),
    .executable(name: "conformance", targets: ["conformance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CNghttp2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibvirt", pkgConfig: "libvirt", providers: [.apt(["libvirt-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CNftables", pkgConfig: "libnftables", providers: [.apt(["libnftables-dev"])]),
    .systemLibrary(name: "CLibNL", pkgConfig: "libnl-route-3.0", providers: [.apt(["libnl-route-3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinux"),

    // foundations
    .target(
      name: "JSON", swiftSettings: swiftSettings,
      // Rounding of floating point numbers is in libm, which nothing else here asks the linker for.
      linkerSettings: [.linkedLibrary("m")]),
    room("YAML", ["JSON", "CYAML"]),
    room("XML", ["CLibXML2"]),
    room("Processes"),
    room("Transport", ["COpenSSL", "CNghttp2", "CLinux"]),
    room("Libvirt", ["CLibvirt"]),

    // Kubernetes
    room("Kube", ["JSON"]),
    room("KubeClient", ["Kube", "Transport", "YAML", logging]),

    room("KubeTypes", ["Kube", "JSON"]),

    // domain
    room("VirtTypesV1", ["Kube", "JSON"]),
    room("VirtTypesV1alpha2", ["Kube", "JSON"]),
    room("VirtTypes", ["VirtTypesV1", "VirtTypesV1alpha2", "Kube", "JSON"]),
    room("Admission", ["VirtTypes"]),
    room("LauncherProtocol", ["VirtTypes", "Transport"]),
    room("PodNetwork", ["VirtTypes", "Transport", "CLinux", "CLibNL", "CNftables", logging]),

    // from openapi/ to Swift types, CRDs and OpenAPI documents
    room("OpenAPIGenerator", ["JSON", "YAML"]),

    room("OpenAPIDocuments"),
    room("APISchemas"),

    // services
    room("ComponentBase", ["JSON", "Transport", logging]),
    room("VirtAPI", ["ComponentBase", "Admission", "KubeClient", "OpenAPIDocuments", "Transport", "YAML", logging]),

    room(
      "VirtController", ["ComponentBase", "Admission", "VirtTypes", "KubeTypes", "KubeClient", "Transport", logging]),

    room(
      "VirtLauncher",
      [
        "ComponentBase", "Processes", "Admission", "LauncherProtocol", "PodNetwork", "Libvirt", "XML", "VirtTypes",
        "Transport", "CArchive", "CLinux", logging,
      ]),
    room(
      "VirtHandler",
      [
        "ComponentBase", "Processes", "LauncherProtocol", "PodNetwork", "Admission", "VirtTypes", "KubeTypes",
        "KubeClient", "Transport", "CLinux", logging,
      ]),

    room("Virtctl", ["ComponentBase", "KubeClient", "Transport", argumentParser]),

    // one machine
    room("EmbeddedStore", [grdb, sqlite]),
    room(
      "EmbeddedAPI",
      [
        "EmbeddedStore", "ComponentBase", "APISchemas", "VirtAPI", "KubeClient", "OpenAPIDocuments", "Transport",
        "YAML",
        logging,
      ]),
    room(
      "PodRunner",
      ["CZlib", "Processes", "EmbeddedAPI", "ComponentBase", "KubeTypes", "KubeClient", "Transport", "CLinux", logging]),
    room(
      "Standalone",
      [
        "VirtController", "VirtHandler", "PodRunner", "ComponentBase", "EmbeddedAPI", "EmbeddedStore", "KubeClient",
        "Transport", "YAML", logging,
      ]),

    // commands
    command(
      "virt-api", ["VirtAPI", "ComponentBase", "KubeClient", "Transport", argumentParser, logging],
      linkerSettings: compactImage),
    command(
      "virt-controller", ["VirtController", "ComponentBase", "KubeClient", "Transport", argumentParser, logging],
      linkerSettings: compactImage),
    command(
      "virt-launcher", ["VirtLauncher", "ComponentBase", "Kube", argumentParser, logging],
      linkerSettings: compactImage),
    staticCommand("container-disk"),
    command("virt-probe", ["LauncherProtocol", "Transport", "JSON", argumentParser], linkerSettings: compactImage),
    command("virt-tail", [], linkerSettings: compactImage),
    command("virt-launcher-monitor", ["Processes"], linkerSettings: compactImage),
    command(
      "swift-virt", ["Standalone", "PodRunner", "ComponentBase", argumentParser, logging], linkerSettings: compactImage),
    command(
      "virt-handler", ["VirtHandler", "ComponentBase", "KubeClient", "Transport", argumentParser, logging],
      linkerSettings: compactImage),
    command("virtctl", ["Virtctl"], linkerSettings: compactImage),
    command("transport-bench", ["Transport"]),
    command("store-storm", ["EmbeddedStore"]),
    command(
      "conformance",
      [
        "Admission", "VirtLauncher", "VirtHandler", "LauncherProtocol", "PodNetwork", "XML", "KubeTypes", "VirtAPI",
        "VirtController", "Transport",
        argumentParser,
      ]),
    command("openapi-generator", ["OpenAPIGenerator"]),

    .executableTarget(
      name: "simulation", dependencies: ["VirtController", "VirtTypes", "KubeClient", argumentParser],
      path: "Tests/Simulation", swiftSettings: swiftSettings),

    // tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    tests("JSONTests", ["JSON"]),
    tests("YAMLTests", ["YAML"]),
    tests("TransportTests", ["Transport"]),
    tests("KubeTests", ["Kube", "APISchemas", "YAML"]),
    tests("KubeClientTests", ["KubeClient", logging]),
    tests("VirtTypesTests", ["VirtTypes", "OpenAPIGenerator", "OpenAPIDocuments", "YAML"]),
    tests("AdmissionTests", ["Admission"]),
    tests("ConformanceTests", ["conformance"]),
    tests("ComponentBaseTests", ["ComponentBase"]),
    tests("VirtAPITests", ["VirtAPI", "ComponentBase", "KubeClient", "OpenAPIDocuments", logging]),
    tests("VirtControllerTests", ["VirtController", "KubeClient", "YAML", logging]),
    tests("ProcessesTests", ["Processes"]),
    tests("VirtHandlerTests", ["VirtHandler", "KubeClient", logging]),
    tests("XMLTests", ["XML"]),
    tests("PodNetworkTests", ["PodNetwork", "VirtTypes", "CLinux", logging]),
    tests("LauncherProtocolTests", ["LauncherProtocol"]),
    tests("PodRunnerTests", ["PodRunner", "CZlib"]),
    tests(
      "VirtLauncherTests",
      ["VirtLauncher", "Libvirt", "LauncherProtocol", "PodNetwork", "CArchive", "VirtTypes", "XML"]),
    tests("VirtctlTests", ["Virtctl", "KubeClient"]),
    tests("EmbeddedStoreTests", ["EmbeddedStore", "store-storm", sqlite]),
    tests("EmbeddedAPITests", ["EmbeddedAPI", "EmbeddedStore", "KubeClient", logging]),
    tests("StandaloneTests", ["Standalone", "KubeClient", "Kube", "Transport", logging]),
    tests("DeployTests", ["YAML", "JSON", "VirtAPI", "EmbeddedAPI", "Admission"]),
  ]
)
