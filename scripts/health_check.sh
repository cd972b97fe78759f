#!/usr/bin/env bash
# Asks all seven services how they are; exits 1 unless all are healthy.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/lib/services.sh"

exec "$trader" health "$@"
