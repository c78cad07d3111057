# The first process of the namespaces that Contained makes: shuts every mount but a small one in memory and the one
# directory that is to stay open, empties the places that are to be out of sight, then becomes the program, limited and without any privilege. Says "walls: ..." and
# ends with 125 when it cannot.
tmp=$1 memory=$2 seconds=$3 processes=$4 files=$5 size=$6 open=$7 hidden=$8
shift 8
if [ -n "$open" ]; then
  # A mount of its own, entered anew: the way by which this process came here leads through one that is shut.
  { /usr/bin/mount --bind "$open" "$open" && cd "$open"; } || {
    echo "walls: $open cannot be kept open"
    exit 125
  }
fi
mounts=$(/usr/bin/awk '{print $5}' /proc/self/mountinfo | /usr/bin/sort -u) || exit 125
while read -r line; do
  # A blank stands there as \040.
  each=$(printf '%b.' "$(printf '%s' "$line" | /usr/bin/sed 's/\\\([0-7][0-7][0-7]\)/\\0\1/g')")
  each=${each%.}
  case "$each" in /proc | /proc/* | "${open:-/proc}") continue ;; esac
  # Not there for this account, or below a later mount. A mount may be of one file, or one that nobody may enter.
  [ -e "$each" ] || continue
  /usr/bin/mount -o remount,bind,ro "$each" 2>/dev/null && continue
  echo "walls: $each stays writable"
  exit 125
done <<END
$mounts
END
/usr/bin/mount -t tmpfs -o size=64m,nr_inodes=10000,mode=700,nosuid,nodev none "$tmp" || {
  echo "walls: no file system in memory"
  exit 125
}
while [ "$hidden" -gt 0 ]; do
  if [ -d "$1" ]; then
    /usr/bin/mount -t tmpfs -o ro,size=4k,nr_inodes=1,mode=755,nosuid,nodev,noexec none "$1" || {
      echo "walls: $1 stays in sight"
      exit 125
    }
  fi
  hidden=$((hidden - 1))
  shift
done
exec /usr/bin/prlimit --as="$memory" --cpu="$seconds" --nproc="$processes" --nofile="$files" --fsize="$size" --core=0 \
  -- /usr/bin/setpriv --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
