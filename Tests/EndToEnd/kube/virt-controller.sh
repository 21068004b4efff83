# Sourced by run.sh: virt-controller outside the cluster, and a node that is none:
# a program which says of pods what a kubelet would say, and of instances what
# virt-handler would.

declare -A controller_pids=()
node_pid=''

# Starts a controller under the rights of deploy/virt-controller; several compete for
# the lease.
start_controller() { # NAME
  mkdir -p "$WORK/controller-$1"
  "$virt_controller" --bind-address 127.0.0.1 --secure-port 0 --cert-dir "$WORK/controller-$1" \
    --kubeconfig "$KUBE_VIRT_CONTROLLER_KUBECONFIG" --launcher-image docker.io/kubevirt/virt-launcher:v0.8.0 \
    --v "${VIRT_CONTROLLER_V:-4}" >>"$WORK/controller-$1.log" 2>&1 </dev/null &
  controller_pids[$1]=$!
}

start_node() {
  python3 "$here/node.py" "$KUBE_API_URL" "$KUBE_CA" "$KUBE_ADMIN_CERT" "$KUBE_ADMIN_KEY" \
    >>"$WORK/node.log" 2>&1 </dev/null &
  node_pid=$!
}

stop_controllers() {
  local pid
  for pid in "${controller_pids[@]}" $node_pid; do kill "$pid" 2>/dev/null || true; done
  for pid in "${controller_pids[@]}" $node_pid; do wait "$pid" 2>/dev/null || true; done
  controller_pids=() node_pid=''
}

# Who has the lease; empty for nobody.
leader() { kubectl -n kubevirt get lease virt-controller -o jsonpath='{.spec.holderIdentity}'; }
