// The list: search, filters, pages, and whom it never shows.
import test from 'node:test';
import assert from 'node:assert/strict';
import { accountOf, client } from './client.mjs';
import { signedIn, one as sql } from './mundo.mjs';

const ids = (rs) => [...rs.text.matchAll(/\/servidor\/(\d+)\/ficha/g)].map((m) => Number(m[1]));

async function as(rol, nth = 0) {
  const c = client();
  await c.signIn(accountOf(rol, nth));
  return c;
}

test('pages follow each other without gap or repetition, and all are of the entity', async () => {
  const c = await as('ORH_ANALISTA');
  const seen = [];
  let path = '/servidor/lista?vigencia=TODOS';
  for (let i = 0; path && i < 30; i++) {
    const rs = await c.get(path);
    assert.equal(rs.status, 200);
    seen.push(...ids(rs));
    path = /href="([^"]*despues=\d+)" rel="next"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
  }
  const all = sql(`SELECT string_agg(v.id::text, ',' ORDER BY v.orden_nombre, v.id) FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS'`);
  assert.equal(seen.join(','), all);
});

test('search: order of words, accents and case do not matter; the document works too', async () => {
  const c = await as('ORH_ANALISTA');
  const one = sql(`SELECT v.id || '|' || v.documento || '|' || p.apellido_paterno || '|' || p.apellido_materno FROM portal.vinculo v
    JOIN portal.persona p ON p.id = v.persona_id JOIN portal.entidad e ON e.id = v.entidad_id
    WHERE e.clave = 'MIDIS' AND v.fecha_cese IS NULL AND p.apellido_paterno = 'Sintético' ORDER BY v.id LIMIT 1`).split('|');
  for (const q of [`${one[3]} sintetico`, `SINTÉTICO ${one[3]}`, one[1], one[1].slice(0, 8), `sint ${one[3].slice(0, 3)}`]) {
    const rs = await c.get(`/servidor/lista?q=${encodeURIComponent(q)}`);
    assert.ok(ids(rs).includes(Number(one[0])), q);
  }
});

test('each state filter shows those and only those', async () => {
  const c = await as('ORH_ANALISTA');
  for (const estado of ['VENCIDA', 'PENDIENTE', 'CULMINADA', 'OBSERVADA', 'VALIDADA']) {
    const rs = await c.get(`/servidor/lista?estado=${estado}&etapa=ENTIDAD&vista=imprimir`);
    const expected = sql(`SELECT coalesce(string_agg(v.id::text, ',' ORDER BY v.orden_nombre, v.id), '') FROM portal.vinculo v
      JOIN portal.entidad n ON n.id = v.entidad_id JOIN portal.etapa e ON e.vinculo_id = v.id AND e.tipo = 'ENTIDAD'
      WHERE n.clave = 'MIDIS' AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())
        AND portal.etapa_visible(e.estado, e.fecha_limite, portal.hoy()) = '${estado}'`) ?? '';
    assert.equal(ids(rs).join(','), expected, estado);
  }
});

test('no filter reaches another entity', async () => {
  const c = await as('ORH_ANALISTA');
  const other = sql(`SELECT v.entidad_id || '|' || v.documento FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id WHERE e.clave <> 'MIDIS' LIMIT 1`).split('|');
  const all = await c.get(`/servidor/lista?entidad=${other[0]}&vigencia=TODOS&vista=imprimir`);
  const mine = new Set(sql(`SELECT string_agg(v.id::text, ',') FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS'`).split(',').map(Number));
  assert.ok(ids(all).every((id) => mine.has(id)));
  const none = await c.get(`/servidor/lista?q=${other[1]}&vigencia=TODOS`);
  assert.deepEqual(ids(none), []);
  assert.match(none.plain, /Ninguna persona coincide/);
});

test('SERVIR sees all, a jefe only their people, a servidor only themselves', async () => {
  const revisor = await as('SERVIR_REVISOR');
  const national = await revisor.get('/servidor/lista?vigencia=TODOS');
  assert.equal(ids(national).length, 50);
  const jefe = await as('JEFE');
  const people = ids(await jefe.get('/servidor/lista?vigencia=TODOS&vista=imprimir'));
  const expected = sql(`SELECT string_agg(v.id::text, ',' ORDER BY v.orden_nombre, v.id) FROM portal.vinculo v
    WHERE (v.jefe_persona_id = (SELECT id FROM portal.persona WHERE numero_documento = '${accountOf('JEFE').documento}')
       OR v.documento = '${accountOf('JEFE').documento}')`);
  assert.equal(people.join(','), expected);
  const servidor = await as('SERVIDOR');
  const own = ids(await servidor.get('/servidor/lista'));
  assert.equal(own.length, 1);
});

test('odd values in the address are refused or ignored, never an error of ours', async () => {
  const c = await as('ORH_ANALISTA');
  for (const q of ['despues=0', 'despues=-1', 'despues=9223372036854775808', 'estado=NADA', 'desde=99/99/9999', 'unidad=abc',
    'q=%27%20OR%201=1--', 'q=%F0%9F%98%80', 'q=' + 'a'.repeat(200), 'estado=VENCIDA&estado=PENDIENTE', 'sin_jefe=2', 'nada=1']) {
    const rs = await c.get(`/servidor/lista?${q}`);
    assert.ok([200, 400, 404].includes(rs.status), `${q}: ${rs.status}`);
  }
  assert.equal((await c.get('/servidor/lista?q=%00')).status, 400);
  assert.equal((await c.get('/servidor/lista?q=%FF')).status, 400);
  assert.equal((await c.get('/servidor/lista?q=%zz')).status, 400);
});

test('more words than are searched: the page says so', async () => {
  const c = signedIn('SERVIR_REVISOR');
  for (const [q, said] of [['uno+dos+tres', false], ['uno+dos+tres+cuatro', true]]) {
    assert.equal(/Solo se usaron las tres primeras palabras/.test((await c.get(`/servidor/lista?q=${q}`)).plain), said, q);
  }
});
