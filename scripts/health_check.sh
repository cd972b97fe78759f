#!/usr/bin/env bash
# Asks all seven services how they are; exits 1 unless all are healthy.
set -euo pipefail
exec "$(dirname -- "${BASH_SOURCE[0]}")/../trader" health "$@"
