#!/usr/bin/env bash
# Load on virt-api's webhooks beside a bare HTTP/2 server, in one run on one machine.
#
#   run.sh VIRT-API-EXECUTABLE
#
# Every line is one run of h2load: TLS, 32 connections, the AdmissionReview of an
# instance as body. "CPU" is the server's own processor time for one request, user
# and system, from /proc; the ratio beside it is the bare server's CPU time over it.
# The bare server is `nghttpd -n1`: it receives the same bodies and answers 300
# bytes from a file. Budgets are in the last column; the exit code says whether
# they are kept and every request was answered.
#
# Environment: REQUESTS (default 50000)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# = 1 ] && [ -x "$1" ] || { echo "usage: run.sh VIRT-API-EXECUTABLE" >&2; exit 2; }
virt_api=$1
requests=${REQUESTS:-50000}
path=/virtualmachineinstances-validate-create
work=$(mktemp -d)
processes=()
finish() {
  local status=$? process
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null && wait "$process" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT
over=0

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
ticks_per_second=$(getconf CLK_TCK)
cpu_ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
resident() { awk '/^VmRSS/ {printf "%.1f", $2 / 1024}' "/proc/$1/status"; }

# ---- the two servers -----------------------------------------------------------------
"$here/../../certs/make-development-ca.sh" "$work/certificates" localhost 127.0.0.1 >/dev/null
mkdir -p "$work/static$(dirname "$path")" "$work/objects"
head -c 300 /dev/zero | tr '\0' x >"$work/static$path"
bare_port=$(free_port)
nghttpd -n1 -d "$work/static" "$bare_port" "$work/certificates/tls.key" "$work/certificates/tls.crt" >/dev/null &
bare=$!
processes+=("$bare")

port=$(free_port)
body=$here/perf-medium.json
begin=${EPOCHREALTIME/./}
"$virt_api" --bind-address 127.0.0.1 --secure-port "$port" --objects "$work/objects" \
  --tls-cert-file "$work/certificates/tls.crt" --tls-private-key-file "$work/certificates/tls.key" \
  >"$work/virt-api.log" 2>&1 </dev/null &
server=$!
processes+=("$server")
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "$server" 2>/dev/null || { cat "$work/virt-api.log" >&2; exit 1; }
done
post() { curl -sS --cacert "$work/certificates/ca.crt" -H 'content-type: application/json' --data-binary @"$1" "https://127.0.0.1:$port$path"; }
until answer=$(post "$body" 2>/dev/null) && [[ $answer == *'"uid"'* ]]; do
  [ $(( ${EPOCHREALTIME/./} - begin )) -lt 10000000 ] || { echo "no answer: $answer" >&2; exit 1; }
done
first=$(( (${EPOCHREALTIME/./} - begin) / 1000 ))
sleep 1
idle=$(resident "$server")

# ---- load ------------------------------------------------------------------------------
row() { printf '%-34s %9s %9s %9s %8s %9s %7s  %s\n' "$@"; }
judge() { # VALUE OPERATOR LIMIT: says "ok" or "OVER" and remembers
  if awk -v a="$1" -v b="$3" "BEGIN { exit !(a $2 b) }"; then verdict=ok; else verdict=OVER over=1; fi
}
# Runs h2load; sets cpu (microseconds a request), rate, p50, p99 (microseconds), ratio.
load() { # NAME PROCESS URL BODY H2LOAD-ARGUMENT...
  local name=$1 process=$2 url=$3 data=$4 before after answered
  shift 4
  h2load -n "$((requests / 10))" -c 32 -d "$data" -H 'content-type: application/json' "$@" "$url" >/dev/null
  before=$(cpu_ticks "$process")
  h2load -n "$requests" -c 32 -d "$data" -H 'content-type: application/json' --log-file "$work/log" "$@" "$url" >"$work/out"
  after=$(cpu_ticks "$process")
  answered=$(awk '/^requests:/ {print $8}' "$work/out")
  rate=$(awk '/^finished in/ {printf "%.0f", $4}' "$work/out")
  cpu=$(awk -v t=$((after - before)) -v hz="$ticks_per_second" -v n="$requests" 'BEGIN {printf "%.1f", t / hz / n * 1e6}')
  sort -n -k3 "$work/log" | awk '{v[NR] = $3} END {print v[int(NR * 0.5) + 1], v[int(NR * 0.99)]}' >"$work/percentiles"
  read -r p50 p99 <"$work/percentiles"
  rm -f "$work/log"
  if [ "$answered" != "$requests" ] || ! grep -q "status codes: $requests 2xx" "$work/out"; then
    grep -E '^(requests|status codes):' "$work/out"
    over=1
  fi
}

echo "$(nproc) cores, $requests requests a line, 32 connections, TLS; times in microseconds"
row load requests/s CPU ratio p50 p99 MB budget
load bare "$bare" "https://127.0.0.1:$bare_port$path" "$body" -m 10
bare_cpu=$cpu
row "nghttpd -n1, HTTP/2, 6 KB" "$rate" "$cpu" 1 "$p50" "$p99" "$(resident "$bare")" ""
for size in medium small large; do
  body=$here/perf-$size.json
  kilobytes=$(awk -v b="$(stat -c %s "$body")" 'BEGIN {printf "%.1f", b / 1024}')
  for protocol in HTTP/2 HTTP/1.1; do
    if [ "$protocol" = HTTP/2 ]; then arguments=(-m 10); else arguments=(--h1); fi
    load "$size" "$server" "https://127.0.0.1:$port$path" "$body" "${arguments[@]}"
    ratio=$(awk -v a="$bare_cpu" -v b="$cpu" 'BEGIN {printf "%.2f", a / b}')
    budget=
    if [ "$size" = medium ]; then judge "$ratio" '>=' 0.5; budget="ratio >= 0.5: $verdict"; fi
    row "virt-api, $protocol, $kilobytes KB" "$rate" "$cpu" "$ratio" "$p50" "$p99" "$(resident "$server")" "$budget"
  done
done
loaded=$(resident "$server")
judge "$idle" '<=' 15; echo "resident memory idle: $idle MB (budget 15: $verdict)"
judge "$loaded" '<=' 40; echo "resident memory after the load: $loaded MB (budget 40: $verdict)"
judge "$first" '<=' 50; echo "process start to first admission answered, with curl's own start: $first ms (budget 50: $verdict)"
exit "$over"
