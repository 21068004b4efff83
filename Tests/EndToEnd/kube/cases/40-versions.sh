# One stored object, three versions.

versions_old_to_new() {
  k apply -f "$manifests/v1alpha2/vm-everything.yaml"
  local vm version
  for version in v1 v1alpha3; do
    vm=$(read_in "$version" virtualmachines everything)
    expect_equal apiVersion "kubevirt.io/$version" "$(jq -r .apiVersion <<<"$vm")"
    expect_equal "a volume's source" registry.example.org/drivers:1 \
      "$(jq -r '.spec.template.spec.volumes[1].containerDisk.image' <<<"$vm")"
    expect_equal "a disk's name is its volume's" rootvolume \
      "$(jq -r '.spec.template.spec.domain.devices.disks[0].name' <<<"$vm")"
    expect_equal "no old field" 0 "$(jq '[.. | objects | select(has("volumeName") or has("registryDisk"))] | length' <<<"$vm")"
  done
  expect_equal "v1 and v1alpha3 are the same" "$(read_in v1 virtualmachines everything | jq -S 'del(.apiVersion)')" \
    "$(read_in v1alpha3 virtualmachines everything | jq -S 'del(.apiVersion)')"
}
run_case versions_old_to_new "a v1alpha2 object is read in v1 and v1alpha3 by its new names"

versions_old_round_trip() {
  k apply -f "$manifests/v1alpha2/vm-everything.yaml"
  local want
  want=$(json_of "$manifests/v1alpha2/vm-everything.yaml" | jq -S .spec)
  expect_equal "spec in v1alpha2" "$want" "$(read_in v1alpha2 virtualmachines everything | jq -S .spec)"
  k label virtualmachines.v1.kubevirt.io everything touched=v1
  expect_equal "spec after a v1 edit of a label" "$want" "$(read_in v1alpha2 virtualmachines everything | jq -S .spec)"
}
run_case versions_old_round_trip "a v1alpha2 object with everything survives storage and a v1 edit of its label"

versions_new_edit() {
  k apply -f "$manifests/v1alpha2/vm-everything.yaml"
  k patch virtualmachines.v1.kubevirt.io everything --type json \
    -p '[{"op": "replace", "path": "/spec/template/spec/domain/cpu/cores", "value": 3},
         {"op": "replace", "path": "/spec/template/spec/hostname", "value": "renamed"}]'
  local vm
  vm=$(read_in v1alpha2 virtualmachines everything)
  expect_equal cores 3 "$(jq .spec.template.spec.domain.cpu.cores <<<"$vm")"
  expect_equal hostname renamed "$(jq -r .spec.template.spec.hostname <<<"$vm")"
  expect_equal "the floppy" open "$(jq -r '.spec.template.spec.domain.devices.disks[1].floppy.tray' <<<"$vm")"
  expect_equal "a disk's own name" boot "$(jq -r '.spec.template.spec.domain.devices.disks[0].name' <<<"$vm")"
}
run_case versions_new_edit "what v1 edits is seen in v1alpha2, beside what only v1alpha2 knows"

versions_new_round_trip() {
  local file resource name before
  for file in vm-datavolume:virtualmachines:fedora-datavolume vm-multus:virtualmachines:router \
    vmi-windows:virtualmachineinstances:windows vmirs:virtualmachineinstancereplicasets:workers \
    preset:virtualmachineinstancepresets:two-cores; do
    IFS=: read -r file resource name <<<"$file"
    k apply -f "$manifests/v1/$file.yaml"
    before=$(read_in v1 "$resource" "$name" | jq -S '.spec, .status')
    expect_equal apiVersion kubevirt.io/v1alpha2 "$(read_in v1alpha2 "$resource" "$name" | jq -r .apiVersion)"
    k label "$resource.v1alpha2.kubevirt.io" "$name" touched=v1alpha2
    expect_equal "$name after a v1alpha2 edit of a label" "$before" "$(read_in v1 "$resource" "$name" | jq -S '.spec, .status')"
  done
}
run_case versions_new_round_trip "v1 objects survive being edited through v1alpha2"

versions_every_kind() {
  k apply -f "$manifests/v1alpha2/vmirs.yaml" -f "$walkthrough/vm.yaml" -f "$manifests/v1alpha2/vmi-testvm.yaml"
  local version resource
  for version in v1alpha2 v1alpha3 v1; do
    for resource in virtualmachines/testvm virtualmachineinstances/testvm virtualmachineinstancereplicasets/testreplicaset \
      virtualmachineinstancepresets/small; do
      expect_equal "$resource in $version" "kubevirt.io/$version" \
        "$(k get "${resource%/*}.$version.kubevirt.io" "${resource#*/}" -o jsonpath='{.apiVersion}')"
    done
  done
}
run_case versions_every_kind "every kind is read in every version"

versions_profile_kept() {
  k apply -f "$walkthrough/vm.yaml" -f "$manifests/v1alpha2/vmi-testvm.yaml"
  refused k annotate vmi testvm presets.virtualmachines.kubevirt.io/presets-applied-
  k label virtualmachineinstances.v1.kubevirt.io testvm color=blue
  expect_equal "annotation of the profile" kubevirt.io/v1alpha2 \
    "$(read_in v1 virtualmachineinstances testvm | jq -r '.metadata.annotations["presets.virtualmachines.kubevirt.io/presets-applied"]')"
}
run_case versions_profile_kept "the profile of an instance stays, and changing it in v1 is refused"

versions_list_and_watch() {
  k apply -f "$walkthrough/vm.yaml" -f "$manifests/v1/vm-cirros.yaml"
  expect_equal "machines in v1alpha2" 2 "$(k get virtualmachines.v1alpha2.kubevirt.io -o json | jq '.items | length')"
  local event
  event=$(api "/apis/kubevirt.io/v1alpha2/namespaces/$NS/virtualmachines?watch=true&timeoutSeconds=2" | jq -r '.object.apiVersion' | sort -u)
  expect_equal "watch in v1alpha2" kubevirt.io/v1alpha2 "$event"
}
run_case versions_list_and_watch "lists and watches are converted too"
