// Made from openapi/kubernetes/api/core/containers.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// Linux capabilities to give and to take.
  public struct Capabilities: Sendable {
    /// Capabilities to give.
    public var add: [String] = []
    /// Capabilities to take.
    public var drop: [String] = []

    public init() {}
  }
}

extension Core.Capabilities: JSONStructure {
  public static let memberNames: [StaticString] = ["add", "drop"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("add", &add)
      case 1: reader.member("drop", &drop)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646461:
      if key.count == 3 { return 0 }  // add
    case 0x706f7264:
      if key.count == 4 { return 1 }  // drop
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("add", add)
    writer.memberUnlessEmpty("drop", drop)
    writer.endObject()
  }
}

extension Core {
  /// A container of a pod.
  public struct Container: Sendable {
    /// Arguments of the command; those of the image when absent.
    public var args: [String] = []
    /// Program to run instead of the image's.
    public var command: [String] = []
    /// Environment variables.
    public var env: [EnvVar] = []
    /// Objects whose keys become environment variables.
    public var envFrom: [EnvFromSource] = []
    /// Name of the image.
    public var image: String = ""
    /// When the image is fetched: Always, Never or IfNotPresent.
    public var imagePullPolicy: String = ""
    /// Actions after the start and before the end.
    @Boxed public var lifecycle: Lifecycle?
    /// Restarts the container when it fails.
    @Boxed public var livenessProbe: Probe?
    /// Name of the container in the pod.
    public var name: String = ""
    /// Ports that the container listens on.
    public var ports: [ContainerPort] = []
    /// Decides whether services use the pod.
    @Boxed public var readinessProbe: Probe?
    /// What a change of a resource does to the container.
    public var resizePolicy: [ContainerResizePolicy] = []
    /// Resources that the container needs.
    public var resources: ResourceRequirements = ResourceRequirements()
    /// Always makes an init container run beside the others.
    public var restartPolicy: String?
    /// Security settings.
    @Boxed public var securityContext: SecurityContext?
    /// Holds the other probes back until it succeeds.
    @Boxed public var startupProbe: Probe?
    /// True keeps standard input open.
    public var stdin: Bool = false
    /// True closes standard input after the first client.
    public var stdinOnce: Bool = false
    /// File that the last message is read from.
    public var terminationMessagePath: String = ""
    /// File reads the message from the file, FallbackToLogsOnError from the log when that is empty.
    public var terminationMessagePolicy: String = ""
    /// True gives the container a terminal.
    public var tty: Bool = false
    /// Block volumes in the container.
    public var volumeDevices: [VolumeDevice] = []
    /// Volumes in the container.
    public var volumeMounts: [VolumeMount] = []
    /// Folder that the command runs in.
    public var workingDir: String = ""

    public init() {}
  }
}

extension Core.Container: JSONStructure {
  public static let memberNames: [StaticString] = [
    "args", "command", "env", "envFrom", "image", "imagePullPolicy", "lifecycle", "livenessProbe", "name", "ports",
    "readinessProbe", "resizePolicy", "resources", "restartPolicy", "securityContext", "startupProbe", "stdin",
    "stdinOnce", "terminationMessagePath", "terminationMessagePolicy", "tty", "volumeDevices", "volumeMounts",
    "workingDir",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("args", &args)
      case 1: reader.member("command", &command)
      case 2: reader.member("env", &env)
      case 3: reader.member("envFrom", &envFrom)
      case 4: reader.member("image", &image)
      case 5: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 6: reader.member("lifecycle", &lifecycle)
      case 7: reader.member("livenessProbe", &livenessProbe)
      case 8: reader.member("name", &name)
      case 9: reader.member("ports", &ports)
      case 10: reader.member("readinessProbe", &readinessProbe)
      case 11: reader.member("resizePolicy", &resizePolicy)
      case 12: reader.member("resources", &resources)
      case 13: reader.member("restartPolicy", &restartPolicy)
      case 14: reader.member("securityContext", &securityContext)
      case 15: reader.member("startupProbe", &startupProbe)
      case 16: reader.member("stdin", &stdin)
      case 17: reader.member("stdinOnce", &stdinOnce)
      case 18: reader.member("terminationMessagePath", &terminationMessagePath)
      case 19: 
        reader.listedMember(
          "terminationMessagePolicy", &terminationMessagePolicy, ["FallbackToLogsOnError", "File"])
      case 20: reader.member("tty", &tty)
      case 21: reader.member("volumeDevices", &volumeDevices)
      case 22: reader.member("volumeMounts", &volumeMounts)
      case 23: reader.member("workingDir", &workingDir)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73677261:
      if key.count == 4 { return 0 }  // args
    case 0x646e616d6d6f63:
      if key.count == 7 { return 1 }  // command
    case 0x766e65:
      if key.count == 3 { return 2 }  // env
    case 0x6d6f7246766e65:
      if key.count == 7 { return 3 }  // envFrom
    case 0x6567616d69:
      if key.count == 5 { return 4 }  // image
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 5 }
    case 0x6c6379636566696c:
      if key.equals("lifecycle") { return 6 }
    case 0x7373656e6576696c:
      if key.equals("livenessProbe") { return 7 }
    case 0x656d616e:
      if key.count == 4 { return 8 }  // name
    case 0x7374726f70:
      if key.count == 5 { return 9 }  // ports
    case 0x73656e6964616572:
      if key.equals("readinessProbe") { return 10 }
    case 0x6f50657a69736572:
      if key.equals("resizePolicy") { return 11 }
    case 0x656372756f736572:
      if key.equals("resources") { return 12 }
    case 0x5074726174736572:
      if key.equals("restartPolicy") { return 13 }
    case 0x7974697275636573:
      if key.equals("securityContext") { return 14 }
    case 0x5070757472617473:
      if key.equals("startupProbe") { return 15 }
    case 0x6e69647473:
      if key.count == 5 { return 16 }  // stdin
    case 0x636e4f6e69647473:
      if key.equals("stdinOnce") { return 17 }
    case 0x74616e696d726574:
      if key.equals("terminationMessagePath") { return 18 }
      if key.equals("terminationMessagePolicy") { return 19 }
    case 0x797474:
      if key.count == 3 { return 20 }  // tty
    case 0x6544656d756c6f76:
      if key.equals("volumeDevices") { return 21 }
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMounts") { return 22 }
    case 0x44676e696b726f77:
      if key.equals("workingDir") { return 23 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("args", args)
    writer.memberUnlessEmpty("command", command)
    writer.memberUnlessEmpty("env", env)
    writer.memberUnlessEmpty("envFrom", envFrom)
    writer.memberUnlessEmpty("image", image)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("lifecycle", lifecycle)
    writer.memberUnlessEmpty("livenessProbe", livenessProbe)
    writer.member("name", name)
    writer.memberUnlessEmpty("ports", ports)
    writer.memberUnlessEmpty("readinessProbe", readinessProbe)
    writer.memberUnlessEmpty("resizePolicy", resizePolicy)
    writer.memberUnlessEmpty("resources", resources)
    writer.memberUnlessEmpty("restartPolicy", restartPolicy)
    writer.memberUnlessEmpty("securityContext", securityContext)
    writer.memberUnlessEmpty("startupProbe", startupProbe)
    writer.memberUnlessEmpty("stdin", stdin)
    writer.memberUnlessEmpty("stdinOnce", stdinOnce)
    writer.memberUnlessEmpty("terminationMessagePath", terminationMessagePath)
    writer.memberUnlessEmpty("terminationMessagePolicy", terminationMessagePolicy)
    writer.memberUnlessEmpty("tty", tty)
    writer.memberUnlessEmpty("volumeDevices", volumeDevices)
    writer.memberUnlessEmpty("volumeMounts", volumeMounts)
    writer.memberUnlessEmpty("workingDir", workingDir)
    writer.endObject()
  }
}

