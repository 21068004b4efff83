# What clients see of the API: explain, columns, short names, sizes.

clients_explain() {
  eventually 20 kubectl explain vm.spec.template.spec.domain
  local text path
  text=$(kubectl explain vm.spec.template.spec.domain)
  expect_contains "$text" kubevirt.io/v1 devices cpu memory firmware
  for path in vm.spec.runStrategy vmi.spec.domain.devices.disks.disk.bus vmirs.spec.replicas \
    vmi.spec.volumes.containerDisk.image vmipreset.spec.selector; do
    text=$(kubectl explain "$path" | sed '1,/DESCRIPTION/d')
    if [[ $text != *[a-z]*[a-z]*.* || $text == *"<empty>"* ]]; then
      echo "no description of $path: $text"
      return 1
    fi
  done
}
run_case clients_explain "kubectl explain describes the fields of v1"

clients_columns() {
  k apply -f "$manifests/v1/vm-cirros.yaml" -f "$manifests/v1/vmi-minimal.yaml" -f "$manifests/v1/vmirs.yaml"
  local columns
  columns() { k get "$@" | head -1 | tr -s ' ' | sed 's/ $//'; }
  expect_equal "columns of vm" "NAME AGE STATUS READY" "$(columns vm)"
  expect_equal "columns of vmi" "NAME AGE PHASE IP NODENAME READY" "$(columns vmi)"
  expect_equal "columns of vmi, wide" "NAME AGE PHASE IP NODENAME READY LIVE-MIGRATABLE PAUSED" "$(columns vmi -o wide)"
  expect_equal "columns of vmirs" "NAME DESIRED CURRENT READY AGE" "$(columns vmirs)"
  expect_equal "an instance's phase" Pending "$(k get vmi minimal --no-headers | awk '{print $3}')"
}
run_case clients_columns "kubectl get shows KubeVirt's columns in v1"

clients_names() {
  local name
  for name in vm vms vmi vmis vmirs vmirss vmipreset vmipresets vmim vmims vmpool vmf vmp kv; do
    k get "$name"
  done
  expect_contains "$(kubectl api-resources --api-group kubevirt.io)" virtualmachines virtualmachineinstances
  k apply -f "$manifests/v1/vm-cirros.yaml"
  expect_contains "$(k get all)" virtualmachine.kubevirt.io/cirros
}
run_case clients_names "short names and the category all work"

clients_scale() {
  k apply -f "$manifests/v1/vmirs.yaml"
  k scale vmirs workers --replicas 5
  expect_equal replicas 5 "$(k get vmirs workers -o jsonpath='{.spec.replicas}')"
}
run_case clients_scale "a replica set can be scaled"

clients_crd_size() {
  local name size count=0
  while read -r name size; do
    echo "$name $size bytes"
    count=$((count + 1))
    [ "$size" -le $((1024 * 1024)) ]
  done < <(kubectl get crd -o json | jq -r '.items[] | del(.metadata.managedFields) | [.metadata.name, (tojson | utf8bytelength)] | @tsv')
  [ "$count" -ge 9 ]
}
run_case clients_crd_size "no CRD is larger than 1 MiB"

clients_webhook_versions() {
  # each served version of each kubevirt.io kind that a hook knows, in exactly one hook per operation
  kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o json >"$WORK/hooks.json"
  kubectl get crd -o json | jq -r '.items[] | .spec as $s | $s.versions[] | select(.served)
    | [$s.group, $s.names.plural, .name] | @tsv' >"$WORK/served.tsv"
  local group plural version kind operation count
  while read -r group plural version; do
    for kind in ValidatingWebhookConfiguration MutatingWebhookConfiguration; do
      for operation in CREATE UPDATE; do
        count=$(jq --arg g "$group" --arg r "$plural" --arg v "$version" --arg k "$kind" --arg o "$operation" '
          [.items[] | select(.kind == $k) | .webhooks[] | .rules[]
            | select((.apiGroups | index($g)) and (.resources | index($r)) and (.apiVersions | index($v))
                     and (.operations | index($o)))] | length' "$WORK/hooks.json")
        echo "$kind $operation $group $plural $version: $count"
        [ "$count" -le 1 ]
        if [ "$kind $operation $plural" = "ValidatingWebhookConfiguration CREATE virtualmachines" ]; then [ "$count" = 1 ]; fi
      done
    done
    # validated at creation, whatever the version
    case $plural in
      virtualmachines | virtualmachineinstances | virtualmachineinstancereplicasets | virtualmachineinstancepresets | \
        virtualmachineinstancemigrations | virtualmachinepools | *instancetypes | *preferences)
        count=$(jq --arg r "$plural" --arg v "$version" '[.items[] | select(.kind == "ValidatingWebhookConfiguration")
          | .webhooks[].rules[] | select((.resources | index($r)) and (.apiVersions | index($v))
              and (.operations | index("CREATE")))] | length' "$WORK/hooks.json")
        [ "$count" = 1 ] || { echo "$plural $version is in $count rules for CREATE"; return 1; } ;;
    esac
  done <"$WORK/served.tsv"
  expect_equal "hooks without matchPolicy Exact" 0 \
    "$(jq '[.items[].webhooks[] | select(.name | endswith("kubevirt.io")) | select(.matchPolicy != "Exact")] | length' "$WORK/hooks.json")"
}
run_case clients_webhook_versions "every served version is in exactly one rule, by matchPolicy Exact"

clients_deployment() {
  kubectl apply --dry-run=server -f "$root/deploy/virt-api/deployment.yaml"
  "$root/deploy/render-webhooks.sh" --ca "$WORK/certificates/ca.crt" >"$WORK/by-service.yaml"
  kubectl apply --server-side --force-conflicts --dry-run=server -f "$WORK/by-service.yaml" >/dev/null
}
run_case clients_deployment "the manifests of deploy/ are accepted by the API server"
