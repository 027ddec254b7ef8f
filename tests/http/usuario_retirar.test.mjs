// A role is taken away: by the administrator, and by an ORH head within the entity.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';

const roleOf = (u) => one(`SELECT id FROM asignacion WHERE usuario_id = ${u.usuario} AND revocada_en IS NULL LIMIT 1`);

test('the administrator takes it; the account is out at once', async () => {
  const e = newEntidad();
  const u = signedIn('ORH_ANALISTA', e);
  assert.equal((await u.get('/orh/inicio')).status, 200);
  const c = signedIn('SERVIR_ADMIN');
  const role = roleOf(u);
  const page = await c.get(`/usuario/retirar/${role}`);
  assert.match(page.plain, /dejará de ser «Analista de ORH» en/);
  await c.submit({ motivo: 'Rotó' });
  assert.equal(c.last.status, 303);
  assert.equal(c.last.location, `/usuario/${u.usuario}/ficha`);
  assert.ok((await c.follow()).plain.includes('Se retiró el rol'));
  assert.equal(one(`SELECT motivo FROM asignacion WHERE id = ${role} AND revocada_por = ${c.usuario}`), 'Rotó');
  assert.equal((await u.get('/orh/inicio')).status, 303);
  assert.equal((await c.get(`/usuario/retirar/${role}`)).status, 404, 'twice');
});

test('an ORH head takes it from an analyst of the entity, and from nobody else', async () => {
  const e = newEntidad();
  const head = signedIn('ORH_JEFE', e);
  const analyst = signedIn('ORH_ANALISTA', e);
  await head.get(`/usuario/retirar/${roleOf(analyst)}`);
  await head.submit({ motivo: '' });
  assert.equal(head.last.location, '/orh/equipo');
  const other = signedIn('ORH_ANALISTA', newEntidad());
  assert.equal((await head.get(`/usuario/retirar/${roleOf(other)}`)).status, 404);
  await head.get('/orh/equipo');
  assert.equal((await head.post(`/usuario/retirar/${roleOf(other)}`, {})).status, 404);
  const colleague = signedIn('ORH_JEFE', e);
  await head.get('/orh/equipo');
  assert.equal((await head.post(`/usuario/retirar/${roleOf(colleague)}`, {})).status, 403);
});

test('one does not take away one\'s own; who may not', async () => {
  const c = signedIn('SERVIR_ADMIN');
  await c.get(`/usuario/retirar/${roleOf(c)}`);
  const rs = await c.post(`/usuario/retirar/${roleOf(c)}`, {});
  assert.equal(rs.status, 422);
  assert.ok(rs.plain.includes('Nadie se retira su propio rol'));
  const u = signedIn('ORH_ANALISTA', newEntidad());
  await refusals(assert, `/usuario/retirar/${roleOf(u)}`, { owner: c, role: 'AUDITOR', values: { motivo: 'x' } });
});
