// Notices of non-delivery as programs write them, on the standard input of `portal --rebote`: the mail
// and the address are marked; what is no failure marks nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { one, sql } from './mundo.mjs';

const folder = new URL('../data/rebote/', import.meta.url);
const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
for (const line of readFileSync(`${process.env.STACK_DIR}/worker.env`, 'utf8').split('\n').filter(Boolean)) {
  env[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
}
const read = (input, extra = {}) => spawnSync(`${process.env.BUILD}/portal`, ['--rebote'], { input, env: { ...env, ...extra }, encoding: 'utf8' });

let count = 0;
function sent({ secret = false } = {}) {
  const to = `destino-${process.pid}-${++count}@entidad.example`;
  const [id, code, message] = sql(`INSERT INTO correo (clave, destinatario, asunto, cuerpo, motivo, secreto, estado)
    VALUES ('${to}', initcap('${to}'), 'x', 'texto', 'Prueba', ${secret}, 'ENVIADO')
    RETURNING id, retorno, 'correo-' || id || '-' || floor(extract(epoch FROM creado_en) * 1000000) || '@portal.example'`)[0];
  return { id, code, message, to,
    estado: () => one(`SELECT estado FROM correo WHERE id = ${id}`),
    error: () => one(`SELECT error FROM correo WHERE id = ${id}`),
    marcado: () => one(`SELECT detalle FROM correo_rebote WHERE correo_clave = '${to}'`) };
}
const notice = (name, m, crlf = true) => {
  const text = readFileSync(new URL(`${name}.eml`, folder), 'utf8').replaceAll('{CODE}', m.code).replaceAll('{ID}', m.message)
    .replaceAll('{TO}', m.to).replace('{HEADERS64}', Buffer.from(`From: x\r\nMessage-ID: <${m.message}>\r\n`).toString('base64'));
  return crlf ? text.replaceAll('\n', '\r\n') : text;
};

for (const [name, says] of [['postfix', /^5\.1\.1 smtp; 550 5\.1\.1 User unknown/], ['exim', /^5\.0\.0 smtp; 550 5\.2\.1 mailbox disabled/],
  ['exchange', /^5\.1\.10 smtp;550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound; +Recipient not found/], ['gmail', /^5\.1\.1 smtp; 550-5\.1\.1 The email account/]]) {
  test(`${name}: the mail and its address bounce; read twice, once`, () => {
    const m = sent();
    for (const crlf of [true, false]) {
      const rs = read(notice(name, m, crlf));
      assert.equal(rs.status, 0, rs.stderr);
      assert.equal(m.estado(), 'REBOTADO');
      assert.match(m.error(), says);
      assert.match(m.marcado(), says);
    }
    assert.ok(!read(notice(name, m)).stderr.includes(m.to), 'no address in the log');
  });
}

test('a delay, a success, somebody who is away: nothing happened', () => {
  for (const name of ['demora', 'entregado', 'ausente']) {
    const m = sent();
    assert.equal(read(notice(name, m)).status, 0);
    assert.deepEqual([m.estado(), m.marcado()], ['ENVIADO', undefined], name);
  }
});

test('a policy, or a server that never answered: the mail did not arrive, the address may be right', () => {
  for (const name of ['politica', 'vencido']) {
    const m = sent({ secret: true });
    assert.equal(read(notice(name, m)).status, 0);
    assert.deepEqual([m.estado(), m.marcado(), one(`SELECT '.' || cuerpo FROM correo WHERE id = ${m.id}`)], ['REBOTADO', undefined, '.'], name);
  }
});

test('invented: neither a code nor a Message-ID that we did not give marks anything', () => {
  const m = sent(), before = one('SELECT count(*) FROM correo_rebote');
  for (const forged of [{ code: 'abcdef0123456789abcd' }, { message: `correo-${m.id}-1@portal.example` }]) {
    const rs = read(notice('postfix', { ...m, code: '00000000000000000000', message: `correo-${m.id}-9@x`, ...forged }));
    assert.equal(rs.status, 0);
  }
  assert.deepEqual([m.estado(), one('SELECT count(*) FROM correo_rebote')], ['ENVIADO', before]);
});

test('rubbish, too much, nothing: taken and forgotten', () => {
  const m = sent(), whole = notice('postfix', m);
  const cut = Array.from({ length: 20 }, (_, i) => whole.slice(0, Math.floor(whole.length * i / 40)));
  for (const input of ['', '\0\0\0', 'x'.repeat(900000), Buffer.from([0xff, 0xfe, 0x0a, 0x0a]), 'Content-Type: multipart/report; boundary=""\n\n--\n',
    `Content-Type: multipart/report; boundary=a\n\n${'--a\n'.repeat(5000)}`, ...cut]) {
    const rs = read(input);
    assert.equal(rs.status, 0, rs.stderr);
  }
  assert.equal(m.marcado(), undefined);
});

test('the database is away: the MTA is told to come back', () => {
  assert.equal(read(notice('postfix', sent()), { PORTAL_DB: 'host=/nowhere dbname=portal user=portal_fondo' }).status, 75);
});
