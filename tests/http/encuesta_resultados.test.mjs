// Results where enough answered, an ORH its own; CSV of the same.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, newVinculo, one, quote, refusals, signedIn, sql } from './mundo.mjs';

const path = '/encuesta/resultados';
function answered(e, n, text = 'Nada') {
  const edicion = one(`SELECT edicion_id FROM inscripcion WHERE vinculo_id = ${newVinculo(e).id}`);
  sql(`INSERT INTO encuesta_buzon (encuesta_id, mes, entidad_id, respuestas)
    SELECT (SELECT id FROM encuesta WHERE edicion_id = ${edicion} AND publicada_en IS NOT NULL ORDER BY version DESC LIMIT 1), date_trunc('month', hoy()), ${e.id},
      ARRAY['5', '4', '1', '1', '0', ${quote(text)}] FROM generate_series(1, ${n}); SELECT encuesta_barajar()`);
  return `${path}?edicion=${edicion}`;
}

test('four are too few, five are shown; a text is escaped; another ORH sees nothing', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e);
  const url = answered(e, 4, canary);
  assert.doesNotMatch((await orh.get(url)).plain, /5: 100 %/);
  assert.match(orh.last.plain, /menos de 5/);
  answered(e, 1, canary);
  assert.match((await orh.get(url)).plain, /¿Qué tan útil le fue el curso en línea sobre el Estado\?.*5 .*5: 100 %/);
  assert.match(orh.last.plain, /Sí: 100 %.*Sí: 0 %/);
  escaped(assert, orh.last);
  assert.doesNotMatch((await signedIn('ORH_JEFE', newEntidad()).get(url)).plain, /100 %/);
  assert.match((await signedIn('SERVIR_REVISOR').get(url)).plain, /%/);
  await orh.get(`${url}&etapa=ESTADO`);
  assert.doesNotMatch(orh.last.plain, /a su puesto/);
  sql(`UPDATE encuesta_pregunta SET texto = '=' || texto WHERE numero = 1 AND encuesta_id IN (SELECT id FROM encuesta WHERE edicion_id = ${url.split('=')[1]})`);
  const csv = await orh.get(`${url}&formato=csv`);
  sql(`UPDATE encuesta_pregunta SET texto = substr(texto, 2) WHERE texto LIKE '=%'`);
  assert.match(csv.headers['content-disposition'], /encuesta-\d{4}-\d\d-\d\d\.csv/);
  assert.match(csv.text, /^\uFEFFversion,numero,pregunta.*\r\n1,1,"'=¿Qué tan útil.*",.*,5,5\.0,"0","0","0","0",100\r\n/);
  assert.match((await orh.get(`${url}&formato=xlsx`)).headers['content-type'], /spreadsheetml/);
});

test('whoever may open it finds it in the bar', async () => {
  for (const rol of ['ORH_JEFE', 'SERVIR_REVISOR', 'GESTOR']) {
    const c = signedIn(rol, rol === 'ORH_JEFE' ? newEntidad() : undefined);
    assert.equal((await c.get(path)).status, 200, rol);
    assert.ok(c.last.text.split('</nav>')[0].includes(`href="${path}"`), rol);
  }
});

test('who may not', async () => {
  await refusals(assert, path, { role: 'SERVIDOR' });
});
