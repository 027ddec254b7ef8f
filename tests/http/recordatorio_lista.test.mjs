// What went out, to whom and why; what would go out on a day; whose mail bounces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { recordatorio } from './recorrido.mjs';

// The next working day after a week, far enough from today for a mail of its own.
const soon = one(`SELECT g::date FROM generate_series(hoy() + 8, hoy() + 30, interval '1 day') g WHERE dia_habil(g::date) ORDER BY g LIMIT 1`);
const shown = soon.split('-').reverse().join('/');

test('what went out, with its reason, state and fate', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  const v = newVinculo(e, { persona: newPersona({ nombres: canary }) });
  recordatorio(v, 'lista');
  sql(`UPDATE recordatorio SET texto = '${canary.replaceAll("'", "''")}' WHERE vinculo_id = ${v.id}`);
  await orh.get('/recordatorio/lista');
  assert.equal(orh.last.h1, 'Recordatorios por correo');
  escaped(assert, orh.last);
  assert.match(orh.last.plain, /Se acerca el plazo, al servidor.*Enviado/);
  sql(`UPDATE recordatorio SET estado = 'REBOTADO', detalle = '5.1.1 no existe' WHERE vinculo_id = ${v.id};
    INSERT INTO correo_rebote (correo_clave, origen, detalle) VALUES ('correo.lista@prueba.pe', 'AVISO', '5.1.1 no existe') ON CONFLICT DO NOTHING;
    UPDATE persona SET correo = 'Correo.Lista@prueba.pe' WHERE id = ${v.persona.id}`);
  await orh.get('/recordatorio/lista?estado=REBOTADO');
  assert.match(orh.last.plain, /Rebotado.*5\.1\.1 no existe.*El correo rebota: corríjalo/);
  await orh.get('/recordatorio/lista?vista=rebotes');
  assert.match(orh.last.plain, /Correo\.Lista@prueba\.pe.*5\.1\.1 no existe/);
  await orh.get(`/servidor/${v.id}/ficha`);
  assert.match(orh.last.plain, /El correo rebota: corríjalo/);
  assert.match((await orh.get(/\/recordatorio\/lista\?servidor=\d+/.exec(orh.last.text)[0])).plain, /Se acerca el plazo, al servidor/);
  sql(`UPDATE persona SET correo = 'nuevo-${v.id}@prueba.pe' WHERE id = ${v.persona.id}`);
  assert.doesNotMatch((await orh.get(`/servidor/${v.id}/ficha`)).plain, /rebota/);
  assert.match((await orh.get('/recordatorio/lista?estado=FALLIDO')).plain, /Ningún recordatorio/);
  const foreign = signedIn('ORH_JEFE', newEntidad());
  assert.doesNotMatch((await foreign.get('/recordatorio/lista')).text, /canario/);
  assert.doesNotMatch((await foreign.get('/recordatorio/lista?vista=rebotes')).plain, /Lista@prueba/);
});

test('what would go out on a day, and who would not be told', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), v = newVinculo(e), done = newVinculo(e);
  sql(`UPDATE persona SET correo = 'p' || id || '@prueba.pe' WHERE id IN (${v.persona.id}, ${done.persona.id});
    UPDATE etapa SET fecha_limite = '${soon}'::date + 2 WHERE vinculo_id IN (${v.id}, ${done.id});
    UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE vinculo_id = ${done.id}`);
  const ask = async () => (await orh.get(`/recordatorio/lista?vista=proximos&fecha=${encodeURIComponent(shown)}`)).plain;
  assert.match(await ask(), new RegExp(`p${v.persona.id}@prueba\\.pe.*curso en línea`));
  assert.doesNotMatch(orh.last.plain, new RegExp(`p${done.persona.id}@`));
  assert.equal(one(`SELECT count(*) FROM recordatorio WHERE entidad_id = ${e.id}`), '0', 'looking plans nothing');
  sql(`INSERT INTO recordatorio_pausa (entidad_id, motivo, creado_por) VALUES (${e.id}, 'Prueba', ${orh.usuario})`);
  assert.match(await ask(), /no saldría ningún recordatorio/);
  await orh.get(`/recordatorio/lista?vista=proximos&fecha=${encodeURIComponent('25/12/2026')}`);
  assert.match(orh.last.plain, /no es laborable/);
  await orh.get('/recordatorio/lista?vista=proximos&fecha=ayer');
  assert.ok(orh.last.status < 500);
  assert.doesNotMatch((await signedIn('ORH_JEFE', newEntidad()).get(orh.last.path)).plain, new RegExp(`p${v.persona.id}@`));
});

test('pages of fifty lose none', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), v = newVinculo(e);
  recordatorio(v, 'muchos');
  sql(`INSERT INTO recordatorio (envio_id, persona_id, rol, regla, objeto, entidad_id, destinatario, texto, dia, estado)
    SELECT envio_id, persona_id, rol, regla, 'pagina-' || g, entidad_id, destinatario, 'Motivo ' || g, dia, 'ENVIADO'
    FROM recordatorio, generate_series(1, 70) g WHERE vinculo_id = ${v.id}`);
  const seen = new Set();
  let next = '/recordatorio/lista';
  while (next) {
    const rs = await orh.get(next);
    for (const [, g] of rs.plain.matchAll(/Motivo (\d+)/g)) seen.add(g);
    next = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(seen.size, 70);
});

test('who may not', async () => {
  await refusals(assert, '/recordatorio/lista', { role: 'SERVIDOR' });
  await refusals(assert, '/recordatorio/lista', { role: 'JEFE' });
  assert.equal((await signedIn('AUDITOR').get('/recordatorio/lista')).status, 200);
});
