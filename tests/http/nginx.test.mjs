// What nginx does before and around the portal: limits, headers, static files, and the page of a
// portal that is away.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import tls from 'node:tls';
import { base, client, raw } from './client.mjs';

const security = ['strict-transport-security', 'x-content-type-options', 'referrer-policy',
  'content-security-policy', 'cross-origin-opener-policy', 'permissions-policy'];

for (const path of ['/', '/static/portal.css', '/static/none.css', '/no-existe']) {
  test(`security headers, each once: ${path}`, async () => {
    const rs = await client().get(path);
    for (const name of security) {
      assert.ok(rs.headers[name], name);
      if (name !== 'content-security-policy') assert.doesNotMatch(rs.headers[name].replace(/\(.*/, ''), /, /, name);
    }
    assert.equal(rs.headers.server, 'nginx');
  });
}

test('a page is kept by nobody', async () => {
  assert.match((await client().get('/cuenta/ingresar')).headers['cache-control'], /no-store/);
});

test('a static file with a version is kept for ever, without one for an hour', async () => {
  assert.match((await client().get('/static/portal.css?v=abc')).headers['cache-control'], /immutable/);
  assert.match((await client().get('/static/portal.css')).headers['cache-control'], /max-age=3600/);
  assert.match((await client().get('/static/none.css?v=abc')).headers['cache-control'], /no-store/);
});

test('answers are compressed', async () => {
  for (const path of ['/', '/static/portal.css']) {
    const rs = await client().get(path, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(rs.headers['content-encoding'], 'gzip', path);
  }
});

test('methods that the portal does not have are refused', async () => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'NADA']) {
    const rs = await client().request(method, '/');
    assert.equal(rs.status, 405, method);
    if (method !== 'TRACE') assert.match(rs.headers.allow, /GET/);
  }
});

test('too large, too long, malformed: a friendly page, never 5xx', async () => {
  const post = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  assert.equal((await client().request('POST', '/cuenta/ingresar', { ...post, body: 'a'.repeat(70000) })).status, 413);
  assert.equal((await client().get(`/?q=${'a'.repeat(9000)}`)).status, 414);
  assert.equal((await client().get('/', { headers: { cookie: 'a='.padEnd(9000, 'b') } })).status, 400);
  assert.match(await raw('GARBAGE\r\n\r\n'), /^HTTP\/1.1 400/);
  assert.match(await raw(`GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`), /^HTTP\/1.1 400/);
  assert.match(await raw(`POST /cuenta/ingresar HTTP/1.1\r\nHost: ${base.host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`), /^HTTP\/1.1 400/);
});

test('paths that leave the folder of static files', async () => {
  for (const path of ['/static/../README.md', '/static/%2e%2e/README.md', '/static/..%2fREADME.md', '/static../README.md', '/static//..//README.md']) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${base.host}\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1.1 (400|403|404|308)/, path);
    assert.doesNotMatch(answer, /deploy\/up/);
  }
});

test('plain HTTP on this port is sent to HTTPS', async () => {
  const location = await new Promise((resolve, reject) => {
    http.get({ host: base.hostname, port: base.port, path: '/x?y=1' }, (rs) => resolve(rs.headers.location)).on('error', reject);
  });
  assert.match(location, /^https:\/\/.*\/x\?y=1$/);
});

test('TLS 1.2 and 1.3, nothing older', async () => {
  const dial = (version) => new Promise((resolve) => {
    const s = tls.connect({ host: base.hostname, port: base.port, rejectUnauthorized: false, minVersion: version,
      maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }, () => { resolve(s.getProtocol()); s.destroy(); });
    s.on('error', () => resolve('refused'));
  });
  assert.deepEqual(await Promise.all(['TLSv1.1', 'TLSv1.2', 'TLSv1.3'].map(dial)), ['refused', 'TLSv1.2', 'TLSv1.3']);
});

const routes = readFileSync(new URL('../../web/routes.def', import.meta.url), 'utf8')
  .split('\n').map((line) => /^ROUTE\((GET|POST), +"([^"]+)", +(\w+),/.exec(line)).filter(Boolean)
  .map(([, method, path, handler]) => ({ method, path, handler }));

test('what a personal link carries in its path reaches no log, and is not guessed at speed', () => {
  const conf = readFileSync(new URL('../../deploy/nginx/portal.conf.in', import.meta.url), 'utf8');
  const heads = /log_head>([^)]*)\)/.exec(conf)[1].split('|');
  const slow = new RegExp(/~(\^POST\S+) \$binary_remote_addr/.exec(conf)[1]);
  const links = routes.filter((r) => r.path.includes('{token}'));
  assert.ok(links.length > 5);
  for (const { method, path } of links) {
    assert.ok(heads.some((h) => path.startsWith(h)), path);
    if (method === 'POST' && !path.startsWith('/servidor/')) assert.match(`POST ${path}`.replace('{token}', 'x'), slow, path);
  }
});

test('a page that takes a file takes a photo', async () => {
  const source = (handler) => {
    const [section, ...rest] = handler.replace(/_post$/, '').split('_');
    try { return readFileSync(new URL(`../../web/page/${section}/${rest.join('_')}.c`, import.meta.url), 'utf8'); } catch { return ''; }
  };
  const uploads = routes.filter((r) => r.method === 'POST' && source(r.handler).includes('FORM_UPLOAD'));
  assert.ok(uploads.length > 5);
  for (const { path } of uploads) {
    const rs = await client().request('POST', path.replace('{id}', '1'), { headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\nContent-Disposition: form-data; name="archivo"; filename="a.pdf"\r\n\r\n${'a'.repeat(1 << 20)}\r\n--x--\r\n` });
    assert.ok(rs.status < 500 && rs.status !== 413, `${path} ${rs.status}`);
  }
});
