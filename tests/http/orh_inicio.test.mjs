// Home of the ORH: its figures are those of the table, and each leads to its list.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { one as sql } from './mundo.mjs';

test('figures are counted, and a list linked from one has as many people', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  const home = await c.get('/orh/inicio');
  assert.equal(home.status, 200);
  const figures = [...home.text.matchAll(/<a href="([^"]+)"><b>([\d,]+)<\/b> ([^<]+)<\/a>/g)].map(([, href, n, label]) => ({ href: href.replaceAll('&amp;', '&'), n: Number(n.replace(',', '')), label }));
  assert.ok(figures.length >= 6);
  for (const f of figures.filter((x) => x.href.startsWith('/servidor/lista'))) {
    const list = await c.get(f.href);
    const total = /([\d,]+) personas?\./.exec(list.plain)?.[1].replace(',', '') ?? '0';
    assert.equal(Number(total), f.n, `${f.label}: ${f.href}`);
  }
  const people = (which) => Number(sql(`SELECT count(DISTINCT v.id) FROM portal.vinculo v JOIN portal.entidad n ON n.id = v.entidad_id JOIN portal.etapa e ON e.vinculo_id = v.id
    WHERE n.clave = 'MIDIS' AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy()) AND ${which}`));
  assert.equal(figures.find((f) => /vencidas/.test(f.label)).n, people(`e.fecha_limite < portal.hoy() AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')`));
  // An observed stage waits for the ORH, overdue or not.
  const observed = people(`e.estado = 'OBSERVADA' AND e.fecha_limite < portal.hoy()`);
  assert.ok(observed > 0);
  assert.equal(figures.find((f) => /observadas/.test(f.label)).n, people(`e.estado = 'OBSERVADA'`));
});

test('other roles do not have this home', async () => {
  for (const rol of ['SERVIR_ADMIN', 'AUDITOR', 'SERVIDOR', 'JEFE', 'GESTOR']) {
    const c = client();
    await c.signIn(rol);
    assert.equal((await c.get('/orh/inicio')).status, 403, rol);
  }
  assert.equal((await client().get('/orh/inicio')).status, 303);
});
