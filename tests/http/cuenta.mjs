// Accounts with a known password for the tests of signing in, sessions and links.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { client } from './client.mjs';
import { newPersona, one, quote, sql } from './mundo.mjs';

export const clave = 'cuatro palabras de prueba juntas';
const hashes = new Map();

export function claveHash(text = clave) {
  if (!hashes.has(text)) {
    hashes.set(text, execFileSync(`${process.env.BUILD}/portal`, ['--hash'],
      { input: `${text}\n`, encoding: 'utf8' }).trim());
  }
  return hashes.get(text);
}

export const tokenHash = (token) =>
  execFileSync('b2sum', ['-l', '256'], { input: token, encoding: 'utf8' }).split(' ')[0];

// An active account; `roles` are [role, entity] pairs.
export function newCuenta({ roles = [['SERVIR_REVISOR']], correo = null, estado = 'ACTIVO', debeCambiar = false,
  nombres = 'Cuenta', persona = newPersona({ nombres }) } = {}) {
  const hash = estado === 'INVITADO' ? 'NULL' : quote(claveHash());
  const usuario = one(`INSERT INTO usuario (persona_id, correo, clave_hash, clave_cambiada_en, estado, debe_cambiar_clave)
    VALUES (${persona.id}, ${quote(correo)}, ${hash}, now(), '${estado}', ${debeCambiar}) RETURNING id`);
  const asignaciones = roles.map(([rol, entidad]) => one(`INSERT INTO asignacion (usuario_id, rol, entidad_id)
    VALUES (${usuario}, '${rol}', ${entidad?.id ?? 'NULL'}) RETURNING id`));
  return { usuario, persona, dni: persona.dni, asignaciones };
}

export async function entrar(cuenta, c = client(), { path = '/cuenta/ingresar', con = clave } = {}) {
  await c.get(path);
  return { c, rs: await c.submit({ documento: cuenta.dni, clave: con }) };
}

export async function conSesion(cuenta) {
  const { c, rs } = await entrar(cuenta);
  if (rs.status !== 303) throw new Error(`no session: ${rs.status} ${rs.plain}`);
  return c;
}

// A personal link as its table has it; answers its path.
export function newEnlace(cuenta, tipo = 'INVITACION', expira = "now() + interval '1 day'") {
  const token = randomBytes(32).toString('base64url');
  sql(`INSERT INTO enlace (token_hash, usuario_id, tipo, expira_en)
    VALUES (decode('${tokenHash(token)}', 'hex'), ${cuenta.usuario}, '${tipo}', ${expira})`);
  return `/cuenta/enlace/${token}`;
}

// Failures count by address too, and every test has the same one.
export const olvidarIntentos = () => sql('DELETE FROM intento_acceso');
export const abiertas = (cuenta) =>
  Number(one(`SELECT count(*) FROM sesion WHERE usuario_id = ${cuenta.usuario} AND cerrada_en IS NULL`));
export const cookie = (rs, name = '__Host-portal') =>
  (rs.headers['set-cookie'] ?? []).find((l) => l.startsWith(`${name}=`));
