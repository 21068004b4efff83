#!/usr/bin/env bash
# Builds the Kubernetes programs that the tests run against, from Debian's own
# source package "kubernetes" (really 1.20.2), and leaves them in a cache.
#
#   build.sh [--force] [--clean]
#
# Environment:
#   KUBE_CACHE   where everything is kept     (default /var/cache/kube-1.20)
#   KUBE_JOBS    parallel compile jobs        (default: number of cores)
#   KUBE_PROGS   which programs to build      (default: apiserver, controller
#                manager, scheduler)
#   KUBE_KEEP    1 keeps the source tree and the Go build cache after success
#
# Idempotent: with every program already there it returns at once. Two calls at
# the same time are safe (the second waits for the first).
set -euo pipefail

KUBE_CACHE=${KUBE_CACHE:-/var/cache/kube-1.20}
KUBE_JOBS=${KUBE_JOBS:-$(nproc)}
KUBE_PROGS=${KUBE_PROGS:-kube-apiserver kube-controller-manager kube-scheduler}
KUBE_KEEP=${KUBE_KEEP:-0}
FORCE=0
for a in "$@"; do
  case $a in
    --force) FORCE=1 ;;
    --clean) rm -rf "$KUBE_CACHE/src" "$KUBE_CACHE/gopath" "$KUBE_CACHE/gocache" "$KUBE_CACHE/apt"; exit 0 ;;
    *) echo "usage: build.sh [--force] [--clean]" >&2; exit 2 ;;
  esac
done

BIN=$KUBE_CACHE/bin
mkdir -p "$BIN"
exec 9>"$KUBE_CACHE/.lock"
flock 9

missing=
for p in $KUBE_PROGS; do [ -x "$BIN/$p" ] || missing="$missing $p"; done
[ "$FORCE" = 1 ] && missing=$KUBE_PROGS
have_etcd() { command -v etcd >/dev/null 2>&1; }
if [ -z "$missing" ] && have_etcd; then
  echo "build.sh: already built in $BIN ($(cat "$BIN/VERSION" 2>/dev/null || echo '?'))"
  exit 0
fi

t0=$(date +%s)
step() { echo "build.sh: [$(( $(date +%s) - t0 )) s] $*"; }
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# ---- packages ---------------------------------------------------------------
want=
dpkg -s etcd-server     >/dev/null 2>&1 || want="$want etcd-server"
if [ -n "$missing" ]; then
  dpkg -s golang-1.19-go >/dev/null 2>&1 || want="$want golang-1.19-go"
  dpkg -s dpkg-dev       >/dev/null 2>&1 || want="$want dpkg-dev"
fi
if [ -n "$want" ]; then
  step "installing:$want"
  root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
    install -y --no-install-recommends $want >"$KUBE_CACHE/apt.log" 2>&1 \
  || { root apt-get -q -o DPkg::Lock::Timeout=300 update >>"$KUBE_CACHE/apt.log" 2>&1
       root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
         install -y --no-install-recommends $want >>"$KUBE_CACHE/apt.log" 2>&1; }
fi
[ -n "$missing" ] || { step "only etcd was missing; done"; exit 0; }

# ---- source -----------------------------------------------------------------
# The machine's apt configuration stays as it is: a private copy of its own
# Debian sources, with "deb" turned into "deb-src", is used from the cache.
fetch_source() {
  local A=$KUBE_CACHE/apt
  rm -rf "$A"; mkdir -p "$A/parts" "$A/lists/partial" "$A/dl"
  local n=0 f
  for f in /etc/apt/sources.list.d/*.sources; do
    [ -e "$f" ] || continue
    n=$((n+1))
    # keep only the stanzas that carry the main suite of this release
    awk -v RS= -v ORS='\n\n' -v rel="$(. /etc/os-release; echo "$VERSION_CODENAME")" \
      '$0 ~ ("Suites:[^\n]*" rel "([ \n]|$)") && $0 ~ /Types:/ { gsub(/Types:[^\n]*/, "Types: deb-src"); print }' \
      "$f" >"$A/parts/$n.sources"
    [ -s "$A/parts/$n.sources" ] || rm -f "$A/parts/$n.sources"
  done
  for f in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -e "$f" ] || continue
    n=$((n+1))
    sed -nE 's/^deb(-src)?[[:space:]]/deb-src /p' "$f" | sort -u >"$A/parts/$n.list"
    [ -s "$A/parts/$n.list" ] || rm -f "$A/parts/$n.list"
  done
  local o=(-o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$A/parts"
           -o "Dir::State::lists=$A/lists" -o APT::Get::List-Cleanup=0
           -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache=" -o APT::Sandbox::User=root)
  apt-get -q "${o[@]}" update >"$KUBE_CACHE/apt-src.log" 2>&1
  (cd "$A/dl" && apt-get -q "${o[@]}" source --download-only kubernetes >>"$KUBE_CACHE/apt-src.log" 2>&1)
  rm -rf "$KUBE_CACHE/src"
  dpkg-source --no-check -x "$A"/dl/kubernetes_*.dsc "$KUBE_CACHE/src" >>"$KUBE_CACHE/apt-src.log" 2>&1
  ls "$A"/dl/kubernetes_*.dsc | sed 's/.*kubernetes_//; s/\.dsc$//' >"$KUBE_CACHE/src/.debian-version"
  rm -rf "$A" "$KUBE_CACHE"/kubernetes_*.orig.tar.*
}
if [ ! -e "$KUBE_CACHE/src/.debian-version" ]; then
  step "fetching Debian's source package"
  fetch_source || { tail -20 "$KUBE_CACHE/apt-src.log" >&2; exit 1; }
