#!/usr/bin/env bash
# run.sh FUZZERS RESTOCK FOLDER [SECONDS] : each fuzzer in turn, on its seeds. Without SECONDS a fixed number of inputs
# from a fixed seed, some seconds each; with it so long each, from a seed of the moment, keeping what is new in
# FOLDER/corpus. What breaks a promise is left in FOLDER/finds: mend it, and put it into tests/fuzz/finds/TARGET.
set -euo pipefail
fuzzers=$(readlink -f -- "$1") restock=$(readlink -f -- "$2") folder=$3 seconds=${4:-}
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$(dirname -- "$(dirname -- "$here")")
if [[ -z $seconds ]]; then rm -rf -- "$folder"; fi
mkdir -p -- "$folder"/{corpus,finds,made}
folder=$(readlink -f -- "$folder")

# Results are made rather than kept: one of each kind.
cd -- "$folder/made"
rm -rf -- ./*
cat >sweep.yaml <<'YAML'
length: 5 d
replications: 2
products: { kettle: { cost: 10, price: 20 } }
sites: { maker: { kind: supplier }, shop: { kind: store } }
lanes: [{ from: maker, to: shop, transit: 3 d }]
demand: { walk-in: { at: shop, arrivals: poisson(5 per d) } }
replenishment: { shop: { at: shop, policy: min_max, s: 15, S: 40 } }
sweep: { factors: { s: { path: replenishment.shop.s, values: [5, 15] } } }
YAML
"$restock" run sweep.yaml -q -o total.h5 >/dev/null
"$restock" sweep sweep.yaml -q --shard 0/2 -o s.h5 >/dev/null
"$restock" sweep sweep.yaml -q -o sweep.h5 >/dev/null
mv s.h5.parts/shard-*.h5 shard.h5
rm -r -- s.h5.parts sweep.yaml

# The library of the results crashes on some damage that no seal tells of (tests/README.md, Damage). That is no broken
# promise where the command, given the same bytes, says so and ends with 4.
answered() {
  local find verb code said
  [[ $1 == result ]] || return 1
  for find in "$folder"/finds/result-*; do
    said=0
    for verb in digest show report export; do
      code=0
      ASAN_OPTIONS=detect_leaks=0 "$restock" "$verb" "$find" >"$folder/answer.txt" 2>&1 || code=$?
      (( code == 0 || code == 4 )) || return 1
      if grep -q 'ended in a crash' "$folder/answer.txt"; then said=1; fi
    done
    (( said )) || return 1
    printf '%s: the library crashes on %s, and the command says so\n' "$1" "$find"
  done
}

failed=0
# fuzz TARGET RUNS LENGTH SEEDS… : at most LENGTH bytes.
fuzz() {
  local target=$1 runs=$2 length=$3 corpus=$folder/corpus/$1
  shift 3
  mkdir -p -- "$corpus"
  local limits=(-runs="$runs" -seed=20260101)
  if [[ -n $seconds ]]; then limits=(-max_total_time="$seconds"); fi
  # The library of the results leaks on some damage, which the end of a long run would tell of; memory is that of the
  # sanitizer, which gives little back.
  local at_exit=
  [[ $target != result ]] || at_exit=detect_leaks=0
  ASAN_OPTIONS=$at_exit "$fuzzers/fuzz_$target" "${limits[@]}" -max_len="$length" -timeout=20 -detect_leaks=0 \
    -malloc_limit_mb=1000 -rss_limit_mb=0 -print_final_stats=1 -artifact_prefix="$folder/finds/$target-" "$corpus" "$@" \
    >"$folder/$target.log" 2>&1 || answered "$target" || { failed=1; tail -n 60 -- "$folder/$target.log"; }
  printf '%s: %s inputs, %s edges\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$target.log")" \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$folder/$target.log" | tail -n 1)"
}
fuzz scenario 2500 16000 "$root/scenarios" "$root/tests/input/broken" $(ls -d "$here"/seeds/scenario "$here"/finds/scenario 2>/dev/null)
fuzz table 4000 4000 $(ls -d "$here"/seeds/table "$here"/finds/table 2>/dev/null)
fuzz patch 2000 2000 $(ls -d "$here"/seeds/patch "$here"/finds/patch 2>/dev/null)
fuzz script 1000 2000 $(ls -d "$here"/seeds/script "$here"/finds/script 2>/dev/null)
fuzz result 300 400000 "$folder/made" $(ls -d "$here"/seeds/result "$here"/finds/result 2>/dev/null)
exit "$failed"
