// Every session of an account ends; the account stays.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';

test('closed everywhere', async () => {
  const u = signedIn('ORH_ANALISTA', newEntidad());
  const c = signedIn('SERVIR_ADMIN');
  assert.match((await c.get(`/usuario/${u.usuario}/cerrar`)).plain, /tiene 1 sesión abierta\. Se cerrará; podrá entrar de nuevo con su contraseña/);
  await c.post(`/usuario/${u.usuario}/cerrar`, {});
  assert.equal(c.last.status, 303);
  assert.ok((await c.follow()).plain.includes('Se cerraron las sesiones de la cuenta'));
  assert.equal((await u.get('/orh/inicio')).status, 303);
  assert.equal(one(`SELECT estado FROM usuario WHERE id = ${u.usuario}`), 'ACTIVO');
});

test('only the administrator, only an account that exists', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const u = signedIn('ORH_ANALISTA', newEntidad());
  await refusals(assert, `/usuario/${u.usuario}/cerrar`, { owner: c, role: 'AUDITOR', values: {} });
  await c.get(`/usuario/${u.usuario}/cerrar`);
  assert.equal((await c.post('/usuario/99999999/cerrar', {})).status, 404);
});
