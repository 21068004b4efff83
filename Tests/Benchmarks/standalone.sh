#!/usr/bin/env bash
# swift-virt beside etcd and kube-apiserver, in one run on one machine: start, memory, writes, reads, lists, watches.
#
#   standalone.sh SWIFT-VIRT-EXECUTABLE
#
# Both servers get the same requests over TLS from the same clients (h2load over HTTP/2 with 32 connections, curl, and a
# small Python program that holds the watches). Objects are ConfigMaps of 1 KB. Budgets are printed beside the figures
# that have one; the exit code says whether they are kept.
#
# Environment: CREATES (default 10000), GETS (50000), WATCHERS (1000)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cluster=$here/../EndToEnd/cluster
[ $# = 1 ] && [ -x "$1" ] || { echo "usage: standalone.sh SWIFT-VIRT-EXECUTABLE" >&2; exit 2; }
swift_virt=$1
creates=${CREATES:-10000} gets=${GETS:-50000} watchers=${WATCHERS:-1000}
work=$(mktemp -d)
over=0
finish() {
  local status=$?
  "$swift_virt" down --data-dir "$work/data" >/dev/null || true
  "$cluster/down.sh" --dir "$work/cluster" >/dev/null || true
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

now() { echo "${EPOCHREALTIME/./}"; }
resident() { # PID...
  local pid sum=0
  for pid in "$@"; do sum=$((sum + $(awk '/^VmRSS/ {print $2}' "/proc/$pid/status"))); done
  echo "$((sum / 1024)) MB"
}
row() { printf '%-44s %18s %18s   %s\n' "$@"; }
within() { # VALUE BUDGET
  if [ "$1" -le "$2" ]; then echo "budget $2"; else echo "budget $2: MISSED"; fi
}

# ---- start ------------------------------------------------------------------------
"$swift_virt" up --detach --no-guests --data-dir "$work/data" --secure-port 0 >/dev/null
"$swift_virt" down --data-dir "$work/data" >/dev/null
# The first start makes keys; the figure is the one of every later start with a store that has next to nothing in it.
begin=$(now)
"$swift_virt" up --detach --no-guests --data-dir "$work/data" --secure-port 0 >/dev/null
ours_start=$((($(now) - begin) / 1000))
"$cluster/build.sh" >/dev/null
begin=$(now)
KUBE_ETCD_FSYNC=1 "$cluster/up.sh" --dir "$work/cluster" --no-kcm --no-scheduler --quiet >/dev/null
reference_start=$((($(now) - begin) / 1000))
. "$work/cluster/env"
unset KUBECONFIG
ours_pid=$("$swift_virt" status --data-dir "$work/data" -o json | jq .process)
reference_pids=$(awk '$1 ~ /^(etcd|kube-apiserver|apiserver)$/ {print $2}' "$work/cluster/pids")

row "" "swift-virt" "etcd+apiserver" ""
row "start to ready, ms" "$ours_start" "$reference_start" "$(within "$ours_start" 150)"
row "resident, idle" "$(resident "$ours_pid")" "$(resident $reference_pids)" ""

# ---- a namespace and a token on both --------------------------------------------------
ours_config=$work/data/admin.kubeconfig reference_config=$work/cluster/kubeconfig
prepare() { # NAME KUBECONFIG
  local kubectl=(kubectl --kubeconfig "$2")
  "${kubectl[@]}" create namespace bench >/dev/null
  until "${kubectl[@]}" -n bench get serviceaccount default >/dev/null 2>&1 \
    || "${kubectl[@]}" -n bench create serviceaccount default >/dev/null 2>&1; do sleep 0.1; done
  "${kubectl[@]}" create clusterrolebinding bench --clusterrole=cluster-admin --serviceaccount=bench:default >/dev/null
  "${kubectl[@]}" create --raw /api/v1/namespaces/bench/serviceaccounts/default/token -f - \
    <<<'{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","metadata":{},"spec":{}}' | jq -r .status.token >"$work/$1.token"
  "${kubectl[@]}" config view --raw -o 'jsonpath={.clusters[0].cluster.server}' >"$work/$1.url"
}
prepare ours "$ours_config"
prepare reference "$reference_config"
jq -nc '{apiVersion: "v1", kind: "ConfigMap", metadata: {generateName: "b-"}, data: {text: ("x" * 1000)}}' >"$work/body.json"

load() { # NAME H2LOAD-ARGUMENTS... ; prints requests a second
  local name=$1
  shift
  h2load -t 1 -c 32 -m 1 -H "authorization: Bearer $(cat "$work/$name.token")" -H 'content-type: application/json' "$@" \
    >"$work/h2load.log"
  if ! grep -q "0 failed, 0 errored" "$work/h2load.log"; then grep -E "^(requests|status)" "$work/h2load.log" >&2; echo "(failures)"; return; fi
  grep -q " 0 4xx, 0 5xx" "$work/h2load.log" || { echo "(refused)"; return; }
  sed -nE 's/^finished in [^,]*, ([0-9.]+) req\/s.*/\1/p' "$work/h2load.log"
}
both() { # WHAT FUNCTION ; FUNCTION NAME prints a figure
  row "$1" "$("$2" ours)" "$("$2" reference)" "${3:-}"
}
maps=/api/v1/namespaces/bench/configmaps
create() { load "$1" -n "$creates" -d "$work/body.json" "$(cat "$work/$1.url")$maps"; }
both "create/s, 32 clients" create
get() { load "$1" -n "$gets" "$(cat "$work/$1.url")$maps/kube-bench"; }
for config in "$ours_config" "$reference_config"; do
  kubectl --kubeconfig "$config" -n bench create configmap kube-bench --from-literal=text="$(head -c 1000 /dev/zero | tr '\0' x)" >/dev/null
done
both "get/s, 32 clients" get
list() {
  local best=999999 i took
  for i in 1 2 3 4 5; do
    took=$(curl -sSk -o "$work/list.json" -w '%{time_total}' -H "authorization: Bearer $(cat "$work/$1.token")" "$(cat "$work/$1.url")$maps")
    took=$(awk "BEGIN {printf \"%d\", $took * 1000}")
    [ "$took" -lt "$best" ] && best=$took
  done
  [ "$(jq '.items | length' "$work/list.json")" -ge "$creates" ] || { echo "(short)"; return; }
  echo "$best"
}
both "list of $creates, ms" list
fan_out() { python3 "$here/fan-out.py" "$(cat "$work/$1.url")" "$work/$1.token" "$watchers"; }
both "$watchers watchers, ms to the last: p50 / max" fan_out
row "resident, after all of it" "$(resident "$ours_pid")" "$(resident $reference_pids)" ""

# ---- a start with all of that in the store ---------------------------------------------
"$swift_virt" down --data-dir "$work/data" >/dev/null
begin=$(now)
"$swift_virt" up --detach --no-guests --data-dir "$work/data" --secure-port 0 >/dev/null
loaded=$((($(now) - begin) / 1000))
row "start to ready with $creates objects, ms" "$loaded" "-" "$(within "$loaded" 500)"
[ "$ours_start" -le 150 ] && [ "$loaded" -le 500 ] || over=1
exit "$over"
