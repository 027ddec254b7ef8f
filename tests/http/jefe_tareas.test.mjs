// The one page of a jefe without an account: tick, date, save; it ends with the task and shows nothing of others.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { client } from './client.mjs';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, quote, signedIn, sql } from './mundo.mjs';
import { planned, stage as stageOf, stageState, stateOf, task } from './tareas.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
const stage = (v) => one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESPECIFICA'`);
const state = (v) => one(`SELECT estado FROM etapa WHERE id = ${stage(v)}`);
let last = 0;
// A jefe with people, and the link that the ORH hands over.
export function led(n = 1, { ent = e, persona = newPersona({ nombres: 'Jefa', paterno: `Demo ${++last}` }) } = {}) {
  const boss = newVinculo(ent, { persona, ingreso: day(-400).iso });
  const people = Array.from({ length: n }, (_, i) => newVinculo(ent, { persona: newPersona({ nombres: `Nueva ${i}`, paterno: 'Demo' }) }));
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id IN (${people.map((p) => p.id)})`);
  return { boss, people };
}
async function link(v, c = orh, values = {}) {
  await c.get(`/servidor/${v.id}/jefe`);
  const rs = await c.submit({ accion: 'GENERAR', ...values });
  const url = /value="(https:[^"]*\/jefe\/[\w-]{43})"/.exec(rs.text)?.[1];
  assert.ok(url, rs.plain);
  return new URL(url).pathname;
}
const box = (page, name) => page.forms.flatMap((f) => f.fields).filter((f) => f.name === name);
const gone = async (path) => assert.equal((await client().get(path)).status, 410);

test('each look through the link is on record for each person whom it shows', async () => {
  const { people } = led(2), path = await link(people[0]), c = client();
  for (let i = 0; i < 2; i++) assert.equal((await c.get(path)).status, 200);
  for (const v of people) {
    assert.deepEqual(sql(`SELECT coalesce(usuario_id::text, '-'), rol, tabla, entidad_id, address <> '', request <> '' FROM acceso WHERE persona_id = ${v.persona.id} AND tabla = 'jefe_enlace'`),
      Array(2).fill(['-', 'JEFE', 'jefe_enlace', e.id, 't', 't']));
  }
  await gone(`/jefe/${'A'.repeat(43)}`);
  const mine = signedIn('SERVIR_ADMIN');
  assert.match((await mine.get('/auditoria/lista?vista=accesos&tabla=jefe_enlace')).plain, /Enlace personal de un jefe/);
});

test('opened as often as a mail program likes, it changes nothing; then tick, save, done; twice is once', async () => {
  const { people: [v] } = led(), path = await link(v);
  const before = one(`SELECT md5(string_agg(k::text, '')) FROM jefe_enlace k`);
  const c = client();
  for (let i = 0; i < 3; i++) {
    const page = await c.get(path);
    assert.equal(page.status, 200);
    assert.match(page.plain, /Demo Ficticia, Nueva 0/);
    assert.ok(!page.plain.includes(v.persona.dni), 'no document');
    assert.ok(page.text.includes('no-store') || /no-store/.test(page.headers['cache-control'] ?? ''), page.headers['cache-control']);
  }
  assert.equal(one(`SELECT md5(string_agg(k::text, '')) FROM jefe_enlace k`), before);
  const tick = box(c.last, 'etapa')[0].value, date = box(c.last, `d-e-${stage(v)}`)[0].value;
  assert.equal(date, day(0).text);
  const other = client();
  await other.get(path);
  for (const x of [c, c, other]) {
    const rs = await x.post(path, { etapa: tick, [`d-e-${stage(v)}`]: date });
    assert.deepEqual([rs.status, rs.location], [303, path], rs.plain);
    assert.match((await x.follow()).plain, /Ya no queda nada por marcar/);
  }
  assert.equal(state(v), 'CULMINADA');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ETAPA_CULMINADA'`), '1');
  assert.match(one(`SELECT datos ->> 'por' FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ETAPA_CULMINADA'`), /^Enlace del jefe Demo/);
  assert.match(one(`SELECT via FROM auditoria WHERE tabla = 'etapa' AND registro_id = '${stage(v)}' ORDER BY id DESC LIMIT 1`), /^Enlace del jefe Demo/);
  assert.match((await signedIn('AUDITOR').get('/auditoria/lista?tabla=etapa')).plain, /Enlace del jefe Demo/);
  assert.equal(one(`SELECT conforme_jefe FROM etapa WHERE id = ${stage(v)}`), 't', 'who finishes it agrees');
});

