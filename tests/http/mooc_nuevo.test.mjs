// A new course: what it needs, codes that exist, wrong numbers.
import test from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { canary, escaped, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const code = () => `NUEVO-${randomBytes(4).toString('hex').toUpperCase()}`;
const good = () => ({ codigo: code(), nombre: 'Curso nuevo', edicion: '', acreditacion: 'EVALUACION', nota_minima: '10,5', escala: '20', escala_origen: '100',
  horas: '24', cierre: '', moodle_id: '12' });
const send = async (values) => {
  await admin.get('/mooc/nuevo');
  return admin.post('/mooc/nuevo', values);
};

test('it is made with its first version, and twice is refused', async () => {
  const values = good();
  assert.equal((await send({ ...values, codigo: values.codigo.toLowerCase() })).status, 303);
  assert.deepEqual(sql(`SELECT c.vigente, v.version, v.nota_minima, v.escala_origen, v.horas, v.moodle_id FROM curso c JOIN curso_version v ON v.curso_id = c.id
    WHERE c.codigo = '${values.codigo}'`), [['t', '1', '10.50', '100.00', '24', '12']]);
  const again = await send(values);
  assert.equal(again.status, 422);
  assert.match(again.plain, /Ya hay un curso con ese código/);
});

test('each wrong field has its message, and what was typed stays', async () => {
  for (const [name, value, message] of [['codigo', '', 'Escriba el código'], ['codigo', 'a b', 'letras, números y guiones'], ['nombre', '', 'complete este dato'],
    ['nota_minima', 'x', 'número como 14'], ['nota_minima', 'catorce', '6 caracteres'], ['nota_minima', '21', 'No puede pasar de la nota más alta'], ['escala', '0', 'Va de 1 a 1000'],
    ['acreditacion', 'OTRA', 'Elija'], ['edicion', '999999', 'lista'], ['horas', '0', ''], ['moodle_id', '1', ''], ['cierre', '31/02/2026', '']]) {
    const values = { ...good(), [name]: value };
    const rs = await send(values);
    assert.equal(rs.status, 422, `${name}=${value}: ${rs.plain}`);
    assert.ok(rs.plain.toLowerCase().includes(message.toLowerCase()), `${name}=${value}: ${rs.plain}`);
    assert.equal(one(`SELECT count(*) FROM curso WHERE codigo = '${values.codigo || '-'}'`), '0');
    assert.match(rs.text, /value="100"/);
  }
  const shown = await send({ ...good(), codigo: '', nombre: canary });
  escaped(assert, shown);
});

test('who may', () => refusals(assert, '/mooc/nuevo', { owner: admin, role: 'SERVIR_REVISOR', values: good() }));