fi
DEBVER=$(cat "$KUBE_CACHE/src/.debian-version")
step "source is $DEBVER"

# ---- Go environment: GOPATH mode, vendored -----------------------------------
# (-mod=vendor refuses this tree: its vendor/k8s.io entries are links into
#  staging/, and modules.txt does not agree with go.mod for a newer Go.)
export PATH=/usr/lib/go-1.19/bin:$PATH
export GOPATH=$KUBE_CACHE/gopath GOCACHE=$KUBE_CACHE/gocache
export GO111MODULE=off CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS=
mkdir -p "$GOPATH/src/k8s.io"
ln -sfn "$KUBE_CACHE/src" "$GOPATH/src/k8s.io/kubernetes"
cd "$GOPATH/src/k8s.io/kubernetes"

# ---- one library the tree carries too old for Go 1.18 and newer ----------------
# With the tree's own reflect2 (1.0.1) the programs compile and start, and then
# crash on the first JSON map they decode; Debian's package has 1.0.2.
R2=vendor/github.com/modern-go/reflect2
if [ ! -e "$R2/.replaced" ]; then
  step "taking reflect2 from Debian's golang-github-modern-go-reflect2-dev"
  rm -rf "$KUBE_CACHE/r2"; mkdir -p "$KUBE_CACHE/r2"
  (cd "$KUBE_CACHE/r2" && apt-get -q -o APT::Sandbox::User=root download golang-github-modern-go-reflect2-dev >>"$KUBE_CACHE/apt-src.log" 2>&1 \
     && dpkg-deb -x golang-github-modern-go-reflect2-dev_*.deb .)
  rm -rf "$R2"; cp -r "$KUBE_CACHE/r2/usr/share/gocode/src/github.com/modern-go/reflect2" "$R2"
  touch "$R2/.replaced"; rm -rf "$KUBE_CACHE/r2"
fi

# ---- the one generated file the source package lacks -------------------------
OPENAPI=pkg/generated/openapi/zz_generated.openapi.go
if [ ! -s "$OPENAPI" ]; then
  step "generating $OPENAPI"
  go build -p "$KUBE_JOBS" -o "$KUBE_CACHE/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
  # every package of the tree that asks for definitions, tests and samples left out
  inputs=$(grep -Rl --include='*.go' '^// *+k8s:openapi-gen=' vendor/k8s.io/ pkg cmd 2>/dev/null \
    | grep -Ev '^vendor/k8s.io/(code-generator|sample-apiserver|kube-openapi)/|/testdata/|_test\.go$' \
    | xargs -n1 dirname | sort -u | sed 's,^,k8s.io/kubernetes/,' | paste -sd, -)
  "$KUBE_CACHE/openapi-gen" --logtostderr -i "$inputs" \
    -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
    -h hack/boilerplate/boilerplate.generatego.txt -r "$KUBE_CACHE/openapi-violations.txt" \
    >"$KUBE_CACHE/openapi-gen.log" 2>&1 || { tail -20 "$KUBE_CACHE/openapi-gen.log" >&2; exit 1; }
fi

# ---- compile ------------------------------------------------------------------
VER=v$(echo "$DEBVER" | sed -E 's/.*really([0-9.]+)-.*/\1/')
case $VER in v[0-9]*.[0-9]*.[0-9]*) ;; *) VER=v1.20.2 ;; esac
X=k8s.io/kubernetes/vendor/k8s.io/component-base/version
X2=k8s.io/kubernetes/vendor/k8s.io/client-go/pkg/version
MINOR=$(echo "$VER" | cut -d. -f2)
LD="-s -w"
for x in $X $X2; do
  LD="$LD -X $x.gitVersion=$VER -X $x.gitMajor=1 -X $x.gitMinor=$MINOR -X $x.gitTreeState=archive -X $x.buildDate=1970-01-01T00:00:00Z"
done
step "compiling:$missing (jobs $KUBE_JOBS)"
mkdir -p "$KUBE_CACHE/new"
pk=; for p in $missing; do pk="$pk ./cmd/$p"; done
# without the cloud vendors' code, and without the built-in docker shim
nice -n "${KUBE_NICE:-0}" go build -p "$KUBE_JOBS" -tags "providerless dockerless" -ldflags "$LD" -o "$KUBE_CACHE/new/" $pk
for p in $missing; do mv -f "$KUBE_CACHE/new/$p" "$BIN/$p"; done
rmdir "$KUBE_CACHE/new" 2>/dev/null || true
echo "$VER (Debian $DEBVER)" >"$BIN/VERSION"
if [ "$KUBE_KEEP" != 1 ]; then
  rm -rf "$KUBE_CACHE/src" "$KUBE_CACHE/gocache" "$KUBE_CACHE/gopath" "$KUBE_CACHE/openapi-gen"
fi
step "done: $(ls "$BIN" | tr '\n' ' ')($(du -sh "$BIN" | cut -f1))"
