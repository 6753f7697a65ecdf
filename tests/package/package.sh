#!/usr/bin/env bash
# package.sh BUILD SCRATCH : what is installed runs by itself. Installs from a finished build, into a folder, and by way
# of the two packages; uses the library from a program of its own. Builds nothing else.
set -euo pipefail

build=$1 scratch=$2
source=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")")
rm -rf -- "$scratch"
mkdir -p -- "$scratch"
cd -- "$scratch"

fail() { echo "package: $*" >&2; exit 1; }
has() { [[ -e $1 ]] || fail "there is no $1"; }

# A program and its pages below $1, in an environment that knows nothing of the build.
check_runtime() {
  local root=$1 run=(env -i "HOME=$scratch" "PATH=/usr/bin:/bin" "$1/bin/restock")
  has "$root/share/man/man1/restock.1"
  has "$root/share/doc/restock/copyright"
  has "$root/share/fish/vendor_completions.d/restock.fish"
  bash -n "$root/share/bash-completion/completions/restock"
  [[ $("${run[@]}" --version) == "restock "[0-9]* ]]
  "${run[@]}" man | cmp - "$root/share/man/man1/restock.1"
  "${run[@]}" schema | cmp - "$root/share/restock/restock.schema.json"
  "${run[@]}" run "$root/share/restock/scenarios/csv_chain.yaml" --replications 2 -o "$scratch/chain.h5" --force >chain.txt 2>&1 ||
    fail "an installed example does not run: $(cat chain.txt)"
  grep -q fill_rate chain.txt
  "${run[@]}" report "$scratch/chain.h5" -o "$scratch/chain.html" --force
  if readelf -d "$root/bin/restock" | grep -E 'R(UN)?PATH'; then fail "the program looks for libraries where it was built"; fi
}

# --- cmake --install --------------------------------------------------------------------------------------------------
cmake --install "$build" --prefix "$scratch/prefix" --strip >install.txt 2>&1 || { cat install.txt; fail "cmake --install"; }
check_runtime "$scratch/prefix"
has prefix/include/restock/restock.hpp
[[ $(find prefix/include -type f | wc -l) == 1 ]] || fail "more than the one header is installed"
if grep -rl -- "$source\|$build" prefix/lib*/cmake prefix/lib*/*/cmake 2>/dev/null; then
  fail "what find_package reads names a path of the build"
fi

# --- find_package(restock) --------------------------------------------------------------------------------------------
{ cmake -S "$source/tests/package/sample" -B sample -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_BUILD_TYPE=Release &&
    cmake --build sample; } >sample.txt 2>&1 || { tail -40 sample.txt; fail "the sample program cannot be built"; }
sample/sample >sample.out || fail "the sample program"
grep -q '"schema":"restock.run/1"' sample.out

# --- packages ---------------------------------------------------------------------------------------------------------
for tool in dpkg-deb dpkg-shlibdeps cpack; do
  command -v $tool >/dev/null || { echo "package: $tool is not installed: no packages made"; exit 0; }
done
cpack --config "$build/CPackConfig.cmake" -B "$scratch/packages" >cpack.txt 2>&1 || { tail -30 cpack.txt; fail cpack; }
runtime=$(echo packages/restock_*.deb) development=$(echo packages/librestock-dev_*.deb) archive=$(echo packages/*.tar.gz)
has "$runtime"; has "$development"; has "$archive"
depends=$(dpkg-deb -f "$runtime" Depends)
for library in libc6 libhdf5 zlib1g libyaml-cpp libfmt liblua5.4; do
  [[ $depends == *$library* ]] || fail "restock does not depend on $library: $depends"
done
dpkg-deb --contents "$runtime" >contents.txt
grep -q ' \./usr/bin/restock$' contents.txt || fail "no /usr/bin/restock in the package"
if grep -E '\.(hpp|a)$' contents.txt; then fail "the program's package holds the library"; fi
if (( EUID == 0 )); then  # as dpkg does it, into a root of its own
  mkdir -p bare/var/lib/dpkg/{info,updates,triggers}
  touch bare/var/lib/dpkg/{status,available}
  dpkg --root="$scratch/bare" --force-depends --force-script-chrootless -i "$runtime" "$development" >dpkg.txt 2>&1 ||
    { cat dpkg.txt; fail "dpkg cannot install the packages"; }
else
  dpkg-deb -x "$runtime" bare
  dpkg-deb -x "$development" bare
fi
check_runtime "$scratch/bare/usr"
has bare/usr/include/restock/restock.hpp
mkdir unpacked
tar -xzf "$archive" -C unpacked --strip-components=1
unpacked/bin/restock --version >/dev/null
du -k "$runtime" "$development" "$archive" | awk '{ printf "package: %s is %d kB\n", $2, $1 }'
rm -rf -- bare unpacked packages prefix sample
