// The home of a servidor and of a jefe: their own and nobody else's.
import test from 'node:test';
import assert from 'node:assert/strict';
import { conSesion, newCuenta } from './cuenta.mjs';
import { canary, escaped, newEntidad, newPersona, newVinculo, refusals, signedIn, sql } from './mundo.mjs';

test('a servidor sees own stages, who must act and the data that are held', async () => {
  const e = newEntidad();
  const p = newPersona({ nombres: 'Propia', paterno: 'Demo' });
  newVinculo(e, { persona: p, puesto: 'Especialista de prueba' });
  newVinculo(e, { puesto: 'Puesto ajeno' });
  const rs = await signedIn('SERVIDOR', e, p).get('/mi/inicio');
  assert.equal(rs.status, 200);
  for (const t of ['Especialista de prueba', 'A. Inducción general al Estado', 'B. Inducción general a la entidad', 'C. Inducción específica al puesto',
    'Vencida', 'Le toca a usted', 'Le toca a la ORH', 'Le toca a su jefe', `DNI ${p.dni}`, 'No registrado', 'Su ORH aún no lo indica']) assert.ok(rs.plain.includes(t), t);
  assert.ok(!rs.plain.includes('Puesto ajeno'));
  assert.ok(rs.text.includes('href="/publico/privacidad"'));
});

test('a servidor without vinculo, a jefe without people', async () => {
  const e = newEntidad();
  assert.ok((await signedIn('SERVIDOR', e).get('/mi/inicio')).plain.includes('todavía no registra su ingreso'));
  assert.ok((await signedIn('JEFE', e).get('/mi/inicio')).plain.includes('Nadie figura a su cargo'));
});

test('a jefe sees whom they lead, with stage C', async () => {
  const e = newEntidad();
  const p = newPersona({ nombres: 'Jefa', paterno: 'Demo' });
  const boss = newVinculo(e, { persona: p });
  const one = newVinculo(e, { persona: newPersona({ nombres: 'Recibida', paterno: 'Demo' }) });
  newVinculo(e, { persona: newPersona({ nombres: 'Otra', paterno: 'Desconocida' }) });
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${one.id}`);
  const c = signedIn('JEFE', e, p);
  const rs = await c.get('/mi/inicio');
  assert.match(rs.plain, /Demo Ficticia, Recibida.*Vencida Le toca a usted: venció el/);
  assert.ok(!rs.plain.includes('Desconocida'));
  assert.equal((await c.get(`/servidor/${one.id}/ficha`)).status, 200);
});

test('markup is text; who may not see it', async () => {
  const e = newEntidad();
  const p = newPersona();
  newVinculo(e, { persona: p, puesto: canary });
  escaped(assert, await signedIn('SERVIDOR', e, p).get('/mi/inicio'));
  await refusals(assert, '/mi/inicio', { role: 'ORH_JEFE' });
  assert.equal((await signedIn('SERVIR_ADMIN').get('/mi/inicio')).status, 403);
});

test('one role for each entity: each shows its own, and the page says which', async () => {
  const [e, f] = [newEntidad(), newEntidad()];
  const persona = newPersona({ nombres: 'Doble', paterno: 'Demo' });
  newVinculo(e, { persona, puesto: 'Puesto primero' });
  newVinculo(f, { persona, puesto: 'Puesto segundo' });
  const cuenta = newCuenta({ persona, roles: [['SERVIDOR', e], ['SERVIDOR', f]] });
  const c = await conSesion(cuenta);
  const first = await c.get('/mi/inicio');
  assert.ok(first.plain.includes('Puesto primero') && !first.plain.includes('Puesto segundo') && first.plain.includes(e.nombre));
  await c.get('/cuenta/rol');
  await c.submit({}, { form: '/cuenta/rol', button: `asignacion_id=${cuenta.asignaciones[1]}` });
  const second = await c.get('/mi/inicio');
  assert.ok(second.plain.includes('Puesto segundo') && !second.plain.includes('Puesto primero') && second.plain.includes(f.nombre));
});
