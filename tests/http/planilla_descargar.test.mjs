// The rows that wait, as a file with remarks; corrected and sent again they enter.
import test from 'node:test';
import assert from 'node:assert/strict';
import { part } from './libro.mjs';
import { newDni, newEntidad, refusals, signedIn } from './mundo.mjs';

const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);

test('downloaded, corrected, sent again', async () => {
  const dni = newDni();
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: `DNI;Paterno;Nombres;Puesto;Régimen;Ingreso\n${dni};Prueba;"Persona, Demo";=Analista;CAS;31/02/2026\n${newDni()};Prueba;Persona;Analista;CAS;02/11/2026\n` });
  await c.follow();
  const path = c.last.path.replace('/vista', '/descargar');
  const made = (await c.get(path)).buffer;
  assert.match(c.last.headers['content-disposition'], /por-corregir\.xlsx/);
  assert.match(part(made, 'xl/sharedStrings.xml'), /Observaciones[\s\S]*>=Analista<[\s\S]*La fecha de ingreso no existe/);
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'por-corregir.xlsx', data: made } });
  await c.follow();
  assert.match(c.last.plain, /0 entran, 1 por corregir/, 'as it was, until it is corrected');
  const rs = await c.get(`${path}?formato=csv`);
  assert.equal(rs.status, 200);
  assert.match(rs.headers['content-disposition'], /por-corregir\.csv/);
  const [titles, ...rows] = rs.text.trim().split('\r\n');
  assert.match(titles, /^.?Documento,Apellido paterno,Nombres,Puesto,Régimen,Fecha de ingreso,Observaciones$/);
  assert.equal(rows.length, 1, 'only what waits');
  assert.match(rows[0], /"Persona, Demo","'=Analista",CAS,31\/02\/2026,"?Fecha de ingreso: La fecha de ingreso no existe/);
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'por-corregir.csv', data: rs.text.replace('31/02/2026', '02/11/2026') } });
  await c.follow();
  assert.match(c.last.plain, /1 entran, 0 por corregir/);
  assert.match(c.last.plain, /=Analista/);
  await refusals(assert, path, { owner: c, foreign: signedIn('ORH_ANALISTA', newEntidad()), role: 'SERVIR_REVISOR' });
});

test('days of a program in English come back with the day first; what is no person is named once', async () => {
  const row = (ingreso, regimen) => `${newDni()};Prueba;Persona;Analista;${regimen};${ingreso}\n`;
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: `DNI;Paterno;Nombres;Puesto;Régimen;Ingreso\n${row('11/2/2026', 'Nada')}${row('11/13/2026', 'CAS')}TOTAL;2;;;;\n` });
  await c.follow();
  assert.match(c.last.plain, /1 entran, 1 por corregir[\s\S]*no se leyeron: 4 \(«TOTAL 2»\)/);
  const rs = await c.get(`${c.last.path.replace('/vista', '/descargar')}?formato=csv`);
  assert.match(rs.text, /,Nada,"?02\/11\/2026"?,/);
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'por-corregir.csv', data: rs.text.replace('Nada', 'CAS') } });
  await c.follow();
  assert.match(c.last.plain, /1 entran, 0 por corregir/);
});
