#!/usr/bin/env bash
# Shows the walkthrough's manifests going through virt-api's webhooks, as an API
# server would send them, over HTTP/2, and leaves virt-api running.
#
#   walkthrough.sh VIRT-API-EXECUTABLE
#
# Environment: VIRT_API_PORT (default: the first free one from 8443)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
[ $# = 1 ] && [ -x "$1" ] || { echo "usage: walkthrough.sh VIRT-API-EXECUTABLE" >&2; exit 2; }
virt_api=$1
"$root/.ci/install-packages" curl jq

state=$root/.build/run
mkdir -p "$state/objects" "$state/certificates"
cp "$root/Tests/EndToEnd/walkthrough/vm.yaml" "$state/objects/walkthrough.yaml"

# ---- the server: an earlier one of ours is replaced -------------------------------
ours() { [ -e "$state/pid" ] && read -r pid start <"$state/pid" && [ "$(awk '{print $22}' "/proc/$pid/stat" 2>/dev/null)" = "$start" ]; }
if ours; then
  kill -TERM "$pid"
  while ours; do sleep 0.05; done
fi
port=${VIRT_API_PORT:-8443}
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
setsid nohup "$virt_api" --bind-address 127.0.0.1 --secure-port "$port" --cert-dir "$state/certificates" \
  --objects "$state/objects" --v 2 >"$state/virt-api.log" 2>&1 </dev/null &
pid=$!
url=https://127.0.0.1:$port
call() { curl -sS --http2 --max-time 10 --cacert "$state/certificates/ca.crt" "$@"; }
for ((i = 0; ; i++)); do
  [ "$(call -o /dev/null -w '%{http_code}' "$url/readyz" 2>/dev/null)" = 200 ] && break
  if [ "$i" -ge 100 ] || ! kill -0 "$pid" 2>/dev/null; then
    echo "virt-api did not become ready; its log:" >&2
    tail -20 "$state/virt-api.log" >&2
    exit 1
  fi
  sleep 0.05
done
echo "$pid $(awk '{print $22}' "/proc/$pid/stat")" >"$state/pid"
echo "virt-api listens on $url and knows the walkthrough's preset \"small\"."

# ---- one review ----------------------------------------------------------------------
# Posts an object to a webhook; the answer's response is then in $response.
review() { # PATH RESOURCE OBJECT
  local body answer
  body=$(jq -n --argjson object "$3" --arg resource "$2" '{
    apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview",
    request: {
      uid: "705ab4f5-6393-11e8-b7cc-42010a800002", operation: "CREATE", namespace: "default", name: $object.metadata.name,
      kind: {group: "kubevirt.io", version: "v1alpha2", kind: $object.kind},
      resource: {group: "kubevirt.io", version: "v1alpha2", resource: $resource},
      userInfo: {username: "developer", groups: ["system:authenticated"]},
      object: $object, oldObject: null, dryRun: false}}')
  answer=$(call "$url$1?timeout=10s" -H 'Content-Type: application/json' --data-binary "$body" \
    -w '\n%{http_version} %{http_code}')
  response=$(head -n -1 <<<"$answer" | jq .response)
  printf '  %-36s HTTP/%s, %s\n' "$1" "$(tail -1 <<<"$answer")" \
    "$(jq -r 'if .allowed then "allowed" else "refused" end' <<<"$response")"
}

# The object after the patch of $response.
patched() { # OBJECT
  jq -n --argjson object "$1" --argjson patch "$(jq -r '.patch // "W10=" | @base64d' <<<"$response")" '
    def path_in($document; $pointer):
      reduce ($pointer | ltrimstr("/") | split("/")[] | gsub("~1"; "/") | gsub("~0"; "~")) as $key ([];
        . as $path | . + [if ($document | getpath($path) | type) == "array"
          then (if $key == "-" then ($document | getpath($path) | length) else ($key | tonumber) end) else $key end]);
    reduce $patch[] as $operation ($object;
      . as $document | path_in($document; $operation.path) as $path
      | if $operation.op == "remove" then delpaths([$path])
        elif $operation.op == "test" then .
        elif $operation.op == "add" and ($path[-1] | type) == "number"
        then setpath($path[:-1]; getpath($path[:-1]) | .[:$path[-1]] + [$operation.value] + .[$path[-1]:])
        else setpath($path; $operation.value) end)'
}

# What AFTER has that BEFORE had not or had differently, with where it comes from.
changes() { # BEFORE AFTER
  jq -rn --argjson before "$1" --argjson after "$2" --argjson preset "$preset" '
    def leaves: [paths(type != "object" and type != "array" or length == 0)];
    def written: reduce .[] as $key (""; if ($key | type) == "number" then "\(.)[\($key)]"
      elif ($key | test("[./]")) then "\(.)[\($key)]" elif . == "" then $key else "\(.).\($key)" end);
    def at($path): try getpath($path) catch null;
    $after | leaves[] | . as $path
    | select(($before | at($path)) != ($after | at($path)))
    | ($after | at($path)) as $value
    | [($path | written), ($value | if type == "string" then . else tojson end),
       (if $path[0] == "spec" and ($preset.spec | at($path[1:])) == $value then "preset \($preset.metadata.name)"
        elif $path[0] == "metadata" then "bookkeeping" else "default" end)] | @tsv' |
    while IFS=$'\t' read -r path value origin; do printf '    %-78s %-40s %s\n' "$path" "$value" "$origin"; done
}

preset=$(cat "$here/preset.json")
vm=$(cat "$here/vm.json")
vmi=$(cat "$here/vmi.json")

echo
echo "1. The walkthrough's VirtualMachine testvm (kubevirt.io/v1alpha2)"
review /virtualmachines-mutate virtualmachines "$vm"
stored=$(patched "$vm")
changes "$vm" "$stored"
review /virtualmachines-validate virtualmachines "$stored"

echo
echo "2. The VirtualMachineInstance that is made from it"
review /virtualmachineinstances-mutate virtualmachineinstances "$vmi"
stored=$(patched "$vmi")
changes "$vmi" "$stored"
review /virtualmachineinstances-validate virtualmachineinstances "$stored"

echo
echo "3. A broken copy: a disk whose volume does not exist, a host name that is none"
broken=$(jq '.metadata.name = "broken" | .spec.template.spec.hostname = "Test_VM"
  | .spec.template.spec.domain.devices.disks[1].volumeName = "nosuchvolume"' <<<"$vm")
review /virtualmachines-validate virtualmachines "$broken"
jq -r '"    code \(.status.code)", (.status.details.causes[]? | .field as $field
  | "    " + if .message | contains($field) then .message else "\($field): \(.message)" end)' <<<"$response"

echo
echo "virt-api goes on listening on $url, its authority is $state/certificates/ca.crt."
echo "Try: curl --cacert $state/certificates/ca.crt $url/metrics"
echo "Stop it with: kill $pid"
