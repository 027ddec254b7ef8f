// The materials of a servidor (who sees which: material_nuevo).
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newVinculo, quote, refusals, signedIn, sql } from './mundo.mjs';

test('links and files of their entity, shown as text', async () => {
  const e = newEntidad(), own = signedIn('SERVIDOR', e, newVinculo(e).persona);
  sql(`INSERT INTO material (entidad_id, titulo, descripcion, tipo, url, para_servidor, etapa)
    VALUES (${e.id}, ${quote(`Guía ${canary}`)}, 'Léala', 'ENLACE', 'https://example.org/guia', true, 'ESPECIFICA')`);
  const rs = await own.get('/mi/materiales');
  escaped(assert, rs);
  assert.match(rs.plain, /Guía .* C\. Inducción específica al puesto\. De su entidad\. Léala/);
  await refusals(assert, '/mi/materiales', { owner: own, role: 'ORH_JEFE' });
});