extension Core {
  /// An image that a node has.
  public struct ContainerImage: Sendable {
    /// Names of the image.
    public var names: [String] = []
    /// Size in bytes.
    public var sizeBytes: Int64 = 0

    public init() {}
  }
}

extension Core.ContainerImage: JSONStructure {
  public static let memberNames: [StaticString] = ["names", "sizeBytes"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("names", &names)
      case 1: reader.member("sizeBytes", &sizeBytes)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73656d616e:
      if key.count == 5 { return 0 }  // names
    case 0x65747942657a6973:
      if key.equals("sizeBytes") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("names", names)
    writer.memberUnlessEmpty("sizeBytes", sizeBytes)
    writer.endObject()
  }
}

extension Core {
  /// A port that a container listens on.
  public struct ContainerPort: Sendable {
    /// Number of the port, 1 to 65535.
    public var containerPort: Int32 = 0
    /// Address of the node to listen on.
    public var hostIP: String = ""
    /// Port of the node that leads here.
    public var hostPort: Int32 = 0
    /// Name of the port, for services.
    public var name: String = ""
    /// TCP, UDP or SCTP.
    public var `protocol`: String = ""

    public init() {}
  }
}

extension Core.ContainerPort: JSONStructure {
  public static let memberNames: [StaticString] = ["containerPort", "hostIP", "hostPort", "name", "protocol"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("containerPort", &containerPort)
      case 1: reader.member("hostIP", &hostIP)
      case 2: reader.member("hostPort", &hostPort)
      case 3: reader.member("name", &name)
      case 4: reader.listedMember("protocol", &`protocol`, ["SCTP", "TCP", "UDP"])
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656e6961746e6f63:
      if key.equals("containerPort") { return 0 }
    case 0x504974736f68:
      if key.count == 6 { return 1 }  // hostIP
    case 0x74726f5074736f68:
      if key.count == 8 { return 2 }  // hostPort
    case 0x656d616e:
      if key.count == 4 { return 3 }  // name
    case 0x6c6f636f746f7270:
      if key.count == 8 { return 4 }  // protocol
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("containerPort", containerPort)
    writer.memberUnlessEmpty("hostIP", hostIP)
    writer.memberUnlessEmpty("hostPort", hostPort)
    writer.memberUnlessEmpty("name", name)
    writer.memberUnlessEmpty("protocol", `protocol`)
    writer.endObject()
  }
}

extension Core {
  /// What a change of a resource does to a running container.
  public struct ContainerResizePolicy: Sendable {
    /// Name of the resource.
    public var resourceName: String = ""
    /// NotRequired or RestartContainer.
    public var restartPolicy: String = ""

    public init() {}
  }
}

extension Core.ContainerResizePolicy: JSONStructure {
  public static let memberNames: [StaticString] = ["resourceName", "restartPolicy"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("resourceName", &resourceName)
      case 1: reader.member("restartPolicy", &restartPolicy)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656372756f736572:
      if key.equals("resourceName") { return 0 }
    case 0x5074726174736572:
      if key.equals("restartPolicy") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("resourceName", resourceName)
    writer.member("restartPolicy", restartPolicy)
    writer.endObject()
  }
}

