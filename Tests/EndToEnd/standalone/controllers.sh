#!/usr/bin/env bash
# The controllers in an instance: the walkthrough up to the launcher pod, with virtctl, and what restarts do to it.
#
#   controllers.sh SWIFT-VIRT-EXECUTABLE VIRTCTL-EXECUTABLE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
swift_virt=$1 virtctl=$2
WORK=$(mktemp -d)
data=$WORK/data
trap '"$swift_virt" down --data-dir "$data" >/dev/null || true; rm -rf "$WORK"' EXIT
. "$here/../kube/lib.sh"
vm=$here/../walkthrough/vm.yaml
up() { "$swift_virt" up --detach --no-guests --data-dir "$data" --secure-port 0 >/dev/null; }
up
export KUBECONFIG=$data/admin.kubeconfig
vmctl() { "$virtctl" -n "$NS" "$@"; }
status_is() { [ "$(k get vm "$1" -o jsonpath='{.status.printableStatus}')" = "$2" ]; }
gone() { [ -z "$(k get "$@" --ignore-not-found -o name)" ]; }
has_pod() { [ "$(k get pods -o json | jq '.items | length')" = "$1" ]; }

walkthrough() {
  k apply -f "$vm"
  k apply -f "$vm"
  expect_no_diff "$vm"
  expect_equal output "VM testvm was scheduled to start" "$(vmctl start testvm)"
  eventually 10 has_pod 1
  # What a kubelet would say of the pod; by then the instance is virt-handler's.
  local pod
  pod=$(k get pods -o jsonpath='{.items[0].metadata.name}')
  k create -f - >/dev/null <<END
apiVersion: v1
kind: Node
metadata: {name: node01, labels: {kubevirt.io/schedulable: "true"}}
END
  k create --raw "/api/v1/namespaces/$NS/pods/$pod/binding" -f - >/dev/null <<END
{"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "$pod"}, "target": {"kind": "Node", "name": "node01"}}
END
  k patch pod "$pod" --subresource=status --type=merge -p '{"status": {"phase": "Running", "containerStatuses": [
    {"name": "compute", "image": "i", "imageID": "", "ready": true, "restartCount": 0, "state": {"running": {}}}]}}'
  handed_over() { [ "$(k get vmi testvm -o jsonpath='{.status.phase}')" = Scheduled ]; }
  eventually 10 handed_over
  pod=$(k get pods -o json | jq '.items[0]' | sed 's#"virt-launcher"\(,\{0,1\}\)$#"docker.io/kubevirt/virt-launcher:v0.8.0"\1#;
    s#"kubevirt.io": "docker.io/kubevirt/virt-launcher:v0.8.0"#"kubevirt.io": "virt-launcher"#')
  expect_contains "$(jq -r .metadata.name <<<"$pod")" virt-launcher-testvm-
  expect_walkthrough_pod "$pod"
  expect_contains "$(k get events)" SuccessfulCreate virtualmachine/testvm virtualmachineinstance/testvm
  refused vmctl start testvm
  expect_contains "$output" "Error starting VirtualMachine"
  expect_equal output "VM testvm was scheduled to stop" "$(vmctl stop testvm)"
  k --as system:serviceaccount:kubevirt:kubevirt-handler --as-group system:masters \
    patch vmi testvm --type=merge -p '{"status": {"phase": "Succeeded"}}'
  k delete pods --all --force --grace-period=0 --wait=false 2>/dev/null
  eventually 10 gone vmi testvm
  eventually 10 has_pod 0
}

current() {
  k apply -f - >/dev/null <<END
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: vm}
spec:
  runStrategy: Manual
  template: {spec: {domain: {devices: {}, memory: {guest: 64Mi}}}}
END
  eventually 10 status_is vm Stopped
  vmctl start vm
  eventually 10 status_is vm Starting
  eventually 10 has_pod 1
  vmctl stop vm
  eventually 10 status_is vm Stopped
  k delete vm vm --timeout 20s
  eventually 10 gone vm,vmi,pods
}

killed() {
  local i
  for i in 1 2 3 4 5; do
    k create -f - >/dev/null <<END
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: vm$i}
spec:
  runStrategy: Always
  template: {spec: {domain: {devices: {}, memory: {guest: 64Mi}}}}
END
  done
  kill -KILL "$(jq -r .process "$data/instance.json")"
  up
  export KUBECONFIG=$data/admin.kubeconfig
  eventually 20 has_pod 5
  sleep 1
  has_pod 5
  expect_equal "pods by machine" 5 "$(k get pods -o json | jq '[.items[].metadata.annotations["kubevirt.io/domain"]] | unique | length')"
}

namespace() {
  k apply -f "$vm"
  vmctl start testvm
  eventually 10 has_pod 1
  kubectl delete namespace "$NS" --timeout 30s
  kubectl create namespace "$NS"
}

# One write less is welcome: then the figure goes down. Each is what a recorded reconcile prescribes.
writes() { python3 "$here/writes.py" "$KUBECONFIG" "$WORK" 10; }

run_case walkthrough "virtctl start testvm: the walkthrough's launcher pod; and stop"
run_case current "a machine of the current version is started, stopped and deleted"
run_case writes "a start takes at most ten writes of ours, and none twice"
run_case killed "kill -KILL in the middle of five starts: each machine has one pod"
run_case namespace "a namespace with a machine that starts is deleted"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
