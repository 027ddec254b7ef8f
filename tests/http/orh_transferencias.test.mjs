import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const from = newEntidad(), to = newEntidad(), third = newEntidad();
const origin = signedIn('ORH_JEFE', from), target = signedIn('ORH_ANALISTA', to), stranger = signedIn('ORH_JEFE', third);

function propose({ nombres = 'Persona', fecha = day(-5).iso } = {}) {
  const v = newVinculo(from, { persona: newPersona({ nombres }) });
  const id = one(`INSERT INTO transferencia (vinculo_id, persona_id, entidad_origen, entidad_destino, fecha, motivo,
      persona_nombre, persona_documento, puesto_origen)
    SELECT id, persona_id, entidad_id, ${to.id}, '${fecha}', 'Designación', nombre_completo, documento, puesto
    FROM vinculo WHERE id = ${v.id} RETURNING id`);
  return { ...v, transferencia: id, path: `/orh/transferencias?propuesta=${id}` };
}
const state = (t) => one(`SELECT estado FROM transferencia WHERE id = ${t.transferencia}`);

test('accepted: the old entity keeps its period, the new one starts its stages, Estado is kept', async () => {
  const t = propose({ nombres: `Persona ${canary}` });
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_inicio = '${day(-50).iso}', fecha_fin = '${day(-40).iso}'
    WHERE vinculo_id = ${t.id} AND tipo = 'ESTADO'`);
  const boss = newVinculo(to);
  escaped(assert, await target.get('/orh/transferencias'));
  await target.get(t.path);
  escaped(assert, target.last);
  assert.equal((await target.get(`/servidor/${t.id}/ficha`)).status, 404, 'nothing else of them before');
  await target.get(t.path);
  const page = target.last;
  await target.submit({ puesto: 'Especialista', organo_id: to.organo, jefe_nombre: boss.persona.dni });
  assert.equal(target.last.status, 303, target.last.plain);
  const [[id]] = sql(`SELECT vinculo_nuevo_id FROM transferencia WHERE id = ${t.transferencia} AND estado = 'ACEPTADA'`);
  assert.equal(target.last.location, `/servidor/${id}/ficha`);
  assert.match((await target.follow()).plain, /Aceptó la transferencia.*Reconocida de su entidad anterior/);
  assert.deepEqual(sql(`SELECT entidad_id, puesto, organo_id, jefe_vinculo_id, fecha_ingreso FROM vinculo WHERE id = ${id}`),
    [[to.id, 'Especialista', to.organo, boss.id, day(-5).iso]]);
  assert.equal(one(`SELECT jefe_vinculo_id FROM vinculo_cambio WHERE vinculo_id = ${id}`), boss.id);
  assert.equal(one(`SELECT fecha_cese FROM vinculo WHERE id = ${t.id}`), day(-6).iso);
  assert.deepEqual(sql(`SELECT tipo, estado FROM etapa WHERE vinculo_id = ${id} ORDER BY tipo`),
    [['ENTIDAD', 'PENDIENTE'], ['ESPECIFICA', 'PENDIENTE'], ['ESTADO', 'CULMINADA']]);
  assert.match((await origin.get(`/servidor/${t.id}/historia`)).plain, /Salida por transferencia/);
  assert.equal((await origin.get(`/servidor/${id}/ficha`)).status, 404);

  target.last = page;
  await target.submit({ puesto: 'Especialista' });
  assert.equal(target.last.location, `/servidor/${id}/ficha`, 'a second click');
});

test('rejected with a reason that the origin reads', async () => {
  const t = propose();
  await target.get(t.path);
  await target.submit({ puesto: 'Especialista' }, { button: 'accion=RECHAZAR' });
  assert.equal(target.last.status, 422);
  assert.match(target.last.plain, /Escriba por qué la rechaza/);
  await target.submit({ respuesta: `No corresponde ${canary}` }, { button: 'accion=RECHAZAR' });
  assert.equal(target.last.status, 303, target.last.plain);
  assert.equal(state(t), 'RECHAZADA');
  await origin.get('/orh/transferencias');
  assert.match(origin.last.plain, /No corresponde/);
  escaped(assert, origin.last);
  assert.match((await origin.get(t.path)).plain, /Rechazada/);
});

test('withdrawn by the origin; then it cannot be accepted', async () => {
  const t = propose();
  await target.get(t.path);
  await origin.get(t.path);
  await origin.submit({ respuesta: '' });
  assert.equal(origin.last.status, 303, origin.last.plain);
  assert.equal(state(t), 'RETIRADA');
  await target.submit({ puesto: 'Especialista' });
  assert.equal(target.last.location, '/orh/transferencias');
  assert.match((await target.follow()).plain, /ya estaba resuelta/);
  assert.equal(one(`SELECT count(*) FROM vinculo WHERE persona_id = ${t.persona.id}`), '1');
});

test('refused: no post, a unit of another entity, an unknown action, already here', async () => {
  const t = propose();
  for (const [values, message, button] of [[{ puesto: '' }, /puesto en su entidad/], [{ organo_id: third.organo }, /unidad de la lista/],
    [{ puesto: 'X Y' }, /elija una opción/, 'accion=OTRA'], [{ jefe_nombre: '97999999' }, /Nadie de su entidad/]]) {
    await target.get(t.path);
    await target.submit({ organo_nombre: '', puesto: 'Especialista', ...values }, button ? { button } : {});
    assert.equal(target.last.status, 422, JSON.stringify(values));
    assert.match(target.last.plain, message);
  }
  newVinculo(to, { persona: t.persona });
  await target.get(t.path);
  await target.submit({ puesto: 'Especialista' });
  assert.match(target.last.plain, /ya tiene un vínculo en su entidad/);
  assert.equal(state(t), 'PROPUESTA');
});

test('each side does only its own part; a third entity sees nothing', async () => {
  const t = propose();
  await refusals(assert, t.path, { owner: target, foreign: stranger, role: 'SERVIR_REVISOR',
    values: { propuesta: t.transferencia, accion: 'ACEPTAR', puesto: 'Ajeno' } });
  await stranger.get('/orh/transferencias');
  assert.ok(!stranger.last.plain.includes(t.persona.dni));
  const act = (c, accion) => c.post('/orh/transferencias', { propuesta: t.transferencia, accion, puesto: 'Ajeno', respuesta: 'no' });
  for (const [c, accion] of [[stranger, 'RECHAZAR'], [stranger, 'RETIRAR'], [origin, 'ACEPTAR'], [origin, 'RECHAZAR'], [target, 'RETIRAR']]) {
    await c.get('/orh/transferencias');
    assert.equal((await act(c, accion)).status, 404, accion);
  }
  assert.equal(state(t), 'PROPUESTA');
  for (const id of ['0', 'x', '999999999']) {
    const rs = await target.get(`/orh/transferencias?propuesta=${id}`);
    assert.deepEqual([rs.status, rs.h1, rs.text.includes('¿Qué hago aquí?')], [404, 'No encontramos la página', false], 'not half a page');
  }
});