extension Core {
  /// What a container is doing; one member is set.
  public struct ContainerState: Sendable {
    /// Set while the container runs.
    public var running: ContainerStateRunning?
    /// Set when the container has ended.
    @Boxed public var terminated: ContainerStateTerminated?
    /// Set before the container starts.
    public var waiting: ContainerStateWaiting?

    public init() {}
  }
}

extension Core.ContainerState: JSONStructure {
  public static let memberNames: [StaticString] = ["running", "terminated", "waiting"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("running", &running)
      case 1: reader.member("terminated", &terminated)
      case 2: reader.member("waiting", &waiting)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x676e696e6e7572:
      if key.count == 7 { return 0 }  // running
    case 0x74616e696d726574:
      if key.equals("terminated") { return 1 }
    case 0x676e6974696177:
      if key.count == 7 { return 2 }  // waiting
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("running", running)
    writer.memberUnlessEmpty("terminated", terminated)
    writer.memberUnlessEmpty("waiting", waiting)
    writer.endObject()
  }
}

extension Core {
  /// A container that runs.
  public struct ContainerStateRunning: Sendable {
    /// When it started.
    public var startedAt: Timestamp?

    public init() {}
  }
}

extension Core.ContainerStateRunning: JSONStructure {
  public static let memberNames: [StaticString] = ["startedAt"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.nullableMember("startedAt", &startedAt)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x4164657472617473:
      if key.equals("startedAt") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("startedAt", startedAt)
    writer.endObject()
  }
}

extension Core {
  /// A container that has ended.
  public struct ContainerStateTerminated: Sendable {
    /// Identifier of the container at the runtime.
    public var containerID: String = ""
    /// Exit status of the process.
    public var exitCode: Int32 = 0
    /// When it ended.
    public var finishedAt: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// Signal that ended the process.
    public var signal: Int32 = 0
    /// When it started.
    public var startedAt: Timestamp?

    public init() {}
  }
}

extension Core.ContainerStateTerminated: JSONStructure {
  public static let memberNames: [StaticString] = [
    "containerID", "exitCode", "finishedAt", "message", "reason", "signal", "startedAt",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("containerID", &containerID)
      case 1: reader.member("exitCode", &exitCode)
      case 2: reader.nullableMember("finishedAt", &finishedAt)
      case 3: reader.member("message", &message)
      case 4: reader.member("reason", &reason)
      case 5: reader.member("signal", &signal)
      case 6: reader.nullableMember("startedAt", &startedAt)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656e6961746e6f63:
      if key.equals("containerID") { return 0 }
    case 0x65646f4374697865:
      if key.count == 8 { return 1 }  // exitCode
    case 0x64656873696e6966:
      if key.equals("finishedAt") { return 2 }
    case 0x6567617373656d:
      if key.count == 7 { return 3 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 4 }  // reason
    case 0x6c616e676973:
      if key.count == 6 { return 5 }  // signal
    case 0x4164657472617473:
      if key.equals("startedAt") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("containerID", containerID)
    writer.member("exitCode", exitCode)
    writer.memberUnlessEmpty("finishedAt", finishedAt)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.memberUnlessEmpty("signal", signal)
    writer.memberUnlessEmpty("startedAt", startedAt)
    writer.endObject()
  }
}

extension Core {
  /// A container that has not started yet.
  public struct ContainerStateWaiting: Sendable {
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""

    public init() {}
  }
}

extension Core.ContainerStateWaiting: JSONStructure {
  public static let memberNames: [StaticString] = ["message", "reason"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("message", &message)
      case 1: reader.member("reason", &reason)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6567617373656d:
      if key.count == 7 { return 0 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 1 }  // reason
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.endObject()
  }
}

extension Core {
  /// What is known about a container.
  public struct ContainerStatus: Sendable {
    /// Amounts that have been given.
    public var allocatedResources: [String: Quantity]?
    /// Health of the devices that the container was given.
    public var allocatedResourcesStatus: [ResourceStatus] = []
    /// Identifier of the container at the runtime.
    public var containerID: String = ""
    /// Name of the image that runs.
    public var image: String = ""
    /// Identifier of the image that runs.
    public var imageID: String = ""
    /// State before the last restart.
    public var lastState: ContainerState = ContainerState()
    /// Name of the container.
    public var name: String = ""
    /// True when the readiness probe succeeds.
    public var ready: Bool = false
    /// Resources that the running container has.
    public var resources: ResourceRequirements?
    /// Number of restarts.
    public var restartCount: Int32 = 0
    /// True once the startup probe has succeeded.
    public var started: Bool?
    /// What the container is doing.
    public var state: ContainerState = ContainerState()
    /// User that the first process runs as.
    public var user: ContainerUser?
    /// How the volumes are mounted.
    public var volumeMounts: [VolumeMountStatus] = []

    public init() {}
  }
}

