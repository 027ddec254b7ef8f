// The file of an entity: data, team, units, counts; its own ORH and SERVIR see it, another ORH does not.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, newVinculo, refusals, signedIn, sql } from './mundo.mjs';

test('shows the team, the units and what is registered', async () => {
  const e = newEntidad();
  newVinculo(e);
  newVinculo(e);
  signedIn('ORH_JEFE', e, newPersona({ nombres: 'Jefa', paterno: 'Demo' }));
  const rs = await signedIn('SERVIR_ADMIN').get(`/entidad/${e.id}/ficha`);
  assert.equal(rs.status, 200);
  assert.equal(rs.h1, e.nombre);
  for (const t of ['Jefa Demo', 'Jefatura de ORH', 'Oficina de Prueba', 'Apoyo', 'Por registrar']) assert.ok(rs.plain.includes(t), t);
  assert.match(rs.plain, /2 personas registradas/);
  assert.match(rs.text, new RegExp(`/servidor/lista\\?vigencia=TODOS&amp;entidad=${e.id}`));
});

test('without head it says so to the administrator', async () => {
  const e = newEntidad();
  assert.ok((await signedIn('SERVIR_ADMIN').get(`/entidad/${e.id}/ficha`)).plain.includes('aún no tiene jefatura de ORH'));
});

test('its own ORH sees it; only the head edits units', async () => {
  const e = newEntidad();
  const head = await signedIn('ORH_JEFE', e).get(`/entidad/${e.id}/ficha`);
  assert.ok(head.plain.includes('Agregar una unidad'));
  assert.ok(!head.plain.includes('Invitar a la jefatura'));
  const analyst = await signedIn('ORH_ANALISTA', e).get(`/entidad/${e.id}/ficha`);
  assert.equal(analyst.status, 200);
  assert.ok(!analyst.plain.includes('Agregar una unidad'));
});

test('markup is text; strangers get nothing', async () => {
  const e = newEntidad(`Entidad ${canary}`);
  sql(`UPDATE organo SET nombre = 'Unidad ' || ${`'${canary.replaceAll("'", "''")}'`} WHERE id = ${e.organo}`);
  escaped(assert, await signedIn('AUDITOR').get(`/entidad/${e.id}/ficha`));
  await refusals(assert, `/entidad/${e.id}/ficha`, { foreign: signedIn('ORH_JEFE', newEntidad()) });
});
