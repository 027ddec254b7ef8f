// SERVIR's home: literal targets, what is registered, the universe apart; each number leads to its list.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newVinculo, refusals, signedIn } from './mundo.mjs';

const count = (s) => Number(s.replaceAll(',', ''));

test('targets, universe and budget are shown side by side, none in place of another', async () => {
  const rs = await signedIn('SERVIR_REVISOR').get('/servir/inicio');
  assert.equal(rs.status, 200);
  for (const text of ['400 directivos', '3,000 servidores', '1,899 autoridades', '1,915 cargos', 'S/ 401,240', 'S/ 370,000',
    'S/ 924,772', 'S/ 1,696,012', '1,694', '1,696']) assert.ok(rs.plain.includes(text), text);
  assert.match(rs.plain, /2023-2026.*1,915.*2027-2030.*1,917/);
});

test('a number and its list agree', async () => {
  newVinculo(newEntidad(), { ingreso: '2022-09-05' });
  const c = signedIn('AUDITOR');
  const home = await c.get('/servir/inicio');
  const links = [...home.text.matchAll(/<a href="(\/servidor\/lista[^"]+)">(?:<b>)?([\d,]+)/g)]
    .map(([, href, n]) => ({ href: href.replaceAll('&amp;', '&'), n: count(n) })).filter((l) => l.n <= 1000);
  assert.ok(links.length >= 3);
  for (const { href, n } of links) {
    const list = await c.get(href);
    assert.equal(count(/([\d,]+) personas?\./.exec(list.plain)?.[1] ?? '0'), n, href);
  }
  for (const [, href, n] of home.text.matchAll(/<a href="(\/entidad\/lista[^"]*)"><b>([\d,]+)/g)) {
    assert.equal(/([\d,]+) entidad(es)?\./.exec((await c.get(href)).plain)[1], n, href);
  }
});

test('who may not see it', async () => {
  await refusals(assert, '/servir/inicio', {});
  for (const rol of ['ORH_JEFE', 'ORH_ANALISTA', 'GESTOR']) {
    assert.equal((await signedIn(rol, rol === 'GESTOR' ? null : newEntidad()).get('/servir/inicio')).status, 403, rol);
  }
});
