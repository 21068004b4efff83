// Made from openapi/v1/developer-configuration.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Feature gates and settings for development.
  public struct DeveloperConfiguration: Sendable {
    /// True lets the components be profiled.
    public var clusterProfiler: Bool = false
    /// Virtual processors for each host CPU that is requested; 10 when 0.
    public var cpuAllocationRatio: Int = 0
    /// Features to turn off.
    public var disabledFeatureGates: [String] = []
    /// How the check of disk images is limited.
    public var diskVerification: DiskVerification?
    /// Features to turn on.
    public var featureGates: [String] = []
    /// How much each component logs.
    @Boxed public var logVerbosity: LogVerbosity?
    /// Guest memory in percent of the memory that is requested.
    public var memoryOvercommit: Int = 0
    /// Least frequency of the time stamp counter in hertz; nodes below it are left out.
    public var minimumClusterTSCFrequency: Int64?
    /// Bytes of a claim that a new disk image leaves free.
    public var minimumReservePVCBytes: UInt64 = 0
    /// Labels that the node of each launcher must have.
    public var nodeSelectors: [String: String]?
    /// Percent by which a claim may be smaller than asked for.
    public var pvcTolerateLessSpaceUpToPercent: Int = 0
    /// True runs guests without hardware support where there is none.
    public var useEmulation: Bool = false

    public init() {}
  }
}

extension V1.DeveloperConfiguration: JSONStructure {
  public static let memberNames: [StaticString] = [
    "clusterProfiler", "cpuAllocationRatio", "disabledFeatureGates", "diskVerification", "featureGates", "logVerbosity",
    "memoryOvercommit", "minimumClusterTSCFrequency", "minimumReservePVCBytes", "nodeSelectors",
    "pvcTolerateLessSpaceUpToPercent", "useEmulation",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("clusterProfiler", &clusterProfiler)
      case 1: reader.member("cpuAllocationRatio", &cpuAllocationRatio)
      case 2: reader.member("disabledFeatureGates", &disabledFeatureGates)
      case 3: reader.member("diskVerification", &diskVerification)
      case 4: reader.member("featureGates", &featureGates)
      case 5: reader.member("logVerbosity", &logVerbosity)
      case 6: reader.member("memoryOvercommit", &memoryOvercommit)
      case 7: reader.member("minimumClusterTSCFrequency", &minimumClusterTSCFrequency)
      case 8: reader.member("minimumReservePVCBytes", &minimumReservePVCBytes)
      case 9: reader.member("nodeSelectors", &nodeSelectors)
      case 10: reader.member("pvcTolerateLessSpaceUpToPercent", &pvcTolerateLessSpaceUpToPercent)
      case 11: reader.member("useEmulation", &useEmulation)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x5072657473756c63:
      if key.equals("clusterProfiler") { return 0 }
    case 0x636f6c6c41757063:
      if key.equals("cpuAllocationRatio") { return 1 }
    case 0x64656c6261736964:
      if key.equals("disabledFeatureGates") { return 2 }
    case 0x697265566b736964:
      if key.equals("diskVerification") { return 3 }
    case 0x4765727574616566:
      if key.equals("featureGates") { return 4 }
    case 0x6f62726556676f6c:
      if key.equals("logVerbosity") { return 5 }
    case 0x764f79726f6d656d:
      if key.equals("memoryOvercommit") { return 6 }
    case 0x436d756d696e696d:
      if key.equals("minimumClusterTSCFrequency") { return 7 }
    case 0x526d756d696e696d:
      if key.equals("minimumReservePVCBytes") { return 8 }
    case 0x656c655365646f6e:
      if key.equals("nodeSelectors") { return 9 }
    case 0x72656c6f54637670:
      if key.equals("pvcTolerateLessSpaceUpToPercent") { return 10 }
    case 0x616c756d45657375:
      if key.equals("useEmulation") { return 11 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("clusterProfiler", clusterProfiler)
    writer.memberUnlessEmpty("cpuAllocationRatio", cpuAllocationRatio)
    writer.memberUnlessEmpty("disabledFeatureGates", disabledFeatureGates)
    writer.memberUnlessEmpty("diskVerification", diskVerification)
    writer.memberUnlessEmpty("featureGates", featureGates)
    writer.memberUnlessEmpty("logVerbosity", logVerbosity)
    writer.memberUnlessEmpty("memoryOvercommit", memoryOvercommit)
    writer.memberUnlessEmpty("minimumClusterTSCFrequency", minimumClusterTSCFrequency)
    writer.memberUnlessEmpty("minimumReservePVCBytes", minimumReservePVCBytes)
    writer.memberUnlessEmpty("nodeSelectors", nodeSelectors ?? [:])
    writer.memberUnlessEmpty("pvcTolerateLessSpaceUpToPercent", pvcTolerateLessSpaceUpToPercent)
    writer.memberUnlessEmpty("useEmulation", useEmulation)
    writer.endObject()
  }
}

extension V1 {
  /// How the check of disk images is limited.
  public struct DiskVerification: Sendable {
    /// Memory that the check may use.
    public var memoryLimit: Quantity?

