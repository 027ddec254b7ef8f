// The courses and the latest loads.
import test from 'node:test';
import assert from 'node:assert/strict';
import { refusals, signedIn } from './mundo.mjs';
import { load, newCurso } from './mooc.mjs';

test('the list: settings, what came in, for whoever sees all', async () => {
  const admin = signedIn('SERVIR_ADMIN'), curso = newCurso({ acreditacion: 'AMBAS', moodle_id: 77 });
  await load(admin, curso, ['Usuario,Nota', 'nadie,15']);
  const rs = await admin.get('/mooc/cursos');
  assert.match(rs.plain, new RegExp(`Curso ${curso.codigo} ${curso.codigo} Por asistencia y evaluación, mínima 14 de 20`));
  assert.match(rs.plain, /lista\.csv/);
  assert.match(rs.text, /href="\/mooc\/cargar"/);
  const auditor = await signedIn('AUDITOR').get('/mooc/cursos');
  assert.equal(auditor.status, 200);
  assert.ok(!auditor.text.includes('href="/mooc/cargar"'));
  await refusals(assert, '/mooc/cursos', { role: 'ORH_JEFE' });
});
