// What the entity has open, and many marked in one go.
import assert from 'node:assert/strict';
import test from 'node:test';
import { clave, conSesion, newCuenta } from './cuenta.mjs';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const box = (v, tipo) => sql(`SELECT id || '.' || version FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`)[0][0];
const done = (e) => one(`SELECT count(*) FROM etapa WHERE entidad_id = ${e.id} AND estado = 'CULMINADA'`);
const ticks = (rs) => rs.forms.flatMap((f) => f.fields).filter((f) => f.name === 'marca');
const path = '/orh/pendientes';

test('the oldest first; two marked with one date; pressed twice is once', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  const old = newVinculo(e, { ingreso: day(-200).iso }), young = newVinculo(e, { ingreso: day(-60).iso }), fresh = newVinculo(e, { ingreso: day(0).iso });
  sql(`UPDATE persona SET nombres = 'Reciente' WHERE id = ${fresh.persona.id}`);
  await orh.get('/orh/inicio');
  assert.ok(orh.last.text.includes(`href="${path}"`));
  await orh.get(path);
  assert.equal(ticks(orh.last).length, 4, 'B and C of two; A by hand only');
  assert.equal(ticks(orh.last)[0].value.split('.')[0], box(old, 'ENTIDAD').split('.')[0]);
  assert.ok(!orh.last.plain.includes('Reciente'));
  const page = orh.last;
  for (let i = 0; i < 2; i++) {
    orh.last = page;
    await orh.submit({ marca: [ticks(page)[0].value, ticks(page)[2].value], fecha: day(-1).text });
    assert.equal(orh.last.status, 303, orh.last.plain);
  }
  assert.match((await orh.follow()).plain, /las etapas marcadas culminaron/);
  assert.equal(done(e), '2');
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${e.id}`), '2');
  await orh.get(`${path}?ver=TODAS&etapa=ENTIDAD`);
  assert.match(orh.last.plain, /Reciente/);
  assert.ok(young);
});

test('a session that ends under the ticks: they come back', async () => {
  const e = newEntidad(), account = newCuenta({ roles: [['ORH_JEFE', e]] });
  newVinculo(e, { ingreso: day(-90).iso });
  const c = await conSesion(account);
  const tick = ticks(await c.get(path))[0].value, { csrf } = Object.fromEntries(c.last.forms.at(-1).fields.map((f) => [f.name, f.value]));
  sql(`UPDATE sesion SET expira_en = now() - interval '1 second' WHERE usuario_id = ${account.usuario}`);
  const rs = await c.upload(path, { csrf, marca: tick, fecha: day(-1).text }, { archivo: { filename: 'lista.pdf', data: '%PDF-1.4' } });
  assert.match(rs.location, /guardado%3D/);
  await c.follow();
  await c.submit({ documento: account.dni, clave });
  const page = await c.follow();
  assert.match(page.plain, /Recuperamos lo que escribió/);
  assert.ok(page.text.includes(`value="${day(-1).text}"`));
  assert.equal(ticks(page).find((f) => f.value === tick).on, true);
});

test('all of the page with one tick', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e);
  for (let i = 0; i < 26; i++) newVinculo(e, { ingreso: day(-90 - i).iso });
  await orh.get(path);
  assert.match(orh.last.plain, /Siguiente/);
  const here = ticks(orh.last).length;
  await orh.submit({ todas: '1', fecha: day(-2).text });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.equal(done(e), String(here));
});

test('pages follow each other and lose nobody', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), seen = [];
  for (let i = 0; i < 20; i++) newVinculo(e, { ingreso: day(-90).iso });
  let next = `${path}?ver=TODAS`;
  for (let i = 0; i < 3 && next; i++) {
    const rs = await orh.get(next.replaceAll('&amp;', '&'));
    seen.push(...[...rs.text.matchAll(/href="\/etapa\/(\d+)\/marcar"/g)].map((m) => m[1]));
    next = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1];
  }
  assert.equal(seen.length, 60);
  assert.equal(new Set(seen).size, 60);
});

test('all or none, by name, with the ticks kept; a stage that moved; nothing ticked; nonsense', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  const good = newVinculo(e), late = newVinculo(e, { persona: newPersona({ nombres: canary }), ingreso: day(-3).iso });
  await orh.get(`${path}?ver=TODAS`);
  const both = [box(good, 'ENTIDAD'), box(late, 'ENTIDAD')];
  await orh.submit({ marca: both, fecha: day(-5).text });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /No se guardó nada\. .*la fecha es anterior a su ingreso/);
  escaped(assert, orh.last);
  assert.equal(ticks(orh.last).filter((f) => f.on).length, 2);
  assert.equal(orh.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'fecha').value, day(-5).text);
  sql(`UPDATE etapa SET motivo = 'Otra pestaña' WHERE vinculo_id = ${good.id} AND tipo = 'ENTIDAD'`);
  await orh.submit({ marca: both, fecha: day(0).text });
  assert.match(orh.last.plain, /cambió mientras usted la veía/);
  await orh.submit({ marca: [], fecha: day(0).text });
  assert.match(orh.last.plain, /Marque por lo menos una etapa/);
  await orh.submit({ marca: both, fecha: '' });
  assert.match(orh.last.plain, /Escriba la fecha/);
  for (const marca of ['1', 'x.1', "1.1'--", '0', '99999999999999999999.1']) {
    await orh.get(path);
    assert.equal((await orh.post(path, { marca, fecha: day(0).text })).status, 422, marca);
  }
  await orh.get(path);
  assert.equal((await orh.post(path, { todas: '1', pagina: "x'),(1", fecha: day(0).text })).status, 422, 'nothing well-formed, nothing done');
  assert.equal(done(e), '0');
});

test('what SERVIR observed comes back, is put right and sent again', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), v = newVinculo(e);
  sql(`UPDATE etapa SET estado = 'OBSERVADA', fecha_inicio = NULL, fecha_fin = '${day(-9).iso}', motivo = ${`'Revise ' || '${canary.replaceAll("'", "''")}'`}
    WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  await orh.get(`${path}?ver=OBSERVADAS`);
  assert.match(orh.last.plain, /Observada SERVIR: Revise/);
  escaped(assert, orh.last);
  await orh.submit({ marca: [box(v, 'ENTIDAD')], fecha: day(-8).text });
  assert.equal(orh.last.status, 303);
  assert.equal(done(e), '1');
});

