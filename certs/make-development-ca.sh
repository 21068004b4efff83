#!/usr/bin/env bash
# Makes a development certificate authority, a server and a client certificate.
#
#   certs/make-development-ca.sh DIRECTORY [DNS-NAME | IP-ADDRESS]...
#
# DIRECTORY gets ca.crt, tls.crt, tls.key, client.crt and client.key, the keys
# readable by the owner only. The authority's own key is never written to a file
# that outlives this command: for other names, make a new authority. The names
# default to those of the Service virt-api in namespace kubevirt and of loopback.
set -euo pipefail
umask 077
profiles=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/profiles.cnf
[ $# -ge 1 ] || { sed -n '2,/^set /{/^set /!{s/^# \{0,1\}//;p}}' "$0" >&2; exit 2; }
directory=$1
shift
[ $# -gt 0 ] || set -- virt-api virt-api.kubevirt virt-api.kubevirt.svc virt-api.kubevirt.svc.cluster.local \
  localhost 127.0.0.1 ::1
days=${CERT_DAYS:-365}

export CERT_NAMES=
for name in "$@"; do
  case $name in
    *:* | *[0-9].[0-9]*.[0-9]*.[0-9]*) kind=IP ;;
    *) kind=DNS ;;
  esac
  CERT_NAMES="${CERT_NAMES:+$CERT_NAMES,}$kind:$name"
done

mkdir -p "$directory"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)

openssl req -x509 "${key[@]}" -config "$profiles" -extensions authority -days "$days" -set_serial "0x$(openssl rand -hex 16)" \
  -subj "/CN=swift-virt development CA" -keyout "$scratch/ca.key" -out "$directory/ca.crt" 2>/dev/null

issue() { # PROFILE FILE SUBJECT
  openssl req "${key[@]}" -config "$profiles" -subj "$3" -keyout "$directory/$2.key" -out "$scratch/$2.csr" 2>/dev/null
  openssl x509 -req -in "$scratch/$2.csr" -CA "$directory/ca.crt" -CAkey "$scratch/ca.key" \
    -set_serial "0x$(openssl rand -hex 16)" -days "$days" -extfile "$profiles" -extensions "$1" \
    -out "$directory/$2.crt" 2>/dev/null
}
issue server tls "/CN=virt-api"
issue client client "/O=swift-virt development/CN=developer"
openssl verify -CAfile "$directory/ca.crt" "$directory/tls.crt" "$directory/client.crt" >/dev/null
chmod 644 "$directory"/*.crt
echo "$directory: ca.crt tls.crt tls.key client.crt client.key (names $CERT_NAMES, $days days)"