extension Core.ContainerStatus: JSONStructure {
  public static let memberNames: [StaticString] = [
    "allocatedResources", "allocatedResourcesStatus", "containerID", "image", "imageID", "lastState", "name", "ready",
    "resources", "restartCount", "started", "state", "user", "volumeMounts",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("allocatedResources", &allocatedResources)
      case 1: reader.member("allocatedResourcesStatus", &allocatedResourcesStatus)
      case 2: reader.member("containerID", &containerID)
      case 3: reader.member("image", &image)
      case 4: reader.member("imageID", &imageID)
      case 5: reader.member("lastState", &lastState)
      case 6: reader.member("name", &name)
      case 7: reader.member("ready", &ready)
      case 8: reader.member("resources", &resources)
      case 9: reader.member("restartCount", &restartCount)
      case 10: reader.member("started", &started)
      case 11: reader.member("state", &state)
      case 12: reader.member("user", &user)
      case 13: reader.member("volumeMounts", &volumeMounts)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x657461636f6c6c61:
      if key.equals("allocatedResources") { return 0 }
      if key.equals("allocatedResourcesStatus") { return 1 }
    case 0x656e6961746e6f63:
      if key.equals("containerID") { return 2 }
    case 0x6567616d69:
      if key.count == 5 { return 3 }  // image
    case 0x44496567616d69:
      if key.count == 7 { return 4 }  // imageID
    case 0x746174537473616c:
      if key.equals("lastState") { return 5 }
    case 0x656d616e:
      if key.count == 4 { return 6 }  // name
    case 0x7964616572:
      if key.count == 5 { return 7 }  // ready
    case 0x656372756f736572:
      if key.equals("resources") { return 8 }
    case 0x4374726174736572:
      if key.equals("restartCount") { return 9 }
    case 0x64657472617473:
      if key.count == 7 { return 10 }  // started
    case 0x6574617473:
      if key.count == 5 { return 11 }  // state
    case 0x72657375:
      if key.count == 4 { return 12 }  // user
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMounts") { return 13 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("allocatedResources", allocatedResources ?? [:])
    writer.memberUnlessEmpty("allocatedResourcesStatus", allocatedResourcesStatus)
    writer.memberUnlessEmpty("containerID", containerID)
    writer.member("image", image)
    writer.member("imageID", imageID)
    writer.memberUnlessEmpty("lastState", lastState)
    writer.member("name", name)
    writer.member("ready", ready)
    writer.memberUnlessEmpty("resources", resources)
    writer.member("restartCount", restartCount)
    writer.memberUnlessEmpty("started", started)
    writer.memberUnlessEmpty("state", state)
    writer.memberUnlessEmpty("user", user)
    writer.memberUnlessEmpty("volumeMounts", volumeMounts)
    writer.endObject()
  }
}

extension Core {
  /// The user that a container's first process runs as.
  public struct ContainerUser: Sendable {
    /// User on Linux.
    public var linux: LinuxContainerUser?

    public init() {}
  }
}

extension Core.ContainerUser: JSONStructure {
  public static let memberNames: [StaticString] = ["linux"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("linux", &linux)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x78756e696c:
      if key.count == 5 { return 0 }  // linux
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("linux", linux)
    writer.endObject()
  }
}

extension Core {
  /// Environment variables from all keys of an object.
  public struct EnvFromSource: Sendable {
    /// The config map.
    public var configMapRef: ConfigMapEnvSource?
    /// Text before the name of each variable.
    public var prefix: String = ""
    /// Secret with the credentials.
    public var secretRef: SecretEnvSource?

    public init() {}
  }
}

extension Core.EnvFromSource: JSONStructure {
  public static let memberNames: [StaticString] = ["configMapRef", "prefix", "secretRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configMapRef", &configMapRef)
      case 1: reader.member("prefix", &prefix)
      case 2: reader.member("secretRef", &secretRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614d6769666e6f63:
      if key.equals("configMapRef") { return 0 }
    case 0x786966657270:
      if key.count == 6 { return 1 }  // prefix
    case 0x6552746572636573:
      if key.equals("secretRef") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configMapRef", configMapRef)
    writer.memberUnlessEmpty("prefix", prefix)
    writer.memberUnlessEmpty("secretRef", secretRef)
    writer.endObject()
  }
}

extension Core {
  /// An environment variable.
  public struct EnvVar: Sendable {
    /// Name of the variable.
    public var name: String = ""
    /// Value; $(NAME) stands for other variables.
    public var value: String = ""
    /// Where the value comes from.
    @Boxed public var valueFrom: EnvVarSource?

    public init() {}
  }
}

extension Core.EnvVar: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "value", "valueFrom"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("value", &value)
      case 2: reader.member("valueFrom", &valueFrom)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x65756c6176:
      if key.count == 5 { return 1 }  // value
    case 0x6f724665756c6176:
      if key.equals("valueFrom") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("value", value)
    writer.memberUnlessEmpty("valueFrom", valueFrom)
    writer.endObject()
  }
}

extension Core {
  /// Where a variable's value comes from; one member is set.
  public struct EnvVarSource: Sendable {
    /// Key of a config map.
    @Boxed public var configMapKeyRef: ConfigMapKeySelector?
    /// Member of the pod.
    public var fieldRef: ObjectFieldSelector?
    /// Resource of a container.
    @Boxed public var resourceFieldRef: ResourceFieldSelector?
    /// Key of a secret.
    @Boxed public var secretKeyRef: SecretKeySelector?

    public init() {}
  }
}

extension Core.EnvVarSource: JSONStructure {
  public static let memberNames: [StaticString] = ["configMapKeyRef", "fieldRef", "resourceFieldRef", "secretKeyRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configMapKeyRef", &configMapKeyRef)
      case 1: reader.member("fieldRef", &fieldRef)
      case 2: reader.member("resourceFieldRef", &resourceFieldRef)
      case 3: reader.member("secretKeyRef", &secretKeyRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614d6769666e6f63:
      if key.equals("configMapKeyRef") { return 0 }
    case 0x666552646c656966:
      if key.count == 8 { return 1 }  // fieldRef
    case 0x656372756f736572:
      if key.equals("resourceFieldRef") { return 2 }
    case 0x654b746572636573:
      if key.equals("secretKeyRef") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configMapKeyRef", configMapKeyRef)
    writer.memberUnlessEmpty("fieldRef", fieldRef)
    writer.memberUnlessEmpty("resourceFieldRef", resourceFieldRef)
    writer.memberUnlessEmpty("secretKeyRef", secretKeyRef)
    writer.endObject()
  }
}