test('the same day it can be undone; the day after the link is over', async () => {
  const { people: [v] } = led(), path = await link(v), c = client();
  await c.get(path);
  await c.submit({ etapa: box(c.last, 'etapa')[0].value });
  await c.follow();
  await c.submit({ deshacer: box(c.last, 'deshacer')[0].value });
  assert.equal(c.last.status, 303, c.last.plain);
  assert.equal(state(v), 'PENDIENTE');
  assert.equal(one(`SELECT conforme_jefe FROM etapa WHERE id = ${stage(v)}`), undefined);
  sql(`UPDATE jefe_enlace SET vence_el = hoy() - 1 WHERE clave = 'P${one(`SELECT jefe_persona_id FROM vinculo WHERE id = ${v.id}`)}'`);
  await gone(path);
  await c.get('/cuenta/ingresar');
  assert.equal((await c.post(path, { etapa: `${stage(v)}.3`, [`d-e-${stage(v)}`]: day(0).text })).status, 410);
  assert.equal(state(v), 'PENDIENTE');
});

test('what the ORH finished, or they themselves another day, the link does not undo', async () => {
  const { people: [v, w] } = led(2), path = await link(v), c = client(), id = stage(v);
  await c.get(path);
  await c.submit({ etapa: box(c.last, 'etapa').find((f) => f.value.startsWith(`${id}.`)).value });
  assert.equal(state(v), 'CULMINADA');
  for (const change of ["conforme_jefe_en = now() - interval '2 days'", 'conforme_jefe = NULL, conforme_jefe_en = NULL']) {
    sql(`UPDATE etapa SET ${change} WHERE id = ${id}`);
    await c.get(path);
    const rs = await c.post(path, { deshacer: `${id}.${one(`SELECT version FROM etapa WHERE id = ${id}`)}` });
    assert.equal(rs.status, 422, rs.plain);
    assert.deepEqual([state(v), state(w)], ['CULMINADA', 'PENDIENTE']);
  }
});

