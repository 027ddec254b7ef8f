// Home of a gestor: what is due today, queries by their clock, entities in red.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, refusals, signedIn } from './mundo.mjs';
import { gestor, newCompromiso, newConsulta, newContacto } from './seguimiento.mjs';

test('today: queries by clock, commitments, entities in red, each with its link', async () => {
  const e = newEntidad(), g = gestor(e), orh = signedIn('ORH_JEFE', e), foreign = newEntidad();
  const late = newConsulta(orh, e, { asunto: 'La que venció', hours: -30 }), soon = newConsulta(orh, e, { asunto: canary, hours: 30 });
  newCompromiso(g, e, 0, 'Vence hoy mismo');
  newCompromiso(g, e, -2, 'Venció antier');
  newCompromiso(g, e, 5, 'Para después');
  newConsulta(signedIn('ORH_JEFE', foreign), foreign, { asunto: 'Consulta ajena', hours: -30 });
  newContacto(g, e, -3);
  const rs = await g.get('/seguimiento/inicio');
  assert.match(rs.plain, /2 consultas por responder ; 1 fuera de plazo 2 compromisos de hoy o vencidos ; 1 en los próximos 7 días 1 entidad en rojo/);
  assert.ok(rs.text.indexOf(`/consulta/${late}/ver`) < rs.text.indexOf(`/consulta/${soon}/ver`), 'by the clock');
  assert.ok(rs.plain.indexOf('Venció antier') < rs.plain.indexOf('Vence hoy mismo'));
  assert.ok(!/Para después|Consulta ajena/.test(rs.plain));
  assert.match(rs.plain, /Entidades en rojo .*1 consulta sin responder a tiempo; 1 compromiso vencido/);
  escaped(assert, rs);
});

test('a query alone, while the light is amber', async () => {
  const e = newEntidad(), g = gestor(e), id = newConsulta(signedIn('ORH_JEFE', e), e);
  const rs = await g.get('/seguimiento/inicio');
  assert.ok(rs.text.includes(`/consulta/${id}/ver`));
  assert.match(rs.plain, /1 consulta por responder.*0 entidades en rojo 1 entidad en ámbar/);
});

test('nothing yet; who may not; it is where a gestor begins', async () => {
  const g = gestor();
  const rs = await g.get('/seguimiento/inicio');
  assert.match(rs.plain, /Todavía no tiene entidades a su cargo.*Ninguna consulta espera.*Nada vence hoy.*Ninguna entidad en rojo/);
  await refusals(assert, '/seguimiento/inicio', { owner: g, role: 'SERVIR_ADMIN' });
});
