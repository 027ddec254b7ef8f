// A photo of one task says that it is done; a stage that asks for it waits for it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { canary, day, escaped, newEntidad, one, signedIn } from './mundo.mjs';
import { planned, stage, stateOf, task, withBoss } from './tareas.mjs';

const e = planned([['ENTIDAD', 'SERVIDOR', 'Foto con el equipo', { evidencia: true }], ['ENTIDAD', 'ORH', 'Bienvenida', { opcional: true }]]);
const orh = signedIn('ORH_JEFE', e), foreign = signedIn('ORH_JEFE', newEntidad());
const path = (v, t = 'Foto con el equipo') => `/tarea/${task(v, t)}/evidencia`;
const png = () => Buffer.concat([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'), randomBytes(8)]);
async function send(c, at, data, values = {}) {
  await c.get(at);
  const version = c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'version')?.value ?? '1';
  return c.upload(at, { version, fecha: day(0).text, ...values }, { archivo: { filename: `foto ${canary}.png`, data } });
}
const files = (v, t = 'Foto con el equipo') => one(`SELECT count(*) FROM evidencia WHERE actividad_id = ${task(v, t)}`);

test('the servidor sends a photo: done that day, kept once, seen by the ORH; the stage no longer waits', async () => {
  const { v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona), photo = png();
  assert.match((await own.get('/mi/inicio')).plain, /Foto con el equipo.*Pide una foto o un archivo/);
  assert.match((await own.get(path(v))).text, /type="file"[^>]* accept="image\/jpeg/);
  assert.match((await orh.get(`/etapa/${stage(v, 'ENTIDAD')}/marcar`)).plain, /Para culminarla falta: «Foto con el equipo» \(le toca al servidor\)/);
  for (let i = 0; i < 2; i++) assert.equal((await send(own, path(v), photo)).status, 303, own.last.plain);
  assert.deepEqual([files(v), stateOf(v, 'Foto con el equipo')], ['1', 'HECHA']);
  escaped(assert, await orh.get(path(v)));
  const id = one(`SELECT id FROM evidencia WHERE actividad_id = ${task(v, 'Foto con el equipo')}`);
  assert.ok((await orh.get(`/evidencia/${id}/archivo`)).buffer.equals(photo));
  assert.equal((await foreign.get(`/evidencia/${id}/archivo`)).status, 404);
  assert.ok(!(await orh.get(`/etapa/${stage(v, 'ENTIDAD')}/marcar`)).plain.includes('Para culminarla falta'));
});

test('marked without its photo, the stage still waits for it', async () => {
  const { v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona);
  await own.get(`/tarea/${task(v, 'Foto con el equipo')}/marcar`);
  await own.submit({ estado: 'HECHA' });
  assert.match((await orh.get(`/etapa/${stage(v, 'ENTIDAD')}/marcar`)).plain, /falta: la evidencia de «Foto con el equipo»/);
  assert.match((await orh.get(`/servidor/${v.id}/tareas`)).plain, /Falta su evidencia/);
  assert.equal((await send(orh, path(v), png())).status, 303);
  assert.equal(one(`SELECT hecha_por FROM actividad WHERE id = ${task(v, 'Foto con el equipo')}`), own.usuario, 'who had marked it');
});

test('refused: no photo, none at all, a bad date, another\'s task, a foreign one, a forged form', async () => {
  const { boss, v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona);
  assert.match((await send(own, path(v), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).plain, /Elija un PDF o una foto/);
  assert.match((await send(own, path(v), Buffer.alloc(0))).plain, /vacío/);
  assert.match((await send(own, path(v), png(), { fecha: day(1).text })).plain, /posterior a hoy/);
  assert.match((await send(own, path(v), png(), { fecha: '31/02/2026' })).plain, /fecha/);
  assert.equal(files(v), '0');
  assert.ok(!(await own.get(path(v, 'Bienvenida'))).plain.includes('Subir la evidencia'));
  for (const [c, status] of [[own, 422], [signedIn('JEFE', e, boss.persona), 422], [foreign, 404], [signedIn('SERVIR_REVISOR'), 403]]) {
    await c.get('/cuenta/sesiones');
    assert.equal((await c.upload(path(v, 'Bienvenida'), { version: '1', fecha: '' }, { archivo: { filename: 'a.png', data: png() } })).status, status);
  }
  assert.equal(files(v, 'Bienvenida'), '0');
  await own.get(path(v));
  assert.equal((await own.upload(path(v), { version: '1', fecha: '', csrf: 'A'.repeat(43) }, { archivo: { filename: 'a.png', data: png() } })).status, 403);
  for (let i = 0; i < 10; i++) await send(own, path(v), png());
  assert.match((await send(own, path(v), png())).plain, /diez archivos/);
});
