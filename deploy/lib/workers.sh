# shellcheck shell=bash
# The portal's processes where there is no systemd.

DEPLOY=${DEPLOY:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}

# web_up USER GROUP SOCKET COUNT ENVFILE PROGRAM LOG PIDFILE: N workers on one listening socket
# (their descriptor 0) that only GROUP may open.
web_up() {
    local -a who=()
    rm -f "$3"
    [[ $(id -u) -ne 0 || $1 == root ]] || who=(-u "$1" -U "$1" -G "$2")
    detached "$7" "$8" spawn-fcgi -n "${who[@]}" -M 0660 -b 1024 -s "$3" -- \
        "$DEPLOY/lib/supervise" "$5" "$4" "$6"
    wait_for 10 test -S "$3" || die "no se pudo abrir el socket $3; vea $7"
}

# background_up USER ENVFILE PROGRAM LOG PIDFILE
background_up() {
    local -a who=()
    [[ $(id -un) == "$1" ]] || who=(setpriv --reuid "$1" --regid "$(id -g "$1")" --init-groups)
    detached "$4" "$5" "${who[@]}" "$DEPLOY/lib/supervise" "$2" 1 "$3"
}
