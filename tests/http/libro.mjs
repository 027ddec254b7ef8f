// Workbooks in tests: a part of one, and a plain one to send.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

// The text of a part, found through the directory at the end of the archive.
export function part(zip, name) {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, n, extra, comment] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    if (zip.toString('utf8', at + 46, at + 46 + n) === name) {
      const local = zip.readUInt32LE(at + 42), from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(from, from + size);
      return (method === 8 ? inflateRawSync(data) : data).toString('utf8');
    }
    at += 46 + n + extra + comment;
  }
  throw new Error(`no part ${name}`);
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});
function crc(data) {
  let c = 0xffffffff;
  for (const b of data) c = (c >>> 8) ^ table[(c ^ b) & 0xff];
  return (c ^ 0xffffffff) >>> 0;
}

function zip(parts) {
  const out = [], directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text), packed = deflateRawSync(data), path = Buffer.from(name), head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    out.push(Buffer.from('PK\x03\x04'), head, path, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, path);
    at += 30 + path.length + packed.length;
  }
  const list = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, list, end]);
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const column = (i) => (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26));

// Rows of texts, and of numbers as numbers, in one sheet.
export function book(rows, name = 'Hoja1') {
  const cell = (v, i, j) => (typeof v === 'number' ? `<c r="${column(j)}${i + 1}"><v>${v}</v></c>`
    : `<c r="${column(j)}${i + 1}" t="inlineStr"><is><t>${String(v).replace(/[&<>]/g, (s) => entities[s])}</t></is></c>`);
  const data = rows.map((r, i) => `<row r="${i + 1}">${r.map((v, j) => cell(v, i, j)).join('')}</row>`).join('');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="${name}" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
  });
}
