# Presets, in both profiles, from informers that watch them.

preset_manifest() { # API-VERSION NAME LABEL MEMORY
  cat <<Y
apiVersion: $1
kind: VirtualMachineInstancePreset
metadata: {name: $2}
spec:
  selector: {matchLabels: {size: $3}}
  domain:
    resources: {requests: {memory: $4}}
    devices: {}
Y
}
instance_manifest() { # API-VERSION NAME LABEL
  cat <<Y
apiVersion: $1
kind: VirtualMachineInstance
metadata: {name: $2, labels: {size: $3}}
spec: {domain: {devices: {}}}
Y
}

presets_at_once() {
  # The informer hears of a preset a moment after kubectl does; a person does not notice.
  local i version
  for i in 1 2 3 4; do
    version=kubevirt.io/v1alpha2
    [ $((i % 2)) = 0 ] || version=kubevirt.io/v1
    preset_manifest "$version" "p$i" "s$i" "10${i}Mi" | k apply -f -
    sleep 0.1
    instance_manifest "$version" "vmi$i" "s$i" | k apply -f -
    expect_equal "memory of vmi$i" "10${i}Mi" \
      "$(k get vmi "vmi$i" -o jsonpath='{.spec.domain.resources.requests.memory}')"
  done
}
run_case presets_at_once "a preset that was created a moment ago is applied"

presets_follow_changes() {
  preset_manifest kubevirt.io/v1 follow f 200Mi | k apply -f -
  eventually 10 memory_by_dry_run f 200Mi
  preset_manifest kubevirt.io/v1 follow f 300Mi | k apply -f -
  eventually 10 memory_by_dry_run f 300Mi
  k delete vmipreset follow
  instance_manifest kubevirt.io/v1alpha2 without f >"$WORK/instance.yaml"
  eventually 10 without_preset
}
memory_by_dry_run() { # LABEL MEMORY
  [ "$(instance_manifest kubevirt.io/v1 dry "$1" | k create --dry-run=server -f - \
    -o jsonpath='{.spec.domain.resources.requests.memory}')" = "$2" ]
}
without_preset() {
  [ "$(k create --dry-run=server -f "$WORK/instance.yaml" -o jsonpath='{.metadata.annotations}' | grep -c follow)" = 0 ]
}
run_case presets_follow_changes "a changed preset is used as changed, a deleted one no more"

presets_conflict() {
  preset_manifest kubevirt.io/v1alpha2 one c 100Mi | k apply -f -
  preset_manifest kubevirt.io/v1alpha2 two c 200Mi | k apply -f -
  eventually 10 conflict_seen kubevirt.io/v1alpha2
  eventually 10 conflict_seen kubevirt.io/v1
}
conflict_seen() { # API-VERSION
  instance_manifest "$1" torn c >"$WORK/instance.yaml"
  refused k create --dry-run=server -f "$WORK/instance.yaml" && expect_contains "$output" one two
}
run_case presets_conflict "two presets that contradict each other refuse the instance and are named"

presets_other_namespace() {
  kubectl create namespace "$NS-other"
  preset_manifest kubevirt.io/v1 elsewhere o 100Mi | kubectl -n "$NS-other" apply -f -
  sleep 0.3
  instance_manifest kubevirt.io/v1alpha2 here o | k apply -f -
  expect_equal "memory" 8Mi "$(read_in v1alpha2 virtualmachineinstances here | jq -r .spec.domain.resources.requests.memory |
    sed 's/^8192Ki$/8Mi/')"
}
run_case presets_other_namespace "a preset of another namespace is not applied"

presets_excluded() {
  preset_manifest kubevirt.io/v1 everywhere e 100Mi | k apply -f -
  eventually 10 memory_by_dry_run e 100Mi
  k apply -f - <<Y
apiVersion: kubevirt.io/v1
kind: VirtualMachineInstance
metadata:
  name: out
  labels: {size: e}
  annotations: {virtualmachineinstancepresets.admission.kubevirt.io/exclude: "true"}
spec:
  domain: {memory: {guest: 77Mi}, devices: {}}
Y
  expect_equal "memory request" "" "$(k get vmi out -o jsonpath='{.spec.domain.resources.requests.memory}')"
}
run_case presets_excluded "an instance that is excluded by its annotation takes no preset"
