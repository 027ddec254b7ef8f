// The survey by its link: opened by a mail program it is not used up; answered once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './client.mjs';
import { newEntidad, newVinculo, one } from './mundo.mjs';
import { encuesta } from './recorrido.mjs';

const answers = { p1: '5', p2: '4', p3: '3', p4: '1', p5: '0', p6: '' };

test('opened three times, answered once, then it thanks', async () => {
  const e = newEntidad(), url = `/encuesta/enlace/${encuesta(newVinculo(e))}`, c = client();
  for (let i = 0; i < 3; i++) assert.match((await c.get(url)).plain, /Enviar sin mi nombre/);
  assert.doesNotMatch(c.last.plain, /Prueba Ficticia/, 'the page names nobody');
  const page = c.last;
  for (let i = 0; i < 2; i++) {
    c.last = page;
    await c.post(url, answers);
    assert.equal(c.last.status, 303, c.last.plain);
  }
  assert.equal(one(`SELECT count(*) FROM encuesta_buzon WHERE entidad_id = ${e.id}`), '1');
  assert.match((await c.get(url)).plain, /ya se respondió/);
});

test('an unknown link, a forged form', async () => {
  const e = newEntidad(), url = `/encuesta/enlace/${encuesta(newVinculo(e))}`, c = client();
  assert.equal((await c.get(`/encuesta/enlace/${'A'.repeat(43)}`)).status, 410);
  await c.get(url);
  assert.equal((await c.post(url, { ...answers, csrf: 'A'.repeat(43) })).status, 403);
  await c.get(url);
  assert.equal((await c.post(`/encuesta/enlace/${'A'.repeat(43)}`, answers)).status, 410);
  assert.equal(one(`SELECT count(*) FROM encuesta_buzon WHERE entidad_id = ${e.id}`), '0');
});
