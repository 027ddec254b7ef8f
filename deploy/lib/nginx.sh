# shellcheck shell=bash disable=SC2153
# nginx with its own configuration, prefix and pid: the system's nginx is not touched.

DEPLOY=${DEPLOY:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}

# cert_self_signed CERT KEY NAMES: unless there is one that lasts another week.
cert_self_signed() {
    local cert=$1 key=$2 names='DNS:localhost,IP:127.0.0.1' name
    for name in $3; do
        if [[ $name =~ ^[0-9.]+$ ]]; then names+=",IP:$name"; else names+=",DNS:$name"; fi
    done
    if [[ -s $cert && -s $key ]] && openssl x509 -checkend 604800 -noout -in "$cert" >/dev/null; then
        return
    fi
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -days 825 -subj '/CN=Portal de Induccion' -addext "subjectAltName=$names" \
        -keyout "$key" -out "$cert" 2>/dev/null)
    chmod 0644 "$cert"
}

# nginx_conf FILE KEY=VALUE…: the template filled; the optional keys have their defaults here.
nginx_conf() {
    local out=$1 pair
    shift
    local -A v=([USER_LINE]='' [NGINX_PROCESSES]=auto [REAL_IP]='' [EXTRA_SERVERS]=''
        [LISTEN_V6]='' [SERVER_NAME]=_ [DEFAULT_SERVER]=' default_server'
        [LINKS]='cuenta/enlace|encuesta/enlace|jefe|recordatorio/baja' [DRAFTS]='servidor/(datos|revisar)'
        [RATE_PAGE]=30r/s [BURST_PAGE]=120 [RATE_SIGN_IN]=30r/m [BURST_SIGN_IN]=20)
    for pair in "$@"; do v[${pair%%=*}]=${pair#*=}; done
    local -a args=()
    for pair in "${!v[@]}"; do args+=("$pair=${v[$pair]}"); done
    fill "$DEPLOY/nginx/portal.conf.in" "${args[@]}" >"$out.new"
    mv "$out.new" "$out"
}

nginx_test() { nginx -t -q -p "$1" -c "$1/nginx.conf" -e "$2"; }

# nginx_up PREFIX PIDFILE ERROR_LOG: starts it, or makes the running one read its configuration.
nginx_up() {
    nginx_test "$1" "$3" || die "la configuración de nginx no es válida"
    if alive "$2"; then
        kill -HUP "$(<"$2")"
    else
        nginx -p "$1" -c "$1/nginx.conf" -e "$3" 8>&- 9>&-
        wait_for 5 alive "$2" || die "nginx no arrancó; vea $3"
    fi
}

# nginx_optional CERT KEY: the keys of the template that only some settings ask for, NUL-separated.
nginx_optional() {
    local tls="ssl_certificate $1;
        ssl_certificate_key $2;" servers='' address
    if [[ -n ${PORTAL_HOSTS:-} ]]; then
        # Asked for by another name (or by number): refused before anything of ours runs.
        servers+="
    server {
        listen $PORTAL_PORT ssl http2 default_server;
        $tls
        return 421;
    }"
        printf '%s\0' "SERVER_NAME=$PORTAL_HOST $PORTAL_HOSTS" DEFAULT_SERVER=
    fi
    if [[ -n ${PORTAL_HTTP_PORT:-} ]]; then
        servers+="
    server {
        listen $PORTAL_HTTP_PORT default_server;
        return 308 $URL\$request_uri;
    }"
    fi
    printf '%s\0' "EXTRA_SERVERS=$servers"
    if [[ -n ${PORTAL_PROXY:-} ]]; then
        for address in $PORTAL_PROXY; do printf 'set_real_ip_from %s;\n' "$address"; done |
            { printf 'REAL_IP='; cat; printf 'real_ip_header X-Forwarded-For;\0'; }
    elif [[ -e /proc/net/if_inet6 && -z ${PORTAL_HOSTS:-} && -s /proc/net/if_inet6 ]]; then
        printf '%s\0' "LISTEN_V6=listen [::]:$PORTAL_PORT ssl http2 default_server;"
    fi
}
