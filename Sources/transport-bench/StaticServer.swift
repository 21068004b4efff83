import Glibc
import Transport

enum StaticServer {
  static func run(_ arguments: [String]) async {
    do {
      let signal = try ShutdownSignal()
      let port = arguments.first.flatMap { UInt16($0) } ?? 0
      let reactors = arguments.dropFirst().first.flatMap { Int($0) }
      let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 301
      let pair = try CertificateAuthority.selfSigned(
        CertificateRequest(commonName: "localhost", dnsNames: ["localhost"], ipAddresses: ["127.0.0.1"]))
      let answer = HTTPResponse(status: 200, headers: .json, body: Array(repeating: 0x78, count: count))
      let server = try HTTPServer.start(
        .init(
          address: .tcp(host: "127.0.0.1", port: port), tls: TLSServerConfiguration(identity: pair.identity),
          reactors: reactors)
      ) { _ in .respond(answer) }
      print("listening on \(server.address)")
      _ = await signal.wait(on: server.group)
      await server.drain(grace: .seconds(10))
      print(server.metrics)
    } catch {
      print("transport-bench: \(error)")
      exit(1)
    }
  }
}
