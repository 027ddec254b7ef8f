# shellcheck shell=bash
# Debian packages, without letting them start services of their own.

packages_missing() {
    local name
    grep -hvE '^(#|$)' "$@" | while read -r name; do
        [[ $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null) == 'install ok installed' ]] ||
            echo "$name"
    done
}

# While this file exists no package's script may start or restart a service.
services_hold() {
    [[ -e /usr/sbin/policy-rc.d ]] && return
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 0755 /usr/sbin/policy-rc.d
    trap 'rm -f /usr/sbin/policy-rc.d /etc/postgresql-common/createcluster.d/portal.conf' EXIT
}

# packages_install LIST…: nothing when all are there.
packages_install() {
    local -a missing
    local name
    mapfile -t missing < <(packages_missing "$@")
    ((${#missing[@]} > 0)) || return 0
    say "   se instalan ${#missing[@]} paquetes: ${missing[*]}"
    # PostgreSQL's package must not make a cluster that nobody asked for.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/portal.conf
    services_hold
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update >/dev/null
    apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${missing[@]}" >/tmp/portal-apt.$$ 2>&1 || {
        tail -n 30 /tmp/portal-apt.$$ >&2
        die "apt-get no pudo instalar los paquetes"
    }
    rm -f /tmp/portal-apt.$$
    rm -f /usr/sbin/policy-rc.d /etc/postgresql-common/createcluster.d/portal.conf
    # What came with us must not start with the machine: the portal starts its own.
    for name in nginx postgresql; do
        [[ " ${missing[*]} " != *" $name"* || ! -d /run/systemd/system ]] ||
            systemctl disable --quiet "$name" 2>/dev/null || true
    done
}
