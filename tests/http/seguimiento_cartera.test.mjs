// The portfolio: lights with their reasons, order by need, filters, paging, who sees what.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, newVinculo, refusals, signedIn, sql } from './mundo.mjs';
import { entrust, gestor, newCompromiso, manyEntidades, newConsulta, newContacto, newPlan, row } from './seguimiento.mjs';

const late = (v, n) => sql(`UPDATE etapa SET fecha_limite = hoy() - 1 WHERE id IN (SELECT id FROM etapa WHERE vinculo_id = ${v.id} ORDER BY id LIMIT ${n})`);
const future = (v) => sql(`UPDATE etapa SET fecha_limite = hoy() + 10 WHERE vinculo_id = ${v.id}`);

test('each reason in words, with its light', async () => {
  const e = newEntidad(), g = gestor(e), orh = signedIn('ORH_JEFE', e);
  const see = async () => row(await g.get(`/seguimiento/cartera?q=${e.sigla}`), e);
  assert.deepEqual((await see()).slice(1, 4), ['Ámbar', 'todavía sin contacto', 'Ninguno']);
  newContacto(g, e, -2);
  assert.deepEqual((await see()).slice(1, 3), ['Verde', 'al día']);
  newContacto(g, e, 0, { canal: 'NOTA' });
  assert.match((await see())[3], /\d/);
  const people = [newVinculo(e), newVinculo(e), newVinculo(e)];
  people.forEach(future);
  assert.deepEqual((await see()).slice(1, 3), ['Ámbar', 'plan de inducción sin aprobar']);
  newPlan(e);
  late(people[0], 1);
  assert.deepEqual((await see()).slice(1, 3), ['Ámbar', '1 etapa vencida de 9 por terminar']);
  late(people[1], 3);
  assert.deepEqual((await see()).slice(1, 3), ['Rojo', '4 etapas vencidas de 9 por terminar']);
  people.forEach(future);
  newCompromiso(g, e, -3);
  assert.deepEqual((await see()).slice(1, 3), ['Ámbar', '1 compromiso vencido']);
  newCompromiso(g, e, -8);
  assert.deepEqual((await see()).slice(1, 3), ['Rojo', '2 compromisos vencidos']);
  sql(`UPDATE compromiso SET estado = 'CUMPLIDO', cerrado_en = now() WHERE entidad_id = ${e.id}`);
  const id = newConsulta(orh, e, { hours: -1 });
  assert.deepEqual((await see()).slice(1, 3), ['Rojo', '1 consulta sin responder a tiempo']);
  sql(`UPDATE consulta SET estado = 'CERRADA', vence_en = NULL WHERE id = ${id}; UPDATE usuario SET estado = 'SUSPENDIDO' WHERE id = ${orh.usuario}`);
  assert.deepEqual((await see()).slice(1, 3), ['Ámbar', 'sin jefatura de ORH en el portal']);
});

test('days without contact: amber, red, and since when nobody called', async () => {
  const e = newEntidad(), g = gestor(e);
  signedIn('ORH_JEFE', e);
  newContacto(g, e, -45);
  assert.deepEqual(row(await g.get('/seguimiento/cartera'), e).slice(1, 3), ['Ámbar', 'sin contacto hace 45 días']);
  assert.match(g.last.plain, /25 % o más de las etapas por terminar.*30 días o más sin contacto/);
  const f = newEntidad(), h = gestor(f);
  newContacto(h, f, -60);
  signedIn('ORH_JEFE', f);
  assert.deepEqual(row(await h.get('/seguimiento/cartera'), f).slice(1, 3), ['Rojo', 'sin contacto hace 60 días']);
  const k = newEntidad(), i = gestor(k);
  entrust(i, k);
  sql(`UPDATE cartera SET desde = now() - interval '61 days' WHERE entidad_id = ${k.id}`);
  assert.match(row(await i.get('/seguimiento/cartera'), k)[2], /sin contacto desde que la acompañamos \(61 días\)/);
});

test('who needs most comes first; filters; pages lose none', async () => {
  const g = gestor(), all = manyEntidades(g, 55);
  sql(`UPDATE entidad SET nivel_gobierno = 'LOCAL', ubigeo = '070101' WHERE id = ${all[3].id}`);
  newContacto(g, all[7], -70);
  newContacto(g, all[8], -90);
  const seen = [];
  let path = '/seguimiento/cartera';
  for (let i = 0; i < 3 && path; i++) {
    const rs = await g.get(path);
    seen.push(...[...rs.text.matchAll(/<th scope="row"><a href="\/seguimiento\/(\d+)\/entidad/g)].map((m) => m[1]));
    path = /href="([^"]*despues=\d+)"/.exec(rs.text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(seen.length, 55);
  assert.equal(new Set(seen).size, 55);
  assert.deepEqual(seen.slice(0, 2), [all[8].id, all[7].id]);
  const only = async (query) => [...(await g.get(`/seguimiento/cartera?${query}`)).text.matchAll(/<th scope="row"><a href="\/seguimiento\/(\d+)\//g)].map((m) => m[1]);
  assert.deepEqual(await only('luz=ROJO'), [all[8].id, all[7].id]);
  assert.match(g.last.plain, /2 en rojo.*53 en ámbar.*0 en verde.*2 entidades\./);
  assert.deepEqual(await only('nivel=LOCAL&region=07'), [all[3].id]);
  assert.deepEqual(await only('nivel=LOCAL&region=08'), []);
  assert.match(g.last.plain, /Ninguna entidad coincide/);
  assert.equal((await g.get('/seguimiento/cartera?vista=imprimir')).text.includes('class="imp"'), true);
});

test('a gestor sees theirs, SERVIR all; what was entrusted to one leaves the scope of another', async () => {
  const a = newEntidad(), b = newEntidad(), g = gestor(a), h = gestor(b), revisor = signedIn('SERVIR_REVISOR');
  assert.equal(row(await g.get('/seguimiento/cartera'), b), null);
  assert.equal((await g.get(`/seguimiento/${b.id}/entidad`)).status, 404);
  assert.ok(row(await revisor.get(`/seguimiento/cartera?q=${a.sigla}`), a));
  entrust(g, b);
  assert.ok(row(await g.get('/seguimiento/cartera'), b));
  assert.equal((await h.get(`/seguimiento/${b.id}/entidad`)).status, 404, 'it left the other');
  assert.equal((await h.get(`/entidad/${b.id}/ficha`)).status, 404);
  assert.ok(row(await revisor.get(`/seguimiento/cartera?gestor=${g.usuario}`), b));
  assert.equal(row(await revisor.get(`/seguimiento/cartera?gestor=SIN`), b), null);
  sql(`UPDATE asignacion SET revocada_en = now() WHERE usuario_id = ${g.usuario}`);
  assert.equal((await h.get(`/seguimiento/${b.id}/entidad`)).status, 200, 'without a role nobody holds it');
});

test('markup is text; who may not', async () => {
  const e = newEntidad(`Entidad ${canary}`), g = gestor(e);
  escaped(assert, await g.get('/seguimiento/cartera'));
  await refusals(assert, '/seguimiento/cartera', { owner: g, role: 'ORH_JEFE' });
});
