// Entities: search without accents, filters in the address, paging, the scope of a gestor.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const total = (rs) => Number(/([\d,]+) entidad(es)?\./.exec(rs.plain)?.[1].replaceAll(',', '') ?? 0);

test('search forgives accents, case and order; a short name and a RUC work', async () => {
  const c = signedIn('SERVIR_REVISOR');
  assert.ok((await c.get('/entidad/lista?q=ambiente+MINISTERIO')).plain.includes('Ministerio del Ambiente'));
  assert.ok((await c.get('/entidad/lista?q=educacion')).plain.includes('Ministerio de Educación'));
  assert.equal(total(await c.get('/entidad/lista?q=20545565359')), 1);
  const none = await c.get('/entidad/lista?q=zzqqxx');
  assert.ok(none.plain.includes('Ninguna entidad coincide'));
  assert.ok(!none.plain.includes('Agregar una entidad'), 'only the administrator adds');
});

test('filters agree with the table', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const e = newEntidad();
  newVinculo(e);
  signedIn('ORH_JEFE', e);
  assert.equal(total(await c.get('/entidad/lista?tipo=GOBIERNO_REGIONAL')), 25);
  assert.equal(total(await c.get('/entidad/lista?nivel=LOCAL&region=24')), Number(one(`SELECT count(*) FROM entidad WHERE nivel_gobierno = 'LOCAL' AND ubigeo LIKE '24%'`)));
  assert.equal(total(await c.get('/entidad/lista?actividad=CON')), Number(one('SELECT count(DISTINCT entidad_id) FROM vinculo')));
  const both = await c.get(`/entidad/lista?orh=CON&actividad=CON&q=${e.sigla}`);
  assert.ok(both.plain.includes(e.nombre));
  assert.match(both.plain, /Cuenta Demo/);
  assert.ok(!(await c.get(`/entidad/lista?orh=SIN&q=${e.sigla}`)).plain.includes(e.nombre));
  assert.equal((await c.get('/entidad/lista?tipo=NADA')).status, 200, 'an unknown filter is told, not obeyed');
});

test('pages follow each other without a gap', async () => {
  const c = signedIn('AUDITOR');
  const first = await c.get('/entidad/lista?tipo=GOBIERNO_REGIONAL');
  assert.ok(!first.text.includes('rel="next"'));
  const seen = new Set();
  let path = '/entidad/lista?tipo=MUNICIPALIDAD_PROVINCIAL';
  while (path) {
    const rs = await c.get(path);
    for (const [, id] of rs.text.matchAll(/\/entidad\/(\d+)\/ficha/g)) seen.add(id);
    path = /href="([^"]+)" rel="next"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(seen.size, 196);
});

test('a gestor finds only theirs', async () => {
  const g = signedIn('GESTOR');
  const a = newEntidad();
  const b = newEntidad();
  newVinculo(a);
  sql(`INSERT INTO asignacion_ambito (asignacion_id, entidad_id) SELECT id, ${a.id} FROM asignacion WHERE usuario_id = ${g.usuario}`);
  const rs = await g.get('/entidad/lista');
  assert.ok(rs.plain.includes(a.nombre) && !rs.plain.includes(b.nombre));
  assert.equal(total(rs), 1);
  assert.equal((await g.get(`/entidad/${b.id}/ficha`)).status, 404);
  assert.equal((await g.get(`/entidad/${a.id}/ficha`)).status, 200);
});

test('markup is text, and who may not see it', async () => {
  const e = newEntidad(`Entidad ${canary}`);
  escaped(assert, await signedIn('SERVIR_ADMIN').get(`/entidad/lista?q=${e.sigla}`));
  escaped(assert, await signedIn('SERVIR_ADMIN').get(`/entidad/lista?q=${encodeURIComponent(canary)}`));
  await refusals(assert, '/entidad/lista', {});
});

test('more words than are searched: the page says so', async () => {
  const c = signedIn('SERVIR_REVISOR');
  for (const [q, said] of [['uno+dos+tres', false], ['uno+dos+tres+cuatro', true]]) {
    assert.equal(/Solo se usaron las tres primeras palabras/.test((await c.get(`/entidad/lista?q=${q}`)).plain), said, q);
  }
});
