// The queue of SERVIR: oddities first with their reason, filters, many validated in one step.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { planned } from './tareas.mjs';

const revisor = signedIn('SERVIR_REVISOR');
const finish = (v, tipo, days) => {
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(days).iso}' WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
  return one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
};
const box = (id) => sql(`SELECT id || '.' || version FROM etapa WHERE id = ${id}`)[0][0];
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);
const ticks = (rs) => rs.forms.flatMap((f) => f.fields).filter((f) => f.name === 'marca');
const order = (rs) => ticks(rs).map((f) => f.value.split('.')[0]);
const path = (e, more = '') => `/servir/revision?q=${e.sigla}${more}`;

test('odd ones first, each with its reasons; the others come ticked', async () => {
  const e = newEntidad();
  const clean = finish(newVinculo(e), 'ENTIDAD', -50), sameDay = finish(newVinculo(e), 'ENTIDAD', -60);
  const quick = finish(newVinculo(e), 'ENTIDAD', -59), late = finish(newVinculo(e), 'ENTIDAD', -1);
  const early = finish(newVinculo(e), 'ESPECIFICA', -45), before = finish(newVinculo(e), 'ENTIDAD', -61);
  await revisor.get(path(e));
  for (const t of ['el mismo día de su ingreso', 'muy pronto después', 'fuera de plazo', 'la C terminó antes que la B', 'antes de su ingreso']) {
    assert.ok(revisor.last.plain.includes(t), t);
  }
  assert.equal(order(revisor.last).at(-1), clean);
  assert.deepEqual(new Set(order(revisor.last)), new Set([clean, sameDay, quick, late, early, before]));
  assert.deepEqual(ticks(revisor.last).filter((f) => f.on).map((f) => f.value), [box(clean)]);
  await revisor.get(path(e, '&raras=1'));
  assert.equal(ticks(revisor.last).length, 5);
  await revisor.get(path(e, '&etapa=ESPECIFICA'));
  assert.deepEqual(order(revisor.last), [early]);
  await revisor.get(path(e, '&nivel=LOCAL'));
  assert.match(revisor.last.plain, /Nada por revisar/);
});

test('a stage that the ORH finished without its obligatory tasks says so and comes unticked', async () => {
  const e = planned([['ENTIDAD', 'ORH', 'Bienvenida']]), v = newVinculo(e), orh = signedIn('ORH_ANALISTA', e);
  const id = one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  await orh.get(`/etapa/${id}/marcar`);
  assert.equal((await orh.submit({ estado: 'CULMINADA', fecha: day(-50).text, motivo: 'La recibió en otra sede' })).status, 303, orh.last.plain);
  const page = await revisor.get(path(e, '&raras=TAREAS'));
  assert.match(page.plain, /quedaron tareas obligatorias sin hacer.*La ORH dice: La recibió en otra sede/);
  assert.deepEqual(ticks(page).map((f) => [f.value, f.on]), [[box(id), false]]);
});

test('by region and level', async () => {
  const e = newEntidad();
  const region = one("SELECT codigo FROM ubigeo WHERE nivel = 'REGION' AND vigente_hasta IS NULL ORDER BY codigo LIMIT 1");
  sql(`UPDATE entidad SET ubigeo = '${region}', nivel_gobierno = 'REGIONAL' WHERE id = ${e.id}`);
  const id = finish(newVinculo(e), 'ENTIDAD', -50);
  await revisor.get(path(e, `&region=${region}&nivel=REGIONAL`));
  assert.deepEqual(order(revisor.last), [id]);
  await revisor.get(path(e, '&region=99'));
  assert.match(revisor.last.plain, /Nada por revisar/);
});