extension Core {
  /// A container added to a running pod, for debugging.
  public struct EphemeralContainer: Sendable {
    /// Arguments of the command; those of the image when absent.
    public var args: [String] = []
    /// Program to run instead of the image's.
    public var command: [String] = []
    /// Environment variables.
    public var env: [EnvVar] = []
    /// Objects whose keys become environment variables.
    public var envFrom: [EnvFromSource] = []
    /// Name of the image.
    public var image: String = ""
    /// When the image is fetched: Always, Never or IfNotPresent.
    public var imagePullPolicy: String = ""
    /// Actions after the start and before the end.
    @Boxed public var lifecycle: Lifecycle?
    /// Restarts the container when it fails.
    @Boxed public var livenessProbe: Probe?
    /// Name of the container in the pod.
    public var name: String = ""
    /// Not allowed here.
    public var ports: [ContainerPort] = []
    /// Decides whether services use the pod.
    @Boxed public var readinessProbe: Probe?
    /// What a change of a resource does to the container.
    public var resizePolicy: [ContainerResizePolicy] = []
    /// Not allowed here.
    public var resources: ResourceRequirements = ResourceRequirements()
    /// Not allowed here.
    public var restartPolicy: String?
    /// Security settings.
    @Boxed public var securityContext: SecurityContext?
    /// Holds the other probes back until it succeeds.
    @Boxed public var startupProbe: Probe?
    /// True keeps standard input open.
    public var stdin: Bool = false
    /// True closes standard input after the first client.
    public var stdinOnce: Bool = false
    /// Container whose namespaces are shared.
    public var targetContainerName: String = ""
    /// File that the last message is read from.
    public var terminationMessagePath: String = ""
    /// File reads the message from the file, FallbackToLogsOnError from the log when that is empty.
    public var terminationMessagePolicy: String = ""
    /// True gives the container a terminal.
    public var tty: Bool = false
    /// Block volumes in the container.
    public var volumeDevices: [VolumeDevice] = []
    /// Volumes in the container.
    public var volumeMounts: [VolumeMount] = []
    /// Folder that the command runs in.
    public var workingDir: String = ""

    public init() {}
  }
}

extension Core.EphemeralContainer: JSONStructure {
  public static let memberNames: [StaticString] = [
    "args", "command", "env", "envFrom", "image", "imagePullPolicy", "lifecycle", "livenessProbe", "name", "ports",
    "readinessProbe", "resizePolicy", "resources", "restartPolicy", "securityContext", "startupProbe", "stdin",
    "stdinOnce", "targetContainerName", "terminationMessagePath", "terminationMessagePolicy", "tty", "volumeDevices",
    "volumeMounts", "workingDir",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("args", &args)
      case 1: reader.member("command", &command)
      case 2: reader.member("env", &env)
      case 3: reader.member("envFrom", &envFrom)
      case 4: reader.member("image", &image)
      case 5: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 6: reader.member("lifecycle", &lifecycle)
      case 7: reader.member("livenessProbe", &livenessProbe)
      case 8: reader.member("name", &name)
      case 9: reader.member("ports", &ports)
      case 10: reader.member("readinessProbe", &readinessProbe)
      case 11: reader.member("resizePolicy", &resizePolicy)
      case 12: reader.member("resources", &resources)
      case 13: reader.member("restartPolicy", &restartPolicy)
      case 14: reader.member("securityContext", &securityContext)
      case 15: reader.member("startupProbe", &startupProbe)
      case 16: reader.member("stdin", &stdin)
      case 17: reader.member("stdinOnce", &stdinOnce)
      case 18: reader.member("targetContainerName", &targetContainerName)
      case 19: reader.member("terminationMessagePath", &terminationMessagePath)
      case 20: 
        reader.listedMember(
          "terminationMessagePolicy", &terminationMessagePolicy, ["FallbackToLogsOnError", "File"])
      case 21: reader.member("tty", &tty)
      case 22: reader.member("volumeDevices", &volumeDevices)
      case 23: reader.member("volumeMounts", &volumeMounts)
      case 24: reader.member("workingDir", &workingDir)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73677261:
      if key.count == 4 { return 0 }  // args
    case 0x646e616d6d6f63:
      if key.count == 7 { return 1 }  // command
    case 0x766e65:
      if key.count == 3 { return 2 }  // env
    case 0x6d6f7246766e65:
      if key.count == 7 { return 3 }  // envFrom
    case 0x6567616d69:
      if key.count == 5 { return 4 }  // image
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 5 }
    case 0x6c6379636566696c:
      if key.equals("lifecycle") { return 6 }
    case 0x7373656e6576696c:
      if key.equals("livenessProbe") { return 7 }
    case 0x656d616e:
      if key.count == 4 { return 8 }  // name
    case 0x7374726f70:
      if key.count == 5 { return 9 }  // ports
    case 0x73656e6964616572:
      if key.equals("readinessProbe") { return 10 }
    case 0x6f50657a69736572:
      if key.equals("resizePolicy") { return 11 }
    case 0x656372756f736572:
      if key.equals("resources") { return 12 }
    case 0x5074726174736572:
      if key.equals("restartPolicy") { return 13 }
    case 0x7974697275636573:
      if key.equals("securityContext") { return 14 }
    case 0x5070757472617473:
      if key.equals("startupProbe") { return 15 }
    case 0x6e69647473:
      if key.count == 5 { return 16 }  // stdin
    case 0x636e4f6e69647473:
      if key.equals("stdinOnce") { return 17 }
    case 0x6f43746567726174:
      if key.equals("targetContainerName") { return 18 }
    case 0x74616e696d726574:
      if key.equals("terminationMessagePath") { return 19 }
      if key.equals("terminationMessagePolicy") { return 20 }
    case 0x797474:
      if key.count == 3 { return 21 }  // tty
    case 0x6544656d756c6f76:
      if key.equals("volumeDevices") { return 22 }
    case 0x6f4d656d756c6f76:
      if key.equals("volumeMounts") { return 23 }
    case 0x44676e696b726f77:
      if key.equals("workingDir") { return 24 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("args", args)
    writer.memberUnlessEmpty("command", command)
    writer.memberUnlessEmpty("env", env)
    writer.memberUnlessEmpty("envFrom", envFrom)
    writer.memberUnlessEmpty("image", image)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("lifecycle", lifecycle)
    writer.memberUnlessEmpty("livenessProbe", livenessProbe)
    writer.member("name", name)
    writer.memberUnlessEmpty("ports", ports)
    writer.memberUnlessEmpty("readinessProbe", readinessProbe)
    writer.memberUnlessEmpty("resizePolicy", resizePolicy)
    writer.memberUnlessEmpty("resources", resources)
    writer.memberUnlessEmpty("restartPolicy", restartPolicy)
    writer.memberUnlessEmpty("securityContext", securityContext)
    writer.memberUnlessEmpty("startupProbe", startupProbe)
    writer.memberUnlessEmpty("stdin", stdin)
    writer.memberUnlessEmpty("stdinOnce", stdinOnce)
    writer.memberUnlessEmpty("targetContainerName", targetContainerName)
    writer.memberUnlessEmpty("terminationMessagePath", terminationMessagePath)
    writer.memberUnlessEmpty("terminationMessagePolicy", terminationMessagePolicy)
    writer.memberUnlessEmpty("tty", tty)
    writer.memberUnlessEmpty("volumeDevices", volumeDevices)
    writer.memberUnlessEmpty("volumeMounts", volumeMounts)
    writer.memberUnlessEmpty("workingDir", workingDir)
    writer.endObject()
  }
}

