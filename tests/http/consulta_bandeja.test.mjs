// The queue of SERVIR: by the clock, filters, whose it is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, refusals, signedIn, sql } from './mundo.mjs';
import { gestor, manyConsultas, newConsulta } from './seguimiento.mjs';

const order = (rs) => [...rs.text.matchAll(/<th scope="row"><a href="\/consulta\/(\d+)\/ver/g)].map((m) => m[1]);

test('what is due first comes first; a gestor sees theirs and what was referred to them', async () => {
  const a = newEntidad(), b = newEntidad(), g = gestor(a), h = gestor(b), orhA = signedIn('ORH_JEFE', a), orhB = signedIn('ORH_JEFE', b);
  const later = newConsulta(orhA, a, { hours: 50 }), late = newConsulta(orhA, a, { hours: -2, asunto: canary }), done = newConsulta(orhA, a), theirs = newConsulta(orhB, b);
  sql(`UPDATE consulta SET estado = 'RESPONDIDA', vence_en = NULL WHERE id = ${done}`);
  const rs = await g.get('/consulta/bandeja');
  assert.deepEqual(order(rs), [late, later, done]);
  assert.match(rs.plain, /2 por responder ?, 1 fuera de plazo/);
  escaped(assert, rs);
  assert.deepEqual(order(await g.get('/consulta/bandeja?estado=RESPONDIDA')), [done]);
  sql(`UPDATE consulta SET atiende_id = ${g.usuario} WHERE id = ${theirs}; UPDATE consulta SET para_admin = true WHERE id = ${later}`);
  assert.deepEqual(order(await g.get('/consulta/bandeja?ver=MIAS&estado=POR_RESPONDER')), [late, theirs]);
  assert.match(g.last.plain, /2 por responder/);
  assert.deepEqual(order(await h.get('/consulta/bandeja?ver=MIAS&estado=POR_RESPONDER')), []);
  const admin = signedIn('SERVIR_ADMIN');
  assert.deepEqual(order(await admin.get(`/consulta/bandeja?q=${a.sigla}&ver=ADMIN`)), [later]);
  assert.match(admin.last.plain, /Derivada a la administración/);
  await refusals(assert, '/consulta/bandeja', { owner: g, role: 'ORH_JEFE' });
});

test('pages lose none', async () => {
  const e = newEntidad(), c = signedIn('ORH_JEFE', e), g = gestor(e);
  const ids = manyConsultas(c, e, 55);
  sql(`UPDATE consulta SET estado = 'CERRADA', vence_en = NULL WHERE id IN (${ids.slice(0, 7)})`);
  const seen = [];
  let next = '/consulta/bandeja';
  for (let i = 0; i < 3 && next; i++) {
    seen.push(...order(await g.get(next)));
    next = /href="([^"]*despues=\d+)"/.exec(g.last.text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(seen.length, 55);
  assert.deepEqual(new Set(seen), new Set(ids));
});
