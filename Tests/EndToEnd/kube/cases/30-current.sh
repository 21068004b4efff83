# Objects of today's API.

current_accepted() {
  local file again
  for file in "$manifests"/v1/*.yaml; do
    echo "$file"
    k apply -f "$file"
    # An instance's lists hold defaults by now; applying again would replace them, and changes
    # of an instance are refused, here as in KubeVirt.
    case $file in */vmi-*) continue ;; esac
    again=$(k apply -f "$file")
    if [[ $again == *configured* ]]; then
      echo "not stored as written: $again"
      return 1
    fi
    expect_no_diff "$file"
  done
}
run_case current_accepted "realistic v1 manifests are accepted, and applying machines again changes nothing"

current_defaults() {
  k apply -f "$manifests/v1/vmi-minimal.yaml" -f "$manifests/v1/vmi-windows.yaml" -f "$manifests/v1/vm-cirros.yaml"
  local vmi
  vmi=$(read_in v1 virtualmachineinstances minimal)
  expect_equal phase Pending "$(jq -r .status.phase <<<"$vmi")"
  expect_equal architecture amd64 "$(jq -r .spec.architecture <<<"$vmi")"
  expect_equal "machine type" q35 "$(jq -r .spec.domain.machine.type <<<"$vmi")"
  expect_equal topology '{"cores":1,"sockets":1,"threads":1}' "$(jq -c '.spec.domain.cpu | {cores, sockets, threads}' <<<"$vmi")"
  expect_equal model host-model "$(jq -r .spec.domain.cpu.model <<<"$vmi")"
  expect_equal interfaces '[["default",true]]' \
    "$(jq -c '[.spec.domain.devices.interfaces[] | [.name, has("bridge")]]' <<<"$vmi")"
  expect_equal finalizers '["kubevirt.io/foregroundDeleteVirtualMachine"]' "$(jq -c .metadata.finalizers <<<"$vmi")"
  vmi=$(read_in v1 virtualmachineinstances windows)
  expect_equal "hyperv dependency" true "$(jq -r '.spec.domain.features.hyperv.synic.enabled' <<<"$vmi")"
  expect_equal "guest memory" 4Gi "$(jq -r .spec.domain.memory.guest <<<"$vmi")"
  local vm
  vm=$(read_in v1 virtualmachines cirros)
  expect_equal "a machine's uuid" 36 "$(jq -r '.spec.template.spec.domain.firmware.uuid | length' <<<"$vm")"
  expect_equal "pci topology" v3 "$(jq -r '.spec.template.metadata.annotations["kubevirt.io/pci-topology-version"]' <<<"$vm")"
}
run_case current_defaults "defaults are set in v1: instance and machine"

# FIELD in the output of a refused creation of MANIFEST changed by a jq FILTER.
refuses() { # MANIFEST FILTER FIELD...
  local manifest=$1 filter=$2
  shift 2
  json_of "$manifests/v1/$manifest.yaml" | jq "$filter | .metadata.name = \"faulty\"" >"$WORK/faulty.json"
  echo "-- $manifest: $filter"
  refused k create -f "$WORK/faulty.json"
  expect_contains "$output" "$@"
}

current_refused_vm() {
  local s=.spec.template.spec d=.spec.template.spec.domain
  refuses vm-cirros "$d.devices.disks[1].name = \"nowhere\"" "spec.template.spec.domain.devices.disks[1]" nowhere
  refuses vm-cirros "$d.devices.disks[1].name = \"containerdisk\"" "spec.template.spec.domain.devices.disks[1].name"
  refuses vm-cirros "$d.devices.disks[0].disk.bus = \"ide\"" "spec.template.spec.domain.devices.disks[0]"
  refuses vm-cirros "$d.devices.disks[0].serial = \"not a serial\"" "spec.template.spec.domain.devices.disks[0].serial"
  refuses vm-cirros "$d.devices.interfaces[0].model = \"token-ring\"" "spec.template.spec.domain.devices.interfaces[0].model"
  refuses vm-cirros "$d.devices.interfaces[0].macAddress = \"12:34\"" "spec.template.spec.domain.devices.interfaces[0].macAddress"
  refuses vm-cirros "$s.networks[0].name = \"other\"" "networks[0].name"
  refuses vm-cirros "$s.hostname = \"Upper.Case\"" spec.template.spec.hostname
  refuses vm-cirros "$s.volumes[1].cloudInitNoCloud = {userDataBase64: \"%%%\"}" userDataBase64
  refuses vm-cirros "$s.volumes[0] = {name: \"containerdisk\"}" "spec.template.spec.volumes[0]"
  refuses vm-cirros "$d.resources = {requests: {memory: \"-1Gi\"}}" spec.template.spec.domain.resources.requests.memory
  refuses vm-cirros ".spec.running = true" spec.running
  refuses vm-cirros ".spec.runStrategy = \"Sometimes\"" spec.runStrategy
  refuses vm-cirros "del(.spec.runStrategy)" spec.running
  refuses vm-cirros "$s.evictionStrategy = \"Maybe\"" evictionStrategy
}
run_case current_refused_vm "faulty v1 machines are refused, and kubectl names the field"