test('an answer that carries more than its stage and version is none', async () => {
  const { people: [v] } = led(), path = await link(v), c = client(), id = stage(v);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE id = ${id}`);
  for (const more of ['|', '.', '|2026-01-01|x', `||\ne|${id}|1|2026-99-99|`, 'x', ' ']) {
    await c.get(path);
    const rs = await c.post(path, { [`d-q-${id}`]: `s${id}.3${more}`, [`d-k-${id}`]: 'y'.repeat(500) });
    assert.ok([400, 422].includes(rs.status), `${JSON.stringify(more)} ${rs.status}`);
  }
  assert.equal(one(`SELECT conforme_jefe FROM etapa WHERE id = ${id}`), undefined);
});

test('dates: tomorrow, before the entry, none; what was typed stays, nothing is half saved', async () => {
  const { people: [v, w] } = led(2), path = await link(v), c = client();
  const [a, b] = [v, w].map(stage);
  for (const [text, said] of [[day(1).text, /posterior a hoy/], [day(-61).text, /anterior a su ingreso/], ['31/02/2026', /Revise las fechas/], ['', /Revise las fechas/]]) {
    const page = await c.get(path), ticks = box(page, 'etapa').map((f) => f.value);
    const rs = await c.submit({ etapa: ticks, [`d-e-${a}`]: text, [`d-e-${b}`]: day(-2).text });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, said);
    assert.equal(box(rs, `d-e-${a}`)[0].value, text);
    assert.equal(box(rs, `d-e-${b}`)[0].value, day(-2).text);
    assert.ok(box(rs, 'etapa').every((f) => f.checked));
    assert.deepEqual([state(v), state(w)], ['PENDIENTE', 'PENDIENTE']);
  }
  await c.get(path);
  assert.match((await c.submit({})).plain, /Marque por lo menos una tarea/);
});

test('two tabs: what another changed meanwhile is refused and shown', async () => {
  const { people: [v] } = led(), path = await link(v), c = client();
  await c.get(path);
  const tick = box(c.last, 'etapa')[0].value;
  sql(`UPDATE etapa SET estado = 'EN_CURSO' WHERE id = ${stage(v)}`);
  const rs = await c.post(path, { etapa: tick, [`d-e-${stage(v)}`]: day(0).text });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /cambió mientras usted la veía/);
  await c.get(path);
  assert.equal((await c.submit({ etapa: box(c.last, 'etapa')[0].value })).status, 303);
});

test('only their people, whatever the form says', async () => {
  const { people: [v] } = led(), foreign = led(1, { ent: newEntidad() }).people[0], colleague = led().people[0];
  const path = await link(v), c = client();
  const b = one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  for (const id of [stage(foreign), stage(colleague), b, '999999999999']) {
    for (const name of ['etapa', 'deshacer']) {
      await c.get(path);
      const rs = await c.post(path, { [name]: `${id}.1`, [`d-e-${id}`]: day(0).text });
      assert.equal(rs.status, 422, name);
      assert.match(rs.plain, /no está a su alcance/);
    }
    await c.get(path);
    assert.equal((await c.post(path, { [`d-q-${id}`]: `n${id}.1`, [`d-k-${id}`]: 'No' })).status, 422);
  }
  assert.ok(!(await c.get(path)).plain.includes('999'));
  assert.deepEqual([foreign, colleague].map(state), ['PENDIENTE', 'PENDIENTE']);
  assert.equal(one(`SELECT estado FROM etapa WHERE id = ${b}`), 'PENDIENTE');
});

test('it ends when the jefe changes, leaves, or the ORH says so; another link ends the one before', async () => {
  const a = led(), first = await link(a.people[0]), second = await link(a.people[0]);
  await gone(first);
  assert.equal((await client().get(second)).status, 200);
  const b = led();
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${b.boss.id} WHERE id = ${a.people[0].id}`);
  await gone(second);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${a.boss.id} WHERE id = ${a.people[0].id}`);
  await gone(second);
  const third = await link(b.people[0]);
  sql(`UPDATE vinculo SET fecha_cese = hoy() - 1 WHERE id = ${b.boss.id}`);
  await gone(third);
  const d = led(), fourth = await link(d.people[0]);
  await orh.get(`/servidor/${d.people[0].id}/jefe`);
  assert.equal((await orh.submit({ accion: 'ANULAR' })).status, 303);
  assert.match((await orh.follow()).plain, /ya no sirve/);
  await gone(fourth);
  const f = led(), fifth = await link(f.people[0]);
  sql(`UPDATE vinculo SET fecha_cese = hoy() - 1 WHERE id = ${f.people[0].id}`);
  await gone(fifth);
});

test('the ORH finished it first: the jefe is asked whether they agree, and a no asks why', async () => {
  const { people: [v] } = led(), path = await link(v), c = client(), id = stage(v);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() - 3 WHERE id = ${id}`);
  const page = await c.get(path);
  assert.match(page.plain, /¿Está conforme\?/);
  const [yes, no] = box(page, `d-q-${id}`).map((f) => f.value);
  assert.ok(yes.startsWith('s'));
  assert.match((await c.submit({ [`d-q-${id}`]: no })).plain, /escriba qué faltó/);
  await c.get(path);
  assert.equal((await c.submit({ [`d-q-${id}`]: no, [`d-k-${id}`]: canary })).status, 303);
  assert.equal(one(`SELECT conforme_jefe || comentario_jefe FROM etapa WHERE id = ${id}`), `false${canary}`);
  assert.match(one(`SELECT rareza FROM etapa WHERE id = ${id}`), /JEFE_NO_CONFORME/);
  const ficha = await orh.get(`/servidor/${v.id}/ficha`);
  assert.match(ficha.plain, /Su jefe no está conforme/);
  escaped(assert, ficha);
});

