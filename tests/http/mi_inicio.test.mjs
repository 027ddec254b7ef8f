// The home of a servidor and of a jefe: their own and nobody else's.
import test from 'node:test';
import assert from 'node:assert/strict';
import { conSesion, newCuenta } from './cuenta.mjs';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

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
  const led = newVinculo(e, { persona: newPersona({ nombres: 'Recibida', paterno: 'Demo' }) });
  newVinculo(e, { persona: newPersona({ nombres: 'Otra', paterno: 'Desconocida' }) });
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${led.id}`);
  const c = signedIn('JEFE', e, p);
  const rs = await c.get('/mi/inicio');
  assert.match(rs.plain, /Demo Ficticia, Recibida.*Vencida Le toca a usted: venció el/);
  assert.ok(!rs.plain.includes('Desconocida'));
  assert.equal((await c.get(`/servidor/${led.id}/ficha`)).status, 200);
});

test('markup is text; who may not see it', async () => {
  const e = newEntidad();
  const p = newPersona();
  newVinculo(e, { persona: p, puesto: canary });
  escaped(assert, await signedIn('SERVIDOR', e, p).get('/mi/inicio'));
  await refusals(assert, '/mi/inicio', { role: 'ORH_JEFE' });
  assert.equal((await signedIn('SERVIR_ADMIN').get('/mi/inicio')).status, 403);
});

test('a jefe ticks two people with one date; all or none; pressed twice is once', async () => {
  const e = newEntidad(), p = newPersona();
  const boss = newVinculo(e, { persona: p }), two = [newVinculo(e), newVinculo(e)], late = newVinculo(e, { ingreso: day(-2).iso });
  const foreign = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id IN (${[...two, late].map((v) => v.id)})`);
  const box = (v) => sql(`SELECT id || '.' || version FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESPECIFICA'`)[0][0];
  const done = () => one(`SELECT count(*) FROM etapa WHERE vinculo_id IN (${[...two, late, foreign].map((v) => v.id)}) AND estado = 'CULMINADA'`);
  const c = signedIn('JEFE', e, p);
  await c.get('/mi/inicio');
  await c.submit({ etapa: [...two, late].map(box), fecha: day(-5).text });
  assert.equal(c.last.status, 422);
  assert.match(c.last.plain, /No se guardó nada\. .*la fecha es anterior a su ingreso/);
  assert.equal(c.last.forms.flatMap((f) => f.fields).filter((f) => f.name === 'etapa' && f.on).length, 3, 'the ticks stay');
  assert.equal(done(), '0');
  await c.submit({ etapa: [], fecha: day(-5).text });
  assert.match(c.last.plain, /Marque por lo menos a una persona/);
  const page = c.last, boxes = two.map(box);
  for (let i = 0; i < 2; i++) {
    c.last = page;
    await c.submit({ etapa: boxes, fecha: day(-5).text });
    assert.equal(c.last.status, 303, c.last.plain);
  }
  assert.match((await c.follow()).plain, /Se registró: las etapas marcadas culminaron/);
  assert.equal(done(), '2');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id IN (${two.map((v) => v.id)})`), '2');
  await c.submit({ etapa: [box(foreign)], fecha: day(-5).text });
  assert.equal(c.last.status, 422);
  assert.equal(done(), '2', 'nobody else\'s');
  await c.get('/mi/inicio');
  assert.equal((await c.post('/mi/inicio', { etapa: box(late), fecha: day(0).text, csrf: null })).status, 403);
  const own = signedIn('SERVIDOR', e, two[0].persona);
  await own.get('/mi/inicio');
  assert.equal((await own.post('/mi/inicio', { etapa: box(late), fecha: day(0).text })).status, 403);
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
