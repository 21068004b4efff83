# The walkthrough of v0.8.0, as it was typed: its manifests unchanged, default flags.

walkthrough_apply() {
  k apply -f "$walkthrough/vm.yaml"
  k apply -f "$walkthrough/vm.yaml"
  expect_no_diff "$walkthrough/vm.yaml"
  expect_contains "$(k apply -f "$walkthrough/vm.yaml")" "testvm unchanged" "small unchanged"
}
run_case walkthrough_apply "the walkthrough's vm.yaml is applied twice, then kubectl diff is empty"

walkthrough_kept_fields() {
  k apply -f "$walkthrough/vm.yaml"
  expect_equal "spec.selector, unknown to every version" '{"matchLabels":{"guest":"testvm"}}' \
    "$(read_in v1alpha2 virtualmachines testvm | jq -c .spec.selector)"
  expect_equal "spec" "$(json_of "$walkthrough/vm.yaml" | jq -S 'select(.kind == "VirtualMachine").spec')" \
    "$(read_in v1alpha2 virtualmachines testvm | jq -S .spec)"
}
run_case walkthrough_kept_fields "its machine is read back in v1alpha2 as it was written"

walkthrough_instance() {
  k apply -f "$walkthrough/vm.yaml"
  k apply -f "$manifests/v1alpha2/vmi-testvm.yaml"
  local vmi
  vmi=$(read_in v1alpha2 virtualmachineinstances testvm)
  expect_equal "the preset's memory" '{"memory":"64M"}' "$(jq -c .spec.domain.resources.requests <<<"$vmi")"
  expect_equal "annotation of the preset" kubevirt.io/v1alpha2 \
    "$(jq -r '.metadata.annotations["virtualmachinepreset.kubevirt.io/small"]' <<<"$vmi")"
  expect_equal "annotation of the presets" kubevirt.io/v1alpha2 \
    "$(jq -r '.metadata.annotations["presets.virtualmachines.kubevirt.io/presets-applied"]' <<<"$vmi")"
  expect_equal finalizers '["foregroundDeleteVirtualMachine"]' "$(jq -c .metadata.finalizers <<<"$vmi")"
  expect_equal "machine type" q35 "$(jq -r .spec.domain.machine.type <<<"$vmi")"
  expect_equal firmware '{"uuid":"5a9fc181-957e-5c32-9e5a-2de5e9673531"}' "$(jq -c .spec.domain.firmware <<<"$vmi")"
  expect_equal features '{"acpi":{"enabled":true}}' "$(jq -c .spec.domain.features <<<"$vmi")"
  expect_equal interfaces '[{"bridge":{},"name":"default"}]' "$(jq -c .spec.domain.devices.interfaces <<<"$vmi")"
  expect_equal networks '[{"name":"default","pod":{}}]' "$(jq -c .spec.networks <<<"$vmi")"
  expect_equal disks '["virtio","virtio"]' "$(jq -c '[.spec.domain.devices.disks[].disk.bus]' <<<"$vmi")"
}
run_case walkthrough_instance "the instance made from it has the preset, the defaults and the annotations"

walkthrough_broken() {
  sed 's/volumeName: cloudinitvolume/volumeName: nosuchvolume/; s/name: testvm/name: broken/' \
    "$walkthrough/vm.yaml" >"$WORK/broken.yaml"
  refused k apply -f "$WORK/broken.yaml"
  expect_contains "$output" "spec.template.spec.domain.devices.disks[1].volumeName" nosuchvolume
  refused k get vm broken
}
run_case walkthrough_broken "a broken copy is refused, and kubectl shows the field and our message"

walkthrough_every_cause() {
  json_of "$walkthrough/vm.yaml" | jq 'select(.kind == "VirtualMachine")
    | .spec.template.spec.hostname = "Not_A_Label" | .spec.template.spec.domain.devices.disks[0].serial = "a b"
    | .spec.template.spec.domain.devices.disks[1].bootOrder = 0' >"$WORK/broken.json"
  refused k create -f "$WORK/broken.json"
  expect_contains "$output" spec.template.spec.hostname "disks[0].serial" "disks[1].bootOrder"
}
run_case walkthrough_every_cause "every cause of a refusal is named at once"

walkthrough_columns() {
  k apply -f "$walkthrough/vm.yaml" -f "$manifests/v1alpha2/vmi-testvm.yaml"
  local resource
  for resource in vms vmis; do
    case $resource in vms) plural=virtualmachines ;; *) plural=virtualmachineinstances ;; esac
    expect_equal "columns of $plural" "NAME AGE" "$(k get "$plural.v1alpha2.kubevirt.io" | head -1 | tr -s ' ' | sed 's/ $//')"
  done
}
run_case walkthrough_columns "kubectl get in v1alpha2 shows NAME and AGE, as in the walkthrough"

walkthrough_replica_set() {
  k apply -f "$manifests/v1alpha2/vmirs.yaml"
  k apply -f "$manifests/v1alpha2/vmirs.yaml"
  json_of "$manifests/v1alpha2/vmirs.yaml" | jq '.metadata.name = "other" | .spec.selector.matchLabels.myvmi = "no"' \
    >"$WORK/broken.json"
  refused k create -f "$WORK/broken.json"
  expect_contains "$output" spec.selector
}
run_case walkthrough_replica_set "a v1alpha2 replica set is accepted, one with a foreign selector refused"

walkthrough_unknown_fields() {
  k apply -f "$manifests/v1alpha2/vm-everything.yaml"
  k apply -f "$manifests/v1alpha2/vm-everything.yaml"
  expect_no_diff "$manifests/v1alpha2/vm-everything.yaml"
}
run_case walkthrough_unknown_fields "v1alpha2 keeps unknown fields at every depth, and applying again changes nothing"
