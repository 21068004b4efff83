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

# ---- the aggregated group ----------------------------------------------------------
# The API server reaches virt-api through a Service without selector, whose name is
# one that the certificate is for.

start_subresources() {
  "$virt_api" --bind-address "$KUBE_SERVICE_ADDR" --secure-port "$second_port" --cert-dir "$WORK/certificates" \
    --kubeconfig "$KUBE_VIRT_API_KUBECONFIG" --v 4 >>"$WORK/virt-api-service.log" 2>&1 </dev/null &
  subresources_pid=$!
}

stop_subresources() {
  kubectl delete -k "$root/deploy/apiservices" --ignore-not-found >/dev/null
  kill -TERM "$subresources_pid"
  wait "$subresources_pid" || true
  subresources_pid=''
}

serve_subresources() {
  kubectl apply -f - >/dev/null <<END
apiVersion: v1
kind: Service
metadata: {name: virt-api, namespace: kube-system}
spec: {ports: [{name: https, port: 443, targetPort: $second_port}]}
---
apiVersion: v1
kind: Endpoints
metadata: {name: virt-api, namespace: kube-system}
subsets: [{addresses: [{ip: $KUBE_SERVICE_ADDR}], ports: [{name: https, port: $second_port}]}]
END
  kubectl apply -k "$root/deploy/rbac" >/dev/null
  "$root/deploy/render-webhooks.sh" --ca "$WORK/certificates/ca.crt" --namespace kube-system \
    --api-services yes >"$WORK/api-services.yaml"
  kubectl apply -f "$WORK/api-services.yaml" >/dev/null
  kubectl wait --for condition=available --timeout 60s apiservice/v1.subresources.kubevirt.io \
    apiservice/v1alpha3.subresources.kubevirt.io apiservice/v1alpha2.subresources.kubevirt.io >/dev/null
  eventually 30 kubectl get --raw /apis/subresources.kubevirt.io/v1
}
