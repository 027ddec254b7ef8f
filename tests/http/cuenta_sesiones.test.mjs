// "Mi cuenta": one's data, roles and open sessions; closing one, the others, all.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { canary, newEntidad, newPersona, one, sql } from './mundo.mjs';
import { abiertas, conSesion, cookie, newCuenta } from './cuenta.mjs';

const ids = (cuenta) => sql(`SELECT id FROM sesion WHERE usuario_id = ${cuenta.usuario} ORDER BY id`).map((r) => r[0]);

test('shows name, document, roles and each open session, escaped', async () => {
  const entidad = newEntidad(`Entidad ${canary}`);
  const cuenta = newCuenta({ persona: newPersona({ nombres: canary }), correo: `a&b'c@prueba.example`,
    roles: [['ORH_ANALISTA', entidad], ['SERVIDOR', entidad]] });
  await conSesion(cuenta);
  const c = await conSesion(cuenta);
  sql(`UPDATE sesion SET user_agent = '<b>Mozilla (Windows NT) Firefox/140' WHERE usuario_id = ${cuenta.usuario}`);
  const rs = await c.get('/cuenta/sesiones');
  assert.equal(rs.status, 200);
  assert.ok(!rs.text.includes(canary) && !rs.text.includes('<b>Mozilla'));
  assert.ok(rs.plain.includes(`${canary} Prueba Ficticia`) && rs.plain.includes(`DNI ${cuenta.dni}`));
  assert.ok(rs.plain.includes(`Analista de ORH · Entidad ${canary} (en uso)`));
  assert.match(rs.plain, /Firefox en Windows/);
  assert.equal(rs.text.match(/name="sesion_id"/g).length, 2);
  assert.equal(rs.text.match(/\(esta sesión\)/g).length, 1);
});

test('closes another session of one\'s own; twice is harmless', async () => {
  const cuenta = newCuenta();
  const other = await conSesion(cuenta);
  const c = await conSesion(cuenta);
  const [id] = ids(cuenta);
  for (const notice of [/Cerró esa sesión\./, /Esa sesión ya estaba cerrada\./]) {
    await c.get('/cuenta/sesiones');
    const rs = await c.post('/cuenta/sesiones', { sesion_id: id });
    assert.deepEqual([rs.status, rs.location], [303, '/cuenta/sesiones']);
    assert.match((await c.follow()).plain, notice);
  }
  assert.equal(abiertas(cuenta), 1);
  assert.equal((await other.get('/cuenta/sesiones')).status, 303);
});

test('closing this one signs out', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  await c.get('/cuenta/sesiones');
  const rs = await c.post('/cuenta/sesiones', { sesion_id: ids(cuenta)[0] });
  assert.equal(rs.location, '/');
  assert.match(cookie(rs), /Max-Age=0/);
});

test('nobody closes a session of somebody else', async () => {
  const victim = newCuenta();
  await conSesion(victim);
  const c = await conSesion(newCuenta());
  await c.get('/cuenta/sesiones');
  await c.post('/cuenta/sesiones', { sesion_id: ids(victim)[0] });
  assert.equal(abiertas(victim), 1);
});

test('closes the others, or all with this one', async () => {
  const cuenta = newCuenta();
  const others = [await conSesion(cuenta), await conSesion(cuenta)];
  const c = await conSesion(cuenta);
  await c.get('/cuenta/sesiones');
  assert.equal((await c.submit({}, { form: '/cuenta/sesiones', button: 'cuales=otras' })).location, '/cuenta/sesiones');
  assert.match((await c.follow()).plain, /Cerró sus demás sesiones/);
  for (const o of others) assert.equal((await o.get('/cuenta/sesiones')).status, 303);
  assert.equal(abiertas(cuenta), 1);
  const rs = await c.submit({}, { form: '/cuenta/sesiones', button: 'cuales=todas' });
  assert.equal(rs.location, '/');
  assert.match(cookie(rs), /Max-Age=0/);
  assert.equal(abiertas(cuenta), 0);
});

test('sessions that are over are not listed', async () => {
  const cuenta = newCuenta();
  await conSesion(cuenta);
  sql(`UPDATE sesion SET visto_en = now() - interval '31 minutes' WHERE usuario_id = ${cuenta.usuario}`);
  const c = await conSesion(cuenta);
  assert.equal((await c.get('/cuenta/sesiones')).text.match(/name="sesion_id"/g).length, 1);
});

test('bad input is refused with a message; forged forms with 403; no session goes to the sign-in', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  for (const values of [{}, { sesion_id: '-1' }, { sesion_id: '9223372036854775808' }, { sesion_id: 'x' },
    { cuales: 'algunas' }]) {
    await c.get('/cuenta/sesiones');
    assert.equal((await c.post('/cuenta/sesiones', values)).status, 422, JSON.stringify(values));
  }
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await c.post('/cuenta/sesiones', { cuales: 'todas', csrf })).status, 403);
  }
  assert.equal(abiertas(cuenta), 1);
  assert.equal((await client().get('/cuenta/sesiones')).location, '/cuenta/ingresar?volver=%2Fcuenta%2Fsesiones');
  assert.equal(one(`SELECT count(*) FROM sesion WHERE usuario_id = ${cuenta.usuario}`), '1');
});