current_refused_others() {
  refuses vmi-minimal "del(.spec.domain.memory)" memory
  refuses vmi-windows ".spec.domain.clock.timer.hyperv.present = \"perhaps\"" present
  refuses vmi-minimal ".spec.livenessProbe = {periodSeconds: 5}" spec.livenessProbe
  refuses vmirs ".spec.template.metadata.labels.app = \"others\"" spec.selector
  refuses vmpool ".spec.selector.matchLabels.pool = \"others\"" spec.selector
  refuses preset "del(.spec.domain)" spec.domain
}
run_case current_refused_others "faulty v1 instances, replica sets, pools and presets are refused"

current_instance_type() {
  k apply -f "$manifests/v1/vm-instancetype.yaml"
  json_of "$manifests/v1/vm-instancetype.yaml" | jq 'select(.kind == "VirtualMachine") | .metadata.name = "second"' >"$WORK/vm.json"
  jq '.spec.instancetype.name = "nosuch" | .metadata.name = "early"' "$WORK/vm.json" >"$WORK/early.json"
  expect_contains "$(k create -f "$WORK/early.json" 2>&1)" "early created" nosuch
  jq '.spec.template.spec.domain.cpu.cores = 8' "$WORK/vm.json" >"$WORK/faulty.json"
  refused k create -f "$WORK/faulty.json"
  expect_contains "$output" spec.template.spec.domain.cpu
}
run_case current_instance_type "an instance type and its machine in one file work; a missing one warns, a contradicted one refuses"

current_preference() {
  k apply -f "$manifests/v1/vm-cluster-instancetype.yaml"
  cat >"$WORK/demanding.yaml" <<Y
apiVersion: instancetype.kubevirt.io/v1beta1
kind: VirtualMachinePreference
metadata: {name: demanding}
spec: {requirements: {cpu: {guest: 64}}}
Y
  k apply -f "$WORK/demanding.yaml"
  json_of "$manifests/v1/vm-cluster-instancetype.yaml" | jq 'select(.kind == "VirtualMachine") | .metadata.name = "poor"
    | .spec.preference = {kind: "VirtualMachinePreference", name: "demanding"}' >"$WORK/faulty.json"
  refused k create -f "$WORK/faulty.json"
  expect_contains "$output" 64
}
run_case current_preference "a preference's requirements are checked against the instance type"

current_updates() {
  k apply -f "$manifests/v1/vm-cirros.yaml" -f "$manifests/v1/vmi-minimal.yaml"
  k patch vm cirros --type merge -p '{"spec":{"runStrategy":"Always"}}'
  refused k patch vm cirros --type merge -p '{"spec":{"runStrategy":"Sometimes"}}'
  expect_contains "$output" spec.runStrategy
  refused k patch vmi minimal --type merge -p '{"spec":{"domain":{"memory":{"guest":"128Mi"}}}}'
  expect_contains "$output" "update of VMI object is restricted"
  k label vmi minimal color=blue
}
run_case current_updates "updates of machines are validated; an instance's spec cannot be changed"

current_migration() {
  cat >"$WORK/migration.yaml" <<Y
apiVersion: kubevirt.io/v1
kind: VirtualMachineInstanceMigration
metadata: {name: move}
spec: {vmiName: nosuch}
Y
  refused k create -f "$WORK/migration.yaml"
  expect_contains "$output" nosuch
  k apply -f "$manifests/v1/vmi-minimal.yaml"
  sed 's/nosuch/minimal/' "$WORK/migration.yaml" | k create -f -
  expect_equal label minimal "$(k get vmim move -o jsonpath='{.metadata.labels.kubevirt\.io/vmi-name}')"
}
run_case current_migration "a migration of an instance is labelled; one of a missing instance is refused"

current_dry_run() {
  expect_contains "$(k apply --dry-run=server -f "$manifests/v1/vm-cirros.yaml")" "server dry run"
  expect_contains "$(k apply --dry-run=server -f "$walkthrough/vm.yaml")" "server dry run"
  refused k get vm cirros
  refused k get vm testvm
}
run_case current_dry_run "a server-side dry run is checked and leaves nothing behind"

current_server_side_apply() {
  k apply --server-side -f "$manifests/v1/vm-cirros.yaml" -f "$walkthrough/vm.yaml"
  k apply --server-side -f "$manifests/v1/vm-cirros.yaml" -f "$walkthrough/vm.yaml"
}
run_case current_server_side_apply "server-side apply works in v1 and in v1alpha2, twice"
