import JSON
import Kube
import LauncherProtocol
import PodNetwork
import Testing
import XML

@testable import VirtLauncher

@Suite struct DomainDescriptionTests {
  /// As libvirt shows a running domain, shortened.
  private let running = """
    <domain type='qemu' id='1'>
      <metadata>
        <kubevirt:kubevirt xmlns:kubevirt="http://kubevirt.io">
          <kubevirt:uid>1-2-3</kubevirt:uid>
          <kubevirt:graceperiod>
            <kubevirt:deletionGracePeriodSeconds>30</kubevirt:deletionGracePeriodSeconds>
            <kubevirt:deletionTimestamp>2024-05-06T07:08:09Z</kubevirt:deletionTimestamp>
          </kubevirt:graceperiod>
        </kubevirt:kubevirt>
      </metadata>
      <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>
      <features><acpi/></features>
      <devices>
        <disk type='file' device='disk'><target dev='vda' bus='virtio'/><alias name='ua-root'/></disk>
        <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><alias name='sata0-0-0'/></disk>
        <interface type='bridge'>
          <mac address='02:00:00:aa:bb:cc'/><target dev='vnet0'/><driver queues='4'/><link state='down'/>
          <alias name='ua-default'/>
        </interface>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0' state='connected'/></channel>
      </devices>
    </domain>
    """

  @Test func aReportTakesWhatTheDescriptionSays() throws {
    let xml = try XMLElement(parsing: running)
    var report = DomainReport()
    report.read(xml)
    #expect(report.uid == "1-2-3")
    #expect(report.gracePeriod?.seconds == 30)
    #expect(report.gracePeriod?.started?.text == "2024-05-06T07:08:09Z")
    #expect(report.hasACPI && report.isEmulated)
    #expect(report.machineType == "pc-q35-7.2")
    #expect(report.disks == [DomainDisk(name: "root", target: "vda"), DomainDisk(name: "", target: "sda")])
    report.add(podLinks: ["default": "eth0"])
    #expect(report.interfaces.map(\.name) == ["default"])
    #expect(report.interfaces.first?.podInterfaceName == "eth0")
    #expect(report.interfaces.first?.queueCount == 4)
    #expect(report.interfaces.first?.linkState == "down")
    #expect(DomainReport.isAgentConnected(xml))
  }

  @Test func theAgentsAddressesGoToTheCardOfTheirMAC() throws {
    var report = DomainReport()
    report.read(try XMLElement(parsing: running))
    report.add([
      GuestInterface(name: "lo", mac: "00:00:00:00:00:00", addresses: ["127.0.0.1"]),
      GuestInterface(name: "eth0", mac: "02:00:00:AA:BB:CC", addresses: ["10.0.0.5", "fe80::1"]),
      GuestInterface(name: "docker0", mac: "02:42:00:00:00:01", addresses: ["172.17.0.1"]),
    ])
    #expect(report.interfaces.map(\.guestName) == ["eth0", "docker0"])
    #expect(report.interfaces.map(\.sources) == [["domain", "guest-agent"], ["guest-agent"]])
    #expect(report.interfaces.first?.addresses == ["10.0.0.5", "fe80::1"])
  }

  @Test func theBeginningOfAShutdownIsKeptBesideAllElse() throws {
    let started = try #require(Timestamp("2025-01-02T03:04:05Z"))
    let element = DomainMetadata.element(ofDomain: try XMLElement(parsing: running), started: started)
    #expect(element.name == "kubevirt" && element.attributes.isEmpty)
    let metadata = DomainMetadata(
      ofDomain: XMLElement("domain", children: [XMLElement("metadata", children: [element])]))
    #expect(metadata == DomainMetadata(uid: "1-2-3", gracePeriod: .init(seconds: 30, started: started)))
  }

