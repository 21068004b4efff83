#!/usr/bin/env bash
# Starts a real Kubernetes control plane (etcd, kube-apiserver, controller
# manager, scheduler) on loopback, with TLS, RBAC and the aggregation layer.
#
#   up.sh --dir DIR [--no-kcm] [--no-scheduler] [--quiet]
#
#   --dir DIR   everything of this cluster lives here; two clusters side by side:
#               give each its own DIR
#
# Afterwards:  . DIR/env      sets KUBECONFIG and the rest
# To end it:   down.sh --dir DIR
#
# Environment: KUBE_CACHE (see build.sh), KUBE_APISERVER_ARGS, KUBE_KCM_ARGS,
#   KUBE_ETCD_FSYNC (1: etcd brings every write to disk, as in earnest; without it tests are quicker)
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/processes.sh"
BIN=${KUBE_CACHE:-/var/cache/kube-1.20}/bin
DIR='' KCM=1 SCHED=1 QUIET=0
usage() { sed -n '2,/^set /{/^set /!{s/^# \{0,1\}//;p}}' "$0" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --dir) DIR=$2; shift ;;
    --no-kcm) KCM=0 ;;
    --no-scheduler) SCHED=0 ;;
    --quiet) QUIET=1 ;;
    *) usage ;;
  esac
  shift
done
[ -n "$DIR" ] || usage
T0=$(date +%s%N)
say() { [ "$QUIET" = 1 ] || echo "up.sh: $(( ($(date +%s%N) - T0) / 1000000 )) ms: $*"; }

[ -x "$BIN/kube-apiserver" ] || { echo "up.sh: $BIN/kube-apiserver is missing; run $HERE/build.sh" >&2; exit 1; }
mkdir -p "$DIR"; DIR=$(cd "$DIR" && pwd)
if [ -e "$DIR/pids" ]; then
  while read -r name pid start; do
    if alive "$pid" "$start"; then
      echo "up.sh: $name of $DIR still runs (process $pid); down.sh --dir $DIR first" >&2; exit 1
    fi
  done <"$DIR/pids"
fi
rm -rf --one-file-system "$DIR"/{pki,etcd,log,run,pids,env,kubeconfig,kcm.kubeconfig,scheduler.kubeconfig,virt-api.kubeconfig,virt-controller.kubeconfig}
mkdir -p "$DIR"/{pki,etcd,log,run}
chmod 700 "$DIR"
: >"$DIR/pids"

