# shellcheck shell=bash
# A release: the built programs and the files they read, in one folder that nobody changes later.

SOURCE=${SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}

release_build() {
    local log=$1.log
    mkdir -p "$1"
    {
        cmake -S "$SOURCE" -B "$1" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPORTAL_TESTS=OFF &&
            cmake --build "$1"
    } >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        die "no se pudo compilar; vea $log"
    }
}

# release_copy BUILD FOLDER: written aside, then named: a half-copied release never has the name.
release_copy() {
    local build=$1 target=$2
    rm -rf "$target.new"
    mkdir -p "$target.new/bin"
    install -m 0755 "$build/portal" "$build/portal-worker" "$target.new/bin/"
    cp -r "$SOURCE/templates" "$SOURCE/static" "$SOURCE/sql" "$SOURCE/deploy" "$target.new/"
    chmod -R u=rwX,go=rX "$target.new"
    mv "$target.new" "$target"
}

# release_prune FOLDER_OF_RELEASES: the last three stay.
release_prune() {
    local -a all=("$1"/[0-9]*-[0-9]*[0-9])
    local i
    for ((i = 0; i < ${#all[@]} - 3; i++)); do rm -rf "${all[i]}"; done
}
