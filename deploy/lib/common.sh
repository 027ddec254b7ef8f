# shellcheck shell=bash
# Messages, processes by pid file, and templates: what every script of deploy/ and tests/ shares.

say() { printf '%s\n' "$@"; }
warn() { printf 'AVISO: %s\n' "$*" >&2; }
die() {
    printf 'ERROR: %s\n' "$*" >&2
    exit 1
}

# step "Message" command…: says what it does, does it, says how long it took.
step() {
    local message=$1 start=$EPOCHREALTIME
    shift
    printf -- '-> %s…\n' "$message"
    "$@"
    awk -v a="${start/,/.}" -v b="${EPOCHREALTIME/,/.}" -v m="$message" \
        'BEGIN { printf "   %s: listo (%.1f s)\n", m, b - a }'
}

# run_as USER command…: as that account, from a folder it may enter; directly when we already are it.
run_as() {
    local user=$1
    shift
    if [[ $(id -un) == "$user" ]]; then "$@"; else (cd / && runuser -u "$user" -- "$@"); fi
}

# wait_for SECONDS command…: until the command succeeds.
wait_for() {
    local -i tries=$(($1 * 10))
    shift
    while ! "$@" >/dev/null 2>&1; do
        ((tries-- > 0)) || return 1
        sleep 0.1
    done
}

# alive HOME/run/PIDFILE: the process it names runs, and is ours: its command names HOME, which a
# process that got the same number after a restart of the machine does not.
alive() {
    local pid
    [[ -s $1 ]] && read -r pid <"$1" && [[ -n $pid && -r /proc/$pid/cmdline ]] &&
        tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "${1%/run/*}/"
}

# A zombie is gone too: it only waits for its parent to notice.
gone() { ! grep -qsE '^State:[[:space:]]+[^Z[:space:]]' "/proc/$1/status"; }

# stop PIDFILE SECONDS [SIGNAL]: asks, waits, then kills; the file goes away.
stop() {
    local file=$1 seconds=$2 signal=${3:-TERM} pid
    if alive "$file"; then
        read -r pid <"$file"
        kill -s "$signal" "$pid" 2>/dev/null || true
        if ! wait_for "$seconds" gone "$pid"; then
            warn "el proceso $pid no terminó en $seconds s; se fuerza"
            pkill -KILL -P "$pid" 2>/dev/null || true
            kill -KILL "$pid" 2>/dev/null || true
            wait_for 5 gone "$pid" || true
        fi
    fi
    rm -f "$file"
}

# fill TEMPLATE KEY=VALUE…: prints the template with each @KEY@ replaced; an unknown one is an error.
fill() {
    local text pair
    text=$(<"$1")
    shift
    for pair in "$@"; do text=${text//"@${pair%%=*}@"/"${pair#*=}"}; done
    if [[ $text =~ @[A-Z][A-Z0-9_]*@ ]]; then die "plantilla: falta el valor de ${BASH_REMATCH[0]}"; fi
    printf '%s\n' "$text"
}

# detached LOGFILE PIDFILE command…: in its own session, output to the log, without our locks
# (descriptors 8 and 9, which a daemon would hold for ever).
detached() {
    local log=$1 pidfile=$2
    shift 2
    # shellcheck disable=SC2016
    setsid --fork bash -c 'echo $$ >"$1"; shift; exec "$@"' detached "$pidfile" "$@" \
        </dev/null >>"$log" 2>&1 8>&- 9>&-
    wait_for 5 test -s "$pidfile"
}

# style_setting FOLDER: the address of the style sheet, named by its content so that a browser may
# keep it for ever.
style_setting() {
    echo "PORTAL_STYLE=/static/portal.css?v=$(sha256sum "$1/portal.css" | cut -c1-12)"
}
