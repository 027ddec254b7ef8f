// The link that an ORH hands to a servidor: shown once, opens their account, and theirs alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { accountOf, client } from './client.mjs';
import { day, newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';

const somebody = () => one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id
  WHERE e.clave = 'MIDIS' AND v.fecha_cese IS NULL AND NOT EXISTS (SELECT FROM usuario u WHERE u.persona_id = v.persona_id) ORDER BY v.id DESC LIMIT 1`);

async function orh() {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  return c;
}

test('link, password, own induction', async () => {
  const c = await orh();
  const id = somebody();
  const form = await c.get(`/servidor/${id}/invitar`);
  assert.equal(form.status, 200);
  const shown = await c.submit({ rol: 'SERVIDOR' });
  assert.equal(shown.status, 200, shown.plain);
  const link = /https:\/\/[^\s"<]+\/cuenta\/enlace\/([A-Za-z0-9_-]{43})/.exec(shown.text);
  assert.ok(link, shown.plain);
  const who = client();
  for (let i = 0; i < 2; i++) assert.equal((await who.get(`/cuenta/enlace/${link[1]}`)).status, 200, 'opening it does not use it up');
  const fields = who.last.forms.flatMap((f) => f.fields).filter((f) => f.type === 'password').map((f) => f.name);
  await who.submit(Object.fromEntries(fields.map((n) => [n, 'cuatro palabras al azar'])));
  assert.equal(who.last.status, 303, who.last.plain);
  const home = await who.follow();
  assert.match(home.path, /^\/mi\/inicio/);
  assert.equal((await who.get(`/servidor/${id}/ficha`)).status, 200);
  const other = one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS' AND v.id <> ${id} LIMIT 1`);
  assert.equal((await who.get(`/servidor/${other}/ficha`)).status, 404);
});

test('not for another entity\'s people, nor by who may not', async () => {
  const c = await orh();
  const foreign = one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id WHERE e.clave <> 'MIDIS' LIMIT 1`);
  assert.equal((await c.get(`/servidor/${foreign}/invitar`)).status, 404);
  await c.get('/servidor/registrar');
  assert.equal((await c.post(`/servidor/${foreign}/invitar`, { rol: 'SERVIDOR' })).status, 404);
  const id = somebody();
  assert.equal((await c.post(`/servidor/${id}/invitar`, { rol: 'SERVIR_ADMIN' })).status, 422);
  assert.equal((await c.post(`/servidor/${id}/invitar`, { rol: 'SERVIDOR', csrf: null })).status, 403);
  const s = client();
  await s.signIn(accountOf('SERVIDOR'));
  assert.equal((await s.get(`/servidor/${id}/invitar`)).status, 403);
});

test('the link of a person of two entities opens the entity that gave it, and no other', async () => {
  const here = newEntidad(), there = newEntidad();
  const persona = newPersona({ nombres: 'Doble', paterno: 'Prueba' });
  const theirs = newVinculo(there, { persona, puesto: 'Puesto reservado' });
  const led = newVinculo(there, { persona: newPersona({ nombres: 'Dirigida', paterno: 'Lejana' }) });
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${theirs.id} WHERE id = ${led.id}`);
  const c = signedIn('ORH_ANALISTA', here);
  const form = { puesto: 'Analista de aquí', fecha_ingreso: day(-3).text, regimen: '15', modalidad: 'PRESENCIAL' };
  await c.get('/servidor/registrar');
  await c.submit({ documento: persona.dni });
  await c.follow();
  await c.submit(form);
  const review = await c.follow();
  await c.post(review.path, {});
  const mine = /servidor\/(\d+)\/ficha/.exec(c.last.location ?? '')?.[1];
  assert.ok(mine, c.last.plain);
  const who = client();
  for (const [rol, page] of [['SERVIDOR', /Analista de aquí/], ['JEFE', /Nadie figura a su cargo/]]) {
    await c.get(`/servidor/${mine}/invitar`);
    const shown = await c.submit({ rol });
    const link = /cuenta\/enlace\/[A-Za-z0-9_-]{43}/.exec(shown.text)?.[0];
    if (rol === 'SERVIDOR') {
      assert.ok(link, shown.plain);
      await who.get(`/${link}`);
      const fields = who.last.forms.flatMap((f) => f.fields).filter((f) => f.type === 'password').map((f) => f.name);
      await who.submit(Object.fromEntries(fields.map((n) => [n, 'cuatro palabras al azar'])));
      assert.equal(who.last.status, 303, who.last.plain);
    } else {
      await who.get('/cuenta/rol');
      await who.submit({}, { form: '/cuenta/rol', button: `asignacion_id=${one(`SELECT a.id FROM asignacion a JOIN usuario u ON u.id = a.usuario_id
        WHERE u.persona_id = ${persona.id} AND a.rol = 'JEFE'`)}` });
    }
    const home = await who.get('/mi/inicio');
    assert.match(home.plain, page);
    assert.ok(!home.plain.includes('Puesto reservado') && !home.plain.includes('Lejana') && !home.text.includes(there.nombre), rol);
    for (const p of ['ficha', 'historia']) {
      assert.equal((await who.get(`/servidor/${theirs.id}/${p}`)).status, 404, rol);
      assert.equal((await who.get(`/servidor/${led.id}/${p}`)).status, 404, rol);
    }
  }
});
