#!/usr/bin/env bash
# smoke.sh BINARY FOLDER [UNDER…] : every shipped scenario for one replication, and every verb once, with several threads;
# under `valgrind …` or as it is. For builds with a sanitizer, and for valgrind: what counts is that nothing is reported.
set -euo pipefail
binary=$1 folder=$2
shift 2
source=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
rm -rf -- "$folder"
mkdir -p -- "$folder"
cd -- "$folder"

failed=0
try() {  # EXPECTED ARGUMENT… : runs the program, which has to end with that code
  local expected=$1 code=0
  shift
  "${under[@]}" "$binary" "$@" >out.txt 2>err.txt </dev/null || code=$?
  if (( code != expected )); then
    printf 'restock %s: exit code %d, not %d\n' "$*" "$code" "$expected"
    head -c 4000 err.txt
    failed=1
  fi
}
under=("$@")

for scenario in "$source"/scenarios/*.yaml; do
  try 0 validate "$scenario"
  # Two of each, so that threads meet; checks may be missed with so few.
  code=0
  "${under[@]}" "$binary" run "$scenario" -q --replications 2 --threads 2 --detail orders -o "${scenario##*/}.h5" \
    >out.txt 2>err.txt </dev/null || code=$?
  if (( code != 0 && code != 10 )); then
    printf 'restock run %s: exit code %d\n' "$scenario" "$code"
    head -c 4000 err.txt
    failed=1
  fi
done

cat >sweep.yaml <<'YAML'
length: 60 d
replications: 6
series: 10 d
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d), patience: exponential(2 d) } }
replenishment: { shop: { at: shop, policy: min_max, s: 15, S: 40 } }
alternatives: { more: { replenishment.shop.s: 20 } }
sweep: { factors: { s: { path: replenishment.shop.s, values: [5, 15, 25] } } }
YAML
try 0 run sweep.yaml -q --threads 4 -o one.h5
try 0 run sweep.yaml -q --threads 4 --precision total_cost:20% --max-replications 40 -o until.h5
try 0 run --like one.h5 -q --threads 2
for verb in show compare digest report export; do try 0 "$verb" one.h5; done
try 0 attribute "$source/scenarios/who_is_to_blame.yaml" -q --replications 2 --threads 4
try 0 trace sweep.yaml
try 0 network "$source/scenarios/csv_chain.yaml"
try 0 sweep sweep.yaml -q --threads 4 --checkpoint 0 -o whole.h5
for shard in 0/2 1/2; do try 0 sweep sweep.yaml -q --threads 2 --checkpoint 0 --shard "$shard" -o parts.h5; done
try 0 merge parts.h5.parts/shard-*.h5 -o joined.h5
try 0 list policies
try 0 schema
try 3 run "$source/tests/input/broken/$(ls "$source/tests/input/broken" | grep -m1 'yaml$')" -q
try 4 run missing.yaml
try 2 run --no-such-option
exit "$failed"
