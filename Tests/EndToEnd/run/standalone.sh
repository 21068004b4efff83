#!/usr/bin/env bash
# Starts `swift-virt up` on a data folder of its own, takes the walkthrough's machine to its login prompt with kubectl and
# virtctl, and leaves both running.
#
#   standalone.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE GUEST-DISK
#
# Environment: SWIFT_VIRT_PORT (default: the first free one from 6443)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
[ $# = 3 ] && [ -x "$1" ] && [ -x "$2" ] && [ -s "$3" ] ||
  { echo "usage: standalone.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE GUEST-DISK" >&2; exit 2; }
swift_virt=$1 virtctl=$2 disk=$3
command -v kubectl >/dev/null || "$root/.ci/install-packages" kubernetes-client

data=$root/.build/run/data
mkdir -p "${data%/*}"
vm=$root/Tests/EndToEnd/walkthrough/vm.yaml
"$swift_virt" down --data-dir "$data" >/dev/null
port=${SWIFT_VIRT_PORT:-6443}
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done

show() { # COMMAND...
  echo
  echo "\$ $*"
  "$@"
}
show "$swift_virt" up --detach --data-dir "$data" --secure-port "$port"
export KUBECONFIG=$data/admin.kubeconfig
show "$swift_virt" image import --data-dir "$data" kubevirt/cirros-registry-disk-demo "$disk"
show kubectl apply -f "$vm"
show kubectl get pods
show kubectl get vm
show kubectl get vmi
[ -n "$(kubectl get vmi testvm --ignore-not-found -o name)" ] || show "$virtctl" start testvm

if [ "$(id -u)" = 0 ]; then
  for _ in $(seq 600); do
    [ "$(kubectl get vmi testvm --ignore-not-found -o jsonpath='{.status.phase}')" != Running ] || break
    sleep 0.2
  done
  show kubectl get pods
  show kubectl get vm,vmi
  echo
  echo "\$ $virtctl console testvm"
  "$root/Tests/EndToEnd/guest/console.py" --timeout 180 -- "$virtctl" console testvm
  console="the guest's console: $virtctl console testvm (user and password guest; leave with ^])"
else
  show kubectl get vm,vmi,pods
  console="no guest runs, for pods need root: run this as root to see its login prompt"
fi
echo
echo "A mistake is refused with the field that is wrong:"
show kubectl patch vm testvm --type=merge -p '{"spec":{"template":{"spec":{"domain":{"devices":{"disks":[{"name":"nowhere"}]}}}}}}' || true
show "$swift_virt" status --data-dir "$data"
echo
echo "The API goes on running: export KUBECONFIG=$KUBECONFIG"
echo "$console"
echo "To end it: $swift_virt down --data-dir $data"
