// The schedule of a person: the tasks of the version they got, dated; printed without the frame.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newVinculo, one, quote, canary, escaped, signedIn, sql } from './mundo.mjs';
import { planOf } from './plan.mjs';

test('each version with its people; the file of the person says which', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), none = newVinculo(e);
  const first = planOf(e, 'primera');
  sql(`UPDATE plan_actividad SET titulo = titulo || ${quote(canary)} WHERE plan_id = ${first} AND etapa = 'ENTIDAD'`);
  const old = newVinculo(e);
  sql(`UPDATE plan SET estado = 'REEMPLAZADO' WHERE id = ${first}`);
  planOf(e, 'segunda');
  const fresh = newVinculo(e);
  sql(`UPDATE actividad SET estado = 'NO_APLICA', motivo = 'Ya la conocía' WHERE vinculo_id = ${old.id} AND tipo = 'ESPECIFICA'`);
  const rs = await orh.get(`/servidor/${old.id}/cronograma`);
  escaped(assert, rs);
  assert.match(rs.plain, /Versión 1 del plan/);
  assert.match(rs.plain, /Tarea ENTIDAD primera.*Vencida.*Tarea ESPECIFICA primera.*No aplica Ya la conocía/);
  assert.match((await orh.get(`/servidor/${fresh.id}/cronograma`)).plain, /Versión 2 del plan.*Tarea ENTIDAD segunda/);
  assert.match((await orh.get(`/servidor/${none.id}/cronograma`)).plain, /No tiene tareas/);
  assert.match((await orh.get(`/servidor/${old.id}/ficha`)).text, new RegExp(`href="/plan/${first}/ver">versión 1`));
  assert.match((await orh.get(`/servidor/${old.id}/cronograma?vista=imprimir`)).text, /<body class="imp">/);
  const own = signedIn('SERVIDOR', e, old.persona);
  assert.equal((await own.get(`/servidor/${old.id}/cronograma`)).status, 200);
  assert.equal((await own.get(`/servidor/${fresh.id}/cronograma`)).status, 404);
  assert.ok(Number(one(`SELECT count(*) FROM acceso WHERE tabla = 'vinculo' AND registro_id = '${old.id}'`)) > 0, 'the look is noted');
});

test('another entity’s person', async () => {
  const e = newEntidad(), v = newVinculo(e), nobody = await signedIn('ORH_JEFE', newEntidad()).get(`/servidor/${v.id}/cronograma`);
  assert.equal(nobody.status, 404);
});
