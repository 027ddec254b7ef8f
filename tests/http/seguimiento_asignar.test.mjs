// SERVIR entrusts entities: one, many, all of a region; moved between gestores with their history.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';
import { gestor, newContacto } from './seguimiento.mjs';

const admin = signedIn('SERVIR_ADMIN');
const box = (e) => `${e.id}.${one(`SELECT version FROM entidad WHERE id = ${e.id}`)}`;
const holder = (e) => one(`SELECT usuario_id FROM cartera WHERE entidad_id = ${e.id} AND hasta IS NULL`);
const region = () => one(`SELECT codigo FROM ubigeo WHERE nivel = 'DISTRITO' AND codigo LIKE '17%' ORDER BY codigo LIMIT 1`);

test('one, moved to another, back: the history tells', async () => {
  const e = newEntidad(), g = gestor(), h = gestor();
  for (const [to, why] of [[g, 'Primera asignación'], [h, 'Carga pareja'], [g, canary]]) {
    await admin.get(`/seguimiento/asignar?entidad=${e.id}`);
    assert.ok(admin.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'marca').on, 'the only one comes ticked');
    await admin.submit({ destino: to.usuario, motivo: why });
    assert.equal(admin.last.status, 303, admin.last.plain);
    assert.equal(holder(e), to.usuario);
  }
  assert.equal(one(`SELECT count(*) FROM cartera WHERE entidad_id = ${e.id}`), '3');
  newContacto(g, e, -1, { tema: 'Sigue con la entidad' });
  const rs = await g.get(`/seguimiento/${e.id}/entidad`);
  assert.match(rs.plain, /Quién la acompañó.*Gestor Prueba, desde el.*Carga pareja.*Primera asignación/);
  escaped(assert, rs);
  assert.equal((await h.get(`/seguimiento/${e.id}/entidad`)).status, 404);
  await admin.get(`/seguimiento/asignar?entidad=${e.id}`);
  await admin.submit({ destino: g.usuario });
  assert.match((await admin.follow()).plain, /nada cambió/);
});

test('some by ticking, all by a filter', async () => {
  const place = region(), list = Array.from({ length: 4 }, () => newEntidad()), g = gestor(), h = gestor();
  sql(`UPDATE entidad SET ubigeo = '${place}', nivel_gobierno = 'REGIONAL' WHERE id IN (${list.map((e) => e.id)})`);
  await admin.get('/seguimiento/asignar?region=17&nivel=REGIONAL');
  await admin.submit({ marca: [box(list[0]), box(list[1])], destino: g.usuario });
  assert.deepEqual(list.map(holder), [g.usuario, g.usuario, undefined, undefined]);
  await admin.get('/seguimiento/asignar?region=17&nivel=REGIONAL&gestor=SIN');
  await admin.submit({ todas: '1', destino: h.usuario });
  assert.equal(admin.last.status, 303, admin.last.plain);
  assert.deepEqual(list.map(holder), [g.usuario, g.usuario, h.usuario, h.usuario]);
  sql(`UPDATE cartera SET hasta = now() WHERE usuario_id IN (${g.usuario}, ${h.usuario}) AND hasta IS NULL`);
});

test('refused: nothing ticked, no gestor, an account that is none', async () => {
  const e = newEntidad(), g = gestor(), orh = signedIn('ORH_JEFE', e);
  for (const [values, message] of [[{ destino: g.usuario, marca: [] }, 'Marque por lo menos'], [{ destino: '' }, 'Elija al gestor']]) {
    await admin.get(`/seguimiento/asignar?entidad=${e.id}`);
    await admin.submit(values);
    assert.equal(admin.last.status, 422, message);
    assert.match(admin.last.plain, new RegExp(message));
  }
  await admin.get(`/seguimiento/asignar?entidad=${e.id}`);
  assert.equal((await admin.post('/seguimiento/asignar', { marca: box(e), destino: orh.usuario })).status, 422);
  await admin.get(`/seguimiento/asignar?entidad=${e.id}`);
  assert.equal((await admin.post('/seguimiento/asignar', { marca: '999999999.1', destino: g.usuario })).status, 422);
  assert.equal(holder(e), undefined);
  await refusals(assert, '/seguimiento/asignar', { owner: admin, role: 'SERVIR_REVISOR', values: { marca: box(e), destino: g.usuario } });
});
