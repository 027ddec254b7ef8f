// The invitation of an ORH head: the link on the screen once, its mail in the queue, its hash kept.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { canary, escaped, newDni, newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';

const person = () => ({ tipo_documento: '01', documento: newDni(), nombres: 'Jefa', apellido_paterno: 'Prueba', correo: 'jefa@demo.example' });
const linkOf = (rs) => /value="(https:\/\/[^"]+\/cuenta\/enlace\/[A-Za-z0-9_-]{43})"/.exec(rs.text)?.[1];

test('a new head gets account, role, link and mail', async () => {
  const e = newEntidad();
  const c = signedIn('SERVIR_ADMIN');
  const v = person();
  await c.get(`/entidad/${e.id}/orh`);
  const rs = await c.submit(v);
  assert.equal(rs.status, 200);
  const link = linkOf(rs);
  assert.ok(link?.startsWith(process.env.PORTAL_URL), link);
  assert.match(rs.plain, /una sola vez/);
  const hash = execFileSync('b2sum', ['-l', '256'], { input: link.split('/').at(-1), encoding: 'utf8' }).split(' ')[0];
  const [[estado, rol, correo]] = sql(`SELECT u.estado, a.rol, m.destinatario FROM enlace l JOIN usuario u ON u.id = l.usuario_id
    JOIN asignacion a ON a.usuario_id = u.id AND a.entidad_id = ${e.id} JOIN correo m ON m.usuario_id = u.id AND m.secreto
    WHERE l.token_hash = decode('${hash}', 'hex') AND l.usado_en IS NULL`);
  assert.deepEqual([estado, rol, correo], ['INVITADO', 'ORH_JEFE', v.correo]);
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE despues::text LIKE '%${hash}%'`), '0', 'no hash in the audit');
  assert.ok(!(await c.get(`/entidad/${e.id}/orh`)).text.includes(link), 'shown once');
  const again = await c.submit(v);
  assert.equal(again.status, 422);
  assert.ok(again.plain.includes('ya tiene ese rol'));
});

test('who has an account gets the role and no link', async () => {
  const e = newEntidad();
  const known = newPersona();
  signedIn('ORH_ANALISTA', newEntidad(), known);
  const c = signedIn('SERVIR_ADMIN');
  await c.get(`/entidad/${e.id}/orh`);
  const rs = await c.submit({ tipo_documento: '01', documento: known.dni });
  assert.equal(rs.status, 200);
  assert.equal(linkOf(rs), undefined);
  assert.ok(rs.plain.includes('ya tiene cuenta'));
  assert.equal(one(`SELECT count(*) FROM asignacion WHERE entidad_id = ${e.id} AND rol = 'ORH_JEFE'`), '1');
});

test('what is wrong is told, and what was typed stays', async () => {
  const e = newEntidad();
  const c = signedIn('SERVIR_ADMIN');
  const path = `/entidad/${e.id}/orh`;
  for (const [bad, message] of [[{ documento: '' }, 'Escriba el número de documento'], [{ documento: '1234' }, 'Revise el número'],
    [{ nombres: '' }, 'El portal no conoce a esta persona'], [{ correo: 'jefa' }, 'Escriba el correo completo'], [{ tipo_documento: 'ZZ' }, '']]) {
    await c.get(path);
    const rs = await c.post(path, { ...person(), apellido_materno: canary, ...bad });
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), message);
    escaped(assert, rs);
  }
});

test('only the administrator, only an entity that exists', async () => {
  const e = newEntidad();
  await refusals(assert, `/entidad/${e.id}/orh`, { owner: signedIn('SERVIR_ADMIN'), role: 'AUDITOR', values: person() });
  assert.equal((await signedIn('ORH_JEFE', e).get(`/entidad/${e.id}/orh`)).status, 403);
  assert.equal((await signedIn('SERVIR_ADMIN').get('/entidad/99999999/orh')).status, 404);
});
