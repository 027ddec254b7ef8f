# shellcheck shell=bash
# A portal of its own for each size, its people loaded once and kept.

BENCH_CACHE=${BENCH_CACHE:-/var/tmp/portal-bench-$(id -un)}

psql_of() { "$PG_BIN/psql" -XAtq -v ON_ERROR_STOP=1 "$@"; }

# The memory that deploy/up would give it on a machine of 4 GB; tests/stack is thriftier.
load_people() {
    local admin=$1 people=$2
    psql_of "$admin" -c "ALTER SYSTEM SET shared_buffers = '512MB'" >/dev/null
    (cd "$HERE" && psql_of "$admin" -v people="$people" -f sql/seed/demo/demo.sql) >/dev/null
    psql_of "$admin" -c 'VACUUM ANALYZE' -c CHECKPOINT
}

# size_prepare DIR PEOPLE: makes sure that the kept cluster of this size has its people. tests/stack
# keeps clusters by the schema's files; the mark inside tells which demonstration is in it.
size_prepare() {
    local dir=$1 people=$2 mark kept
    mark=$(sha256sum <"$HERE/sql/seed/demo/demo.sql")
    export STACK_CACHE=$BENCH_CACHE/$people
    mkdir -p "$STACK_CACHE"
    env -u BUILD "$HERE/tests/stack" up "$dir" >/dev/null
    if [[ -e $dir/pg/people && $(<"$dir/pg/people") != "$mark" ]]; then
        "$HERE/tests/stack" down "$dir"
        rm -rf "${STACK_CACHE:?}"
        mkdir -p "$STACK_CACHE"
        env -u BUILD "$HERE/tests/stack" up "$dir" >/dev/null
    fi
    if [[ ! -e $dir/pg/people ]]; then
        load_people "host=$dir/sock port=5432 dbname=portal user=postgres" "$people"
        echo "$mark" >"$dir/pg/people"
        "$HERE/tests/stack" down "$dir"
        for kept in "$STACK_CACHE"/*/; do
            [[ ! -e $kept/people ]] || continue
            rm -rf "$kept"
            cp -a --reflink=auto "$dir/pg" "${kept%/}"
        done
    fi
    "$HERE/tests/stack" down "$dir"
}

# size_up DIR PEOPLE: the whole portal over its copy. STACK_DEMO=1 adds nobody: it asks for the accounts.
size_up() {
    STACK_CACHE=$BENCH_CACHE/$2 STACK_DEMO=1 STACK_EXTRA="PORTAL_STRICT=0 ${STACK_EXTRA:-}" \
        "$HERE/tests/stack" up "$1" >/dev/null
}
