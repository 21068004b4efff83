#!/usr/bin/env bash
# Starts `swift-virt up` on a data folder of its own, shows the walkthrough's manifests going through it with kubectl,
# and leaves it running.
#
#   standalone.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE
#
# Environment: SWIFT_VIRT_PORT (default: the first free one from 6443)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
[ $# = 2 ] && [ -x "$1" ] && [ -x "$2" ] ||
  { echo "usage: standalone.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE" >&2; exit 2; }
swift_virt=$1 virtctl=$2
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
show kubectl apply -f "$vm"
show kubectl apply -f "$vm"
show kubectl diff -f "$vm" && echo "(no difference)"
show kubectl get vm
show kubectl get vm.v1alpha2.kubevirt.io
show kubectl get vmi
show "$virtctl" start testvm
sleep 1
show kubectl get vm,vmi,pods
show kubectl get events
echo
echo "A mistake is refused with the field that is wrong:"
show kubectl patch vm testvm --type=merge -p '{"spec":{"template":{"spec":{"domain":{"devices":{"disks":[{"name":"nowhere"}]}}}}}}' || true
show "$swift_virt" status --data-dir "$data"
echo
echo "The API goes on running: export KUBECONFIG=$KUBECONFIG"
echo "To end it: $swift_virt down --data-dir $data"
