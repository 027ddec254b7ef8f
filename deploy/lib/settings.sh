# shellcheck shell=bash disable=SC2034
# The settings of deploy/up: from the environment; else as they were the last time; else a default.

SETTINGS=(PORTAL_PORT PORTAL_HTTP_PORT PORTAL_HOST PORTAL_HOSTS PORTAL_WORKERS PORTAL_CERT PORTAL_KEY
    PORTAL_PROXY PORTAL_DB PORTAL_DB_FONDO PORTAL_DB_ADMIN)
# What the programs themselves know is passed on as it is, but for what is worked out here.
mapfile -t PROGRAM_SETTINGS < <(sed -n 's/^SETTING([a-z_]*, "\(PORTAL_[A-Z_]*\)".*/\1/p' \
    "${SOURCE:?}/web/config.def" | grep -vxE 'PORTAL_(DB|TEMPLATES|URL|STYLE)')
SETTINGS+=("${PROGRAM_SETTINGS[@]}")

settings_load() {
    local name file
    PORTAL_HOME=${PORTAL_HOME:-/var/lib/portal-induccion}
    [[ $PORTAL_HOME == /* && ${#PORTAL_HOME} -le 70 ]] ||
        die "PORTAL_HOME debe ser una ruta absoluta de hasta 70 caracteres"
    file=$PORTAL_HOME/etc/ajustes
    if [[ -r $file ]]; then
        local -A given=()
        for name in "${SETTINGS[@]}"; do
            [[ -z ${!name+x} ]] || given[$name]=${!name}
        done
        # shellcheck source=/dev/null
        . "$file"
        for name in "${!given[@]}"; do printf -v "$name" %s "${given[$name]}"; done
    fi
    PORTAL_PORT=${PORTAL_PORT:-8443}
    PORTAL_HOST=${PORTAL_HOST:-localhost}
    PORTAL_ARCHIVOS=${PORTAL_ARCHIVOS:-$PORTAL_HOME/archivos}
    PORTAL_WORKERS=${PORTAL_WORKERS:-$(($(nproc) * 2 < 4 ? 4 : $(nproc) * 2))}
    settings_check
    if [[ $PORTAL_PORT == 443 ]]; then URL=https://$PORTAL_HOST; else
        URL=https://$PORTAL_HOST:$PORTAL_PORT
    fi
    if [[ -n ${PORTAL_DB:-} ]]; then PRIVATE_DB=''; else PRIVATE_DB=1; fi
}

settings_check() {
    local name
    for name in PORTAL_PORT PORTAL_WORKERS PORTAL_HTTP_PORT; do
        [[ ${!name:-1} =~ ^[1-9][0-9]{0,4}$ ]] || die "$name debe ser un número: ${!name}"
    done
    [[ -z ${PORTAL_CERT:-} || -r $PORTAL_CERT ]] || die "no se puede leer PORTAL_CERT=$PORTAL_CERT"
    [[ -z ${PORTAL_CERT:-} || -r ${PORTAL_KEY:-} ]] || die "con PORTAL_CERT hace falta PORTAL_KEY"
    [[ -z ${PORTAL_DB:-} || -n ${PORTAL_DB_ADMIN:-} ]] ||
        die "con PORTAL_DB hace falta PORTAL_DB_ADMIN, la conexión que puede crear tablas y roles"
}

settings_save() {
    local name
    (
        umask 077
        for name in "${SETTINGS[@]}"; do
            [[ -z ${!name:-} ]] || printf '%s=%q\n' "$name" "${!name}"
        done >"$PORTAL_HOME/etc/ajustes"
    )
}

# The environment files of the programs: only what the portal itself knows.
settings_programs() {
    local release=$1 socket="host=$PORTAL_HOME/sock port=5432 dbname=portal"
    local app=${PORTAL_DB:-$socket user=portal_app}
    local back=${PORTAL_DB_FONDO:-${PORTAL_DB:-$socket} user=portal_fondo}
    local admin=${PORTAL_DB_ADMIN:-$socket user=postgres}
    local pinned="options='-c search_path=portal,public -c TimeZone=America/Lima'"
    local -a common=("PORTAL_TEMPLATES=$release/templates" "PORTAL_URL=$URL")
    common+=("$(style_setting "$release/static")")
    local name
    for name in "${PROGRAM_SETTINGS[@]}"; do
        [[ -z ${!name:-} ]] || common+=("$name=${!name}")
    done
    DB_ADMIN=$admin
    (
        umask 077
        cd "$PORTAL_HOME/etc" || exit
        printf '%s\n' "PORTAL_DB=$app" "${common[@]}" >portal.env
        printf '%s\n' "PORTAL_DB=$back" "${common[@]}" >worker.env
        printf '%s\n' "PORTAL_DB=$admin $pinned" "${common[@]}" >admin.env
    )
    chown portal: "$PORTAL_HOME/etc/portal.env" "$PORTAL_HOME/etc/worker.env"
}
