// The ORH makes the link of a jefe, once, and hands it over.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const e = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', e), foreign = signedIn('ORH_JEFE', there);
function led(name = 'Jefa') {
  const boss = newVinculo(e, { persona: newPersona({ nombres: name, paterno: 'Demo' }), ingreso: day(-400).iso }), v = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${v.id}`);
  return { boss, v };
}

test('shown once, kept as a hash, mailed to the address given; it ends some days after the limit', async () => {
  const { boss, v } = led();
  sql(`UPDATE persona SET correo = 'jefa.demo@prueba.pe' WHERE id = ${boss.persona.id}`);
  const page = await orh.get(`/servidor/${v.id}/jefe`);
  assert.equal(page.forms.flatMap((f) => f.fields).find((f) => f.name === 'correo').value, 'jefa.demo@prueba.pe');
  const rs = await orh.submit({ accion: 'GENERAR' });
  assert.equal(rs.status, 200, rs.plain);
  const token = /\/jefe\/([\w-]{43})"/.exec(rs.text)[1];
  assert.match(rs.plain, /cola un correo a jefa\.demo@prueba\.pe/);
  assert.equal(one(`SELECT count(*) FROM jefe_enlace k WHERE k::text LIKE '%${token}%'`), '0');
  const [to, subject, body, secret] = sql(`SELECT destinatario, asunto, replace(cuerpo, E'\\n', ' '), secreto FROM correo WHERE motivo = 'Enlace personal del jefe' ORDER BY id DESC LIMIT 1`)[0];
  assert.deepEqual([to, secret], ['jefa.demo@prueba.pe', 't']);
  assert.match(subject, /inducción específica/);
  assert.ok(body.includes(`/jefe/${token}`));
  assert.equal(one(`SELECT vence_el - greatest(hoy(), (SELECT fecha_limite FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESPECIFICA')) FROM jefe_enlace ORDER BY id DESC LIMIT 1`), '15');
  assert.match((await orh.get(`/servidor/${v.id}/jefe`)).plain, /Ya tiene un enlace desde/);
  assert.ok(!orh.last.text.includes(token));
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE tabla = 'jefe_enlace' AND despues ->> 'token_hash' <> '***'`), '0');
});

test('the address that this entity wrote is offered, never what another one knows', async () => {
  const { boss, v } = led();
  sql(`UPDATE persona SET correo = 'ajena@prueba.pe' WHERE id = ${boss.persona.id}`);
  newVinculo(there, { persona: boss.persona });
  const offered = async () => (await orh.get(`/servidor/${v.id}/jefe`)).forms.flatMap((f) => f.fields).find((f) => f.name === 'correo').value;
  assert.equal(await offered(), '');
  assert.ok(!orh.last.text.includes('ajena@'));
  await orh.submit({ accion: 'GENERAR', correo: 'propia@prueba.pe' });
  assert.equal(orh.last.status, 200);
  assert.equal(await offered(), 'propia@prueba.pe');
});

test('so many mails a day from an account, and no more; links go on being made', async () => {
  const { v } = led(), c = signedIn('ORH_ANALISTA', e), ask = async (correo) => { await c.get(`/servidor/${v.id}/jefe`); return c.submit({ accion: 'GENERAR', correo }); };
  sql("UPDATE parametro SET valor = '2' WHERE clave = 'enlace_jefe_correos_dia'");
  try {
    for (const n of [1, 2]) assert.equal((await ask(`j${n}@prueba.pe`)).status, 200);
    const rs = await ask('j3@prueba.pe');
    assert.equal(rs.status, 422);
    assert.match(rs.plain, /Hoy ya envió por correo todos los enlaces que se permiten en un día/);
    assert.equal(one("SELECT count(*) FROM correo WHERE destinatario = 'j3@prueba.pe'"), '0');
    assert.equal((await ask('')).status, 200);
    sql(`UPDATE jefe_enlace SET creado_en = creado_en - interval '1 day' WHERE creado_por = ${c.usuario}`);
    assert.equal((await ask('j4@prueba.pe')).status, 200);
  } finally {
    sql("UPDATE parametro SET valor = '40' WHERE clave = 'enlace_jefe_correos_dia'");
  }
});

test('no jefe, nothing left to mark, a bad address', async () => {
  const v = newVinculo(e);
  assert.match((await orh.get(`/servidor/${v.id}/jefe`)).plain, /Falta indicar al jefe inmediato/);
  assert.match((await orh.post(`/servidor/${v.id}/jefe`, { accion: 'GENERAR', correo: '', csrf: await csrf() })).plain, /Primero indique al jefe/);
  const { v: w } = led();
  await orh.get(`/servidor/${w.id}/jefe`);
  const bad = await orh.submit({ accion: 'GENERAR', correo: 'no es correo' });
  assert.equal(bad.status, 422);
  assert.equal(bad.forms.flatMap((f) => f.fields).find((f) => f.name === 'correo').value, 'no es correo');
  sql(`UPDATE etapa SET estado = 'NO_APLICA', motivo = 'Prueba' WHERE vinculo_id = ${w.id} AND tipo = 'ESPECIFICA'`);
  assert.match((await orh.get(`/servidor/${w.id}/jefe`)).plain, /no hace falta un enlace/);
  assert.equal((await orh.post(`/servidor/${w.id}/jefe`, { accion: 'GENERAR', correo: '', csrf: await csrf() })).status, 422);
});
const csrf = async () => (await orh.get('/cuenta/sesiones')).forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value;

test('two at once: one link lives', async () => {
  const { v } = led(), pair = [signedIn('ORH_ANALISTA', e), signedIn('ORH_JEFE', e)];
  for (const c of pair) await c.get(`/servidor/${v.id}/jefe`);
  const found = await Promise.all(pair.map((c) => c.submit({ accion: 'GENERAR' })));
  assert.deepEqual(found.map((r) => r.status), [200, 200]);
  assert.equal(one(`SELECT count(*) FROM jefe_enlace WHERE anulado_en IS NULL AND clave = 'P' || (SELECT jefe_persona_id FROM vinculo WHERE id = ${v.id})`), '1');
});

test('who may not; markup is text', async () => {
  const { v } = led(canary);
  await refusals(assert, `/servidor/${v.id}/jefe`, { owner: orh, foreign, values: { accion: 'GENERAR', correo: '' } });
  escaped(assert, await orh.get(`/servidor/${v.id}/jefe`));
});
