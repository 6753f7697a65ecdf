#!/usr/bin/env bash
# A throw-away Slurm cluster for tests: munged, slurmctld and one slurmd for each node, all of them in DIR.
#   slurm.sh start DIR NODES   exit code 77, and why, where it cannot be had
#   slurm.sh crash DIR NODE    kills everything on a node at once, as a power cut does, and tells the controller
#   slurm.sh stop DIR          leaves nothing
# Each node runs in a PID namespace of its own, so that it can be killed as a whole.
set -euo pipefail
action=$1 dir=$2
here=$(cd "$(dirname "$0")" && pwd)
export PATH=$PATH:/usr/sbin:/sbin SLURM_CONF=$dir/slurm.conf

skip() { echo "$*"; exit 77; }
until_true() {  # SECONDS COMMAND...
  local k
  for ((k = 0; k < $1 * 20; k++)); do "${@:2}" && return 0; sleep 0.05; done
  return 1
}
is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
is_ours() { [[ -r /proc/$1/cmdline ]] && tr '\0' ' ' <"/proc/$1/cmdline" | grep -qF -- "$2"; }
are_idle() { [[ $(timeout 10 sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l) == "$1" ]]; }

start_node() {
  mkdir -p "$dir/spool/$1" "$dir/tmp/$1"
  setsid unshare --fork --pid --mount-proc --kill-child slurmd -D -N "$1" -f "$SLURM_CONF" \
    </dev/null >>"$dir/log/slurmd.$1.out" 2>&1 &
  echo $! >"$dir/run/$1.node"
}

start() {
  local nodes=$1 port=27800 tool
  (( EUID == 0 )) || skip "only root can start a cluster"
  for tool in munged slurmctld slurmd sbatch unshare; do
    command -v "$tool" >/dev/null || skip "$tool is not installed (slurmctld slurmd slurm-client munge)"
  done
  unshare --fork --pid --mount-proc --kill-child true 2>/dev/null || skip "no PID namespaces here"
  [[ $(getent ahostsv4 "$(hostname)" | awk 'NR == 1 { print $1 }') == 127.* ]] ||
    skip "$(hostname) is no name of 127.0.0.1, which slurmd needs"
  until is_free "$port" && is_free $((port + 1)) && is_free $((port + nodes)); do
    port=$((port + nodes + 1))
    (( port < 32000 )) || skip "no free ports"
  done
  mkdir -p "$dir"/{state,spool,log,run,tmp}
  chmod 755 "$dir" "$dir"/{state,spool,log,run,tmp}  # munged refuses folders that others may write
  sed -e "s|@DIR@|$dir|g; s|@PORT@|$port|; s|@USER@|$(id -un)|g; s|@NODES@|$nodes|" \
    -e "s|@FIRST@|$((port + 1))|; s|@LAST@|$((port + nodes))|" "$here/slurm.conf.in" >"$SLURM_CONF"
  (umask 077; head -c 128 /dev/urandom >"$dir/run/munge.key")
  munged --key-file="$dir/run/munge.key" --socket="$dir/run/munge.socket" --pid-file="$dir/run/munged.pid" \
    --log-file="$dir/log/munged.log" --seed-file="$dir/run/munged.seed" || skip "munged does not start"
  until_true 10 test -S "$dir/run/munge.socket" || skip "munged does not answer"
  slurmctld -f "$SLURM_CONF" || skip "slurmctld does not start: $(tail -n 3 "$dir/log/slurmctld.log")"
  for ((k = 1; k <= nodes; k++)); do start_node "n$k"; done
  until_true 60 are_idle "$nodes" || skip "the nodes do not come up: $(tail -n 3 "$dir"/log/slurmd.*.out)"
}

end_node() {
  local pid
  pid=$(cat "$1")
  is_ours "$pid" "$SLURM_CONF" && kill -KILL "$pid"  # takes the whole node along
  rm -f "$1"
}

stop() {
  local node pid
  for node in "$dir"/run/*.node; do [[ ! -e $node ]] || end_node "$node" || true; done
  for pid in slurmctld munged; do
    [[ -s $dir/run/$pid.pid ]] || continue
    if is_ours "$(cat "$dir/run/$pid.pid")" "$pid"; then kill -KILL "$(cat "$dir/run/$pid.pid")" || true; fi
  done
  rm -rf -- "$dir"
}

case $action in
  start) start "$3" ;;
  crash) end_node "$dir/run/$3.node"; scontrol update "nodename=$3" state=down reason=crash ;;
  stop) stop ;;
  *) echo "usage: slurm.sh start|crash|stop DIR [NODES|NODE]" >&2; exit 2 ;;
esac
