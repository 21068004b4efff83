#!/usr/bin/env bash
# kubectl and the command itself against a running instance: what kube-apiserver 1.20 has nothing to compare with.
#
#   kubectl.sh SWIFT-VIRT-EXECUTABLE DATA-DIRECTORY
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
swift_virt=$1 data=$2
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
. "$here/../kube/lib.sh"
export KUBECONFIG=$data/admin.kubeconfig
vm=$here/../walkthrough/vm.yaml

walkthrough() {
  k apply -f "$vm"
  k apply -f "$vm" >"$WORK/again"
  if grep -v unchanged "$WORK/again"; then return 1; fi
  expect_no_diff "$vm"
  expect_contains "$(k get vm)" NAME AGE STATUS READY testvm
  expect_contains "$(k get vm.v1alpha2.kubevirt.io)" testvm
  expect_equal "old version" kubevirt.io/v1alpha2 "$(k get virtualmachines.v1alpha2.kubevirt.io testvm -o 'jsonpath={.apiVersion}')"
  expect_contains "$(k get vmi 2>&1)" "No resources found"
}

validation() {
  local manifest='{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachine","metadata":{"name":"v"},"spec":{"runStrategy":"Halted","nonsense":1,"template":{"spec":{"domain":{"devices":{}}}}}}'
  refused k apply -f - <<<"$manifest"
  expect_contains "$output" 'unknown field "spec.nonsense"'
  expect_contains "$(k apply --validate=warn -f - <<<"$manifest" 2>&1)" 'unknown field "spec.nonsense"' created
  expect_equal "pruned" "" "$(k get vm v -o 'jsonpath={.spec.nonsense}')"
  k apply --validate=ignore -f - <<<"${manifest/\"v\"/\"w\"}"
  refused k apply -f - <<<'{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i","nonsense":1}]}}'
  expect_contains "$output" 'unknown field "spec.containers[0].nonsense"'
}

explanation() {
  expect_contains "$(kubectl explain pod.spec.containers.livenessProbe)" httpGet initialDelaySeconds
  expect_contains "$(kubectl explain --recursive vm.spec.template.spec.domain)" devices firmware
  expect_contains "$(kubectl explain --api-version=kubevirt.io/v1alpha2 vm.spec)" running
  local kind
  for kind in namespace node pod event configmap secret serviceaccount pvc pv limitrange service lease pdb crd apiservice role; do
    kubectl explain "$kind" >/dev/null
  done
}

resources() {
  local output
  output=$(kubectl api-resources -o wide)
  expect_contains "$output" virtualmachines virtualmachineinstances pods namespaces leases poddisruptionbudgets vmi
  expect_contains "$(kubectl api-versions)" kubevirt.io/v1alpha2 kubevirt.io/v1alpha3 kubevirt.io/v1 events.k8s.io/v1
  expect_contains "$(kubectl version 2>&1)" "Server Version"
  expect_contains "$(kubectl get --raw /openapi/v3)" apis/kubevirt.io/v1
  kubectl get --raw /openapi/v2 | jq -e '.definitions["io.k8s.api.core.v1.Pod"] and .paths' >/dev/null
  expect_equal "healthz" ok "$(kubectl get --raw /healthz)"
  kubectl get --raw '/readyz?verbose' >/dev/null
  expect_contains "$(kubectl get crd)" virtualmachines.kubevirt.io
  expect_contains "$(kubectl get apiservices)" v1.kubevirt.io
  refused kubectl delete crd virtualmachines.kubevirt.io
}

questions() {
  expect_equal "admin" yes "$(k auth can-i '*' '*')"
  expect_contains "$(k auth whoami)" system:masters
  expect_contains "$(k auth can-i --list --as=system:serviceaccount:"$NS":default)" selfsubjectaccessreviews
  expect_equal "view may read" yes "$(k create rolebinding r --clusterrole=view --user=bob >/dev/null && eventually 5 k auth can-i get vm --as=bob >/dev/null && k auth can-i get vm --as=bob)"
  refused k auth can-i create vm --as=bob
  refused k auth can-i get secrets --as=bob
}

tokens() {
  local token url
  token=$(k create token default)
  url=$(kubectl config view --raw -o 'jsonpath={.clusters[0].cluster.server}')
  kubectl config view --raw -o 'jsonpath={.clusters[0].cluster.certificate-authority-data}' | base64 -d >"$WORK/ca.crt"
  with_token() { curl -sS --cacert "$WORK/ca.crt" -H "Authorization: Bearer $1" "$url$2"; }
  expect_contains "$(with_token "$token" "/api/v1/namespaces/$NS/pods")" Forbidden "system:serviceaccount:$NS:default"
  k create rolebinding account --clusterrole=view --serviceaccount="$NS:default"
  may_list() { [ "$(with_token "$token" "/api/v1/namespaces/$NS/pods" | jq -r .kind)" = PodList ]; }
  eventually 5 may_list
  expect_equal "not elsewhere" 403 "$(with_token "$token" /api/v1/namespaces/kube-system/pods | jq .code)"
  expect_equal "no secrets" 403 "$(with_token "$token" "/api/v1/namespaces/$NS/secrets" | jq .code)"
  expect_equal "a wrong token" 401 "$(with_token "${token}x" "/api/v1/namespaces/$NS/pods" | jq .code)"
  expect_equal "nobody" 403 "$(curl -sS --cacert "$WORK/ca.crt" "$url/api/v1/namespaces/$NS/pods" | jq .code)"
}

