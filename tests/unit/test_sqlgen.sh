#!/usr/bin/env bash
# What sqlgen refuses, each with its message, and what it accepts. TAP.
# usage: test_sqlgen.sh SQLGEN
# shellcheck disable=SC2016  # $1 is SQL's here
set -u
shopt -s lastpipe # so that counts made at the end of a pipe are kept
sqlgen=$(realpath "${1:?path of sqlgen}")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
n=0
failed=0

report() { # fine|not description
    n=$((n + 1))
    if [ "$1" = fine ]; then
        echo "ok $n - $2"
    else
        echo "not ok $n - $2"
        failed=1
    fi
}

# refused EXPECTED < file: the one file q/a/b.sql is refused with exactly this line.
refused() {
    rm -rf q out
    mkdir -p q/a
    cat >q/a/b.sql
    local said status
    said=$("$sqlgen" out q 2>&1)
    status=$?
    if [ $status -eq 1 ] && [ "$said" = "$1" ] && [ -z "$(ls out 2>/dev/null)" ]; then
        report fine "refuses: ${1%%$'\n'*}"
    else
        report not "refuses: ${1%%$'\n'*}"
        echo "#   status $status: $said"
    fi
}

accepted() { # description < file
    rm -rf q out
    mkdir -p q/a
    cat >q/a/b.sql
    local said
    if said=$("$sqlgen" out q 2>&1) && [ -s out/q_a.c ] && [ -s out/q_a.h ] && [ -s out/q_all.c ]; then
        report fine "accepts $1"
    else
        report not "accepts $1"
        echo "#   $said"
    fi
}

query() { # header lines..., then the statement
    echo '-- What it is for.'
    printf '%s\n' "$@"
}

query '-- :exec' '-- in:  a int' 'UPDATE t SET a = $1' |
    refused $'q/a/b.sql:3: unknown type \'int\'
q/a/b.sql:4: $1 has no argument'
query '-- :exec' '-- in:  a numeric?' 'UPDATE t SET a = 1' |
    refused "q/a/b.sql:3: unknown type 'numeric'"
query '-- :exec' '-- in:  a' 'UPDATE t SET a = 1' | refused "q/a/b.sql:3: unknown type ''"
query '-- :exec' '-- in:  Año int8' 'UPDATE t SET a = 1' | refused "q/a/b.sql:3: bad name 'Año'"
query '-- :exec' '-- in:  default int8' 'UPDATE t SET a = 1' |
    refused "q/a/b.sql:3: 'default' is a word of C"
query '-- :exec' '-- in:  a int8,' '--      a text' 'UPDATE t SET a = $1, b = $2' |
    refused "q/a/b.sql:4: 'a' appears twice"
query '-- :lots' 'SELECT 1' | refused "q/a/b.sql:2: unknown kind ':lots'"
query '-- :exec' '-- :rows' 'DELETE FROM t' | refused "q/a/b.sql:3: a second kind ':rows'"
query 'SELECT 1' | refused 'q/a/b.sql:2: no kind: -- :many, :one, :opt, :exec or :rows'
printf -- '-- :exec\nDELETE FROM t\n' | refused 'q/a/b.sql:1: the first line must say what the query is for'
query '-- :many' '-- out: a int8' 'SELECT a FROM t' | refused 'q/a/b.sql:2: :many without LIMIT'
query '-- :many' '-- out: a int8' "SELECT a FROM \"limit\" WHERE b = 'LIMIT 5' -- LIMIT 5" |
    refused 'q/a/b.sql:2: :many without LIMIT'
query '-- :one' 'SELECT a FROM t' | refused "q/a/b.sql:2: :one without '-- out:'"
query '-- :rows' '-- out: a int8' 'DELETE FROM t RETURNING a' |
    refused "q/a/b.sql:2: :rows with '-- out:'"
query '-- :exec' '-- in:  a int8' 'UPDATE t SET a = $1 WHERE b = $2' |
    refused 'q/a/b.sql:4: $2 has no argument'
query '-- :exec' '-- in:  a int8, b text' 'UPDATE t SET a = $1' |
    refused "q/a/b.sql:4: argument 'b' (\$2) is not used"
query '-- :exec' '-- in:  a int8' "UPDATE t SET a = '\$1' -- \$1" |
    refused "q/a/b.sql:4: argument 'a' (\$1) is not used"
query '-- :exec' 'DELETE FROM t;' 'DELETE FROM u' | refused 'q/a/b.sql:4: more than one statement'
query '-- :exec' 'COMMIT' |
    refused 'q/a/b.sql:3: a query starts with SELECT, INSERT, UPDATE, DELETE or WITH'
query '-- :exec' "DELETE FROM t WHERE a = 'x" | refused 'q/a/b.sql:3: a quote is not closed'
query '-- :exec' 'DELETE FROM t WHERE a = $x$ $y$' |
    refused 'q/a/b.sql:3: a dollar quote is not closed'
query '-- :exec' | refused 'q/a/b.sql:3: no statement'
printf -- '-- What.\n-- :exec\nDELETE FROM t\0\n' |
    refused 'q/a/b.sql: cannot be read, holds NUL, or is too large'

query '-- :exec' '-- in:' "DELETE FROM t WHERE a = ';' AND b = \$\$;\$\$ AND c = E'\\';' /* ; /* ; */ */; -- ;" |
    accepted 'semicolons in quotes and comments, and one at the end'
query '-- :many' '-- in:  a int8?' '-- out: a int8,' '--      b timestamptz?' \
    '(SELECT a, b FROM t WHERE $1::int8 IS NULL OR a > $1) UNION ALL SELECT 1, NULL LIMIT 5' |
    accepted 'continued lists and a parenthesis first'
before=$(stat -c %Y.%i.%z out/*)
sleep 0.05
"$sqlgen" out q
if [ "$before" = "$(stat -c %Y.%i.%z out/*)" ]; then
    report fine 'leaves unchanged files alone'
else
    report not 'leaves unchanged files alone'
fi

rm -rf q out
mkdir -p q/a q/a_b q/Mal
for f in q/a/b_c.sql q/a_b/c.sql q/a/B1.sql q/Mal/x.sql q/suelta.sql; do
    query '-- :exec' 'DELETE FROM t' >"$f"
done
said=$("$sqlgen" out q 2>&1)
expected="q/Mal/x.sql: a name is of a-z and _ only
q/a/B1.sql: a name is of a-z and _ only
q/a_b/c.sql: the same name as q/a/b_c.sql
q/suelta.sql: a query lives in the folder of its section"
if [ "$said" = "$expected" ]; then
    report fine 'names: characters, clashes and places'
else
    report not 'names: characters, clashes and places'
    echo "#   $said"
fi

rm -rf q out
mkdir -p q/vacia
if "$sqlgen" out q && [ -s out/q_vacia.h ] && [ -s out/q_vacia.c ]; then
    report fine 'an empty section has empty files'
else
    report not 'an empty section has empty files'
fi

echo "1..$n"
exit $failed
