#!/usr/bin/env bash
# Runs the recorded requests in process, and fails when fewer agree than minimum.json says.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build --quiet --product conformance
exec .build/debug/conformance --minimum Tests/Conformance/minimum.json "$@" \
  Tests/Conformance/v1alpha2/*.jsonl.gz Tests/Conformance/v1/*.jsonl.gz
