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
  return [sigla, nombre, sigla, RUC[sigla] ?? '', tipo, 'NACIONAL', '', ''];
}

// Region, province or district -> the entity that governs it; capitals (01) are the province's.
function territorial({ codigo, nombre, desde }) {
  if (codigo.length === 2) {
    const name = `Gobierno Regional ${codigo === '07' ? 'del' : 'de'} ${nombre}`;
    return [`GR-${codigo}`, name, `GR ${nombre}`, '', 'GOBIERNO_REGIONAL', 'REGIONAL', codigo, desde];
  }
  if (codigo.length === 4) {
    const name = PROVINCIAL[codigo] ?? `Municipalidad Provincial de ${nombre}`;
    const sigla = codigo === '1501' ? 'MML' : '';
    return [`MP-${codigo}`, name, sigla, '', 'MUNICIPALIDAD_PROVINCIAL', 'LOCAL', codigo, desde];
  }
  if (codigo.endsWith('01')) return null;
  const name = `Municipalidad Distrital de ${nombre}`;
  return [`MD-${codigo}`, name, '', '', 'MUNICIPALIDAD_DISTRITAL', 'LOCAL', codigo, desde];
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
writeFileSync(join(here, 'entidad.csv'), csv([
  ['codigo', 'nombre', 'sigla', 'ruc', 'tipo', 'nivel_gobierno', 'ubigeo', 'vigente_desde'],
  ...EXECUTIVE.map(executive),
  ...sorted.map(territorial).filter(Boolean),
]));
