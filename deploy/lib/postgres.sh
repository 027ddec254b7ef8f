# shellcheck shell=bash
# A private PostgreSQL 15 cluster: created, configured, started, stopped. Only a unix socket, never TCP.

PG_BIN=${PG_BIN:-/usr/lib/postgresql/15/bin}

# pg_create USER DATA AUTH: an empty cluster with checksums and the collation of Spanish.
pg_create() {
    local user=$1 data=$2 auth=$3
    run_as "$user" "$PG_BIN/initdb" -D "$data" -U postgres --auth-local="$auth" --auth-host=reject \
        --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=es-PE \
        --data-checksums >/dev/null
}

# pg_settings SOCKET_DIR LOGDIR: the lines of portal.conf, sized by the machine's memory.
pg_settings() {
    local -i mb shared cache
    mb=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
    shared=$((mb / 8 < 64 ? 64 : mb / 8 > 4096 ? 4096 : mb / 8))
    cache=$((mb / 2 < 128 ? 128 : mb / 2))
    cat <<CONF
listen_addresses = ''
port = 5432
unix_socket_directories = '$1'
max_connections = 100
shared_buffers = ${shared}MB
effective_cache_size = ${cache}MB
work_mem = 8MB
maintenance_work_mem = 128MB
random_page_cost = 1.1
max_wal_size = 2GB
wal_compression = on
fsync = on
synchronous_commit = on
full_page_writes = on
timezone = 'America/Lima'
log_timezone = 'America/Lima'
password_encryption = 'scram-sha-256'
idle_in_transaction_session_timeout = '60s'
log_destination = 'stderr'
logging_collector = on
log_directory = '$2'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = '1d'
log_file_mode = 0640
log_line_prefix = '%m [%p] %q%u@%d %a '
log_min_duration_statement = '1s'
# Statements and their parameters may hold personal data.
log_min_error_statement = 'panic'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_lock_waits = on
CONF
}

# pg_up USER DATA LOG: starts it unless it answers. A server that was killed may leave processes that
# hold its memory for a moment, hence more than one try.
pg_up() {
    local try
    for try in 1 2 3; do
        if "$PG_BIN/pg_isready" -q -h "${2%/*}/sock" -p 5432; then return; fi
        ((try == 1)) || sleep 2
        if run_as "$1" "$PG_BIN/pg_ctl" -D "$2" -l "$3" -w -t 120 -s start >/dev/null 2>&1 8>&- 9>&-
        then return; fi
    done
    tail -n 20 "$3" >&2
    die "PostgreSQL no arrancó"
}

# pg_down USER DATA: stops it, breaking connections, losing nothing.
pg_down() {
    if ! run_as "$1" "$PG_BIN/pg_ctl" -D "$2" status >/dev/null 2>&1; then return; fi
    run_as "$1" "$PG_BIN/pg_ctl" -D "$2" -m fast -w -t 60 -s stop ||
        run_as "$1" "$PG_BIN/pg_ctl" -D "$2" -m immediate -w -s stop
}

# pg_database CONNINFO_OF_MAINTENANCE_DB: the database "portal", once.
pg_database() {
    local there
    there=$("$PG_BIN/psql" -XAtq "$1" -c "SELECT 1 FROM pg_database WHERE datname = 'portal'")
    [[ $there == 1 ]] || "$PG_BIN/psql" -Xq -v ON_ERROR_STOP=1 "$1" -c 'CREATE DATABASE portal'
}
