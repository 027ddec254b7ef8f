// The constancia of a stage: only when it was finished, saying whether SERVIR validated it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';

test('each state says what it is', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), v = newVinculo(e, { persona: newPersona({ nombres: canary }) });
  const id = one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`), path = `/etapa/${id}/constancia`;
  const open = await orh.get(`${path}?vista=imprimir`);
  assert.match(open.plain, /Esta etapa no está culminada/);
  assert.ok(!open.plain.includes('deja constancia'));
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() - 1 WHERE id = ${id}`);
  const rs = await orh.get(path);
  escaped(assert, rs);
  assert.match(rs.plain, /deja constancia de que.*culminó el .* la etapa Inducción general a la entidad.*todavía no la ha validado/);
  assert.ok((await orh.get(`/servidor/${v.id}/ficha`)).text.includes(path));
  sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE id = ${id}`);
  assert.match((await orh.get(path)).plain, /SERVIR revisó y validó esta etapa/);
  assert.match((await orh.get(`${path}?vista=imprimir`)).text, /<body class="imp">/);
  assert.equal((await signedIn('SERVIDOR', e, v.persona).get(path)).status, 200);
  for (const c of [signedIn('ORH_JEFE', newEntidad()), signedIn('SERVIDOR', e, newVinculo(e).persona)]) assert.equal((await c.get(path)).status, 404);
});