test('a jefe known by name alone; a hostile token; a forged form; somebody else signed in', async () => {
  const v = newVinculo(e), w = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_nombre = 'Ñahui Prueba, José' WHERE id = ${v.id}; UPDATE vinculo SET jefe_nombre = 'NAHUI PRUEBA JOSE' WHERE id = ${w.id}`);
  const path = await link(v), c = client();
  assert.equal(box(await c.get(path), 'etapa').length, 2);
  for (const bad of [`/jefe/${'A'.repeat(43)}`]) await gone(bad);
  for (const bad of ['/jefe/corto', `/jefe/${'A'.repeat(44)}`, `${path}/x`, `/jefe/${"'".repeat(43)}`]) assert.equal((await client().get(bad)).status, 404, bad);
  await c.get(path);
  const values = { etapa: box(c.last, 'etapa')[0].value, [`d-e-${stage(v)}`]: day(0).text };
  for (const csrf of [null, 'A'.repeat(43)]) assert.equal((await c.post(path, { ...values, csrf })).status, 403);
  assert.equal((await c.post(path, values, { headers: { origin: 'https://otro.example', 'sec-fetch-site': 'cross-site' } })).status, 403);
  assert.equal((await c.post(path, { ...values, otro: '1' })).status, 400);
  assert.equal(state(v), 'PENDIENTE');
  const reviewer = signedIn('SERVIR_REVISOR');
  await reviewer.get(path);
  assert.equal((await reviewer.submit({ etapa: box(reviewer.last, 'etapa').map((f) => f.value) })).status, 303);
  assert.deepEqual([state(v), state(w)], ['CULMINADA', 'CULMINADA']);
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE tabla = 'etapa' AND registro_id IN ('${stage(v)}') AND usuario_id IS NOT NULL`), '0');
});

