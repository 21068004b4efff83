// Made from openapi/kubernetes/api/core/events.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension Core {
  /// Something that happened to an object.
  public struct Event: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ObjectMeta = ObjectMeta()
    /// What was done.
    public var action: String = ""
    /// Number of times.
    public var count: Int32 = 0
    /// When it happened first.
    public var eventTime: String = ""
    /// When it was first seen.
    public var firstTimestamp: Timestamp?
    /// The object that it happened to.
    public var involvedObject: ObjectReference = ObjectReference()
    /// When it was last seen.
    public var lastTimestamp: Timestamp?
    /// What happened, for people.
    public var message: String = ""
    /// What happened, in one word.
    public var reason: String = ""
    /// Another object that took part.
    @Boxed public var related: ObjectReference?
    /// Name of the reporting controller.
    public var reportingComponent: String = ""
    /// Instance of the reporting controller.
    public var reportingInstance: String = ""
    /// Set when the event repeats.
    public var series: EventSeries?
    /// Who reported it.
    public var source: EventSource = EventSource()
    /// Normal or Warning.
    public var type: String = ""

    public init() {}
  }
}

extension Core.Event: JSONStructure {
  public static let memberNames: [StaticString] = [
    "apiVersion", "kind", "metadata", "action", "count", "eventTime", "firstTimestamp", "involvedObject",
    "lastTimestamp", "message", "reason", "related", "reportingComponent", "reportingInstance", "series", "source",
    "type",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("action", &action)
      case 4: reader.member("count", &count)
      case 5: reader.member("eventTime", &eventTime)
      case 6: reader.nullableMember("firstTimestamp", &firstTimestamp)
      case 7: reader.member("involvedObject", &involvedObject)
      case 8: reader.nullableMember("lastTimestamp", &lastTimestamp)
      case 9: reader.member("message", &message)
      case 10: reader.member("reason", &reason)
      case 11: reader.member("related", &related)
      case 12: reader.member("reportingComponent", &reportingComponent)
      case 13: reader.member("reportingInstance", &reportingInstance)
      case 14: reader.member("series", &series)
      case 15: reader.member("source", &source)
      case 16: reader.member("type", &type)
      default: reader.unknownMember(key)
      }
    }
    reader.require(2, members, "metadata")
    reader.require(7, members, "involvedObject")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x6e6f69746361:
      if key.count == 6 { return 3 }  // action
    case 0x746e756f63:
      if key.count == 5 { return 4 }  // count
    case 0x6d6954746e657665:
      if key.equals("eventTime") { return 5 }
    case 0x6d69547473726966:
      if key.equals("firstTimestamp") { return 6 }
    case 0x6465766c6f766e69:
      if key.equals("involvedObject") { return 7 }
    case 0x656d69547473616c:
      if key.equals("lastTimestamp") { return 8 }
    case 0x6567617373656d:
      if key.count == 7 { return 9 }  // message
    case 0x6e6f73616572:
      if key.count == 6 { return 10 }  // reason
    case 0x646574616c6572:
      if key.count == 7 { return 11 }  // related
    case 0x6e6974726f706572:
      if key.equals("reportingComponent") { return 12 }
      if key.equals("reportingInstance") { return 13 }
    case 0x736569726573:
      if key.count == 6 { return 14 }  // series
    case 0x656372756f73:
      if key.count == 6 { return 15 }  // source
    case 0x65707974:
      if key.count == 4 { return 16 }  // type
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.member("metadata", metadata)
    writer.memberUnlessEmpty("action", action)
    writer.memberUnlessEmpty("count", count)
    writer.memberUnlessEmpty("eventTime", eventTime)
    writer.memberUnlessEmpty("firstTimestamp", firstTimestamp)
    writer.member("involvedObject", involvedObject)
    writer.memberUnlessEmpty("lastTimestamp", lastTimestamp)
    writer.memberUnlessEmpty("message", message)
    writer.memberUnlessEmpty("reason", reason)
    writer.memberUnlessEmpty("related", related)
    writer.memberUnlessEmpty("reportingComponent", reportingComponent)
    writer.memberUnlessEmpty("reportingInstance", reportingInstance)
    writer.memberUnlessEmpty("series", series)
    writer.memberUnlessEmpty("source", source)
    writer.memberUnlessEmpty("type", type)
    writer.endObject()
  }
}

extension Core {
  /// A list of such objects.
  public struct EventList: Sendable {
    /// Group and version of the schema that the object follows.
    public var apiVersion: String = ""
    /// Kind of the object.
    public var kind: String = ""
    /// What Kubernetes keeps about every object.
    public var metadata: ListMeta = ListMeta()
    /// The objects.
    public var items: [Event] = []

    public init() {}
  }
}

extension Core.EventList: JSONStructure {
  public static let memberNames: [StaticString] = ["apiVersion", "kind", "metadata", "items"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("apiVersion", &apiVersion)
      case 1: reader.member("kind", &kind)
      case 2: reader.member("metadata", &metadata)
      case 3: reader.member("items", &items)
      default: reader.unknownMember(key)
      }
    }
    reader.require(3, members, "items")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6973726556697061:
      if key.equals("apiVersion") { return 0 }
    case 0x646e696b:
      if key.count == 4 { return 1 }  // kind
    case 0x617461646174656d:
      if key.count == 8 { return 2 }  // metadata
    case 0x736d657469:
      if key.count == 5 { return 3 }  // items
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("apiVersion", apiVersion)
    writer.memberUnlessEmpty("kind", kind)
    writer.memberUnlessEmpty("metadata", metadata)
    writer.member("items", items)
    writer.endObject()
  }
}

extension Core {
  /// Repetitions of an event.
  public struct EventSeries: Sendable {
    /// Number of times so far.
    public var count: Int32 = 0
    /// When it was last seen.
    public var lastObservedTime: String = ""

    public init() {}
  }
}

extension Core.EventSeries: JSONStructure {
  public static let memberNames: [StaticString] = ["count", "lastObservedTime"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("count", &count)
      case 1: reader.member("lastObservedTime", &lastObservedTime)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746e756f63:
      if key.count == 5 { return 0 }  // count
    case 0x6573624f7473616c:
      if key.equals("lastObservedTime") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("count", count)
    writer.memberUnlessEmpty("lastObservedTime", lastObservedTime)
    writer.endObject()
  }
}

extension Core {
  /// Who reported an event.
  public struct EventSource: Sendable {
    /// Name of the program.
    public var component: String = ""
    /// Name of the node.
    public var host: String = ""

    public init() {}
  }
}

extension Core.EventSource: JSONStructure {
  public static let memberNames: [StaticString] = ["component", "host"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("component", &component)
      case 1: reader.member("host", &host)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6e656e6f706d6f63:
      if key.equals("component") { return 0 }
    case 0x74736f68:
      if key.count == 4 { return 1 }  // host
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("component", component)
    writer.memberUnlessEmpty("host", host)
    writer.endObject()
  }
}
