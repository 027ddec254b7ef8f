// Each file of the corpus, as Moodle and people write them: what its rows must become.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { canary, one, refusals, signedIn, sql } from './mundo.mjs';
import { fill, newCurso, newGente, send } from './mooc.mjs';

const folder = new URL('../data/mooc/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('casos.json', folder)));
const admin = signedIn('SERVIR_ADMIN');

for (const [name, { acreditacion, ajustes, filas, dice, rechazada }] of Object.entries(cases)) {
  test(name, async () => {
    const gente = newGente(), curso = newCurso({ acreditacion, ...ajustes });
    const rs = await send(admin, curso, name, fill(readFileSync(new URL(name, folder)), gente));
    assert.equal(rs.status, rechazada ? 422 : 303, rs.plain);
    if (!rechazada) {
      const id = /\/mooc\/(\d+)\//.exec(rs.location)[1];
      const rows = sql(`SELECT numero, concat_ws(' ', estado, coalesce(resultado, '-'), coalesce(nota::text, '-'), fecha) FROM mooc_fila
        WHERE carga_id = ${id} ORDER BY numero`);
      assert.deepEqual(rows.map(([n]) => n), Object.keys(filas));
      for (const [n, got] of rows) assert.ok(got.startsWith(filas[n].replace(/ -$/, ' -')), `row ${n}: ${got}, not ${filas[n]}`);
      let shown = (await admin.get(`/mooc/${id}/vista`)).plain;
      for (const state of new Set(rows.map(([, r]) => r.split(' ')[0]).filter((s) => s !== 'ENTRA'))) {
        const page = await admin.get(`/mooc/${id}/vista?ver=${state}`);
        assert.equal(page.status, 200);
        shown += page.plain;
        assert.ok(!page.text.includes('<b>"'), 'raw');
      }
      for (const text of dice) assert.ok(shown.includes(text), `${text} in ${shown}`);
    } else for (const text of dice) assert.ok(rs.plain.includes(text), `${text} in ${rs.plain}`);
  });
}

test('the same file again changes nothing and says so; under new settings it is another load', async () => {
  const gente = newGente(1), curso = newCurso();
  const data = `DNI,Nota\n${gente[0].persona.dni},15\n`;
  const first = (await send(admin, curso, 'a.csv', data)).location;
  const again = await send(admin, curso, 'b.csv', data);
  assert.equal(again.location, first);
  assert.match((await admin.follow()).plain, /ya se había subido: no cambió nada/);
  assert.equal(one(`SELECT count(*) FROM mooc_fila f JOIN mooc_carga k ON k.id = f.carga_id WHERE k.curso_id = ${curso.id}`), '1');
  sql(`INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, usuario_id) VALUES (${curso.id}, 2, 'Otra', 'EVALUACION', 16, 1)`);
  assert.notEqual((await send(admin, curso, 'a.csv', data)).location, first);
  assert.match((await admin.follow()).plain, /mínima 16 de 20/);
});

test('what is missing is said at its field, with what was typed', async () => {
  const curso = newCurso();
  await admin.get('/mooc/cargar');
  let rs = await admin.upload('/mooc/cargar', { curso: curso.id, fecha: '31/02/2026' });
  assert.equal(rs.status, 422);
  assert.match(rs.text, /value="31\/02\/2026"/);
  rs = await admin.upload('/mooc/cargar', { curso: curso.id, fecha: '' });
  assert.match(rs.plain, /Elija el archivo con los resultados/);
  rs = await send(admin, { id: '' }, 'a.csv', 'DNI,Nota\n1,2\n');
  assert.match(rs.plain, /Elija el curso/);
  rs = await send(admin, { id: '999999999' }, 'a.csv', 'DNI,Nota\n1,2\n');
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Elija un curso de la lista/);
  assert.equal((await send(admin, curso, `${canary}.csv`, `DNI,Nota\n00000000,15\n`)).status, 303);
  assert.ok(!(await admin.follow()).text.includes(canary));
});

test('who may', async () => {
  await refusals(assert, '/mooc/cargar', { owner: admin, role: 'SERVIR_REVISOR', values: { curso: '1' } });
  await refusals(assert, '/mooc/cargar', { owner: admin, role: 'ORH_JEFE' });
});
