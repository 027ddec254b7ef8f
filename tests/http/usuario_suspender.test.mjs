// An account is suspended and given back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';

test('suspended: out at once; given back: the same roles', async () => {
  const u = signedIn('ORH_ANALISTA', newEntidad());
  const c = signedIn('SERVIR_ADMIN');
  const path = `/usuario/${u.usuario}/suspender`;
  assert.ok((await c.get(path)).plain.includes('no podrá entrar'));
  await c.submit({ que: 'suspender' });
  assert.equal(c.last.status, 303);
  assert.ok((await c.follow()).plain.includes('Se suspendió la cuenta'));
  assert.equal((await u.get('/orh/inicio')).status, 303);
  assert.ok((await c.get(path)).plain.includes('podrá entrar otra vez'));
  await c.submit({ que: 'reactivar' });
  assert.equal(one(`SELECT estado FROM usuario WHERE id = ${u.usuario}`), 'ACTIVO');
});

test('not oneself, nothing unknown, nobody else', async () => {
  const c = signedIn('SERVIR_ADMIN');
  await c.get(`/usuario/${c.usuario}/suspender`);
  const own = await c.post(`/usuario/${c.usuario}/suspender`, { que: 'suspender' });
  assert.equal(own.status, 422);
  assert.ok(own.plain.includes('Nadie suspende su propia cuenta'));
  assert.equal((await c.post(`/usuario/${c.usuario}/suspender`, { que: 'borrar' })).status, 422);
  assert.equal((await c.post('/usuario/99999999/suspender', { que: 'suspender' })).status, 404);
  const u = signedIn('ORH_ANALISTA', newEntidad());
  await refusals(assert, `/usuario/${u.usuario}/suspender`, { owner: c, role: 'AUDITOR', values: { que: 'suspender' } });
});
