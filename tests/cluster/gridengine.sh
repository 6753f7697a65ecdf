#!/usr/bin/env bash
# A throw-away Grid Engine on one machine for tests: a master, one host with SLOTS slots, all of it in DIR.
#   gridengine.sh start DIR SLOTS   exit code 77, and why, where it cannot be had
#   gridengine.sh stop DIR          leaves nothing
# After it has started, `DIR/in COMMAND…` runs a command where qsub and its relatives find the cluster. The master takes
# no host whose address is 127.x, so all of it lives in a network namespace with an address of its own.
set -euo pipefail
action=$1 dir=$2
export PATH=$PATH:/usr/sbin:/sbin
space=$(basename "$dir")

skip() { echo "$*"; exit 77; }
until_true() {  # SECONDS COMMAND...
  local k
  for ((k = 0; k < $1 * 20; k++)); do "${@:2}" && return 0; sleep 0.05; done
  return 1
}

# SGE_ROOT of our own: the installed programs, and a cell with our paths in it.
lay_out() {
  local part
  mkdir -p "$dir"/sge/test/common "$dir"/spool/{qmaster/job_scripts,spooldb,execd}
  chmod 755 "$dir"
  for part in bin lib util utilbin; do ln -s "/var/lib/gridengine/$part" "$dir/sge/$part"; done
  sed -e "s|/var/spool/gridengine|$dir/spool|; s|^admin_user.*|admin_user root|" \
    /var/lib/gridengine/default/common/bootstrap >"$dir/sge/test/common/bootstrap"
  echo sgehost >"$dir/sge/test/common/act_qmaster"
  cat >"$dir/in" <<END
#!/usr/bin/env bash
export SGE_ROOT=$dir/sge SGE_CELL=test SGE_QMASTER_PORT=6444 SGE_EXECD_PORT=6445 SGE_ARCH=lx-amd64
export PATH=\$PATH:/usr/sbin:/sbin
exec ip netns exec $space unshare --uts bash -c 'hostname sgehost; exec "\$@"' in "\$@"
END
  chmod +x "$dir/in"
}

make_space() {
  ip netns add "$space" && ip -n "$space" link set lo up && ip -n "$space" addr add 10.77.0.1/32 dev lo || return 1
  mkdir -p "/etc/netns/$space"
  printf '127.0.0.1 localhost\n10.77.0.1 sgehost\n' >"/etc/netns/$space/hosts"
}

# Inside: one host, one queue, a scheduler that does not dawdle.
configure() {
  local slots=$1
  cd "$dir"
  /usr/share/gridengine/scripts/init_cluster "$SGE_ROOT" test "$dir/spool/spooldb" root >init.out 2>&1
  sge_qmaster </dev/null >master.out 2>&1
  until_true 20 eval 'qconf -sconf global >global.txt 2>/dev/null'
  sed -i "s|^execd_spool_dir.*|execd_spool_dir $dir/spool/execd|; s|^min_uid.*|min_uid 0|; s|^min_gid.*|min_gid 0|" \
    global.txt
  sed -i 's|^gid_range.*|gid_range 65400-65500|' global.txt
  printf '#!/bin/sh\ncat %s/global.txt >"$1"\n' "$dir" >editor.sh
  chmod +x editor.sh
  EDITOR=$dir/editor.sh qconf -mconf global
  qconf -as sgehost
  printf '%s NONE\n' load_scaling complex_values user_lists xuser_lists projects xprojects usage_scaling \
    report_variables | cat <(echo hostname sgehost) - >host.txt
  qconf -Ae host.txt
  qconf -ssconf | sed 's/^schedule_interval.*/schedule_interval 0:0:1/
    s/^flush_submit_sec.*/flush_submit_sec 1/; s/^flush_finish_sec.*/flush_finish_sec 1/' >scheduler.txt
  qconf -Msconf scheduler.txt
  printf 'group_name @allhosts\nhostlist sgehost\n' >group.txt
  qconf -Ahgrp group.txt
  qconf -sq | sed "s/^qname.*/qname all.q/; s/^hostlist.*/hostlist @allhosts/; s/^slots.*/slots $slots/
    s/^rerun.*/rerun TRUE/; s/^load_thresholds.*/load_thresholds NONE/; s/^pe_list.*/pe_list NONE/
    s/^shell_start_mode.*/shell_start_mode unix_behavior/; s|^shell .*|shell /bin/sh|" >queue.txt
  qconf -Aq queue.txt
  sge_execd </dev/null >execd.out 2>&1
  until_true 30 eval "qstat -f | awk '\$1 ~ /^all.q@/ && NF == 5' | grep -q ."
}

start() {
  local tool
  (( EUID == 0 )) || skip "only root can start a cluster"
  for tool in sge_qmaster sge_execd qsub ip unshare; do
    command -v "$tool" >/dev/null ||
      skip "$tool is not installed (gridengine-master gridengine-exec gridengine-client iproute2)"
  done
  make_space 2>/dev/null || skip "no network namespaces here"
  lay_out
  "$dir/in" "$0" configure "$dir" "$1" >"$dir/setup.out" 2>&1 ||
    skip "Grid Engine does not start: $(tail -n 3 "$dir/setup.out" "$dir/spool/qmaster/messages" 2>&1)"
}

stop() {
  local pid
  # Every process in the namespace is ours: jobs, the host, the master.
  for pid in $(ip netns pids "$space" 2>/dev/null); do kill -KILL "$pid" 2>/dev/null || true; done
  ip netns del "$space" 2>/dev/null || true
  rm -rf -- "/etc/netns/$space" "$dir"
}

case $action in
  start) start "$3" ;;
  configure) configure "$3" ;;
  stop) stop ;;
  *) echo "usage: gridengine.sh start|stop DIR [SLOTS]" >&2; exit 2 ;;
esac
