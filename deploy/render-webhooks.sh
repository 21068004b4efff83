#!/usr/bin/env bash
# Prints CRDs and webhook configurations with the authority that the API server
# is to trust and, for a virt-api outside the cluster, its address.
#
#   deploy/render-webhooks.sh --ca FILE [--namespace NAME | --url URL]
#   deploy/render-webhooks.sh --ca FILE [--namespace NAME] --api-services yes
#
# The second form prints the API services instead, which have no other address than
# a Service.
#
#   --ca FILE         certificate authority of virt-api's serving certificate
#   --namespace NAME  namespace of the Service virt-api (default kubevirt)
#   --url URL         address of virt-api without a path, as the API server
#                     reaches it (https://HOST:PORT), in place of a Service
#
# Apply what it prints by `kubectl apply --server-side -f -`: a CRD outgrows the
# annotation of client-side apply. API services go by plain `kubectl apply -f -`:
# an API server of version 1.20 breaks on the other.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage() { sed -n '2,/^set /{/^set /!{s/^# \{0,1\}//;p}}' "$0" >&2; exit 2; }
authority='' namespace=kubevirt url='' api_services=''
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --ca) authority=$2 ;;
    --namespace) namespace=$2 ;;
    --url) url=${2%/} ;;
    --api-services) api_services=$2 ;;
    *) usage ;;
  esac
  shift 2
done
[ -n "$authority" ] || usage
bundle=$(base64 -w0 <"$authority")

if [ "$api_services" = yes ]; then
  kubectl kustomize "$here/apiservices" | awk -v bundle="$bundle" -v namespace="$namespace" '
    $1 == "namespace:" { print "    namespace: " namespace; next }
    { print }
    $0 == "spec:" { print "  caBundle: " bundle }
  '
  exit
fi

# Every clientConfig block of the manifests has the same shape (kustomize prints
# block style with sorted keys): caBundle goes in, and with --url the service's
# path moves behind the URL.
for part in crds webhooks; do
  kubectl kustomize "$here/$part"
  echo ---
done | awk -v bundle="$bundle" -v namespace="$namespace" -v url="$url" '
  function indent(line) { match(line, /^ */); return RLENGTH }
  function spaces(n) { return sprintf("%" n "s", "") }
  function finish() {
    print spaces(depth + 2) "caBundle: " bundle
    if (url != "") {
      print spaces(depth + 2) "url: " url path
    } else {
      print spaces(depth + 2) "service:"
      print spaces(depth + 4) "name: virt-api"
      print spaces(depth + 4) "namespace: " namespace
      print spaces(depth + 4) "path: " path
      print spaces(depth + 4) "port: 443"
    }
    inside = 0
  }
  inside && indent($0) <= depth { finish() }
  inside { if ($1 == "path:") path = $2; next }
  /^ *(- )?clientConfig:$/ { inside = 1; depth = index($0, "clientConfig") - 1; path = "" }
  { print }
  END { if (inside) finish() }
'