extension Core {
  /// A health check over gRPC.
  public struct GRPCAction: Sendable {
    /// Number of the port.
    public var port: Int32 = 0
    /// Service to ask about; empty for the server as a whole.
    public var service: String?

    public init() {}
  }
}

extension Core.GRPCAction: JSONStructure {
  public static let memberNames: [StaticString] = ["port", "service"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("port", &port)
      case 1: reader.member("service", &service)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74726f70:
      if key.count == 4 { return 0 }  // port
    case 0x65636976726573:
      if key.count == 7 { return 1 }  // service
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("port", port)
    writer.memberUnlessEmpty("service", service)
    writer.endObject()
  }
}

extension Core {
  /// What is done around the life of a container.
  public struct Lifecycle: Sendable {
    /// Done right after the start.
    public var postStart: LifecycleHandler?
    /// Done before the end; the container is stopped afterwards.
    public var preStop: LifecycleHandler?

    public init() {}
  }
}

extension Core.Lifecycle: JSONStructure {
  public static let memberNames: [StaticString] = ["postStart", "preStop"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("postStart", &postStart)
      case 1: reader.member("preStop", &preStop)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7261745374736f70:
      if key.equals("postStart") { return 0 }
    case 0x706f7453657270:
      if key.count == 7 { return 1 }  // preStop
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("postStart", postStart)
    writer.memberUnlessEmpty("preStop", preStop)
    writer.endObject()
  }
}

extension Core {
  /// One action; one member is set.
  public struct LifecycleHandler: Sendable {
    /// Runs a command.
    public var exec: ExecAction?
    /// Sends an HTTP request.
    @Boxed public var httpGet: HTTPGetAction?
    /// Waits.
    public var sleep: SleepAction?
    /// Opens a TCP connection.
    @Boxed public var tcpSocket: TCPSocketAction?

    public init() {}
  }
}

extension Core.LifecycleHandler: JSONStructure {
  public static let memberNames: [StaticString] = ["exec", "httpGet", "sleep", "tcpSocket"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("exec", &exec)
      case 1: reader.member("httpGet", &httpGet)
      case 2: reader.member("sleep", &sleep)
      case 3: reader.member("tcpSocket", &tcpSocket)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63657865:
      if key.count == 4 { return 0 }  // exec
    case 0x74654770747468:
      if key.count == 7 { return 1 }  // httpGet
    case 0x7065656c73:
      if key.count == 5 { return 2 }  // sleep
    case 0x656b636f53706374:
      if key.equals("tcpSocket") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("exec", exec)
    writer.memberUnlessEmpty("httpGet", httpGet)
    writer.memberUnlessEmpty("sleep", sleep)
    writer.memberUnlessEmpty("tcpSocket", tcpSocket)
    writer.endObject()
  }
}

extension Core {
  /// User and groups of a Linux process.
  public struct LinuxContainerUser: Sendable {
    /// Number of the group.
    public var gid: Int64 = 0
    /// Numbers of further groups.
    public var supplementalGroups: [Int64] = []
    /// Number of the user.
    public var uid: Int64 = 0

    public init() {}
  }
}

