// A load of results: nothing before it is accepted, then everything once; the tray; what a second attempt does.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';
import { accept, load, newCurso, newGente, results, row, stage } from './mooc.mjs';

const admin = signedIn('SERVIR_ADMIN');
const lines = (gente, notas) => ['DNI,Nota,Fecha', ...gente.map((v, i) => `${v.persona.dni},${notas[i]},01/10/2026`)];

test('nothing enters before it is accepted; then stage A ends for who passes, once', async () => {
  const gente = newGente(3), curso = newCurso();
  const id = await load(admin, curso, lines(gente, [16, 8, 14]));
  assert.match(admin.last.plain, /2 aprueban, 1 no aprueban, 0 sin coincidencia, 0 ya estaban, 0 con otra nota/);
  assert.deepEqual(gente.map(stage), Array(3).fill('PENDIENTE -'));
  await accept(admin, id);
  assert.match(admin.last.plain, /Se registraron los resultados/);
  assert.deepEqual(gente.map(stage), ['CULMINADA 2026-10-01', 'PENDIENTE -', 'CULMINADA 2026-10-01']);
  assert.deepEqual(gente.map(results), [['1 APROBADO 16.00 ARCHIVO'], ['1 DESAPROBADO 8.00 ARCHIVO'], ['1 APROBADO 14.00 ARCHIVO']]);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${gente[0].id} AND tipo = 'ETAPA_CULMINADA'`), '1');
  await admin.post(`/mooc/${id}/vista`, { accion: 'aceptar' });
  assert.match((await admin.follow()).plain, /no cambió nada/);
  assert.equal(results(gente[0]).length, 1);
  const ficha = await admin.get(`/servidor/${gente[0].id}/ficha`);
  assert.match(ficha.plain, /Aprobado con 16 de 20, el 01\/10\/2026\. Fuente: archivo, intento 1/);
});

test('a second attempt is one more: a pass is never lost, the best counts', async () => {
  const [v, w] = newGente(2), curso = newCurso();
  await accept(admin, await load(admin, curso, lines([v, w], [16, 9])));
  const id = await load(admin, curso, lines([v, w], [7, 15]));
  assert.match(admin.last.plain, /0 aprueban, .*2 con otra nota/);
  assert.match((await admin.get(`/mooc/${id}/vista?ver=OTRA_NOTA`)).plain, /Tenía: Aprobado con 16/);
  await accept(admin, id);
  assert.deepEqual(results(v), ['1 APROBADO 16.00 ARCHIVO', '2 DESAPROBADO 7.00 ARCHIVO']);
  assert.deepEqual([stage(v), stage(w)], ['CULMINADA 2026-10-01', 'CULMINADA 2026-10-01']);
  await load(admin, curso, [...lines([v, w], [7, 15]), '']);
  assert.match(admin.last.plain, /2 ya estaban/);
});

test('what SERVIR validated and what does not apply stays as it is', async () => {
  const gente = newGente(2), curso = newCurso();
  sql(`UPDATE etapa SET estado = 'VALIDADA', fecha_fin = '2026-09-15' WHERE vinculo_id = ${gente[0].id} AND tipo = 'ESTADO';
    UPDATE etapa SET estado = 'NO_APLICA', motivo = 'Prueba' WHERE vinculo_id = ${gente[1].id} AND tipo = 'ESTADO'`);
  await accept(admin, await load(admin, curso, lines(gente, [16, 16])));
  assert.deepEqual(gente.map(stage), ['VALIDADA 2026-09-15', 'NO_APLICA -']);
  assert.equal(results(gente[0]).length, 1);
});

test('the tray: a document typed, a suggestion confirmed, a row left; the rest waits', async () => {
  const gente = newGente(3), curso = newCurso(), other = newPersona();
  const id = await load(admin, curso, ['Nombre completo,Usuario,Correo,Nota', `${canary},x1,,15`, `Persona Prueba,x2,${gente[1].persona.correo},16`,
    'Nadie,x3,,17', 'Nadie,x4,,17', `Persona Prueba,${other.dni},,18`]);
  assert.match(admin.last.plain, /0 aprueban, 0 no aprueban, 5 sin coincidencia/);
  assert.match(admin.last.plain, /no inscrita en la edición/);
  escaped(assert, admin.last);
  const [a, b, c] = sql(`SELECT id FROM mooc_fila WHERE carga_id = ${id} ORDER BY numero`).map(([x]) => x);
  await admin.submit({ [`f-${a}-doc`]: gente[0].persona.dni, [`f-${b}-que`]: 'CONFIRMAR', [`f-${c}-que`]: 'DEJAR' });
  assert.equal(admin.last.status, 303, admin.last.plain);
  await admin.follow();
  assert.match(admin.last.plain, /2 aprueban, 0 no aprueban, 2 sin coincidencia/);
  assert.deepEqual([2, 3, 4, 5].map((n) => row(id, n).split(' ')[0]), ['ENTRA', 'ENTRA', 'DEJADA', 'SIN_COINCIDENCIA']);
  const wrong = sql(`SELECT id FROM mooc_fila WHERE carga_id = ${id} AND numero = 5`)[0][0];
  await admin.submit({ [`f-${wrong}-doc`]: '99999999' });
  assert.match((await admin.follow()).plain, /no hallamos a nadie.*Nadie en el portal tiene el documento que usted escribió/);
  await accept(admin, id);
  assert.deepEqual(gente.map((v) => results(v).length), [1, 1, 0]);
});

test('what comes broken into the tray is refused and shown again', async () => {
  const curso = newCurso();
  const id = await load(admin, curso, ['Usuario,Nota', 'nadie,15']);
  const f = one(`SELECT id FROM mooc_fila WHERE carga_id = ${id}`);
  await admin.submit({ [`f-${f}-doc`]: 'x'.repeat(31) });
  assert.equal(admin.last.status, 422);
  assert.match(admin.last.text, new RegExp(`value="${'x'.repeat(31)}"`));
  await admin.post(`/mooc/${id}/vista`, { accion: 'bandeja', 'f-0-doc': '1' });
  assert.equal(admin.last.status, 422);
});

test('a row of another load is not touched', async () => {
  const curso = newCurso();
  const one_ = await load(admin, curso, ['Usuario,Nota', 'nadie,15']), two = await load(admin, curso, ['Usuario,Nota', 'nadie,16']);
  const foreign = one(`SELECT id FROM mooc_fila WHERE carga_id = ${one_}`);
  await admin.get(`/mooc/${two}/vista`);
  await admin.post(`/mooc/${two}/vista`, { accion: 'bandeja', [`f-${foreign}-doc`]: '', [`f-${foreign}-que`]: 'DEJAR' });
  assert.equal(row(one_, 2).split(' ')[0], 'SIN_COINCIDENCIA');
});

test('who may', async () => {
  const id = await load(admin, newCurso(), ['Usuario,Nota', 'nadie,15']);
  await refusals(assert, `/mooc/${id}/vista`, { owner: admin, role: 'ORH_JEFE', values: { accion: 'aceptar' } });
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get(`/mooc/${id}/vista`)).status, 403);
  assert.equal((await signedIn('AUDITOR').get(`/mooc/${id}/vista`)).status, 200);
  assert.equal((await admin.get('/mooc/999999999/vista')).status, 404);
});

test('five hundred rows: thirty-seven wait, the rest enters', async () => {
  const [v] = newGente(1), curso = newCurso();
  const people = sql(`SELECT DISTINCT ON (x.persona_id) x.documento FROM vinculo x JOIN inscripcion i ON i.vinculo_id = x.id
    JOIN curso c ON c.id = ${curso.id} AND c.edicion_id = i.edicion_id WHERE x.documento LIKE '99%' LIMIT 120`).map(([d]) => d);
  const id = await load(admin, curso, ['DNI,Nota', `${v.persona.dni},15`, ...people.map((d, i) => `${d},${i % 5 === 0 ? 10 : 16}`),
    ...Array.from({ length: 37 }, (_, i) => `9999${String(i).padStart(4, '0')}x,15`)]);
  assert.match(admin.last.plain, new RegExp(`37 sin coincidencia`));
  await accept(admin, id);
  assert.equal(one(`SELECT count(DISTINCT persona_id) FROM curso_resultado WHERE carga_id = ${id}`), String(people.length + 1));
});