test('with a plan: a tick and a date each, or all of it with the stage; what others owe comes first', async () => {
  const f = planned([['ESPECIFICA', 'JEFE', 'Explicar funciones'], ['ESPECIFICA', 'TUTOR', 'Acompañar'], ['ESPECIFICA', 'SERVIDOR', 'Leer el manual'],
    ['ENTIDAD', 'ORH', 'Bienvenida']]);
  const { people: [v, w] } = led(2, { ent: f }), office = signedIn('ORH_JEFE', f), path = await link(v, office), c = client();
  const page = await c.get(path);
  assert.ok(!page.plain.includes('Bienvenida'));
  assert.match(page.plain, /Podrá marcar que terminó cuando esté también: «Leer el manual» \(le toca al servidor\)/);
  assert.equal(box(page, 'etapa').length, 0);
  assert.equal(box(page, 'tarea').length, 4);
  const [a] = box(page, 'tarea').map((x) => x.value).filter((x) => x.startsWith(`${task(v, 'Explicar funciones')}.`));
  assert.equal((await c.submit({ tarea: a, [`d-t-${task(v, 'Explicar funciones')}`]: day(-3).text })).status, 303, c.last.plain);
  assert.deepEqual(sql(`SELECT estado, hecha_el, hecha_por_texto FROM actividad WHERE id = ${task(v, 'Explicar funciones')}`)[0].map((x) => x.replace(/ Demo.*/, '')),
    ['HECHA', day(-3).iso, 'Enlace del jefe']);
  assert.equal(stageState(v, 'ESPECIFICA'), 'EN_CURSO');
  await c.get(path);
  assert.equal((await c.submit({ desmarcar: box(c.last, 'desmarcar')[0].value })).status, 303);
  assert.equal(stateOf(v, 'Explicar funciones'), 'PENDIENTE');
  sql(`UPDATE actividad SET estado = 'HECHA', hecha_el = hoy() WHERE titulo = 'Leer el manual' AND vinculo_id IN (${v.id}, ${w.id})`);
  // The stage box stands for the rest; sent with one of its tasks, twice, in one go.
  await c.get(path);
  const values = { etapa: box(c.last, 'etapa').map((x) => x.value), tarea: a.replace(/\..*/, `.${one(`SELECT version FROM actividad WHERE id = ${task(v, 'Explicar funciones')}`)}`),
    [`d-t-${task(v, 'Explicar funciones')}`]: day(-1).text, [`d-e-${stageOf(v, 'ESPECIFICA')}`]: day(0).text, [`d-e-${stageOf(w, 'ESPECIFICA')}`]: day(0).text,
    csrf: box(c.last, 'csrf')[0].value };
  for (let i = 0; i < 2; i++) assert.equal((await c.post(path, values)).status, 303, c.last.plain);
  assert.deepEqual([v, w].map((x) => stageState(x, 'ESPECIFICA')), ['CULMINADA', 'CULMINADA']);
  assert.deepEqual(['Explicar funciones', 'Acompañar'].flatMap((t) => [v, w].map((x) => stateOf(x, t))), Array(4).fill('HECHA'));
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id IN (${v.id}, ${w.id}) AND tipo = 'TAREA_HECHA'`), '5', 'one of them twice, after its undoing');
  // Tasks of the ORH or of somebody else's people are not the jefe's.
  const other = led(1, { ent: f }).people[0];
  for (const id of [task(v, 'Bienvenida'), task(other, 'Explicar funciones')]) {
    await c.get('/cuenta/ingresar');
    assert.equal((await c.post(path, { tarea: `${id}.1`, [`d-t-${id}`]: day(0).text })).status, 422);
  }
  assert.deepEqual([stateOf(v, 'Bienvenida'), stateOf(other, 'Explicar funciones')], ['PENDIENTE', 'PENDIENTE']);
});

const kept = (data) => {
  const sha = createHash('sha256').update(data).digest('hex');
  return existsSync(`${process.env.STACK_DIR}/archivos/${sha.slice(0, 2)}/${sha}`);
};
const png = () => Buffer.concat([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'), randomBytes(8)]);
const asking = [['ESPECIFICA', 'JEFE', 'Conversar sobre el avance', { evidencia: true }], ['ESPECIFICA', 'TUTOR', 'Recorrer las oficinas', { evidencia: true, opcional: true }]];
const file = (page, v, t) => box(page, `d-f-${task(v, t)}.${one(`SELECT version FROM actividad WHERE id = ${task(v, t)}`)}`)[0];

test('a task that asks for evidence: the photo with the tick, in one go, twice is once; the ORH reads whose it is', async () => {
  const f = planned(asking), office = signedIn('ORH_JEFE', f), { people: [v] } = led(1, { ent: f }), path = await link(v, office), c = client();
  const page = await c.get(path), id = task(v, 'Conversar sobre el avance'), photo = png(), csrf = box(page, 'csrf')[0].value;
  assert.equal(file(page, v, 'Conversar sobre el avance').attributes.accept, 'image/jpeg,image/png,image/webp,application/pdf');
  const [tick] = box(page, 'etapa'), values = { csrf, etapa: tick.value, [`d-e-${stageOf(v, 'ESPECIFICA')}`]: day(0).text, [`d-t-${id}`]: day(-1).text };
  const without = await c.upload(path, values);
  assert.equal(without.status, 422);
  assert.match(without.plain, /No se guardó nada\..*falta la foto o el archivo de una tarea/);
  assert.equal(stateOf(v, 'Conversar sobre el avance'), 'PENDIENTE');
  for (let i = 0; i < 2; i++) {
    const rs = await c.upload(path, values, { [`d-f-${id}.1`]: { filename: `foto ${canary}.png`, data: photo } });
    assert.equal(rs.status, 303, rs.plain);
  }
  assert.deepEqual(sql(`SELECT actividad_id, usuario_id IS NULL, subida_por_texto LIKE 'Enlace del jefe %', tipo FROM evidencia WHERE vinculo_id = ${v.id}`), [[id, 't', 't', 'image/png']]);
  assert.deepEqual([stageState(v, 'ESPECIFICA'), stateOf(v, 'Conversar sobre el avance')], ['CULMINADA', 'HECHA']);
  assert.deepEqual(sql(`SELECT hecha_el FROM actividad WHERE id = ${id}`), [[day(-1).iso]]);
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE tabla = 'evidencia' AND via LIKE 'Enlace del jefe%' AND (despues ->> 'actividad_id') = '${id}'`), '1');
  assert.equal(one(`SELECT rareza ~ 'EVIDENCIA' FROM etapa WHERE id = ${stageOf(v, 'ESPECIFICA')}`) === 't', false, 'what may be left is not ticked without its file');
  escaped(assert, await office.get(`/tarea/${id}/evidencia`));
  assert.match(office.last.plain, /Enlace del jefe/);
  const shown = one(`SELECT id FROM evidencia WHERE vinculo_id = ${v.id}`);
  assert.ok((await office.get(`/evidencia/${shown}/archivo`)).buffer.equals(photo));
});

