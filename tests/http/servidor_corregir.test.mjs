import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_ANALISTA', there);
const path = (v) => `/servidor/${v.id}/corregir`;
const persona = (v) => sql(`SELECT nombres, apellido_paterno, correo FROM persona WHERE id = ${v.persona.id}`)[0];

test('a correction rewrites what is in force; the old value stays in the history and the audit', async () => {
  const v = newVinculo(here);
  await orh.get(path(v));
  assert.equal(orh.last.status, 200);
  await orh.submit({ motivo: 'Nombre mal copiado', nombres: `José ${canary}`, correo: 'prueba@entidad.example', puesto: 'Auxiliar' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  escaped(assert, await orh.follow());
  assert.deepEqual(persona(v), [`José ${canary}`, 'Prueba', 'prueba@entidad.example']);
  assert.deepEqual(sql(`SELECT puesto, desde FROM vinculo_cambio WHERE vinculo_id = ${v.id}`), [['Auxiliar', v.ingreso]]);
  assert.equal(one(`SELECT antes ->> 'nombres' FROM auditoria WHERE tabla = 'persona' AND registro_id = '${v.persona.id}'
    AND accion = 'UPDATE' AND usuario_id = ${orh.usuario}`), 'Persona');
  const story = await orh.get(`/servidor/${v.id}/historia`);
  assert.match(story.plain, /Nombres: Persona → José/);
  assert.match(story.plain, /Motivo: Nombre mal copiado/);
});

test('a corrected entry date moves the open stages', async () => {
  const v = newVinculo(here);
  const before = one(`SELECT min(fecha_limite) FROM etapa WHERE vinculo_id = ${v.id}`);
  await orh.get(path(v));
  await orh.submit({ motivo: 'Fecha mal escrita', fecha_ingreso: day(-50).text, fecha_inicio_puesto: day(-50).text });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.ok(one(`SELECT min(fecha_limite) FROM etapa WHERE vinculo_id = ${v.id}`) > before);
});

test('refused, with the message and what was typed', async () => {
  const v = newVinculo(here);
  const tries = [[{ motivo: '' }, /qué estaba mal/], [{ nombres: '' }, /Escriba los nombres/],
    [{ apellido_paterno: '', apellido_materno: '' }, /al menos un apellido/], [{ correo: 'sin arroba' }, /correo completo/],
    [{ celular: 'abc' }, /número con sus dígitos/], [{ digito: 'Z' }, /no corresponde al número/],
    [{ fecha_ingreso: day(200).text, fecha_inicio_puesto: day(200).text }, /90 días desde hoy/],
    [{ fecha_inicio_puesto: day(-90).text }, /no puede ser anterior al ingreso/],
    [{ fecha_nacimiento: day(0).text }, /anterior al ingreso/], [{ puesto: 'x'.repeat(201) }, /200 caracteres/],
    [{ motivo: 'Nada que corregir' }, /No cambió ningún dato/], [{ modalidad: 'OTRA' }, /elija una opción/]];
  for (const [values, message] of tries) {
    await orh.get(path(v));
    await orh.submit({ motivo: 'Algo estaba mal', documento_sustento: 'motivo' in values ? '' : canary, ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
    if (!('motivo' in values)) escaped(assert, orh.last);
  }
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id}`), '0');
});

test('a person of two entities: contact yes, identity only SERVIR', async () => {
  const shared = newPersona({ nombres: 'Compartida' });
  const v = newVinculo(here, { persona: shared });
  newVinculo(there, { persona: shared });
  await orh.get(path(v));
  assert.match(orh.last.plain, /Otra entidad también tiene a esta persona/);
  assert.ok(!orh.last.plain.includes(there.nombre), 'which one is not said');
  assert.ok(!orh.last.forms.some((f) => f.fields.some((x) => x.name === 'sexo')));
  await orh.submit({ motivo: 'Correo mal escrito', nombres: 'Cambiada A Mano', correo: 'nuevo@entidad.example' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.deepEqual(persona(v), ['Compartida', 'Prueba', 'nuevo@entidad.example']);
  const asOrh = (what) => sql(`BEGIN; SET LOCAL ROLE portal_app; SELECT set_config('portal.rol', 'ORH_ANALISTA', true),
    set_config('portal.entidad', '${here.id}', true); UPDATE persona SET ${what} WHERE id = ${shared.id} RETURNING id; ROLLBACK`).at(-1)[0];
  assert.equal(asOrh("celular = '987654321', sexo = 'MUJER'"), shared.id, 'what is empty may be filled in');
  assert.throws(() => asOrh("nombres = 'Otra'"), /another entity has this person/, 'the table says so too');
});

test('after the end only the vinculo is corrected', async () => {
  const v = newVinculo(here);
  sql(`UPDATE vinculo SET fecha_cese = '${day(-5).iso}' WHERE id = ${v.id}`);
  await orh.get(path(v));
  assert.match(orh.last.plain, /solo se corrigen los datos del vínculo/);
  await orh.submit({ motivo: 'Puesto mal escrito', puesto: 'Puesto bueno' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.equal(one(`SELECT puesto FROM vinculo WHERE id = ${v.id}`), 'Puesto bueno');
});

test('two at once, and a second click', async () => {
  const v = newVinculo(here);
  const second = signedIn('ORH_JEFE', here);
  await orh.get(path(v));
  await second.get(path(v));
  const page = orh.last;
  await orh.submit({ motivo: 'Primero en guardar', nombres: 'Nombre Primero' });
  assert.equal(orh.last.status, 303);
  orh.last = page;
  await orh.submit({ motivo: 'Primero en guardar', nombres: 'Nombre Primero' });
  assert.equal(orh.last.status, 303, 'a second click is no conflict');
  await second.submit({ motivo: 'Segundo en guardar', nombres: 'Nombre Segundo' });
  assert.equal(second.last.status, 422);
  assert.match(second.last.plain, /guardado ahora Nombres Nombre Primero/);
  assert.equal(persona(v)[0], 'Nombre Primero');
  await second.submit({ nombres: 'Nombre Segundo' });
  assert.equal(second.last.status, 303, second.last.plain);
  assert.equal(persona(v)[0], 'Nombre Segundo');
});

test('who may not', async () => {
  const v = newVinculo(here);
  const values = { version: '1-1', motivo: 'Ajena', nombres: 'Ajena', apellido_paterno: 'Ajena', puesto: 'Ajeno',
    regimen: '15', modalidad: 'PRESENCIAL', fecha_ingreso: day(-60).text, fecha_inicio_puesto: day(-60).text };
  await refusals(assert, path(v), { owner: orh, foreign: other, values });
  assert.equal(persona(v)[0], 'Persona');
});
