# Sourced by run.sh: starting and ending virt-api outside the cluster.

virt_api_pid=''

ready() { # PORT
  [ "$(curl -sS --max-time 2 --cacert "$WORK/certificates/ca.crt" -o /dev/null -w '%{http_code}' \
    "https://127.0.0.1:$1/readyz")" = 200 ]
}

# Starts virt-api with the kubeconfig of its own service account. The first start
# makes the certificates, later ones find them.
start_virt_api() {
  mkdir -p "$WORK/certificates"
  "$virt_api" --bind-address 127.0.0.1 --secure-port "$port" --cert-dir "$WORK/certificates" \
    --kubeconfig "$KUBE_VIRT_API_KUBECONFIG" --v "${VIRT_API_V:-2}" >>"$WORK/virt-api.log" 2>&1 </dev/null &
  virt_api_pid=$!
  local i
  for ((i = 0; i < 200; i++)); do
    if [ -s "$WORK/certificates/ca.crt" ] && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 0; fi
    if ! kill -0 "$virt_api_pid" 2>/dev/null; then break; fi
    sleep 0.1
  done
  echo "virt-api did not come up:" >&2
  tail -20 "$WORK/virt-api.log" >&2
  return 1
}

# Ends virt-api by SIGTERM and hands on its exit status.
stop_virt_api() {
  [ -n "$virt_api_pid" ] || return 0
  local status=0
  kill -TERM "$virt_api_pid" 2>/dev/null || true
  wait "$virt_api_pid" || status=$?
  virt_api_pid=''
  return "$status"
}
