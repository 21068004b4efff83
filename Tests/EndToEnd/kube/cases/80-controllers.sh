# Sourced by run.sh: the controllers against the API server, its controller manager and
# its scheduler; a node that is none says what kubelet and virt-handler would.

kubectl apply -f "$root/deploy/virt-controller/service-account.yaml" -f "$root/deploy/virt-controller/rbac.yaml" \
  >/dev/null
start_subresources
serve_subresources
start_controller one
start_controller two
start_node

has_leader() { [ -n "$(leader)" ]; }
phase_is() { [ "$(k get vmi "$1" -o jsonpath='{.status.phase}')" = "$2" ]; }
status_is() { [ "$(k get vm "$1" -o jsonpath='{.status.printableStatus}')" = "$2" ]; }
gone() { [ -z "$(k get "$@" --ignore-not-found -o name)" ]; }
vmctl() { "$virtctl" --kubeconfig "$KUBECONFIG" -n "$NS" "$@"; }
pods_of() { k get pods -l "kubevirt.io=virt-launcher" -o json | jq -r "$1"; }

make_vm() { # NAME STRATEGY
  k apply -f - >/dev/null <<END
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: $1}
spec:
  runStrategy: $2
  template:
    metadata: {labels: {vm: $1}}
    spec: {domain: {devices: {}, memory: {guest: 64Mi}}}
END
}

controllers_walkthrough() {
  eventually 30 has_leader
  k apply -f "$walkthrough/vm.yaml"
  expect_equal output "VM testvm was scheduled to start" "$(vmctl start testvm)"
  eventually 60 phase_is testvm Running
  local pod
  pod=$(k get pods -o json | jq '.items[0]')
  expect_contains "$(jq -r .metadata.name <<<"$pod")" virt-launcher-testvm-
  expect_walkthrough_pod "$pod"
  expect_equal output "VM testvm was scheduled to stop" "$(vmctl stop testvm)"
  eventually 60 gone vmi testvm
  eventually 60 gone pods -l kubevirt.io=virt-launcher
}
run_case controllers_walkthrough "virtctl start testvm: the walkthrough's launcher pod; and stop"

controllers_power() {
  make_vm vm Halted
  eventually 20 status_is vm Stopped
  vmctl start vm
  eventually 60 status_is vm Running
  expect_equal "ready" true "$(k get vm vm -o jsonpath='{.status.ready}')"
  local uid
  uid=$(k get vmi vm -o jsonpath='{.metadata.uid}')
  expect_equal output "VM vm was scheduled to restart" "$(vmctl restart vm)"
  restarted() { local new; new=$(k get vmi vm -o jsonpath='{.metadata.uid}') && [ "$new" != "$uid" ]; }
  eventually 60 restarted
  eventually 60 status_is vm Running
  refused vmctl start vm
  expect_contains "$output" "Error starting VirtualMachine"
  vmctl stop vm
  eventually 60 status_is vm Stopped
  k delete vm vm --timeout 60s
  eventually 30 gone vm,vmi,pods
}
run_case controllers_power "a machine is started, restarted, stopped and deleted"

controllers_strategies() {
  make_vm always Always
  make_vm manual Manual
  make_vm rerun RerunOnFailure
  eventually 60 status_is always Running
  eventually 60 status_is rerun Running
  eventually 20 status_is manual Stopped
  vmctl start manual
  eventually 60 status_is manual Running
  # A pod that is lost: the machine gets another one.
  local old
  old=$(k get vmi always -o jsonpath='{.metadata.uid}')
  k delete pod -l "kubevirt.io/created-by=$old" --wait=false
  renewed() { [ "$(k get vmi always -o jsonpath='{.metadata.uid}')" != "$old" ]; }
  eventually 60 renewed
  eventually 60 status_is always Running
  k delete vm --all --timeout 60s
}
run_case controllers_strategies "run strategies, and a launcher pod that is lost"

controllers_replicas() {
  k apply -f - >/dev/null <<END
apiVersion: kubevirt.io/v1
kind: VirtualMachineInstanceReplicaSet
metadata: {name: set}
spec:
  replicas: 2
  selector: {matchLabels: {set: one}}
  template:
    metadata: {labels: {set: one}}
    spec: {domain: {devices: {}, memory: {guest: 64Mi}}}
END
  ready_replicas() { [ "$(k get vmirs set -o jsonpath='{.status.readyReplicas}')" = "$1" ]; }
  eventually 60 ready_replicas 2
  k scale vmirs set --replicas 4
  eventually 60 ready_replicas 4
  k scale vmirs set --replicas 1
  eventually 60 ready_replicas 1
  one_left() { [ "$(k get vmi -o name | wc -l)" = 1 ]; }
  eventually 60 one_left
  k delete vmirs set --timeout 60s
  eventually 60 gone vmi,pods
}
run_case controllers_replicas "a replica set is scaled by kubectl scale, and its instances go with it"

# These end processes of this shell, so only what follows from it is a case.
if [ -z "${ONLY:-}" ] || [[ controllers_leader =~ $ONLY ]]; then
  leading=$(leader)
  for name in one two; do
    if curl -sk "https://127.0.0.1:$(sed -n 's/.*address=[^ ]*:\([0-9]*\).*/\1/p' "$WORK/controller-$name.log" | head -1)/leader" |
      grep -q '"leader":"true"'; then leading_name=$name; fi
  done
  started=$SECONDS
  kill -KILL "${controller_pids[$leading_name]}"
  wait "${controller_pids[$leading_name]}" 2>/dev/null || true
  controllers_leader() {
    make_vm vm Always
    eventually 40 status_is vm Running
    local took=$((SECONDS - started))
    echo "running $took s after the leader was killed"
    [ "$(leader)" != "$leading" ]
    [ "$took" -le 25 ]
  }
  run_case controllers_leader "the other virt-controller takes over when the leader is killed"
  start_controller "$leading_name"
  other=one
  [ "$leading_name" != one ] || other=two
  eventually 20 grep -q serving "$WORK/controller-$leading_name.log" || true
  sleep 3
  kill -TERM "${controller_pids[$other]}"
  started=${EPOCHREALTIME/./}
  stop_status=0
  wait "${controller_pids[$other]}" || stop_status=$?
  controllers_handover() {
    expect_equal "exit status on SIGTERM" 0 "$stop_status"
    taken() { local holder; holder=$(leader) && [ -n "$holder" ]; }
    eventually 10 taken
    local took=$(((${EPOCHREALTIME/./} - started) / 1000))
    echo "taken over after $took ms"
    [ "$took" -le 4000 ]
    make_vm vm Always
    eventually 40 status_is vm Running
  }
  run_case controllers_handover "a leader that is stopped hands over at once"
fi

if [ -z "${ONLY:-}" ] || [[ controllers_restart =~ $ONLY ]]; then
  controllers_restart() {
    local i
    for i in 1 2 3 4 5 6; do make_vm "vm$i" Always; done
    "$cluster/restart.sh" --dir "$WORK/cluster" kube-apiserver
    all_running() { [ "$(k get vm -o json | jq '[.items[] | select(.status.printableStatus == "Running")] | length')" = 6 ]; }
    eventually 90 all_running
    expect_equal "launcher pods" 6 "$(pods_of '.items | length')"
    k delete vm --all --timeout 60s
  }
  run_case controllers_restart "the API server restarts in the middle of six starts: each machine runs once"
fi
stop_controllers
stop_subresources