test('the photo alone marks its task; what is no photo, too large, of others, or with a dead link, keeps nothing', async () => {
  const f = planned(asking), office = signedIn('ORH_JEFE', f), { people: [v] } = led(1, { ent: f }), path = await link(v, office), c = client();
  const other = led(1, { ent: f }).people[0], id = task(v, 'Recorrer las oficinas'), count = () => one(`SELECT count(*) FROM evidencia WHERE entidad_id = ${f.id}`);
  const send = (to, task, data, more = {}) => c.upload(to, { csrf: box(c.last, 'csrf')[0]?.value, [`d-t-${task}`]: day(0).text, ...more }, { [`d-f-${task}.1`]: { filename: 'foto.png', data } });
  for (const [data, said, at = id, more] of [[Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /No es un PDF ni una foto.*foto\.png/], [Buffer.alloc(0), /Está vacío/],
    [Buffer.concat([png(), Buffer.alloc(5 << 20)]), /Pesa más de 5 MB/], [png(), /Revise la fecha/, id, { [`d-t-${id}`]: '31/02/2026' }], [png(), /posterior a hoy/, id, { [`d-t-${id}`]: day(1).text }],
    [png(), /no está a su alcance/, task(other, 'Recorrer las oficinas')]]) {
    await c.get(path);
    const rs = await send(path, at, data, more);
    assert.equal(rs.status, 422, rs.plain);
    assert.match(rs.plain, said);
  }
  await c.get(path);
  assert.equal((await send(`/jefe/${'A'.repeat(43)}`, id, png())).status, 410);
  assert.deepEqual([count(), stateOf(v, 'Recorrer las oficinas')], ['0', 'PENDIENTE']);
  // A link that was theirs and ended, with tasks left and with none: not even the bytes stay.
  const ended = led(1, { ent: f }), old = await link(ended.people[0], office);
  sql(`UPDATE jefe_enlace SET vence_el = hoy() - 1 WHERE clave = 'P${ended.boss.persona.id}'`);
  for (const cese of ['NULL', 'hoy() - 1']) {
    sql(`SET session_replication_role = replica; UPDATE vinculo SET fecha_cese = ${cese} WHERE id = ${ended.people[0].id}`);
    const photo = png();
    await c.get(path);
    assert.equal((await send(old, task(ended.people[0], 'Recorrer las oficinas'), photo)).status, 410);
    assert.ok(!kept(photo), `kept, with fecha_cese ${cese}`);
  }
  await c.get(path);
  const photo = png();
  assert.equal((await send(path, id, photo)).status, 303, c.last.plain);
  assert.ok(kept(photo));
  assert.deepEqual([count(), stateOf(v, 'Recorrer las oficinas'), stageState(v, 'ESPECIFICA')], ['1', 'HECHA', 'EN_CURSO']);
  assert.match((await c.get(path)).plain, /Su evidencia ya está/);
  assert.equal(count(), '1', 'opening it changes nothing');
});

test('how much goes at once is said beside the button; one file too many keeps what was ticked and typed', async () => {
  const f = planned(asking), office = signedIn('ORH_JEFE', f), { people } = led(6, { ent: f }), path = await link(people[0], office), c = client();
  const says = /hasta diez y 8 MB en total por vez/;
  assert.match((await c.get(path)).plain, says);
  const all = people.flatMap((v) => asking.map(([, , t]) => task(v, t))).slice(0, 11), csrf = box(c.last, 'csrf')[0].value;
  const files = (n) => Object.fromEntries(all.slice(0, n).map((id) => [`d-f-${id}.1`, { filename: 'foto.png', data: png() }]));
  const tick = box(c.last, 'tarea').at(-1).value, values = { csrf, tarea: tick, [`d-t-${tick.split('.')[0]}`]: day(-4).text };
  const rs = await c.upload(path, values, files(11));
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /más de diez archivos\. No se guardó nada/);
  assert.ok(box(rs, 'tarea').find((x) => x.value === tick).checked);
  assert.equal(box(rs, `d-t-${tick.split('.')[0]}`)[0].value, day(-4).text);
  const ten = await c.upload(path, { csrf }, files(10));
  assert.equal(ten.status, 303, ten.plain);
  assert.equal(one(`SELECT count(*) FROM evidencia WHERE entidad_id = ${f.id}`), '10');
  const heavy = await c.upload(path, { csrf }, { 'd-f-1.1': { filename: 'a.png', data: Buffer.alloc(4.5e6) }, 'd-f-2.1': { filename: 'b.png', data: Buffer.alloc(4.4e6) } });
  assert.equal(heavy.status, 413);
  assert.match(heavy.plain, /envíe menos fotos o más livianas/);
  assert.ok(!says.test((await client().get(await link(led().people[0]))).plain), 'not where no task asks for one');
});

