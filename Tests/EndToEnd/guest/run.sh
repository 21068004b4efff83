#!/usr/bin/env bash
# Real guests on one machine: the walkthrough's commands and files to the login prompt, and what a user does with
# machines after that. Needs root; KVM where it can be used, emulation where it can't.
#
#   run.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE GUEST-DISK
#
# Environment:
#   ONLY   a regular expression: run only the cases whose functions match
#   KEEP   1 leaves the instance running, and says how to use it
#   WORK   folder of everything that runs (default: a new temporary one)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
[ $# = 3 ] && [ -x "$1" ] && [ -x "$2" ] && [ -s "$3" ] ||
  { echo "usage: run.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE GUEST-DISK" >&2; exit 2; }
swift_virt=$(realpath "$1") virtctl=$(realpath "$2") disk=$(realpath "$3")
if [ "$(id -u)" != 0 ]; then
  echo "SKIP  real guests: pods need root, and this user is not"
  exit 0
fi
"$root/.ci/install-packages" jq python3 curl
command -v kubectl >/dev/null || "$root/.ci/install-packages" kubernetes-client

WORK=${WORK:-$(mktemp -d /tmp/guests.XXXXXX)}
mkdir -p "$WORK"
data=$WORK/data
. "$root/Tests/EndToEnd/kube/lib.sh"
vm=$root/Tests/EndToEnd/walkthrough/vm.yaml

finish() {
  local status=$?
  if [ "${KEEP:-0}" = 1 ]; then
    echo "kept: KUBECONFIG=$data/admin.kubeconfig; to end: $swift_virt down --data-dir $data"
  else
    for namespace in $(kubectl get namespaces -o name 2>/dev/null | grep e2e- || true); do
      kubectl delete "$namespace" --timeout 60s >/dev/null 2>&1 || true
    done
    "$swift_virt" down --data-dir "$data" >/dev/null || true
    if [ "$status" = 0 ]; then rm -rf --one-file-system "$WORK"; else echo "logs: $WORK"; fi
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$swift_virt" up --detach --data-dir "$data" --secure-port 0
export KUBECONFIG=$data/admin.kubeconfig
"$swift_virt" image import --data-dir "$data" kubevirt/cirros-registry-disk-demo "$disk"

vmctl() { "$virtctl" -n "$NS" "$@"; }
phase_is() { [ "$(k get vmi "$1" -o jsonpath='{.status.phase}' 2>/dev/null)" = "$2" ]; }
status_is() { [ "$(k get vm "$1" -o jsonpath='{.status.printableStatus}')" = "$2" ]; }
gone() { [ -z "$(k get "$@" --ignore-not-found -o name)" ]; }
launcher() { k get pods -l kubevirt.io=virt-launcher -o jsonpath='{.items[0].metadata.name}'; }
pods_ready() { [ "$(k get pods --no-headers | awk '{print $2 " " $3}' | sort -u)" = "2/2 Running" ]; }
# The processes of guests that this run's instance has started.
guests() { pgrep -fc "guest=${NS}_" || true; }
no_guests() { [ "$(guests)" = 0 ]; }
login() { # NAME [OPTION...]
  local name=$1
  shift
  "$here/console.py" --timeout 180 "$@" -- "$virtctl" -n "$NS" console "$name"
}

walkthrough() {
  k apply -f "$vm"
  k apply -f "$vm"
  expect_no_diff "$vm"
  expect_equal "pods before the start" "" "$(k get pods -o name)"
  expect_equal output "VM testvm was scheduled to start" "$(vmctl start testvm)"
  eventually 60 pods_ready
  eventually 60 phase_is testvm Running
  login testvm
  local tree
  tree=$(k exec "$(launcher)" -c compute -- ps aux)
  expect_contains "$tree" entrypoint.sh virt-launcher libvirtd.sh virtlogd libvirtd qemu-system
  refused vmctl start testvm
  # No grace period is asked for: v0.8.0 ends such a guest at once.
  expect_equal output "VM testvm was scheduled to stop" "$(vmctl stop testvm)"
  eventually 30 gone vmi testvm
  eventually 60 gone pods
  eventually 10 no_guests
}

current() {
  k apply -f "$here/manifests/masquerade.yaml"
  vmctl start masqueraded
  eventually 90 phase_is masqueraded Running
  login masqueraded
  eventually 10 status_is masqueraded Running
  local address
  address=$(k get vmi masqueraded -o jsonpath='{.status.interfaces[0].ipAddress}')
  expect_equal "the address is the pod's" "$(k get pod "$(launcher)" -o jsonpath='{.status.podIP}')" "$address"
  answers() { curl -sf --max-time 3 "http://$address/"; }
  eventually 30 answers
  vmctl pause vmi masqueraded
  eventually 10 status_is masqueraded Paused
  ! answers
  vmctl unpause vmi masqueraded
  eventually 10 status_is masqueraded Running
  eventually 10 answers
  local uid
  uid=$(k get vmi masqueraded -o jsonpath='{.metadata.uid}')
  vmctl restart masqueraded
  replaced() { local now; now=$(k get vmi masqueraded -o jsonpath='{.metadata.uid}'); [ -n "$now" ] && [ "$now" != "$uid" ]; }
  eventually 60 replaced
  eventually 90 phase_is masqueraded Running
  login masqueraded
  # By ACPI: the guest has 30 s, and powers off in less than one.
  local start=$SECONDS
  vmctl stop masqueraded
  eventually 25 gone vmi masqueraded
  [ $((SECONDS - start)) -lt 25 ]
  eventually 10 status_is masqueraded Stopped
  expect_contains "$(k get events)" ShuttingDown
  eventually 30 no_guests
}

replicas() {
  k apply -f "$here/manifests/replicas.yaml"
  running() { [ "$(k get vmi -l guest=replica -o json | jq '[.items[] | select(.status.phase == "Running")] | length')" = "$1" ]; }
  eventually 120 running 3
  k scale vmirs three --replicas 1
  eventually 60 running 1
  k delete vmirs three --timeout 60s
  eventually 60 gone vmi,pods
  eventually 20 no_guests
}

run_case walkthrough "the walkthrough's commands and files, to the login prompt"
run_case current "v1: masquerade, pause, restart, stop by ACPI"
run_case replicas "a replica set of three guests"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
