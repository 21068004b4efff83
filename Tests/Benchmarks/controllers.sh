#!/usr/bin/env bash
# virt-controller with many virtual machines: memory an instance, the first pass over all, processor time a change.
#
#   controllers.sh SWIFT-VIRT-EXECUTABLE VIRT-CONTROLLER-EXECUTABLE
#
# swift-virt serves the API and acts on nothing (--api-only), so that virt-controller alone is measured; it makes the
# instances and pods of the machines itself. The first pass is over when every machine has its pod; memory is that of a
# second process, which finds all of it there. A change is a new label of an instance.
#
# Environment: MACHINES (default 10000), FEW (1000), CHANGES (1000), BUDGET (KB an instance, 20)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# = 2 ] && [ -x "$1" ] && [ -x "$2" ] || { echo "usage: controllers.sh SWIFT-VIRT VIRT-CONTROLLER" >&2; exit 2; }
swift_virt=$1 controller=$2
machines=${MACHINES:-10000} few=${FEW:-1000} changes=${CHANGES:-1000} budget=${BUDGET:-20}
work=$(mktemp -d)
pid=
stop() {
  [ -n "$pid" ] || return 0
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  pid=
}
finish() {
  local status=$?
  stop
  "$swift_virt" down --data-dir "$work/data" >/dev/null || true
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

"$swift_virt" up --detach --api-only --data-dir "$work/data" --secure-port 0 >/dev/null
config=$work/data/admin.kubeconfig
objects() { python3 "$here/machines.py" "$config" "$work" "$@"; }
# Admission lets only our own service accounts write what an instance is doing.
kubectl --kubeconfig "$config" config view --raw -o json | jq '.users[].user += {
  "as": "system:serviceaccount:kubevirt:kubevirt-controller", "as-groups": ["system:masters"]}' >"$work/controller.config"
start() {
  "$controller" --kubeconfig "$work/controller.config" --secure-port 0 --bind-address 127.0.0.1 --cert-dir "$work/certs" \
    --install-namespace kubevirt >"$work/controller.log" 2>&1 &
  pid=$!
}
resident() { awk '/^VmRSS/ {print $2}' "/proc/$pid/status"; }
# Processor time of the controller so far, in milliseconds.
processor() { awk -v hz="$(getconf CLK_TCK)" '{print int(($14 + $15) * 1000 / hz)}' "/proc/$pid/stat"; }
# Waits until the controller has nothing to do: less than 40 ms of processor time in four seconds, for machines wait up to
# three before they repeat what their instances say.
settle() {
  local before after
  while before=$(processor); sleep 4; after=$(processor); [ $((after - before)) -ge 40 ]; do :; done
}
row() { printf '%-52s %14s   %s\n' "$@"; }
cost() { # prints microseconds of processor time a change
  local before
  settle
  before=$(processor)
  objects change "$changes"
  settle
  echo $((($(processor) - before) * 1000 / changes))
}

start
settle
idle=$(resident)
row "resident, no machines, KB" "$idle" ""
objects create 0 "$few"
objects wait "$few"
few_cost=$(cost)
row "processor time a change, $few machines, µs" "$few_cost" ""
stop
objects create "$few" "$machines"
begin=$(date +%s%N)
start
objects wait "$machines"
row "first pass over $((machines - few)) new machines of $machines, s" "$((($(date +%s%N) - begin) / 1000000000))" ""
settle
row "resident after making all of them, KB an instance" "$((($(resident) - idle) / machines))" ""
stop
begin=$(date +%s%N)
start
settle
row "first pass over $machines finished machines, s" "$((($(date +%s%N) - begin) / 1000000000))" "4 s of waiting in it"
memory=$(resident)
each=$(((memory - idle) / machines))
row "resident, KB an instance above none" "$each" "budget $budget$([ "$each" -le "$budget" ] || echo ': MISSED')"
many_cost=$(cost)
verdict="as with $few"
[ "$many_cost" -le $((few_cost * 3 / 2 + 100)) ] || verdict="more than with $few: MISSED"
row "processor time a change, $machines machines, µs" "$many_cost" "$verdict"
[ "$each" -le "$budget" ] && [ "$verdict" = "as with $few" ]
