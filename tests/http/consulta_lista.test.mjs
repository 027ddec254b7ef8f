// What an ORH asked: its own alone, the newest first, pages.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, refusals, signedIn, sql } from './mundo.mjs';
import { manyConsultas, newConsulta } from './seguimiento.mjs';

test('own ones alone, by state, in pages', async () => {
  const e = newEntidad(), c = signedIn('ORH_JEFE', e), other = newEntidad();
  newConsulta(signedIn('ORH_JEFE', other), other, { asunto: 'De otra entidad' });
  const ids = manyConsultas(c, e, 33, canary);
  sql(`UPDATE consulta SET estado = 'RESPONDIDA', vence_en = NULL WHERE id = ${ids[4]}`);
  const seen = [];
  let next = '/consulta/lista';
  for (let i = 0; i < 3 && next; i++) {
    const rs = await c.get(next);
    seen.push(...[...rs.text.matchAll(/\/consulta\/(\d+)\/ver/g)].map((m) => m[1]));
    next = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
    escaped(assert, rs);
    assert.ok(!rs.plain.includes('De otra entidad'));
  }
  assert.deepEqual(seen, [...ids].reverse());
  const rs = await c.get('/consulta/lista?estado=RESPONDIDA');
  assert.deepEqual([...rs.text.matchAll(/\/consulta\/(\d+)\/ver/g)].map((m) => m[1]), [ids[4]]);
  await refusals(assert, '/consulta/lista', { owner: c, role: 'SERVIR_ADMIN' });
});
