// A forgotten password: one answer for every document; the mail goes only to the account's address.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { newDni, newPersona, one, sql } from './mundo.mjs';
import { entrar, newCuenta, newEnlace, olvidarIntentos } from './cuenta.mjs';

before(olvidarIntentos);
after(olvidarIntentos);

const correo = () => `buzon-${Math.random().toString(36).slice(2)}@prueba.example`;
async function ask(dni) {
  const c = client();
  await c.get('/cuenta/recuperar');
  const rs = await c.submit({ documento: dni });
  return { c, rs };
}
const mails = (address) => sql(`SELECT replace(cuerpo, E'\\n', ' ') FROM correo WHERE destinatario = '${address}' ORDER BY id`)
  .map((r) => r[0]);

test('the mail names the person and its link gives a new password', async () => {
  const address = correo();
  const cuenta = newCuenta({ correo: address, persona: newPersona({ nombres: 'Rosa & Luz' }) });
  const { rs } = await ask(cuenta.dni);
  assert.deepEqual([rs.status, rs.location], [303, '/cuenta/recuperar?enviada=1']);
  const [body] = mails(address);
  assert.match(body, /Estimado\(a\) Rosa & Luz Prueba Ficticia:/);
  assert.match(body, /vence el \d\d\/\d\d\/\d{4} a las \d\d:\d\d/);
  assert.doesNotMatch(body, /\[\[/);
  const path = /https:\/\/[^/]+(\/cuenta\/enlace\/[\w-]{43})/.exec(body)[1];
  const c = client();
  assert.match((await c.get(path)).plain, /Rosa & Luz Prueba Ficticia: con este enlace recupera/);
  assert.equal((await c.submit({ nueva: 'piedra nube camino tambor', repite: 'piedra nube camino tambor' })).status, 303);
  assert.equal((await entrar(cuenta, client(), { con: 'piedra nube camino tambor' })).rs.status, 303);
});

test('the answer is the same for a known, unknown, mailless, suspended or invited account', async () => {
  const pages = [];
  const silent = correo();
  for (const dni of [newCuenta({ correo: correo() }).dni, newDni(), newCuenta().dni,
    newCuenta({ correo: silent, estado: 'SUSPENDIDO' }).dni, newCuenta({ correo: silent, estado: 'INVITADO' }).dni]) {
    const { c, rs } = await ask(dni);
    assert.equal(rs.status, 303);
    pages.push((await c.follow()).plain.replace(/solicitud: \S+/, ''));
  }
  assert.equal(new Set(pages).size, 1);
  assert.match(pages[0], /Recibimos su pedido/);
  assert.equal(mails(silent).length, 0);
});

test('twelve people with one mailbox: only the one who asked gets a link, with their name', async () => {
  const address = correo();
  const all = Array.from({ length: 12 }, (_, i) =>
    newCuenta({ correo: address, persona: newPersona({ nombres: `Colega ${i}` }) }));
  await ask(all[7].dni);
  const found = mails(address);
  assert.equal(found.length, 1);
  assert.match(found[0], /Colega 7 Prueba/);
  assert.equal(one(`SELECT count(*) FROM enlace WHERE usuario_id IN (${all.map((a) => a.usuario)})`), '1');
});

test('a stranger cannot void an invitation by asking', async () => {
  const cuenta = newCuenta({ correo: correo(), estado: 'INVITADO' });
  const path = newEnlace(cuenta);
  await ask(cuenta.dni);
  assert.equal((await client().get(path)).status, 200);
});

test('asked too often it waits, known or not', async () => {
  for (const dni of [newCuenta({ correo: correo() }).dni, newDni()]) {
    olvidarIntentos();
    for (let i = 0; i < 3; i++) assert.equal((await ask(dni)).rs.status, 303);
    const { rs } = await ask(dni);
    assert.equal(rs.status, 429);
    assert.match(rs.plain, /Ya se pidió varias veces\. Espere una hora/);
    assert.equal(rs.headers['retry-after'], '3600');
    assert.ok(rs.text.includes(`value="${dni}"`));
  }
  olvidarIntentos();
});

test('bad input has its message; forged forms are refused', async () => {
  const c = client();
  await c.get('/cuenta/recuperar');
  assert.match((await c.submit({ documento: '' })).plain, /Escriba el número de su documento/);
  assert.equal(c.last.status, 422);
  const rs = await c.submit({ documento: `<b>"'&` });
  assert.equal(rs.status, 422);
  assert.ok(!rs.text.includes('<b>"') && rs.text.includes('&lt;b&gt;'));
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await c.post('/cuenta/recuperar', { tipo_documento: '01', documento: newDni(), csrf })).status, 403);
  }
});
