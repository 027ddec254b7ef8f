// What nginx does before and around the portal: limits, headers, static files, and the page of a
// portal that is away.
import test from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import tls from 'node:tls';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { base, client, raw } from './client.mjs';
import { routes } from './recorrido.mjs';

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
    assert.equal(rs.headers['referrer-policy'], 'strict-origin', 'the path of a personal link is told to nobody');
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

const withFiles = routes.filter((r) => r.method === 'POST' && r.body > 0);

test('there are forms with files', () => assert.ok(withFiles.length >= 7));

// Nobody is signed in, so the portal refuses what nginx has let through.
for (const { path, body } of withFiles) {
  test(`the largest body of ${path} reaches the portal, more does not`, async () => {
    const send = (n) => client().request('POST', path.replace('{id}', '1').replace('{token}', 'A'.repeat(43)),
      { headers: { 'content-type': 'multipart/form-data; boundary=x', origin: base.origin }, body: Buffer.alloc(n) });
    assert.notEqual((await send(body)).status, 413);
    assert.equal((await send(body + 1)).status, 413);
  });
}

const secrets = routes.filter((r) => r.path.includes('{token}'));

test('no log holds what follows in a personal link, even when nginx refuses it', async () => {
  assert.ok(secrets.length >= 12);
  const token = randomBytes(32).toString('base64url');
  for (const { method, path } of secrets) {
    const post = { headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base.origin } };
    const where = path.replace('{token}', token);
    if (method === 'GET') await client().get(where);
    else for (const n of [1, 70000]) await client().request('POST', where, { ...post, body: 'a'.repeat(n) });
  }
  await client().get('/fin-de-los-enlaces');
  const folder = `${process.env.STACK_DIR}/log`;
  const access = () => readFileSync(`${folder}/nginx-access.log`, 'utf8');
  for (let i = 0; i < 50 && !access().includes('/fin-de-los-enlaces'); i++) await sleep(100);
  assert.match(access(), /uri="\/fin-de-los-enlaces"/);
  const told = readdirSync(folder).flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'))
    .filter((line) => line.includes(token));
  assert.deepEqual(told, []);
});

test('a personal link is not guessed at speed', () => {
  const conf = readFileSync(`${process.env.STACK_DIR}/nginx/nginx.conf`, 'utf8');
  const slow = new RegExp(/"~(\^POST.*)" \$binary_remote_addr/.exec(conf)[1]);
  for (const { path } of secrets.filter((r) => r.method === 'POST' && r.mask === 0)) {
    assert.match(`POST ${path.replace('{token}', 'x')}`, slow);
  }
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
