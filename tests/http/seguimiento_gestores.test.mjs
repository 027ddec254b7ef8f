// The load of each gestor and what nobody accompanies.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntidad, newPersona, refusals, signedIn } from './mundo.mjs';
import { entrust, gestor, newCompromiso, newConsulta, newContacto } from './seguimiento.mjs';

test('entities by light, contacts, what is late; those of nobody', async () => {
  const a = newEntidad(), b = newEntidad(), g = gestor(), orh = signedIn('ORH_JEFE', a);
  entrust(g, a);
  entrust(g, b);
  newContacto(g, a, -1);
  newContacto(g, b, -70);
  newCompromiso(g, a, -1);
  newConsulta(orh, a, { hours: -3 });
  const revisor = signedIn('SERVIR_REVISOR');
  const rs = await revisor.get('/seguimiento/gestores');
  const line = new RegExp(`gestor=${g.usuario}">Gestor Prueba[^]*?</tr>`).exec(rs.text)[0];
  assert.deepEqual([...line.matchAll(/class="num">(?:<a[^>]*>)?(\d+)/g)].map((m) => m[1]), ['2', '2', '0', '0', '1', '1', '1', '1']);
  assert.match(rs.plain, /[\d,]+ entidades no tienen gestor/);
  assert.ok(!rs.text.includes('/seguimiento/asignar'), 'only the administrator assigns');
  await refusals(assert, '/seguimiento/gestores', { owner: revisor, role: 'ORH_JEFE' });
  assert.equal((await g.get('/seguimiento/gestores')).status, 403);
});
