#!/bin/sh
# Runs the very command of sweep-job.yaml once for each index here, as the cluster would, and merges what came out.
# dry-run.sh HEADROOM OUT [more arguments of headroom sweep]: HEADROOM is target/headroom, OUT a folder for the files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
headroom=$1
out=$2
shift 2
job=$here/sweep-job.yaml
completions=$(sed -n 's/^ *completions: *//p' "$job")
command=$(sed -n 's|^ *command: \["/opt/headroom\(.*\)"\]$|\1|p' "$job")
# ["8", "/out", ...] as words
args=$(sed -n 's/^ *args: \[\(.*\)\]$/\1/p' "$job" | sed 's/", "/" "/g' | sed "s|\"/out\"|\"$out\"|")
index=0
while [ "$index" -lt "$completions" ]; do
  eval "JOB_COMPLETION_INDEX=$index \"$headroom$command\" $args \"\$@\""
  index=$((index + 1))
done
"$headroom/bin/headroom" merge "$out"/shard-*-of-"$completions".csv -o "$out/all.csv"
