// The questions of a survey: a draft, its publication, and answers that stay with the version they were given to.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import test from 'node:test';
import { client } from './client.mjs';
import { canary, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { encuesta } from './recorrido.mjs';

const admin = signedIn('SERVIR_ADMIN');
// An edition of its own, far from every other, and whose people are put into it by hand.
const newEdicion = () => one(`INSERT INTO edicion (programa, codigo, nombre, anio, desde, hasta)
  SELECT 'SERVIDORES', 'PRUEBA-' || a, 'Edición de prueba ' || a, 2020, ('1900-01-01'::date + a), ('1900-01-01'::date + a)
  FROM (SELECT ${randomInt(20000)} AS a) x RETURNING id`);
const path = (e) => `/encuesta/preguntas?edicion=${e}`;
const versions = (e) => sql(`SELECT s.version, s.publicada_en IS NOT NULL, string_agg(q.tipo || ' ' || coalesce(q.etapa, '-') || ' ' || q.texto, '|' ORDER BY q.numero)
  FROM encuesta s JOIN encuesta_pregunta q ON q.encuesta_id = s.id WHERE s.edicion_id = ${e} GROUP BY s.id ORDER BY s.version`).map((r) => r.join(' '));
const button = (accion) => ({ button: `accion=${accion}` });
const field = (rs, name) => rs.forms.flatMap((f) => f.fields).find((f) => f.name === name)?.value;

test('a draft is kept as often as one likes, with gaps; published it is sealed', async () => {
  const e = newEdicion();
  await admin.get(path(e));
  assert.equal(admin.last.status, 200, admin.last.plain);
  await admin.submit({ texto1: `¿Le sirvió? ${canary}`, texto4: '¿Qué mejoraría?', tipo4: 'TEXTO', etapa4: 'ENTIDAD' }, button('guardar'));
  assert.equal(admin.last.status, 303, admin.last.plain);
  await admin.follow();
  escaped(assert, admin.last);
  assert.deepEqual(versions(e), [`1 f ESCALA - ¿Le sirvió? ${canary}|TEXTO ENTIDAD ¿Qué mejoraría?`]);
  assert.equal(field(admin.last, 'texto2'), '¿Qué mejoraría?', 'without the gap');
  const page = admin.last;
  await admin.submit({ texto3: '¿A tiempo?', tipo3: 'SI_NO' }, button('publicar'));
  assert.equal(admin.last.status, 422);
  assert.match(admin.last.plain, /Confirme que quiere publicarla/);
  assert.equal(field(admin.last, 'texto3'), '¿A tiempo?', 'what was typed stays');
  assert.deepEqual(versions(e).length, 1);
  for (let i = 0; i < 2; i++) {
    admin.last = page;
    await admin.submit({ texto1: '¿Le sirvió?', texto3: '¿A tiempo?', tipo3: 'SI_NO', confirmo: '1' }, button('publicar'));
    assert.equal(admin.last.status, 303, admin.last.plain);
    assert.match((await admin.follow()).plain, i === 0 ? /Se publicó la encuesta/ : /Nada cambió/);
  }
  const sealed = '1 t ESCALA - ¿Le sirvió?|TEXTO ENTIDAD ¿Qué mejoraría?|SI_NO - ¿A tiempo?';
  assert.deepEqual(versions(e), [sealed]);
  await admin.submit({ texto2: '', texto3: '' }, button('guardar'));
  assert.deepEqual(versions(e), [sealed, '2 f ESCALA - ¿Le sirvió?'], 'the next version; the first is as it was');
  await admin.follow();
  await admin.submit({}, { form: '', ...button('descartar') });
});

test('a draft is dropped; nothing is published of an empty one; what does not fit is said', async () => {
  const e = newEdicion();
  await admin.get(path(e));
  await admin.submit({ texto1: '¿Le sirvió?' }, button('guardar'));
  await admin.follow();
  await admin.submit({ texto1: '' }, button('guardar'));
  assert.equal(admin.last.status, 422);
  assert.match(admin.last.plain, /Escriba por lo menos una pregunta/);
  for (const bad of [{ texto1: 'abc' }, { texto1: 'x'.repeat(201) }, { tipo1: 'OTRO' }, { etapa1: 'OTRA' }]) {
    await admin.get(path(e));
    await admin.submit({ texto1: '¿Le sirvió de algo?', ...bad }, button('guardar'));
    assert.equal(admin.last.status, 422, JSON.stringify(bad));
  }
  assert.deepEqual(versions(e), ['1 f ESCALA - ¿Le sirvió?']);
  await admin.get(path(e));
  for (let i = 0; i < 2; i++) {
    await admin.submit({ texto1: '¿Le sirvió?' }, button('descartar'));
    assert.equal(admin.last.status, 303);
    await admin.follow();
  }
  assert.deepEqual(versions(e), []);
});

test('two administrators at once: the second is told and sees what there is', async () => {
  const e = newEdicion(), other = signedIn('SERVIR_ADMIN');
  await admin.get(path(e));
  await other.get(path(e));
  await admin.submit({ texto1: 'La pregunta de una' }, button('guardar'));
  await other.submit({ texto1: 'La pregunta de otro' }, button('guardar'));
  assert.equal(other.last.status, 422);
  assert.match(other.last.plain, /Otra persona cambió las preguntas.*La pregunta de una/);
  assert.equal(field(other.last, 'texto1'), 'La pregunta de otro');
  await other.submit({ texto1: 'La pregunta de ambos' }, button('guardar'));
  assert.equal(other.last.status, 303);
  assert.deepEqual(versions(e), ['1 f ESCALA - La pregunta de ambos']);
});

test('who answers the questions of yesterday is asked those of today; answers keep their version', async () => {
  const e = newEdicion(), people = [0, 1].map(() => newVinculo(newEntidad())), tokens = people.map(encuesta);
  for (const v of people) sql(`UPDATE inscripcion SET edicion_id = ${e} WHERE vinculo_id = ${v.id}`);
  const publish = async (values) => {
    await admin.get(path(e));
    await admin.submit({ ...values, confirmo: '1' }, button('publicar'));
    assert.equal(admin.last.status, 303, admin.last.plain);
  };
  const box = (v) => sql(`SELECT s.version, b.respuestas[1], b.respuestas[2] FROM encuesta_buzon b JOIN encuesta s ON s.id = b.encuesta_id WHERE b.entidad_id = ${v.entidad.id}`);
  await publish({ texto1: '¿Le sirvió el curso?', tipo1: 'SI_NO' });
  const [first, second] = [client(), client()];
  await first.get(`/encuesta/enlace/${tokens[0]}`);
  await first.submit({ p1: '1' });
  assert.equal(first.last.status, 303, first.last.plain);
  await second.get(`/encuesta/enlace/${tokens[1]}`);
  await admin.get(path(e));
  await admin.submit({ texto2: '¿Qué cambiaría?', tipo2: 'TEXTO' }, button('guardar'));
  assert.doesNotMatch((await second.get(`/encuesta/enlace/${tokens[1]}`)).plain, /Qué cambiaría/, 'a draft asks nobody');
  await publish({ texto1: '¿Llegó a tiempo?', tipo1: 'ESCALA', texto2: '¿Qué cambiaría?', tipo2: 'TEXTO' });
  await second.submit({ p1: '1' });
  assert.equal(second.last.status, 422);
  assert.match(second.last.plain, /Las preguntas cambiaron mientras respondía.*Llegó a tiempo/);
  assert.equal(second.last.forms.flatMap((f) => f.fields).filter((f) => f.name === 'p1' && f.on).length, 0);
  await second.submit({ p1: '4', p2: 'Nada' });
  assert.equal(second.last.status, 303, second.last.plain);
  assert.deepEqual([box(people[0]), box(people[1])], [[['1', '1', '']], [['2', '4', 'Nada']]]);
});

test('who may not; editions of others have no survey', async () => {
  const e = newEdicion();
  assert.equal((await admin.get('/encuesta/preguntas')).status, 200, 'the edition in force');
  assert.equal((await admin.get(path(one("SELECT max(id) FROM edicion WHERE programa <> 'SERVIDORES'")))).status, 404);
  await admin.get(path(e));
  await refusals(assert, path(e), { owner: admin, role: 'SERVIR_REVISOR', values: { texto1: '¿Le sirvió?', accion: 'guardar' } });
});