  @Test func aProcessorOfTheHostIsNoneForAnEmulatedGuest() {
    let cpu = XMLElement(
      "cpu", ["mode": "host-model"],
      children: [XMLElement("topology", ["cores": "2"]), XMLElement("feature", ["name": "vmx", "policy": "require"])])
    let emulated = Emulation.adapted(XMLElement("domain", ["type": "qemu"], children: [cpu]))
    #expect(
      emulated.child("cpu")
        == XMLElement("cpu", ["mode": "maximum"], children: [XMLElement("topology", ["cores": "2"])]))
    let native = XMLElement("domain", ["type": "kvm"], children: [cpu])
    #expect(Emulation.adapted(native) == native)
  }

  @Test func cardsArePluggedIntoWhatStandsReady() throws {
    let card = XMLElement(
      "interface", ["type": "ethernet"], children: [XMLElement("alias", ["name": "ua-default"])])
    let domain = XMLElement("domain", children: [XMLElement("devices", children: [card])])
    let mac = HardwareAddress("02:00:00:aa:bb:cc")
    let tap = domain.withNetwork([
      PluggedInterface(name: "default", podInterfaceName: "eth0", attachment: .tap("tap0"), mac: mac, mtu: 1450)
    ]).descendant("devices", "interface")
    #expect(tap?[attribute: "type"] == "ethernet")
    #expect(tap?.child("target") == XMLElement("target", ["dev": "tap0", "managed": "no"]))
    #expect(tap?.child("mac")?[attribute: "address"] == "02:00:00:aa:bb:cc")
    #expect(tap?.child("mtu")?[attribute: "size"] == "1450")
    let bridge = domain.withNetwork([
      PluggedInterface(name: "default", podInterfaceName: "eth0", attachment: .bridge("k6t-eth0"))
    ]).descendant("devices", "interface")
    #expect(bridge?[attribute: "type"] == "bridge")
    #expect(bridge?.child("source")?[attribute: "bridge"] == "k6t-eth0")
  }

  @Test func processorsAreReadFromTheKernelsList() {
    #expect(HostObservation.allowedProcessors(status: "Name:\tx\nCpus_allowed_list:\t0-2,5\n") == [0, 1, 2, 5])
    #expect(HostObservation.allowedProcessors(status: "") == [])
  }
}

@Suite struct GuestAgentTests {
  @Test func answersFillTheReport() throws {
    var report = GuestAgentReport()
    func apply(_ query: GuestAgentQuery, _ answer: String) throws {
      GuestAgentAnswers.apply(try JSONValue(parsing: answer), of: query, to: &report)
    }
    try apply(
      .info,
      """
      {"return":{"version":"7.2.0","supported_commands":[
        {"name":"guest-ping","enabled":true,"success-response":true},{"name":"guest-exec","enabled":false}]}}
      """)
    try apply(.system, #"{"return":{"id":"debian","name":"Debian","version-id":"12","kernel-release":"6.1"}}"#)
    try apply(.hostName, #"{"return":{"host-name":"guest"}}"#)
    try apply(.timezone, #"{"return":{"zone":"CET","offset":3600}}"#)
    try apply(.freezeStatus, #"{"return":"thawed"}"#)
    #expect(report.version == "7.2.0")
    #expect(report.supportedCommands == ["guest-ping"])
    #expect(report.operatingSystem.id == "debian" && report.operatingSystem.versionID == "12")
    #expect(report.hostname == "guest" && report.timezone == "CET 3600")
    #expect(report.fileSystemFreezeStatus == "thawed")
  }

  @Test func usersAndFileSystemsAreListedAsSubresourcesShowThem() throws {
    let users = try JSONValue(parsing: #"{"return":[{"user":"root","login-time":1.5,"domain":"d"}]}"#)
    #expect(
      GuestAgentAnswers.userList(users)["items"]?[0]
        == (try JSONValue(parsing: #"{"userName":"root","domain":"d","loginTime":1.5}"#)))
    let systems = try JSONValue(
      parsing: """
        {"return":[{"name":"vda1","mountpoint":"/","type":"ext4","used-bytes":1,"total-bytes":2,
          "disk":[{"bus-type":"virtio","serial":"s","bus":0}]}]}
        """)
    #expect(
      GuestAgentAnswers.fileSystemList(systems)["items"]?[0]
        == (try JSONValue(
          parsing: """
            {"diskName":"vda1","mountPoint":"/","fileSystemType":"ext4","usedBytes":1,"totalBytes":2,
             "disk":[{"busType":"virtio","serial":"s"}]}
            """)))
  }
}
