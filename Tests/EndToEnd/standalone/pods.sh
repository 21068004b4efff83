#!/usr/bin/env bash
# Pods in an instance: what kubectl users see of one, images, probes, volumes, a restart of swift-virt beside a running
# pod, and that nothing is left of pods that are gone. Needs root.
#
#   pods.sh SWIFT-VIRT-EXECUTABLE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
swift_virt=$(realpath "$1")
if [ "$(id -u)" != 0 ]; then
  echo "SKIP  pods: they need root, and this user is not"
  exit 0
fi
WORK=$(mktemp -d /tmp/pods.XXXXXX)
data=$WORK/data
. "$here/../kube/lib.sh"
finish() {
  up || true
  for namespace in $(kubectl get namespaces -o name 2>/dev/null | grep e2e- || true); do
    kubectl delete "$namespace" --timeout 60s >/dev/null 2>&1 || true
  done
  "$swift_virt" down --data-dir "$data" >/dev/null || true
  rm -rf --one-file-system "$WORK"
}
up() { "$swift_virt" up --detach --data-dir "$data" --secure-port 0 >/dev/null; }
trap finish EXIT

# An archive as `docker save` makes it: busybox alone.
make_image() { # FILE
  local folder=$WORK/image
  mkdir -p "$folder"/root/{bin,etc,tmp}
  cp "$(command -v busybox)" "$folder/root/bin/busybox"
  for name in sh cat echo env false httpd id kill ls ps sleep stty touch tty; do
    ln -s busybox "$folder/root/bin/$name"
  done
  echo 'root:x:0:0:root:/:/bin/sh' >"$folder/root/etc/passwd"
  tar -C "$folder/root" -cf "$folder/layer.tar" .
  local sum
  sum=$(sha256sum "$folder/layer.tar" | cut -d ' ' -f 1)
  cat >"$folder/config.json" <<END
{"architecture": "amd64", "os": "linux", "config": {"Cmd": ["/bin/sh"], "Env": ["PATH=/bin", "FROM_IMAGE=yes"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$sum"]}}
END
  echo '[{"Config": "config.json", "RepoTags": ["localhost/box:1"], "Layers": ["layer.tar"]}]' >"$folder/manifest.json"
  tar -C "$folder" -cf "$1" manifest.json config.json layer.tar
}

make_image "$WORK/box.tar"
up
export KUBECONFIG=$data/admin.kubeconfig
images() { "$swift_virt" image "$@" --data-dir "$data"; }
images import localhost/box:1 "$WORK/box.tar" >/dev/null
field() { k get pod "$1" -o jsonpath="$2"; }
shows() { [ "$(k get pod "$1" --no-headers | awk '{print $2 " " $3}')" = "$2" ]; }
waits_for() { [ "$(field "$1" '{.status.containerStatuses[0].state.waiting.reason}')" = "$2" ]; }
phase_is() { [ "$(field "$1" '{.status.phase}')" = "$2" ]; }
gone() { [ -z "$(k get "$@" --ignore-not-found -o name)" ]; }
nothing_left() {
  ! grep -q "$data/node/pods/" /proc/self/mountinfo \
    && [ -z "$(ls "$data/node/pods")" ] && [ -z "$(ls "$data/node/run/runtime")" ] \
    && ! pgrep -f "conmon.*$data" >/dev/null
}

pod() { # NAME COMMAND [MORE-OF-THE-SPEC]
  k apply -f - >/dev/null <<END
apiVersion: v1
kind: Pod
metadata: {name: $1, labels: {app: $1}}
spec:
  terminationGracePeriodSeconds: 5
  ${3:-}
  containers:
  - name: main
    image: localhost/box:1
    command: [sh, -c, '$2']
    ${4:-}
END
}

users() {
  pod box 'trap "echo bye; exit 0" TERM; echo hello; httpd -p 8080 -h /etc; while true; do sleep 0.1; done' "" \
    'readinessProbe: {httpGet: {path: /passwd, port: 8080}, periodSeconds: 1}'
  eventually 20 shows box "1/1 Running"
  expect_equal log hello "$(k logs box)"
  expect_equal output "yes main" "$(k exec box -- sh -c 'echo $FROM_IMAGE main')"
  expect_equal "exit code" 7 "$(k exec box -- sh -c 'exit 7' >/dev/null 2>&1; echo $?)"
  expect_equal input typed "$(echo typed | k exec -i box -- cat)"
  expect_contains "$(script -qec "kubectl -n $NS exec -it box -- tty" /dev/null)" /dev/pts/
  expect_contains "$(k exec box -- ps)" "httpd -p 8080"
  local address port=18080
  address=$(field box '{.status.podIP}')
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  expect_contains "$(curl -sf --max-time 5 "http://$address:8080/passwd")" root:x:0
  k port-forward box "$port:8080" >/dev/null &
  local forward=$!
  forwarded() { curl -sf --max-time 3 "http://127.0.0.1:$port/passwd" >/dev/null; }
  eventually 10 forwarded
  kill "$forward"
  wait "$forward" 2>/dev/null || true
  k logs -f box >"$WORK/followed" &
  local start=$SECONDS
  k delete pod box --timeout 20s >/dev/null
  [ $((SECONDS - start)) -lt 5 ]
  wait $!
  expect_contains "$(cat "$WORK/followed")" hello bye
  eventually 10 nothing_left
}

ends() {
  pod good 'echo done' 'restartPolicy: Never'
  pod bad 'echo words >/dev/termination-log; exit 3' 'restartPolicy: Never'
  pod again 'exit 1' 'restartPolicy: OnFailure'
  eventually 20 phase_is good Succeeded
  eventually 20 phase_is bad Failed
  expect_equal "exit code" "3 words" \
    "$(field bad '{.status.containerStatuses[0].state.terminated.exitCode} {.status.containerStatuses[0].state.terminated.message}' | tr -d '\n')"
  eventually 20 waits_for again CrashLoopBackOff
  expect_equal "log of an ended pod" "done" "$(k logs good)"
  pod missing true 'nodeSelector: {nowhere: "true"}'
  unschedulable() { [ "$(field missing '{.status.conditions[?(@.type=="PodScheduled")].reason}')" = Unschedulable ]; }
  eventually 10 unschedulable
  k delete pods --all --timeout 20s >/dev/null
  eventually 10 nothing_left
}

stubborn() {
  pod deaf 'trap "" TERM; while true; do sleep 0.1; done'
  eventually 20 shows deaf "1/1 Running"
  k delete pod deaf --grace-period 1 --timeout 20s >/dev/null
  pod forced 'trap "" TERM; while true; do sleep 0.1; done'
  eventually 20 shows forced "1/1 Running"
  k delete pod forced --grace-period 0 --force >/dev/null 2>&1
  eventually 10 nothing_left
}

volumes() {
  k create configmap settings --from-literal=color=green >/dev/null
  k create secret generic words --from-literal=word=hush >/dev/null
  k apply -f - >/dev/null <<END
apiVersion: v1
kind: Pod
metadata: {name: full, labels: {app: full}}
spec:
  restartPolicy: Never
  initContainers:
  - {name: first, image: "localhost/box:1", command: [sh, -c, 'echo before >/shared/file'],
     volumeMounts: [{name: shared, mountPath: /shared}]}
  containers:
  - name: main
    image: localhost/box:1
    command: [sh, -c, 'cat /shared/file /settings/color /words/word /info/labels; echo; echo \$COLOR \$WORD \$NAME;
      id; ls /var/run/secrets/kubernetes.io/serviceaccount']
    securityContext: {runAsUser: 107, runAsGroup: 107}
    env:
    - {name: COLOR, valueFrom: {configMapKeyRef: {name: settings, key: color}}}
    - {name: WORD, valueFrom: {secretKeyRef: {name: words, key: word}}}
    - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    volumeMounts:
    - {name: shared, mountPath: /shared}
    - {name: settings, mountPath: /settings}
    - {name: words, mountPath: /words}
    - {name: info, mountPath: /info}
  volumes:
  - {name: shared, emptyDir: {}}
  - {name: settings, configMap: {name: settings}}
  - {name: words, secret: {secretName: words}}
  - {name: info, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}
END
  eventually 20 phase_is full Succeeded
  expect_contains "$(k logs full -c main)" before green hush 'app="full"' "green hush full" "uid=107" token ca.crt namespace
  k delete pod full --timeout 20s >/dev/null
}

restarts() {
  pod stays 'echo $$ started; while true; do sleep 0.1; done'
  eventually 20 shows stays "1/1 Running"
  local id
  id=$(field stays '{.status.containerStatuses[0].containerID}')
  "$swift_virt" down --data-dir "$data" >/dev/null
  up
  eventually 10 shows stays "1/1 Running"
  kill -KILL "$(jq -r .process "$data/instance.json")"
  up
  eventually 10 shows stays "1/1 Running"
  expect_equal "the container" "$id 0" "$(field stays '{.status.containerStatuses[0].containerID} {.status.containerStatuses[0].restartCount}')"
  expect_equal output back "$(k exec stays -- echo back)"
  "$swift_virt" down --data-dir "$data" >/dev/null
  # It ends while nobody looks.
  kill -KILL "$(cat "$data"/node/pods/*/containers/main/0/pid)"
  up
  restarted() { [ "$(field stays '{.status.containerStatuses[0].restartCount}')" = 1 ]; }
  eventually 10 restarted
  k logs stays --previous | grep -q started
  k delete pod stays --timeout 20s >/dev/null
  eventually 10 nothing_left
}

names() {
  expect_contains "$(images list)" localhost/box:1 archive
  refused images rm localhost/other:1
  images rm localhost/box:1
  pod absent 'true' 'restartPolicy: Never' 'imagePullPolicy: Never'
  eventually 10 waits_for absent ErrImageNeverPull
  images import localhost/box:1 "$WORK/box.tar" >/dev/null
  eventually 20 phase_is absent Succeeded
  k delete pod absent --timeout 20s >/dev/null
  head -c 1048576 /dev/zero >"$WORK/disk"
  images import example/disk "$WORK/disk" >/dev/null
  expect_contains "$(images list)" docker.io/example/disk:latest disk
  images rm example/disk
}

run_case users "logs, exec, port-forward, probe and deletion of a pod"
run_case ends "pods end as their containers do"
run_case stubborn "pods that do not listen end when their grace does"
run_case volumes "volumes, variables and init containers"
run_case restarts "swift-virt is stopped and killed beside a running pod"
run_case names "images are taken in, listed and removed"
"$swift_virt" down --data-dir "$data" >/dev/null
! grep -q "$data" /proc/self/mountinfo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
