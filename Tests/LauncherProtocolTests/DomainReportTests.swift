import Kube
import LauncherProtocol
import Testing

@Suite struct DomainReportTests {
  @Test func everythingComesBackFromJSON() {
    var report = DomainReport()
    report.namespace = "default"
    report.name = "testvm"
    report.uid = "u-1"
    report.status = .paused
    report.reason = .ioError
    report.hasACPI = false
    report.gracePeriod = DomainReport.GracePeriod(seconds: 30, started: Timestamp(seconds: 1_700_000_000))
    var interface = DomainInterface()
    interface.name = "default"
    interface.mac = "02:00:00:00:00:01"
    interface.addresses = ["10.0.2.2", "fd10::2"]
    interface.queueCount = 4
    interface.sources = ["domain", "guest-agent"]
    report.interfaces = [interface]
    report.disks = [DomainDisk(name: "registrydisk", target: "vda")]
    var agent = GuestAgentReport()
    agent.version = "7.2"
    agent.supportedCommands = ["guest-info"]
    agent.operatingSystem.id = "debian"
    agent.loadAverages = [0.25]
    report.agent = agent
    report.machineType = "pc-q35-7.2"
    report.isEmulated = true
    report.failure = "no room"
    #expect(DomainReport(report.json) == report)
  }
}
