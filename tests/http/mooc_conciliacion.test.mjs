// The portal and Moodle side by side, each group a list.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { Worker, until } from '../mail/fondo.mjs';
import { Moodle, TOKEN } from './moodle.mjs';
import { accept, load, newCurso, newGente } from './mooc.mjs';
import { canary, escaped, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const moodle = await new Moodle().start();
after(() => moodle.stop());

test('in both, different, only here, only there', async () => {
  const gente = newGente(4), curso = newCurso({ moodle_id: 7 });
  assert.match((await admin.get(`/mooc/${curso.id}/conciliacion`)).plain, /Todavía no se trajo de Moodle/);
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${gente[1].persona.dni},18`]));
  const user = (v, id, grade) => ({ id, username: v.persona.dni, fullname: 'Persona Prueba Ficticia', email: '', lastcourseaccess: 1700000000, grade });
  moodle.users = [user(gente[0], 11, 16), user(gente[1], 12, 15), user(gente[2], 13), { id: 14, username: 'ajeno', fullname: canary, email: '', lastcourseaccess: 1 }];
  sql(`INSERT INTO mooc_carga (curso_id, curso_version_id, fuente, usuario_id, nombre, fecha, estado)
    SELECT DISTINCT ON (curso_id) curso_id, id, 'MOODLE', NULL::bigint, 'Noche', hoy(), 'FALLIDA' FROM curso_version WHERE moodle_id IS NOT NULL ORDER BY curso_id, version DESC`);
  const w = await new Worker({ PORTAL_MOODLE_URL: moodle.url, PORTAL_MOODLE_TOKEN: TOKEN }).ready();
  await admin.get(`/mooc/${curso.id}/traer`);
  await admin.post(`/mooc/${curso.id}/traer`, {});
  await until('pulled', () => one(`SELECT estado FROM mooc_carga WHERE curso_id = ${curso.id} AND fuente = 'MOODLE' AND usuario_id IS NOT NULL`), (s) => s === 'HECHA', 25000);
  await w.stop();
  const first = await admin.get(`/mooc/${curso.id}/conciliacion`);
  assert.match(first.plain, /2 iguales en los dos, 1 distintos, [\d,]+ solo en el portal, 1 solo en Moodle/);
  assert.match(first.plain, /Aprobado con 18 Aprobado con 15/);
  const there = await admin.get(`/mooc/${curso.id}/conciliacion?ver=ALLA`);
  escaped(assert, there);
  const both = await admin.get(`/mooc/${curso.id}/conciliacion?ver=AMBOS`);
  assert.match(both.plain, /Aprobado con 16 Aprobado con 16/);
  assert.match(both.plain, /Sin resultado Todavía no tiene nota/);
  assert.equal((await admin.get(`/mooc/${curso.id}/conciliacion?ver=AQUI`)).status, 200);
  assert.match((await admin.get(`/mooc/${curso.id}/conciliacion?ver=AMBOS&despues=9000000000`)).plain, /Nadie/);
});

test('who may', async () => {
  await refusals(assert, `/mooc/${newCurso({ moodle_id: 7 }).id}/conciliacion`, { role: 'ORH_JEFE' });
  assert.equal((await admin.get('/mooc/999999999/conciliacion')).status, 404);
});
