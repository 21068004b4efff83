# Restarts on either side. These come last: they end and start processes.

resilience_apiserver() {
  preset_manifest kubevirt.io/v1 before b 100Mi | k apply -f -
  eventually 10 memory_by_dry_run b 100Mi
  "$cluster/restart.sh" --dir "$WORK/cluster" kube-apiserver
  eventually 60 kubectl get --raw /readyz
  preset_manifest kubevirt.io/v1 after a 110Mi | k apply -f -
  eventually 30 memory_by_dry_run a 110Mi
  memory_by_dry_run b 100Mi
}
run_case resilience_apiserver "after a restart of the API server the informers go on"

# Creates an instance as a dry run, again and again, until the file $WORK/stop is
# there; prints `ok` or the answer that was not 201.
create_until_stopped() { # NUMBER
  local code answer=$WORK/answer.$1
  while [ ! -e "$WORK/stop" ]; do
    : >"$answer"
    code=$(api "/apis/kubevirt.io/v1/namespaces/$NS/virtualmachineinstances?dryRun=All" -X POST --data-binary @"$WORK/instance.json" \
      -o "$answer" -w '%{http_code}') || code=none
    if [ "$code" = 201 ]; then echo ok; else echo "$code $(head -c 400 "$answer" | tr '\n' ' ')"; fi
  done
}

resilience_load() {
  json_of "$manifests/v1/vmi-minimal.yaml" >"$WORK/instance.json"
  rm -f "$WORK/stop"
  local i pids=()
  for i in 1 2 3; do create_until_stopped "$i" >"$WORK/creator.$i" 2>&1 & pids+=($!); done
  sleep 2
  touch "$WORK/stop"
  wait "${pids[@]}"
  local ok bad
  ok=$(cat "$WORK"/creator.* | grep -c '^ok$' || true)
  bad=$(cat "$WORK"/creator.* | grep -vc '^ok$' || true)
  echo "$ok accepted, $bad other answers"
  cat "$WORK"/creator.* | grep -v '^ok$' | head -5 || true
  [ "$ok" -gt 10 ] && [ "$bad" = 0 ]
}
run_case resilience_load "creations from three clients at once are all answered"

# The next cases change the process in this shell, so only their checks run as cases.
if [ -z "${ONLY:-}" ] || [[ resilience_handover =~ $ONLY ]]; then
  NS=default
  json_of "$manifests/v1/vmi-minimal.yaml" >"$WORK/instance.json"
  rm -f "$WORK/stop" "$WORK"/creator.*
  creators=()
  for i in 1 2 3; do
    create_until_stopped "$i" >"$WORK/creator.$i" 2>&1 &
    creators+=($!)
  done
  sleep 1
  first=$virt_api_pid
  start_virt_api # on the same port: the kernel shares it between both processes
  eventually 20 ready "$port" || true
  sleep 0.5
  handover_status=0
  kill -TERM "$first"
  wait "$first" || handover_status=$?
  sleep 1
  touch "$WORK/stop"
  wait "${creators[@]}"
  resilience_handover() {
    local ok bad
    ok=$(cat "$WORK"/creator.* | grep -c '^ok$' || true)
    bad=$(cat "$WORK"/creator.* | grep -vc '^ok$' || true)
    echo "$ok accepted, $bad other answers"
    cat "$WORK"/creator.* | grep -v '^ok$' | head -5 || true
    expect_equal "exit status on SIGTERM" 0 "$handover_status"
    [ "$ok" -gt 10 ] && [ "$bad" = 0 ]
  }
  run_case resilience_handover "a second virt-api takes over on SIGTERM of the first: no request fails"
fi
