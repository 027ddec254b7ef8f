// The template to fill in; that its titles are understood is tested with the upload.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, refusals, signedIn, sql } from './mundo.mjs';
import { part } from './libro.mjs';

const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);

test('a workbook with notes, lists and help', async () => {
  sql(`INSERT INTO organo (entidad_id, nombre, tipo, nivel) VALUES (${here.id}, 'Oficina de <b>Ejemplo & Cía', 'LINEA', 3)`);
  const rs = await c.get('/planilla/plantilla');
  assert.match(rs.headers['content-disposition'], /attachment; filename="planilla\.xlsx"/);
  assert.equal(rs.headers['content-type'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const sheet = part(rs.buffer, 'xl/worksheets/sheet1.xml'), strings = part(rs.buffer, 'xl/sharedStrings.xml');
  assert.equal([...sheet.matchAll(/<dataValidation /g)].length, 10, 'lists');
  assert.match(sheet, /Listas!\$[A-Z]\$2:\$[A-Z]\$\d+/);
  assert.match(part(rs.buffer, 'xl/styles.xml'), /formatCode="@"|numFmtId="49"/, 'text, so that a DNI keeps its zeros');
  assert.match(part(rs.buffer, 'xl/comments1.xml'), /Obligatoria\. El DNI completo, con sus ceros\./);
  assert.match(strings, /Oficina de &lt;b&gt;Ejemplo &amp; Cía/);
  assert.match(part(rs.buffer, 'xl/workbook.xml'), /name="Planilla"[\s\S]*name="Instrucciones"[\s\S]*name="Listas"/);
});

test('its titles as CSV', async () => {
  const rs = await c.get('/planilla/plantilla?formato=csv');
  assert.match(rs.headers['content-disposition'], /attachment; filename="planilla\.csv"/);
  assert.match(rs.text, /^\ufeffsep=;\r\nTipo de documento;Documento;/);
});

test('who may', async () => {
  await refusals(assert, '/planilla/plantilla', { owner: c, role: 'SERVIDOR' });
});
