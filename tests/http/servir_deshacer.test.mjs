// A reviewer takes back what they decided a moment before: whole, once, and only while nobody went on from there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const revisor = signedIn('SERVIR_REVISOR'), admin = signedIn('SERVIR_ADMIN');
// A finished stage with everything that an observation erases.
function finished(e, options = {}) {
  const v = newVinculo(e, options);
  const id = one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(-50).iso}', motivo = 'La recibió en otra sede' WHERE id = ${id};
    UPDATE etapa SET conforme_servidor = true, conforme_servidor_en = now(), comentario_servidor = 'Todo bien' WHERE id = ${id};
    UPDATE etapa SET en_cola_desde = now() - interval '3 days' WHERE id = ${id}`);
  return { v, id };
}
const kept = (id) => one(`SELECT jsonb_build_array(estado, fecha_inicio, fecha_fin, motivo, conforme_servidor, conforme_servidor_en, comentario_servidor,
  en_cola_desde, rareza, heredada_de) FROM etapa WHERE id = ${id}`);
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);
const events = (x) => one(`SELECT string_agg(tipo, ' ' ORDER BY id) FROM evento WHERE vinculo_id = ${x.v.id} AND datos ->> 'etapa_id' = '${x.id}'`);
const act = (x) => one(`SELECT max(id) FROM evento WHERE vinculo_id = ${x.v.id} AND tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA')`);
const enrolment = (x) => one(`SELECT i.estado FROM inscripcion i JOIN etapa e ON e.inscripcion_id = i.id WHERE e.id = ${x.id}`);
async function validate(e, c = revisor) {
  await c.get(`/servir/revision?q=${e.sigla}`);
  await c.submit({ confirmo: '1' });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}
async function observe(x, c = revisor) {
  await c.get(`/etapa/${x.id}/observar`);
  await c.submit({ motivo: 'Falta la lista firmada' });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}
async function undo(x, c = revisor) {
  const page = await c.get(`/servir/deshacer/${act(x)}`);
  assert.match(page.text, /<button>Deshacer/);
  return c.post(page.path, {});
}

