// What no browser sends: a valid answer each, never 5xx; and what every answer carries.
import test from 'node:test';
import assert from 'node:assert/strict';
import tls from 'node:tls';
import { base, client, raw } from './client.mjs';
import { clave, entrar, newCuenta, newEnlace, olvidarIntentos } from './cuenta.mjs';
import { at, each, kindOf, open, roles, routes, token, world } from './recorrido.mjs';

const w = world(), { here, c } = w;
const H = `Host: ${base.host}\r\nConnection: close\r\n`;
const FORM = 'Content-Type: application/x-www-form-urlencoded\r\n';
const cookie = (x) => [...x.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
const status = (answer) => Number(/^HTTP\/1\.[01] (\d{3}) /.exec(answer)?.[1]);
// Asks and tells which of the statuses it may be; 0 is a connection that was closed without a word.
async function ask(bytes, allowed, what = bytes.slice(0, 80)) {
  const answer = await raw(bytes);
  const got = answer === '' ? 0 : status(answer);
  assert.ok(allowed.includes(got), `${JSON.stringify(what)}: ${got}, not ${allowed}\n${answer.slice(0, 300)}`);
  if (got >= 300 && got !== 0) assert.match(answer, /\r\nContent-Length: \d+\r\n|\r\nTransfer-Encoding: chunked\r\n/i, what);
  return answer;
}

const policies = ['strict-transport-security', 'x-content-type-options', 'referrer-policy', 'content-security-policy',
  'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'cache-control'];
function headers(rs, what) {
  for (const name of policies) {
    assert.ok(rs.headers[name], `${what}: ${name}`);
    assert.equal(rs.rawHeaders?.filter((h) => h.toLowerCase() === name).length ?? 1, 1, `${what}: ${name} once`);
  }
  assert.doesNotMatch(rs.headers['content-security-policy'], /unsafe|\*|data:|http:/, what);
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action '"]) assert.ok(rs.headers['content-security-policy'].includes(part), `${what}: ${part}`);
  assert.equal(rs.headers['x-content-type-options'], 'nosniff');
  assert.doesNotMatch(rs.headers.server ?? '', /\d/, 'no version is told');
  assert.equal(rs.headers['x-powered-by'], undefined);
  for (const line of rs.headers['set-cookie'] ?? []) {
    assert.match(line, /^__Host-[a-z]+=/, what);
    for (const part of ['; Path=/', '; Secure', '; HttpOnly', '; SameSite=Lax']) assert.ok(line.includes(part), `${what}: ${line}`);
    assert.doesNotMatch(line, /Domain/i);
  }
}

test('every page by every role: headers, cookies, no code within, HEAD as GET without a body', async () => {
  const cases = routes.filter((r) => r.method === 'GET').flatMap((route) => (route.mask === 0 ? [[route, null]] : roles.map((rol) => [route, rol])));
  await each(cases, async ([route, rol]) => {
    const kind = kindOf(route.path), path = at(route, kind ? here.ids[kind] : '');
    const x = rol ? c[rol] : client();
    const rs = await x.get(path);
    headers(rs, `${rol} ${path}`);
    assert.doesNotMatch(rs.text, /<script(?![^>]*\ssrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:/i, path);
    assert.match(rs.headers['cache-control'], /no-store/, path);
    if (rol && !open(route, rol)) assert.equal(rs.status, 403, path);
    const head = await x.request('HEAD', path);
    assert.deepEqual([head.status, head.buffer.length], [rs.status, 0], `HEAD ${path}`);
    headers(head, `HEAD ${path}`);
  });
});

test('answers that are no page: the same headers', async () => {
  const x = client();
  for (const path of ['/static/portal.css', '/static/none.css', '/favicon.ico', '/robots.txt', '/none', '/cuenta/enlace/x', '/%00', `/?${'a'.repeat(9000)}`, '/orh/inicio/']) headers(await x.get(path), path);
  for (const method of ['PUT', 'OPTIONS', 'DELETE', 'PROPFIND', 'CONNECTED']) {
    const rs = await x.request(method, '/servidor/lista').catch((e) => e);
    if (rs instanceof Error) continue;
    headers(rs, method);
    assert.ok([400, 405].includes(rs.status), `${method}: ${rs.status}`);
  }
  const post = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  headers(await x.request('POST', '/cuenta/ingresar', { ...post, body: 'a'.repeat(70000) }), '413');
  headers(await x.request('POST', '/cuenta/ingresar', { ...post, body: 'csrf=x' }), '403');
  headers(await x.request('POST', '/cuenta/ingresar', { headers: { 'content-type': 'text/xml' }, body: '<a/>' }), '415');
});

test('signing in, changing role, leaving: new cookies, each as it should be', async () => {
  const cuenta = newCuenta({ roles: [['SERVIR_REVISOR'], ['AUDITOR']] });
  olvidarIntentos();
  const x = client();
  const first = (await x.get('/cuenta/ingresar'));
  headers(first, 'first visit');
  x.cookies.set('__Host-portal', 'A'.repeat(43)); // one that somebody else put there
  const { rs } = await entrar(cuenta, x, { con: clave });
  assert.equal(rs.status, 303);
  headers(rs, 'sign-in');
  const mine = x.cookies.get('__Host-portal');
  assert.notEqual(mine, 'A'.repeat(43));
  await x.get('/cuenta/rol');
  const change = await x.post('/cuenta/rol', { asignacion_id: cuenta.asignaciones[1], csrf: await token(x) });
  headers(change, 'role');
  assert.equal(change.status, 303);
  assert.notEqual(x.cookies.get('__Host-portal'), mine);
  const old = client();
  old.cookies.set('__Host-portal', mine);
  assert.equal((await old.get('/servidor/lista')).status, 303, 'the token before is over');
  const left = x.cookies.get('__Host-portal');
  headers(await x.post('/cuenta/salir', { csrf: await token(x) }), 'out');
  assert.ok(!x.cookies.get('__Host-portal'));
  old.cookies.set('__Host-portal', left);
  assert.equal((await old.get('/servidor/lista')).status, 303, 'left is left');
});

test('cookies twice, odd, huge', async () => {
  const mine = cookie(c.ORH_JEFE), other = cookie(c.SERVIR_ADMIN);
  await ask(`GET /orh/inicio HTTP/1.1\r\n${H}Cookie: ${mine}\r\nCookie: ${other}\r\n\r\n`, [400]);
  await ask(`GET /orh/inicio HTTP/1.1\r\n${H}Cookie: ${mine}; ${other}\r\n\r\n`, [400]);
  await ask(`GET /orh/inicio HTTP/1.1\r\n${H}cOOkIE: ${mine}\r\n\r\n`, [200]);
  for (const odd of ['', '=', ';;;', '__Host-portal', '__Host-portal=', '__Host-portal="x"', `__Host-portal=${'A'.repeat(43)}`, `__Host-portal=${'A'.repeat(3000)}`, '__Host-visita=<x>', '__Host-aviso=<b>"', 'a=\u00f1']) {
    await ask(`GET /orh/inicio HTTP/1.1\r\n${H}Cookie: ${odd}\r\n\r\n`, [303, 400]);
    await ask(`GET /cuenta/ingresar HTTP/1.1\r\n${H}Cookie: ${odd}\r\n\r\n`, [200, 400]);
  }
});

test('bodies that are not what they say', async () => {
  const post = (head, body, allowed) => ask(`POST /cuenta/ingresar HTTP/1.1\r\n${H}${head}\r\n${body}`, allowed, head);
  await post(`${FORM}Content-Length: abc\r\n`, 'a=1', [400]);
  await post(`${FORM}Content-Length: -1\r\n`, 'a=1', [400]);
  await post(`${FORM}Content-Length: 18446744073709551617\r\n`, 'a=1', [400, 413]);
  await post(`${FORM}Content-Length: 9223372036854775807\r\n`, 'a=1', [400, 413]);
  await post(`${FORM}Content-Length: 3\r\nContent-Length: 4\r\n`, 'a=1', [400]);
  await post(`${FORM}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`, '3\r\na=1\r\n0\r\n\r\n', [400]);
  await post(`${FORM}Transfer-Encoding: gzip, chunked\r\n`, '0\r\n\r\n', [400, 501]);
  await post(`${FORM}Transfer-Encoding: chunked\r\n`, '3\r\na=1\r\n0\r\n\r\n', [400, 403]);
  await post(`${FORM}Transfer-Encoding: chunked\r\n`, 'zz\r\na=1\r\n0\r\n\r\n', [400]);
  await post(`${FORM}Transfer-Encoding: chunked\r\n`, `${(70000).toString(16)}\r\n${'a'.repeat(70000)}\r\n0\r\n\r\n`, [413]);
  await post(`${FORM}Content-Length: 0\r\n`, '', [403]);
  await post(FORM, '', [403]);
  await post(`${FORM}Content-Length: 3\r\n`, 'a=1GET /x HTTP/1.1\r\n\r\n', [400, 403]);
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json', '', 'application/x-www-form-urlencodedx\u00ff']) {
    await post(`Content-Type: ${type}\r\nContent-Length: 3\r\n`, 'a=1', [400, 403, 415]);
  }
  assert.equal(status(await raw(`POST /cuenta/ingresar HTTP/1.1\r\n${H}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`)), 415);
  await ask(`GET / HTTP/1.1\r\n${H}Content-Length: 3\r\n\r\na=1`, [200]);
  await ask(`POST / HTTP/1.1\r\n${H}${FORM}Content-Length: 0\r\n\r\n`, [405]);
  await ask(`POST /cuenta/ingresar HTTP/1.1\r\n${H}${FORM}Content-Length: 20\r\nExpect: 100-continue\r\n\r\n${'a'.repeat(20)}`, [100, 400, 403]);
});

test('lines and targets of another kind', async () => {
  const get = (target, allowed, version = 'HTTP/1.1', head = H) => ask(`GET ${target} ${version}\r\n${head}\r\n`, allowed, target);
  await get(`https://${base.host}/publico/ayuda`, [200]);
  await get('https://otro.example/publico/ayuda', [200, 400, 404]);
  await get('*', [400]);
  await get('publico/ayuda', [400]);
  await get('/publico%2Fayuda', [200, 404]);
  await get('/publico/%2e%2e/publico/ayuda', [200, 404]);
  await get('/publico/../../etc/passwd', [400, 404]);
  await get('/..%2f..%2fetc%2fpasswd', [400, 404]);
  await get('/publico/ayuda%00', [400, 404]);
  await get('/publico/ayuda%0d%0aSet-Cookie:%20x=1', [400, 404]);
  await get('/publico/%ff', [400, 404]);
  await get('/publico/ayuda%', [400, 404]);
  await get('//publico//ayuda', [200, 404, 308]);
  await get('/publico/ayuda;x=1', [404]);
  await get('/publico/ayuda#x', [200, 400]);
  await get('/PUBLICO/AYUDA', [404]);
  await get(`/${'a'.repeat(600)}`, [400, 404, 414]);
  await get(`/${'a/'.repeat(2000)}`, [400, 404, 414]);
  await get(`/${'a'.repeat(20000)}`, [414]);
  await get(`/publico/ayuda?${'a'.repeat(5000)}`, [414]);
  await get('/publico/ayuda', [200], 'HTTP/1.0', '');
  await get('/publico/ayuda', [400], 'HTTP/1.1', 'Connection: close\r\n');
  await get('/publico/ayuda', [505, 400], 'HTTP/3.7');
  assert.match(await raw('GET /publico/ayuda\r\n'), /^(|<!doctype html>[^]*|HTTP\/1\.1 400 [^]*)$/, 'HTTP/0.9');
  await get('/publico/ayuda', [400], 'HTTP/1.1', `${H}Bad Header: x\r\n`).catch(() => get('/publico/ayuda', [200], 'HTTP/1.1', `${H}Bad Header: x\r\n`));
  await get('/publico/ayuda', [200, 400], 'HTTP/1.1', `${H}X_Under: 1\r\nPROXY: http://x\r\nX-Forwarded-For: 1.2.3.4\r\nHost2: x\r\n`);
  await get('/publico/ayuda', [400], 'HTTP/1.1', `${H}X: ${'a'.repeat(20000)}\r\n`);
  await get('/publico/ayuda', [400], 'HTTP/1.1', `${H}${Array.from({ length: 3000 }, (_, i) => `X-${i}: ${i}\r\n`).join('')}`);
  await get('/publico/ayuda', [400], 'HTTP/1.1', `Host: a b\r\nConnection: close\r\n`);
  for (const method of ['OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'FOO', 'get']) {
    await ask(`${method} ${method === 'CONNECT' ? 'x:443' : '/'} HTTP/1.1\r\n${H}\r\n`, [400, 405], method);
  }
  await ask('\x16\x03\x01\x00\x00', [0, 400], 'TLS within TLS');
});

test('one slash too many: the right address, with its query', async () => {
  for (const [path, to] of [['/publico/ayuda/', '/publico/ayuda'], ['/servidor/lista/?q=ana&x=%0d', '/servidor/lista?q=ana&x=%0d']]) {
    const rs = await client().get(path);
    assert.deepEqual([rs.status, rs.location], [308, to]);
  }
  assert.equal((await client().request('POST', '/cuenta/ingresar/', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' })).status, 404);
  for (const path of ['//otro.example/', '/\\otro.example/', '/publico/ayuda//otro.example/']) {
    const rs = await client().get(path);
    assert.ok(!rs.location || (rs.location.startsWith('/') && !/^\/[/\\]/.test(rs.location)), `${path}: ${rs.location}`);
  }
});

test('several requests in one go are answered in their order, each with its own number', async () => {
  const two = `GET /publico/ayuda HTTP/1.1\r\nHost: ${base.host}\r\n\r\nGET /none HTTP/1.1\r\n${H}\r\n`;
  const answer = await raw(two);
  assert.deepEqual([...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((m) => m[1]), ['200', '404']);
  const smuggled = await raw(`POST /cuenta/ingresar HTTP/1.1\r\nHost: ${base.host}\r\n${FORM}Content-Length: 0\r\n\r\nGET /publico/ayuda HTTP/1.1\r\n${H}\r\n`);
  assert.deepEqual([...smuggled.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((m) => m[1]), ['403', '200']);
});

test('where a form comes from', async () => {
  const x = c.ORH_JEFE, csrf = await token(x);
  const post = (headers) => x.post('/servidor/registrar', { csrf, tipo_documento: '01', documento: 'x' }, { headers });
  assert.equal((await post({})).status, 422);
  for (const headers of [{ origin: 'https://otro.example' }, { origin: 'null' }, { origin: base.origin.replace('https', 'http') },
    { origin: `${base.origin}.otro.example` }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    assert.equal((await post(headers)).status, 403, JSON.stringify(headers));
  }
  assert.equal((await x.post('/servidor/registrar', [['csrf', await token(c.AUDITOR)], ['documento', 'x']])).status, 403, 'a token of another session');
  const link = newEnlace(newCuenta({ estado: 'INVITADO' }));
  assert.equal((await client().get(link, { headers: { 'sec-fetch-site': 'cross-site' } })).status, 200, 'a link from a mail opens');
});

test('TLS older than 1.2 is refused, and plain text too', async () => {
  const dial = (version) => new Promise((resolve) => {
    const s = tls.connect({ host: base.hostname, port: base.port, rejectUnauthorized: false, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }, () => { resolve(s.getProtocol()); s.destroy(); });
    s.on('error', () => resolve('refused'));
  });
  assert.deepEqual(await Promise.all(['TLSv1', 'TLSv1.1'].map(dial)), ['refused', 'refused']);
});
