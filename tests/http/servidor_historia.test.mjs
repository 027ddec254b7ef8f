import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './client.mjs';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, signedIn } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here);

const v = newVinculo(here, { puesto: `Puesto ${canary}` });
const path = `/servidor/${v.id}/historia`;
await orh.get(`/servidor/${v.id}/cambiar`);
await orh.submit({ desde: day(-9).text, puesto: 'Puesto nuevo', motivo: `Rotación ${canary}` });
await orh.get(`/servidor/${v.id}/corregir`);
await orh.submit({ motivo: 'Celular mal escrito', celular: '987654321' });

test('periods and events, with what changed in words', async () => {
  const rs = await orh.get(path);
  assert.equal(rs.status, 200);
  escaped(assert, rs);
  assert.match(rs.plain, new RegExp(`Del ${day(-9).text} en adelante.*Puesto nuevo`));
  assert.match(rs.plain, /Corrección.*Celular: vacío → 987654321/);
  assert.match(rs.plain, /Puesto: Puesto .* → Puesto nuevo/);
  assert.ok(!rs.plain.includes('Auditoría'), 'not for an ORH');
  assert.equal(one(`SELECT count(*) FROM acceso WHERE usuario_id = ${orh.usuario} AND registro_id = '${v.id}' AND tabla = 'vinculo'`) > 0, true);
});

test('who audits sees each write and each look', async () => {
  for (const rol of ['AUDITOR', 'SERVIR_ADMIN']) {
    const rs = await signedIn(rol).get(path);
    assert.equal(rs.status, 200);
    assert.match(rs.plain, /Auditoría: cambios en los datos.*Celular: vacío → 987654321/);
    assert.match(rs.plain, /Auditoría: quién consultó.*Cuenta/);
    escaped(assert, rs);
  }
  const reviewer = await signedIn('SERVIR_REVISOR').get(path);
  assert.equal(reviewer.status, 200);
  assert.ok(!reviewer.plain.includes('quién consultó'));
});

test('oneself sees it; print view has no frame', async () => {
  const own = newPersona();
  const mine = newVinculo(here, { persona: own });
  const me = signedIn('SERVIDOR', here, own);
  assert.equal((await me.get(`/servidor/${mine.id}/historia`)).status, 200);
  assert.equal((await me.get(path)).status, 404, 'a colleague');
  assert.match((await orh.get(`${path}?vista=imprimir`)).text, /class="imp"/);
});

test('who may not', async () => {
  assert.equal((await client().get(path)).status, 303);
  assert.equal((await signedIn('ORH_JEFE', there).get(path)).status, 404);
  assert.equal((await orh.post(path, {})).status, 405);
});
