// Plans of the entities: with one, with a draft, without.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { planOf } from './plan.mjs';

test('each filter shows its own; a gestor sees their entities', async () => {
  const published = newEntidad(), draft = newEntidad(), without = newEntidad(), gestor = signedIn('GESTOR');
  planOf(published);
  planOf(draft, 'Plan', 'BORRADOR');
  newVinculo(without);
  const all = [published, draft, without];
  sql(all.map((e) => `INSERT INTO asignacion_ambito (asignacion_id, entidad_id) SELECT id, ${e.id} FROM asignacion WHERE usuario_id = ${gestor.usuario}`).join(';'));
  for (const [estado, shown] of [['', [published, draft]], ['PUBLICADO', [published]], ['BORRADOR', [draft]], ['SIN_PLAN', [without]]]) {
    const rs = await gestor.get(`/plan/lista?estado=${estado}`);
    for (const e of all) assert.equal(rs.plain.includes(e.nombre), shown.includes(e), `${estado} ${all.indexOf(e)}`);
  }
  assert.ok(!(await signedIn('GESTOR').get('/plan/lista')).plain.includes(published.nombre));
  await refusals(assert, '/plan/lista', { owner: gestor });
});

test('page after page without losing any', async () => {
  const c = signedIn('SERVIR_ADMIN'), seen = new Set();
  let path = '/plan/lista?estado=PUBLICADO';
  for (let i = 0; i < 50 && path; i++) {
    const rs = await c.get(path);
    for (const [, id] of rs.text.matchAll(/href="\/plan\/(\d+)\/ver"/g)) seen.add(id);
    path = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(String(seen.size), one(`SELECT count(*) FROM plan WHERE estado = 'PUBLICADO'`));
});