test('many that were validated come back to where they were, from the queue; twice is once', async () => {
  const e = newEntidad(), all = [finished(e, { persona: newPersona({ nombres: canary }) }), finished(e), finished(e)];
  const before = all.map((x) => kept(x.id)), was = all.map(enrolment);
  const queue = await validate(e);
  assert.deepEqual(all.map((x) => state(x.id)), ['VALIDADA', 'VALIDADA', 'VALIDADA']);
  assert.match(queue.plain, /Usted validó 3 etapas\. Puede deshacerlo hasta el/);
  const page = await revisor.get(`/servir/deshacer/${act(all[0])}`);
  assert.match(page.plain, /Validó 3 etapas.*Estas etapas vuelven a como estaban/);
  escaped(assert, page);
  for (let i = 0; i < 2; i++) {
    revisor.last = queue;
    await revisor.submit({}, { form: '/servir/deshacer/' });
    assert.equal(revisor.last.status, 303, revisor.last.plain);
    assert.match((await revisor.follow()).plain, i === 0 ? /Se deshizo su decisión/ : /ya estaba deshecha/);
  }
  assert.doesNotMatch(revisor.last.plain, /Usted validó/);
  assert.deepEqual(all.map((x) => kept(x.id)), before, 'all of it, the place in the queue too');
  assert.deepEqual(all.map(enrolment), was);
  assert.deepEqual(all.map(events), Array(3).fill('ETAPA_VALIDADA ETAPA_DESHECHA'), 'nothing is erased');
  assert.equal(one(`SELECT count(*) FROM evento x JOIN etapa e ON e.id = ${all[0].id} AND strpos(x.datos::text, e.constancia) > 0
    WHERE x.vinculo_id = ${all[0].v.id}`), '0', 'the code of a constancia is written nowhere else');
  assert.match((await revisor.get(`/servir/deshacer/${act(all[0])}`)).plain, /ya está deshecha/);
  const rows = await revisor.get(`/servir/decisiones?q=${e.sigla}`);
  assert.match(rows.plain, /Se deshizo la decisión.*Validada Se deshizo después/);
  assert.equal((rows.text.match(/\/servir\/deshacer\//g) ?? []).length, 0);
  assert.match((await revisor.get(`/servidor/${all[1].v.id}/historia`)).plain, /SERVIR deshizo su decisión sobre la etapa/);
});

test('an observation comes back with what it erased, from the decisions', async () => {
  const e = newEntidad(), x = finished(e), before = kept(x.id);
  await observe(x);
  assert.equal(state(x.id), 'OBSERVADA');
  assert.equal(one(`SELECT conforme_servidor IS NULL FROM etapa WHERE id = ${x.id}`), 't');
  await revisor.get(`/servir/decisiones?q=${e.sigla}`);
  const link = /\/servir\/deshacer\/\d+/.exec(revisor.last.text)[0];
  assert.match((await revisor.get(link)).plain, /Observó 1 etapa.*Esta etapa vuelve a como estaba.*Usted observó: Falta la lista firmada/);
  await revisor.post(link, {});
  assert.equal(revisor.last.status, 303, revisor.last.plain);
  assert.equal(kept(x.id), before);
  assert.equal(one(`SELECT count(*) FROM avance WHERE vinculo_id = ${x.v.id} AND observada`), '0');
  // Decided again, and the old page does nothing to that.
  await validate(e);
  assert.equal((await revisor.post(link, {})).status, 303);
  assert.match((await revisor.follow()).plain, /ya estaba deshecha/);
  assert.equal(state(x.id), 'VALIDADA');
});

test('what an administrator took back is validated again when that is undone', async () => {
  const e = newEntidad(), x = finished(e);
  await validate(e);
  const validated = kept(x.id);
  await admin.get(`/etapa/${x.id}/observar`);
  await admin.submit({ motivo: 'La lista era de otro mes', reabrir: '1' });
  assert.equal(state(x.id), 'OBSERVADA');
  assert.equal((await undo(x, admin)).status, 303, admin.last.plain);
  assert.equal(kept(x.id), validated);
  // The validation before it is no longer the last that happened to the stage.
  const first = one(`SELECT min(id) FROM evento WHERE vinculo_id = ${x.v.id} AND tipo = 'ETAPA_VALIDADA'`);
  assert.match((await revisor.get(`/servir/deshacer/${first}`)).plain, /Ya no se puede deshacer/);
});

test('somebody went on from there: none of the act comes back, and it says whose', async () => {
  const e = newEntidad(), name = `Siguió ${e.sigla}`, worked = [
    (x) => sql(`UPDATE etapa SET fecha_limite = fecha_limite + 1 WHERE id = ${x.id}`),
    (x) => sql(`INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
      VALUES (${x.id}, ${x.v.id}, ${e.id}, encode(sha256('${e.sigla}'), 'hex'), 'image/png', 1, 'a.png', ${revisor.usuario})`),
    (x) => sql(`WITH m AS (INSERT INTO muestra (nombre, estado, desde, hasta, semilla, tamano, poblacion, huella, usuario_id)
        VALUES ('Muestra', 'VALIDADA', hoy(), hoy(), 'prueba-${e.sigla}', 1, 1, repeat('a', 64), ${revisor.usuario}) RETURNING id)
      INSERT INTO muestra_etapa (muestra_id, orden, etapa_id, sorteo) SELECT id, 1, ${x.id}, repeat('b', 64) FROM m`)];
  for (const work of worked) {
    const other = finished(e), x = finished(e, { persona: newPersona({ nombres: name }) });
    await validate(e);
    const page = await revisor.get(`/servir/deshacer/${act(x)}`);
    work(x);
    await revisor.post(page.path, {});
    assert.equal(revisor.last.status, 422);
    assert.match(revisor.last.plain, new RegExp(`No se deshizo nada\\. Prueba Ficticia, ${name}: [a-z]`));
    assert.doesNotMatch(revisor.last.text, /<button>Deshacer/);
    assert.deepEqual([x, other].map((y) => state(y.id)), ['VALIDADA', 'VALIDADA']);
  }
});

test('another entity recognised the stage meanwhile: it stays; one that registers during the undoing reads what it left', async () => {
  const e = newEntidad(), there = newEntidad(), all = [finished(e), finished(e)];
  const ids = all.map((x) => one(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(-50).iso}'
    WHERE vinculo_id = ${x.v.id} AND tipo = 'ESTADO' RETURNING id`));
  sql(`UPDATE etapa SET estado = 'NO_APLICA', fecha_fin = NULL WHERE id IN (${all.map((x) => x.id)})`);
  const copy = (v) => one(`SELECT concat_ws(' ', estado, heredada_de) FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESTADO'`);
  const before = newVinculo(there, { persona: all[0].v.persona });
  assert.equal(copy(before), `CULMINADA ${ids[0]}`);
  await validate(e);
  assert.equal((await undo(all[0])).status, 303, 'who took it over before that decision has another decision');
  await validate(e);
  const after = newVinculo(there, { persona: all[1].v.persona });
  assert.equal(copy(after), `VALIDADA ${ids[1]}`);
  const page = await revisor.get(`/servir/deshacer/${act(all[0])}`);
  assert.match(page.plain, /ya se reconoció en otra entidad/);
  assert.doesNotMatch(page.text, /<button>Deshacer/);
  assert.equal((await revisor.post(page.path, {})).status, 422);
  assert.deepEqual(ids.map(state), ['VALIDADA', 'VALIDADA']);

  // Both ways to register.
  const sheet = (to, persona) => {
    const id = one(`INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
      VALUES (${persona.id}, ${to.id}, 'Analista', '15', '${day(-60).iso}', '${day(-60).iso}') RETURNING id`);
    sql(`SELECT set_config('portal.rol', 'ORH_JEFE', true), set_config('portal.entidad', '${to.id}', true);
      WITH p AS (INSERT INTO planilla (entidad_id, usuario_id, nombre, sha256, formato)
        VALUES (${to.id}, ${revisor.usuario}, 'a.csv', repeat('a', 64), 'CSV') RETURNING id)
      INSERT INTO planilla_fila (planilla_id, entidad_id, numero, crudo, celdas, estado, vinculo_id) SELECT id, ${to.id}, 1, '{}', '{}', 'REGISTRADA', ${id} FROM p;
      SELECT planilla_inscribir(ARRAY(SELECT id FROM planilla_fila WHERE vinculo_id = ${id}))`);
    return { id };
  };
  for (const register of [(to, persona) => newVinculo(to, { persona }), sheet]) {
    sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE id = ${ids[0]}`);
    const undoing = spawn('psql', ['-Xq', process.env.STACK_DB_ADMIN, '-c', `BEGIN; UPDATE portal.etapa SET estado = 'CULMINADA' WHERE id = ${ids[0]};
      SELECT pg_sleep(1); COMMIT`], { stdio: 'ignore' });
    const ended = once(undoing, 'exit');
    while (one(`SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%id = ${ids[0]};%pg_sleep%' AND wait_event = 'PgSleep'`) === '0') await pause(20);
    assert.equal(copy(register(newEntidad(), all[0].v.persona)), `CULMINADA ${ids[0]}`);
    assert.equal((await ended)[0], 0);
  }
});

test('two tabs at once, and an ORH that corrects at that moment: one of them, whole', async () => {
  const e = newEntidad(), all = [finished(e), finished(e)];
  await validate(e);
  const path = `/servir/deshacer/${act(all[0])}`;
  const both = await Promise.all([revisor.post(path, {}), revisor.post(path, {})]);
  assert.deepEqual(both.map((r) => r.status), [303, 303]);
  assert.deepEqual(all.map(events), Array(2).fill('ETAPA_VALIDADA ETAPA_DESHECHA'));
  const orh = signedIn('ORH_ANALISTA', e), x = all[0];
  for (let i = 0; i < 4; i++) {
    await observe(x);
    await orh.get(`/etapa/${x.id}/marcar`);
    const [back, corrected] = await Promise.all([revisor.post(`/servir/deshacer/${act(x)}`, {}),
      orh.submit({ estado: 'EN_CURSO', fecha: day(-50).text })]);
    const done = [back.status === 303, corrected.status === 303];
    assert.deepEqual(done, done[0] ? [true, false] : [false, true], `${back.status} ${corrected.status}`);
    assert.equal(state(x.id), done[0] ? 'CULMINADA' : 'EN_CURSO');
    sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_inicio = NULL, fecha_fin = '${day(-50).iso}' WHERE id = ${x.id}`);
  }
});

test('after its minutes, and of somebody else: no', async () => {
  const e = newEntidad(), x = finished(e);
  await validate(e);
  const id = act(x);
  assert.equal((await admin.get(`/servir/deshacer/${id}`)).status, 404);
  await admin.get('/servir/revision');
  assert.equal((await admin.post(`/servir/deshacer/${id}`, {})).status, 404, 'a decision is undone by who took it');
  const late = one(`INSERT INTO evento (persona_id, vinculo_id, entidad_id, tipo, datos, usuario_id, conocido_en)
    SELECT persona_id, vinculo_id, entidad_id, tipo, datos, usuario_id, now() - interval '10 minutes' FROM evento WHERE id = ${id} RETURNING id`);
  assert.match((await revisor.get(`/servir/deshacer/${late}`)).plain, /Ya pasó el tiempo/);
  const rs = await revisor.post(`/servir/deshacer/${late}`, {});
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Ya pasó el tiempo para deshacerla/);
  assert.equal(state(x.id), 'VALIDADA');
  await refusals(assert, `/servir/deshacer/${id}`, { owner: revisor, role: 'ORH_JEFE', values: {} });
  assert.equal((await signedIn('AUDITOR').get(`/servir/deshacer/${id}`)).status, 403);
});
