// A small world of its own for a test file: two entities, their ORH, people. Set up through psql as
// the superuser of the stack, with sessions whose token is known.
import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { client } from './client.mjs';
import { sql } from './psql.mjs';

export { sql };

export const canary = `<b>"'&canario`;

export const one = (text) => sql(text)[0]?.[0];
export const quote = (s) => (s === null || s === undefined ? 'NULL' : `'${String(s).replaceAll("'", "''")}'`);

// A day from today, as PostgreSQL and as people write it.
export function day(days) {
  const d = new Date(Date.now() - 5 * 3600e3 + days * 86400e3).toISOString().slice(0, 10);
  return { iso: d, text: d.split('-').reverse().join('/') };
}

// Of eight million that the demonstration leaves free: two people of a run must not meet.
export const newDni = () => `9${String(randomInt(8e6)).padStart(7, '0')}`;

export function newPersona({ nombres = 'Persona', paterno = 'Prueba', materno = 'Ficticia', dni = newDni() } = {}) {
  const id = one(`INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno, apellido_materno)
    VALUES ('01', '${dni}', ${quote(nombres)}, ${quote(paterno)}, ${quote(materno)})
    ON CONFLICT (numero_documento, tipo_documento) DO NOTHING RETURNING id`);
  return id ? { id, dni } : newPersona({ nombres, paterno, materno });
}

export function newEntidad(nombre) {
  const key = randomBytes(4).toString('hex').toUpperCase();
  const name = nombre ?? `Entidad de Prueba ${key}`;
  const id = one(`INSERT INTO entidad (clave, nombre, sigla, tipo, nivel_gobierno)
    VALUES ('PRUEBA-${key}', ${quote(name)}, 'EP${key}', 'OTRA', 'NACIONAL') RETURNING id`);
  const organo = one(`INSERT INTO organo (entidad_id, nombre, tipo, nivel)
    VALUES (${id}, 'Oficina de Prueba', 'APOYO', 2) RETURNING id`);
  return { id, nombre: name, sigla: `EP${key}`, organo };
}

// A registered servidor with the three stages.
export function newVinculo(entidad, { persona = newPersona(), ingreso = day(-60).iso, puesto = 'Analista de prueba',
  organo = entidad.organo } = {}) {
  const id = one(`INSERT INTO vinculo (persona_id, entidad_id, organo_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
    VALUES (${persona.id}, ${entidad.id}, ${organo ?? 'NULL'}, ${quote(puesto)}, '15', '${ingreso}', '${ingreso}') RETURNING id`);
  const enrolled = sql(`BEGIN; SELECT set_config('portal.rol', 'SERVIR_ADMIN', true);
    SELECT resultado FROM inscripcion_abrir(${id}); COMMIT`).at(-1)[0];
  if (enrolled !== 'ok') throw new Error(`inscripcion_abrir: ${enrolled}`);
  return { id, persona, entidad, puesto, ingreso };
}

// A client that is signed in with a role; `entidad` null for roles of SERVIR.
export function signedIn(rol, entidad = null, persona = newPersona({ nombres: 'Cuenta', paterno: 'Demo' })) {
  const token = randomBytes(32).toString('base64url');
  const hash = execFileSync('b2sum', ['-l', '256'], { input: token, encoding: 'utf8' }).split(' ')[0];
  const user = one(`INSERT INTO usuario (persona_id, estado, clave_hash, clave_cambiada_en)
    VALUES (${persona.id}, 'ACTIVO', '$argon2id$v=19$m=65536,t=2,p=1$' || repeat('A', 22) || '$' || repeat('A', 43), now())
    ON CONFLICT (persona_id) DO UPDATE SET estado = 'ACTIVO' RETURNING id`);
  const role = one(`INSERT INTO asignacion (usuario_id, rol, entidad_id)
    VALUES (${user}, '${rol}', ${entidad?.id ?? 'NULL'}) RETURNING id`);
  sql(`INSERT INTO sesion (token_hash, usuario_id, asignacion_id, expira_en, address, user_agent)
    VALUES (decode('${hash}', 'hex'), ${user}, ${role}, now() + interval '1 hour', '127.0.0.1', 'tests')`);
  const c = client();
  c.cookies.set('__Host-portal', token);
  c.usuario = user;
  return c;
}

// What every page of a servidor refuses, whoever asks: nobody signed in, a role without the page,
// another entity's person, a POST without its form token.
export async function refusals(assert, path, { owner, foreign, role = 'SERVIDOR', values = null }) {
  const nobody = await client().get(path);
  assert.equal(nobody.status, 303);
  assert.match(nobody.location, /^\/cuenta\/ingresar/);
  const scope = /^(SERVIR_|AUDITOR)/.test(role) ? null : newEntidad();
  assert.equal((await signedIn(role, scope).get(path)).status, 403, role);
  if (foreign) assert.equal((await foreign.get(path)).status, 404, 'the page of another entity');
  if (!values) return;
  await owner.get(path);
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await owner.post(path.split('?')[0], { ...values, csrf })).status, 403, `csrf ${csrf}`);
  }
  const elsewhere = { headers: { origin: 'https://otro.example', 'sec-fetch-site': 'cross-site' } };
  await owner.get(path);
  assert.equal((await owner.post(path.split('?')[0], values, elsewhere)).status, 403, 'from elsewhere');
  if (foreign) {
    await foreign.get('/orh/transferencias');
    await foreign.get('/servidor/exportar');
    assert.ok([404, 422].includes((await foreign.post(path.split('?')[0], values)).status), 'a POST of another entity');
  }
}

// The page shows the text, and never as HTML.
export function escaped(assert, rs, s = canary) {
  assert.ok(!rs.text.includes(s), 'raw');
  assert.ok(rs.text.includes('&lt;b&gt;'), 'shown escaped');
}