    public init() {}
  }
}

extension V1.DiskVerification: JSONStructure {
  public static let memberNames: [StaticString] = ["memoryLimit"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("memoryLimit", &memoryLimit)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "memoryLimit")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x694c79726f6d656d:
      if key.equals("memoryLimit") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("memoryLimit", memoryLimit)
    writer.endObject()
  }
}

extension V1 {
  /// How much each component logs; greater numbers are more.
  public struct LogVerbosity: Sendable {
    /// How much virt-handler logs, by node.
    public var nodeVerbosity: [String: UInt]?
    /// How much virt-api logs.
    public var virtAPI: UInt = 0
    /// How much virt-controller logs.
    public var virtController: UInt = 0
    /// How much virt-handler logs.
    public var virtHandler: UInt = 0
    /// How much virt-launcher logs.
    public var virtLauncher: UInt = 0
    /// How much virt-operator logs.
    public var virtOperator: UInt = 0
    /// How much the synchronization controller logs.
    public var virtSynchronizationController: UInt = 0

    public init() {}
  }
}

extension V1.LogVerbosity: JSONStructure {
  public static let memberNames: [StaticString] = [
    "nodeVerbosity", "virtAPI", "virtController", "virtHandler", "virtLauncher", "virtOperator",
    "virtSynchronizationController",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("nodeVerbosity", &nodeVerbosity)
      case 1: reader.member("virtAPI", &virtAPI)
      case 2: reader.member("virtController", &virtController)
      case 3: reader.member("virtHandler", &virtHandler)
      case 4: reader.member("virtLauncher", &virtLauncher)
      case 5: reader.member("virtOperator", &virtOperator)
      case 6: reader.member("virtSynchronizationController", &virtSynchronizationController)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6272655665646f6e:
      if key.equals("nodeVerbosity") { return 0 }
    case 0x49504174726976:
      if key.count == 7 { return 1 }  // virtAPI
    case 0x746e6f4374726976:
      if key.equals("virtController") { return 2 }
    case 0x646e614874726976:
      if key.equals("virtHandler") { return 3 }
    case 0x6e75614c74726976:
      if key.equals("virtLauncher") { return 4 }
    case 0x7265704f74726976:
      if key.equals("virtOperator") { return 5 }
    case 0x636e795374726976:
      if key.equals("virtSynchronizationController") { return 6 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("nodeVerbosity", nodeVerbosity ?? [:])
    writer.memberUnlessEmpty("virtAPI", virtAPI)
    writer.memberUnlessEmpty("virtController", virtController)
    writer.memberUnlessEmpty("virtHandler", virtHandler)
    writer.memberUnlessEmpty("virtLauncher", virtLauncher)
    writer.memberUnlessEmpty("virtOperator", virtOperator)
    writer.memberUnlessEmpty("virtSynchronizationController", virtSynchronizationController)
    writer.endObject()
  }
}
