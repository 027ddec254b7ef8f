// Undoing a load: stages go back to what they were, but for what was validated or another pass holds.
import test from 'node:test';
import assert from 'node:assert/strict';
import { one, refusals, signedIn, sql } from './mundo.mjs';
import { accept, load, newCurso, newGente, results, stage } from './mooc.mjs';

const admin = signedIn('SERVIR_ADMIN');
const undo = async (id) => {
  await admin.get(`/mooc/${id}/deshacer`);
  await admin.post(`/mooc/${id}/deshacer`, {});
  return admin.follow();
};

test('everything goes back: pending, begun, observed', async () => {
  const gente = newGente(3), curso = newCurso();
  sql(`UPDATE etapa SET estado = 'EN_CURSO', fecha_inicio = '2026-09-20' WHERE vinculo_id = ${gente[1].id} AND tipo = 'ESTADO';
    UPDATE etapa SET estado = 'OBSERVADA', motivo = 'Falta', fecha_fin = '2026-09-21' WHERE vinculo_id = ${gente[2].id} AND tipo = 'ESTADO'`);
  const before = gente.map(stage);
  const id = await load(admin, curso, ['DNI,Nota,Fecha', ...gente.map((v) => `${v.persona.dni},16,01/10/2026`)]);
  await accept(admin, id);
  assert.deepEqual(gente.map(stage), Array(3).fill('CULMINADA 2026-10-01'));
  await undo(id);
  assert.match(admin.last.plain, /Se deshizo la carga/);
  assert.deepEqual(gente.map(stage), before);
  assert.equal(one(`SELECT motivo FROM etapa WHERE vinculo_id = ${gente[2].id} AND tipo = 'ESTADO'`), 'Falta');
  assert.deepEqual(results(gente[0]), ['1 APROBADO 16.00 ARCHIVO'], 'it stays to be read');
  assert.match((await admin.get(`/servidor/${gente[0].id}/ficha`)).plain, /Anulado/);
  assert.equal((await admin.post(`/mooc/${id}/deshacer`, {})).status, 404, 'only once');
  await accept(admin, await load(admin, curso, ['DNI,Nota,Fecha', ...gente.map((v) => `${v.persona.dni},16,01/10/2026`)]));
  assert.match(stage(gente[0]), /^CULMINADA/, 'the same file enters again');
});

test('validated stays, touched stays, and so does whom another load passed', async () => {
  const gente = newGente(3), curso = newCurso();
  const id = await load(admin, curso, ['DNI,Nota', ...gente.map((v) => `${v.persona.dni},16`)]);
  await accept(admin, id);
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${gente[1].persona.dni},18`]));
  sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE vinculo_id = ${gente[0].id} AND tipo = 'ESTADO';
    UPDATE etapa SET fecha_fin = fecha_fin - 1 WHERE vinculo_id = ${gente[2].id} AND tipo = 'ESTADO'`);
  assert.match((await admin.get(`/mooc/${id}/deshacer`)).plain, /1 ya fue validada y se queda/);
  await undo(id);
  assert.deepEqual(gente.map((v) => stage(v).split(' ')[0]), ['VALIDADA', 'CULMINADA', 'CULMINADA']);
  assert.equal(one(`SELECT count(*) FROM curso_anulacion a JOIN curso_resultado r ON r.id = a.resultado_id WHERE r.carga_id = ${id}`), '2');
});

test('who may', async () => {
  const id = await load(admin, newCurso(), ['Usuario,Nota', 'nadie,15']);
  await refusals(assert, `/mooc/${id}/deshacer`, { owner: admin, role: 'SERVIR_REVISOR', values: {} });
  assert.equal((await admin.get('/mooc/999999999/deshacer')).status, 404);
});
