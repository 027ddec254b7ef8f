import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

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
