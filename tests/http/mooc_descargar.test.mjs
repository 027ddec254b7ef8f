// What waits, as a file with remarks: corrected and sent again it enters.
import test from 'node:test';
import assert from 'node:assert/strict';
import { refusals, signedIn, sql } from './mundo.mjs';
import { load, newCurso, newGente, send } from './mooc.mjs';

const admin = signedIn('SERVIR_ADMIN');

test('rows, remarks, no formulas; and back in', async () => {
  const [v] = newGente(1), curso = newCurso();
  const id = await load(admin, curso, ['DNI,Nombre completo,Nota', '12,"=1+1",15', `${v.persona.dni},Persona Prueba,25`]);
  const path = `/mooc/${id}/descargar`;
  assert.match((await admin.get(path)).plain, /2 filas sin registrar/);
  for (const [proposito, why] of [['', /Escriba para qué usará/], ['x', /Explique un poco más/]]) {
    await admin.get(path);
    await admin.submit({ proposito, formato: 'csv' });
    assert.equal(admin.last.status, 422);
    assert.match(admin.last.plain, why);
  }
  await admin.get(path);
  const rs = await admin.submit({ proposito: 'Corregir documentos <b>"', formato: 'csv' });
  assert.equal(rs.status, 200, rs.plain);
  assert.equal(rs.headers['content-type'], 'text/csv; charset=utf-8');
  assert.match(rs.headers['content-disposition'], /^attachment/);
  assert.match(rs.text, /"'=1\+1"/);
  assert.match(rs.text, /«25» no es una nota hasta 20/);
  assert.equal(rs.text.trim().split('\r\n').length, 3);
  assert.deepEqual(sql(`SELECT que, proposito, filas, filtros ->> 'url' FROM exportacion ORDER BY id DESC LIMIT 1`)[0],
    ['mooc/descargar', 'Corregir documentos <b>"', '2', `carga=${id}`]);
  await send(admin, curso, 'corregido.csv', rs.text.replace(',25,', ',15,'));
  assert.match((await admin.follow()).plain, /1 aprueban, 0 no aprueban, 1 sin coincidencia/);
});

test('who may', async () => {
  const id = await load(admin, newCurso(), ['Usuario,Nota', 'nadie,15']);
  await refusals(assert, `/mooc/${id}/descargar`, { owner: admin, role: 'ORH_JEFE', values: { proposito: 'Corregir documentos', formato: 'csv' } });
  assert.equal((await admin.get('/mooc/999999999/descargar')).status, 404);
});
