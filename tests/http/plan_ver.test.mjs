// One version of a plan, seen by whom it concerns, printed without the frame.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newPersona, newVinculo, signedIn, sql } from './mundo.mjs';
import { adopt, planOf } from './plan.mjs';

test('its entity, its people and SERVIR see it; a draft and a foreign one nobody else', async () => {
  const e = newEntidad(), plan = planOf(e, 'Visible'), v = newVinculo(e), boss = newPersona();
  const chief = newVinculo(e, { persona: boss });
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${chief.id} WHERE id = ${v.id}`);
  const orh = signedIn('ORH_ANALISTA', e);
  for (const c of [orh, signedIn('SERVIDOR', e, v.persona), signedIn('JEFE', e, boss), signedIn('SERVIR_REVISOR'), signedIn('AUDITOR')]) {
    const rs = await c.get(`/plan/${plan}/ver`);
    assert.equal(rs.status, 200);
    assert.match(rs.plain, /Aprobado con Resolución Visible/);
    assert.match(rs.plain, /Tarea ENTIDAD Visible/);
  }
  const print = await orh.get(`/plan/${plan}/ver?vista=imprimir`);
  assert.match(print.text, /<body class="imp">/);
  const there = newEntidad(), theirs = newVinculo(there);
  for (const c of [signedIn('ORH_JEFE', there), signedIn('SERVIDOR', there, theirs.persona), signedIn('GESTOR')]) {
    assert.equal((await c.get(`/plan/${plan}/ver`)).status, 404);
  }
  const draft = await adopt(orh);
  assert.equal((await orh.get(`/plan/${draft}/ver`)).status, 200);
  assert.equal((await signedIn('SERVIDOR', e, newVinculo(e).persona).get(`/plan/${draft}/ver`)).status, 404);
});
