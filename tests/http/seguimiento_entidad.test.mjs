// One entity: a contact noted with its commitment in one submit, what is refused, what stays.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { terminar } from './recorrido.mjs';
import { gestor, manyContactos, newCompromiso, newContacto } from './seguimiento.mjs';

const path = (e) => `/seguimiento/${e.id}/entidad`;
const fields = { canal: 'VISITA', con_quien: 'Jefatura de la ORH', tema: 'Plan de inducción', nota: 'Falta la firma' };

test('a contact and its commitment in one submit; the date is today unless said', async () => {
  const e = newEntidad(), g = gestor(e);
  await g.get(path(e));
  await g.submit({ ...fields, acuerdo: 'Enviar el plan firmado', responsable: 'ORH', fecha_limite: day(5).text });
  assert.equal(g.last.status, 303, g.last.plain);
  const rs = await g.follow();
  assert.match(rs.plain, /Quedó anotado.*Enviar el plan firmado Lo hará la ORH hasta el.*Visita con Jefatura de la ORH: Plan de inducción.*Falta la firma/);
  assert.deepEqual(sql(`SELECT fecha = hoy(), canal, usuario_id FROM contacto WHERE entidad_id = ${e.id}`), [['t', 'VISITA', g.usuario]]);
  assert.deepEqual(sql(`SELECT c.texto, c.responsable, c.estado, c.contacto_id = k.id FROM compromiso c JOIN contacto k ON k.entidad_id = c.entidad_id WHERE c.entidad_id = ${e.id}`),
    [['Enviar el plan firmado', 'ORH', 'ABIERTO', 't']]);
  const orh = signedIn('ORH_ANALISTA', e);
  const theirs = await orh.get('/consulta/lista');
  assert.match(theirs.plain, /Enviar el plan firmado Le toca a su ORH/);
  assert.ok(!theirs.plain.includes('Falta la firma'), 'the note is SERVIR\'s');
});

test('pressed twice is once', async () => {
  const e = newEntidad(), g = gestor(e);
  await g.get(path(e));
  const page = g.last;
  for (let i = 0; i < 2; i++) { g.last = page; await g.submit({ ...fields, acuerdo: 'Una vez', fecha_limite: day(2).text }); }
  assert.match((await g.follow()).plain, /no se duplicó/);
  assert.equal(one(`SELECT count(*) FROM contacto WHERE entidad_id = ${e.id}`), '1');
  assert.equal(one(`SELECT count(*) FROM compromiso WHERE entidad_id = ${e.id}`), '1');
});

test('what is wrong is told at its field and what was typed stays', async () => {
  const e = newEntidad(), g = gestor(e);
  for (const [bad, message] of [[{ tema: '' }, 'Escriba el tema'], [{ fecha: '31/02/2026' }, 'fecha'], [{ fecha: day(1).text }, 'todavía no llega'],
    [{ acuerdo: 'Algo acordado' }, 'Escriba hasta cuándo'], [{ fecha_limite: day(3).text }, 'Escriba a qué se comprometen'],
    [{ acuerdo: 'Algo acordado', fecha_limite: day(-3).text }, 'anterior a la del contacto'], [{ canal: 'PALOMA' }, 'lista|Elija|opciones']]) {
    await g.get(path(e));
    await g.submit({ ...fields, ...bad });
    assert.equal(g.last.status, 422, JSON.stringify(bad));
    assert.match(g.last.plain, new RegExp(message), JSON.stringify(bad));
    assert.ok(g.last.text.includes('Falta la firma'));
  }
  assert.equal(one(`SELECT count(*) FROM contacto WHERE entidad_id = ${e.id}`), '0');
});

test('whom to call, figures of its people, the sheet to print', async () => {
  const e = newEntidad(), g = gestor(e);
  const p = newPersona({ nombres: 'Jefa', paterno: 'Prueba' });
  sql(`UPDATE persona SET celular = '987654321', correo = 'jefa@prueba.pe' WHERE id = ${p.id}`);
  signedIn('ORH_JEFE', e, p);
  newVinculo(e);
  newVinculo(e);
  const rs = await g.get(path(e));
  assert.match(rs.plain, /Jefa Prueba.* · 987654321 · jefa@prueba\.pe/);
  assert.match(rs.plain, /2 personas con vínculo vigente 2 con su inducción en curso 0 la culminaron/);
  const print = await g.get(`${path(e)}?vista=imprimir`);
  assert.match(print.plain, /Ficha de visita.*Acta de la visita.*Firmas/);
  assert.ok(print.text.includes('class="imp"') && !print.forms.some((f) => f.fields.some((x) => x.name === 'tema')));
});

test('each figure of its people is the length of its list', async () => {
  const e = newEntidad(), g = gestor(e), people = Array.from({ length: 5 }, () => newVinculo(e));
  terminar(people[0]);
  sql(`UPDATE etapa SET fecha_limite = hoy() - 1 WHERE vinculo_id IN (${people[1].id}, ${people[2].id});
    UPDATE etapa SET fecha_limite = hoy() + 1 WHERE vinculo_id = ${people[4].id};
    UPDATE vinculo SET fecha_cese = hoy() - 1 WHERE id = ${people[2].id};
    DELETE FROM actividad WHERE vinculo_id = ${people[3].id};
    DELETE FROM etapa WHERE vinculo_id = ${people[3].id};
    DELETE FROM inscripcion WHERE vinculo_id = ${people[3].id}`);
  await g.get(path(e));
  const figures = [...g.last.text.matchAll(/<a href="(\/servidor\/lista[^"]+)"><b>([\d,]+)<\/b> /g)].map(([, href, n]) => [href.replaceAll('&amp;', '&'), Number(n)]);
  assert.deepEqual(figures.map(([, n]) => n), [4, 2, 1, 1], 'who is not enrolled is not under way; stages of one person are one');
  for (const [href, n] of figures) {
    const { plain } = await g.get(href);
    assert.equal(Number(/([\d,]+) personas?\./.exec(plain)?.[1] ?? 0), n, href);
  }
});

test('many contacts go on other pages', async () => {
  const e = newEntidad(), g = gestor(e);
  manyContactos(g, e, 45);
  const seen = new Set();
  let next = path(e);
  for (let i = 0; i < 4 && next; i++) {
    const rs = await g.get(next);
    for (const [, n] of rs.plain.matchAll(/: Tema número (\d+)\. Anotado/g)) seen.add(n);
    next = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1];
  }
  for (let i = 0; i < 45; i++) assert.ok(seen.has(String(i)), `${i}`);
});

test('who may not; the auditor reads; markup is text', async () => {
  const e = newEntidad(), g = gestor(e), other = gestor(newEntidad());
  newContacto(g, e, -1, { tema: canary, nota: canary });
  newCompromiso(g, e, 1, canary);
  escaped(assert, await g.get(path(e)));
  await refusals(assert, path(e), { owner: g, foreign: other, role: 'ORH_JEFE', values: { ...fields, fecha: day(0).text } });
  const auditor = signedIn('AUDITOR');
  assert.equal((await auditor.get(path(e))).status, 200);
  assert.ok(!auditor.last.forms.some((f) => f.fields.some((x) => x.name === 'tema')));
  assert.equal((await auditor.post(path(e), fields)).status, 403);
  assert.equal((await g.get('/seguimiento/999999999/entidad')).status, 404);
});
