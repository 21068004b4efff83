import Kube
import VirtTypes
import XML

extension CurrentDomain {
  /// Disks, drives and LUNs.
  func disks(_ threads: IOThreads?) throws(DomainError) -> [XMLElement] {
    var targets = DiskTargets(instance.status.volumeStatus)
    var elements: [XMLElement] = []
    for disk in devices.disks {
      guard let source = try source(of: disk) else { continue }
      let target = targets.name(disk: disk.name, bus: disk.targetBus)
      elements.append(try element(of: disk, source, target: target, threads))
    }
    return elements
  }

  private func element(
    of disk: V1.Disk, _ source: DiskSource, target: String, _ threads: IOThreads?
  ) throws(DomainError) -> XMLElement {
    let isVirtio = disk.targetBus == "virtio"
    let isFile = if case .file = source.place { true } else { false }
    var element = XMLElement(
      "disk",
      ["device": disk.deviceType, "type": isFile ? "file" : "block", "model": isVirtio ? virtioModel : nil])
    var sourceElement = Self.element(of: source.place)
    if disk.lun?.reservation == true { sourceElement.children.append(reservations) }
    let tray = disk.cdrom.map { $0.tray.isEmpty ? "closed" : $0.tray }
    element.children = [
      sourceElement,
      XMLElement("target", ["bus": disk.targetBus, "dev": target, "tray": tray]),
      try driver(of: disk, source, threads),
    ]
    if !disk.serial.isEmpty { element.children.append(XMLElement("serial", text: disk.serial)) }
    if disk.isReadOnly || source.isReadOnly { element.children.append(XMLElement("readonly")) }
    if disk.shareable == true { element.children.append(XMLElement("shareable")) }
    element.children.append(Self.alias(disk.name))
    if let backing = source.backing { element.children.append(Self.element(of: backing)) }
    if let order = disk.bootOrder { element.children.append(XMLElement("boot", ["order": String(order)])) }
    if let address = try address(of: disk, target: target) { element.children.append(address) }
    if let sizes = try blockSizes(of: disk, source) { element.children.append(sizes) }
    element.children += claimElements(source.claim)
    return element
  }

  private static func element(of place: DiskSource.Place) -> XMLElement {
    switch place {
    case .file(let path): XMLElement("source", ["file": path])
    case .block(let path, let name): XMLElement("source", ["dev": path, "name": name])
    case .none: XMLElement("source")
    }
  }

  private static func element(of backing: DiskSource.Backing) -> XMLElement {
    let type = if case .block = backing.place { "block" } else { "file" }
    return XMLElement(
      "backingStore", ["type": type],
      children: [XMLElement("format", ["type": backing.format]), element(of: backing.place)])
  }

  private var reservations: XMLElement {
    XMLElement(
      "reservations", ["managed": "no"],
      children: [
        XMLElement("source", ["type": "unix", "path": environment.paths.reservationHelper, "mode": "client"])
      ])
  }

  private func driver(of disk: V1.Disk, _ source: DiskSource, _ threads: IOThreads?) throws(DomainError) -> XMLElement {
    let isVirtio = disk.targetBus == "virtio"
    let cache = try cache(of: disk, source)
    var driver = XMLElement(
      "driver",
      [
        "cache": cache, "error_policy": disk.errorPolicy ?? "stop", "io": inputOutput(of: disk, source, cache: cache),
        "name": "qemu", "type": source.format,
      ])
    switch isVirtio ? threads?.ofDisk[disk.name] : nil {
    case .thread(let thread): driver[attribute: "iothread"] = String(thread)
    case .pool:
      let list = (1...max(threads?.count ?? 1, 1)).map { XMLElement("iothread", ["id": String($0)]) }
      driver.children.append(XMLElement("iothreads", children: list))
    case nil: break
    }
    if isVirtio, source.takesQueues, devices.blockMultiQueue == true {
      driver[attribute: "queues"] = String(topology.vCPUs)
    }
    if source.discards { driver[attribute: "discard"] = "unmap" }
    if isVirtio { driver[attribute: "iommu"] = iommu }
    return driver
  }

  /// As asked for; else past the node's page cache where the file systems can do that.
  private func cache(of disk: V1.Disk, _ source: DiskSource) throws(DomainError) -> String? {
    guard let path = source.path else { return disk.cache.isEmpty ? nil : disk.cache }
    if disk.shareable == true, !["", "none"].contains(disk.cache) {
      throw .unsupported(field: "disk \(disk.name)", reason: "a disk that is shared must have cache none")
    }
    var files = [path]
    switch source.backing?.place {
    case .file(let path), .block(let path, _): files.append(path)
    case nil, DiskSource.Place.none?: break
    }
    let isDirect = files.allSatisfy(environment.supportsDirectIO)
    switch disk.cache {
    case "": return isDirect || disk.shareable == true ? "none" : "writethrough"
    case "none" where !isDirect:
      throw .unsupported(
        field: "disk \(disk.name)", reason: "its file system has no direct I/O, which cache none needs")
    default: return disk.cache
    }
  }

  /// As asked for; else the kernel's asynchronous I/O where it never waits.
  private func inputOutput(of disk: V1.Disk, _ source: DiskSource, cache: String?) -> String? {
    if !disk.io.isEmpty { return disk.io }
    guard cache == "none", let path = source.path else { return nil }
    return source.isBlock || environment.isPreallocated(path) ? "native" : nil
  }

  private func address(of disk: V1.Disk, target: String) throws(DomainError) -> XMLElement? {
    if let address = disk.disk?.pciAddress, !address.isEmpty {
      return try PCIAddress(address, field: "disk \(disk.name)").element
    }
    guard disk.targetBus == "scsi", disk.cdrom == nil, let unit = DiskTargets.index(ofName: target) else { return nil }
    return XMLElement("address", ["type": "drive", "bus": "0", "controller": "0", "unit": String(unit)])
  }

  private func blockSizes(of disk: V1.Disk, _ source: DiskSource) throws(DomainError) -> XMLElement? {
    guard let given = disk.blockSize else { return nil }
    var sizes: DomainEnvironment.BlockSizes?
    if let custom = given.custom {
      sizes = .init(logical: custom.logical, physical: custom.physical, discardGranularity: custom.discardGranularity)
    } else if let match = given.matchVolume, match.isOn, let path = source.path {
      sizes = environment.blockSizes(path)
      guard sizes != nil else {
        throw .unsupported(field: "disk \(disk.name)", reason: "the block sizes of its volume cannot be told")
      }
    }
    return sizes.map { sizes in
      XMLElement(
        "blockio",
        [
          "logical_block_size": String(sizes.logical), "physical_block_size": String(sizes.physical),
          "discard_granularity": sizes.discardGranularity.map { String($0) },
        ])
    }
  }

  /// What the launcher itself reads when a claim has grown; nothing of libvirt's.
  private func claimElements(_ claim: V1.PersistentVolumeClaimInfo?) -> [XMLElement] {
    guard let claim else { return [] }
    var elements: [XMLElement] = []
    if let overhead = claim.filesystemOverhead { elements.append(XMLElement("filesystemOverhead", text: overhead)) }
    let sizes = [claim.capacity?["storage"], claim.requests?["storage"]].compactMap { $0?.value }
    if let least = sizes.min() { elements.append(XMLElement("capacity", text: String(least))) }
    if environment.configuration.allows(.expandDisks) {
      elements.append(XMLElement("expandDisksEnabled", text: "true"))
    }
    return elements
  }
}
