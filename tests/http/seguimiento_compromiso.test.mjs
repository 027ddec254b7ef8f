// A commitment: done, cancelled with a reason, opened again; its history.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';
import { gestor, newCompromiso } from './seguimiento.mjs';

const state = (id) => one(`SELECT estado FROM compromiso WHERE id = ${id}`);

test('done from the entity with one click, undone, cancelled with its reason', async () => {
  const e = newEntidad(), g = gestor(e), id = newCompromiso(g, e, -1);
  const path = `/seguimiento/${id}/compromiso`;
  await g.get(`/seguimiento/${e.id}/entidad`);
  assert.match(g.last.plain, /Enviar el plan.*Vencido/);
  await g.submit({}, { form: 'compromiso' });
  assert.equal(g.last.status, 303);
  assert.match((await g.follow()).plain, /Se actualizó el compromiso.*Cumplido/);
  assert.equal(state(id), 'CUMPLIDO');
  await g.get(path);
  await g.submit({ motivo: 'Se marcó por error' });
  assert.equal(state(id), 'ABIERTO');
  await g.get(path);
  await g.submit({ motivo: '' }, { button: 'accion=ANULADO' });
  assert.equal(g.last.status, 422);
  assert.match(g.last.plain, /Escriba por qué se anula/);
  await g.submit({ motivo: 'Cambió la jefatura' }, { button: 'accion=ANULADO' });
  assert.equal(state(id), 'ANULADO');
  const rs = await g.get(path);
  assert.match(rs.plain, /Acordado.*Cumplido.*Abierto otra vez: Se marcó por error.*Anulado: Cambió la jefatura/);
});

test('two tabs, twice, a stale one', async () => {
  const e = newEntidad(), g = gestor(e), id = newCompromiso(g, e, 3), path = `/seguimiento/${id}/compromiso`;
  const page = await g.get(path);
  await g.submit({ motivo: '' }, { button: 'accion=CUMPLIDO' });
  g.last = page;
  await g.submit({ motivo: '' }, { button: 'accion=CUMPLIDO' });
  assert.equal(g.last.status, 303, 'the same again is harmless');
  g.last = page;
  await g.submit({ motivo: 'Otro motivo' }, { button: 'accion=ANULADO' });
  assert.equal(g.last.status, 422);
  assert.match(g.last.plain, /Alguien lo cambió/);
  assert.equal(one(`SELECT count(*) FROM compromiso_evento WHERE compromiso_id = ${id}`), '2');
});

test('who may not', async () => {
  const e = newEntidad(), g = gestor(e), id = newCompromiso(g, e, 3);
  await refusals(assert, `/seguimiento/${id}/compromiso`, { owner: g, foreign: gestor(newEntidad()), role: 'ORH_JEFE', values: { version: '1', accion: 'CUMPLIDO' } });
  const auditor = signedIn('AUDITOR');
  assert.equal((await auditor.get(`/seguimiento/${id}/compromiso`)).status, 200);
  assert.equal((await auditor.post(`/seguimiento/${id}/compromiso`, { version: '1', accion: 'CUMPLIDO' })).status, 403);
  assert.equal(state(id), 'ABIERTO');
});
