// What the tests of courses share: a course of its own, people enrolled in its edition, files with their documents.
import { randomBytes } from 'node:crypto';
import { newEntidad, newVinculo, one, quote, sql } from './mundo.mjs';

export const edicion = one(`SELECT edicion_de('SERVIDORES', hoy() - 60)`);

export function newCurso({ acreditacion = 'EVALUACION', nota_minima = '14', escala_origen = '20', cierre = null, moodle_id = null,
  edicion_id = edicion } = {}) {
  const codigo = `PRUEBA-${randomBytes(5).toString('hex').toUpperCase()}`;
  const id = one(`INSERT INTO curso (codigo, edicion_id) VALUES ('${codigo}', ${edicion_id ?? 'NULL'}) RETURNING id`);
  const version = one(`INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, escala_origen, cierre, moodle_id, usuario_id)
    VALUES (${id}, 1, 'Curso ${codigo}', '${acreditacion}', ${nota_minima}, ${escala_origen}, ${quote(cierre)}, ${moodle_id ?? 'NULL'}, 1) RETURNING id`);
  return { id, codigo, version };
}

// People of one entity, each with stage A open; the first one's document begins with zeros.
export function newGente(n = 3, entidad = newEntidad()) {
  return Array.from({ length: n }, (_, i) => {
    const v = newVinculo(entidad);
    if (i === 0) {
      v.persona.dni = freeShort();
      sql(`UPDATE persona SET numero_documento = '${v.persona.dni}' WHERE id = ${v.persona.id}`);
    }
    v.persona.correo = `p${v.persona.id}@prueba.pe`;
    sql(`UPDATE persona SET correo = '${v.persona.correo}' WHERE id = ${v.persona.id}`);
    return v;
  });
}
function freeShort() {
  const dni = `00${String(Math.floor(100000 + Math.random() * 899999))}`;
  return one(`SELECT 1 FROM persona WHERE numero_documento = '${dni}'`) ? freeShort() : dni;
}

// Placeholders in the bytes of a file, whatever its encoding.
export function fill(bytes, gente) {
  const values = { ...Object.fromEntries(gente.flatMap((v, i) => [[`{d${i + 1}}`, v.persona.dni], [`{m${i + 1}}`, v.persona.correo]])),
    '{z1}': gente[0].persona.dni.replace(/^0+/, '') };
  for (const [from, to] of Object.entries(values)) {
    for (const encoding of ['latin1', 'utf16le']) {
      for (let at; (at = bytes.indexOf(Buffer.from(from, encoding))) >= 0;) {
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(to, encoding), bytes.subarray(at + Buffer.from(from, encoding).length)]);
      }
    }
  }
  return bytes;
}

export async function send(c, curso, filename, data, fields = {}) {
  await c.get('/mooc/cargar');
  return c.upload('/mooc/cargar', { curso: curso.id, fecha: '', ...fields }, { archivo: { filename, data } });
}
// Sends a list and answers the number of its load.
export async function load(c, curso, lines, fields) {
  await send(c, curso, 'lista.csv', lines.join('\n') + '\n', fields);
  if (c.last.status !== 303) throw new Error(c.last.plain);
  const id = /\/mooc\/(\d+)\/vista/.exec(c.last.location)[1];
  await c.follow();
  return id;
}
export const accept = async (c, id) => {
  await c.get(`/mooc/${id}/vista`);
  await c.submit({ accion: 'aceptar' });
  return c.follow();
};
export const stage = (v) => sql(`SELECT estado, coalesce(fecha_fin::text, '-') FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ESTADO'`)[0].join(' ');
export const results = (v) => sql(`SELECT r.intento, r.estado, coalesce(r.nota::text, '-'), r.fuente FROM curso_resultado r
  WHERE r.vinculo_id = ${v.id} ORDER BY r.id`).map((r) => r.join(' '));
export const row = (id, numero) => sql(`SELECT estado, coalesce(resultado, '-'), coalesce(nota::text, '-') FROM mooc_fila
  WHERE carga_id = ${id} AND numero = ${numero}`)[0].join(' ');
