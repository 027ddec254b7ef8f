// Who decided what about a stage and when: filters, and a validation that an administrator takes back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const revisor = signedIn('SERVIR_REVISOR'), admin = signedIn('SERVIR_ADMIN');
function finished(e, persona) {
  const v = newVinculo(e, persona ? { persona } : {});
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(-50).iso}' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  return { v, id: one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`) };
}
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);
async function validate(e) {
  await revisor.get(`/servir/revision?q=${e.sigla}`);
  await revisor.submit({ confirmo: '1' });
  assert.equal(revisor.last.status, 303, revisor.last.plain);
}
const document = (c) => one(`SELECT p.numero_documento FROM usuario u JOIN persona p ON p.id = u.persona_id WHERE u.id = ${c.usuario}`);

test('each decision with its author and reason; filters in the address', async () => {
  const e = newEntidad(), a = finished(e, newPersona({ nombres: canary })), b = finished(e);
  await revisor.get(`/etapa/${b.id}/observar`);
  await revisor.submit({ motivo: 'Falta la lista firmada' });
  await validate(e);
  const rows = (rs) => (rs.text.match(/<tr><th scope="row">/g) ?? []).length;
  const rs = await revisor.get(`/servir/decisiones?q=${e.sigla}`);
  assert.equal(rows(rs), 2);
  assert.match(rs.plain, /Validada.*Observada Falta la lista firmada/);
  escaped(assert, rs);
  assert.equal(rows(await revisor.get(`/servir/decisiones?q=${e.sigla}&que=OBSERVADA`)), 1);
  assert.equal(rows(await revisor.get(`/servir/decisiones?entidad=${e.id}&documento=${document(revisor)}&desde=${day(0).text}`)), 2);
  assert.match((await revisor.get(`/servir/decisiones?q=${e.sigla}&documento=${document(admin)}`)).plain, /Ninguna decisión coincide/);
  assert.match((await revisor.get(`/servir/decisiones?q=${e.sigla}&hasta=${day(-1).text}`)).plain, /Ninguna decisión coincide/);
  assert.equal(state(a.id), 'VALIDADA');
});

test('what was validated stays, but for an administrator who says why', async () => {
  const e = newEntidad(), { v, id } = finished(e);
  await validate(e);
  const version = one(`SELECT version FROM etapa WHERE id = ${id}`);
  assert.match((await revisor.get(`/etapa/${id}/observar`)).plain, /ya no espera revisión/);
  const tried = await revisor.post(`/etapa/${id}/observar`, { version, motivo: 'Falta la lista', reabrir: '1' });
  assert.equal(tried.status, 422, 'a reviewer does not');
  assert.equal(state(id), 'VALIDADA');
  await admin.get(`/etapa/${id}/observar`);
  assert.match(admin.last.plain, /SERVIR ya validó esta etapa/);
  await admin.submit({ motivo: 'La lista era de otro mes' });
  assert.equal(admin.last.status, 422);
  assert.match(admin.last.plain, /confírmelo aquí/);
  assert.ok(admin.last.text.includes('La lista era de otro mes'));
  await admin.submit({ motivo: 'La lista era de otro mes', reabrir: '1' });
  assert.equal(admin.last.status, 303, admin.last.plain);
  assert.match((await admin.follow()).plain, /Se devolvió la etapa a la ORH/);
  assert.equal(state(id), 'OBSERVADA');
  const rs = await admin.get(`/servir/decisiones?q=${e.sigla}&que=REABIERTA`);
  assert.match(rs.plain, /Devuelta después de validada La lista era de otro mes/);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA')`), '2', 'both stay on record');
});

test('who may not', async () => {
  await refusals(assert, '/servir/decisiones', { owner: revisor, role: 'ORH_JEFE' });
  assert.equal((await signedIn('AUDITOR').get('/servir/decisiones')).status, 200, 'the auditor reads');
});