test('an obligatory task ticked without its photo still waits: the link goes on, and another can be made', async () => {
  const f = planned([['ENTIDAD', 'JEFE', 'Presentar al equipo', { evidencia: true }]]), office = signedIn('ORH_JEFE', f);
  const { boss, people: [v] } = led(1, { ent: f }), path = await link(v, office), c = client(), id = task(v, 'Presentar al equipo');
  const page = await c.get(path);
  assert.equal((await c.submit({ tarea: box(page, 'tarea')[0].value, etapa: box(page, 'etapa')[0].value })).status, 303, c.last.plain);
  assert.deepEqual([stateOf(v, 'Presentar al equipo'), stageState(v, 'ESPECIFICA')], ['HECHA', 'CULMINADA']);
  for (const to of [() => path, () => link(v, office)]) {
    await c.get(await to());
    assert.ok(!/Ya no queda nada/.test(c.last.plain));
    assert.match(c.last.plain, /Falta su evidencia/);
    assert.equal(one(`SELECT vence_el > hoy() FROM jefe_enlace WHERE clave = 'P${boss.persona.id}' ORDER BY id DESC LIMIT 1`), 't');
  }
  assert.equal((await c.upload(c.last.path, {}, { [file(c.last, v, 'Presentar al equipo').name]: { filename: 'foto.png', data: png() } })).status, 303, c.last.plain);
  assert.match((await c.follow()).plain, /Ya no queda nada por marcar/);
  assert.equal(one(`SELECT count(*) FROM evidencia WHERE actividad_id = ${id}`), '1');
});

test('sixty people: a hundred lines at once, all of them saved, and the next ones come', async () => {
  const f = planned([['ESPECIFICA', 'JEFE', 'Explicar funciones'], ['ESPECIFICA', 'TUTOR', 'Acompañar']]), office = signedIn('ORH_JEFE', f);
  const { people } = led(60, { ent: f }), path = await link(people[0], office), c = client();
  const lines = (page) => [...box(page, 'tarea'), ...box(page, 'etapa')];
  for (const [shown, more] of [[100, true], [80, false]]) {
    const page = await c.get(path);
    assert.equal(lines(page).length, shown);
    assert.equal(/Al guardar aparecerán las siguientes/.test(page.plain), more);
    assert.equal((await c.submit({ tarea: box(page, 'tarea').map((x) => x.value), etapa: box(page, 'etapa').map((x) => x.value) })).status, 303, c.last.plain);
  }
  assert.match((await c.get(path)).plain, /Ya no queda nada por marcar/);
  assert.deepEqual(sql(`SELECT DISTINCT estado FROM etapa WHERE tipo = 'ESPECIFICA' AND vinculo_id IN (${people.map((v) => v.id)})`), [['CULMINADA']]);
});

test('both at once: one event', async () => {
  const { people: [v] } = led(), path = await link(v), pair = [client(), client()];
  for (const c of pair) await c.get(path);
  const tick = box(pair[0].last, 'etapa')[0].value;
  const found = await Promise.all(pair.map((c) => c.post(path, { etapa: tick, [`d-e-${stage(v)}`]: day(0).text })));
  assert.deepEqual(found.map((rs) => rs.status), [303, 303]);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ETAPA_CULMINADA'`), '1');
});

test('markup is text', async () => {
  const { people: [v] } = led(1, { persona: newPersona({ nombres: canary, paterno: 'Demo' }) });
  sql(`UPDATE vinculo SET puesto = ${quote(canary)} WHERE id = ${v.id}`);
  escaped(assert, await client().get(await link(v)));
});
