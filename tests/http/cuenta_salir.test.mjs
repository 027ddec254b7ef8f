// Sign-out: the session ends in the database, not only in the browser.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { sql } from './mundo.mjs';
import { abiertas, conSesion, cookie, newCuenta } from './cuenta.mjs';

test('without a session there is nothing to close', async () => {
  const rs = await client().get('/cuenta/salir');
  assert.deepEqual([rs.status, rs.location], [303, '/']);
});

test('a page asks, its button closes the session and takes the cookie', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  const token = c.cookies.get('__Host-portal');
  assert.equal((await c.get('/cuenta/salir')).h1, 'Cerrar la sesión');
  const rs = await c.submit({}, { form: '/cuenta/salir' });
  assert.deepEqual([rs.status, rs.location], [303, '/']);
  assert.match(cookie(rs), /Max-Age=0/);
  assert.match((await c.follow()).plain, /Cerró su sesión\./);
  assert.equal(abiertas(cuenta), 0);
  c.cookies.set('__Host-portal', token);
  assert.equal((await c.get('/cuenta/sesiones')).status, 303, 'the old token opens nothing');
});

test('the button works too when the session is over already', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  await c.get('/cuenta/salir');
  sql(`UPDATE sesion SET expira_en = now() WHERE usuario_id = ${cuenta.usuario}`);
  const rs = await c.submit({}, { form: '/cuenta/salir' });
  assert.deepEqual([rs.status, rs.location], [303, '/']);
});

test('a forged form does not close it', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  assert.equal((await c.post('/cuenta/salir', { csrf: 'A'.repeat(43) })).status, 403);
  assert.equal((await c.post('/cuenta/salir', { csrf: null })).status, 403);
  assert.equal(abiertas(cuenta), 1);
});
