// Pauses: of one person or of the entity, with a reason, until a day, lifted again.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn } from './mundo.mjs';

const path = (e) => `/recordatorio/${e.id}/pausa`;

test('of a person, once however often it is sent; lifted by a button', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  const v = newVinculo(e, { persona: newPersona({ nombres: canary }) });
  for (let i = 0; i < 2; i++) {
    await orh.get(path(e));
    await orh.submit({ documento: v.persona.dni, motivo: canary, hasta: day(10).text });
    assert.equal(orh.last.status, 303, orh.last.plain);
  }
  await orh.follow();
  assert.match(orh.last.plain, /Ya había una pausa así/);
  escaped(assert, orh.last);
  assert.equal(one(`SELECT count(*) FROM recordatorio_pausa WHERE entidad_id = ${e.id} AND persona_id = ${v.persona.id}`), '1');
  for (let i = 0; i < 2; i++) {
    await orh.get(path(e));
    if (i === 0) await orh.submit({ levantar: one(`SELECT id FROM recordatorio_pausa WHERE entidad_id = ${e.id}`) });
    else await orh.post(path(e), { levantar: one(`SELECT id FROM recordatorio_pausa WHERE entidad_id = ${e.id}`) });
    assert.equal(orh.last.status, 303);
  }
  assert.match((await orh.follow()).plain, /Se levantó la pausa.*No hay ninguna pausa/);
});

test('of the whole entity; what is wrong is said at its field', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e);
  for (const [values, message] of [[{ motivo: '' }, /Escriba el motivo/], [{ motivo: 'x' }, /escriba 3 caracteres o más/],
    [{ motivo: 'Prueba', hasta: day(-1).text }, /ya pasó/], [{ motivo: 'Prueba', hasta: '31/02/2027' }, /fecha/i],
    [{ motivo: 'Prueba', documento: '99999999' }, /Nadie de la entidad/]]) {
    await orh.get(path(e));
    await orh.submit({ documento: '', hasta: '', ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
  }
  assert.equal(orh.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'documento').value, '99999999', 'kept');
  await orh.submit({ motivo: 'Mudanza de local', documento: '' });
  assert.match((await orh.follow()).plain, /Toda la entidad Mudanza de local Que se levante/);
  const admin = signedIn('SERVIR_ADMIN');
  assert.match((await admin.get(path(e))).plain, /Mudanza/, 'SERVIR sees it');
});

test('who may not', async () => {
  const e = newEntidad();
  await refusals(assert, path(e), { owner: signedIn('ORH_ANALISTA', e), foreign: signedIn('ORH_ANALISTA', newEntidad()), values: { motivo: 'Prueba' } });
  const other = newEntidad(), orh = signedIn('ORH_JEFE', e), theirs = newVinculo(other);
  await orh.get(path(e));
  assert.equal((await orh.post(path(other), { motivo: 'Prueba' })).status, 404);
  await orh.get(path(e));
  assert.equal((await orh.post(path(e), { motivo: 'Prueba', documento: theirs.persona.dni })).status, 422);
});
