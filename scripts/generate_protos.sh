#!/usr/bin/env bash
# Compiles all contracts. Generated code is built, never edited and never committed.
set -e
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
mvn -q -B -ntp -pl contracts -am -DskipTests package
echo "✓ Protobuf code generation complete!"
echo "  contracts/target/generated-sources/protobuf"
echo "✓ All done!"
