import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { planned, stateOf, task } from './tareas.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_JEFE', there);
const path = (v) => `/servidor/${v.id}/cambiar`;
const periods = (v) => sql(`SELECT desde, hasta, puesto, jefe_nombre FROM vinculo_cambio WHERE vinculo_id = ${v.id} ORDER BY desde`);

test('a change closes the period and opens the next', async () => {
  const v = newVinculo(here);
  await orh.get(path(v));
  assert.equal(orh.last.status, 200);
  await orh.submit({ desde: day(-10).text, puesto: 'Jefa de prueba', motivo: 'Ascenso' });
  assert.equal(orh.last.status, 303);
  assert.equal(orh.last.location, `/servidor/${v.id}/ficha`);
  assert.deepEqual(periods(v), [[v.ingreso, day(-11).iso, v.puesto, ''], [day(-10).iso, '', 'Jefa de prueba', '']]);
  assert.match((await orh.follow()).plain, /Se registró el cambio/);
});

test('refused: no date, a future one, one before the period, nothing changed', async () => {
  const v = newVinculo(here);
  const tries = [[{ desde: '' }, /desde qué fecha/], [{ desde: '32/13/2020' }, /escriba la fecha/],
    [{ desde: day(3).text, puesto: 'Otro' }, /no puede ser futura/], [{ desde: v.ingreso, puesto: 'Otro' }, /posterior al/],
    [{ desde: day(-5).text }, /No cambió ningún dato/], [{ desde: day(-5).text, puesto: '' }, /nombre del puesto/],
    [{ desde: day(-5).text, regimen: 'ZZZ' }, /ya no existe/], [{ desde: day(-5).text, organo_id: there.organo }, /ya no existe/]];
  for (const [values, message] of tries) {
    await orh.get(path(v));
    await orh.submit({ motivo: canary, ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
    escaped(assert, orh.last);
  }
  assert.equal(periods(v).length, 1);
});

test('the jefe: found by document, asked when in doubt, free text otherwise', async () => {
  const v = newVinculo(here);
  const boss = newVinculo(here, { persona: newPersona({ nombres: 'Jefatura', paterno: 'Sintetica', materno: 'Uno' }) });
  newVinculo(here, { persona: newPersona({ nombres: 'Jefatura', paterno: 'Sintetica', materno: 'Dos' }) });
  await orh.get(path(v));
  await orh.submit({ desde: day(-30).text, jefe_nombre: 'sintética jefatura' });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /Elija quién es el jefe/);
  await orh.submit({ jefe_id: boss.id });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.equal(one(`SELECT jefe_vinculo_id FROM vinculo WHERE id = ${v.id}`), boss.id);
  await orh.get(path(v));
  await orh.submit({ desde: day(-20).text, jefe_nombre: 'Nadie Deaqui' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.deepEqual(sql(`SELECT jefe_vinculo_id, jefe_nombre FROM vinculo WHERE id = ${v.id}`), [['', 'Nadie Deaqui']]);
  await orh.get(path(v));
  await orh.submit({ desde: day(-10).text, jefe_nombre: boss.persona.dni });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.equal(one(`SELECT jefe_vinculo_id FROM vinculo WHERE id = ${v.id}`), boss.id);
  await orh.get(path(v));
  await orh.submit({ desde: day(-5).text, jefe_nombre: '97999999' });
  assert.match(orh.last.plain, /Nadie de su entidad tiene ese documento/);
});

test('two at once: the second sees what is stored, then saves; a second click changes nothing', async () => {
  const v = newVinculo(here);
  const second = signedIn('ORH_JEFE', here);
  await orh.get(path(v));
  await second.get(path(v));
  const form = { desde: day(-8).text, puesto: 'Puesto del primero' };
  await orh.submit(form);
  assert.equal(orh.last.status, 303);
  await second.submit({ desde: day(-7).text, puesto: 'Puesto del segundo' });
  assert.equal(second.last.status, 422);
  assert.match(second.last.plain, /Otra persona guardó cambios.*Puesto Puesto del primero/);
  await second.submit({ puesto: 'Puesto del segundo' });
  assert.equal(second.last.status, 303, second.last.plain);
  assert.equal(periods(v).length, 3);

  await orh.get(path(v));
  const page = orh.last;
  await orh.submit({ desde: day(-2).text, puesto: 'Dos veces' });
  orh.last = page;
  await orh.submit({ desde: day(-2).text, puesto: 'Dos veces' });
  assert.equal(orh.last.status, 303);
  assert.equal(periods(v).length, 4);
});

test('who may not', async () => {
  const v = newVinculo(here);
  const values = { version: '1-1', desde: day(-1).text, puesto: 'X Y', regimen: '15', modalidad: 'PRESENCIAL' };
  await refusals(assert, path(v), { owner: orh, foreign: other, values });
  await refusals(assert, path(v), { role: 'SERVIR_REVISOR' });
  assert.equal((await orh.get('/servidor/999999999/cambiar')).status, 404);
});

test('another unit: what is not done follows the version of the plan that the person has; what is done stays', async () => {
  const e = planned([['ENTIDAD', 'ORH', 'Bienvenida'], ['ENTIDAD', 'ORH', 'Visita a la sede'], ['ESPECIFICA', 'JEFE', 'Manual de campo'], ['ENTIDAD', 'ORH', 'Curso de altura'],
    ['ENTIDAD', 'ORH', 'Ya dada']]), office = signedIn('ORH_JEFE', e);
  const unit = (name) => one(`INSERT INTO organo (entidad_id, nombre, tipo, nivel) VALUES (${e.id}, '${name}', 'LINEA', 3) RETURNING id`), sede = unit('Sede'), campo = unit('Campo');
  const only = (title, column, value) => sql(`UPDATE plan_actividad SET ${column} = ${value} WHERE entidad_id = ${e.id} AND titulo = '${title}'`);
  for (const t of ['Visita a la sede', 'Ya dada']) only(t, 'unidad_id', sede);
  only('Manual de campo', 'unidad_id', campo);
  only('Curso de altura', 'regimenes', "'{17}'");
  const v = newVinculo(e, { organo: sede }), mine = () => sql(`SELECT titulo, estado FROM actividad WHERE vinculo_id = ${v.id} ORDER BY titulo`).map((r) => r.join('=')).join(' ');
  assert.equal(mine(), 'Bienvenida=PENDIENTE Visita a la sede=PENDIENTE Ya dada=PENDIENTE');
  sql(`UPDATE actividad SET estado = 'HECHA', hecha_el = hoy() - 1 WHERE id = ${task(v, 'Ya dada')}`);
  // A later version of the plan is not theirs.
  const version = one(`SELECT plan_id FROM actividad WHERE id = ${task(v, 'Bienvenida')}`);
  await office.get(path(v));
  assert.equal((await office.submit({ desde: day(-1).text, organo_id: campo })).status, 303, office.last.plain);
  assert.match((await office.follow()).plain, /Se registró el cambio\. Sus tareas por hacer se ajustaron .* las hechas quedan/);
  assert.equal(mine(), 'Bienvenida=PENDIENTE Manual de campo=PENDIENTE Visita a la sede=NO_APLICA Ya dada=HECHA');
  assert.equal(one(`SELECT count(DISTINCT plan_id) || '.' || min(plan_id) FROM actividad WHERE vinculo_id = ${v.id}`), `1.${version}`);
  assert.match((await office.get(`/servidor/${v.id}/tareas`)).plain, /Ya no le corresponde por su unidad, régimen o grupo/);
  assert.ok(Number(one(`SELECT count(*) FROM auditoria WHERE tabla = 'actividad' AND registro_id = '${task(v, 'Visita a la sede')}' AND usuario_id = ${office.usuario}`)) > 0);
  // And back, as an error put right; what somebody said is not for them stays so.
  sql(`UPDATE actividad SET estado = 'NO_APLICA', motivo = 'Lo dijo su ORH' WHERE id = ${task(v, 'Bienvenida')}`);
  await office.get(`/servidor/${v.id}/corregir`);
  assert.equal((await office.submit({ organo_id: sede, motivo: 'Unidad mal elegida' })).status, 303, office.last.plain);
  assert.match((await office.follow()).plain, /Se guardó la corrección\. Sus tareas por hacer se ajustaron/);
  assert.equal(mine(), 'Bienvenida=NO_APLICA Manual de campo=NO_APLICA Visita a la sede=PENDIENTE Ya dada=HECHA');
  // A finished stage keeps what it had; what has nothing to do with the plan says nothing of it.
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  sql(`UPDATE vinculo SET organo_id = ${campo} WHERE id = ${v.id}`);
  assert.equal(stateOf(v, 'Visita a la sede'), 'PENDIENTE');
  await office.get(`/servidor/${v.id}/corregir`);
  assert.equal((await office.submit({ puesto: 'Otro puesto', motivo: 'Puesto mal escrito' })).status, 303);
  assert.ok(!(await office.follow()).plain.includes('Sus tareas'));
});
