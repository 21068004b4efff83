import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite("Rows of pods")
struct PodTableTests {
  private static func pod(_ status: String, spec: String = #"{"containers":[{"name":"a"},{"name":"b"}]}"#) -> String {
    #"{"metadata":{"name":"p","creationTimestamp":"2027-01-15T07:00:00Z"},"spec":\#(spec),"status":\#(status)}"#
  }

  private static let initSpec = #"{"initContainers":[{"name":"i"},{"name":"j"}],"containers":[{"name":"a"}]}"#

  static let cases: [(String, String, String)] = [
    (pod(#"{"phase":"Pending"}"#), "0/2", "Pending"),
    (
      pod(
        #"{"phase":"Pending","containerStatuses":[{"name":"a","state":{"waiting":{"reason":"ContainerCreating"}}}]}"#),
      "0/2", "ContainerCreating"
    ),
    (
      pod(
        #"{"phase":"Running","containerStatuses":[{"name":"a","ready":true,"state":{"running":{}}},{"name":"b","state":{"waiting":{"reason":"CrashLoopBackOff"}},"restartCount":4}]}"#
      ), "1/2", "CrashLoopBackOff"
    ),
    (
      pod(
        #"{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"a","state":{"terminated":{"reason":"Completed","exitCode":0}}},{"name":"b","ready":true,"state":{"running":{}}}]}"#
      ), "1/2", "Running"
    ),
    (
      pod(#"{"phase":"Failed","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3}}}]}"#), "0/2",
      "ExitCode:3"
    ),
    (
      pod(#"{"phase":"Failed","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3,"signal":9}}}]}"#),
      "0/2", "Signal:9"
    ),
    (pod(#"{"phase":"Failed","reason":"Evicted"}"#), "0/2", "Evicted"),
    (
      pod(
        #"{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0}}},{"name":"j","state":{"running":{}}}]}"#,
        spec: initSpec), "0/1", "Init:1/2"
    ),
    (
      pod(
        #"{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":1,"reason":"Error"}}}]}"#,
        spec: initSpec), "0/1", "Init:Error"
    ),
    (
      pod(
        #"{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"waiting":{"reason":"PodInitializing"}}}]}"#,
        spec: initSpec), "0/1", "Init:0/2"
    ),
  ]

  @Test("a pod's status is what its containers do", arguments: cases)
  func status(pod: String, ready: String, status: String) throws {
    let row = PodTable.layout.cells(try JSONValue(parsing: pod), KindSamples.now)
    #expect(row.count == PodTable.layout.columns.count)
    #expect(row[1] == .string(ready))
    #expect(row[2] == .string(status))
  }

  @Test("a pod that is being deleted is Terminating, with its age and place")
  func terminating() throws {
    var pod = try JSONValue(
      parsing: Self.pod(
        #"{"phase":"Running","podIP":"10.0.0.1","containerStatuses":[{"name":"a","restartCount":2,"lastState":{"terminated":{"finishedAt":"2027-01-15T07:59:00Z"}}}]}"#
      ))
    pod["metadata"]?["deletionTimestamp"] = "2027-01-15T07:59:30Z"
    pod["spec"]?["nodeName"] = "n"
    #expect(
      PodTable.layout.cells(pod, KindSamples.now) == [
        "p", "0/2", "Terminating", "2 (60s ago)", "60m", "10.0.0.1", "n", "<none>", "<none>",
      ])
  }
}
