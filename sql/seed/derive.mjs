// Derives ubigeo.csv and entidad.csv. Run once by hand; the CSV files are what is loaded.
//   npm pack peru-ubigeo@0.0.3 && tar xzf peru-ubigeo-0.0.3.tgz && node derive.mjs package
// Input: the package's nested JSON (INEI codes) and ubigeo-parche.csv (districts it lacks, names it
// misspells). The CSV of the patch holds no commas or quotes inside its cells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const SOURCE = 'npm peru-ubigeo 0.0.3 (MIT), contrastado con el directorio INEI de mayo de 2026';
const ADDED = 'Alta del proyecto, directorio INEI de mayo de 2026';
const REASON = {
  alta: ADDED,
  directorio: `${SOURCE}; nombre según el directorio INEI`,
  ortografia: `${SOURCE}; tildes repuestas por ortografía`,
};

const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
const csv = (rows) => rows.map((r) => r.map(cell).join(',')).join('\n') + '\n';
const cell = (v) => (/[",\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v);

// Rows {codigo, nombre, desde, fuente} of the package, the three levels in one list.
function flatten(nodes) {
  return nodes.flatMap((n) => [
    { codigo: n.id, nombre: n.name.trim(), desde: '', fuente: SOURCE },
    ...flatten(n.childrens ?? []),
  ]);
}

function patch(places) {
  const lines = readFileSync(join(here, 'ubigeo-parche.csv'), 'utf8').trim().split('\n').slice(1);
  for (const line of lines) {
    const [codigo, nombre, desde, motivo] = line.split(',');
    const known = places.get(codigo);
    if ((motivo === 'alta') === Boolean(known)) throw new Error(`patch does not fit: ${line}`);
    if (motivo === 'ortografia' && fold(known.nombre) !== fold(nombre))
      throw new Error(`more than accents change: ${line}`);
    places.set(codigo, { codigo, nombre, desde, fuente: REASON[motivo] });
  }
}

// The capital district that bears its province's name takes the province's accents.
function accentCapitals(places) {
  for (const place of places.values()) {
    const province = places.get(place.codigo.slice(0, 4));
    if (place.codigo.length !== 6 || place.nombre === province.nombre) continue;
    if (fold(place.nombre) !== fold(province.nombre)) continue;
    place.nombre = province.nombre;
    place.fuente = REASON.ortografia;
  }
}

const EXECUTIVE = [
  ['PCM', 'Presidencia del Consejo de Ministros'],
  ['MINAM', 'Ministerio del Ambiente'],
  ['MINCETUR', 'Ministerio de Comercio Exterior y Turismo'],
  ['MINCUL', 'Ministerio de Cultura'],
  ['MINDEF', 'Ministerio de Defensa'],
  ['MIDAGRI', 'Ministerio de Desarrollo Agrario y Riego'],
  ['MIDIS', 'Ministerio de Desarrollo e Inclusión Social'],
  ['MEF', 'Ministerio de Economía y Finanzas'],
  ['MINEDU', 'Ministerio de Educación'],
  ['MINEM', 'Ministerio de Energía y Minas'],
  ['MININTER', 'Ministerio del Interior'],
  ['MINJUSDH', 'Ministerio de Justicia y Derechos Humanos'],
  ['MIMP', 'Ministerio de la Mujer y Poblaciones Vulnerables'],
  ['PRODUCE', 'Ministerio de la Producción'],
  ['MRE', 'Ministerio de Relaciones Exteriores'],
  ['MINSA', 'Ministerio de Salud'],
  ['MTPE', 'Ministerio de Trabajo y Promoción del Empleo'],
  ['MTC', 'Ministerio de Transportes y Comunicaciones'],
  ['MVCS', 'Ministerio de Vivienda, Construcción y Saneamiento'],
  ['SERVIR', 'Autoridad Nacional del Servicio Civil'],
];
// Only what a public source shows for sure; a RUC is never guessed.
const RUC = { MIDIS: '20545565359' };
const PROVINCIAL = {
  1501: 'Municipalidad Metropolitana de Lima',
  '0701': 'Municipalidad Provincial del Callao',
  '0218': 'Municipalidad Provincial del Santa',
};

function executive([sigla, nombre]) {
  const tipo = { PCM: 'PCM', SERVIR: 'ORGANISMO_PUBLICO' }[sigla] ?? 'MINISTERIO';
  const ruc = RUC[sigla] ?? '';
  const fuente = ruc ? 'Entidad del Poder Ejecutivo; RUC leído en firma digital pública'
    : 'Entidad del Poder Ejecutivo; RUC por registrar';
  return [sigla, nombre, sigla, ruc, tipo, 'NACIONAL', '', '', fuente];
}

const TERRITORIAL = 'Una entidad por circunscripción del catálogo de ubigeo; RUC por registrar';

// Region, province or district -> the entity that governs it. A province's capital (01) has no
// mayor of its own: its key is the provincial municipality's.
function territorial({ codigo, nombre, desde }, homonyms, places) {
  const where = [codigo, desde, TERRITORIAL];
  if (codigo.length === 2) {
    const name = `Gobierno Regional ${codigo === '07' ? 'del' : 'de'} ${nombre}`;
    return [`GR-${codigo}`, name, `GR ${nombre}`, '', 'GOBIERNO_REGIONAL', 'REGIONAL', ...where];
  }
  if (codigo.length === 4) {
    const name = PROVINCIAL[codigo] ?? `Municipalidad Provincial de ${nombre}`;
    const sigla = codigo === '1501' ? 'MML' : '';
    return [`MUNI-${codigo}01`, name, sigla, '', 'MUNICIPALIDAD_PROVINCIAL', 'LOCAL', ...where];
  }
  if (isCapital(codigo)) return null;
  const province = homonyms.has(fold(nombre)) ? ` (${places.get(codigo.slice(0, 4)).nombre})` : '';
  const name = `Municipalidad Distrital de ${nombre}${province}`;
  return [`MUNI-${codigo}`, name, '', '', 'MUNICIPALIDAD_DISTRITAL', 'LOCAL', ...where];
}

const isCapital = (codigo) => codigo.length === 6 && codigo.endsWith('01');

// Names that more than one district municipality bears.
function repeatedNames(list) {
  const seen = new Set();
  const twice = new Set();
  for (const { codigo, nombre } of list) {
    if (codigo.length !== 6 || isCapital(codigo)) continue;
    (seen.has(fold(nombre)) ? twice : seen).add(fold(nombre));
  }
  return twice;
}

const tree = JSON.parse(readFileSync(join(process.argv[2], 'lib', 'ubigeo.json'), 'utf8'));
const places = new Map(flatten(tree).map((p) => [p.codigo, p]));
patch(places);
accentCapitals(places);
const sorted = [...places.values()].sort(
  (a, b) => a.codigo.length - b.codigo.length || (a.codigo < b.codigo ? -1 : 1),
);

writeFileSync(join(here, 'ubigeo.csv'), csv([
  ['codigo', 'nombre', 'vigente_desde', 'fuente'],
  ...sorted.map((p) => [p.codigo, p.nombre, p.desde, p.fuente]),
]));
const homonyms = repeatedNames(sorted);
writeFileSync(join(here, 'entidad.csv'), csv([
  'clave nombre sigla ruc tipo nivel_gobierno ubigeo vigente_desde fuente'.split(' '),
  ...EXECUTIVE.map(executive),
  ...sorted.map((p) => territorial(p, homonyms, places)).filter(Boolean),
]));