extension Core.LinuxContainerUser: JSONStructure {
  public static let memberNames: [StaticString] = ["gid", "supplementalGroups", "uid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("gid", &gid)
      case 1: reader.member("supplementalGroups", &supplementalGroups)
      case 2: reader.member("uid", &uid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x646967:
      if key.count == 3 { return 0 }  // gid
    case 0x656d656c70707573:
      if key.equals("supplementalGroups") { return 1 }
    case 0x646975:
      if key.count == 3 { return 2 }  // uid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("gid", gid)
    writer.memberUnlessEmpty("supplementalGroups", supplementalGroups)
    writer.member("uid", uid)
    writer.endObject()
  }
}

extension Core {
  /// A check of a container.
  public struct Probe: Sendable {
    /// Runs a command.
    public var exec: ExecAction?
    /// Failures in a row that count as one.
    public var failureThreshold: Int32 = 0
    /// Asks over gRPC.
    public var grpc: GRPCAction?
    /// Sends an HTTP request.
    @Boxed public var httpGet: HTTPGetAction?
    /// Seconds before the first check.
    public var initialDelaySeconds: Int32 = 0
    /// Seconds between checks.
    public var periodSeconds: Int32 = 0
    /// Successes in a row that count as one.
    public var successThreshold: Int32 = 0
    /// Opens a TCP connection.
    @Boxed public var tcpSocket: TCPSocketAction?
    /// Seconds the container has to end after a failure.
    public var terminationGracePeriodSeconds: Int64?
    /// Seconds after which a check has failed.
    public var timeoutSeconds: Int32 = 0

    public init() {}
  }
}

extension Core.Probe: JSONStructure {
  public static let memberNames: [StaticString] = [
    "exec", "failureThreshold", "grpc", "httpGet", "initialDelaySeconds", "periodSeconds", "successThreshold",
    "tcpSocket", "terminationGracePeriodSeconds", "timeoutSeconds",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("exec", &exec)
      case 1: reader.member("failureThreshold", &failureThreshold)
      case 2: reader.member("grpc", &grpc)
      case 3: reader.member("httpGet", &httpGet)
      case 4: reader.member("initialDelaySeconds", &initialDelaySeconds)
      case 5: reader.member("periodSeconds", &periodSeconds)
      case 6: reader.member("successThreshold", &successThreshold)
      case 7: reader.member("tcpSocket", &tcpSocket)
      case 8: reader.member("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
      case 9: reader.member("timeoutSeconds", &timeoutSeconds)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63657865:
      if key.count == 4 { return 0 }  // exec
    case 0x546572756c696166:
      if key.equals("failureThreshold") { return 1 }
    case 0x63707267:
      if key.count == 4 { return 2 }  // grpc
    case 0x74654770747468:
      if key.count == 7 { return 3 }  // httpGet
    case 0x446c616974696e69:
      if key.equals("initialDelaySeconds") { return 4 }
    case 0x6553646f69726570:
      if key.equals("periodSeconds") { return 5 }
    case 0x5473736563637573:
      if key.equals("successThreshold") { return 6 }
    case 0x656b636f53706374:
      if key.equals("tcpSocket") { return 7 }
    case 0x74616e696d726574:
      if key.equals("terminationGracePeriodSeconds") { return 8 }
    case 0x5374756f656d6974:
      if key.equals("timeoutSeconds") { return 9 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("exec", exec)
    writer.memberUnlessEmpty("failureThreshold", failureThreshold)
    writer.memberUnlessEmpty("grpc", grpc)
    writer.memberUnlessEmpty("httpGet", httpGet)
    writer.memberUnlessEmpty("initialDelaySeconds", initialDelaySeconds)
    writer.memberUnlessEmpty("periodSeconds", periodSeconds)
    writer.memberUnlessEmpty("successThreshold", successThreshold)
    writer.memberUnlessEmpty("tcpSocket", tcpSocket)
    writer.memberUnlessEmpty("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
    writer.memberUnlessEmpty("timeoutSeconds", timeoutSeconds)
    writer.endObject()
  }
}

extension Core {
  /// A container's use of one of the pod's claims.
  public struct ResourceClaim: Sendable {
    /// Name of the claim in the pod.
    public var name: String = ""
    /// Part of the claim; all when empty.
    public var request: String = ""

    public init() {}
  }
}

extension Core.ResourceClaim: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "request"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("request", &request)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x74736575716572:
      if key.count == 7 { return 1 }  // request
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("request", request)
    writer.endObject()
  }
}

extension Core {
  /// Health of one device.
  public struct ResourceHealth: Sendable {
    /// Healthy, Unhealthy or Unknown.
    public var health: String = ""
    /// Identifier of the device.
    public var resourceID: String = ""

    public init() {}
  }
}

extension Core.ResourceHealth: JSONStructure {
  public static let memberNames: [StaticString] = ["health", "resourceID"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("health", &health)
      case 1: reader.member("resourceID", &resourceID)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x68746c616568:
      if key.count == 6 { return 0 }  // health
    case 0x656372756f736572:
      if key.equals("resourceID") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("health", health)
    writer.member("resourceID", resourceID)
    writer.endObject()
  }
}

extension Core {
  /// How much of each resource is needed and allowed.
  public struct ResourceRequirements: Sendable {
    /// Claims that the container uses.
    public var claims: [ResourceClaim] = []
    /// Most that may be used, by resource.
    public var limits: [String: Quantity]?
    /// Least that is needed, by resource.
    public var requests: [String: Quantity]?

