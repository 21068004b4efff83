# Sourced by run.sh: how a case is run, and what a case can say.
#
# A case is a function. It runs in a subshell with `set -euo pipefail` and a
# namespace of its own ($NS, made on first use by `k`), passes when it ends with
# status 0, and its output is shown only when it does not.

passed=0 failed=0 failures=()

run_case() { # FUNCTION DESCRIPTION
  local function=$1 description=$2 log=$WORK/case.log status start=${EPOCHREALTIME/./}
  if [ -n "${ONLY:-}" ] && ! [[ $function =~ $ONLY ]]; then return 0; fi
  NS=e2e-${function//_/-}
  set +e
  (
    set -euo pipefail
    kubectl create namespace "$NS" >/dev/null
    "$function"
  ) >"$log" 2>&1
  status=$?
  set -e
  local took=$(( (${EPOCHREALTIME/./} - start) / 1000 ))
  if [ "$status" = 0 ]; then
    passed=$((passed + 1))
    printf 'PASS  %-74s %6d ms\n' "$description" "$took"
  else
    failed=$((failed + 1))
    failures+=("$description")
    printf 'FAIL  %-74s %6d ms\n' "$description" "$took"
    sed 's/^/      | /' "$log" | tail -40
  fi
}

# ---- words of a case -------------------------------------------------------------
k() { kubectl -n "$NS" "$@"; }

expect_equal() { # WHAT WANT GOT
  if [ "$2" != "$3" ]; then
    if [[ $2 == *$'\n'* ]]; then
      printf '%s, wanted (-) and got (+):\n' "$1"
      diff -U2 <(echo "$2") <(echo "$3") | tail -n +3
    else
      printf '%s:\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
    fi
    return 1
  fi
}

expect_contains() { # TEXT PART...
  local text=$1 part
  shift
  for part in "$@"; do
    if [[ $text != *"$part"* ]]; then
      printf 'wanted "%s" in:\n%s\n' "$part" "$text"
      return 1
    fi
  done
}

# What is stored is what the manifest says: `kubectl diff` has nothing to show.
expect_no_diff() { # FILE
  local difference
  if ! difference=$(k diff -f "$1"); then
    printf 'kubectl diff of %s:\n%s\n' "$1" "$difference"
    return 1
  fi
}

# Runs a command that must fail; its output is then in $output.
refused() { # COMMAND...
  local status=0
  output=$("$@" 2>&1) || status=$?
  if [ "$status" = 0 ]; then
    printf 'accepted, but should have been refused: %s\n%s\n' "$*" "$output"
    return 1
  fi
  if [[ $output == *"failed calling webhook"* || $output == *"connection refused"* ]]; then
    printf 'not refused by a rule:\n%s\n' "$output"
    return 1
  fi
}

# One object as JSON, read in a version, without what the server adds.
read_in() { # VERSION RESOURCE NAME
  k get "$2.$1.kubevirt.io" "$3" -o json | jq -S 'del(.metadata.managedFields)'
}

# A manifest as JSON, one object after the other; nothing is sent.
json_of() { # FILE
  kubectl create --dry-run=client --validate=false -o json -f "$1" | jq 'del(.metadata.namespace)'
}

# Runs a command until it succeeds.
eventually() { # SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@" >"$WORK/eventually.log" 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then
      echo "still failing: $*"
      cat "$WORK/eventually.log"
      return 1
    fi
    sleep 0.2
  done
}

# A request to the API server without kubectl's start-up time.
api() { # PATH [CURL-ARGUMENT...]
  local path=$1
  shift
  curl -sS --max-time 30 --cacert "$KUBE_CA" --cert "$KUBE_ADMIN_CERT" --key "$KUBE_ADMIN_KEY" \
    -H 'Content-Type: application/json' "$@" "$KUBE_API_URL$path"
}

# A launcher pod is the one of the walkthrough, but for what the cluster adds.
expect_walkthrough_pod() { # POD
  local file=$root/Tests/EndToEnd/walkthrough/launcher-pod.yaml
  local strip='{metadata: (.metadata | {labels, annotations, generateName}), spec: (.spec
    | del(.nodeName, .serviceAccount, .serviceAccountName, .tolerations, .schedulerName, .dnsPolicy, .priority,
          .preemptionPolicy, .enableServiceLinks)
    | .volumes |= map(select(.name | test("token|kube-api-access") | not))
    | .containers |= map(.volumeMounts |= map(select(.mountPath | startswith("/var/run/secrets") | not))
      | del(.terminationMessagePath, .terminationMessagePolicy)))}'
  local uid namespace wanted
  uid=$(jq -r '.metadata.labels["kubevirt.io/created-by"]' <<<"$1")
  namespace=$(jq -r .metadata.namespace <<<"$1")
  wanted=$(json_of "$file" | jq -r '.metadata.labels["kubevirt.io/created-by"]')
  json_of "$file" | jq -S "$strip" | sed "s/$wanted/$uid/g" |
    sed "s#/default/testvm/#/$namespace/testvm/#; s#^\( *\)\"default\"#\1\"$namespace\"#" >"$WORK/pod-wanted.json"
  jq -S "$strip" <<<"$1" >"$WORK/pod.json"
  python3 "$root/Tests/EndToEnd/kube/compare-pods.py" "$WORK/pod-wanted.json" "$WORK/pod.json"
}
