// The audit: who wrote what, field by field, secrets masked; and who looked.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, day, escaped, newDni, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

test('a write reads as a sentence with its fields, and is found by each filter', async () => {
  const e = newEntidad();
  const p = newPersona({ nombres: 'Jefa', paterno: `Auditada${newDni()}` });
  const head = signedIn('ORH_JEFE', e, p);
  await head.get(`/entidad/${e.id}/unidad?unidad=${e.organo}`);
  await head.submit({ nombre: 'Oficina Renombrada' });
  const request = one(`SELECT request FROM auditoria WHERE tabla = 'organo' AND registro_id = '${e.organo}' AND usuario_id = ${head.usuario}`);
  const c = signedIn('AUDITOR');
  const wanted = /Oficina de Prueba → Oficina Renombrada/;
  for (const query of [`documento=${p.dni}`, `solicitud=${request}`, `entidad=${e.sigla}`, `documento=${p.dni}&tabla=organo&accion=UPDATE&desde=${day(0).text}&hasta=${day(0).text}`]) {
    const rs = await c.get(`/auditoria/lista?${query}`);
    assert.equal(rs.status, 200);
    assert.match(rs.plain, wanted, query);
  }
  const rs = await c.get(`/auditoria/lista?solicitud=${request}`);
  assert.match(rs.plain, /Jefa Auditada\d+ Ficticia \(\d{8}\) Jefatura de ORH, EP[0-9A-F]+ Desde 127\.0\.0\.1 Solicitud/);
  assert.match(rs.plain, /Cambio de unidad/);
  for (const none of [`documento=${p.dni}&accion=DELETE`, `documento=${p.dni}&hasta=${day(-1).text}`, `documento=${newDni()}`, 'solicitud=NOEXISTE']) {
    assert.ok((await c.get(`/auditoria/lista?${none}`)).plain.includes('Ninguna línea coincide'), none);
  }
  assert.ok((await c.get('/auditoria/lista?entidad=NOEXISTE')).plain.includes('No encontramos esa entidad'));
});

test('a document number that two people share finds both', async () => {
  const dni = newDni();
  const e = newEntidad();
  const rename = async (persona, nombre) => {
    const head = signedIn('ORH_JEFE', e, persona);
    await head.get(`/entidad/${e.id}/unidad?unidad=${e.organo}`);
    await head.submit({ nombre });
  };
  await rename(newPersona({ dni }), 'Oficina del DNI');
  await rename({ id: one(`INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno)
    VALUES ('07', '${dni}', 'Persona', 'Extranjera') RETURNING id`) }, 'Oficina del pasaporte');
  const rs = await signedIn('AUDITOR').get(`/auditoria/lista?documento=${dni}&tabla=organo`);
  assert.match(rs.plain, /→ Oficina del pasaporte.*→ Oficina del DNI/);
});

test('whatever is audited may be chosen, by the words of its lines', async () => {
  const c = signedIn('AUDITOR');
  const rs = await c.get('/auditoria/lista');
  const { options } = rs.forms.flatMap((f) => f.fields).find((f) => f.name === 'tabla');
  const audited = sql(`SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 't90_auditoria'`).flat();
  assert.deepEqual(options.map((o) => o.value).filter(Boolean).sort(), audited.sort());
  for (const t of ['parametro', 'registro_borrador', 'asignacion_ambito', 'meta', 'feriado', 'autoridad', 'cargo_electo']) {
    assert.ok(audited.includes(t), t);
  }
  assert.equal(options.find((o) => o.value === 'organo').label, 'Unidad');
  assert.ok(options.every((o) => /^[A-Z][^_]*$/.test(o.label)), options.map((o) => o.label).join());
  assert.equal(new Set(options.map((o) => o.label)).size, options.length);
  assert.match((await c.get('/auditoria/lista?tabla=nada')).plain, /elija una opción de la lista.*Ninguna línea coincide/);
});

test('secrets never show', async () => {
  const u = signedIn('ORH_JEFE', newEntidad());
  const rs = await signedIn('SERVIR_ADMIN').get('/auditoria/lista?tabla=usuario');
  assert.ok(rs.plain.includes('Clave hash: → ***'));
  assert.ok(!rs.text.includes('argon2id'));
  const sessions = await signedIn('SERVIR_ADMIN').get('/auditoria/lista?tabla=sesion');
  assert.ok(!sessions.text.includes(one(`SELECT encode(token_hash, 'hex') FROM sesion WHERE usuario_id = ${u.usuario}`)));
});

test('who looked at a file', async () => {
  const e = newEntidad();
  const p = newPersona();
  const v = newVinculo(e);
  const u = signedIn('ORH_ANALISTA', e, p);
  await u.get(`/servidor/${v.id}/ficha`);
  const rs = await signedIn('AUDITOR').get(`/auditoria/lista?vista=accesos&documento=${p.dni}`);
  assert.match(rs.plain, new RegExp(`\\(${p.dni}\\) Analista de ORH, ${e.sigla} Ficha de vínculo ${v.id}`));
});

test('text that looks like a date and is none does no harm', async () => {
  const e = newEntidad();
  const head = signedIn('ORH_JEFE', e);
  await head.get(`/entidad/${e.id}/unidad?unidad=${e.organo}`);
  await head.submit({ nombre: '2026-99-99', sigla: '2026-13-45T99:99:99-05:00' });
  const rs = await signedIn('AUDITOR').get(`/auditoria/lista?entidad=${e.sigla}`);
  assert.equal(rs.status, 200);
  assert.ok(rs.plain.includes('99/99/2026'));
});

test('pages follow each other by number', async () => {
  const c = signedIn('AUDITOR');
  const first = await c.get('/auditoria/lista');
  const second = await c.get(/href="([^"]+)" rel="next"/.exec(first.text)[1].replaceAll('&amp;', '&'));
  const ids = (rs) => [...rs.plain.matchAll(/N\.° (\d+)/g)].map((m) => Number(m[1]));
  assert.equal(ids(first).length, 30);
  assert.ok(Math.max(...ids(second)) < Math.min(...ids(first)));
});

test('markup is text; who may not see it', async () => {
  const p = newPersona({ nombres: canary });
  signedIn('ORH_JEFE', newEntidad(), p);
  escaped(assert, await signedIn('AUDITOR').get('/auditoria/lista?tabla=persona'));
  await refusals(assert, '/auditoria/lista', { role: 'SERVIR_REVISOR' });
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get('/auditoria/lista')).status, 403);
});
