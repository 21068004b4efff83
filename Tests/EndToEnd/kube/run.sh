#!/usr/bin/env bash
# End-to-end cases against a real kube-apiserver: the control plane of
# Tests/EndToEnd/cluster, and virt-api outside it, called by URL.
#
#   run.sh VIRT-API-EXECUTABLE VIRT-CONTROLLER-EXECUTABLE VIRTCTL-EXECUTABLE
#
# Environment:
#   ONLY   a regular expression: run only the cases whose function matches
#   KEEP   1 leaves the cluster and virt-api running, and says how to use them
#   WORK   folder of everything that runs (default: a new temporary one)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
cluster=$root/Tests/EndToEnd/cluster
manifests=$here/manifests
walkthrough=$root/Tests/EndToEnd/walkthrough
[ $# = 3 ] && [ -x "$1" ] && [ -x "$2" ] && [ -x "$3" ] ||
  { echo "usage: run.sh VIRT-API-EXECUTABLE VIRT-CONTROLLER-EXECUTABLE VIRTCTL-EXECUTABLE" >&2; exit 2; }
virt_api=$(realpath "$1") virt_controller=$(realpath "$2") virtctl=$(realpath "$3")

"$root/.ci/install-packages" curl jq openssl python3
command -v kubectl >/dev/null || "$root/.ci/install-packages" kubernetes-client
. "$here/lib.sh"

WORK=${WORK:-$(mktemp -d "${TMPDIR:-/tmp}/e2e-kube.XXXXXX")}
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)
. "$here/virt-api.sh"
. "$here/virt-controller.sh"

finish() {
  local status=$?
  if [ "${KEEP:-0}" = 1 ]; then
    echo "kept: . $WORK/cluster/env; virt-api is process ${virt_api_pid:-none}, its log $WORK/virt-api.log"
    echo "to end: kill ${virt_api_pid:-}; $cluster/down.sh --dir $WORK/cluster"
  else
    stop_virt_api || true
    stop_controllers || true
    [ -z "${subresources_pid:-}" ] || kill "$subresources_pid" || true
    "$cluster/down.sh" --dir "$WORK/cluster" || status=1
    [ "$status" != 0 ] || rm -rf --one-file-system "$WORK"
    [ "$status" = 0 ] || echo "logs: $WORK"
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# ---- start -----------------------------------------------------------------------
"$cluster/build.sh"
"$cluster/up.sh" --dir "$WORK/cluster"
. "$WORK/cluster/env"
read -r port second_port <<<"$KUBE_FREE_PORTS"
kubectl version 2>/dev/null | sed 's/^/kubectl: /' || true

# virt-api's authority goes into the manifests, and its permissions are those of
# deploy/virt-api: a rule that reads more than they allow fails here.
kubectl apply -f "$root/deploy/virt-api/namespace.yaml" -f "$root/deploy/virt-api/service-account.yaml" \
  -f "$root/deploy/virt-api/rbac.yaml" -f "$root/deploy/virt-api/service.yaml" >/dev/null
start_virt_api
"$root/deploy/render-webhooks.sh" --ca "$WORK/certificates/ca.crt" --url "https://127.0.0.1:$port" \
  >"$WORK/rendered.yaml"
kubectl apply --server-side -f "$WORK/rendered.yaml" >/dev/null
kubectl wait --for condition=established --timeout 30s crd --all >/dev/null
eventually 30 ready "$port"
# The API server takes up a webhook configuration within a second or so.
webhooks_in_place() {
  local output
  if output=$(kubectl create --dry-run=server -f "$manifests/canary-refused.yaml" 2>&1); then
    echo "not refused yet"
    return 1
  fi
  expect_contains "$output" nowhere
}
eventually 30 webhooks_in_place
echo "virt-api answers the API server on port $port, $SECONDS s after the start"

# ---- cases -----------------------------------------------------------------------
for file in "$here"/cases/*.sh; do
  . "$file"
done

echo "$passed passed, $failed failed"
if [ "$failed" -gt 0 ]; then
  printf 'failed: %s\n' "${failures[@]}"
  exit 1
fi
