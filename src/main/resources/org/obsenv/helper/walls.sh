# The first process of the namespaces that Contained makes: shuts every mount but a small one in memory, then becomes
# the program, limited and without any privilege. Says "walls: ..." and ends with 125 when it cannot.
tmp=$1 memory=$2 seconds=$3 processes=$4 files=$5 size=$6
shift 6
mounts=$(/usr/bin/awk '{print $5}' /proc/self/mountinfo | /usr/bin/sort -u) || exit 125
while read -r line; do
  # A blank stands there as \040.
  each=$(printf '%b.' "$(printf '%s' "$line" | /usr/bin/sed 's/\\\([0-7][0-7][0-7]\)/\\0\1/g')")
  each=${each%.}
  case "$each" in /proc | /proc/*) continue ;; esac
  [ -x "$each" ] || continue
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
exec /usr/bin/prlimit --as="$memory" --cpu="$seconds" --nproc="$processes" --nofile="$files" --fsize="$size" --core=0 \
  -- /usr/bin/setpriv --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