test('many in one step, confirmed; pressed twice is once; who decided is on the file', async () => {
  const e = newEntidad(), people = [newVinculo(e), newVinculo(e), newVinculo(e)];
  const ids = people.map((v) => finish(v, 'ENTIDAD', -50));
  await revisor.get(path(e));
  await revisor.submit({ q: e.sigla });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /Confirme que revisó/);
  assert.equal(ticks(revisor.last).filter((f) => f.on).length, 3, 'the ticks stay');
  assert.equal(ticks(revisor.last).length, 3, 'and the filters');
  const page = revisor.last;
  for (let i = 0; i < 2; i++) {
    revisor.last = page;
    await revisor.submit({ confirmo: '1' });
    assert.equal(revisor.last.status, 303, revisor.last.plain);
  }
  assert.match((await revisor.follow()).plain, /Se validaron las etapas marcadas.*Nada por revisar/);
  assert.deepEqual(ids.map(state), ['VALIDADA', 'VALIDADA', 'VALIDADA']);
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${e.id} AND tipo = 'ETAPA_VALIDADA' AND usuario_id = ${revisor.usuario}`), '3');
  await revisor.get(`/servidor/${people[0].id}/ficha`);
  assert.match(revisor.last.plain, /Etapa validada.*por Cuenta Demo/);
});

test('a stage that the ORH moved meanwhile stops the batch, by name; then the rest goes', async () => {
  const e = newEntidad(), moved = newVinculo(e, { persona: newPersona({ nombres: canary }) });
  const a = finish(moved, 'ENTIDAD', -50), b = finish(newVinculo(e), 'ENTIDAD', -50);
  await revisor.get(path(e));
  sql(`UPDATE etapa SET fecha_fin = '${day(-49).iso}' WHERE id = ${a}`);
  await revisor.submit({ confirmo: '1' });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /No se validó nada\. .*cambió mientras usted la veía/);
  escaped(assert, revisor.last);
  assert.deepEqual([state(a), state(b)], ['CULMINADA', 'CULMINADA']);
  await revisor.submit({ confirmo: '1' });
  assert.equal(revisor.last.status, 303, 'what is seen now is validated');
  await revisor.get(path(e));
  for (const marca of ['x', '1', '1.1;2.2']) {
    await revisor.get('/servir/revision');
    assert.equal((await revisor.post('/servir/revision', { marca, confirmo: '1' })).status, 422);
  }
});

test('pages follow each other and lose none', async () => {
  const e = newEntidad(), seen = [];
  for (let i = 0; i < 20; i++) { const v = newVinculo(e); for (const t of ['ESTADO', 'ENTIDAD', 'ESPECIFICA']) finish(v, t, -50 + i % 3); }
  let next = path(e);
  for (let i = 0; i < 3 && next; i++) {
    const rs = await revisor.get(next.replaceAll('&amp;', '&'));
    seen.push(...order(rs));
    next = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1];
  }
  assert.equal(seen.length, 60);
  assert.equal(new Set(seen).size, 60);
});

test('who may not', async () => {
  const e = newEntidad(), id = finish(newVinculo(e), 'ENTIDAD', -50);
  await refusals(assert, '/servir/revision', { owner: revisor, role: 'ORH_JEFE', values: { marca: box(id), confirmo: '1' } });
  const auditor = signedIn('AUDITOR');
  await auditor.get(path(e));
  assert.equal(auditor.last.status, 200);
  assert.equal(ticks(auditor.last).length, 0, 'the auditor reads');
  assert.equal((await auditor.post('/servir/revision', { marca: box(id), confirmo: '1' })).status, 403);
  assert.equal(state(id), 'CULMINADA');
});

// A file of a stage, as if handed in; the same letter is the same file.
const hand = (id, letter, tipo = 'application/pdf') => sql(`INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
  SELECT id, vinculo_id, entidad_id, md5('${letter}') || md5('${letter}'), '${tipo}', 2000, 'Lista ${letter}', ${revisor.usuario} FROM etapa WHERE id = ${id}`);

test('the same evidence twice is found both ways, with the way to the other', async () => {
  const e = newEntidad(), letter = `lista-${e.sigla}`, other = newVinculo(e);
  const a = finish(newVinculo(e), 'ENTIDAD', -50), b = finish(other, 'ENTIDAD', -50);
  hand(a, letter, 'image/png');
  await revisor.get(path(e));
  assert.doesNotMatch(revisor.last.plain, /la misma evidencia está/);
  assert.match(revisor.last.text, /<details><summary>Evidencias: 1/);
  assert.match(revisor.last.text, /<img src="\/evidencia\/\d+\/archivo" loading="lazy"/);
  const before = revisor.last;
  hand(b, letter);
  await revisor.get(path(e, '&raras=REPETIDA'));
  assert.equal(ticks(revisor.last).length, 2, 'both');
  assert.match(revisor.last.plain, /la misma evidencia está en la etapa de otra persona/);
  assert.ok(revisor.last.text.includes(`El mismo archivo está en <a href="/etapa/${b}/evidencia">`));
  // Whoever had the page open before is told.
  revisor.last = before;
  await revisor.submit({ confirmo: '1' });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /cambió mientras usted la veía/);
  assert.deepEqual([state(a), state(b)], ['CULMINADA', 'CULMINADA']);
});

test('what is new and what has waited long', async () => {
  const e = newEntidad(), a = finish(newVinculo(e), 'ENTIDAD', -50), b = finish(newVinculo(e), 'ENTIDAD', -50);
  sql(`UPDATE etapa SET en_cola_desde = now() - interval '20 days' WHERE id = ${b}`);
  assert.deepEqual(order(await revisor.get(path(e, '&llego=7'))), [a]);
  assert.deepEqual(order(await revisor.get(path(e, '&llego=-15'))), [b]);
  assert.deepEqual(order(await revisor.get(`/servir/revision?entidad=${e.id}`)).sort(), [a, b].sort());
  assert.match(revisor.last.plain, /Solo de una entidad/);
  await revisor.submit({ marca: [box(a)], confirmo: '1' });
  assert.equal(revisor.last.location, `/servir/revision?entidad=${e.id}`, 'the filters stay');
});

test('two reviewers at once: each stage is decided once, and who came second is told', async () => {
  const e = newEntidad(), ids = Array.from({ length: 12 }, () => finish(newVinculo(e), 'ENTIDAD', -50));
  const others = [revisor, signedIn('SERVIR_REVISOR'), signedIn('SERVIR_ADMIN')];
  await Promise.all(others.map((c) => c.get(path(e))));
  const answers = await Promise.all(others.map((c, i) => c.submit({ marca: (i === 1 ? [...ids].reverse() : ids).map(box), confirmo: '1' })));
  assert.deepEqual(answers.map((rs) => rs.status), [303, 303, 303]);
  const said = await Promise.all(others.map(async (c) => (await c.follow()).plain));
  assert.equal(said.filter((t) => /Se validaron las etapas marcadas/.test(t)).length, 1);
  assert.equal(said.filter((t) => /la validó antes otra persona/.test(t)).length, 2);
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${e.id} AND tipo = 'ETAPA_VALIDADA'`), '12');
});

test('validated by one, observed by another: the second one is told by name', async () => {
  const e = newEntidad(), v = newVinculo(e), a = finish(v, 'ENTIDAD', -50), b = finish(newVinculo(e), 'ENTIDAD', -50);
  const other = signedIn('SERVIR_REVISOR');
  await revisor.get(path(e));
  await other.get(`/etapa/${a}/observar`);
  await other.submit({ motivo: 'Falta la lista' });
  await revisor.submit({ confirmo: '1' });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /No se validó nada\. Prueba Ficticia, Persona: cambió/);
  assert.deepEqual([state(a), state(b)], ['OBSERVADA', 'CULMINADA']);
});
