#!/usr/bin/env bash
# The embedded API under clients that others wrote: kubectl, and the Python client. The same scenarios run against a real
# kube-apiserver with virt-api as its webhooks, and against `swift-virt`, and the answers are compared field by field.
#
#   run.sh SWIFT-VIRT-EXECUTABLE VIRT-API-EXECUTABLE VIRTCTL-EXECUTABLE
#
# Environment:
#   ONLY   a regular expression: run only the scenarios whose names match
#   KEEP   1 leaves both servers running, and says how to use them
#   WORK   folder of everything that runs (default: a new temporary one)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
cluster=$root/Tests/EndToEnd/cluster
[ $# = 3 ] && [ -x "$1" ] && [ -x "$2" ] && [ -x "$3" ] ||
  { echo "usage: run.sh SWIFT-VIRT-EXECUTABLE VIRT-API-EXECUTABLE VIRTCTL-EXECUTABLE" >&2; exit 2; }
swift_virt=$(realpath "$1") virt_api=$(realpath "$2") virtctl=$(realpath "$3")

"$root/.ci/install-packages" curl jq openssl python3 python3-venv
command -v kubectl >/dev/null || "$root/.ci/install-packages" kubernetes-client

WORK=${WORK:-$(mktemp -d "${TMPDIR:-/tmp}/e2e-standalone.XXXXXX")}
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)
. "$root/Tests/EndToEnd/kube/lib.sh"
. "$root/Tests/EndToEnd/kube/virt-api.sh"
unset KUBECONFIG
data=$WORK/data
failures=0

finish() {
  local status=$?
  if [ "${KEEP:-0}" = 1 ]; then
    echo "kept: KUBECONFIG=$data/admin.kubeconfig, and . $WORK/cluster/env"
    echo "to end: $swift_virt down --data-dir $data; kill ${virt_api_pid:-}; $cluster/down.sh --dir $WORK/cluster"
  else
    "$swift_virt" down --data-dir "$data" >/dev/null || true
    stop_virt_api || true
    "$cluster/down.sh" --dir "$WORK/cluster" || true
    if [ "$status" = 0 ]; then rm -rf --one-file-system "$WORK"; else echo "logs: $WORK"; fi
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

phase() { # NAME COMMAND...
  local name=$1 start=$SECONDS
  shift
  if "$@"; then echo "PASS  $name, $((SECONDS - start)) s"; else
    failures=$((failures + 1))
    echo "FAIL  $name, $((SECONDS - start)) s"
  fi
}

# ---- the Python client, in a folder of its own ------------------------------------
python=${PYTHON_CLIENT:-$root/.build/python-client}/bin/python
if ! "$python" -c 'import kubernetes' 2>/dev/null; then
  python3 -m venv "${python%/bin/python}"
  "$python" -m pip install --quiet --disable-pip-version-check 'kubernetes==32.0.1'
fi

# ---- the two servers ---------------------------------------------------------------
# The API alone: the real server has no controllers of ours beside it either.
"$swift_virt" up --detach --api-only --data-dir "$data" --secure-port 0
export OURS=$data/admin.kubeconfig

start_reference() {
  "$cluster/build.sh"
  "$cluster/up.sh" --dir "$WORK/cluster" --quiet
  . "$WORK/cluster/env"
  read -r port _ <<<"$KUBE_FREE_PORTS"
  kubectl apply -f "$root/deploy/virt-api/namespace.yaml" -f "$root/deploy/virt-api/service-account.yaml" \
    -f "$root/deploy/virt-api/rbac.yaml" -f "$root/deploy/virt-api/service.yaml" >/dev/null
  start_virt_api
  "$root/deploy/render-webhooks.sh" --ca "$WORK/certificates/ca.crt" --url "https://127.0.0.1:$port" >"$WORK/rendered.yaml"
  kubectl apply --server-side -f "$WORK/rendered.yaml" >/dev/null
  kubectl wait --for condition=established --timeout 30s crd --all >/dev/null
  eventually 30 ready "$port"
  webhooks_in_place() {
    ! kubectl create --dry-run=server -f "$root/Tests/EndToEnd/kube/manifests/canary-refused.yaml" >"$WORK/canary" 2>&1 \
      && grep -q nowhere "$WORK/canary"
  }
  eventually 30 webhooks_in_place
  REFERENCE=$KUBECONFIG
  unset KUBECONFIG
}
start_reference
echo "both servers are up after $SECONDS s"

# ---- what they say -------------------------------------------------------------------
phase "the same answers as kube-apiserver" \
  python3 "$here/compare.py" --reference "$REFERENCE" --ours "$OURS" --only "${ONLY:-}"
phase "the Python client against kube-apiserver" "$python" "$here/client.py" "$REFERENCE"
phase "the Python client" "$python" "$here/client.py" "$OURS" --modern
phase "kubectl on its own" "$here/kubectl.sh" "$swift_virt" "$data"
phase "controllers" "$here/controllers.sh" "$swift_virt" "$virtctl"
phase "pods" "$here/pods.sh" "$swift_virt"
phase "faults" env ONLY= "$here/faults/run.sh" "$swift_virt"

[ "$failures" = 0 ] || { echo "$failures phases failed"; exit 1; }
echo "all phases passed"