users() {
  "$swift_virt" kubeconfig --data-dir "$data" --user alice --group testers >"$WORK/alice"
  expect_contains "$(KUBECONFIG=$WORK/alice kubectl auth whoami)" alice testers
  refused env KUBECONFIG="$WORK/alice" kubectl -n "$NS" get vm
  k create rolebinding testers --clusterrole=edit --group=testers
  eventually 5 env KUBECONFIG="$WORK/alice" kubectl -n "$NS" get vm
  KUBECONFIG=$WORK/alice kubectl -n "$NS" apply -f "$vm"
  refused env KUBECONFIG="$WORK/alice" kubectl -n "$NS" create rolebinding more --clusterrole=cluster-admin --user=alice
}

watching() {
  timeout 20 kubectl -n "$NS" get configmap -w --output-watch-events -o name >"$WORK/watched" &
  local watcher=$!
  eventually 10 grep -q root-ca "$WORK/watched" || true
  k create configmap seen
  k label configmap seen a=b
  k delete configmap seen
  saw_all() { [ "$(grep -c seen "$WORK/watched")" -ge 3 ]; }
  eventually 10 saw_all
  kill $watcher 2>/dev/null || true
  wait $watcher 2>/dev/null || true
  k create configmap waited
  (sleep 0.5; k label configmap waited done=yes >/dev/null) &
  k wait --for=jsonpath='{.metadata.labels.done}'=yes configmap/waited --timeout=10s
}

describing() {
  k apply -f "$vm"
  k create event 2>/dev/null || true
  local what
  for what in vm/testvm namespace/"$NS" serviceaccount/default configmap/kube-root-ca.crt; do k describe "$what" >/dev/null; done
  kubectl describe clusterrole view >/dev/null
  kubectl describe crd virtualmachines.kubevirt.io >/dev/null
  k create service clusterip headless --clusterip=None
  k describe service headless >/dev/null
  k create quota 2>/dev/null || true
  k get all >/dev/null
}

cascades() {
  local policy uid
  for policy in background foreground orphan; do
    k create configmap "owner-$policy"
    uid=$(k get configmap "owner-$policy" -o 'jsonpath={.metadata.uid}')
    k apply -f - <<<"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"child-$policy\",\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"name\":\"owner-$policy\",\"uid\":\"$uid\",\"blockOwnerDeletion\":true}]}}"
    k delete configmap "owner-$policy" --cascade="$policy"
  done
  k wait --for=delete configmap/child-background configmap/child-foreground --timeout=20s
  released() { [ -z "$(k get configmap child-orphan -o 'jsonpath={.metadata.ownerReferences}')" ]; }
  eventually 10 released
}

claims() {
  k apply -f - <<<'{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"c"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Mi"}}}}'
  k wait --for=jsonpath='{.status.phase}'=Bound pvc/c --timeout=10s
  local volume path
  volume=$(k get pvc c -o 'jsonpath={.spec.volumeName}')
  path=$(kubectl get pv "$volume" -o 'jsonpath={.spec.hostPath.path}')
  [ -d "$path" ]
  k delete pvc c
  kubectl wait --for=delete "pv/$volume" --timeout=10s
  gone() { [ ! -e "$path" ]; }
  eventually 5 gone
}

second_start() {
  expect_contains "$("$swift_virt" up --detach --data-dir "$data" --secure-port 0)" "runs on"
  refused "$swift_virt" up --data-dir "$data" --secure-port 0
  expect_contains "$output" "runs on"
  "$swift_virt" status --data-dir "$data" >/dev/null
  expect_contains "$("$swift_virt" status --data-dir "$data" -o json)" '"state": "running"'
}

backup() {
  k create configmap kept --from-literal=a=b
  "$swift_virt" backup --data-dir "$data" "$WORK/backup"
  expect_equal "mode" 600 "$(stat -c %a "$WORK/backup")"
  k create configmap later
  local other=$WORK/other
  "$swift_virt" restore --data-dir "$other" "$WORK/backup"
  "$swift_virt" up --detach --no-guests --data-dir "$other" --secure-port 0
  expect_equal "restored" b "$(KUBECONFIG=$other/admin.kubeconfig kubectl -n "$NS" get configmap kept -o 'jsonpath={.data.a}')"
  refused env KUBECONFIG="$other/admin.kubeconfig" kubectl -n "$NS" get configmap later
  refused "$swift_virt" restore --data-dir "$other" "$WORK/backup"
  "$swift_virt" down --data-dir "$other"
  local status=0
  "$swift_virt" status --data-dir "$other" || status=$?
  expect_equal "status of a stopped one" 3 "$status"
}

killed() {
  local other=$WORK/killed pid
  "$swift_virt" up --detach --no-guests --data-dir "$other" --secure-port 0
  KUBECONFIG=$other/admin.kubeconfig kubectl create configmap there
  pid=$("$swift_virt" status --data-dir "$other" -o json | jq .process)
  kill -KILL "$pid"
  "$swift_virt" up --detach --no-guests --data-dir "$other" --secure-port 0
  KUBECONFIG=$other/admin.kubeconfig kubectl get configmap there
  "$swift_virt" down --data-dir "$other"
  printf 'not a store at all' >"$other/objects.db"
  refused "$swift_virt" up --detach --no-guests --data-dir "$other" --secure-port 0
  expect_contains "$output" "not a database" "swift-virt restore"
}

run_case walkthrough "the walkthrough's manifests, twice, without a difference"
run_case validation "field validation: strict, warn, ignore"
run_case explanation "explain, for every kind"
run_case resources "discovery, versions, OpenAPI, health; CRDs are read-only"
run_case questions "auth can-i, whoami, roles"
run_case tokens "tokens of service accounts"
run_case users "a user's certificate and role"
run_case watching "get -w, wait"
run_case describing "describe"
run_case cascades "delete with every cascade"
run_case claims "a claim gets a directory"
run_case second_start "a second start, status"
run_case backup "backup and restore"
run_case killed "kill -9, a damaged store"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
