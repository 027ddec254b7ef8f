// SERVIR sends a stage back; the ORH reads why, puts it right and sends it again.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const e = newEntidad(), revisor = signedIn('SERVIR_REVISOR'), orh = signedIn('ORH_JEFE', e);
const finished = () => {
  const v = newVinculo(e);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(-50).iso}' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  return { v, id: one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`) };
};
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);
const path = (id) => `/etapa/${id}/observar`;

test('back to the ORH with the reason, corrected, in the queue again', async () => {
  const { v, id } = finished();
  await revisor.get(`/servir/revision?q=${e.sigla}`);
  assert.ok(revisor.last.text.includes(`href="${path(id)}"`));
  await revisor.get(path(id));
  const page = revisor.last;
  for (let i = 0; i < 2; i++) {
    revisor.last = page;
    await revisor.submit({ motivo: `Falta la lista ${canary}` });
    assert.equal(revisor.last.status, 303, 'twice is once');
  }
  assert.match((await revisor.follow()).plain, /Se devolvió la etapa a la ORH/);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ETAPA_OBSERVADA'`), '1');
  await orh.get('/orh/inicio');
  assert.ok(orh.last.text.includes('href="/orh/pendientes?ver=OBSERVADAS"'));
  escaped(assert, await orh.get('/orh/pendientes?ver=OBSERVADAS'));
  await orh.get(`/servidor/${v.id}/ficha`);
  assert.match(orh.last.plain, /Observada por SERVIR: Falta la lista/);
  await orh.get(`/etapa/${id}/marcar`);
  assert.match(orh.last.plain, /SERVIR observó esta etapa/);
  await orh.submit({ estado: 'CULMINADA', fecha: day(-48).text, motivo: 'Lista adjunta' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  await revisor.get(`/servir/revision?q=${e.sigla}`);
  assert.match(revisor.last.plain, /La ORH dice: Lista adjunta/);
  await revisor.get(path(id));
  assert.match(revisor.last.plain, /Etapa observada: Falta la lista.*Cuenta Demo/);
});

test('refused: no reason, another tab, validated already', async () => {
  const { id } = finished();
  await revisor.get(path(id));
  await revisor.submit({ motivo: '' });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /Escriba qué debe corregir/);
  sql(`UPDATE etapa SET fecha_fin = '${day(-49).iso}' WHERE id = ${id}`);
  await revisor.submit({ motivo: canary + ' tarde' });
  assert.equal(revisor.last.status, 422);
  assert.match(revisor.last.plain, /cambió mientras usted la veía/);
  escaped(assert, revisor.last);
  sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE id = ${id}`);
  await revisor.get(path(id));
  assert.match(revisor.last.plain, /ya no espera revisión/);
  const rs = await revisor.post(path(id), { version: one(`SELECT version FROM etapa WHERE id = ${id}`), motivo: 'Tarde ya' });
  assert.equal(rs.status, 422);
  assert.equal(state(id), 'VALIDADA', 'what was validated stays');
  assert.equal((await revisor.get('/etapa/999999999999/observar')).status, 404);
});

test('who may not', async () => {
  const { id } = finished();
  await refusals(assert, path(id), { owner: revisor, role: 'ORH_JEFE', values: { version: '2', motivo: 'No debe' } });
  assert.equal(state(id), 'CULMINADA');
});
