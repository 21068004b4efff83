// A server that answers every request with the same bytes, to measure what the transport alone costs.
//
//   transport-bench PORT [REACTORS] [ANSWER-BYTES]
//
// Serves TLS with a certificate made at the start. On SIGTERM it drains and prints its counts.
import Glibc
import Transport

await StaticServer.run(Array(CommandLine.arguments.dropFirst()))