test('who may not', async () => {
  const e = newEntidad(), there = newEntidad(), v = newVinculo(e), foreign = newVinculo(there);
  const orh = signedIn('ORH_ANALISTA', e);
  await refusals(assert, path, { owner: orh, role: 'JEFE', values: { marca: box(v, 'ENTIDAD'), fecha: day(0).text } });
  await orh.get(path);
  const rs = await orh.post(path, { marca: box(foreign, 'ENTIDAD'), fecha: day(0).text });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /no está a su alcance/);
  assert.ok(!orh.last.plain.includes(foreign.persona.dni));
  assert.equal(done(there), '0');
});

test('one list for all the stages marked; pressed twice is once', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), data = Buffer.from(`%PDF-1.4\n${e.id}\n%%EOF\n`);
  const people = Array.from({ length: 3 }, () => newVinculo(e, { ingreso: day(-60).iso }));
  const page = await orh.get(path), value = (n) => page.forms.flatMap((f) => f.fields).filter((f) => f.name === n).at(-1).value;
  const values = { csrf: value('csrf'), ver: 'URGENTES', etapa: '', despues: '', pagina: '', marca: people.map((v) => box(v, 'ENTIDAD')), fecha: day(-2).text };
  for (let i = 0; i < 2; i++) {
    assert.equal((await orh.upload(path, values, { archivo: { filename: 'lista.pdf', data } })).status, 303, orh.last.plain);
  }
  assert.equal(done(e), '3');
  assert.deepEqual(sql(`SELECT count(*), count(DISTINCT etapa_id), min(lista_el) FROM evidencia WHERE entidad_id = ${e.id}`), [['3', '3', day(-2).iso]]);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${e.id} AND rareza LIKE '%EVIDENCIA%'`), '0');
});
