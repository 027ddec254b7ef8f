// A new account with its first role and scope.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, day, escaped, newDni, newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';

const person = (more) => ({ tipo_documento: '01', documento: newDni(), nombres: 'Persona', apellido_paterno: 'Prueba', ...more });
const roles = (dni) => sql(`SELECT a.rol, coalesce(a.entidad_id::text, ''), coalesce(a.hasta::text, '') FROM asignacion a
  JOIN usuario u ON u.id = a.usuario_id JOIN persona p ON p.id = u.persona_id WHERE p.numero_documento = '${dni}'`);

test('each kind of scope', async () => {
  const e = newEntidad();
  const c = signedIn('SERVIR_ADMIN');
  const orh = person({ rol: 'ORH_ANALISTA', entidad: e.sigla.toLowerCase(), hasta: day(30).text });
  await c.get('/usuario/nuevo');
  assert.match((await c.submit(orh)).text, /cuenta\/enlace\/[A-Za-z0-9_-]{43}"/);
  assert.deepEqual(roles(orh.documento), [['ORH_ANALISTA', e.id, day(30).iso]]);
  const gestor = person({ rol: 'GESTOR', regiones: 'piura, La Libertad,02', entidad: e.nombre });
  await c.get('/usuario/nuevo');
  assert.equal((await c.submit(gestor)).status, 200);
  assert.equal(one(`SELECT string_agg(coalesce(m.region, 'e' || m.entidad_id), ',' ORDER BY m.region) FROM asignacion_ambito m JOIN asignacion a ON a.id = m.asignacion_id
    JOIN usuario u ON u.id = a.usuario_id JOIN persona p ON p.id = u.persona_id WHERE p.numero_documento = '${gestor.documento}'`), `02,13,20,e${e.id}`);
  const revisor = person({ rol: 'SERVIR_REVISOR' });
  await c.get('/usuario/nuevo');
  assert.equal((await c.submit(revisor)).status, 200);
  assert.deepEqual(roles(revisor.documento), [['SERVIR_REVISOR', '', '']]);
});

test('an entity from the address is filled in', async () => {
  const rs = await signedIn('SERVIR_ADMIN').get('/usuario/nuevo?entidad=MIDIS');
  assert.equal(rs.forms.flatMap((f) => f.fields).find((f) => f.name === 'entidad').value, 'MIDIS');
});

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const twin = `Entidad Gemela ${newDni()}`;
  newEntidad(twin);
  newEntidad(twin);
  const tries = [[{ rol: '' }, 'elija una opción'], [{ rol: 'REY' }, 'opción de la lista'], [{ entidad: '' }, 'indique cuál'], [{ entidad: 'MIDIS, MINSA' }, 'una sola entidad'],
    [{ entidad: 'NO EXISTE' }, 'No encontramos «NO EXISTE»'], [{ entidad: twin }, 'Hay varias entidades'], [{ rol: 'GESTOR', entidad: '' }, 'Indique sus regiones'],
    [{ rol: 'GESTOR', regiones: 'Atlántida' }, '«Atlántida» no es una región'], [{ hasta: day(-1).text }, 'La fecha ya pasó'], [{ hasta: 'mañana' }, 'escriba la fecha'], [{ nombres: '' }, 'no conoce a esta persona']];
  for (const [bad, message] of tries) {
    await c.get('/usuario/nuevo');
    const rs = await c.post('/usuario/nuevo', person({ rol: 'ORH_JEFE', entidad: 'MIDIS', motivo: canary, ...bad }));
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), message);
    escaped(assert, rs);
  }
});

test('only the administrator', async () => {
  await refusals(assert, '/usuario/nuevo', { owner: signedIn('SERVIR_ADMIN'), role: 'AUDITOR', values: person({ rol: 'AUDITOR' }) });
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get('/usuario/nuevo')).status, 403);
});
