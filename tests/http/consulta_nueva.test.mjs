// An ORH asks SERVIR: number, clock, the gestor is told without naming anybody.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { gestor } from './seguimiento.mjs';

const fields = { asunto: 'Reingreso de una persona', texto: '¿Debe llevar el curso otra vez?' };

test('sent: its number and until when SERVIR answers; the gestor gets a mail that says nothing of it', async () => {
  const e = newEntidad(), g = gestor(e), c = signedIn('ORH_ANALISTA', e), v = newVinculo(e);
  sql(`UPDATE usuario SET correo = 'gestor.prueba@example.org' WHERE id = ${g.usuario}`);
  await c.get('/consulta/nueva');
  assert.match(c.last.plain, /SERVIR responde en 2 días hábiles\. Acompaña a su entidad Gestor Prueba/);
  await c.submit({ ...fields, documento: v.persona.dni });
  assert.equal(c.last.status, 303, c.last.plain);
  const rs = await c.follow();
  assert.match(rs.plain, /Consulta C-\d{6}: Reingreso de una persona.*Por responder: le toca a SERVIR SERVIR debe responder antes del \d\d\/\d\d\/\d{4} 17:00; vence en \d días? hábil/);
  assert.match(rs.plain, new RegExp(`Persona .*${v.persona.dni}`));
  assert.deepEqual(sql(`SELECT estado, vinculo_id, vence_en = consulta_plazo(creado_en) FROM consulta WHERE entidad_id = ${e.id}`), [['POR_RESPONDER', v.id, 't']]);
  const [[to, subject, body, secret]] = sql(`SELECT destinatario, asunto, replace(cuerpo, E'\\n', ' '), secreto FROM correo WHERE usuario_id = ${g.usuario}`);
  assert.deepEqual([to, subject, secret], ['gestor.prueba@example.org', 'Hay una consulta nueva de una ORH', 'f']);
  assert.ok(!/Reingreso|curso otra vez|Persona|EP[0-9A-F]{8}/.test(body) && !body.includes(v.persona.dni), body);
  assert.match(body, /\/consulta\/bandeja/);
});

test('pressed twice is once; a person of another entity is unknown; bad input', async () => {
  const e = newEntidad(), c = signedIn('ORH_JEFE', e), other = newVinculo(newEntidad());
  const page = await c.get('/consulta/nueva');
  for (let i = 0; i < 2; i++) { c.last = page; await c.submit(fields); assert.equal(c.last.status, 303); }
  assert.match((await c.follow()).plain, /no se duplicó/);
  assert.equal(one(`SELECT count(*) FROM consulta WHERE entidad_id = ${e.id}`), '1');
  for (const [bad, message] of [[{ documento: other.persona.dni }, 'no registró a nadie con ese documento'], [{ asunto: '' }, 'Escriba el asunto'], [{ texto: 'corto' }, 'Explique un poco más']]) {
    await c.get('/consulta/nueva');
    await c.submit({ ...fields, ...bad });
    assert.equal(c.last.status, 422);
    assert.match(c.last.plain, new RegExp(message));
  }
  await refusals(assert, '/consulta/nueva', { owner: c, role: 'SERVIR_ADMIN', values: fields });
});
