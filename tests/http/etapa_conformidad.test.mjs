// What servidor and jefe say of a finished stage: kept, shown, odd when it is a no, and it blocks nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, one, signedIn, sql } from './mundo.mjs';
import { box, stage, withBoss } from './tareas.mjs';

const e = newEntidad(), orh = signedIn('ORH_JEFE', e);
const path = (v, t) => `/etapa/${stage(v, t)}/conformidad`;
const finish = (v, t, state = 'CULMINADA') => sql(`UPDATE etapa SET estado = '${state}', fecha_fin = hoy() - 2 WHERE id = ${stage(v, t)}`);

test('the servidor says no with a comment, then yes; both stay in the history; SERVIR sees the oddity', async () => {
  const { v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona);
  assert.match((await own.get(path(v, 'ENTIDAD'))).plain, /todavía no termina/);
  finish(v, 'ENTIDAD');
  assert.match(one(`SELECT rareza FROM etapa WHERE id = ${stage(v, 'ENTIDAD')}`), /SIN_CONFORMIDAD/);
  assert.match((await own.get('/mi/inicio')).plain, /Confirmar que la recibió/);
  await own.get(path(v, 'ENTIDAD'));
  const refused = await own.submit({ conforme: 'NO' });
  assert.equal(refused.status, 422);
  assert.match(refused.plain, /Cuente qué faltó/);
  assert.ok(box(refused, 'conforme').find((f) => f.value === 'NO').checked);
  assert.equal((await own.submit({ conforme: 'NO', comentario: `No hubo charla ${canary}` })).status, 303);
  assert.equal((await own.get(path(v, 'ENTIDAD')), await own.submit({ conforme: 'NO', comentario: `No hubo charla ${canary}` })).status, 303);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'DISCONFORMIDAD'`), '1', 'twice is once');
  const queue = await signedIn('SERVIR_REVISOR').get(`/servir/revision?q=${e.sigla}`);
  assert.match(queue.plain, /la persona dice que no la recibió/);
  const ficha = await orh.get(`/servidor/${v.id}/ficha`);
  assert.match(ficha.plain, /La persona dice que no la recibió \(\d\d\/\d\d\/\d{4}\): «No hubo charla/);
  escaped(assert, ficha);
  await own.get(path(v, 'ENTIDAD'));
  await own.submit({ conforme: 'SI', comentario: '' });
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo IN ('CONFORMIDAD', 'DISCONFORMIDAD')`), '2');
  assert.ok(!(one(`SELECT rareza FROM etapa WHERE id = ${stage(v, 'ENTIDAD')}`) ?? '').includes('CONFORM'));
  // Opened again, it is asked anew.
  sql(`UPDATE etapa SET estado = 'PENDIENTE', fecha_fin = NULL WHERE id = ${stage(v, 'ENTIDAD')}`);
  assert.equal(one(`SELECT conforme_servidor FROM etapa WHERE id = ${stage(v, 'ENTIDAD')}`), undefined);
});

test('a validated stage is answered too, and stays validated', async () => {
  const { v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona);
  finish(v, 'ENTIDAD', 'VALIDADA');
  await own.get(path(v, 'ENTIDAD'));
  assert.equal((await own.submit({ conforme: 'NO', comentario: 'Faltó la visita' })).status, 303, own.last.plain);
  assert.deepEqual(sql(`SELECT estado, conforme_servidor FROM etapa WHERE id = ${stage(v, 'ENTIDAD')}`), [['VALIDADA', 'f']]);
});

test('the jefe of stage C, when the ORH finished it; finishing it oneself is agreeing', async () => {
  const { boss, v } = withBoss(e), jefe = signedIn('JEFE', e, boss.persona);
  finish(v, 'ESPECIFICA');
  assert.match(one(`SELECT rareza FROM etapa WHERE id = ${stage(v, 'ESPECIFICA')}`), /SIN_CONFORMIDAD_JEFE/);
  assert.match((await jefe.get('/mi/inicio')).plain, /¿Está conforme\?/);
  await jefe.get(path(v, 'ESPECIFICA'));
  assert.equal((await jefe.submit({ conforme: 'SI' })).status, 303);
  assert.equal(one(`SELECT conforme_jefe FROM etapa WHERE id = ${stage(v, 'ESPECIFICA')}`), 't');
  const { boss: b2, v: w } = withBoss(e), other = signedIn('JEFE', e, b2.persona);
  await other.get(`/etapa/${stage(w, 'ESPECIFICA')}/marcar`);
  await other.submit({ estado: 'CULMINADA', fecha: day(0).text });
  assert.equal(one(`SELECT conforme_jefe FROM etapa WHERE id = ${stage(w, 'ESPECIFICA')}`), 't');
});

test('whose it is not: 404; other roles 403; forged 403', async () => {
  const { boss, v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona), jefe = signedIn('JEFE', e, boss.persona);
  finish(v, 'ENTIDAD');
  finish(v, 'ESPECIFICA');
  for (const [c, t] of [[jefe, 'ENTIDAD'], [own, 'ESTADO'], [signedIn('SERVIDOR', e, withBoss(e).v.persona), 'ENTIDAD'], [signedIn('JEFE', e, withBoss(e).boss.persona), 'ESPECIFICA'],
    [signedIn('SERVIDOR', newEntidad(), v.persona), 'ENTIDAD']]) {
    assert.equal((await c.get(path(v, t))).status, 404);
    await c.get('/cuenta/sesiones');
    assert.equal((await c.post(path(v, t), { conforme: 'NO', comentario: 'Ajena' })).status, 404);
  }
  for (const c of [orh, signedIn('SERVIR_ADMIN')]) assert.equal((await c.get(path(v, 'ENTIDAD'))).status, 403);
  await own.get(path(v, 'ENTIDAD'));
  assert.equal((await own.post(path(v, 'ENTIDAD'), { conforme: 'NO', comentario: 'x', csrf: 'A'.repeat(43) })).status, 403);
  await own.get(path(v, 'ENTIDAD'));
  assert.equal((await own.post(path(v, 'ENTIDAD'), { conforme: 'QUIZAS', comentario: '' })).status, 422);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo LIKE '%CONFORMIDAD'`), '0');
});
