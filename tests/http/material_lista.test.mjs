// The list of materials: empty, one's own to change, SERVIR's to read.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';

test('own ones lead to their change, foreign ones are not there', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  const own = one(`INSERT INTO material (entidad_id, titulo, tipo, url, para_jefe) VALUES (${e.id}, 'Propio', 'ENLACE', 'https://example.org/?a=1&b=2', true) RETURNING id`);
  const servir = one(`INSERT INTO material (titulo, tipo, url, para_orh, etapa) VALUES ('Común ${e.sigla}', 'ENLACE', 'https://example.org/', true, 'ENTIDAD') RETURNING id`);
  const rs = await orh.get('/material/lista');
  assert.ok(rs.text.includes(`/material/${own}/editar`) && !rs.text.includes(`/material/${servir}/editar`));
  assert.ok(rs.text.includes('href="https://example.org/?a=1&amp;b=2"'));
  assert.match(rs.plain, /Común .* la ORH B\. Inducción general a la entidad SERVIR/);
  assert.ok(!(await signedIn('ORH_JEFE', newEntidad()).get('/material/lista')).text.includes(`/material/${own}/`));
  assert.ok((await signedIn('SERVIR_ADMIN').get('/material/lista')).text.includes(`/material/${servir}/editar`));
  await refusals(assert, '/material/lista', { owner: orh });
});
