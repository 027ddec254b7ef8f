// A result by hand: with its file, for one's own people alone, and SERVIR sees where it comes from.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { canary, day, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { newCurso, results, stage } from './mooc.mjs';
import { newPlan } from './tareas.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), foreign = signedIn('ORH_ANALISTA', there);
const png = () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'), Buffer.from(String(Math.random()))]);
const send = async (c, v, values, data = png()) => {
  await c.get(`/mooc/${v.id}/resultado`);
  return c.upload(`/mooc/${v.id}/resultado`, { estado: 'APROBADO', nota: '16', fecha: day(-3).text, sustento: 'Constancia 12', ...values },
    data ? { archivo: { filename: 'constancia.png', data } } : {});
};

test('a pass with its constancia ends stage A; twice changes nothing', async () => {
  const v = newVinculo(here), curso = newCurso();
  const data = png();
  assert.equal((await send(orh, v, { curso: curso.id }, data)).status, 303, orh.last.plain);
  await orh.follow();
  assert.match(orh.last.plain, /Aprobado con 16 de 20.*Fuente: a mano, intento 1\. Constancia 12/);
  assert.match(stage(v), /^CULMINADA/);
  assert.match(one(`SELECT motivo FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESTADO'`), /: Aprobado con 16, a mano \(Constancia 12\)$/);
  await send(orh, v, { curso: curso.id }, data);
  assert.match((await orh.follow()).plain, /no cambió nada/);
  assert.deepEqual(results(v), ['1 APROBADO 16.00 MANO']);
  assert.equal(one(`SELECT count(*) FROM evidencia e JOIN etapa t ON t.id = e.etapa_id WHERE t.vinculo_id = ${v.id}`), '1');
  const revisor = signedIn('SERVIR_REVISOR');
  assert.match((await revisor.get(`/servidor/${v.id}/ficha`)).plain, /Fuente: a mano/);
  const link = /href="(\/evidencia\/\d+\/archivo)"/.exec(revisor.last.text)[1];
  assert.equal((await revisor.get(link)).status, 200);
});

test('what does not fit is said at its field, and nothing is kept', async () => {
  const v = newVinculo(here), curso = newCurso(), other = newCurso({ edicion_id: one(`SELECT id FROM edicion WHERE codigo LIKE 'DIRECTIVOS%' LIMIT 1`) });
  for (const [values, message, data] of [[{ nota: '' }, 'escriba la nota'], [{ nota: '10' }, 'no se aprueba el curso'], [{ nota: '21' }, 'dentro de la escala'],
    [{ nota: 'x' }, 'dentro de la escala'], [{ estado: 'DESAPROBADO' }, 'el curso se aprueba'], [{ fecha: day(2).text }, 'posterior a hoy'],
    [{ fecha: '' }, 'complete este dato'], [{ curso: other.id }, 'lista'], [{ curso: '' }, 'Elija el curso'], [{ estado: '' }, 'Elija el resultado'],
    [{}, 'Elija el archivo', null], [{}, 'PDF o una foto', Buffer.from('no es una foto')], [{ sustento: 'x' }, '']]) {
    const rs = await send(orh, v, { curso: curso.id, ...values }, data === undefined ? png() : data);
    assert.equal(rs.status, 422, `${JSON.stringify(values)} ${message}: ${rs.status}`);
    assert.ok(rs.plain.includes(message), `${message} in ${rs.plain}`);
  }
  assert.deepEqual(results(v), []);
  assert.equal(stage(v), 'PENDIENTE -');
  const shown = await send(orh, v, { curso: curso.id, nota: '', sustento: canary });
  assert.ok(!shown.text.includes(canary) && shown.text.includes('&lt;b&gt;'));
});

test('files of tasks are no files of the stage: ten of them leave room, and the same file may be both', async () => {
  const e = newEntidad(), office = signedIn('ORH_ANALISTA', e), curso = newCurso(), data = png(), plan = newPlan(e, []);
  sql(`INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
    VALUES (${plan}, ${e.id}, 'SERVIR', 'ESTADO', 1, 'Llevar el curso', 'SERVIDOR', 30, 'CALENDARIO')`);
  const v = newVinculo(e);
  const sha = createHash('sha256').update(data).digest('hex');
  sql(`INSERT INTO evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
    SELECT etapa_id, id, vinculo_id, entidad_id, CASE n WHEN 0 THEN '${sha}' ELSE repeat('0', 63) || n - 1 END, 'image/png', 1, 'Prueba', ${office.usuario}
    FROM actividad, generate_series(0, 10) n WHERE vinculo_id = ${v.id}`);
  assert.equal((await send(office, v, { curso: curso.id }, data)).status, 303, office.last.plain);
  assert.equal(one(`SELECT x.actividad_id IS NULL FROM curso_resultado r JOIN evidencia x ON x.id = r.evidencia_id WHERE r.vinculo_id = ${v.id}`), 't');
  assert.match((await office.get(`/servidor/${v.id}/tareas`)).plain, /No tiene tareas pendientes con esta persona/);
});

test('a validated stage takes none', async () => {
  const v = newVinculo(here), curso = newCurso();
  sql(`UPDATE etapa SET estado = 'VALIDADA', fecha_fin = hoy() WHERE vinculo_id = ${v.id} AND tipo = 'ESTADO'`);
  assert.match((await orh.get(`/mooc/${v.id}/resultado`)).plain, /ya no recibe resultados/);
  assert.equal((await send(orh, v, { curso: curso.id })).status, 422);
});

test('who may', async () => {
  const v = newVinculo(here), curso = newCurso();
  await refusals(assert, `/mooc/${v.id}/resultado`, { owner: orh, foreign, role: 'SERVIR_ADMIN', values: { curso: curso.id, estado: 'APROBADO', fecha: day(-1).text } });
  assert.equal((await send(foreign, v, { curso: curso.id })).status, 404);
  assert.deepEqual(results(v), []);
});
