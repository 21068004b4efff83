# Settings of the cluster, which informers follow.

configuration_gates() {
  json_of "$manifests/v1/vm-cirros.yaml" | jq '.metadata.name = "gated"
    | .spec.template.spec.volumes[0] = {name: "containerdisk", hostDisk: {path: "/data/disk.img", type: "Disk"}}' \
    >"$WORK/gated.json"
  refused k create --dry-run=server -f "$WORK/gated.json"
  expect_contains "$output" "spec.template.spec.volumes[0]" HostDisk
  kubectl -n kubevirt apply -f - <<Y
apiVersion: kubevirt.io/v1
kind: KubeVirt
metadata: {name: kubevirt}
spec: {configuration: {developerConfiguration: {featureGates: [HostDisk]}}}
Y
  eventually 10 k create --dry-run=server -f "$WORK/gated.json"
  kubectl -n kubevirt delete kubevirt kubevirt
  eventually 10 refused k create --dry-run=server -f "$WORK/gated.json"
}
run_case configuration_gates "a feature gate of the KubeVirt object takes effect, and ends with it"

configuration_legacy_gates() {
  json_of "$walkthrough/vm.yaml" | jq 'select(.kind == "VirtualMachine")
    | .spec.template.spec.volumes[0] = {name: "registryvolume", dataVolume: {name: "imported"}}' >"$WORK/gated.json"
  refused k create --dry-run=server -f "$WORK/gated.json"
  expect_contains "$output" "spec.template.spec.volumes[0]"
  kubectl -n kube-system create configmap kubevirt-config --from-literal=feature-gates=DataVolumes
  eventually 10 k create --dry-run=server -f "$WORK/gated.json"
  kubectl -n kube-system delete configmap kubevirt-config
}
run_case configuration_legacy_gates "a feature gate of v0.8.0's ConfigMap takes effect in v1alpha2"

configuration_limit_range() {
  k create -f - <<Y
apiVersion: v1
kind: LimitRange
metadata: {name: limits}
spec: {limits: [{type: Container, default: {memory: 512Mi}}]}
Y
  sleep 0.5
  k apply -f "$manifests/v1alpha2/vmi-testvm.yaml"
  expect_equal "memory limit" 512Mi "$(k get vmi testvm -o jsonpath='{.spec.domain.resources.limits.memory}')"
}
run_case configuration_limit_range "a v1alpha2 instance takes its memory limit from the namespace's limit range"
