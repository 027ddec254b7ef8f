// Another role: another scope under a new token; only roles of one's own that are in force.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { newEntidad, sql } from './mundo.mjs';
import { conSesion, newCuenta } from './cuenta.mjs';

const two = () => newCuenta({ roles: [['ORH_ANALISTA', newEntidad()], ['SERVIDOR', newEntidad()]] });

test('switches to another role with a new token; the list marks the one in use', async () => {
  const cuenta = two();
  const c = await conSesion(cuenta);
  const token = c.cookies.get('__Host-portal');
  const page = await c.get('/cuenta/rol');
  assert.match(page.plain, /Analista de ORH Entidad de Prueba \w+\. En uso/);
  const rs = await c.submit({}, { form: '/cuenta/rol', button: `asignacion_id=${cuenta.asignaciones[1]}` });
  assert.deepEqual([rs.status, rs.location], [303, '/mi/inicio']);
  assert.notEqual(c.cookies.get('__Host-portal'), token);
  const account = await c.get('/cuenta/sesiones');
  assert.match(account.plain, /Cambió de rol\./);
  assert.match(account.plain, /Servidor · Entidad de Prueba \w+ \(en uso\)/);
  const old = client();
  old.cookies.set('__Host-portal', token);
  assert.equal((await old.get('/cuenta/rol')).status, 303, 'the token before opens nothing');
});

test('what the old role may do is over', async () => {
  const cuenta = two();
  const c = await conSesion(cuenta);
  assert.equal((await c.get('/servidor/registrar')).status, 200);
  await c.get('/cuenta/rol');
  await c.post('/cuenta/rol', { asignacion_id: cuenta.asignaciones[1] });
  assert.equal((await c.get('/servidor/registrar')).status, 403);
});

test('a role of somebody else, an ended or an unknown one is not found', async () => {
  const cuenta = two();
  const c = await conSesion(cuenta);
  sql(`UPDATE asignacion SET revocada_en = now() WHERE id = ${cuenta.asignaciones[1]}`);
  for (const id of [newCuenta().asignaciones[0], cuenta.asignaciones[1], '9223372036854775807']) {
    await c.get('/cuenta/rol');
    assert.equal((await c.post('/cuenta/rol', { asignacion_id: id })).status, 404);
  }
  for (const id of ['', '0', 'x', '9223372036854775808']) {
    await c.get('/cuenta/rol');
    assert.equal((await c.post('/cuenta/rol', { asignacion_id: id })).status, 422);
  }
  assert.match((await c.get('/cuenta/rol')).plain, /un solo rol/);
});

test('forged forms are refused; without a session to the sign-in', async () => {
  const cuenta = two();
  const c = await conSesion(cuenta);
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await c.post('/cuenta/rol', { asignacion_id: cuenta.asignaciones[1], csrf })).status, 403);
  }
  assert.equal((await client().get('/cuenta/rol')).location, '/cuenta/ingresar?volver=%2Fcuenta%2Frol');
});