# ---- ports: reserved by file, so that parallel calls do not collide -----------
RESERVATIONS=${TMPDIR:-/tmp}/.kube-test-ports
mkdir -p "$RESERVATIONS"
free_port() {
  local p owner
  while :; do
    p=$(( 20000 + RANDOM % 12000 ))
    if [ -e "$RESERVATIONS/$p" ]; then
      owner=$(cat "$RESERVATIONS/$p" 2>/dev/null || true)
      [ -n "$owner" ] && [ "$owner" != "$DIR" ] && [ -e "$owner/pids" ] && continue
      rm -f "$RESERVATIONS/$p"
    fi
    (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null && continue
    ( set -C; echo "$DIR" >"$RESERVATIONS/$p" ) 2>/dev/null || continue
    echo "$p"; return
  done
}
API=$(free_port) ETCD=$(free_port) ETCDP=$(free_port) KCMP=$(free_port) SCHP=$(free_port)
VIRT_API_PORTS="$(free_port) $(free_port)"

# An address that Endpoints may hold, so that the API server reaches programs on this
# machine through a Service: loopback addresses are refused there.
KUBE_SERVICE_ADDR=${KUBE_SERVICE_ADDR:-198.18.0.1}
if ! ip -4 addr show dev lo 2>/dev/null | grep -q "inet $KUBE_SERVICE_ADDR/"; then
  if [ "$(id -u)" != 0 ] || ! ip addr add "$KUBE_SERVICE_ADDR/32" dev lo 2>/dev/null; then
    KUBE_SERVICE_ADDR=$(hostname -I 2>/dev/null | awk '{print $1}')
  fi
fi

# ---- keys and certificates (P-256: quick to make) ------------------------------
cd "$DIR/pki"
ca() { # NAME COMMON-NAME
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "/CN=$2" -keyout "$1.key" -out "$1.crt" \
    -addext "keyUsage=critical,keyCertSign,cRLSign,digitalSignature" 2>/dev/null
}
leaf() { # NAME CA SUBJECT USAGE [SUBJECT-ALTERNATIVE-NAMES]
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$3" \
    -keyout "$1.key" -out "$1.csr" 2>/dev/null
  { echo "basicConstraints=CA:FALSE"; echo "keyUsage=digitalSignature"; echo "extendedKeyUsage=$4"
    [ -z "${5:-}" ] || echo "subjectAltName=$5"; } >"$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$2.crt" -CAkey "$2.key" -set_serial "0x$(openssl rand -hex 8)" \
    -days 3650 -extfile "$1.ext" -out "$1.crt" 2>/dev/null
  rm -f "$1.csr" "$1.ext"
}
ca ca kubernetes-ca
ca front-proxy-ca front-proxy-ca
leaf apiserver ca /CN=kube-apiserver serverAuth \
  "DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:10.96.0.1"
leaf front-proxy-client front-proxy-ca /CN=front-proxy-client clientAuth
leaf admin ca /O=system:masters/CN=kubernetes-admin clientAuth
leaf kcm ca /CN=system:kube-controller-manager clientAuth
leaf scheduler ca /CN=system:kube-scheduler clientAuth
# the identity of the service account that deploy/virt-api binds its roles to
leaf virt-api ca /CN=system:serviceaccount:kubevirt:kubevirt-apiserver clientAuth
# and that of deploy/virt-controller
leaf virt-controller ca \
  /O=system:serviceaccounts/O=system:serviceaccounts:kubevirt/CN=system:serviceaccount:kubevirt:kubevirt-controller \
  clientAuth
openssl ecparam -name prime256v1 -genkey -noout -out sa.key 2>/dev/null
openssl ec -in sa.key -pubout -out sa.pub 2>/dev/null
cd "$DIR"
URL=https://127.0.0.1:$API
kubeconfig() { # FILE CERTIFICATE-NAME
  cat >"$1" <<K
apiVersion: v1
kind: Config
clusters:
- name: test
  cluster: {server: "$URL", certificate-authority-data: $(base64 -w0 <pki/ca.crt)}
users:
- name: $2
  user: {client-certificate-data: $(base64 -w0 <"pki/$2.crt"), client-key-data: $(base64 -w0 <"pki/$2.key")}
contexts:
- name: test
  context: {cluster: test, user: $2, namespace: default}
current-context: test
K
  chmod 600 "$1"
}
kubeconfig kubeconfig admin
kubeconfig kcm.kubeconfig kcm
kubeconfig scheduler.kubeconfig scheduler
kubeconfig virt-api.kubeconfig virt-api
kubeconfig virt-controller.kubeconfig virt-controller
say "certificates"

# ---- processes -----------------------------------------------------------------
fail() { # MESSAGE NAME
  echo "up.sh: $1; from $DIR/log/$2.log:" >&2
  { grep -E '^[EF][0-9]{4} ' "$DIR/log/$2.log" || true; tail -15 "$DIR/log/$2.log"; } | head -30 >&2
  "$HERE/down.sh" --dir "$DIR" --keep || true
  exit 1
}
running() { # NAME
  local name pid start
  while read -r name pid start; do
    if [ "$name" = "$1" ] && alive "$pid" "$start"; then return 0; fi
  done <"$DIR/pids"
  return 1
}

start etcd etcd --name t --data-dir "$DIR/etcd" --log-level error --logger zap $([ "${KUBE_ETCD_FSYNC:-0}" = 1 ] || echo --unsafe-no-fsync) \
  --listen-client-urls "http://127.0.0.1:$ETCD" --advertise-client-urls "http://127.0.0.1:$ETCD" \
  --listen-peer-urls "http://127.0.0.1:$ETCDP" --initial-advertise-peer-urls "http://127.0.0.1:$ETCDP" \
  --initial-cluster "t=http://127.0.0.1:$ETCDP" --snapshot-count 100000

P=$DIR/pki
# shellcheck disable=SC2086
start kube-apiserver "$BIN/kube-apiserver" \
  --bind-address=127.0.0.1 --secure-port="$API" --insecure-port=0 --advertise-address=198.18.0.1 \
  --etcd-servers="http://127.0.0.1:$ETCD" \
  --service-cluster-ip-range=10.96.0.0/16 \
  --client-ca-file="$P/ca.crt" --tls-cert-file="$P/apiserver.crt" --tls-private-key-file="$P/apiserver.key" \
  --service-account-key-file="$P/sa.pub" --service-account-signing-key-file="$P/sa.key" \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
  --allow-privileged=true --anonymous-auth=true \
  --requestheader-client-ca-file="$P/front-proxy-ca.crt" --requestheader-allowed-names=front-proxy-client \
  --requestheader-extra-headers-prefix=X-Remote-Extra- --requestheader-group-headers=X-Remote-Group \
  --requestheader-username-headers=X-Remote-User \
  --proxy-client-cert-file="$P/front-proxy-client.crt" --proxy-client-key-file="$P/front-proxy-client.key" \
  --enable-aggregator-routing=true --profiling=false --shutdown-delay-duration=0 \
  ${KUBE_APISERVER_ARGS:-}

# as soon as the port answers, the other two may start; they wait by themselves
for ((i = 0; i < 600; i++)); do
  (exec 3<>"/dev/tcp/127.0.0.1/$API") 2>/dev/null && break
  running kube-apiserver || fail "kube-apiserver ended" kube-apiserver
  sleep 0.1
done
if [ "$KCM" = 1 ]; then
  # shellcheck disable=SC2086
  start kube-controller-manager "$BIN/kube-controller-manager" --kubeconfig="$DIR/kcm.kubeconfig" \
    --bind-address=127.0.0.1 --secure-port="$KCMP" --port=0 --leader-elect=false \
    --use-service-account-credentials=true \
    --service-account-private-key-file="$P/sa.key" --root-ca-file="$P/ca.crt" \
    --cluster-signing-cert-file="$P/ca.crt" --cluster-signing-key-file="$P/ca.key" \
    --client-ca-file="$P/ca.crt" --requestheader-client-ca-file="$P/front-proxy-ca.crt" \
    --authentication-kubeconfig="$DIR/kcm.kubeconfig" --authorization-kubeconfig="$DIR/kcm.kubeconfig" \
    --kube-api-qps=400 --kube-api-burst=800 --min-resync-period=12h \
    --authentication-skip-lookup=true --controllers='*,-horizontalpodautoscaling,-cronjob,-ttl' ${KUBE_KCM_ARGS:-}
fi
if [ "$SCHED" = 1 ]; then
  start kube-scheduler "$BIN/kube-scheduler" --kubeconfig="$DIR/scheduler.kubeconfig" \
    --bind-address=127.0.0.1 --secure-port="$SCHP" --port=0 --leader-elect=false \
    --kube-api-qps=400 --kube-api-burst=800 \
    --client-ca-file="$P/ca.crt" --requestheader-client-ca-file="$P/front-proxy-ca.crt" \
    --authentication-skip-lookup=true \
    --authentication-kubeconfig="$DIR/scheduler.kubeconfig" --authorization-kubeconfig="$DIR/scheduler.kubeconfig"
fi

admin() { curl -sS --max-time 5 --cacert "$P/ca.crt" --cert "$P/admin.crt" --key "$P/admin.key" "$@"; }
for ((i = 0; i < 600; i++)); do
  running kube-apiserver || fail "kube-apiserver ended" kube-apiserver
  [ "$(admin "$URL/readyz" 2>/dev/null || true)" = ok ] && break
  [ "$i" -lt 599 ] || fail "kube-apiserver is not ready after 60 s" kube-apiserver
  sleep 0.1
done
say "kube-apiserver ready at $URL"

cat >"$DIR/env" <<E
# made by up.sh, to be sourced
export KUBE_DIR="$DIR"
export KUBECONFIG="$DIR/kubeconfig"
export KUBE_VIRT_API_KUBECONFIG="$DIR/virt-api.kubeconfig"
export KUBE_VIRT_CONTROLLER_KUBECONFIG="$DIR/virt-controller.kubeconfig"
export KUBE_API_URL="$URL"
export KUBE_CA="$P/ca.crt"
export KUBE_CA_KEY="$P/ca.key"
export KUBE_ADMIN_CERT="$P/admin.crt"
export KUBE_ADMIN_KEY="$P/admin.key"
export KUBE_FRONT_PROXY_CA="$P/front-proxy-ca.crt"
export KUBE_SERVICE_ADDR="$KUBE_SERVICE_ADDR"
export KUBE_FREE_PORTS="$VIRT_API_PORTS"
export KUBE_LOGS="$DIR/log"
E

if [ "$KCM" = 1 ]; then   # usable means: pods can be created in "default"
  for ((i = 0; i < 300; i++)); do
    admin "$URL/api/v1/namespaces/default/serviceaccounts/default" 2>/dev/null | grep -q '"secrets"' && break
    running kube-controller-manager || fail "kube-controller-manager ended" kube-controller-manager
    sleep 0.1
  done
  say "service account default has its token"
fi
say "done; next:  . $DIR/env"
