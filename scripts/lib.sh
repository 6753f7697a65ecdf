# What the scripts beside this file share: where the checkout is, which packages it needs, how it is built.
# Sourced, never run. Everything it has to say goes to stderr: stdout belongs to the result.

set -euo pipefail

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
preset=release
build=$root/build
log=$build/build.log

say() { printf 'restock: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# One build at a time in a checkout: a second caller waits here and then finds the work done.
lock_build() {
  mkdir -p -- "$build" || die "cannot write to $root: the build goes to $build"
  exec {build_lock}>"$build/.lock"
  if ! flock -n "$build_lock"; then
    say "waiting for another build in this checkout"
    flock "$build_lock"
  fi
}
unlock_build() { exec {build_lock}>&-; }

# --- packages ---------------------------------------------------------------------------------------------------------

distribution() { (. /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-}") || true; }

# g++ is version 12 or later everywhere but on Ubuntu 22.04, which has 12 under its own name.
compiler_packages() {
  if [[ $(distribution) == "ubuntu 22.04" ]]; then echo g++-12; else echo g++; fi
}

# libboost-dev and libboost1.81-dev exclude each other, so headers that are new enough are left as they are.
boost_packages() {
  local version
  version=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' /usr/include/boost/version.hpp 2>/dev/null) || true
  if (( ${version:-0} < 107400 )); then echo libboost-dev; fi
}

run_packages() {
  compiler_packages
  boost_packages
  echo cmake ninja-build make libyaml-cpp-dev libfmt-dev nlohmann-json3-dev libcli11-dev libhdf5-dev zlib1g-dev librandom123-dev liblua5.4-dev
}

# Grid Engine is not in every distribution. It wants a mailer: where there is none, msmtp is one that is no server.
cluster_packages() {
  echo slurmctld slurmd slurm-client munge
  case $(distribution) in
    "debian 12" | "ubuntu 22.04" | "ubuntu 24.04")
      echo gridengine-master gridengine-exec gridengine-client iproute2
      [[ -x /usr/sbin/sendmail ]] || echo msmtp-mta ;;
  esac
}

# clang-format and clang-tidy differ from version to version, so each is asked for by the one version its list was
# written for; where a distribution has no such package, its check is skipped.
test_packages() {
  run_packages
  echo catch2 librapidcheck-dev hdf5-tools graphviz git groff zsh fish dpkg-dev file valgrind
  if (( EUID == 0 )); then cluster_packages; fi  # only root can start a cluster
  echo parallel
  echo python3 python3-h5py python3-xarray python3-h5netcdf python3-netcdf4 python3-pandas python3-jsonschema python3-yaml python3-scipy
  case $(distribution) in "debian 12" | ubuntu*) echo r-base-core r-cran-hdf5r ;; esac  # the examples in R
  # A browser is a package where it is no snap.
  case $(distribution) in debian*) echo chromium ;; esac
  case $(distribution) in
    "debian 12" | "ubuntu 24.04") echo clang-format-14 clang-tidy-16 clang-14 libclang-rt-14-dev ;;
    "ubuntu 22.04") echo clang-format-14 clang-14 ;;
  esac
}

# What scripts/test --all wants besides.
thorough_packages() {
  echo gcovr
  case $(distribution) in debian*) echo buildah debootstrap ;; esac  # the container file
}

not_installed() {
  local installed package
  installed=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' "$@" 2>/dev/null || true)"
  for package in "$@"; do
    [[ $installed == *" installed=$package "* ]] || printf '%s ' "$package"
  done
}

# install_packages PACKAGE... : what is missing of them, by apt-get; never at the price of removing something.
install_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "no apt-get here, so nothing is installed; on Debian the packages would be: $*"
    return 0
  fi
  local missing as_root=()
  read -r -a missing <<<"$(not_installed "$@")"
  (( ${#missing[@]} )) || return 0
  if (( EUID != 0 )); then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]]; }; then
      as_root=(sudo)
    else
      die "packages are missing, and this user can neither act as root nor use sudo. Have them installed with
    apt-get install --no-install-recommends ${missing[*]}
then run the same command again."
    fi
  fi
  say "installing with ${as_root[*]:-}${as_root:+ }apt-get: ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600)
  {
    # A list that cannot be fetched now may still be good enough to install from.
    "${apt[@]}" update || { sleep 5; "${apt[@]}" update; } || say "apt-get update failed; trying with the lists at hand"
    "${apt[@]}" install --no-remove --no-install-recommends "${missing[@]}"
  } </dev/null >"$log" 2>&1 || fail_with_log "apt-get could not install: ${missing[*]}"
}

# --- build ------------------------------------------------------------------------------------------------------------

fail_with_log() {
  say "$1; the end of $log:"
  grep -v '^\[[0-9/ %]*\] [A-Z]' -- "$log" | tail -n 40 >&2  # without the steps that went well
  exit 1
}

# On a terminal, one line that counts; elsewhere nothing. The log has everything.
follow_build() {
  local line
  [[ -t 2 ]] || { cat >>"$log"; return; }
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    [[ $line == \[* ]] && printf '\r\033[Krestock: building %s]' "${line%%]*}" >&2
  done
  printf '\r\033[K' >&2
}

jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1000000) }' /proc/meminfo)  # one compiler may take a gigabyte
  echo $(( memory < 1 ? 1 : memory < cores ? memory : cores ))
}

# Configured for this very folder, and to the end: a moved checkout or a failed attempt has to start again.
is_configured() {
  [[ -f $build/build.ninja || -f $build/Makefile ]] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt" 2>/dev/null
}

# configure [-DNAME=VALUE...] : the release preset in build/; without arguments a configured build is left as it is.
configure() {
  local generator=()
  if ! is_configured; then
    rm -rf -- "$build/CMakeCache.txt" "$build/CMakeFiles" "$build/build.ninja" "$build/Makefile"
    if command -v ninja >/dev/null; then generator=(-G Ninja); fi
    if [[ -z ${CXX:-} && $(compiler_packages) == g++-12 ]]; then export CC=gcc-12 CXX=g++-12; fi
  elif (( $# == 0 )); then
    return 0
  fi
  (cd -- "$root" && cmake --preset "$preset" "${generator[@]}" "$@") </dev/null >"$log" 2>&1 ||
    fail_with_log "CMake could not configure the build"
}

# build_target [TARGET…] : these targets, or everything.
build_target() {
  local targets=()
  (( $# == 0 )) || targets=(--target "$@")
  : >"$log"
  cmake --build "$build" --parallel "$(jobs)" "${targets[@]}" </dev/null 2>&1 | follow_build ||
    fail_with_log "the build failed"
}

# use_preset NAME : from here on configure and build_target are about that preset, in a folder of its own.
use_preset() {
  preset=$1
  build=$root/build
  if [[ $preset != release ]]; then build=$root/build-$preset; fi
  log=$build/build.log
  mkdir -p -- "$build"
}
