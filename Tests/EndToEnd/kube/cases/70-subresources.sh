# Sourced by run.sh: requests to machines through the API server, which passes
# them on to virt-api with its word about who asks.

start_subresources

subresource() { # VERSION PATH [CURL-ARGUMENT...]
  local version=$1 path=$2
  shift 2
  api "/apis/subresources.kubevirt.io/$version/$path" -o "$WORK/answer" -w '%{http_code}' "$@"
}

make_machine() { # NAME STRATEGY
  k apply -f - >/dev/null <<END
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: $1}
spec:
  runStrategy: $2
  template: {spec: {domain: {devices: {}, memory: {guest: 64Mi}}}}
END
}

subresources_discovery() {
  serve_subresources
  expect_contains "$(kubectl get --raw /apis/subresources.kubevirt.io/v1)" virtualmachines/start virtualmachines/stop
  expect_contains "$(kubectl get --raw /apis/subresources.kubevirt.io/v1/version)" v1.8.4
  expect_contains "$(kubectl get --raw /apis/subresources.kubevirt.io/v1alpha2/version)" v1.8.4
  eventually 60 sh -c 'kubectl get --raw /openapi/v2 | grep -q virtualmachines/{name}/restart'
}
run_case subresources_discovery "the API server finds the group, its version and its OpenAPI document"

subresources_power() {
  make_machine vm Halted
  local machine=namespaces/$NS/virtualmachines/vm
  expect_equal stop 409 "$(subresource v1 "$machine/stop" -X PUT)"
  expect_contains "$(cat "$WORK/answer")" '"reason":"Conflict"' 'VM is not running'
  expect_equal "dry start" 202 "$(subresource v1 "$machine/start" -X PUT -d '{"dryRun":["All"]}')"
  expect_equal strategy Halted "$(k get vm vm -o jsonpath='{.spec.runStrategy}')"
  expect_equal start 202 "$(subresource v1alpha3 "$machine/start" -X PUT)"
  expect_equal strategy Always "$(k get vm vm -o jsonpath='{.spec.runStrategy}')"
  expect_equal stop 202 "$(subresource v1 "$machine/stop" -X PUT -d '{"gracePeriod":0}')"
  expect_equal strategy Halted "$(k get vm vm -o jsonpath='{.spec.runStrategy}')"
  expect_equal restart 400 "$(subresource v1 "$machine/restart" -X PUT -d '{"gracePeriodSeconds":5}')"
  make_machine manual Manual
  machine=namespaces/$NS/virtualmachines/manual
  expect_equal start 202 "$(subresource v1 "$machine/start" -X PUT -d '{"paused":true}')"
  expect_equal request true "$(k get vm manual -o jsonpath='{.status.stateChangeRequests[0].data.paused}')"
  expect_equal "second start" 500 "$(subresource v1 "$machine/start" -X PUT)"
  expect_equal "no machine" 404 "$(subresource v1 "namespaces/$NS/virtualmachines/nobody/start" -X PUT)"
  expect_equal "unknown path" 404 "$(subresource v1 "$machine/juggle" -X PUT)"
  expect_equal "wrong method" 405 "$(subresource v1 "$machine/start" -X POST)"
}
run_case subresources_power "machines are started and stopped through the API server"

subresources_access() {
  make_machine vm Halted
  local path=/apis/subresources.kubevirt.io/v1/namespaces/$NS/virtualmachines/vm/start output
  k create rolebinding jane --clusterrole kubevirt.io:edit --user jane >/dev/null
  k create rolebinding joe --clusterrole kubevirt.io:view --user joe >/dev/null
  expect_equal joe 403 "$(api "$path" -X PUT -H 'Impersonate-User: joe' -o /dev/null -w '%{http_code}')"
  expect_equal strategy Halted "$(k get vm vm -o jsonpath='{.spec.runStrategy}')"
  expect_equal jane 202 "$(api "$path" -X PUT -H 'Impersonate-User: jane' -o /dev/null -w '%{http_code}')"
  # Past the API server nobody is believed who says who he is.
  output=$(curl -sS --max-time 10 --cacert "$WORK/certificates/ca.crt" -X PUT -w ' %{http_code}' \
    -H 'X-Remote-User: admin' -H 'X-Remote-Group: system:masters' \
    --connect-to "virt-api.kube-system.svc:443:$KUBE_SERVICE_ADDR:$second_port" \
    "https://virt-api.kube-system.svc$path")
  expect_contains "$output" 401
}
run_case subresources_access "only those may start a machine to whom the API server's rules allow it"

stop_subresources
