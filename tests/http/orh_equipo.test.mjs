// The team of an ORH: analysts, and a substitute until a date.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, day, escaped, newDni, newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';

const person = (more) => ({ que: 'ORH_ANALISTA', tipo_documento: '01', documento: newDni(), nombres: 'Persona', apellido_paterno: 'Prueba', ...more });
const linkOf = (rs) => /cuenta\/enlace\/[A-Za-z0-9_-]{43}"/.test(rs.text);

test('an analyst is named, seen in the team, and taken out', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  await c.get('/orh/equipo');
  const v = person({ apellido_paterno: 'Analizada' });
  assert.ok(linkOf(await c.submit(v)));
  const team = await c.get('/orh/equipo');
  assert.match(team.plain, /Persona Analizada DNI \d{8} Analista de ORH Aún no crea su contraseña Otro enlace/);
  const twice = await c.submit(v);
  assert.equal(twice.status, 422);
  assert.ok(twice.plain.includes('ya tiene ese rol'));
  assert.equal(one(`SELECT count(*) FROM asignacion WHERE entidad_id = ${e.id} AND rol = 'ORH_ANALISTA'`), '1');
});

test('a substitute has the role until the date, in this entity', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  await c.get('/orh/equipo');
  assert.ok(linkOf(await c.submit(person({ que: 'ORH_JEFE', hasta: day(15).text, apellido_paterno: 'Sustituta' }))));
  assert.match((await c.get('/orh/equipo')).plain, new RegExp(`Persona Sustituta DNI \\d{8} Jefatura de ORH, sustituye hasta el ${day(15).text}`));
  assert.equal(one(`SELECT count(*) FROM asignacion WHERE entidad_id = ${e.id} AND rol = 'ORH_JEFE' AND hasta = '${day(15).iso}' AND sustituye_a IS NOT NULL`), '1');
});

test('a substitute names nobody to stand in for them', async () => {
  const e = newEntidad();
  const head = signedIn('ORH_JEFE', e);
  const c = signedIn('ORH_JEFE', newEntidad());
  sql(`UPDATE asignacion SET entidad_id = ${e.id}, hasta = '${day(15).iso}',
    sustituye_a = (SELECT id FROM asignacion WHERE usuario_id = ${head.usuario}) WHERE usuario_id = ${c.usuario}`);
  await c.get('/orh/equipo');
  const rs = await c.submit(person({ que: 'ORH_JEFE', hasta: day(5).text }));
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /no puede nombrar a otro sustituto/);
  await c.get('/orh/equipo');
  assert.ok(linkOf(await c.submit(person())), 'but an analyst');
  sql(`UPDATE asignacion SET revocada_en = now() WHERE usuario_id = ${head.usuario}`);
  assert.equal((await c.get('/orh/equipo')).status, 303, 'and stands in no longer than there is a head');
});

test('what is wrong is told, and what was typed stays', async () => {
  const c = signedIn('ORH_JEFE', newEntidad());
  const tries = [[{ que: '' }, 'Elija si será analista'], [{ que: 'SERVIR_ADMIN' }, 'opción de la lista'], [{ que: 'ORH_JEFE' }, 'hasta qué día le sustituye'],
    [{ que: 'ORH_JEFE', hasta: day(-1).text }, 'La fecha ya pasó'], [{ que: 'ORH_JEFE', hasta: day(800).text }, 'un año como máximo'], [{ hasta: day(-1).text }, 'La fecha ya pasó'],
    [{ documento: '123' }, 'Revise el número'], [{ nombres: '' }, 'no conoce a esta persona'], [{ correo: 'a@b' }, 'Escriba el correo completo']];
  for (const [bad, message] of tries) {
    await c.get('/orh/equipo');
    const rs = await c.post('/orh/equipo', person({ motivo: canary, ...bad }));
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), message);
    escaped(assert, rs);
  }
});

test('another entity does not show; only the head', async () => {
  const e = newEntidad();
  signedIn('ORH_ANALISTA', e, newPersona({ nombres: 'Ajena', paterno: 'Lejana' }));
  const other = newEntidad();
  const c = signedIn('ORH_JEFE', other);
  assert.ok(!(await c.get('/orh/equipo')).plain.includes('Ajena Lejana'));
  await refusals(assert, '/orh/equipo', { owner: c, role: 'ORH_ANALISTA', values: person() });
  assert.equal((await signedIn('SERVIR_ADMIN').get('/orh/equipo')).status, 403);
});
