// A contact is corrected by a new one: the first stays and no longer counts.
import assert from 'node:assert/strict';
import test from 'node:test';
import { day, newEntidad, one, refusals, signedIn } from './mundo.mjs';
import { gestor, newContacto } from './seguimiento.mjs';

test('the first stays, marked; the light counts the new one', async () => {
  const e = newEntidad(), g = gestor(e), id = newContacto(g, e, 0, { tema: 'Fecha equivocada' });
  signedIn('ORH_JEFE', e);
  await g.get(`/seguimiento/${id}/corregir`);
  assert.equal(g.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'tema').value, 'Fecha equivocada');
  const page = g.last;
  await g.submit({ fecha: day(-40).text, tema: 'Fecha correcta' });
  assert.match((await g.follow()).plain, /Se anotó la corrección.*sin contacto|sin contacto hace 40 días/);
  assert.match(g.last.plain, /Fecha equivocada Corregido después.*Fecha correcta Corrección/);
  g.last = page;
  await g.submit({ fecha: day(-41).text, tema: 'Otra vez' });
  assert.match((await g.follow()).plain, /no se duplicó/);
  assert.equal(one(`SELECT count(*) FROM contacto WHERE entidad_id = ${e.id}`), '2');
  await g.get(`/seguimiento/${id}/corregir`);
  assert.match(g.last.plain, /Solo corrige quien lo anotó, y una vez/);
});

test('not another one\'s, not in the future', async () => {
  const e = newEntidad(), g = gestor(e), h = gestor(e), id = newContacto(g, e, -1);
  await h.get(`/seguimiento/${id}/corregir`);
  assert.match(h.last.plain, /Solo corrige quien lo anotó/);
  assert.equal((await h.post(`/seguimiento/${id}/corregir`, { fecha: day(0).text, canal: 'CORREO', tema: 'Ajeno' })).status, 422);
  await g.get(`/seguimiento/${id}/corregir`);
  await g.submit({ fecha: day(2).text });
  assert.equal(g.last.status, 422);
  await refusals(assert, `/seguimiento/${id}/corregir`, { owner: g, foreign: gestor(newEntidad()), role: 'ORH_JEFE', values: { fecha: day(0).text, canal: 'CORREO', tema: 'Tema' } });
  assert.equal(one(`SELECT count(*) FROM contacto WHERE entidad_id = ${e.id}`), '1');
});
