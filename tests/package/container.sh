#!/usr/bin/env bash
# container.sh SCRATCH : builds the image of scripts/package/Containerfile and runs a scenario in it. That compiles
# everything once more, so only `scripts/test --all` does it, with buildah, as root. The base image comes from its
# registry; where that cannot be reached, debootstrap puts the same Debian together under the same name.
set -euo pipefail

scratch=$1
source=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")")
skip() { echo "container: $*: not built"; exit 77; }
fail() { echo "container: $*" >&2; exit 1; }
[[ ${RESTOCK_ALL:-} ]] || skip "only with RESTOCK_ALL=1"
(( EUID == 0 )) || skip "not root"
command -v buildah >/dev/null || skip "no buildah"
rm -rf -- "$scratch"
mkdir -p -- "$scratch"
cd -- "$scratch"

# A store of its own, and no more of the kernel than chroot, so that it runs inside of containers too.
images=(buildah --storage-driver vfs --root "$scratch/images" --runroot "$scratch/run")
tidy_up() {
  "${images[@]}" rm --all >/dev/null 2>&1 || true
  rm -rf -- "$scratch/images" "$scratch/run"
}
trap tidy_up EXIT

base=docker.io/library/debian:12-slim
if ! timeout 120 "${images[@]}" pull -q "$base" >pull.txt 2>&1; then
  command -v debootstrap >/dev/null || skip "neither $base nor debootstrap"
  echo "container: $base cannot be fetched; debootstrap makes it"
  debootstrap --variant=minbase bookworm debian >debootstrap.txt 2>&1 || { tail -5 debootstrap.txt; skip "no Debian"; }
  printf 'FROM scratch\nADD debian /\n' >base.txt
  "${images[@]}" build --isolation chroot -q -t "$base" -f base.txt . >base.log 2>&1 || { tail -20 base.log; fail "the base image"; }
  rm -rf -- debian
fi

"${images[@]}" build --isolation chroot --pull-never -t restock -f "$source/scripts/package/Containerfile" "$source" \
  >build.log 2>&1 || { tail -40 build.log; fail "the image cannot be built"; }

# What the image starts, with the folder of a scenario as its working folder.
cp -- "$source/scenarios/one_store.yaml" .
container=$("${images[@]}" from --pull-never restock)
[[ $("${images[@]}" inspect --format '{{.OCIv1.Config.Entrypoint}} {{.OCIv1.Config.WorkingDir}}' restock) == "[restock] /work" ]] ||
  fail "the image does not start restock in /work"
"${images[@]}" run --isolation chroot -v "$scratch:/work" "$container" -- restock run one_store.yaml --replications 2 -q --json \
  -o one_store.h5 >run.json 2>run.txt || { cat run.txt; fail "a scenario does not run in the container"; }
grep -q '"schema":"restock.run/1"' run.json || fail "no summary"
[[ -s one_store.h5 ]] || fail "no result in the folder that was mounted"
echo "container: built, and one_store.yaml ran in it"