    public init() {}
  }
}

extension Core.ResourceRequirements: JSONStructure {
  public static let memberNames: [StaticString] = ["claims", "limits", "requests"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("claims", &claims)
      case 1: reader.member("limits", &limits)
      case 2: reader.member("requests", &requests)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736d69616c63:
      if key.count == 6 { return 0 }  // claims
    case 0x7374696d696c:
      if key.count == 6 { return 1 }  // limits
    case 0x7374736575716572:
      if key.count == 8 { return 2 }  // requests
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("claims", claims)
    writer.memberUnlessEmpty("limits", limits ?? [:])
    writer.memberUnlessEmpty("requests", requests ?? [:])
    writer.endObject()
  }
}

extension Core {
  /// Health of a resource that a container was given.
  public struct ResourceStatus: Sendable {
    /// Name of the resource.
    public var name: String = ""
    /// Health of each device.
    public var resources: [ResourceHealth] = []

    public init() {}
  }
}

extension Core.ResourceStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["name", "resources"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("name", &name)
      case 1: reader.member("resources", &resources)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d616e:
      if key.count == 4 { return 0 }  // name
    case 0x656372756f736572:
      if key.equals("resources") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.memberUnlessEmpty("resources", resources)
    writer.endObject()
  }
}

extension Core {
  /// A pause.
  public struct SleepAction: Sendable {
    /// Number of seconds.
    public var seconds: Int64 = 0

    public init() {}
  }
}

extension Core.SleepAction: JSONStructure {
  public static let memberNames: [StaticString] = ["seconds"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("seconds", &seconds)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73646e6f636573:
      if key.count == 7 { return 0 }  // seconds
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("seconds", seconds)
    writer.endObject()
  }
}

extension Core {
  /// A block volume in a container.
  public struct VolumeDevice: Sendable {
    /// Path of the device in the container.
    public var devicePath: String = ""
    /// Name of the volume in the pod.
    public var name: String = ""

    public init() {}
  }
}

extension Core.VolumeDevice: JSONStructure {
  public static let memberNames: [StaticString] = ["devicePath", "name"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("devicePath", &devicePath)
      case 1: reader.member("name", &name)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6150656369766564:
      if key.equals("devicePath") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("devicePath", devicePath)
    writer.member("name", name)
    writer.endObject()
  }
}

extension Core {
  /// A volume's place in a container.
  public struct VolumeMount: Sendable {
    /// Path in the container.
    public var mountPath: String = ""
    /// Whether later mounts are seen: None, HostToContainer or Bidirectional.
    public var mountPropagation: String?
    /// Name of the volume in the pod.
    public var name: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Whether mounts inside are read-only too: Disabled, IfPossible or Enabled.
    public var recursiveReadOnly: String?
    /// Part of the volume to mount.
    public var subPath: String = ""
    /// Part of the volume to mount, with variables as $(NAME).
    public var subPathExpr: String = ""

    public init() {}
  }
}

extension Core.VolumeMount: JSONStructure {
  public static let memberNames: [StaticString] = [
    "mountPath", "mountPropagation", "name", "readOnly", "recursiveReadOnly", "subPath", "subPathExpr",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mountPath", &mountPath)
      case 1: 
        reader.listedMember(
          "mountPropagation", &mountPropagation, ["Bidirectional", "HostToContainer", "None"])
      case 2: reader.member("name", &name)
      case 3: reader.member("readOnly", &readOnly)
      case 4: reader.member("recursiveReadOnly", &recursiveReadOnly)
      case 5: reader.member("subPath", &subPath)
      case 6: reader.member("subPathExpr", &subPathExpr)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746150746e756f6d:
      if key.equals("mountPath") { return 0 }
    case 0x6f7250746e756f6d:
      if key.equals("mountPropagation") { return 1 }
    case 0x656d616e:
      if key.count == 4 { return 2 }  // name
    case 0x796c6e4f64616572:
      if key.count == 8 { return 3 }  // readOnly
    case 0x7669737275636572:
      if key.equals("recursiveReadOnly") { return 4 }
    case 0x68746150627573:
      if key.count == 7 { return 5 }  // subPath
    case 0x4568746150627573:
      if key.equals("subPathExpr") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("mountPath", mountPath)
    writer.memberUnlessEmpty("mountPropagation", mountPropagation)
    writer.member("name", name)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("recursiveReadOnly", recursiveReadOnly)
    writer.memberUnlessEmpty("subPath", subPath)
    writer.memberUnlessEmpty("subPathExpr", subPathExpr)
    writer.endObject()
  }
}

extension Core {
  /// How a volume is mounted.
  public struct VolumeMountStatus: Sendable {
    /// Path in the container.
    public var mountPath: String = ""
    /// Name of the volume in the pod.
    public var name: String = ""
    /// True forbids writing.
    public var readOnly: Bool = false
    /// Whether mounts inside are read-only too: Disabled, IfPossible or Enabled.
    public var recursiveReadOnly: String?

    public init() {}
  }
}

extension Core.VolumeMountStatus: JSONStructure {
  public static let memberNames: [StaticString] = ["mountPath", "name", "readOnly", "recursiveReadOnly"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("mountPath", &mountPath)
      case 1: reader.member("name", &name)
      case 2: reader.member("readOnly", &readOnly)
      case 3: reader.member("recursiveReadOnly", &recursiveReadOnly)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746150746e756f6d:
      if key.equals("mountPath") { return 0 }
    case 0x656d616e:
      if key.count == 4 { return 1 }  // name
    case 0x796c6e4f64616572:
      if key.count == 8 { return 2 }  // readOnly
    case 0x7669737275636572:
      if key.equals("recursiveReadOnly") { return 3 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("mountPath", mountPath)
    writer.member("name", name)
    writer.memberUnlessEmpty("readOnly", readOnly)
    writer.memberUnlessEmpty("recursiveReadOnly", recursiveReadOnly)
    writer.endObject()
  }
}
